"""What a unit replied in person, as the deputies read it and the lead signs it."""

from typing import Any

from jianyi.cases.models import OralReply
from jianyi.cases.queries.files import CaseFile
from jianyi.procedure.facts.said import DEPUTY_OPINIONS, WRITTEN
from jianyi.procedure.words import OralReply as K

from ..cases import inside
from .replies import Names


WAITING = (K.RECORDED, K.SCANNED)


def settled(file: CaseFile, known: Names) -> list[dict[str, Any]]:
    """What is signed or has fallen; what waits for the lead is a card of its own."""
    return [record(row, file, known) for row in file.oral_replies if row.stage not in WAITING]


def record(row: OralReply, file: CaseFile, known: Names) -> dict[str, Any]:
    """One record for deputies/oral.html."""
    there = "、".join(known[int(person)][0] for person in row.deputies if int(person) in known)
    return {
        "row": row, "title": inside.title(row), "lines": [("在场代表", there), *inside.lines(row, inner=False)],
        "form": inside.form(row), "scans": [each for each in file.attachments if each.subject_id == row.id],
    }  # fmt: skip


def card(row: OralReply, file: CaseFile, known: Names, houses: dict[int, str]) -> dict[str, Any]:
    """What the lead deputy signs, point by point."""
    return {
        "unit": houses.get(row.handling.unit_id, ""), "record": record(row, file, known),
        "points": [
            {"number": number, "title": point, "text": row.told.get(number, "")}
            for number, point in enumerate(file.case.points, start=1)
        ],
        "opinions": list(DEPUTY_OPINIONS.items()), "written": list(WRITTEN.items()),
    }  # fmt: skip
