"""Which division of a unit a suggestion is for (归口管理, 源 N1): the unit's own rules, and a proposal with its reason.

Special work goes to the division named for it, others assist; a single content to the division whose business it is; several contents
to the division with most of them. A human decides.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from re import split


@dataclass(frozen=True, slots=True)
class Rule:
    """Whoever finds one of the words: this division, and those that assist it."""

    words: tuple[str, ...]
    division: int
    assisting: tuple[int, ...] = ()

    def finds(self, text: str) -> str:
        """The first of the words in the text."""
        return next((word for word in self.words if word in text), "")


@dataclass(frozen=True, slots=True)
class Proposed:
    """`kind`: special, single, or several."""

    kind: str
    division: int
    assisting: tuple[int, ...]
    reason: str


def propose(
    special: Sequence[Rule],
    contents: Sequence[Rule],
    title: str,
    points: Sequence[str],
    names: Mapping[int, str],
) -> Proposed | None:
    """Nothing where no rule fits; a division that is no more proposes nothing."""
    there = [rule for rule in special if rule.division in names]
    for rule in there:
        if word := rule.finds("\n".join([title, *points])):
            return _special(rule, word, names)
    return _by_contents([rule for rule in contents if rule.division in names], title, points, names)


def _special(rule: Rule, word: str, names: Mapping[int, str]) -> Proposed:
    helping = tuple(number for number in rule.assisting if number in names)
    beside = f"，{_told(helping, names)}配合" if helping else ""
    reason = f"专项工作“{word}”：{names[rule.division]}牵头{beside}。"
    return Proposed("special", rule.division, helping, reason)


def _by_contents(
    rules: Sequence[Rule], title: str, points: Sequence[str], names: Mapping[int, str]
) -> Proposed | None:
    found = [_first(rules, point) for point in points]
    counts = Counter(rule.division for rule in found if rule)
    if not counts:
        rule = _first(rules, title)
        return _single(rule, title, names) if rule else None
    if len(counts) == 1:
        rule, point = next((rule, point) for rule, point in zip(found, points, strict=True) if rule)
        return _single(rule, point, names)
    return _several(counts, len(points), names)


def _first(rules: Sequence[Rule], text: str) -> Rule | None:
    return next((rule for rule in rules if rule.finds(text)), None)


def _single(rule: Rule, text: str, names: Mapping[int, str]) -> Proposed:
    reason = f"单一业务“{rule.finds(text)}”：归口{names[rule.division]}。"
    return Proposed("single", rule.division, (), reason)


def _several(counts: Counter[int], points: int, names: Mapping[int, str]) -> Proposed:
    """The first of those with most; of as many the one that is named first."""
    ((division, most),) = counts.most_common(1)
    helping = tuple(number for number in counts if number != division)
    told = f"本件 {points} 项内容，{most} 项归{names[division]}，内容多者主办；{_told(helping, names)}配合。"
    return Proposed("several", division, helping, told)


def _told(numbers: Sequence[int], names: Mapping[int, str]) -> str:
    return "、".join(names[number] for number in numbers)


# As it is written: one rule a line, 「关键词、关键词 = 处室 + 处室」


def lines(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """(words, names of divisions) of each line that is not empty; either is empty where the line is wrong."""
    return [_line(line) for line in text.splitlines() if line.strip()]


def _line(line: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words, _, divisions = line.replace("＝", "=").partition("=")
    return _parts("[、，,;；]", words), _parts("[+＋、，,]", divisions)


def _parts(between: str, text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in split(between, text) if part.strip())
