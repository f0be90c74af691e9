"""The register of work (工作台账, F23), and the part of it that was urged or supervised (督办台账)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from django.db.models import BigIntegerField, Case, CharField, F, QuerySet, Value, When

from jianyi.cases.models import Handling
from jianyi.kit.pages import Way
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor

from ..asked import CHOICES, Asked, Conditions, answered, is_late, tasks
from ..columns import Rows
from ..columns.needed import AROUND, shown
from ..register import KEPT, Cut, Order, Register, labelled, seen_in
from ..sight import is_pressed_for, knows_names, knows_teams, ways as seen


def _rows(order: str, by: Actor) -> QuerySet[Handling]:
    return tasks().filter(congress_id=by.congress).select_related(*AROUND).only(*shown())


def _ways(asked: Conditions, order: str, by: Actor) -> list[Way]:
    rows = _asked(asked, order, by)
    return [Way(rows.filter(way)) for way in seen(by)] or [Way(rows.none())]


def _every(asked: Conditions, order: str, by: Actor) -> QuerySet[Handling]:
    return seen_in(_asked(asked, order, by), seen(by))


def _asked(asked: Conditions, order: str, by: Actor) -> QuerySet[Handling]:
    rows = tasks().filter(asked.condition(by), congress_id=by.congress)
    return rows.filter(due_at__isnull=False) if order == "due" else rows


# Counted by what they have in common


def _mark(by: Actor) -> Case:
    """Class by class the tasks that were so answered: asked of every task, its replies would be looked for one by one."""
    given = answered(by)
    of_class = [
        When(id__in=given.filter(reply_class=mark).values("handling_id"), then=Value(mark)) for mark in MARKS
    ]
    return Case(*of_class, default=Value(""), output_field=CharField())


def _delegation(before: str = "") -> Callable[[Actor], Case]:
    """What a delegation proposed whose deputy is to stay unknown is in a part of its own."""

    def part(by: Actor) -> Case:
        hidden = When(**{f"{before}root__confidential": True}, then=Value(KEPT))
        kept = [] if knows_names(by) else [hidden]
        return Case(*kept, default=F(f"{before}root__delegation_id"), output_field=BigIntegerField())

    return part


MARKS = tuple(CHOICES["mark"])
CUTS = {
    "unit": Cut("承办单位", lambda by: "unit_id"), "division": Cut("牵头处室", lambda by: "division_id", open_to=knows_teams),
    "mark": Cut("答复类别", _mark, lambda part: f"{part} 类" if part else "尚未答复"), "delegation": Cut("代表团", _delegation()),
    "stage": Cut("任务状态", lambda by: "stage", labelled(w.Handling)), "role": Cut("承办方式", lambda by: "role", labelled(w.Role)),
}  # fmt: skip
WORK = Register(
    key="work", label="工作台账", about="每个承办任务一行，随办理实时更新", usually="全部有效任务", laid="work", measure="件",
    usual=(
        "no", "title", "lead", "delegation", "unit", "role", "stage", "division", "officer", "handed_over_on", "next", "due", "late", "replied_on", "mark",
    ),
    read=Asked.read,
    orders={
        "new": Order("新交办在前", ("id",), down=True), "old": Order("先交办在前", ("id",)),
        "due": Order("先到期在前（只列期限在走的）", ("due_at", "id")),
    },
    cuts=CUTS, rows=_rows, ways=_ways, every=_every, held=Rows, late=is_late, anchor="handling",
)  # fmt: skip


def _read_pressed(asked: Mapping[str, Any]) -> Asked:
    return replace(Asked.read(asked), pressed="yes")


PRESSED = replace(
    WORK, key="pressed", label="督办台账", usually="全部督办任务", about="催办、通报、督办过的任务，以及现在的督办级别", read=_read_pressed, open_to=is_pressed_for,
    usual=("no", "title", "unit", "division", "officer", "stage", "next", "due", "late", "urged", "urged_on", "rung"),
)  # fmt: skip
