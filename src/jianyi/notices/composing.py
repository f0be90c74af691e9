"""Messages out of what waits: worded for their reader as things stand when they are sent. Never more than the line in the platform
would say; what is not theirs any more is not sent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from jianyi.kit import clock
from jianyi.parties.models import Person
from jianyi.parties.queries import actor
from jianyi.procedure import words
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import DUTIES, Notice

from .channels.channel import Message
from .lines import lines
from .manner import held, manner_of
from .models import DROPPED, NO_ADDRESS, WAITING, Sending
from .taking import taken


MOST_IN_A_DIGEST, MOST_AT_ONCE = 200, 50


@dataclass(frozen=True)
class Composed:
    """`numbers`: the sendings it is made of. Without a message: put off until then, or, without `until`, dropped."""

    numbers: tuple[int, ...]
    tries: int
    message: Message | None = None
    until: datetime | None = None
    state: str = DROPPED


def composed(rows: list[Sending]) -> Iterator[list[Composed]]:
    """For each person what was taken for them, and what else waits for them: who they are and what they see is asked once."""
    by_person: dict[int, list[Sending]] = {}
    for row in rows:
        by_person.setdefault(row.person_id, []).append(row)
    people = {row.id: row for row in Person.objects.filter(id__in=by_person)}
    for number, theirs in by_person.items():
        yield list(_for(people.get(number), theirs))


def _for(person: Person | None, rows: list[Sending]) -> Iterator[Composed]:
    if person is None or person.stage is not words.Person.ACTIVE:
        yield Composed(tuple(row.id for row in rows), 1)
        return
    manner, now = manner_of(person), clock.now()
    ready: list[Sending] = []
    digest = rows[0].channel == "email" and manner.pace == "digest"
    for row in [*rows, *_others(rows[0], MOST_IN_A_DIGEST if digest else MOST_AT_ONCE)]:
        until = held(manner, row.channel, row.made_at, now)
        if row.channel == "email" and (not manner.email or manner.pace == "none"):
            yield Composed((row.id,), row.tries, state=DROPPED if manner.email else NO_ADDRESS)
        elif until > now:
            yield Composed((row.id,), row.tries, until=until)
        else:
            ready.append(row)
    if ready:
        yield from _worded(person, ready, digest)


def _others(first: Sending, most: int) -> list[Sending]:
    """What else is due for the same person by the same channel, now taken too: of a digest all of it."""
    rows = Sending.objects.filter(
        channel=first.channel, person_id=first.person_id, congress_id=first.congress_id, state=WAITING,
        due_at__lte=clock.now(), leased_until=None,
    )  # fmt: skip
    return taken(rows.order_by("due_at", "id"), most)


def _worded(person: Person, rows: list[Sending], digest: bool) -> Iterator[Composed]:
    by = actor(person)
    notices = Notice.objects.in_bulk([row.notice_id for row in rows])
    told = {
        line.notice.id: (line.text, line.href)
        for line in lines((one for one in notices.values() if _is_for(one, by)), by=by)
    }
    gone = tuple(row.id for row in rows if row.notice_id not in told)
    kept = [row for row in rows if row.notice_id in told]
    if gone:
        yield Composed(gone, 1)
    for part in [kept] if digest and kept else [[row] for row in kept]:
        yield _message(person, part, [told[row.notice_id] for row in part])


def _is_for(notice: Notice, by: Actor) -> bool:
    """Their own, or of a post that they hold now."""
    if notice.person_id:
        return notice.person_id == by.person
    return any(
        (post.organisation, post.duty) == (notice.organisation_id, DUTIES[notice.duty]) for post in by.posts
    )


def _message(person: Person, rows: list[Sending], told: Iterable[tuple[str, str]]) -> Composed:
    first = rows[0]
    message = Message(first.id, first.made_at, person.id, person.name, person.email, tuple(told))
    return Composed(tuple(row.id for row in rows), first.tries, message)
