"""The fields of what is said, ready for a form: label, kind, options, and what was typed before a refusal."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any, cast

from django.http import HttpRequest

from jianyi.cases.facts import crew_of, staff_of
from jianyi.cases.fresh import number
from jianyi.cases.holders import proposers
from jianyi.cases.queries.files import CaseFile
from jianyi.parties.models import Congress
from jianyi.parties.queries import house, names, organisations, units
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import ALSO_ASKED, AXES, Rated, Said
from jianyi.procedure.places import Place, place
from jianyi.procedure.words import Duty, Kind
from jianyi.procedure.words.duties import LEADERS


@dataclass
class Field:
    """`options`: [(value, label)]; `value`: what was typed, or what stands now."""

    name: str
    label: str
    kind: str
    value: Any = ""
    options: list[tuple[str, str]] = field(default_factory=list)
    error: str = ""

    @property
    def chosen(self) -> list[str]:
        value = self.value
        return [str(part) for part in value] if isinstance(value, list | tuple) else [str(value)]


def fields_of(
    kind: type[Said], request: HttpRequest, outcome: Any, file: CaseFile | None, staff: Iterable[tuple[int, str]] = ()
) -> list[Field]:  # fmt: skip
    """One Field for everything the step asks, except what the form itself carries hidden. `staff`: who are colleagues
    where no case says so."""
    found, skipped = [], _not_asked(kind, file)
    for f in fields(cast(Any, kind)):
        how = f.metadata.get("kind", "text")
        if (
            how
            in (
                "hidden",
                "secret",
                "naming",
                "answers",
                "promises",
                "bases",
                "posted",
                "foreseen",
                "marks",
                "chosen",
                "lags",
            )
            or not f.metadata
            or f.name in skipped
        ):
            continue
        options = list(f.metadata["options"].items()) or _options(how, request, file)
        if how == "colleague" and staff:
            options = [(str(person), name) for person, name in staff]
        value = outcome.kept.get(f.name) or _typed(request, f.name, how, f.default)
        found.append(
            Field(f.name, f.metadata["label"], how, value, options, outcome.problems.get(f.name, ""))
        )
    return found


def _not_asked(kind: type[Said], file: CaseFile | None) -> set[str]:
    """Of a rating what the sheet of this place has no line for."""
    if file is None or not issubclass(kind, Rated):
        return set()
    place = file.under.place
    return {*AXES, *ALSO_ASKED} - {*place.rating_axes, *place.rating_asks}


MANY = (
    "choices", "deputies", "present", "units", "points", "must_have", "negative", "divisions", "files", "proofs", "photographs",
)  # fmt: skip


def _typed(request: HttpRequest, name: str, how: str, default: Any) -> Any:
    if request.method != "POST":
        return default
    if how == "flag":
        return name in request.POST
    many = request.POST.getlist(name)
    return many if how in MANY else request.POST.get(name, default)


def _options(how: str, request: HttpRequest, file: CaseFile | None) -> list[tuple[str, str]]:
    by = request.actor  # type: ignore[attr-defined]
    if how in ("unit", "units"):
        return [(str(unit.id), unit.name) for unit in units(by=by)]
    if how in OF_CASE and file:
        return OF_CASE[how](request, file)
    if how in ("must_have", "negative", "reply_class"):
        return _lists(how, file.under.place if file else place(Congress.objects.get(id=by.congress).place))
    if how == "committee":
        return [(str(row.id), row.name) for row in organisations(by=by).filter(kind=Kind.SPECIAL)]
    if file and file.own_handlings:
        return _of_the_house(how, file.own_handlings[0].unit_id, by)
    return []


def _of_the_house(how: str, unit: int, by: Actor) -> list[tuple[str, str]]:
    """Divisions and people of the unit at work."""
    if how in ("division", "divisions"):
        return [(str(row.id), row.name) for row in organisations(by=by).filter(parent_id=unit)]
    if how == "colleague":
        return colleagues(house(unit, by=by))
    if how in DUTIES:
        found = house(unit, by=by)
        return [
            (str(p), f"{name}（{where}）") for duty in DUTIES[how] for p, name, where in found.get(duty, [])
        ]
    return []


DUTIES = {
    "leader": LEADERS, "head": (Duty.DIVISION_HEAD, Duty.UNIT_OFFICE), "officer": (Duty.OFFICER,),
}  # fmt: skip


def _crew(request: HttpRequest, file: CaseFile) -> list[tuple[str, str]]:
    """Who works on the handling whose plan it is; where the form does not say which plan or decision, on one's own first."""
    if not file.own_handlings:
        return []
    told = {**request.GET.dict(), **request.POST.dict()}
    named = {number(told, "plan"), number(told, "collective")}
    mine = next(
        (row.handling for row in (*file.plans, *file.collectives) if row.id in named), file.own_handlings[0]
    )
    return [(str(person), told) for person, told in crew_of(mine).items()]


def colleagues(found: dict[Duty, list[tuple[int, str, str]]]) -> list[tuple[str, str]]:
    """Everybody of a house, each once, with where they work."""
    rows = (row for people in found.values() for row in people)
    return list({str(person): f"{name}（{where}）" for person, name, where in rows}.items())


def _deputies(request: HttpRequest, file: CaseFile) -> list[tuple[str, str]]:
    """The proposers of the case; nobody for those to whom their names are hidden."""
    if file.hides_names:
        return []
    people = proposers(file.under)
    known = names(file.case.congress_id, set(people))
    return [(str(person), known[person]) for person in people]


def _points(request: HttpRequest, file: CaseFile) -> list[tuple[str, str]]:
    """The points of the case, after the whole."""
    each = [(str(no), f"第 {no} 条 {point[:40]}") for no, point in enumerate(file.case.points, start=1)]
    return [("0", "全文"), *each]


def _present(request: HttpRequest, file: CaseFile) -> list[tuple[str, str]]:
    """Who of the unit may have taken part in a contact; the form or its address says of which handling."""
    kwargs = request.resolver_match.kwargs if request.resolver_match else {}
    told = {str(kwargs.get("number")), request.GET.get("handling"), request.POST.get("handling")}
    named = next((row for row in file.handlings if str(row.id) in told), None)
    return [(str(person), name) for person, name in staff_of(named).items()] if named else []


OF_CASE = {"deputies": _deputies, "crew": _crew, "point": _points, "present": _present}


def _lists(how: str, where: Place) -> list[tuple[str, str]]:
    if how == "reply_class":
        return [(key, f"{key} {entry.label}") for key, entry in where.classes.items()]
    items = where.must_have if how == "must_have" else where.negative
    return [(item.key, f"{item.label}（{item.article}）") for item in items]
