"""Who acts in what capacity upon a letter, a document of the ladder, a request, a help measure. Posts follow whoever holds them;
a person acts for as long as they work in the house."""

from collections.abc import Iterable
from typing import Any

from jianyi.cases.models import Handling
from jianyi.procedure.facts.acting import Actor, Holder, Post, Someone
from jianyi.procedure.words import Capacity as C, Duty
from jianyi.procedure.words.duties import CLERKS, LEADERS
from jianyi.turn.under import Under

from .models import Addressed, Help, Line, Measure, Urging


def at_urging(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    urging: Urging = under.root  # type: ignore[assignment]
    match capacity:
        case C.URGER:
            return writers(urging)
        case C.URGING_SIGNER:
            return _signers(urging)
        case C.URGED:
            return _urged(urging, under)
    return []


def at_measure(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    measure: Measure = under.root  # type: ignore[assignment]
    match capacity:
        case C.OVERSEER:
            return writers(measure)
        case C.SUPERVISING_HEAD:
            return _heads(measure)
        case C.SUPERVISED:
            return _supervised(measure, under)
    return _named_in(capacity, measure)


def _named_in(capacity: C, measure: Measure) -> list[Holder]:
    """Whom the document itself names: two people, a committee."""
    match capacity:
        case C.INTERVIEWER if measure.interviewer_id:
            return [Someone(measure.interviewer_id, _at_home(measure))]
        case C.CONCERNED if measure.owner_id:
            return [Someone(measure.owner_id, measure.unit_id)]
        case C.SUPERVISOR if measure.is_of_a_committee:
            return [Post(Duty.MEMBER, measure.supervised_by_id or 0)]
    return []


def at_help(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    help_: Help = under.root  # type: ignore[assignment]
    match capacity:
        case C.UNIT_OFFICE:
            return [Post(Duty.UNIT_OFFICE, help_.unit_id)]
        case C.RESPONSIBLE if help_.leads_id:
            return [Someone(help_.leads_id, help_.unit_id)]
    return []


def _at_home(row: Addressed) -> int:
    """Where the posts of the house that writes are held."""
    return row.congress_id if row.way in ("government", "congress") else row.house_id


def writers(row: Addressed) -> list[Holder]:
    """Who drafts for the house, and judges what comes back."""
    match row.way:
        case "government":
            return [Post(Duty.GOVERNMENT_CLERK, row.congress_id)]
        case "congress":
            return [Post(duty, row.congress_id) for duty in CLERKS]
    return [Post(Duty.UNIT_OFFICE, row.house_id)]


def _signers(row: Addressed) -> list[Holder]:
    """The head of the office that urges; in a unit its office."""
    if row.way == "congress":
        return [Post(duty, row.congress_id) for duty in (Duty.OFFICE_HEAD, Duty.COMMITTEE_HEAD)]
    return writers(row)


def _heads(row: Addressed) -> list[Holder]:
    """What weighs more than a letter is signed higher up: by a leader of the unit, by the head of the committee."""
    if row.way == "congress":
        return [Post(Duty.COMMITTEE_HEAD, row.congress_id)]
    if row.way == "government":
        return writers(row)
    return [Post(duty, row.house_id) for duty in LEADERS]


def _urged(urging: Urging, under: Under) -> list[Holder]:
    """The unit's office; within a house the divisions and the people that now work on what lags, whoever they are by then."""
    if not urging.is_inner:
        return [Post(Duty.UNIT_OFFICE, urging.unit_id)]
    tasks = tasks_of(urging, under)
    divisions = dict.fromkeys(task.division_id for task in tasks if task.division_id)
    people = dict.fromkeys(who for task in tasks for who in (task.head_id, task.officer_id) if who)
    return [
        *(Post(Duty.DIVISION_HEAD, division) for division in divisions),
        *(Someone(person, urging.unit_id) for person in people),
    ]


def lines(urging: Urging, under: Under) -> list[Line]:
    """What the letter rests on, in its order; asked for once."""
    rows = Line.objects.filter(congress_id=urging.congress_id, root_id=urging.id).order_by("nth")
    found: list[Line] = under.once("lines", lambda: list(rows.select_related("suggestion")))
    return found


def tasks_of(urging: Urging, under: Under) -> list[Handling]:
    """The handlings as they are now."""
    numbers = [line.handling_id for line in lines(urging, under)]
    rows = Handling.objects.filter(congress_id=urging.congress_id, id__in=numbers).order_by("id")
    found: list[Handling] = under.once(("tasks", tuple(numbers)), lambda: list(rows))
    return found


def _supervised(measure: Measure, under: Under) -> list[Holder]:
    """Who answers for it, and the house as it is dealt with: from outside its office, from inside the division."""
    task: Handling = under.once("task", lambda: Handling.objects.get(id=measure.handling_id))
    owner = [Someone(measure.owner_id, measure.unit_id)] if measure.owner_id else []
    if not measure.is_inner:
        return [*owner, Post(Duty.UNIT_OFFICE, measure.unit_id)]
    return [*owner, *([Post(Duty.DIVISION_HEAD, task.division_id)] if task.division_id else [])]


def eyes(row: Addressed) -> Actor:
    """The house that writes, as it sees: what lags is what it may know."""
    posts = frozenset(holder for holder in writers(row) if isinstance(holder, Post))
    return Actor(0, row.house.name, row.congress_id, posts)
