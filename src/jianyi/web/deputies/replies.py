"""Replies as a proposer reads them: point by point, with how they were delivered and rated; earlier rounds are kept."""

from typing import Any

from jianyi.cases.issued.replies import bases, points as answered
from jianyi.cases.models import Delivery, Paper, Sheet
from jianyi.cases.models.papers import CHANNELS
from jianyi.cases.queries.files import GIVEN, CaseFile
from jianyi.kit.numerals import chinese
from jianyi.procedure.facts.said import VIAS
from jianyi.procedure.words import Rating
from jianyi.web import show


Names = dict[int, tuple[str, str]]
# A later sheet of the same reply and rater does not exist, so these say all there is to say about one.
OPEN = frozenset({Rating.NEW, Rating.AWAITED})


def replies(file: CaseFile, known: Names, houses: dict[int, str]) -> list[dict[str, Any]]:
    """The latest round first; `old`: a later round of the same unit has begun."""
    papers = [p for p in file.papers if p.is_reply and p.stage in GIVEN]
    rows = sorted(papers, key=lambda p: (p.handling.round, p.sent_at), reverse=True)
    return [reply(paper, file, known, houses) for paper in rows]


def reply(paper: Paper, file: CaseFile, known: Names, houses: dict[int, str]) -> dict[str, Any]:
    """One reply for deputies/reply.html."""
    handling = paper.handling
    meaning = file.under.place.classes.get(paper.reply_class)
    return {
        "id": str(paper.id), "unit": houses.get(handling.unit_id, ""), "number": paper.number, "at": paper.signed_at,
        "letter": paper.reply_class, "meaning": meaning.label if meaning else "", "opening": paper.opening,
        "closing": paper.closing, "points": points(paper, file), "bases": bases(paper.text), "round": handling.round, "signed_by": paper.signed_by,
        "nth": f"第{chinese(handling.round)}次答复" if handling.round > 1 or _is_old(paper, file) else "",
        "old": _is_old(paper, file), "scope": handling.scope,
        "deliveries": [_delivery(row, known) for row in file.deliveries if row.paper_id == paper.id],
        "ratings": [rating(s, known, file) for s in file.sheets if s.paper_id == paper.id and s.stage not in OPEN],
    }  # fmt: skip


def points(paper: Paper, file: CaseFile) -> list[dict[str, Any]]:
    """Each point of the suggestion with what was answered to it, for parts/point.html."""
    return show.pointed(file.case.points, answered(paper, file.under))


def rating(sheet: Sheet, known: Names, file: CaseFile) -> dict[str, Any]:
    """What was said on a sheet, and what was decided upon it."""
    return {
        "rater": known.get(sheet.rater_id, ("", ""))[0], "grades": sheet.grades(file.under.place.rating_axes), "via": VIAS.get(sheet.via, ""),
        "opinion": sheet.opinion, "also": sheet.also, "at": sheet.rated_at, "state": sheet.stage,
        "decision": sheet.decision, "round": sheet.round,
    }  # fmt: skip


def _is_old(paper: Paper, file: CaseFile) -> bool:
    return any(h.previous_id == paper.handling.id for h in file.handlings)


def _delivery(row: Delivery, known: Names) -> dict[str, Any]:
    return {
        "name": known.get(row.person_id, ("", ""))[0], "channel": CHANNELS.get(row.channel, row.channel), "at": row.at,
        "mail_no": row.mail_no,
    }  # fmt: skip
