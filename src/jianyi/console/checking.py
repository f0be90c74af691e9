"""`jianyi tick` and `jianyi check`."""

import argparse

from jianyi.cases.invariants import INVARIANTS
from jianyi.jobs import rounds
from jianyi.publication.invariants import INVARIANTS as OF_PUBLICATION

from .telling import report, show


SHOWN = 20
CHECKS = (*INVARIANTS, *OF_PUBLICATION)


def tick(asked: argparse.Namespace) -> int:
    """Take what time has made ready; run again at once it finds nothing."""
    taken = rounds.tick()
    if asked.json:
        report({"taken": taken})
    else:
        show(f"办理了 {taken} 步到期的程序步骤。" if taken else "没有到期的程序步骤。")
    return 0


def violations() -> dict[str, tuple[str, list[str]]]:
    """name → what it says, and a sentence for everything that is not so, of every part of the house."""
    return {name: (label, list(look())) for name, label, look in CHECKS}


def check(asked: argparse.Namespace) -> int:
    """Every invariant, with how many violations it has."""
    rounds.stand_at_the_demo_clock()
    found = violations()
    wrong = sum(len(sentences) for _, sentences in found.values())
    if asked.json:
        report(
            {"violations": wrong, "invariants": {name: sentences for name, (_, sentences) in found.items()}}
        )
        return 1 if wrong else 0
    for name, (label, sentences) in found.items():
        show(f"{name}　{label}：{len(sentences)}")
        for sentence in sentences[:SHOWN]:
            show(f"    {sentence}")
        if len(sentences) > SHOWN:
            show(f"    ……另有 {len(sentences) - SHOWN} 处，全部见 --json")
    show(f"共 {wrong} 处不符。" if wrong else "全部相符。")
    return 1 if wrong else 0
