"""What is said when somebody is urged, supervised or helped (源 G4, H7; forms F20, F21)."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

from .cases import Because
from .said import Said, asked


# Who urges whom.
WAYS = {"inner": "内部督办", "government": "政府督办", "congress": "人大督办", "co": "催告会办"}
# The rungs of the ladder; urging is the first.
RUNGS = {"urging": "催办", "circular": "通报", "listing": "挂牌督办", "interview": "约谈", "accountability": "责任追究"}  # fmt: skip
# Documents of supervision: a notice that a suggestion is supervised stands beside the rungs.
SHEETS = {"notice": "督办通知", **RUNGS}
CAUSES = {"key": "重点督办建议", "overdue": "超过期限", "rating": "测评不满意"}
AUDIENCES = {
    "inside": "督办单位和承办单位",
    "deputies": "同时向提出建议的代表公示",
    "public": "同时向社会公示",
}
MANNERS = {"inspection": "责令检查", "criticism": "通报批评", "downgrade": "考核降等", "transfer": "移送"}
NUMBERED = re.compile(r"[^\W\d_]{2,20}〔(\d{4})〕[1-9]\d{0,4}号")
HELPS = {"hard": "攻坚", "help": "帮扶"}


def lines(text: str) -> list[str]:
    """Each line that says something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class Urged(Said):
    """What lags, by the keys of the list; what is asked for, a line each."""

    lags: tuple[str, ...] = asked("滞后事项", (), "lags")
    demands: str = asked("办理要求（每行一条）", kind="long", most=2000)
    answer_by: date | None = asked("书面回复日期（本地没有规定催办回复期限的，须填）", None, "day")

    @property
    def asks(self) -> list[str]:
        return lines(self.demands)


@dataclass(frozen=True, slots=True)
class UrgingAnswer(Said):
    """How it stands, and by which day it will be done."""

    text: str = asked("整改情况和下步安排", kind="long")
    done_by: date | None = asked("完成日期", None, "day")
    attachments: tuple[int, ...] = asked("附件", (), "files")


@dataclass(frozen=True, slots=True)
class MeasureDraft(Said):
    """The document of one rung. Of its own: a notice has its cause and who supervises, a listing has conditions and who may read it, an interview who, when, where, an accountability proposal
    the article, the manner, who decides, and until when the person may speak."""

    facts: str = asked("事由与事实", kind="long", most=4000)
    demands: str = asked("要求（每行一条）", kind="long", most=2000)
    due: date | None = asked("整改期限（挂牌按本地规定的期限的，不填）", None, "day")
    owner: int = asked("责任人", 0, "person")
    skip_reason: str = asked("越级理由（不越级的不填）", kind="long", most=1000)
    skip_by: int = asked("批准越级的领导", 0, "person")
    conditions: str = asked("摘牌条件（每行一条）", kind="long", most=2000)
    interviewer: int = asked("约谈人", 0, "person")
    at: datetime | None = asked("约谈时间", None, "moment")
    where: str = asked("约谈地点", most=200)
    materials: str = asked("需带或者报送的材料", kind="long", most=1000)
    article: str = asked("违规情形和所依据的条款", kind="long", most=1000)
    manner: str = asked("建议的方式", "", "choice", {"": "请选择", **MANNERS})
    decider: str = asked("决定机关", most=100)
    statement_by: date | None = asked("请本人在哪天前陈述", None, "day")
    cause: str = asked("督办起因", "", "choice", {"": "请选择", **CAUSES})
    supervised_by: int = asked("督办主体（不选即本单位）", 0, "committee")
    visible_to: str = asked("公示范围", "inside", "choice", AUDIENCES)

    @property
    def asks(self) -> list[str]:
        return lines(self.demands)

    @property
    def releases(self) -> list[str]:
        return lines(self.conditions)


@dataclass(frozen=True, slots=True)
class Cited(Said):
    """A circular that names the case, recorded by its number and day."""

    number: str = asked("通报文号", most=60)
    day: date | None = asked("通报日期", None, "day")
    facts: str = asked("通报所列事实", kind="long", most=4000)
    due: date | None = asked("通报要求的整改期限（没有的不填）", None, "day")
    owner: int = asked("责任人", 0, "person")

    @property
    def told(self) -> str:
        """Whichever brackets and widths were typed."""
        folded = "".join(unicodedata.normalize("NFKC", self.number).split())
        return folded.replace("[", "〔").replace("]", "〕")

    @property
    def is_numbered(self) -> bool:
        """By its form, of the year of its day (GB/T 9704 7.2.5: no 第, no leading nought)."""
        found = NUMBERED.fullmatch(self.told)
        return bool(found and self.day and int(found[1]) == self.day.year)


@dataclass(frozen=True, slots=True)
class TalkRecord(Said):
    """What was said at an interview."""

    statement: str = asked("被约谈人的表态", kind="long", most=4000)
    pledges: str = asked("整改承诺（每行一条）", kind="long", most=2000)

    @property
    def promised(self) -> list[str]:
        return lines(self.pledges)


@dataclass(frozen=True, slots=True)
class Defence(Said):
    text: str = asked("陈述（对事实、依据和建议的意见）", kind="long", most=4000)
    attachments: tuple[int, ...] = asked("附件", (), "files")


@dataclass(frozen=True, slots=True)
class Decreed(Said):
    """What the body that decides has decided; the platform keeps it, it does not decide."""

    decision: str = asked("决定内容", kind="long", most=4000)
    decided_on: date | None = asked("决定日期", None, "day")


@dataclass(frozen=True, slots=True)
class Verified(Said):
    """What the closing rests on."""

    outcome: str = asked("核验情况", kind="long", most=2000)


@dataclass(frozen=True, slots=True)
class Helping(Said):
    """A hard problem, or a help measure: which suggestion or promise, where, under which programme, what, who leads, from when
    until when."""

    kind: str = asked("类别", "help", "choice", HELPS)
    what: str = asked("攻坚或者帮扶内容", kind="long", most=1000)
    place: str = asked("帮扶地（乡镇、村等）", most=100)
    programme: str = asked("所依托的规划、项目", most=200)
    leads: int = asked("牵头人", 0, "colleague")
    since: date | None = asked("开始日期", None, "day")
    until: date | None = asked("完成期限", None, "day")


@dataclass(frozen=True, slots=True)
class Prolonging(Because):
    """More time than the paper says, and why."""

    until: date | None = asked("宽限到哪天", None, "day")


@dataclass(frozen=True, slots=True)
class Pleading(Because):
    """A deputy asks that the unit be urged, and says why."""

    reason: str = asked("请求催办的理由（哪些方面没有进展）", kind="long", most=1000)
