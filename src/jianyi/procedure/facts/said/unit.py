"""What is said inside a unit and between it, the deputy and the hand-over body while a reply takes shape."""

from dataclasses import dataclass
from datetime import date

from ...dividing import lines
from ...rhythm import Rhythm
from .cases import Because
from .said import CHECKS, GROUNDS, LEVELS, MODES, OUTCOMES, WEEKDAYS, Said, asked


@dataclass(frozen=True, slots=True)
class AskedExtension(Said):
    """Why the reply takes longer (F18): only what is wide or difficult (代 51); and when and how the deputies were told
    of it beforehand, with what they said."""

    until: date | None = asked("申请延至", None, "day")
    grounds: tuple[str, ...] = asked("法定情形（可都选）", (), "choices", GROUNDS)
    reason: str = asked("具体原因", kind="long")
    progress: str = asked("已做工作", kind="long")
    plan: str = asked("下步计划", kind="long")
    told_on: date | None = asked("告知代表的日期", None, "day")
    told_by: str = asked("告知代表的方式", "", "choice", MODES)
    deputies_told: str = asked("代表意见", kind="long")

    @property
    def lacking(self) -> str:
        parts = {
            "已做工作": self.progress.strip(), "下步计划": self.plan.strip(), "告知代表的日期": self.told_on,
            "告知代表的方式": self.told_by, "代表意见": self.deputies_told.strip(),
        }  # fmt: skip
        return "、".join(label for label, value in parts.items() if not value)


@dataclass(frozen=True, slots=True)
class Granting(Said):
    """Until when; the body may grant less than was asked for."""

    until: date | None = asked("同意延至", None, "day")
    reason: str = asked("说明", kind="long")


@dataclass(frozen=True, slots=True)
class Comment(Said):
    opinion: str = asked("对这一稿的意见", kind="long")


@dataclass(frozen=True, slots=True)
class Exempting(Because):
    """Why the deputy need not be shown the draft, and the paper that shows it."""

    attachments: tuple[int, ...] = asked("佐证材料（代表书面说明、来信的扫描件或者照片）", (), "proofs")


@dataclass(frozen=True, slots=True)
class KeyMark(Said):
    """The chairpersons' meeting decides which suggestions are key (代 52)."""

    decided_on: date | None = asked("决定列为重点督办的日期", None, "day")
    committee: int = asked("督办的专门委员会", 0, "committee")
    leader: str = asked("督办领导", most=60)


@dataclass(frozen=True, slots=True)
class Keyed(KeyMark):
    """Of a suggestion in a topic, as its topic was decided."""

    topic: int = asked("重点督办议题", 0, "hidden")


@dataclass(frozen=True, slots=True)
class Lifted(Because):
    """Of a suggestion that its topic holds no longer."""

    topic: int = asked("重点督办议题", 0, "hidden")


@dataclass(frozen=True, slots=True)
class Leading(Said):
    leader: int = asked("领衔领导", 0, "leader")


@dataclass(frozen=True, slots=True)
class Succession(Because):
    """Whose work goes to whom, and why."""

    person: int = asked("移交人", 0, "colleague")
    to: int = asked("接收人", 0, "colleague")


