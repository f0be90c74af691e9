"""What one person has that can go to another: each as one line of a page, with the step that takes it there."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from jianyi.cases.commands import division, inside, plans
from jianyi.cases.models import Charge, Milestone
from jianyi.cases.queries.files import case
from jianyi.cases.queries.successions import Load, open_charges, open_milestones, open_work
from jianyi.fieldwork.commands import meetings
from jianyi.fieldwork.models import Resolution
from jianyi.fieldwork.queries.successions import open_decisions
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Subject
from jianyi.web.acting import Outcome, take


@dataclass(frozen=True)
class Move:
    """`role`: as what the person has it; `href`: where it is read; `alone`: where it can be given to somebody else by
    itself; `about`: the suggestion's number, empty for what a meeting decided."""

    subject: Subject
    command: Any
    about: str
    title: str
    role: str
    href: str
    alone: str
    label: str = "单独移交"


def moves(person: int, *, by: Actor) -> list[Move]:
    """Handlings first: whoever takes a seat there may then answer for what is planned and decided there."""
    return [
        *map(_handling, open_work(person, by=by)),
        *map(_milestone, open_milestones(person, by=by)),
        *map(_charge, open_charges(person, by=by)),
        *map(_decision, open_decisions(person, by=by)),
    ]


def moved(request: HttpRequest, move: Move, said: dict[str, str]) -> Outcome:
    """A turn of its own; what the office may not see any more is as good as gone."""
    of_case = not isinstance(move.subject, Resolution)
    if of_case and case(move.subject.root_number, by=request.actor) is None:  # type: ignore[attr-defined]
        return Outcome(reasons=["找不到这件事项：可能已经变动，请返回列表重新打开。"])
    return take(request, move.command, move.subject, {**said}, part=str(move.subject.id))


def _handling(load: Load) -> Move:
    row = load.handling
    href = f"/suggestions/{row.root_id}/#handling-{row.id}"
    return Move(
        row, division.hand_on, row.root.no, row.root.title, load.seats, href,
        f"/handlings/{row.id}/route/", "单独分办",
    )  # fmt: skip


def _milestone(row: Milestone) -> Move:
    return _within(row, plans.hand_on, "节点责任人", "milestone")


def _charge(row: Charge) -> Move:
    return _within(row, inside.hand_on_charge, "党组决定事项责任人", "charge")


def _within(row: Any, command: Any, role: str, track: str) -> Move:
    """Something of a case: its text after the title."""
    title, href = f"{row.root.title}：{row.text}", f"/suggestions/{row.root_id}/#{track}-{row.id}"
    return Move(
        row, command, row.root.no, title, role, href, f"/act/{track}/{row.id}/hand_on/?next=/unit/hand-on/"
    )


def _decision(row: Resolution) -> Move:
    title, href = f"{row.root.title}：{row.text}", f"/meetings/{row.root_id}/"
    alone = f"/act/resolution/{row.id}/hand_on/?next=/unit/hand-on/"
    return Move(row, meetings.hand_on, "", title, "议定事项责任人", href, alone)
