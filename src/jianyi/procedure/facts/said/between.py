"""What units say to each other and to the body that handed over, about a case they share."""

from dataclasses import dataclass

from .said import TOPICS, VERDICTS, Said, asked


@dataclass(frozen=True, slots=True)
class Waiving(Said):
    """Why a reply should leave without a co-unit's opinion; the reason stands in the reply."""

    tried: str = asked("为取得会办意见已做的工作（何时、以何方式催要，对方如何答复）", kind="long")
    reason: str = asked("会办意见缺失的原因（写入答复）", kind="long")

    @property
    def lacking(self) -> str:
        parts = {"已做的工作": self.tried, "缺失的原因": self.reason}
        return "、".join(label for label, text in parts.items() if not text.strip())


@dataclass(frozen=True, slots=True)
class Leave(Said):
    """A reply may go without the opinion; who decides may say more."""

    reason: str = asked("说明（可不填，双方单位和领衔代表都会看到）", kind="long")


@dataclass(frozen=True, slots=True)
class Raising(Said):
    """What one unit wants to settle with another: its own argument, and what it proposes."""

    topic: str = asked("协商事项", "handling", "choice", TOPICS)
    other: int = asked("与哪个单位协商", 0, "unit")
    argument: str = asked("本单位的意见和依据", kind="long")
    proposal: str = asked("建议怎样办", kind="long")

    @property
    def lacking(self) -> str:
        parts = {"本单位的意见和依据": self.argument, "建议怎样办": self.proposal}
        return "、".join(label for label, text in parts.items() if not text.strip())


@dataclass(frozen=True, slots=True)
class Arguing(Said):
    argument: str = asked("本单位的意见和依据", kind="long")
    proposal: str = asked("建议怎样办（可不填）", kind="long")


@dataclass(frozen=True, slots=True)
class Verdict(Said):
    verdict: str = asked("决定", "otherwise", "choice", VERDICTS)
    decision: str = asked("决定的内容和理由（双方都会看到）", kind="long")
    swaps: bool = asked("主办、会办由此对调（只用于“谁主办、谁会办”）", False, "flag")
