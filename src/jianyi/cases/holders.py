"""Who acts in what capacity at a case: one function per kind of subject, read both ways
(who may act here; whom a notice or a work item goes to)."""

from collections.abc import Iterable
from typing import Any

from jianyi.procedure import words
from jianyi.procedure.facts.acting import Holder, Post, Someone
from jianyi.procedure.words import Capacity as C, Duty
from jianyi.procedure.words.duties import CLERKS, IN_DIVISION, LEADERS, OF_DELEGATION, WHOLE_UNIT
from jianyi.turn.under import Under

from .models import Handling, Invitation, Negotiation, Paper, Suggestion, Withdrawal
from .models.handlings import OVER


PROPOSER = "proposer"
# A unit that is asked about a case it has no part in.
NEGOTIATING = "negotiating"
# The committee of the congress that supervises a key suggestion.
SUPERVISING = "supervising"


def at_suggestion(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    """The proposers and the congress's own bodies; they are the same for everything under a suggestion."""
    case: Suggestion = under.root  # type: ignore[assignment]
    match capacity:
        case C.LEAD_DEPUTY:
            return [lead_of(case)]
        case C.CO_SIGNER:
            return [Someone(person) for person in co_signers(under)]
        case C.UNIT_OFFICE:
            units = {h.unit_id for h in under.all(Handling) if h.stage not in (words.Handling.NAMED, *OVER)}
            return [Post(Duty.UNIT_OFFICE, unit) for unit in sorted(units)]
        case C.DELEGATION if case.delegation_id:
            return _posts(case.delegation_id, *OF_DELEGATION)
    return _congress(capacity, case.congress_id)


def at_batch(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    return _congress(capacity, subject.congress_id)


SEATED = {
    C.LEADER_IN_CHARGE: "leader_id",
    C.DIVISION_HEAD: "head_id",
    C.CASE_OFFICER: "officer_id",
    C.LEADING_LEADER: "leading_leader_id",
}


def at_handling(capacity: C, subject: Handling, under: Under) -> Iterable[Holder]:
    if capacity in SEATED:
        return _of_the_house(subject, getattr(subject, SEATED[capacity]))
    match capacity:
        case C.UNIT_OFFICE | C.RECEIVER:
            # Who takes over from another unit has it only until somebody is on it.
            return (
                []
                if capacity is C.RECEIVER and subject.officer_id
                else _posts(subject.unit_id, Duty.UNIT_OFFICE)
            )
        case C.UNIT_LEADER:
            return _posts(subject.unit_id, *LEADERS)
        case C.SIGNER:
            return signers(subject)
        case C.PRINCIPAL:
            return _posts(subject.unit_id, Duty.PRINCIPAL)
    return at_suggestion(capacity, subject, under)


def of_handling(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    return at_handling(capacity, subject.handling, under)


def at_milestone(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    if capacity is C.RESPONSIBLE:
        return _of_the_house(subject.handling, subject.responsible_id)
    return of_handling(capacity, subject, under)


def at_charge(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    match capacity:
        case C.RESPONSIBLE:
            return _of_the_house(subject.handling, subject.owner_id)
        case C.PREDECESSOR:
            return _of_the_house(subject.handling, subject.before_id)
    return of_handling(capacity, subject, under)


def at_remark(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    match capacity:
        case C.INSIDER:
            return _insiders(subject.handling)
        case C.REMARKER:
            return _of_the_house(subject.handling, subject.maker_id)
    return of_handling(capacity, subject, under)


def at_contact(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    if capacity is C.CONTACTED:
        return [Someone(person) for person in proposers(under) if person in subject.deputies]
    return of_handling(capacity, subject, under)


def at_idea(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    """Whoever was there when it was noted is told what becomes of it."""
    return at_contact(capacity, subject.contact, under)


def at_paper(capacity: C, subject: Paper, under: Under) -> Iterable[Holder]:
    if capacity is C.AT_THE_DESK:
        return _desk(subject)
    if capacity is C.LEAD_UNIT:
        leads = [h for h in under.all(Handling) if not h.advises and h.stage not in OVER]
        return [holder for lead in leads for holder in _of_the_house(lead, lead.officer_id)]
    return of_handling(capacity, subject, under)


def at_waiver(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    """The unit that answers asks; the one that owes its opinion is told."""
    if capacity is C.CO_UNIT:
        return _whole(subject.helping)
    return of_handling(capacity, subject, under)


def at_negotiation(capacity: C, subject: Negotiation, under: Under) -> Iterable[Holder]:
    """Both units tell their side. Who decides between units of the government, the place says (CQ17 20)."""
    match capacity:
        case C.OTHER_UNIT:
            rows = [h for h in under.all(Handling) if h.unit_id == subject.other_id and h.is_open]
            officers = [holder for h in rows for holder in _of_the_house(h, h.officer_id)]
            return [*_posts(subject.other_id or 0, Duty.UNIT_OFFICE), *officers]
        case C.HAND_OVER_BODY if _is_for_the_government(subject, under):
            return []
        case C.GOVERNMENT_OFFICE if not _is_for_the_government(subject, under):
            return []
    return of_handling(capacity, subject, under)


def _is_for_the_government(talk: Negotiation, under: Under) -> bool:
    if not under.place.says(words.Mediation.GOVERNMENT) or talk.other is None:
        return False
    sides: tuple[bool, bool] = (talk.handling.unit.of_government, talk.other.of_government)
    return all(sides)


def at_invitation(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    if capacity is C.INVITEE:
        return [Someone(subject.person_id)]
    return at_suggestion(capacity, subject, under)


def at_claim(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    if capacity is C.UNIT_OFFICE:
        return _posts(subject.unit_id, Duty.UNIT_OFFICE)
    return at_suggestion(capacity, subject, under)


def at_withdrawal(capacity: C, subject: Withdrawal, under: Under) -> Iterable[Holder]:
    """Of the co-signers, and of the proposers merged in, those who have not yet spoken."""
    if capacity is C.CO_SIGNER and subject.stage is words.Withdrawal.ASKED:
        return [Someone(person) for person in co_signers(under) if person not in subject.agreed]
    return at_suggestion(capacity, subject, under)


def at_sheet(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    """Only the rater rates; the unit is told, and has no capacity to act."""
    if capacity is C.RATER:
        return [Someone(subject.rater_id)]
    return of_handling(capacity, subject.paper, under)


def at_view(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    """A co-signer speaks in his own name."""
    if capacity is C.CO_SIGNER:
        return [Someone(person) for person in co_signers(under) if person == subject.person_id]
    return at_suggestion(capacity, subject, under)


# Pieces


def lead_of(case: Suggestion) -> Holder:
    """A delegation speaks through its head."""
    if case.by_delegation and case.delegation_id:
        return Post(Duty.DELEGATION_HEAD, case.delegation_id)
    return Someone(case.lead_id)


def confirmed(under: Under) -> list[int]:
    """Co-signers whose confirmation stands, in the order of their invitation."""
    rows = under.all(Invitation)
    return [row.person_id for row in rows if row.stage is words.Invitation.CONFIRMED]


def co_signers(under: Under) -> list[int]:
    """Confirmed co-signers, and the proposers of cases merged into this one."""
    joined = [row.person_id for row in under.participations if row.capacity == PROPOSER]
    return list(dict.fromkeys([*confirmed(under), *joined]))


def proposers(under: Under) -> list[int]:
    """The lead first, then the co-signers, then the proposers of what was merged into it."""
    return list(dict.fromkeys([under.root.lead_id, *co_signers(under)]))  # type: ignore[attr-defined]


def signers(handling: Handling) -> list[Holder]:
    """The leader in charge; of a key or a major suggestion the principal and nobody else (源 G3, G6)."""
    if handling.is_weighty:
        return _posts(handling.unit_id, Duty.PRINCIPAL)
    return _of_the_house(handling, handling.leader_id)


def _whole(handling: Handling) -> list[Holder]:
    """The unit as others deal with it: its office, and its case officer."""
    return [*_posts(handling.unit_id, Duty.UNIT_OFFICE), *_of_the_house(handling, handling.officer_id)]


def _insiders(handling: Handling) -> list[Holder]:
    """Whoever may read the unit's drafts (`sight.is_inside`)."""
    divisions = [number for number in (handling.division_id, *handling.assisting) if number]
    team = (handling.leader_id, handling.head_id, handling.officer_id)
    return [
        *_posts(handling.unit_id, *WHOLE_UNIT),
        *(holder for number in divisions for holder in _posts(number, *IN_DIVISION)),
        *(holder for person in team for holder in _of_the_house(handling, person)),
    ]


def _desk(paper: Paper) -> list[Holder]:
    handling = paper.handling
    match paper.desk:
        case "division":
            return _of_the_house(handling, handling.head_id)
        case "office":
            return _posts(handling.unit_id, Duty.UNIT_OFFICE)
        case "leader":
            return _of_the_house(handling, handling.leader_id)
        case "principal":
            return _posts(handling.unit_id, Duty.PRINCIPAL)
    return []


def _congress(capacity: C, congress: int) -> list[Holder]:
    duties = {
        C.CONGRESS_OFFICE: CLERKS,
        C.HAND_OVER_BODY: (Duty.OFFICE_HEAD, Duty.COMMITTEE_HEAD),
        C.COMMITTEE_HEAD: (Duty.COMMITTEE_HEAD,),
        C.GOVERNMENT_OFFICE: (Duty.GOVERNMENT_CLERK,),
    }
    return _posts(congress, *duties.get(capacity, ()))


def _posts(organisation: int, *duties: Duty) -> list[Holder]:
    return [Post(duty, organisation) for duty in duties]


def _of_the_house(handling: Handling, person: int | None) -> list[Holder]:
    """Whoever was given the case, for as long as a post in the unit is held: who has left acts no more."""
    return [Someone(person, handling.unit_id)] if person else []
