"""Whether what was answered is public: a card for each reply on the page of the case."""

from typing import Any

from jianyi.cases.queries.files import CaseFile
from jianyi.publication.queries.files import publications
from jianyi.turn.clocks import told as due_told
from jianyi.web import show

from . import steps


def publications_of(file: CaseFile) -> list[dict[str, Any]]:
    """Newest round first; nothing for those who neither prepare nor publish it."""
    return [
        {
            "row": row, "anchor": steps.anchor(row), "unit": row.handling.unit.known_as, "round": row.handling.round,
            "bar": steps.bar(file, file.acts_on(row)), "clocks": _clocks(row.id, file),
        }
        for row in publications(file)
    ]  # fmt: skip


def _clocks(holder: int, file: CaseFile) -> list[dict[str, Any]]:
    rows = [row for row in file.clocks if row.holder_id == holder]
    return [clock for row in rows if (clock := show.clock_of(due_told(row), row.ended_at))]
