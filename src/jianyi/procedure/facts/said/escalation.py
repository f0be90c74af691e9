"""What is said when a deputy was dissatisfied a second time: who is called together, and what came of it."""

from dataclasses import dataclass
from datetime import date

from .said import Said, asked


DETERMINATIONS = {"follow": "要求承办单位另行落实", "explain": "向代表说明，不再要求办理"}


@dataclass(frozen=True, slots=True)
class Summoned(Said):
    """The day, the place, and who takes part: deputies, unit, experts."""

    held_on: date | None = asked("日期", None, "day")
    where: str = asked("地点")
    participants: str = asked("参加人员（代表、承办单位负责人、专家等）", kind="long")
    note: str = asked("议题", kind="long")

    @property
    def lacking(self) -> str:
        parts = {"日期": self.held_on, "地点": self.where.strip(), "参加人员": self.participants.strip()}
        return "、".join(label for label, value in parts.items() if not value)


@dataclass(frozen=True, slots=True)
class Determined(Said):
    held_on: date | None = asked("实际日期", None, "day")
    participants: str = asked("到场人员", kind="long")
    opinion: str = asked("处理意见", kind="long")
    outcome: str = asked("处理结果", "", "choice", {"": "请选择", **DETERMINATIONS})
    requirements: str = asked("要求承办单位办的事项（另行落实的填）", kind="long")
    due: date | None = asked("落实期限（另行落实的填）", None, "day")
    attachments: tuple[int, ...] = asked("会商纪要、评估报告或者约见记录", (), "proofs")
