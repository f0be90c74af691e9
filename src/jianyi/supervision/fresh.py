"""New letters, documents, requests and help measures, as far as the actor may make them: for pages and interface."""

from collections.abc import Callable

from jianyi.cases.fresh import About, number
from jianyi.cases.issued.congress import body
from jianyi.cases.models import Handling, Promise
from jianyi.cases.queries.files import case
from jianyi.fieldwork.fresh import home_of
from jianyi.parties.models import Congress, Organisation
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import WAYS
from jianyi.procedure.facts.said.supervision import SHEETS
from jianyi.procedure.places import place
from jianyi.procedure.words import Duty, GovernmentOffice, Kind
from jianyi.procedure.words.duties import CLERKS
from jianyi.turn.models import Subject

from .facts import in_reach
from .models import Help, Measure, Plea, Urging


def fresh(track: str, about: About, *, by: Actor) -> Subject | None:
    """An unsaved subject of the track; nothing where the actor may make none."""
    make = MAKERS.get(track)
    return make(about, by) if make else None


def ways_of(by: Actor) -> list[str]:
    """In which ways somebody urges, by the posts that are held."""
    inside = by.where(Duty.UNIT_OFFICE)
    where = place(Congress.objects.get(id=by.congress).place)
    found = ["inner", "co"] if inside else []
    if by.holds(Duty.GOVERNMENT_CLERK) and not where.says(GovernmentOffice.NONE):
        found.append("government")
    if by.holds(*CLERKS, Duty.COMMITTEE_HEAD):
        found.append("congress")
    return found


def urging(about: About, by: Actor) -> Subject | None:
    """To the `unit` named; inside one's own to the `division`. `way`: where somebody has several."""
    way = str(about.get("way") or "") or _way(about, by)
    row = _addressed(Urging, way, number(about, "unit"), by)
    if isinstance(row, Urging) and row.is_inner:
        division = _division(number(about, "division"), row.house_id)
        if division is None:
            return None
        row.division = division
    return row


def _way(about: About, by: Actor) -> str:
    """Without a word: inside, where a division is named; to another unit, where one is; else from the office."""
    found = ways_of(by)
    if "inner" in found:
        return "inner" if number(about, "division") else "co"
    return found[0] if found else ""


def _addressed(
    model: type[Urging] | type[Measure], way: str, unit: int, by: Actor
) -> Urging | Measure | None:
    """Of the house that the actor writes for."""
    if way not in WAYS or way not in ways_of(by):
        return None
    house = _house(way, by)
    to = house if way == "inner" else _unit(unit, by)
    if (
        house is None
        or to is None
        or (way == "co" and to.id == house.id)
        or (way == "government" and not to.of_government)
    ):
        return None  # fmt: skip
    where = Congress.objects.get(id=by.congress).place
    return model(congress_id=by.congress, place=where, way=way, house=house, unit=to, made_by_id=by.person)


def _house(way: str, by: Actor) -> Organisation | None:
    if way == "government":
        return body(by.congress, (Kind.GOVERNMENT_OFFICE,))
    if way == "congress":
        return body(by.congress)
    return Organisation.objects.filter(congress_id=by.congress, id=home_of(by), kind=Kind.UNIT).first()


def _unit(unit: int, by: Actor) -> Organisation | None:
    return Organisation.objects.filter(congress_id=by.congress, id=unit, kind=Kind.UNIT).first()


def _division(division: int, unit: int) -> Organisation | None:
    return Organisation.objects.filter(id=division, parent_id=unit).first()


def measure(about: About, by: Actor) -> Subject | None:
    """Of the `rung` named, about the `handling` named, as far as it is seen."""
    task = Handling.objects.filter(congress_id=by.congress, id=number(about, "handling")).first()
    rung = str(about.get("rung") or "")
    if task is None or rung not in SHEETS or rung == "urging" or case(task.root_id, by=by) is None:
        return None
    way = str(about.get("way") or "") or way_to(task, ways_of(by), by)
    if way == "co":
        return None
    row = _addressed(Measure, way, task.unit_id, by)
    if not isinstance(row, Measure) or row.unit_id != task.unit_id:
        return None
    row.rung, row.handling, row.suggestion = rung, task, task.root
    row.division_id = task.division_id if row.is_inner else None
    return row


def way_to(task: Handling, ways: list[str], by: Actor) -> str:
    """Inside one's own unit, where it is that unit's handling; else from the office. `ways`: those in which somebody urges."""
    if "inner" in ways and task.unit_id == home_of(by):
        return "inner"
    outer = (way for way in ways if way == "congress" or (way == "government" and task.unit.of_government))
    return next(outer, "")


def plea(about: About, by: Actor) -> Subject | None:
    """About the `suggestion` named, for its lead deputy."""
    file = case(number(about, "suggestion"), by=by)
    if file is None or not file.is_proposer:
        return None
    return Plea(congress_id=by.congress, root_id=file.case.id, asked_by_id=by.person)


def help_(about: About, by: Actor) -> Subject | None:
    """Of the actor's own unit, for the `suggestion` or the `promise` named."""
    units = by.where(Duty.UNIT_OFFICE)
    promise = Promise.objects.filter(congress_id=by.congress, id=number(about, "promise")).first()
    file = case(promise.root_id if promise else number(about, "suggestion"), by=by)
    if not units or file is None or not in_reach(file.case, units[0]):
        return None
    where = Congress.objects.get(id=by.congress).place
    return Help(
        congress_id=by.congress, place=where, unit_id=units[0], made_by_id=by.person, suggestion=file.case,
        promise_id=promise.id if promise else 0,
    )  # fmt: skip


MAKERS: dict[str, Callable[[About, Actor], Subject | None]] = {
    "urging": urging, "measure": measure, "plea": plea, "help": help_,
}  # fmt: skip
