"""Reminders: whose turn it is, is told on the days that the place lays down, once for each limit, last day, offset and holder.

Found along one index, day by day; what was told already falls out in the same statement. A clock that stood still for days
tells afterwards each offset that it has missed, a notice of its own for each, worded by the day on which it is told."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db.models import DateTimeField, Exists, OuterRef, QuerySet, Value, Window
from django.db.models.functions import Concat, RowNumber

from jianyi.clockwork import lease
from jianyi.kit import clock
from jianyi.kit.ids import new_id
from jianyi.kit.statements import insert
from jianyi.parties.models import Congress
from jianyi.procedure.actions import Action
from jianyi.procedure.calendar import ONE
from jianyi.procedure.places import place
from jianyi.turn.models import Notice, WorkItem
from jianyi.turn.ticking import in_turn

from .models import WAITING, Sending
from .occasions import UNSENT


JOB = "remind"
AT_ONCE = 2_000
# Clocks of two machines never agree to the second.
AHEAD = timedelta(hours=1)
HOLDER = ("person_id", "duty", "organisation_id")
# Column of a reminder: where it comes from.
TOLD = {
    "id": "number", "congress_id": "congress_id", "root_id": "root_id", "subject_id": "subject_id", "track": "track",
    "person_id": "person_id", "duty": "duty", "organisation_id": "organisation_id", "occasion": "told_of", "at": "told_at",
    "action": "doing", "seq": "no_step", "spread": "not_yet",
}  # fmt: skip


def remind() -> int:
    """Tell what is due today, and what a stop has left untold since; answers how many were told."""
    today, reached = clock.today(), _reached()
    if reached and reached > today:
        take_back(clock.now())
    since = min(reached or today, today)
    told = more = _told(since, today)
    while more and since < today:  # what an id that was taken left out: those days are not looked at again
        more = _told(since, today)
        told += more
    lease.reach(JOB, str(today))
    return told


def _told(since: date, today: date) -> int:
    return in_turn(Congress.objects.order_by("id"), lambda row: _of_congress(row, since, today), str)


def _reached() -> date | None:
    told = lease.watermark(JOB)
    return date.fromisoformat(told) if told else None


def _of_congress(congress: Congress, since: date, today: date) -> int:
    days = due_days(place(congress.place).reminders.days, since, today)
    return sum(_on_day(congress.id, day, ahead) for day, ahead in days)


def due_days(offsets: tuple[int, ...], since: date, today: date) -> Iterator[tuple[date, int]]:
    """Last days of which an offset was reached from `since` to `today`; the farthest first, so that the nearest stands on top where
    it is read."""
    for ahead in sorted(offsets, reverse=True):
        yield from ((since + ONE * (n + ahead), ahead) for n in range((today - since).days + 1))


def _on_day(congress: int, day: date, ahead: int) -> int:
    """Everybody whose limit ends on this day, in one statement. Numbers are taken in a row: should another row have one of them,
    that one is told at the next round."""
    rows = untold(congress, day, ahead).annotate(
        number=Value(new_id()) + Window(RowNumber()),
        told_of=Concat("limit", Value(f"/{day}/{ahead}")),
        told_at=Value(clock.now(), DateTimeField()),
        doing=Value(Action.REMIND.value),
        no_step=Value(0),
        not_yet=Value(False),
    )
    return insert(Notice, tuple(TOLD), rows.values_list(*TOLD.values()))


def untold(congress: int, day: date, ahead: int) -> QuerySet[WorkItem]:
    """Work items whose limit ends on the day, and whose holder was not told so. What began after the day of the offset never
    owed it."""
    same = Notice.objects.filter(
        congress_id=congress, root_id=OuterRef("root_id"), seq=0,
        occasion=Concat(OuterRef("limit"), Value(f"/{day}/{ahead}")), **{name: OuterRef(name) for name in HOLDER},
    )  # fmt: skip
    rows = WorkItem.objects.filter(
        congress_id=congress, due_at__gt=clock.midnight(day), due_at__lte=clock.midnight(day + ONE),
        since__lt=clock.midnight(day - ONE * (ahead - 1)),
    )  # fmt: skip
    return rows.exclude(Exists(same))


def take_back(now: datetime) -> int:
    """The clock ran ahead and was put right: what it told of days that have not come is taken back, and told on its day."""
    early = Notice.objects.filter(seq=0, at__gt=now + AHEAD).exclude(occasion__startswith=UNSENT)
    numbers = list(early.values_list("id", flat=True))
    for start in range(0, len(numbers), AT_ONCE):
        part = numbers[start : start + AT_ONCE]
        Sending.objects.filter(notice_id__in=part, state=WAITING).delete()
        Notice.objects.filter(id__in=part).delete()
    return len(numbers)
