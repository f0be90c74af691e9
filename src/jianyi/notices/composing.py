"""Messages out of what waits: worded for their reader as things stand when they are sent. Never more than the line in the platform
would say; what is not theirs any more is not sent."""

import logging
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
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Composed:
    """`numbers`: the sendings it is made of. Without a message: put off until then, or, without `until`, dropped; `failure`: it
    could not even be worded."""

    numbers: tuple[int, ...]
    tries: int
    message: Message | None = None
    until: datetime | None = None
    state: str = DROPPED
    failure: str = ""


def composed(rows: list[Sending]) -> Iterator[list[Composed]]:
    """For each person what was taken for them, and what else waits for them: who they are and what they see is asked once."""
    by_person: dict[int, list[Sending]] = {}
    for row in rows:
        by_person.setdefault(row.person_id, []).append(row)
    people = {row.id: row for row in Person.objects.filter(id__in=by_person)}
    for number, theirs in by_person.items():
        yield _safely(people.get(number), theirs)


def _safely(person: Person | None, rows: list[Sending]) -> list[Composed]:
    """What cannot be put together waits, with the reason, and holds up nobody else's."""
    try:
        return list(_for(person, rows))
    except Exception as error:
        log.exception("messages for person %s could not be composed", rows[0].person_id)
        return [Composed((row.id,), row.tries, failure=_not_worded(error)) for row in rows]


def _not_worded(error: Exception) -> str:
    return f"消息没有写成（{type(error).__name__}：{error}），稍后自动再试。"[:300]


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
    told, failed = _lines([one for one in notices.values() if _is_for(one, by)], by)
    yield from (
        Composed((row.id,), row.tries, failure=failed[row.notice_id])
        for row in rows
        if row.notice_id in failed
    )
    gone = tuple(row.id for row in rows if row.notice_id not in told | failed)
    kept = [row for row in rows if row.notice_id in told]
    if gone:
        yield Composed(gone, 1)
    for part in [kept] if digest and kept else [[row] for row in kept]:
        yield _message(person, part, [told[row.notice_id] for row in part])


def _lines(notices: list[Notice], by: Actor) -> tuple[dict[int, tuple[str, str]], dict[int, str]]:
    """Sentence and address of each notice; and of those that cannot be worded, why: one by one only when all at once failed."""
    try:
        return {line.notice.id: (line.text, line.href) for line in lines(notices, by=by)}, {}
    except Exception as error:
        if len(notices) == 1:
            log.exception("notice %s could not be worded", notices[0].id)
            return {}, {notices[0].id: _not_worded(error)}
    each = [_lines([one], by) for one in notices]
    return {k: v for told, _ in each for k, v in told.items()}, {
        k: v for _, failed in each for k, v in failed.items()
    }


def _is_for(notice: Notice, by: Actor) -> bool:
    """Their own, or of a post that they hold now."""
    if notice.person_id:
        return notice.person_id == by.person
    return any(
        (post.organisation, post.duty) == (notice.organisation_id, DUTIES.get(notice.duty))
        for post in by.posts
    )


def _message(person: Person, rows: list[Sending], told: Iterable[tuple[str, str]]) -> Composed:
    first = rows[0]
    message = Message(
        first.id, first.made_at.astimezone(clock.HOME), person.id, person.name, person.email, tuple(told)
    )
    return Composed(tuple(row.id for row in rows), first.tries, message)