@dataclass(frozen=True, slots=True)
class Decision(Said):
    """What the leadership of the unit decided about exactly this text (源 G3; forms.md F27)."""

    name: str = asked("会议名称和次序（如 2026年第9次党组会议）", most=60)
    held_on: date | None = asked("会议日期", None, "day")
    hour: str = asked("开始时间（如 9:00，可不填）", most=20)
    where: str = asked("地点", most=100)
    chair: int = asked("主持人", 0, "colleague")
    expected: int = asked("应到人数", 0, "count")
    present: int = asked("实到人数", 0, "count")
    observers: str = asked("列席人员（姓名和职务，可不填）")
    reporter: int = asked("汇报人", 0, "colleague")
    outcome: str = asked("决定", "agreed", "choice", OUTCOMES)
    note: str = asked("会议意见", kind="long")
    recorder: int = asked("记录人", 0, "colleague")
    signer: int = asked("签发人", 0, "colleague")
    digest: str = asked("所议稿件", kind="hidden")

    @property
    def counts(self) -> bool:
        return 0 < self.present <= self.expected

    @property
    def lacking(self) -> str:
        parts = {
            "会议名称和次序": self.name.strip(), "地点": self.where.strip(), "主持人": self.chair, "汇报人": self.reporter,
            "记录人": self.recorder, "签发人": self.signer,
        }  # fmt: skip
        return "、".join(label for label, value in parts.items() if not value)

    @property
    def people(self) -> frozenset[int]:
        return frozenset({self.chair, self.reporter, self.recorder, self.signer} - {0})


@dataclass(frozen=True, slots=True)
class UnitRules(Said):
    """How a unit divides its work and what it checks before it signs."""

    coordinator: int = asked("专人负责（联络人）", 0, "colleague")
    special: str = asked("专项工作（每行：关键词、关键词 = 牵头处室 + 配合处室）", kind="long")
    contents: str = asked("业务归口（每行：关键词、关键词 = 处室）", kind="long")
    checks: tuple[str, ...] = asked("签发前检查（两会审三协商四把关）", (), "choices", CHECKS)
    blocks: bool = asked("有一项未满足就不能签发", False, "flag")
    meets_key: str = asked("重点督办、重大件由谁见面", "", "choice", LEVELS)
    meets_led: str = asked("领导领衔件由谁见面", "", "choice", LEVELS)
    meets_other: str = asked("其他件由谁见面", "", "choice", LEVELS)
    remarks_block: bool = asked("稿件的批注没有都回应，就不能送审、签发", False, "flag")

    photographs: bool = asked("与代表的活动、见面沟通须附照片", False, "flag")
    milestones: int = asked("办理计划的时间节点至少几个（0：按当地规定）", 0, "count")
    hand_over_meetings: int = asked("单位领导每人每年参加交办会至少几次（0：按当地规定）", 0, "count")
    progress_meetings: int = asked("单位领导每人每年参加调度会至少几次（0：按当地规定）", 0, "count")
    evidence: bool = asked("登记完成、落实须附佐证材料", False, "flag")
    dispatch_every: int = asked("每几个工作日出一次调度单（0：不出）", 0, "count")
    dispatch_from: date | None = asked("从哪一天起算", None, "day")
    urging_day: str = asked("每周督促日", "", "choice", WEEKDAYS)
    assess_monthly: bool = asked("每月最后一个工作日考评取数", False, "flag")
    assess_hour: int = asked("考评日几点取数", 17, "count")

    @property
    def rhythm(self) -> Rhythm:
        """两天一调度、一周一督促、一月一考评."""
        day = int(self.urging_day) if self.urging_day in WEEKDAYS else 0
        return Rhythm(self.dispatch_every, self.dispatch_from, day, self.assess_monthly, self.assess_hour)

    @property
    def yearly(self) -> dict[str, int]:
        """How many meetings of a kind each leader attends in a year by the unit's own rule; 0: as the place says."""
        return {"hand_over": self.hand_over_meetings, "progress": self.progress_meetings}

    @property
    def meets(self) -> dict[str, str]:
        """Which level meets the deputies of which suggestions (分级见面)."""
        return {"key": self.meets_key, "led": self.meets_led, "other": self.meets_other}

    @property
    def divisions(self) -> frozenset[str]:
        """Every division that a line names."""
        return frozenset(name for _, names in lines(f"{self.special}\n{self.contents}") for name in names)

    @property
    def is_plain(self) -> bool:
        """Every line has words and divisions, a line of contents one division."""
        each = lines(self.contents)
        whole = all(words and names for words, names in [*lines(self.special), *each])
        return whole and all(len(names) == 1 for _, names in each)
