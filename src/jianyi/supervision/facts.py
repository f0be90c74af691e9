"""What the procedure asks about a letter, a document of the ladder, a request of a deputy, a help measure."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from jianyi.cadence.queries.slow import Slow, slow
from jianyi.cases.models import Contact, Handling, Milestone, Sheet, Suggestion
from jianyi.kit import clock
from jianyi.parties.models import Organisation
from jianyi.parties.queries import held_posts
from jianyi.procedure import words as w
from jianyi.procedure.facts.supervision import Climbing, Helped, Pleaded, Pressed
from jianyi.procedure.lagging import LATE
from jianyi.procedure.words import Duty, Kind
from jianyi.procedure.words.duties import CONGRESS, LEADERS, WHOLE_UNIT
from jianyi.turn.models import Deadline
from jianyi.turn.under import Under

from .holders import eyes, lines, tasks_of
from .ladder import below
from .lagging import IN_HAND, OVER, key_of, owed
from .models import COUNTED, VOID, Addressed, Help, Line, Measure, Plea, Urging


def pressed(urging: Urging, under: Under) -> Pressed:
    rows, tasks = lines(urging, under), tasks_of(urging, under)
    return Pressed(
        offered=frozenset(key_of(lag) for lag in offered(urging, under)),
        chosen=tuple((row.key, f"第{row.suggestion.no}号{row.label}") for row in rows),
        demands=len(urging.demands),
        gone=bool(tasks)
        and (_left_the_house(urging, tasks, under) or all(_is_gone(task, urging) for task in tasks)),
        answerers=frozenset(urging.answerers),
        heir=_heir(urging, tasks, under),
        due=urging.due,
    )


def _is_gone(task: Handling, urging: Urging) -> bool:
    """To another unit; a draft has nothing left to say either when the answer was sent."""
    return task.stage in OVER or (urging.stage is w.Urging.DRAFTED and task.stage not in IN_HAND)


def _left_the_house(urging: Urging, tasks: list[Handling], under: Under) -> bool:
    """Several units go on with what one letter speaks of, so none can answer it; or it was written inside a house, or by one that
    was in the lead, and that house has it no more."""
    units = {task.unit_id for task in tasks if task.stage not in OVER}
    if urging.is_inner:
        return bool(units) and urging.house_id not in units
    if urging.way == "co" and not under.once("leads", lambda: _leads(urging, tasks)):
        return True
    return len(units) > 1


def _leads(urging: Urging, tasks: list[Handling]) -> bool:
    rows = Handling.objects.filter(
        congress_id=urging.congress_id, root_id__in=[task.root_id for task in tasks], unit_id=urging.house_id
    ).exclude(stage__in=OVER)
    return rows.exclude(role=w.Role.CO).exists()


def _heir(urging: Urging, tasks: list[Handling], under: Under) -> int:
    """A house that leads urges nobody in its own name."""
    if urging.is_inner or _left_the_house(urging, tasks, under):
        return 0
    units = {task.unit_id for task in tasks if task.stage not in OVER} - {urging.unit_id}
    return units.pop() if len(units) == 1 else 0


def offered(urging: Urging, under: Under) -> list[Slow]:
    """What lags now with the addressee, as the house that writes may know it; asked for once."""

    def ask() -> list[Slow]:
        if urging.way == "co":
            return owed(urging.house_id, urging.unit_id, urging.congress_id)
        return slow(by=eyes(urging), unit=urging.unit_id, division=urging.division_id or 0)

    found: list[Slow] = under.once("lagging", ask)
    return found


# The ladder


def climbing(measure: Measure, under: Under) -> Climbing:
    task: Handling = under.once("task", lambda: Handling.objects.get(id=measure.handling_id))
    at = measure.at.astimezone(clock.HOME).date() if measure.at else None
    may_approve = under.once("approvers", lambda: approvers(measure))
    return Climbing(
        rung=measure.level,
        passed=under.once(
            "passed", lambda: frozenset(row.level for row in below(measure, clock.today()) if row.over)
        ),
        approvers=may_approve,
        skips=bool(measure.skip_reason) and measure.skip_by_id in may_approve,
        team=under.once("team", lambda: team(task)),
        hosts=under.once("hosts", lambda: hosts(measure)),
        handled=task.stage in IN_HAND,
        owner=measure.owner_id or 0,
        reporters=frozenset(measure.reporters),
        begins=at,
        inner=measure.is_inner,
        due=measure.due,
        causes=under.once("causes", lambda: frozenset(causes(measure, task)))
        if not measure.level
        else frozenset(),
        bodies=under.once("bodies", lambda: bodies(measure)) if not measure.level else frozenset(),
        heir=under.once("heir", lambda: heir(measure, task)),
        left=task.stage in OVER or (measure.is_inner and _is_passed_over(measure, task)),
        since=task.handed_over_at.astimezone(clock.HOME).date() if task.handed_over_at else None,
        cited=under.once("cited", lambda: cited(measure)),
    )


def heir(measure: Measure, task: Handling) -> int:
    """What concerns a person alone goes along where that person works in the other unit now; else it stays where they can speak."""
    if measure.is_inner or not _is_passed_over(measure, task):
        return 0
    inside = Q(root_id=task.unit_id) | Q(root__parent_id=task.unit_id)
    at_work = held_posts(task.congress_id).filter(inside, person_id=measure.owner_id)
    return task.unit_id if measure.rung != "accountability" or at_work.exists() else 0


def _is_passed_over(measure: Measure, task: Handling) -> bool:
    return task.unit_id != measure.unit_id and task.stage not in OVER


def causes(measure: Measure, task: Handling) -> Iterator[str]:
    """Why this suggestion may be supervised, as things stand. The days of a plan are the unit's own."""
    if task.root.key:
        yield "key"
    late = Deadline.objects.filter(
        congress_id=task.congress_id, root_id=task.root_id, ended_at=None, limit__in=LATE
    )
    plan = Milestone.objects.filter(congress_id=task.congress_id, handling_id=task.id).values("id")
    held = Q(holder_id=task.id) | Q(holder_id__in=plan) if measure.is_inner else Q(holder_id=task.id)
    if late.filter(held, due_at__lte=clock.now()).exists():
        yield "overdue"
    sheets = Sheet.objects.filter(congress_id=task.congress_id, root_id=task.root_id, result="dissatisfied")
    if sheets.exclude(stage=w.Rating.ENTERED).exists():
        yield "rating"


