"""`jianyi tick` and `jianyi check`."""

import argparse

from jianyi.cadence.invariants import INVARIANTS as OF_CADENCE
from jianyi.cases.invariants import INVARIANTS as OF_CASES, Invariant
from jianyi.circulars.invariants import INVARIANTS as OF_CIRCULARS
from jianyi.clockwork.health import healths
from jianyi.fieldwork.invariants import what_was_determined_at_a_meeting_has_its_minutes
from jianyi.jobs import rounds
from jianyi.kit import clock
from jianyi.notices.invariants import INVARIANTS as OF_NOTICES
from jianyi.outcomes.invariants import every_outcome_is_shown_and_checked, what_is_public_of_outcomes_counts
from jianyi.publication.invariants import INVARIANTS as OF_PUBLICATION
from jianyi.supervision.invariants import INVARIANTS as OF_SUPERVISION
from jianyi.themes.invariants import INVARIANTS as OF_THEMES
from jianyi.topics.invariants import INVARIANTS as OF_TOPICS

from .telling import report, show


SHOWN = 20
INVARIANTS: tuple[tuple[str, str, Invariant], ...] = (
    *OF_CASES,
    (
        "conferred",
        "再次不满意的处理所依据的活动有审定的纪要",
        what_was_determined_at_a_meeting_has_its_minutes,
    ),
    *OF_THEMES,
    *OF_TOPICS,
    *OF_CIRCULARS,
    ("I16", "计入的成果有佐证、有来由，经另一人核验", every_outcome_is_shown_and_checked),
    *OF_PUBLICATION,
    *OF_SUPERVISION,
    *OF_CADENCE,
    *OF_NOTICES,
    ("public_outcomes", "公开的成果经发布、仍计入、不暴露保密的提出人", what_is_public_of_outcomes_counts),
)


def violations() -> dict[str, tuple[str, list[str]]]:
    """name → what it says, and a sentence for everything that is not so: of every area."""
    return {name: (label, list(check())) for name, label, check in INVARIANTS}


def tick(asked: argparse.Namespace) -> int:
    """Take what time has made ready; run again at once it finds nothing."""
    taken = rounds.tick()
    if asked.json:
        report({"taken": taken})
    else:
        show(f"办理了 {taken} 步到期的程序步骤。" if taken else "没有到期的程序步骤。")
    return 0


def check(asked: argparse.Namespace) -> int:
    """Every invariant, with how many violations it has."""
    rounds.stand_at_the_demo_clock()
    found = violations()
    wrong = sum(len(sentences) for _, sentences in found.values())
    if asked.json:
        report({
            "violations": wrong, "invariants": {name: sentences for name, (_, sentences) in found.items()},
            "clock": {job.name: {"state": job.state, "failure": job.failure} for job in healths()},
        })  # fmt: skip
        return 1 if wrong else 0
    for name, (label, sentences) in found.items():
        show(f"{name}　{label}：{len(sentences)}")
        for sentence in sentences[:SHOWN]:
            show(f"    {sentence}")
        if len(sentences) > SHOWN:
            show(f"    ……另有 {len(sentences) - SHOWN} 处，全部见 --json")
    _show_the_clock()
    show(f"共 {wrong} 处不符。" if wrong else "全部相符。")
    return 1 if wrong else 0


def _show_the_clock() -> None:
    """How its jobs fare: a clock that stands still is no fault of the rows, so it is told and not counted."""
    for job in healths():
        began = f"，上次开始 {job.began_at.astimezone(clock.HOME):%Y-%m-%d %H:%M}" if job.began_at else ""
        failed = f"，上次失败：{job.failure}" if job.state == "failing" else ""
        show(f"时钟·{job.label}：{job.state_label}{began}{failed}")
