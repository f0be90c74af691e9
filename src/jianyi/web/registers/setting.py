"""How a register is looked at: conditions, columns, order, parts; from the address, or from a layout that was kept."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict

from jianyi.kit.ids import read_number
from jianyi.procedure.facts.acting import Actor
from jianyi.registers import layouts
from jianyi.registers.asked import Asked
from jianyi.registers.columns import Column, chosen, groups
from jianyi.registers.models import Layout
from jianyi.registers.queries.work import ORDERS, PARTS


WORK = "work"
USUAL = (
    "no", "title", "lead", "delegation", "unit", "role", "stage", "division", "officer", "handed_over_on", "next", "due", "late", "replied_on", "mark",
)  # fmt: skip
# Set by the form: then the address says everything, also by what it leaves out.
SET = "set"
FARTHEST_PLACE = 999


@dataclass(frozen=True)
class Setting:
    asked: Asked
    columns: list[Column]
    order: str
    parts: str
    layout: Layout | None

    @property
    def name(self) -> str:
        return self.layout.name if self.layout else "当前筛选"

    @property
    def keys(self) -> list[str]:
        return [column.key for column in self.columns]

    def address(self, **more: Any) -> str:
        """The same, as an address asks for it, with something changed."""
        told = {
            SET: "1",
            **self.asked.told,
            "columns": ",".join(self.keys),
            "order": self.order,
            "parts": self.parts,
        }
        if self.layout:
            told["layout"] = str(self.layout.id)
        return urlencode({name: value for name, value in (told | more).items() if value})


def read(request: HttpRequest) -> Setting:
    """What the address does not say is as usual, or as the layout that it names says."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    typed = request.POST if request.method == "POST" else request.GET
    number = read_number(typed.get("layout", ""))
    layout = layouts.layout(number, by=by) if number else None
    if layout and SET not in typed:
        columns, order = chosen(layout.columns), layout.order
        return Setting(
            Asked.read(layout.conditions), columns or chosen(USUAL), _order(order), _parts(typed), layout
        )
    return Setting(
        Asked.read(typed.dict()), chosen(_columns(typed)) or chosen(USUAL), _order(typed.get("order", "")), _parts(typed), layout
    )  # fmt: skip


def _order(told: str) -> str:
    return told if told in ORDERS else "new"


def _parts(typed: QueryDict) -> str:
    return typed.get("parts", "") if typed.get("parts") in PARTS else ""


def _columns(typed: QueryDict) -> list[str]:
    """Ticked, each with its place; or named in their order."""
    ticked = typed.getlist("column")
    if not ticked:
        return typed.get("columns", "").split(",")
    places = {key: read_number(typed.get(f"at_{key}", "")) or FARTHEST_PLACE for key in ticked}
    return sorted(ticked, key=lambda key: places[key])


def offered(setting: Setting) -> list[dict[str, Any]]:
    """Every column there is, by group, with its place among the chosen."""
    places = {key: place for place, key in enumerate(setting.keys, start=1)}
    return [
        {"label": group.label, "columns": [{"column": each, "place": places.get(each.key, "")} for each in group.columns]}
        for group in groups()
    ]  # fmt: skip
