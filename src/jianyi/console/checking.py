"""`jianyi tick` and `jianyi check`."""

import argparse

from jianyi.cases.invariants import violations
from jianyi.jobs import rounds
from jianyi.themes import invariants as themes

from .telling import report, show


SHOWN = 20


def tick(asked: argparse.Namespace) -> int:
    """Take what time has made ready; run again at once it finds nothing."""
    taken = rounds.tick()
    if asked.json:
        report({"taken": taken})
    else:
        show(f"办理了 {taken} 步到期的程序步骤。" if taken else "没有到期的程序步骤。")
    return 0


def found() -> dict[str, tuple[str, list[str]]]:
    """What every area says must always be true: name → what it says, and a sentence for everything that is not so."""
    return violations() | themes.violations()


def check(asked: argparse.Namespace) -> int:
    """Every invariant, with how many violations it has."""
    rounds.stand_at_the_demo_clock()
    told = found()
    wrong = sum(len(sentences) for _, sentences in told.values())
    if asked.json:
        report(
            {"violations": wrong, "invariants": {name: sentences for name, (_, sentences) in told.items()}}
        )
        return 1 if wrong else 0
    for name, (label, sentences) in told.items():
        show(f"{name}　{label}：{len(sentences)}")
        for sentence in sentences[:SHOWN]:
            show(f"    {sentence}")
        if len(sentences) > SHOWN:
            show(f"    ……另有 {len(sentences) - SHOWN} 处，全部见 --json")
    show(f"共 {wrong} 处不符。" if wrong else "全部相符。")
    return 1 if wrong else 0
