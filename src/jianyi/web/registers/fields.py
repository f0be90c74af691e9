"""The conditions of each register as a form offers them, each with what it may be and what it is."""

from collections.abc import Iterable
from typing import Any

from jianyi.cases.queries.promises import PARTS
from jianyi.kit import clock
from jianyi.procedure.facts.acting import Actor
from jianyi.registers.asked import CHOICES, Conditions
from jianyi.registers.queries import contacts, promises
from jianyi.registers.queries.options import Options, options
from jianyi.registers.register import Register
from jianyi.registers.sight import is_deputy, keeps_notes


Field = dict[str, Any]
DUE_WITHIN = {3: "3 天内到期", 7: "7 天内到期", 15: "15 天内到期", 30: "30 天内到期"}
FIRST = ("division", "responsible", "stage", "late", "phase", "mode", "part")
LABELS = {
    "stage": "任务状态", "role": "承办方式", "mark": "答复类别", "key": "重点督办", "between": "闭会期间", "late": "逾期", "pressed": "督办", "noted": "备注",
}  # fmt: skip


def fields(register: Register, asked: Conditions, by: Actor) -> list[Field]:
    """Of those that this reader can choose among."""
    found = options(getattr(asked, "unit", 0), by=by)
    every = [_field(asked, *each) for each in OF[register.key](found) if each[2]]
    # What a reader is not told is not asked either.
    hidden = {"pressed": is_deputy(by), "noted": not keeps_notes(by)}
    return [
        field | {"first_shown": field["name"] in FIRST} for field in every if not hidden.get(field["name"])
    ]


def _field(
    asked: Conditions, name: str, label: str, choices: Iterable[tuple[Any, str]], first: str = "全部"
) -> Field:
    told = [(str(value), word) for value, word in choices]
    return {"name": name, "label": label, "now": str(getattr(asked, name) or ""), "choices": told, "first": first}  # fmt: skip


Told = tuple[str, str, list[tuple[Any, str]], str]


def _of_work(found: Options) -> list[Told]:
    fixed = [
        (name, label, [(value, told or f"{value} 类") for value, told in CHOICES[name].items() if value], CHOICES[name].get("", "全部"))
        for name, label in LABELS.items()
    ]  # fmt: skip
    return [
        *_houses(found), ("responsible", "责任人", found.people, "全部"), ("sitting", "届次", found.sittings, "全部"),
        ("delegation", "代表团", found.delegations, "全部"), *fixed, ("within", "临期", list(DUE_WITHIN.items()), "不限"), _years("交办"),
    ]  # fmt: skip


def _of_pressed(found: Options) -> list[Told]:
    """All of its rows are pressed: it does not ask for that."""
    return [each for each in _of_work(found) if each[0] != "pressed"]


def _of_contacts(found: Options) -> list[Told]:
    labels = {"phase": "环节", "mode": "方式", "face": "见面", "stage": "记录情况"}
    fixed = [(name, label, list(contacts.OPTIONS[name].items()), "全部") for name, label in labels.items()]
    return [*_houses(found), *fixed, _years("沟通")]


def _of_promises(found: Options) -> list[Told]:
    parts = [(name, label) for name, label in PARTS.items() if name != "open"]
    return [
        *_houses(found), ("part", "范围", parts, PARTS["open"]), ("stage", "状态", list(promises.STAGES.items()), "全部"), _years("到期"),
    ]  # fmt: skip


def _houses(found: Options) -> list[Told]:
    return [
        ("unit", "承办单位", [*found.units], "全部"),
        ("division", "牵头处室", [*found.divisions], "全部"),
    ]


def _years(of_what: str) -> Told:
    this = clock.today().year
    first = this + (1 if of_what == "到期" else 0)
    return "year", "年度", [(year, f"{year} 年{of_what}") for year in range(first, this - 5, -1)], "全部"


OF = {"work": _of_work, "pressed": _of_pressed, "contacts": _of_contacts, "promises": _of_promises}
