"""What a unit asks for: of the congress, when its leader has approved it, a return (F07) or more time (F18); of a unit
that helps a better opinion (F13)."""

from dataclasses import replace

from jianyi.cases.letters import replies as letters, requests
from jianyi.cases.letters.values import Issue
from jianyi.kit import clock
from jianyi.parties.queries import organisation_names
from jianyi.procedure.facts.said import MODES, TALKS
from jianyi.procedure.words import Limit
from jianyi.turn.case import Turn

from .. import issued
from ..models import Extension, Handling, Letter, Negotiation, Paper, Return
from . import copied, replies
from .about import about, at_work
from .congress import body, due


SERIES = "建请"
AGAIN = "asked_again"


def issuer(turn: Turn, handling: Handling, series: str = SERIES, copies: tuple[str, ...] = ()) -> Issue:
    """The unit, with the next number of a series and whoever acts as the signer."""
    number = issued.numbered(handling.unit, series)
    officer = handling.officer
    issue = Issue(
        handling.unit.name, number, clock.today(), turn.by.name, officer.name if officer else "",
        officer.phone if officer else "", copies, check=issued.check(number, handling.unit_id),
    )  # fmt: skip
    return issued.headed(issue, handling.unit)


def _addressee(turn: Turn) -> str:
    found = body(turn.by.congress)
    return found.name if found else "交办机构"


def return_asked(turn: Turn, request: Return) -> None:
    handling = request.handling
    issue = replace(issuer(turn, handling), copies=copied.government(handling.unit))
    proposed = organisation_names(
        request.congress_id, {request.proposed_id} if request.proposed_id else set()
    )
    handed = handling.handed_over_at
    told = requests.ReturnRequest(
        issue, about(turn.under(request)), _addressee(turn), handed.astimezone(clock.HOME).date() if handed else None,
        handling.role.label, request.reason, request.basis, proposed.get(request.proposed_id or 0, ""),
        negotiation=_talked(turn, request),
    )  # fmt: skip
    issued.issue(turn, request, "return_asked", requests.return_request(told), issue, handling.unit_id)


def _talked(turn: Turn, request: Return) -> str:
    """What was said when the request was written, and the other unit's own words where it gave them."""
    rows = [row for row in turn.under(request).all(Negotiation) if row.other_id == request.proposed_id]
    told = TALKS.get(request.talks, TALKS["none"])
    answers = [row.answer.strip().rstrip("。") for row in rows if row.handling_id == request.handling_id]
    return f"{told}；对方单位意见：{answers[-1]}" if answers and answers[-1] else told


def more_time_asked(turn: Turn, request: Extension) -> None:
    under, handling, issue = turn.under(request), request.handling, issuer(turn, request.handling)
    told = requests.ExtensionRequest(
        issue, about(under), _addressee(turn), due(under, handling.id), request.until, request.ground,
        request.reason, request.progress, request.plan, request.told_on, MODES.get(request.told_by, ""), request.deputies_told,
    )  # fmt: skip
    issued.issue(turn, request, "more_time_asked", requests.extension_request(told), issue, handling.unit_id)


def opinion_asked_again(turn: Turn, paper: Paper) -> None:
    """From the lead unit to the one that helps (F13): a slip without a number of its own, with the day and for which time."""
    under = turn.under(paper)
    lead = next((h for h in at_work(under) if not h.advises), None)
    if lead is None:
        return
    before = Letter.objects.filter(
        congress_id=paper.congress_id, root_id=paper.root_id, subject_id=paper.id, kind=AGAIN
    )
    nth, officer = before.count() + 1, lead.officer
    issue = Issue(
        lead.unit.name, "", clock.today(), turn.by.name, officer.name if officer else "", officer.phone if officer else "",
        check=issued.check("", f"{AGAIN} {paper.id} {nth}"),
    )  # fmt: skip
    issue = issued.headed(issue, lead.unit)
    points = tuple(replies.point(under, each["no"]) for each in replies.said(paper.text))
    told = letters.AskedAgain(
        issue, about(under), paper.handling.unit.name, points, paper.sent_back,
        due(under, paper.keeper(Limit.CO_AGAIN), Limit.CO_AGAIN), nth,
    )  # fmt: skip
    issued.issue(turn, paper, AGAIN, letters.asked_again(told), issue, lead.unit_id)
