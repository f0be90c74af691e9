"""Which co-unit keeps the lead waiting longest: the worst of them, in one question for a whole page (源 N7)."""

from collections.abc import Iterable

from jianyi.kit import clock
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Limit, Role
from jianyi.turn.models import Deadline

from ..models import Handling
from ..sight import may_see_handling


CO_LIMITS = (Limit.CO_OPINION, Limit.CO_AGAIN)


def late_help(by: Actor, tasks: Iterable[Handling], around: Iterable[Handling]) -> dict[int, str]:
    """Of each lead's handling the sentence, where a co-unit of its case and round is late. `around`: the handlings of
    these cases, as the reader was shown them."""
    own = Handling.objects.filter(may_see_handling(by), id__in=[h.id for h in tasks], role=Role.LEAD)
    leads = {(row.root_id, row.round): row.id for row in own}
    helping = {h.id: h for h in around if h.advises and h.is_open and (h.root_id, h.round) in leads}
    running = Deadline.objects.filter(
        congress_id=by.congress, holder_id__in=list(helping), limit__in=CO_LIMITS, ended_at=None,
        due_at__lte=clock.now(),
    )  # fmt: skip
    found: dict[int, str] = {}
    for row in running.order_by("due_at", "id"):
        helper = helping[row.holder_id]
        days = (clock.today() - row.due_on).days
        found.setdefault(leads[helper.root_id, helper.round], f"会办逾期 {days} 日：{helper.unit.known_as}")
    return found
