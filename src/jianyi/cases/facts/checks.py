"""What a unit checks before it signs (两会审三协商四把关, 源 W4): each computed from records, none ticked by hand."""

from jianyi.kit import clock
from jianyi.procedure.facts import cases as f
from jianyi.procedure.facts.said import CHECKS
from jianyi.procedure.words import ANSWERING
from jianyi.turn import clocks
from jianyi.turn.under import Under

from ..models import Paper
from .inside import consulted, decisions
from .road import progress, script


def checklist(paper: Paper, under: Under) -> f.Checklist:
    """Of the checks that the unit has picked, each met or not; an opinion for another unit is shown to no deputy."""
    rule = paper.handling.unit.rule
    wanted = [name for name in CHECKS if name in rule.get("checks", ())]
    if not paper.is_reply:
        wanted = [name for name in wanted if name not in ("draft_settled", "units_agreed")]
    met = _met(paper, under) if wanted else {}
    return f.Checklist({name: met[name] for name in wanted}, bool(rule.get("blocks")))


def _met(paper: Paper, under: Under) -> dict[str, bool]:
    handling, text = paper.handling, script(paper, under)
    passed = {desk for desk, *_ in paper.passed}
    return {
        "division_review": "division" in passed,
        "meeting_review": decisions(paper, under).agreed,
        "deputy_contacted": progress(handling, under).contacts > 0,
        "units_agreed": not text.awaited,
        "draft_settled": consulted(paper, under).settled,
        "chain_gate": None not in (handling.leader_id, handling.head_id, handling.officer_id),
        "points_gate": not text.unanswered,
        "words_gate": "office" in passed,
        "time_gate": _in_time(paper, under),
    }


def _in_time(paper: Paper, under: Under) -> bool:
    rows = [row for row in under.deadlines if row.holder_id == paper.handling_id and row.limit in ANSWERING]
    return not any(clocks.is_late(row, clock.now()) for row in rows)
