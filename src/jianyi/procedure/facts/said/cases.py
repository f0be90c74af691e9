"""What is said about a case, from the writing to the rating."""

from dataclasses import dataclass
from datetime import datetime

from ...words import Role
from .said import (
    BASES,
    CONTACT_WISHES,
    KINDS,
    LEVELS,
    MATERIALS,
    MODES,
    OBJECTIONS,
    PHASES,
    REPEATED,
    TALKS,
    WISHES,
    Said,
    asked,
)


@dataclass(frozen=True, slots=True)
class Because(Said):
    reason: str = asked("理由", kind="long")


@dataclass(frozen=True, slots=True)
class Again(Because):
    """Why it is handled again, and at what level the deputy must then be met; nothing named asks for no level."""

    min_level: str = asked("沟通层级不低于（可不选）", "", "choice", LEVELS)


@dataclass(frozen=True, slots=True)
class Writing(Said):
    """The text of a suggestion (forms.md F01)."""

    title: str = asked("标题")
    situation: str = asked("情况与问题", kind="long")
    points: tuple[str, ...] = asked("具体建议（逐条）", (), "points")
    kind: str = asked("类别", "proposal", "choice", KINDS)
    basis: tuple[str, ...] = asked("形成方式", (), "choices", BASES)
    repeated_years: str = asked("连续提出", "first", "choice", REPEATED)
    wished_units: tuple[int, ...] = asked("希望承办单位", (), "units")
    publication_wish: str = asked("公开意愿", "full", "choice", WISHES)
    publication_reason: str = asked("不公开的理由")
    contact_wish: str = asked("沟通意愿", "face_to_face", "choice", CONTACT_WISHES)
    confidential: bool = asked("对承办单位保密提出人身份", False, "flag")
    confidential_reason: str = asked("保密理由")
    open_to_co_signers: bool = asked("可以附议", True, "flag")
    attachments: tuple[int, ...] = asked("附件", (), "files")


@dataclass(frozen=True, slots=True)
class Entered(Writing):
    """A paper suggestion entered by the office for a deputy."""

    received: str = asked("来件方式与凭据", kind="long")

    @property
    def lacking(self) -> str:
        points = "".join(self.points)
        parts = {"标题": self.title, "情况与问题": self.situation, "具体建议": points}
        return "、".join(label for label, text in parts.items() if not text.strip())


@dataclass(frozen=True, slots=True)
class Inviting(Said):
    explanation: str = asked("附议说明", kind="long")


@dataclass(frozen=True, slots=True)
class CoSigning(Said):
    own_will: bool = asked("已阅全文，系本人意愿", False, "flag")
    note: str = asked("附议意见", kind="long")


@dataclass(frozen=True, slots=True)
class Reviewed(Said):
    """The review (F03): what was found present, and what of the negative list applies."""

    has: tuple[str, ...] = asked("要件核对", (), "must_have")
    negative: tuple[str, ...] = asked("负面清单", (), "negative")
    category: str = asked("内容分类", most=40)


@dataclass(frozen=True, slots=True)
class NotTaken(Said):
    """Why a paper does not become a registered suggestion."""

    reason: str = asked("理由", kind="long")
    negative: tuple[str, ...] = asked("负面清单", (), "negative")


@dataclass(frozen=True, slots=True)
class PassedOn(NotTaken):
    """To whom it is passed as a letter, or for reference."""

    passed_to: str = asked("转送单位（转来信、送参阅时填写）", most=100)


@dataclass(frozen=True, slots=True)
class Merging(Said):
    into: int = asked("并入的建议", 0, "suggestion")
    reason: str = asked("理由", kind="long")


@dataclass(frozen=True, slots=True)
class Merged(Said):
    """Said by the turn itself to the case that takes another in."""

    case: int = 0
    proposers: tuple[int, ...] = ()
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Naming:
    unit: int
    role: Role
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Units(Said):
    units: tuple[Naming, ...] = asked("拟办单位", (), "naming")
    note: str = asked("拟办说明", kind="long")


@dataclass(frozen=True, slots=True)
class Offer(Said):
    leads: bool = asked("愿意牵头主办", False, "flag")
    reason: str = asked("认领理由", kind="long")


@dataclass(frozen=True, slots=True)
class Receipt(Said):
    """What the unit's office found when it signed for a suggestion (F06)."""

    materials: str = asked("材料核对", "complete", "choice", MATERIALS)
    objection: str = asked("异议", "none", "choice", OBJECTIONS)
    note: str = asked("说明", kind="long")
    count_checked: bool = asked("件数核对无误", True, "flag")

    @property
    def is_plain(self) -> bool:
        return self.count_checked and self.objection == "none" and self.materials == "complete"


