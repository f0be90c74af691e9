"""What is said about the plan of one handling (源 G7)."""

from dataclasses import dataclass
from datetime import date

from ...calendar import in_words
from .reply import Answer
from .said import LEVELS, MODES, PHASES, Said, asked


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A contact that is planned: in which phase, at what level, in what form, until which day (分级见面, 源 W8)."""

    phase: str = ""
    level: str = ""
    mode: str = ""
    day: date | None = None

    @property
    def lacking(self) -> str:
        parts = {"计划日期": self.day, "方式": self.mode in MODES, "层级": self.level in LEVELS}
        return "、".join(label for label, told in parts.items() if not told)


@dataclass(frozen=True, slots=True)
class Planning(Said):
    """`views`: what is meant to be answered to each point; `contacts`: at most one a phase, each with its day: a plan has
    an end."""

    tasks: str = asked("阶段任务", kind="long")
    safeguards: str = asked("保障措施", kind="long")
    views: tuple[Answer, ...] = asked("逐条拟办意见", (), "answers")
    contacts: tuple[Foreseen, ...] = asked("联系计划", (), "foreseen")

    @property
    def lacking(self) -> str:
        parts = {"阶段任务": self.tasks, "保障措施": self.safeguards}
        return "、".join(label for label, text in parts.items() if not text.strip())

    @property
    def viewed(self) -> list[int]:
        """The points to which something is told."""
        return [view.no for view in self.views if view.text.strip()]

    @property
    def contacts_lacking(self) -> str:
        """「办前缺计划日期；办中缺方式、层级」; a phase that is none, or told twice, lacks its name."""
        phases = [each.phase for each in self.contacts]
        wrong = ["阶段须为办前、办中、办后，每个阶段一行"] if _unclear(phases) else []
        return "；".join(
            wrong + [f"{PHASES.get(e.phase, '')}缺{e.lacking}" for e in self.contacts if e.lacking]
        )

    @property
    def days_told(self) -> str:
        """「办前 2026 年 3 月 10 日、办中 2026 年 4 月 8 日」"""
        rows = (row for row in self.contacts if row.day)
        return "、".join(f"{PHASES.get(row.phase, '')} {in_words(row.day)}" for row in rows if row.day)

    @property
    def in_order(self) -> bool:
        order = list(PHASES)
        rows = sorted(
            (e for e in self.contacts if e.phase in order and e.day), key=lambda e: order.index(e.phase)
        )
        days = [each.day for each in rows if each.day]
        return days == sorted(days)


def _unclear(phases: list[str]) -> bool:
    return len(set(phases)) < len(phases) or not PHASES.keys() >= set(phases)


@dataclass(frozen=True, slots=True)
class Setting(Said):
    """One milestone: what, until when, by whom."""

    text: str = asked("节点内容")
    day: date | None = asked("完成日期", None, "day")
    responsible: int = asked("责任人", 0, "crew")

    @property
    def day_told(self) -> str:
        return in_words(self.day) if self.day else "未定"


@dataclass(frozen=True, slots=True)
class Reaching(Said):
    """What was done, in words; what shows it, on paper or as a photograph."""

    evidence: str = asked("完成情况和佐证", kind="long")
    photographs: tuple[int, ...] = asked("照片", (), "photographs")
    attachments: tuple[int, ...] = asked("佐证材料", (), "proofs")

    @property
    def files(self) -> tuple[int, ...]:
        return (*self.photographs, *self.attachments)
