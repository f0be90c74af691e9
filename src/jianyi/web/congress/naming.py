"""Naming units for a case: what the form says, which units are candidates and why, finding another one."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest

from jianyi.cases.queries.files import CaseFile
from jianyi.kit.ids import read_number, read_numbers
from jianyi.parties.models import Organisation
from jianyi.parties.queries import units
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Handling, Role

from . import texts


MOST = 12
ROLES = [("", "不列入"), *((role.value, role.label) for role in Role)]
Row = dict[str, Any]


def plain(request: HttpRequest) -> dict[str, Any]:
    """What the form says, as the step wants it."""
    named = [row for row in _typed(request) if row["role"]]
    return {
        "units": [{k: row[k] for k in ("unit", "role", "scope")} for row in named],
        "note": request.POST.get("note", ""),
    }


def _typed(request: HttpRequest) -> list[Row]:
    """The rows of the form; a unit added with its button joins as the first role that fits."""
    known = {role.value for role in Role}
    rows = []
    for unit in read_numbers(request.POST.getlist("unit")):
        role = request.POST.get(f"role-{unit}", "")
        rows.append(
            {
                "unit": unit,
                "role": role if role in known else "",
                "scope": request.POST.get(f"scope-{unit}", ""),
            }
        )
    added = read_number(request.POST.get("add", ""))
    if added and added not in {row["unit"] for row in rows}:
        rows.append({"unit": added, "role": _next_role(rows), "scope": ""})
    return rows


def _next_role(rows: list[Row]) -> str:
    """Alone first; beside a unit that leads, as one that helps; beside others with a part of its own, likewise."""
    taken = {row["role"] for row in rows if row["role"]}
    if not taken:
        return str(Role.SOLE.value)
    return str(Role.SEPARATE.value if Role.SEPARATE.value in taken else Role.CO.value)


def rows(request: HttpRequest, file: CaseFile) -> list[Row]:
    """The candidates: named already or in the form, wished for by the deputy, claimed by themselves."""
    typed = _typed(request) if request.method == "POST" else _named(file)
    wished, claims = (
        texts.wished(file),
        {claim.unit_id: claim for claim in file.claims if claim.stage.value == "claimed"},
    )
    numbers = dict.fromkeys([*(row["unit"] for row in typed), *claims, *wished])
    names = _names(list(numbers), file)
    said = {row["unit"]: row for row in typed}
    return [
        {
            "unit": unit, "id": str(unit), "name": names[unit], "role": said.get(unit, {}).get("role", ""),
            "scope": said.get(unit, {}).get("scope", ""), "wished": unit in wished, "claim": claims.get(unit),
        }
        for unit in numbers
        if unit in names
    ]  # fmt: skip


def _named(file: CaseFile) -> list[Row]:
    named = [h for h in file.handlings if h.stage is Handling.NAMED]
    return [{"unit": h.unit_id, "role": h.role.value, "scope": h.scope} for h in named]


def _names(numbers: list[int], file: CaseFile) -> dict[int, str]:
    rows = Organisation.objects.filter(congress_id=file.case.congress_id, id__in=numbers)
    return dict(rows.values_list("id", "name"))


def words(request: HttpRequest) -> str:
    """What is looked for."""
    return (request.POST.get("q") or request.GET.get("q") or "").strip()[:30]


def found(request: HttpRequest, file: CaseFile) -> list[Organisation]:
    """Units whose name holds the words."""
    told = words(request)
    if not told:
        return []
    known = units(by=request.actor)  # type: ignore[attr-defined]
    return list(known.filter(Q(name__contains=told) | Q(short__contains=told))[:MOST])


def by_name(told: str, by: Actor) -> Organisation | None:
    """The unit of this full or short name."""
    name = told.strip()
    return units(by=by).filter(Q(name=name) | Q(short=name)).first() if name else None
