"""Which co-unit keeps the lead waiting longest: the worst of them, in one question for a whole page (源 N7)."""

from collections.abc import Iterable

from jianyi.kit import clock
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Limit, Role
from jianyi.turn.clocks import is_late
from jianyi.turn.models import Deadline

from ..models import Handling
from ..sight import may_see_handling


CO_LIMITS = (Limit.CO_OPINION, Limit.CO_AGAIN)


def late_help(by: Actor, tasks: Iterable[Handling], around: Iterable[Handling]) -> dict[int, str]:
    """Of each lead's handling the sentence, where a co-unit of its case and round is late. `around`: the handlings of
    these cases, as the reader was shown them."""
    own = Handling.objects.filter(may_see_handling(by), id__in=[h.id for h in tasks], role=Role.LEAD)
    shown = list(around)
    clocks = Deadline.objects.filter(
        congress_id=by.congress, holder_id__in=[h.id for h in shown if h.advises], limit__in=CO_LIMITS
    )
    return worst(own, shown, clocks)


def worst(
    leads: Iterable[Handling], around: Iterable[Handling], clocks: Iterable[Deadline]
) -> dict[int, str]:
    """lead → who has kept it waiting longest, and for how many days."""
    known = {(row.root_id, row.round): row.id for row in leads if row.role is Role.LEAD}
    helping = {h.id: h for h in around if h.advises and h.is_open and (h.root_id, h.round) in known}
    late = [row for row in clocks if row.holder_id in helping and _is_late(row)]
    found: dict[int, str] = {}
    for row in sorted(late, key=lambda row: (row.due_at, row.id)):
        helper = helping[row.holder_id]
        days = (clock.today() - row.due_on).days
        found.setdefault(known[helper.root_id, helper.round], f"会办逾期 {days} 日：{helper.unit.known_as}")
    return found


def _is_late(row: Deadline) -> bool:
    return row.limit in CO_LIMITS and row.ended_at is None and is_late(row, clock.now())
