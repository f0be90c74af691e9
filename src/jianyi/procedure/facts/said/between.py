"""What units say to each other and to the body that handed over, about a case they share."""

from dataclasses import dataclass

from .said import Said, asked


@dataclass(frozen=True, slots=True)
class Waiving(Said):
    """Why a reply should leave without a co-unit's opinion; the reason stands in the reply."""

    tried: str = asked("为取得会办意见已做的工作（何时、以何方式催要，对方如何答复）", kind="long")
    reason: str = asked("会办意见缺失的原因（写入答复）", kind="long")

    @property
    def lacking(self) -> str:
        parts = {"已做的工作": self.tried, "缺失的原因": self.reason}
        return "、".join(label for label, text in parts.items() if not text.strip())
