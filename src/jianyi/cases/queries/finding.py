"""Which suggestions and handlings a list is of, and the ways to find them in their order without reading them all."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from jianyi.kit import clock
from jianyi.kit.pages import Way
from jianyi.parties.models import Sitting
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import OF_DELEGATION
from jianyi.turn.models import Participation, WorkItem

from ..models import Handling, Invitation, Suggestion
from ..sight import ASKED, AWAITING_UNITS, UNSENT, is_office, may_see, may_see_handling, ways_to_own
from .searching import LONGEST, mentions, ways_by_word


# Suggestions


def asked_for(
    *, by: Actor, stage: str = "", unit: int = 0, sitting: int = 0, words_in_title: str = "", between: str = "",
    term: int = 0,
) -> tuple[QuerySet[Suggestion], list[Way]]:  # fmt: skip
    """The suggestions the actor may see, filtered: by themselves, or by the ways to them where one walk from the newest
    would be too long (then of all that there are)."""
    all_ = Suggestion.objects.filter(congress_id=by.congress)
    rows, told = _filtered(by, stage, sitting, between, term), words_in_title.strip()[:LONGEST]
    tasks = Handling.objects.filter(may_see_handling(by), unit_id=unit) if unit else None
    if told and sees_widely(by):
        return all_, ways_by_word(told, _with_task(rows.filter(may_see(by)), tasks), by)
    if told:
        rows = rows.filter(mentions(told, by))
    if tasks is not None:
        return all_, [_by_task(tasks, rows.filter(may_see(by)))]
    return (rows.filter(may_see(by)), []) if is_office(by) else (all_, ways_to_see(by, rows))


def sees_widely(by: Actor) -> bool:
    """Whoever sees nearly every suggestion: of what anybody else sees, there are never very many to read."""
    return is_office(by) or by.holds(Duty.GOVERNMENT_CLERK)


def _filtered(by: Actor, stage: str, sitting: int, between: str, term: int) -> QuerySet[Suggestion]:
    rows = Suggestion.objects.filter(congress_id=by.congress)
    if stage in {word.value for word in w.Suggestion}:
        rows = rows.filter(stage=w.Suggestion(stage))
    if sitting:
        rows = rows.filter(sitting_id=sitting)
    if term:
        rows = rows.filter(
            sitting_id__in=Sitting.objects.filter(congress_id=by.congress, term=term).values("id")
        )
    return rows.filter(between=between == "yes") if between in ("yes", "no") else rows


def _with_task(cases: QuerySet[Suggestion], tasks: QuerySet[Handling] | None) -> QuerySet[Suggestion]:
    if tasks is None:
        return cases
    return cases.filter(Exists(tasks.filter(congress_id=OuterRef("congress_id"), root_id=OuterRef("id"))))


def ways_to_see(by: Actor, rows: QuerySet[Suggestion]) -> list[Way]:
    """What `may_see` says of everybody but the office, one alternative after the other."""
    ways = [Way(rows.filter(lead_id=by.person)), Way(rows.filter(id__in=_invited(by).values("root_id")))]
    ways += [Way(rows.filter(id__in=parts.values("root_id"))) for parts in _taking_part(by)]
    for delegation in by.where(*OF_DELEGATION):
        own = rows.filter(delegation_id=delegation)
        ways += [Way(own.filter(by_delegation=True)), Way(own.filter(stage=w.Suggestion.AT_DELEGATION))]
    if by.posts:
        ways += [_by_task(way.rows, rows) for way in ways_to_own_tasks(by)]
    if by.holds(Duty.GOVERNMENT_CLERK):
        ways.append(Way(rows.filter(may_see(by))))
    if by.holds(Duty.UNIT_OFFICE):
        ways += [Way(rows.filter(stage=stage)) for stage in AWAITING_UNITS]
    return ways


def _by_task(tasks: QuerySet[Handling], cases: QuerySet[Suggestion]) -> Way:
    """Along the handlings in the order of their suggestions, each suggestion looked up by its number."""
    there = cases.filter(congress_id=OuterRef("congress_id"), id=OuterRef("root_id"))
    return Way(tasks.filter(Exists(there)), ("root_id",))


def _taking_part(by: Actor) -> list[QuerySet[Participation]]:
    """By name, and by the posts held: each along an index of its own."""
    today = clock.today()
    rows = Participation.objects.filter(congress_id=by.congress, since__lte=today)
    rows = rows.filter(Q(until=None) | Q(until__gt=today))
    houses = sorted({post.organisation for post in by.posts})
    mine = [rows.filter(person_id=by.person)]
    return [*mine, rows.filter(organisation_id__in=houses)] if houses else mine


def own_drafts(*, by: Actor) -> set[int]:
    """What the actor writes, and what they are asked to co-sign while it is written."""
    rows = Suggestion.objects.filter(congress_id=by.congress, stage__in=UNSENT)
    mine = rows.filter(lead_id=by.person).values_list("id", flat=True)
    return {*mine, *rows.filter(id__in=_invited(by).values("root_id")).values_list("id", flat=True)}


def _invited(by: Actor) -> QuerySet[Invitation]:
    return Invitation.objects.filter(congress_id=by.congress, person_id=by.person, stage__in=ASKED)


# Handlings and work items


def ways_to_own_tasks(by: Actor) -> list[Way]:
    """The handlings of the house; nobody's where no way leads to any."""
    rows = Handling.objects.filter(congress_id=by.congress).exclude(stage=w.Handling.NAMED)
    return [Way(rows.filter(way)) for way in ways_to_own(by)] or [Way(rows.none())]


def ways_to_items(by: Actor, items: QuerySet[WorkItem]) -> list[Way]:
    """The work items of the person and those they stand in for, and of every post held."""
    ways = [Way(items.filter(person_id=person)) for person in sorted(by.people)]
    ways += [
        Way(items.filter(organisation_id=post.organisation, duty=post.duty.value))
        for post in sorted(by.posts, key=lambda post: (post.organisation, post.duty.value))
    ]
    return ways or [Way(items.none())]
