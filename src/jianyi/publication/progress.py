"""What a public page tells that still moves after it was published: promises, the deputy's word, a later reply."""

from typing import Any

from jianyi.cases.models import Promise, Sheet
from jianyi.cases.models.promises import DONE
from jianyi.procedure import words as w
from jianyi.turn.under import Under

from .models import Publication


STATES = {
    w.Promise.VERIFIED: "已报落实，待代表确认", w.Promise.KEPT: "已落实，代表已确认", w.Promise.UNANSWERED: "已落实",
    w.Promise.UNKEPT: "不能落实，已向代表说明", w.Promise.LAPSED: "已由新的答复取代",
}  # fmt: skip
RATED = (w.Rating.NEW, w.Rating.AWAITED, w.Rating.LAPSED, w.Rating.VOID)


def progress(publication: Publication, under: Under) -> dict[str, Any]:
    """`promises`: [[day, state, whether the day was changed], …] as they stand in the reply; `rating`: [[what was graded,
    grade], …] in words where the place publishes them; `again`: the same unit has answered anew."""
    rows = sorted(
        (row for row in under.all(Promise) if row.paper_id == publication.paper_id), key=lambda row: row.nth
    )
    return {
        "promises": [[str(row.due or ""), STATES.get(row.stage, "落实中"), bool(row.was)] for row in rows],
        "kept": sum(row.stage in DONE for row in rows),
        "rating": _rating(publication, under),
        "again": any(_follows(row, publication) for row in under.all(Publication)),
    }


def _rating(publication: Publication, under: Under) -> list[list[str]]:
    """By the lead deputy."""
    lead = under.root.lead_id  # type: ignore[attr-defined]
    rows = [
        row
        for row in under.all(Sheet)
        if row.paper_id == publication.paper_id and row.rater_id == lead and row.stage not in RATED
    ]
    if "satisfaction" not in under.place.publishes or not rows:
        return []
    return [list(each) for each in rows[0].grades(under.place.rating_axes)]


def _follows(later: Publication, row: Publication) -> bool:
    """A later round of the same unit that is public itself."""
    same = later.handling.unit_id == row.handling.unit_id and later.handling.round > row.handling.round
    return same and later.is_out
