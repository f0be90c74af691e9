"""Who may see what: the house that writes all of its own; the addressee once it was issued; those who watch over units what goes
between houses. What a unit writes to its own divisions never leaves it. Deputies read on the page of their suggestion that it was
urged, and no paper."""

from django.db.models import Exists, OuterRef, Q

from jianyi.cases.models import Handling, Suggestion
from jianyi.cases.sight import is_office, may_see, own_handling
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import IN_DIVISION, LEADERS, WHOLE_UNIT

from .circulated import named
from .models import COUNTED, UNISSUED, UNSEEN, VOID, Addressed, Line, Measure, Urging


NONE = Q(pk__in=[])
# Whoever is shown less is shown what goes further.
WIDER = {"deputies": ["deputies", "public"], "public": ["public"]}


def may_see_urging(by: Actor) -> Q:
    """The condition on letters."""
    if by.ticket:
        return NONE
    lines = Line.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("id"), handling_id__in=_mine(by)
    )
    reached = _as_unit(by) | Q(Exists(lines)) if by.houses else NONE
    divisions = Q(way="inner", division_id__in=by.where(*IN_DIVISION))
    seen = ~Q(stage__in=UNISSUED) & (reached | divisions | _watched(by))
    return Q(congress_id=by.congress) & (_own(by) | seen)


def may_see_measure(by: Actor) -> Q:
    """The condition on documents of the ladder. What concerns a person alone is for the person and the heads of both houses."""
    if by.ticket:
        return NONE
    matter = ~Q(rung="accountability")
    owns = Q(owner_id=by.person) | matter & Q(owner_id__in=by.people)
    reached = owns & Q(unit_id__in=sorted(by.houses)) | _interviews(by)
    reached |= Q(rung="notice", supervised_by_id__in=by.where(Duty.MEMBER))
    if by.houses or by.posts:
        leads = Q(unit_id__in=by.where(*LEADERS))
        reached |= leads | matter & (_as_unit(by) | Q(handling_id__in=_mine(by)))
    seen = ~Q(stage__in=UNSEEN) & (reached | matter & _watched(by))
    return Q(congress_id=by.congress) & (_own(by) | seen)


def may_read_listing(by: Actor, audience: str = "") -> Q:
    """The condition on listings, of which only what stands on the board is told: who may see the document, and the proposers where it is shown
    to them; nothing that stays inside a house, nothing confidential. `audience`: only what may be shown to these."""
    issued = Q(rung="listing", congress_id=by.congress) & ~Q(stage__in=UNSEEN)
    shown = Q(visible_to__in=WIDER[audience]) if audience in WIDER else Q()
    outer = Q(visible_to__in=WIDER["deputies"]) & ~Q(way="inner")
    asked = Suggestion.objects.filter(
        may_see(by), congress_id=OuterRef("congress_id"), id=OuterRef("suggestion_id"), confidential=False
    )  # fmt: skip
    mine = Q(Exists(asked)) & outer if not by.ticket and not by.posts else NONE
    return issued & shown & (may_see_measure(by) | mine)


def _interviews(by: Actor) -> Q:
    """Whoever holds the interview, for as long as they work in the house that writes."""
    home = Q(way__in=["inner", "co"], house_id__in=sorted(by.houses))
    if by.congress in by.houses:
        home |= Q(way__in=["government", "congress"])
    return Q(interviewer_id__in=by.people) & home


def pressed(by: Actor) -> Q:
    """The condition on handlings: a letter urged it, a circular named it, or a document of supervision is about it and stands, as far
    as this actor may know."""
    letters = Urging.objects.filter(may_see_urging(by), stage__in=COUNTED).values("id")
    urged = Line.objects.filter(congress_id=by.congress, root_id__in=letters)
    measures = Measure.objects.filter(may_see_measure(by)).exclude(stage__in=[*UNSEEN, *VOID])
    return Q(id__in=urged.values("handling_id")) | Q(id__in=measures.values("handling_id")) | named(by)


def may_see_help(by: Actor) -> Q:
    """The unit, whoever leads it or works on the suggestion, and those who watch over units."""
    if by.ticket:
        return NONE
    seen = _as_unit(by) | Q(leads_id__in=by.people, unit_id__in=sorted(by.houses))
    if by.houses:
        tasks = Handling.objects.filter(
            own_handling(by), congress_id=OuterRef("congress_id"), root_id=OuterRef("suggestion_id"), unit_id=OuterRef("unit_id")
        )  # fmt: skip
        seen |= Q(Exists(tasks))
    if is_office(by):
        seen |= Q(unit_id__gt=0)
    if by.holds(Duty.GOVERNMENT_CLERK):
        seen |= Q(unit__of_government=True)
    return Q(congress_id=by.congress) & seen


def _own(by: Actor) -> Q:
    """Of the house that writes, drafts too."""
    whole = by.where(*WHOLE_UNIT)
    seen = Q(way__in=["inner", "co"], house_id__in=whole)
    if is_office(by):
        seen |= Q(way="congress")
    if by.holds(Duty.GOVERNMENT_CLERK):
        seen |= Q(way="government")
    return seen


def _as_unit(by: Actor) -> Q:
    return Q(unit_id__in=by.where(*WHOLE_UNIT))


def _watched(by: Actor) -> Q:
    """What goes between houses."""
    seen = NONE
    if is_office(by):
        seen |= ~Q(way="inner")
    if by.holds(Duty.GOVERNMENT_CLERK):
        seen |= ~Q(way="inner") & Q(unit__of_government=True)
    return seen


def _mine(by: Actor):  # type: ignore[no-untyped-def]
    return Handling.objects.filter(own_handling(by), congress_id=by.congress).values("id")


def is_host(by: Actor, row: Addressed) -> bool:
    """Of the house that writes it."""
    if row.way == "congress":
        return is_office(by)
    if row.way == "government":
        return by.holds(Duty.GOVERNMENT_CLERK)
    return row.house_id in by.where(*WHOLE_UNIT)
