"""Which handlings stand in somebody's register: those of the house, for who watches over units all of theirs, for a committee
those of the suggestions it supervises, for a deputy those of what was proposed."""

from django.db.models import Exists, F, OuterRef, Q

from jianyi.cases.models import Handling, Invitation, Suggestion
from jianyi.cases.sight import ASKED, is_inside, is_office, may_see, own_handling, ways_to_own
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import HOUSE, KNOW_NAMES


def ways(by: Actor) -> list[Q]:
    """Conditions on handlings, each alone one that an index finds; what they find may overlap."""
    found = ways_to_talks(by)
    if by.holds(Duty.MEMBER) and not is_office(by):
        watched = Suggestion.objects.filter(may_see(by), supervising_committee_id__in=sorted(by.houses))
        found.append(Q(root_id__in=watched.values("id")))
    return found


def ways_to_talks(by: Actor) -> list[Q]:
    """Those whose contacts stand in somebody's register: whoever follows a suggestion in another capacity reads of no talk."""
    if is_office(by):
        return [Q()]
    found = ways_to_own(by) if by.holds(*HOUSE) else []
    if by.holds(Duty.GOVERNMENT_CLERK):
        found.append(Q(unit__of_government=True))
    return [*found, *(ways_to_proposed(by) if is_deputy(by) else [])]


def ways_to_proposed(by: Actor) -> list[Q]:
    """What hangs on a suggestion that the actor proposed or was asked to sign, and was handed over to somebody."""
    cases = Suggestion.objects.filter(congress_id=by.congress)
    asked = Invitation.objects.filter(congress_id=by.congress, person_id=by.person, stage__in=ASKED)
    return [
        Q(root_id__in=cases.filter(lead_id=by.person).values("id")),
        Q(root_id__in=asked.values("root_id")),
    ]


def may_see_note(by: Actor) -> Q:
    """The condition on notes: those of the reader's own house, in a unit on the handlings that the reader may see."""
    own = Handling.objects.filter(
        own_handling(by), congress_id=OuterRef("congress_id"), id=OuterRef("handling_id")
    )
    here = Q(house="unit", unit_id=F("handling__unit_id")) & Q(Exists(own))
    seen = here if by.holds(*HOUSE) else Q(pk__in=[])
    seen |= Q(house="congress") if is_office(by) else Q(pk__in=[])
    seen |= (
        Q(house="government", handling__unit__of_government=True)
        if by.holds(Duty.GOVERNMENT_CLERK)
        else Q(pk__in=[])
    )
    return Q(congress_id=by.congress) & seen


def house_at(task: Handling, by: Actor) -> str:
    """For which house the actor notes something on this row; nothing where for none."""
    if by.holds(*HOUSE) and is_inside(by, task):
        return "unit"
    if is_office(by):
        return "congress"
    return "government" if by.holds(Duty.GOVERNMENT_CLERK) else ""


def keeps_notes(by: Actor) -> bool:
    """Whether notes of a house stand in this reader's registers: a committee keeps none."""
    return is_office(by) or by.holds(*HOUSE, Duty.GOVERNMENT_CLERK)


def is_deputy(by: Actor) -> bool:
    """Who holds no post reads what was proposed in person. Whoever holds one has the register of that post: what a deputy may
    know of a row and what a unit may know of another do not go into one list."""
    return not by.posts and not by.ticket


def has_one(by: Actor) -> bool:
    """Whether there is a register for this reader at all."""
    return is_deputy(by) or is_office(by) or by.holds(*HOUSE, Duty.GOVERNMENT_CLERK, Duty.MEMBER)


def reads_talks(by: Actor) -> bool:
    """Who may find a talk or a promise in a register: a committee reads the replies of what it supervises and none of these."""
    return is_deputy(by) or watches(by) or by.holds(*HOUSE)


def is_pressed_for(by: Actor) -> bool:
    """Who follows what was urged: a deputy reads that on the page of the suggestion."""
    return has_one(by) and not is_deputy(by)


def knows_names(by: Actor) -> bool:
    """Who is told the proposers of everything in the register."""
    return is_deputy(by) or by.holds(*KNOW_NAMES)


def watches(by: Actor) -> bool:
    """Who follows the work of units, and reads their contacts and whom they have put on it."""
    return is_office(by) or by.holds(Duty.GOVERNMENT_CLERK)


def knows_teams(by: Actor) -> bool:
    """Who is told which division and which people of a unit are on a handling, of everything in the register. A member of a committee
    who also works in a unit is told of that unit's alone, row by row, and may not ask."""
    return watches(by) or (by.holds(*HOUSE) and not by.holds(Duty.MEMBER))
