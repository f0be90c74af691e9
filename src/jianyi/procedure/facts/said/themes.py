"""What is said about suggestions that are handled together: which they are, what was found, what they share (F30)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...calendar import in_words
from .said import Said, asked


MARK = "="


@dataclass(frozen=True, slots=True)
class Grouping(Said):
    """The group as it is called; the suggestions named join it, those that are in it stay."""

    title: str = asked("名称", most=60)
    basis: str = asked("归为一类的理由", kind="long", most=2000)
    cases: tuple[int, ...] = asked("归入的建议", (), "cases")


@dataclass(frozen=True, slots=True)
class MeetingNamed(Said):
    """A meeting or an activity of the unit, held or still to come."""

    meeting: int = asked("活动", 0, "gathering")


@dataclass(frozen=True, slots=True)
class SharedText(Said):
    """Paragraphs that all replies of the group may take in; a blank line, or a new one, begins the next."""

    text: str = asked("共享段落（一行一段）", kind="long")

    @property
    def paragraphs(self) -> list[str]:
        return [line.strip() for line in self.text.splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class Finding(Said):
    """Problems that came to light: one a line, 「问题 = 措施」; of these members, or of all; found at this meeting, or not at one."""

    findings: str = asked("问题（每行一项：问题 = 措施）", kind="long")
    owner: int = asked("责任人", 0, "colleague")
    due: date | None = asked("销号时限", None, "day")
    cases: tuple[int, ...] = asked("涉及的建议（不选即全组）", (), "cases")
    meeting: int = asked("来自哪次活动", 0, "gathering")

    @property
    def rows(self) -> list[tuple[str, str]]:
        """(problem, measures) of every line."""
        parted = (
            line.partition(MARK) for line in self.findings.replace("＝", MARK).splitlines() if line.strip()
        )
        return [(problem.strip(), measures.strip()) for problem, _, measures in parted]

    @property
    def unwhole(self) -> str:
        """Which lines lack a part: 「第 2、3 行」; nothing where none does."""
        return _lines([n for n, row in enumerate(self.rows, 1) if not all(row)])

    @property
    def too_long(self) -> str:
        return _lines([n for n, row in enumerate(self.rows, 1) if len(row[0]) > LONGEST])

    @property
    def due_told(self) -> str:
        return in_words(self.due) if self.due else "未定"


LONGEST = 300


def _lines(numbers: Sequence[int]) -> str:
    return f"第 {'、'.join(map(str, numbers))} 行" if numbers else ""


@dataclass(frozen=True, slots=True)
class Pledging(Said):
    """What cannot be solved before the reply is promised in it: in which, in what words, until when."""

    case: int = asked("写入哪一件的答复", 0, "suggestion")
    item: str = asked("承诺事项", kind="long", most=500)
    due: date | None = asked("完成日期", None, "day")

    @property
    def lacking(self) -> str:
        parts = {"写入哪一件的答复": self.case, "承诺事项": self.item.strip(), "完成日期": self.due}
        return "、".join(label for label, told in parts.items() if not told)
