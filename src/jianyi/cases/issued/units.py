"""What a unit asks the congress for, when its leader has approved it: return (F07), more time (F18)."""

from jianyi.cases.letters import requests
from jianyi.cases.letters.values import Issue
from jianyi.kit import clock
from jianyi.parties.queries import organisation_names
from jianyi.procedure.facts.said import TALKS
from jianyi.turn.case import Turn

from .. import issued
from ..models import Extension, Handling, Negotiation, Return
from .about import about
from .congress import body, due


SERIES = "建请"


def _issue(turn: Turn, handling: Handling) -> Issue:
    number = issued.numbered(handling.unit, SERIES)
    officer = handling.officer
    return Issue(
        handling.unit.name, number, clock.today(), turn.by.name, officer.name if officer else "",
        officer.phone if officer else "", check=issued.check(number, handling.unit_id),
    )  # fmt: skip


def _addressee(turn: Turn) -> str:
    found = body(turn.by.congress)
    return found.name if found else "交办机构"


def return_asked(turn: Turn, request: Return) -> None:
    handling, issue = request.handling, _issue(turn, request.handling)
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
    under, handling, issue = turn.under(request), request.handling, _issue(turn, request.handling)
    told = requests.ExtensionRequest(
        issue, about(under), _addressee(turn), due(under, handling.id), request.until, request.reason,
        request.progress, request.plan, deputy_said=request.deputies_told,
    )  # fmt: skip
    issued.issue(turn, request, "more_time_asked", requests.extension_request(told), issue, handling.unit_id)
