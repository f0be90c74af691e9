"""Every change between two versions of a reply of 20,000 characters: few changes, many, and nothing alike."""

from collections.abc import Callable
from random import Random
from time import perf_counter

from jianyi.web.units.redline import compare, count


LENGTH, TURNS, AIM = 20_000, 5, 200
WORDS = "会同有关单位逐项研究并明确责任处室完成时间和验收办法纳入年度计划统筹安排资金保障项目进度"


def text(dice: Random) -> list[str]:
    """Sentences of 20 to 60 characters, 20,000 together."""
    found: list[str] = []
    while sum(map(len, found)) < LENGTH:
        found.append("".join(dice.choice(WORDS) for _ in range(dice.randint(20, 60))) + "。")
    return found


def edited(dice: Random, share: float) -> Callable[[list[str]], list[str]]:
    """In this share of the sentences three characters are others."""

    def change(sentence: str) -> str:
        at = dice.randrange(len(sentence) - 4)
        return f"{sentence[:at]}二〇二{sentence[at + 3 :]}"

    return lambda was: [change(each) if dice.random() < share else each for each in was]


def measure(small: bool) -> list[str]:
    """A table in Markdown: what was changed, how many places were found, the median of five turns in milliseconds."""
    dice = Random(1)
    old = text(dice)
    others = {
        "one sentence in twenty": edited(dice, 0.05), "every second sentence": edited(dice, 0.5),
        "every sentence": edited(dice, 1), "nothing alike": lambda was: text(dice),
    }  # fmt: skip
    rows = [_row(name, "".join(old), "".join(change(old))) for name, change in others.items()]
    head = f"## Redline of two versions of {LENGTH:,} characters (aim ≤ {AIM} ms)\n"
    return [head, "| changed | places | ms |", "|---|---|---|", *rows, ""]


def _row(name: str, old: str, new: str) -> str:
    took = []
    for _ in range(TURNS):
        began = perf_counter()
        parts = compare(old, new)
        took.append((perf_counter() - began) * 1000)
    return f"| {name} | {count(parts)} | {sorted(took)[TURNS // 2]:.0f} |"
