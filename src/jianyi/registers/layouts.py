"""Layouts (台账视图): kept for their owner, and used by the house where they are shared. No fact of a case, no journal."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from jianyi.kit.text import clean
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import CLERKS

from .models import Layout
from .queries.options import home, house_of


LONGEST, MOST = 30, 50
OFFICES = (Duty.UNIT_OFFICE, Duty.GOVERNMENT_CLERK, *CLERKS)


class NotKept(Exception):
    """Why a layout was not kept, as a sentence."""


def layouts(register: str, *, by: Actor) -> list[Layout]:
    """The actor's own, then those shared by others of the same house; by name."""
    rows = Layout.objects.filter(_seen(by), congress_id=by.congress, register=register)
    return sorted(rows, key=lambda row: (row.owner_id != by.person, row.name, row.id))


def layout(number: int, register: str, *, by: Actor) -> Layout | None:
    """One of this register."""
    return Layout.objects.filter(_seen(by), congress_id=by.congress, id=number, register=register).first()


def keep(
    register: str, name: str, conditions: Mapping[str, Any], columns: Sequence[str], order: str, *, parts: str = "", shared: bool, by: Actor
) -> Layout:  # fmt: skip
    """Under its name, over the one of the same name that was there. Raises NotKept."""
    told, house = clean(name).text.strip(), house_number(by)
    if not told or len(told) > LONGEST:
        raise NotKept(f"请给视图起一个名称，最多 {LONGEST} 字。")
    if shared and not house:
        raise NotKept("只有在单位或者机关任职的人员可以共享视图。")
    values = {
        "conditions": dict(conditions), "columns": list(columns), "order": order, "parts": parts, "shared": shared, "house_id": house,
    }  # fmt: skip
    if _own(by).filter(register=register, name=told).update(**values):
        return _own(by).get(register=register, name=told)
    if _own(by).count() >= MOST:
        raise NotKept(f"最多保存 {MOST} 个视图：请先删去不用的。")
    return _made(register, told, values, by)


def _made(register: str, name: str, values: dict[str, Any], by: Actor) -> Layout:
    """Pressed twice at once it is one layout."""
    try:
        with transaction.atomic():
            return Layout.objects.create(
                congress_id=by.congress, owner_id=by.person, register=register, name=name, **values
            )
    except IntegrityError:
        return _own(by).get(register=register, name=name)


def drop(number: int, *, by: Actor) -> str:
    """Answers of which register it was, with nothing where there was none to drop."""
    row = Layout.objects.filter(_seen(by), congress_id=by.congress, id=number).first()
    return row.register if row and may_drop(row, by=by) and row.delete()[0] else ""


def may_drop(row: Layout | None, *, by: Actor) -> bool:
    """Its owner, and of a shared one the office of the house: whoever shared it may have left."""
    shared = row is not None and row.shared and row.house_id == house_number(by)
    return row is not None and (row.owner_id == by.person or (shared and by.holds(*OFFICES)))


def house_number(by: Actor) -> int:
    """Those who share a layout: of one unit, or of one body of the congress or the government. Posts of both are held in the congress,
    so the body is asked for and not the place of the post."""
    found = None if home(by) else house_of(by)
    return home(by) or (found.id if found else 0)


def _own(by: Actor) -> QuerySet[Layout]:
    return Layout.objects.filter(congress_id=by.congress, owner_id=by.person)


def _seen(by: Actor) -> Q:
    house = house_number(by)
    shared = Q(shared=True, house_id=house) if house else Q(pk__in=[])
    return Q(owner_id=by.person) | shared
