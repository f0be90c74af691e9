"""What is said about the plan of one handling (源 G7)."""

from dataclasses import dataclass
from datetime import date

from ...calendar import in_words
from .said import Said, asked


@dataclass(frozen=True, slots=True)
class Planning(Said):
    tasks: str = asked("阶段任务", kind="long")
    safeguards: str = asked("保障措施", kind="long")

    @property
    def lacking(self) -> str:
        parts = {"阶段任务": self.tasks, "保障措施": self.safeguards}
        return "、".join(label for label, text in parts.items() if not text.strip())


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
