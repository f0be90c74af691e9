"""I5: no deadline passes silently, and every date can be computed again."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from jianyi.kit import clock
from jianyi.procedure import words
from jianyi.procedure.calendar import Calendar
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Nothing
from jianyi.procedure.limits import Due, Period, due
from jianyi.procedure.permit import is_final, own_step
from jianyi.procedure.places import place
from jianyi.procedure.words import Limit
from jianyi.turn.days import named
from jianyi.turn.models import Deadline
from jianyi.turn.tracks import under as tracks_under
from jianyi.turn.under import Under

from .. import due as what_is_due
from ..models import Extension, Suggestion


LENIENT = timedelta(minutes=5)
SOON = timedelta(seconds=1)


def every_clock_is_right() -> Iterator[str]:
    yield from _computed_again()
    yield from _extended_as_granted()
    yield from _still_running()
    yield from _left_undone()


def _computed_again() -> Iterator[str]:
    """From its start, the rule of the place and the days of the year."""
    roots: dict[int, Any] = {row["id"]: row for row in Suggestion.objects.values("id", "place", "between")}
    ceilings = dict(Deadline.objects.filter(limit=Limit.CEILING).values_list("root_id", "due_on"))
    replies = dict(Deadline.objects.filter(limit=Limit.REPLY).values_list("holder_id", "started_at"))
    for row in Deadline.objects.iterator():
        known = {Limit.CEILING: ceilings[row.root_id]} if row.root_id in ceilings else {}
        if row.root_id in roots and not is_right(row, roots[row.root_id], known, replies.get(row.holder_id)):
            yield f"期限 {row.id}（{row.limit.label}）：{row.due_on} 与重算不符"


def is_right(row: Deadline, root: dict[str, Any], known: dict[Limit, date], reply: datetime | None) -> bool:
    """By the days that it was counted with. Days that nobody knows any more, or a rule that was laid down since, is no mistake. What is counted backwards from
    the reply was counted from the day the reply had at first."""
    where, days = place(root["place"]), named(row.why["calendar"])
    period = where.period(row.limit, root["between"])
    if period is None or days.version != row.why["calendar"] or row.why["article"] != period.article:
        return True
    if (
        period.before
        and reply
        and (first := _due(where.period(period.before, root["between"]), reply, known, days))
    ):
        known = known | {period.before: first.on}
    found = _due(period, _begun(row, period), known, days)
    return found is not None and found.on == row.due_on and abs(found.at - row.due_at) < SOON


def _begun(row: Deadline, period: Period) -> datetime:
    """A day of the year is looked for after the one that was met, and that one the explanation names."""
    return clock.moment(f"{row.why['start']}T00:00") if period.unit == "fixed" else row.started_at


def _due(period: Period | None, start: datetime, known: dict[Limit, date], days: Calendar) -> Due | None:
    """A ceiling is under nothing, itself least of all."""
    others = {limit: on for limit, on in known.items() if period and limit is not period.limit}
    return due(period, start.astimezone(clock.HOME), days, others) if period else None


def _extended_as_granted() -> Iterator[str]:
    for request in Extension.objects.filter(stage=words.Extension.GRANTED).iterator():
        clocks = Deadline.objects.filter(congress_id=request.congress_id, holder_id=request.handling_id)
        if request.granted not in clocks.filter(limit=Limit.REPLY).values_list("due_on", flat=True):
            yield f"延期申请 {request.id}：同意延至 {request.granted}，答复期限却不是这一天"


def _still_running() -> Iterator[str]:
    """What has come to its end has no clock."""
    for key in Suggestion.objects.values_list("place", flat=True).distinct().order_by():
        for track in tracks_under(Suggestion):
            ended = [stage for stage in track.stages if is_final(stage, place(key))]
            rows = track.model._default_manager.filter(stage__in=ended)
            of_place = rows.filter(**{"place" if track.model is Suggestion else "root__place": key})
            running = Deadline.objects.filter(ended_at=None, holder_id__in=of_place.values("id"))
            for number in running.values_list("id", flat=True):
                yield f"期限 {number}：{track.name} 已终结，期限仍在走"


def _left_undone() -> Iterator[str]:
    """What the procedure should have taken by itself five minutes ago."""
    with clock.at(clock.now() - LENIENT):
        late = list(what_is_due.due_roots())
    for root in late:
        under = Under(root)
        if ready := next((subject for subject in _subjects(under) if _is_ready(subject, under)), None):
            yield f"{ready}：到期的程序步骤未办，请运行 jianyi tick"


def _subjects(under: Under) -> Iterator[Any]:
    for track in tracks_under(type(under.root)):
        yield from under.all(track.model)


def _is_ready(subject: Any, under: Under) -> bool:
    nobody = Actor(0, "程序", under.root.congress_id)
    return (
        own_step(subject.stage, under.look_up(subject, nobody, Nothing(), frozenset()), under.place)
        is not None
    )
