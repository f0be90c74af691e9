"""The board: what is listed now, as far as it may be shown to somebody."""

from jianyi.cases.queries.files import CaseFile
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor

from ..models import Measure
from ..sight import may_read_listing


ON_IT = (w.Measure.LISTED, w.Measure.REPORTED)
MOST = 500


def board(*, by: Actor, audience: str = "") -> list[Measure]:
    """What hangs there now, the oldest first, the first MOST. `audience`: only what may be shown to "deputies", to the "public"."""
    rows = Measure.objects.filter(
        may_read_listing(by, audience), stage__in=ON_IT, suggestion__confidential=False
    )
    return list(
        rows.select_related("unit", "division", "house", "suggestion", "owner").order_by("issued_on", "id")[
            :MOST
        ]
    )


def of_case(file: CaseFile) -> list[Measure]:
    """For its proposers, who read no paper: what is listed about their suggestion and shown to them."""
    if not file.is_proposer or file.by.posts:
        return []
    rows = Measure.objects.filter(
        may_read_listing(file.by, "deputies"), suggestion_id=file.case.id, stage__in=ON_IT
    )
    return list(rows.select_related("unit", "division").order_by("id"))
