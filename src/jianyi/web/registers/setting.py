"""How a register is looked at: conditions, columns, order, parts; from the address, or from a layout that was kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict

from jianyi.kit.ids import read_number
from jianyi.procedure.facts.acting import Actor
from jianyi.registers import layouts
from jianyi.registers.asked import Conditions
from jianyi.registers.columns import Column
from jianyi.registers.models import Layout
from jianyi.registers.register import Register


# Set by the form: then the address says everything, also by what it leaves out.
SET = "set"
FARTHEST_PLACE = 999


@dataclass(frozen=True)
class Setting:
    register: Register
    asked: Conditions
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

    @property
    def home(self) -> str:
        return f"/registers/{self.register.key}/"

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


def read(request: HttpRequest, register: Register) -> Setting:
    """What the address does not say is as usual, or as the layout that it names says."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    typed = request.POST if request.method == "POST" else request.GET
    number = read_number(typed.get("layout", ""))
    layout = layouts.layout(number, register.key, by=by) if number else None
    if layout and SET not in typed:
        return _setting(by, register, layout.conditions, layout.columns, layout.order, layout.parts, layout)
    return _setting(
        by, register, typed.dict(), _columns(typed), typed.get("order", ""), typed.get("parts", ""), layout
    )


def _setting(
    by: Actor, register: Register, asked: Mapping[str, Any], columns: list[str], order: str, parts: str, layout: Layout | None
) -> Setting:  # fmt: skip
    return Setting(
        register, register.read(asked), register.chosen(columns, by), register.order(order), parts if parts in register.cuts else "", layout
    )  # fmt: skip


def _columns(typed: QueryDict) -> list[str]:
    """Ticked, each with its place; or named in their order."""
    ticked = typed.getlist("column")
    if not ticked:
        return typed.get("columns", "").split(",")
    places = {key: read_number(typed.get(f"at_{key}", "")) or FARTHEST_PLACE for key in ticked}
    return sorted(ticked, key=lambda key: places[key])


def offered(setting: Setting, by: Actor) -> list[dict[str, Any]]:
    """Every column there is for this reader, by group, with its place among the chosen."""
    places = {key: place for place, key in enumerate(setting.keys, start=1)}
    return [
        {"label": group.label, "columns": [{"column": each, "place": places.get(each.key, "")} for each in group.columns]}
        for group in setting.register.offered(by)
    ]  # fmt: skip
