"""The register of work (工作台账, F23), and the part of it that was urged or supervised (督办台账)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    Exists,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from jianyi.cases.models import Handling, Paper
from jianyi.kit.pages import Way
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Deadline

from ..asked import Asked, Conditions, is_late, running, sent_to, tasks
from ..columns import Rows
from ..columns.needed import AROUND, shown
from ..register import KEPT, Cut, Order, Register, labelled, seen_in
from ..sight import is_pressed_for, knows_names, knows_teams, ways as seen


def _rows(order: str, by: Actor) -> QuerySet[Handling]:
    rows = tasks().filter(congress_id=by.congress).select_related(*AROUND).only(*shown())
    if order != "due":
        return rows
    first = running().order_by().values("holder_id").annotate(first=Min("due_at")).values("first")
    return rows.annotate(due_at=Subquery(first))


def _ways(asked: Conditions, order: str, by: Actor) -> list[Way]:
    """Along the handlings, or along the clocks that run, each looked up in the handlings."""
    rows = tasks().filter(asked.condition(by), congress_id=by.congress)
    ways = [rows.filter(way) for way in seen(by)] or [rows.none()]
    if order != "due":
        return [Way(way) for way in ways]
    if asked.told.get("pressed"):
        # What was urged is few, and asked for inside the clocks it is deeper than SQLite reads.
        few = list(rows.order_by().values_list("id", flat=True))
        rows = tasks().filter(congress_id=by.congress, id__in=few)
        ways = [rows.filter(way) for way in seen(by)] or [rows.none()]
    clocks = Deadline.objects.filter(congress_id=by.congress, limit__in=w.WATCHED, ended_at=None)
    here = OuterRef("holder_id")
    return [
        Way(clocks.filter(_is_first(), Exists(way.filter(id=here))), ("due_at", "holder_id")) for way in ways
    ]


def _is_first() -> Q:
    """Of several clocks that run for one handling the one that runs out first speaks for it."""
    sooner = Deadline.objects.filter(
        congress_id=OuterRef("congress_id"),
        holder_id=OuterRef("holder_id"),
        limit__in=w.WATCHED,
        ended_at=None,
    )
    earlier = Q(due_at__lt=OuterRef("due_at")) | Q(due_at=OuterRef("due_at"), id__lt=OuterRef("id"))
    return ~Q(Exists(sooner.filter(earlier)))


def _every(asked: Conditions, order: str, by: Actor) -> QuerySet[Handling]:
    rows = seen_in(tasks().filter(asked.condition(by), congress_id=by.congress), seen(by))
    return rows.filter(Exists(running())) if order == "due" else rows


# Counted by what they have in common


def _mark(by: Actor) -> Subquery:
    own = Paper.objects.filter(
        congress_id=OuterRef("congress_id"), handling_id=OuterRef("id"), stage__in=sent_to(by)
    )
    return Subquery(own.order_by("-id").values("reply_class")[:1])


def _delegation(before: str = "") -> Callable[[Actor], Case]:
    """What a delegation proposed whose deputy is to stay unknown is in a part of its own."""

    def part(by: Actor) -> Case:
        hidden = When(**{f"{before}root__confidential": True}, then=Value(KEPT))
        kept = [] if knows_names(by) else [hidden]
        return Case(*kept, default=F(f"{before}root__delegation_id"), output_field=BigIntegerField())

    return part


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
    WORK, key="pressed", label="督办台账", usually="全部督办任务", about="催办、督办过的任务，以及现在的督办级别", read=_read_pressed, open_to=is_pressed_for,
    usual=("no", "title", "unit", "division", "officer", "stage", "next", "due", "late", "urged", "urged_on", "rung"),
)  # fmt: skip
