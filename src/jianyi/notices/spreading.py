"""From notices to what leaves the platform: one row for each channel and each person that a notice speaks to now.

Found by a mark on the notice itself, never by how far the numbers have come: turns end in another order than they began."""

from collections.abc import Iterable, Iterator

from django.db import transaction

from jianyi.kit import clock
from jianyi.kit.ids import new_ids
from jianyi.parties.models import Person
from jianyi.parties.queries import holders_of
from jianyi.procedure import words
from jianyi.procedure.facts.said import Manner
from jianyi.turn.models import DUTIES, Notice

from .channels import CHANNELS
from .manner import held, manner_of
from .models import NO_ADDRESS, WAITING, Sending


AT_ONCE = 500
People = dict[int, Manner]


def spread() -> int:
    """Lay out what is new; answers how many rows were made. A piece is one transaction: killed within, it is begun anew."""
    channels = [name for name, channel in CHANNELS.items() if channel.is_wanted()]
    made = 0
    while numbers := list(
        Notice.objects.filter(spread=False).order_by("id").values_list("id", flat=True)[:AT_ONCE]
    ):
        made += _piece(numbers, channels)
    return made


def _piece(numbers: list[int], channels: list[str]) -> int:
    with transaction.atomic():
        rows = list(_rows(Notice.objects.filter(id__in=numbers), channels)) if channels else []
        Sending.objects.bulk_create(rows, ignore_conflicts=True)
        Notice.objects.filter(id__in=numbers).update(spread=True)
    return len(rows)


def _rows(notices: Iterable[Notice], channels: list[str]) -> Iterator[Sending]:
    told = [(notice, _people(notice)) for notice in notices]
    manners = _manners({person for _, people in told for person in people})
    pairs = [
        (notice, person, channel)
        for notice, people in told
        for person in sorted(people & manners.keys())
        for channel in channels
        if channel != "email" or manners[person].pace != "none"
    ]
    for (notice, person, channel), number in zip(pairs, new_ids(len(pairs)), strict=True):
        yield _row(number, notice, channel, person, manners[person])


def _row(number: int, notice: Notice, channel: str, person: int, manner: Manner) -> Sending:
    """Who has no address is on record as such: seen by administrators, and sent once there is one and they ask for it."""
    now = clock.now()
    lacking = channel == "email" and not manner.email
    return Sending(
        id=number, congress_id=notice.congress_id, notice_id=notice.id, channel=channel, person_id=person,
        state=NO_ADDRESS if lacking else WAITING, made_at=now, due_at=held(manner, channel, now, now),
    )  # fmt: skip


def _people(notice: Notice) -> set[int]:
    if notice.person_id:
        return {notice.person_id}
    duty = DUTIES.get(notice.duty)  # none: a post that an upgrade has done away with
    return holders_of(notice.congress_id, duty, notice.organisation_id) if duty else set()


def _manners(people: set[int]) -> People:
    """Of those who may sign in: nobody else is told anything."""
    rows = Person.objects.filter(id__in=people, stage=words.Person.ACTIVE)
    return {row.id: manner_of(row) for row in rows}