@dataclass(frozen=True, slots=True)
class Team(Said):
    """Four ones: one suggestion, one leader in charge, one head of division, one case officer (源 W4)."""

    leader: int = asked("责任厅领导", 0, "leader")
    head: int = asked("责任处领导", 0, "head")
    officer: int = asked("具体经办人", 0, "officer")
    division: int = asked("牵头处室", 0, "division")
    assisting: tuple[int, ...] = asked("配合处室", (), "divisions")

    @property
    def lacking(self) -> str:
        parts = {"责任厅领导": self.leader, "责任处领导": self.head, "具体经办人": self.officer}
        return "、".join(label for label, person in parts.items() if not person)

    @property
    def people(self) -> frozenset[int]:
        return frozenset({self.leader, self.head, self.officer} - {0})


@dataclass(frozen=True, slots=True)
class Met(Said):
    """A contact (F11). `present`: who of the unit took part: their posts say at what level it was; `staff`: others, without an
    account; `level`: as it is stated where nobody of the unit could be named, and then it is shown as stated."""

    phase: str = asked("阶段", "before", "choice", PHASES)
    mode: str = asked("方式", "phone", "choice", MODES)
    occurred_at: datetime | None = asked("时间", None, "moment")
    where: str = asked("地点（见面时必填）")
    deputies: tuple[int, ...] = asked("参加代表", (), "deputies")
    present: tuple[int, ...] = asked("本单位参加人", (), "present")
    staff: str = asked("其他参加人（没有账号的，写姓名和职务）")
    summary: str = asked("谈话要点", kind="long")
    deputy_view: str = asked("代表意见", kind="long")
    golden_idea: str = asked("金点子")
    level: str = asked("填报层级（参加人都没有账号时才填）", "", "choice", LEVELS)
    photographs: tuple[int, ...] = asked("照片", (), "photographs")
    attachments: tuple[int, ...] = asked("其他附件", (), "files")

    @property
    def names_somebody(self) -> bool:
        return bool(self.present or self.staff.strip())

    @property
    def states_a_level_without_need(self) -> bool:
        return bool(self.level) and (bool(self.present) or not self.staff.strip())


@dataclass(frozen=True, slots=True)
class Confirming(Said):
    addition: str = asked("补充说明（可不填）", kind="long")


@dataclass(frozen=True, slots=True)
class Read(Said):
    """The digest of the text that was read; a pass counts for no other."""

    digest: str = asked("所阅稿件", kind="hidden")
    opinion: str = asked("审核意见", kind="long")


@dataclass(frozen=True, slots=True)
class Delivery(Said):
    """Who gets the letter by post: (person, number of the letter); everybody else gets it on the platform."""

    posted: tuple[tuple[int, str], ...] = asked("邮寄送达", (), "posted", most=60)


@dataclass(frozen=True, slots=True)
class AskedReturn(Said):
    reason: str = asked("理由（不少于 30 字）", kind="long")
    basis: str = asked("职责依据", kind="long")
    proposed: int = asked("建议改由", 0, "unit")
    talks: str = asked("协商情况", "none", "choice", TALKS)


@dataclass(frozen=True, slots=True)
class Reassigning(Said):
    unit: int = asked("改由", 0, "unit")
    reason: str = asked("说明", kind="long")


@dataclass(frozen=True, slots=True)
class Inheriting(Because):
    """The unit that goes on with the work of one that is dissolved, merged or relieved of it."""

    unit: int = asked("接续办理的单位", 0, "unit")


@dataclass(frozen=True, slots=True)
class Listing(Said):
    """The suggestions of a batch."""

    cases: tuple[int, ...] = asked("列入的建议", (), "cases")
    name: str = asked("批次名称", most=100)


@dataclass(frozen=True, slots=True)
class Result(Said):
    """How a batch went: which were handed over, which not and why."""

    done: tuple[int, ...] = ()
    failed: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Replied(Said):
    """A reply from before the platform: as it was published."""

    title: str = asked("标题")
    number: str = asked("原建议编号", most=60)
    addressee: str = asked("收件代表", kind="long")
    unit: str = asked("答复单位")
    reply_class: str = asked("类别", most=4)
    replied_on: str = asked("答复日期", most=40)
    body: str = asked("正文", kind="long")
    suggestion: int = asked("所答建议（平台内有的）", 0, "suggestion")
    attachments: tuple[int, ...] = asked("原文件", (), "files")

    @property
    def lacking(self) -> str:
        parts = {"标题": self.title, "正文": self.body}
        return "、".join(label for label, text in parts.items() if not text.strip())