def bodies(row: Addressed) -> frozenset[int]:
    """Who may supervise: the house that writes, and for the congress its special committees."""
    rows = Organisation.objects.filter(
        congress_id=row.congress_id, kind=Kind.SPECIAL, stage=w.Organisation.ACTIVE
    )
    special = rows.values_list("id", flat=True) if row.way == "congress" else ()
    return frozenset({row.house_id, *special})


def cited(measure: Measure) -> frozenset[str]:
    """Numbers of circulars that this side has on record about the same handling, and that stand."""
    rows = Measure.objects.filter(
        congress_id=measure.congress_id,
        handling_id=measure.handling_id,
        rung="circular",
        house_id=measure.house_id,
    ).exclude(stage__in=VOID)
    return frozenset(rows.exclude(id=measure.id).values_list("number", flat=True))


def approvers(row: Addressed) -> frozenset[int]:
    """Who may approve that a rung is skipped: the leaders of the house that writes."""
    duties = {"government": (Duty.GOVERNMENT_CLERK,), "congress": (Duty.COMMITTEE_HEAD,)}
    return _holding(row, *duties.get(row.way, LEADERS))


def hosts(row: Addressed) -> frozenset[int]:
    """Who may speak with the person for the house that writes."""
    duties = {"government": (Duty.GOVERNMENT_CLERK,), "congress": CONGRESS}
    return _holding(row, *duties.get(row.way, WHOLE_UNIT))


def _holding(row: Addressed, *duties: Duty) -> frozenset[int]:
    """The bodies of the congress and the government's office hold their posts in the congress."""
    posts = held_posts(row.congress_id).filter(duty__in=duties)
    if row.way in ("inner", "co"):
        posts = posts.filter(root_id=row.house_id)
    return frozenset(posts.values_list("person_id", flat=True))


def team(task: Handling) -> frozenset[int]:
    """Who may answer for a handling: the people it was given to and the leaders of the unit, as far as they work there."""
    inside = Q(root_id=task.unit_id) | Q(root__parent_id=task.unit_id)
    named = Q(person_id__in=[task.leader_id, task.head_id, task.officer_id, task.leading_leader_id])
    posts = held_posts(task.congress_id).filter(inside).filter(named | Q(duty__in=LEADERS))
    return frozenset(posts.values_list("person_id", flat=True))


# What deputies ask for


def pleaded(plea: Plea, under: Under) -> Pleaded:
    tasks = [task for task in under.all(Handling) if task.stage in IN_HAND]
    others = [row for row in under.all(Plea) if row.id != plea.id and row.stage is w.Plea.ASKED]
    return Pleaded(
        lags=any(_is_late(task, under) or _is_silent(task, under) for task in tasks),
        waits=bool(others),
        urged=under.once(("urged", plea.id), lambda: _urged_since(plea)),
        running=bool(tasks),
    )


def _is_late(task: Handling, under: Under) -> bool:
    """By its own clocks: the days of its plan are the unit's, and whether one passed is not found out by asking."""
    late = (row for row in under.deadlines if row.ended_at is None and row.due_at <= clock.now())
    return any(row.holder_id == task.id and row.limit in LATE for row in late)


def _is_silent(task: Handling, under: Under) -> bool:
    """The unit that answers has not spoken with the deputy at all."""
    talks = (row for row in under.all(Contact) if row.stage is not w.Contact.NEW)
    return not task.advises and not any(row.handling_id == task.id for row in talks)


def _urged_since(plea: Plea) -> bool:
    """By a letter that left a house: what a unit writes to its own divisions is nobody else's business."""
    if plea.asked_at is None:
        return False
    rows = Line.objects.filter(congress_id=plea.congress_id, suggestion_id=plea.root_id)
    day = plea.asked_at.astimezone(clock.HOME).date()
    return rows.filter(
        root__stage__in=COUNTED, root__way__in=["government", "congress"], root__issued_on__gte=day
    ).exists()


# Help


def helped(help_: Help, under: Under) -> Helped:
    return Helped(under.once("staff", lambda: staff(help_)), help_.leads_id or 0, frozenset(help_.reporters))


def staff(help_: Any) -> frozenset[int]:
    """Who works in the unit today."""
    house = Q(root_id=help_.unit_id) | Q(root__parent_id=help_.unit_id)
    posts = held_posts(help_.congress_id).filter(house)
    return frozenset(posts.values_list("person_id", flat=True))


def in_reach(case: Suggestion, unit: int) -> bool:
    """The unit has, or had, a part in it that was not given to another."""
    rows = Handling.objects.filter(congress_id=case.congress_id, root_id=case.id, unit_id=unit)
    return rows.exclude(stage__in=[w.Handling.NAMED, w.Handling.MOVED, w.Handling.LAPSED]).exists()
