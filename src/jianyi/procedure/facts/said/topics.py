"""What is said about key topics: which suggestions, why, what was decided, how it is supervised (代表法第五十二条; forms.md F05, F28)."""

from dataclasses import dataclass
from datetime import date

from ...calendar import in_words
from ...phases import unreadable
from .cases import Because
from .said import Said, asked


# Why a suggestion is key (domain.md §3.5; 山东省条例第十四条、青岛市条例第二十一条).
CRITERIA = {
    "major": "关系经济社会发展全局、社会普遍关注", "concentrated": "代表反映比较集中", "comprehensive": "综合性强、涉及面广、处理难度大",
    "priority": "属于常委会、政府年度重点工作",
}  # fmt: skip
STANDS = {"agree": "同意列为重点督办", "disagree": "建议不列为重点督办"}


@dataclass(frozen=True, slots=True)
class Nominating(Said):
    """The topic as it is called. The suggestions named join it, those that are in it stay."""

    title: str = asked("议题名称", most=60)
    criteria: tuple[str, ...] = asked("提议依据（可都选）", (), "choices", CRITERIA)
    reason: str = asked("提议理由", kind="long", most=2000)
    cases: tuple[int, ...] = asked("列入的建议", (), "numbered")

    @property
    def lacking(self) -> str:
        parts = {
            "议题名称": self.title.strip(),
            "提议依据": any(self.criteria),
            "提议理由": self.reason.strip(),
        }
        return "、".join(label for label, told in parts.items() if not told)


@dataclass(frozen=True, slots=True)
class Consulting(Said):
    """What the units at work are asked, and until when they answer."""

    question: str = asked("请单位说明什么（可不填）", kind="long", most=2000)
    answer_by: date | None = asked("请在哪天前回复", None, "day")


@dataclass(frozen=True, slots=True)
class Sounded(Said):
    """The view of one unit."""

    stand: str = asked("本单位意见", "", "choice", STANDS)
    view: str = asked("说明（建议不列入的须写明理由）", kind="long", most=2000)


@dataclass(frozen=True, slots=True)
class Decided(Said):
    """As the meeting decided: on which day, who supervises, who of the government leads."""

    decided_on: date | None = asked("决定日期", None, "day")
    committee: int = asked("督办的专门委员会", 0, "committee")
    leader: str = asked("督办领导（常委会负责同志）", most=60)
    led_by: str = asked("领办领导（政府负责同志，可不填）", most=60)


@dataclass(frozen=True, slots=True)
class NotListed(Because):
    decided_on: date | None = asked("决定日期", None, "day")


@dataclass(frozen=True, slots=True)
class Announcing(Said):
    """The office that the supervising leader holds: whoever holds it is not named to the public."""

    office: str = asked("督办领导的职务（如“常委会副主任”，不写姓名）", most=60)


@dataclass(frozen=True, slots=True)
class Including(Because):
    """The meeting has decided that these belong to a topic that is listed already."""

    cases: tuple[int, ...] = asked("补充列入的建议", (), "numbered")
    decided_on: date | None = asked("决定日期", None, "day")


@dataclass(frozen=True, slots=True)
class Supervising(Said):
    """The plan of the committee that supervises."""

    plan: str = asked("督办安排", kind="long")
    phases: str = asked("时间安排（每行：阶段 = 日期 = 任务，如 视察 = 2026-04-17 = 实地视察）", kind="long")
    report_by: date | None = asked("提交督办报告的日期", None, "day")

    @property
    def lacking(self) -> str:
        parts = {
            "督办安排": self.plan.strip(),
            "时间安排": self.phases.strip(),
            "提交督办报告的日期": self.report_by,
        }
        return "、".join(label for label, told in parts.items() if not told)

    @property
    def unreadable(self) -> str:
        return unreadable(self.phases)


@dataclass(frozen=True, slots=True)
class Visiting(Said):
    """A visit of the committee and what it advises, one opinion a line: of these suggestions, or of all."""

    held_on: date | None = asked("视察日期", None, "day")
    where: str = asked("视察地点", most=200)
    people: str = asked("参加人员", most=500)
    opinions: str = asked("视察意见（每行一条）", kind="long")
    cases: tuple[int, ...] = asked("涉及的建议（不选即全部）", (), "numbered")
    answer_by: date | None = asked("请承办单位在哪天前答复", None, "day")
    meeting: int = asked("关联的活动（可不选）", 0, "gathering")

    @property
    def rows(self) -> list[str]:
        return [line.strip() for line in self.opinions.splitlines() if line.strip()]

    @property
    def lacking(self) -> str:
        parts = {
            "视察日期": self.held_on, "视察地点": self.where.strip(), "参加人员": self.people.strip(), "视察意见": self.rows,
            "请承办单位答复的日期": self.answer_by,
        }  # fmt: skip
        return "、".join(label for label, told in parts.items() if not told)

    @property
    def too_long(self) -> str:
        wrong = [str(n) for n, row in enumerate(self.rows, 1) if len(row) > 500]
        return f"第 {'、'.join(wrong)} 条" if wrong else ""

    @property
    def due_told(self) -> str:
        return in_words(self.answer_by) if self.answer_by else "未定"


@dataclass(frozen=True, slots=True)
class Responding(Said):
    """What the unit says to one opinion of the committee."""

    answer: str = asked("对视察意见的答复", kind="long", most=2000)


@dataclass(frozen=True, slots=True)
class SupervisionReport(Said):
    """What the committee reports to the meeting that decided; how it was handled is told from the record."""

    report: str = asked("督办报告（督办情况、评价和建议；办理时间线由系统带出）", kind="long")
