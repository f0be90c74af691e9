"""What is said about meetings and activities: how they are called, who came, what was decided (源 W1, W7, W8, H4, H5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ...calendar import in_words
from ...phases import unreadable
from .cases import Because
from .said import Said, asked


# What a meeting or an activity is: those of the house, then those with deputies.
ACTIVITIES = {
    "hand_over": "交办会", "progress": "调度会", "party_group": "党组会议", "topic": "专题会", "training": "业务培训",
    "symposium": "座谈会", "face_to_face": "见面会", "visit": "上门协商", "research": "联合调研", "inspection": "代表视察",
    "open_day": "开门办件活动",
    "conferral": "会商会", "assessment": "专家评估会", "interview": "代表约见",
}  # fmt: skip
# What follows a second dissatisfaction, by the way that the place has laid down (words.Escalate).
ESCALATED = {"joint_meeting": "conferral", "expert_assessment": "assessment", "interview": "interview"}
INNER = frozenset({"hand_over", "progress", "party_group", "topic", "training"})
# kind → the number of a place that says how many of them a leader attends each year (源 W1).
COUNTED_YEARLY = {"hand_over": "hand_over_meetings_a_year", "progress": "progress_meetings_a_year"}


def twice(people: Sequence[int]) -> str:
    """Which places of a list name somebody who stands further up already: 「第 3、5 位」; nothing where nobody does."""
    again = [str(n) for n, person in enumerate(people, start=1) if person in people[: n - 1]]
    return f"第 {'、'.join(again)} 位" if again else ""


@dataclass(frozen=True, slots=True)
class Calling(Said):
    """`answer_by`: until when those invited say whether they come; without it until the day itself; `batch`: what a
    hand-over meeting of the congress hands over; `escalation`: the second dissatisfaction that it treats."""

    kind: str = asked("类别", "symposium", "choice", ACTIVITIES)
    title: str = asked("名称", most=100)
    starts_at: datetime | None = asked("时间", None, "moment")
    where: str = asked("地点", most=200)
    chair: int = asked("主持（带队）人", 0, "colleague")
    agenda: str = asked("议程或者内容", kind="long")
    answer_by: date | None = asked("请在哪天前答复", None, "day")
    guests: tuple[int, ...] = asked("邀请的人员", (), "people")
    units: tuple[int, ...] = asked("联合单位", (), "units")
    cases: tuple[int, ...] = asked("涉及的建议", (), "cases")
    batch: int = asked("交办的批次（人大常委会的交办会）", 0, "batch")
    escalation: int = asked("再次不满意的处理（会商、评估、约见）", 0, "escalation")

    @property
    def lacking(self) -> str:
        parts = {
            "类别": self.kind,
            "名称": self.title.strip(),
            "时间": self.starts_at,
            "地点": self.where.strip(),
        }
        return "、".join(label for label, value in parts.items() if not value)

    @property
    def twice(self) -> str:
        return twice(self.guests)


@dataclass(frozen=True, slots=True)
class Attending(Said):
    """Who came, also uninvited; `others`: who has no account here, in words; they are not counted; `batch`: what it handed
    over, where that was not said when it was called."""

    present: tuple[int, ...] = asked("到会人员", (), "people")
    others: str = asked("其他到会人员（不计入人次）", kind="long")
    hours: int = asked("学时", 0, "count")
    batch: int = asked("交办的批次（人大常委会的交办会）", 0, "batch")

    @property
    def twice(self) -> str:
        return twice(self.present)


@dataclass(frozen=True, slots=True)
class Attaching(Said):
    """What is attached beside what hangs there; `taken_off`: attachments that no longer do."""

    photographs: tuple[int, ...] = asked("照片", (), "photographs")
    attachments: tuple[int, ...] = asked("其他附件", (), "files")
    taken_off: tuple[int, ...] = asked("移去的照片和附件", (), "attached")


@dataclass(frozen=True, slots=True)
class Minuting(Said):
    minutes: str = asked("纪要（活动情况、代表意见、议定结果）", kind="long")


@dataclass(frozen=True, slots=True)
class Resolving(Said):
    """One thing that was decided: what, by whom, until when."""

    text: str = asked("议定事项")
    owner: int = asked("责任人", 0, "colleague")
    due: date | None = asked("完成日期", None, "day")

    @property
    def due_told(self) -> str:
        return in_words(self.due) if self.due else "未定"


@dataclass(frozen=True, slots=True)
class Charging(Resolving):
    """The same, decided by the leadership about one handling: by somebody who works on it (forms.md F27)."""

    owner: int = asked("责任人", 0, "crew")


@dataclass(frozen=True, slots=True)
class Passing(Because):
    """Who answers for it from now on, and why."""

    to: int = asked("改由谁负责", 0, "colleague")


@dataclass(frozen=True, slots=True)
class PassingOn(Passing):
    """Among those who work on one handling."""

    to: int = asked("改由谁负责", 0, "crew")


@dataclass(frozen=True, slots=True)
class Scheming(Said):
    """A unit's yearly work scheme (源 H1)."""

    goals: str = asked("工作目标", kind="long")
    phases: str = asked(
        "阶段安排（每行：阶段 = 截止日期 = 任务，如 摸底沟通 = 2026-03-31 = 逐件沟通）", kind="long"
    )
    safeguards: str = asked("保障措施", kind="long")

    @property
    def lacking(self) -> str:
        parts = {"工作目标": self.goals, "阶段安排": self.phases, "保障措施": self.safeguards}
        return "、".join(label for label, text in parts.items() if not text.strip())

    @property
    def unreadable(self) -> str:
        return unreadable(self.phases)
