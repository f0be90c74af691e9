"""The ledger of the promises of a reply on a page: each promise, what was told of all of them, and what may be done."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jianyi.cases.facts import promises_of
from jianyi.cases.models import Ledger, Letter, Promise, Told
from jianyi.cases.models.promises import DONE, SORTS
from jianyi.cases.queries.files import Act, CaseFile
from jianyi.parties.queries import names, organisation_names
from jianyi.procedure import words as w
from jianyi.turn.clocks import told as due_told
from jianyi.web import show

from . import promised, steps


@dataclass(frozen=True)
class Known:
    """Names by number; of what was told the paper that was issued."""

    people: Mapping[int, str]
    divisions: Mapping[int, str]
    reports: Mapping[int, Letter]


def ledgers(file: CaseFile, sent: Iterable[Letter]) -> list[dict[str, Any]]:
    """Newest round first. `sent`: the letters of the case that this reader may have; a progress report is found among them."""
    if not file.ledgers:
        return []
    acts = steps.grouped(act for act in file.acts if isinstance(act.subject, Ledger | Promise))
    people = names(file.case.congress_id, {row.person_id for row in file.told})
    divisions = {row.division_id for row in file.promises if row.division_id}
    known = Known(
        people,
        organisation_names(file.case.congress_id, divisions),
        {row.subject_id: row for row in sent if row.kind == "progress"},
    )
    return [_ledger(row, file, acts, known) for row in file.ledgers]


def _ledger(row: Ledger, file: CaseFile, acts: Mapping[int, list[Act]], known: Known) -> dict[str, Any]:
    rows = promises_of(row, file.under)
    own = row.handling in file.own_handlings
    return {
        "row": row, "anchor": steps.anchor(row), "unit": row.handling.unit.known_as, "round": row.handling.round,
        "counts": counts(rows), "done": sum(each.stage in DONE for each in rows), "all": len(rows),
        "promises": [_promise(each, file, acts, known) for each in rows],
        "lines": promised.lines(row, own=own),
        "said": [_said(each, file, known) for each in file.told if each.ledger_id == row.id],
        "clocks": _clocks(row.id, file), "bar": steps.bar(file, acts.get(row.id, [])),
    }  # fmt: skip


def counts(rows: list[Promise]) -> list[tuple[str, int]]:
    """「已落实 1 · 落实中 2」"""
    found = Counter(row.sort for row in rows)
    return [(label, found[label]) for label in SORTS if found[label]]


def _promise(row: Promise, file: CaseFile, acts: Mapping[int, list[Act]], known: Known) -> dict[str, Any]:
    division = known.divisions.get(row.division_id or 0, "")
    lines = promised.lines(row, own=row.handling in file.own_handlings) + promised.explained(
        file.explained.get(row.id, [])
    )
    return {
        "row": row, "anchor": steps.anchor(row), "lines": [("责任处室", division), *lines] if division else lines,
        "carried": f"结转自 {row.carried_from} 年" if row.carried_from else "",
        "files": file.evidence.get(row.id, []), "clocks": _clocks(row.id, file), "bar": steps.bar(file, acts.get(row.id, [])),
    }  # fmt: skip


def _clocks(holder: int, file: CaseFile) -> list[dict[str, Any]]:
    rows = [row for row in file.clocks if row.holder_id == holder]
    return [clock for row in rows if (clock := show.clock_of(due_told(row), row.ended_at))]


def _said(row: Told, file: CaseFile, known: Known) -> dict[str, Any]:
    """What was told or answered; a name that is kept from the reader is not told here either."""
    who = show.HIDDEN if row.by_deputy and file.hides_names else known.people.get(row.person_id, "")
    states = [(w.Promise(stage).label, count) for stage, count in row.counts.items()]
    return {"row": row, "who": who, "states": states, "letter": known.reports.get(row.id)}
