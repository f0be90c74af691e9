"""Whether a letter or a document of the ladder was taken back: whoever holds it on paper is told so, whatever they may read."""

from jianyi.cases.models import Letter
from jianyi.procedure import words as w

from ..models import Measure, Urging


def taken_back(row: Letter) -> bool:
    here = {"congress_id": row.congress_id, "id": row.root_id}
    letters = Urging.objects.filter(**here, stage=w.Urging.CANCELLED)
    measures = Measure.objects.filter(**here, stage=w.Measure.CANCELLED)
    return letters.exists() or measures.exists()
