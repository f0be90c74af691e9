"""Talks with the deputies, as their page shows them."""

from typing import Any

from jianyi.cases.models import Contact
from jianyi.cases.queries.files import CaseFile
from jianyi.procedure.facts.said import MODES, PHASES

from .replies import Names


def contacts(file: CaseFile, known: Names, houses: dict[int, str]) -> list[dict[str, Any]]:
    """The latest first."""
    rows = sorted(file.contacts, key=lambda row: (str(row.occurred_at), row.id), reverse=True)
    return [contact(row, file, known, houses) for row in rows]


def contact(row: Contact, file: CaseFile, known: Names, houses: dict[int, str]) -> dict[str, Any]:
    """One contact, as it was put on record."""
    people = [known[int(person)][0] for person in row.deputies if int(person) in known]
    return {
        "unit": houses.get(row.handling.unit_id, ""), "mode": MODES.get(row.mode, row.mode), "phase": PHASES.get(row.phase, ""),
        "at": row.occurred_at, "level": row.level_told, "where": row.where, "staff": row.of_unit, "people": "、".join(people), "summary": row.summary,
        "view": row.deputy_view, "idea": row.golden_idea, "state": row.stage, "addition": row.addition, "relayed": row.relayed,
        "files": file.evidence.get(row.id, []),
    }  # fmt: skip
