"""The words of the procedure: what code writes, and what people read.

A word is a plain Enum, never a StrEnum: two tracks may share a word ("asked") and must not be equal.
The stages of a track are listed in the order of its road; the first is where a new subject stands.
"""

from enum import Enum


class Word(Enum):
    label: str

    def __new__(cls, value: str, label: str = "") -> "Word":
        word = object.__new__(cls)
        word._value_ = value
        word.label = label
        return word


# Tracks of a case


class Suggestion(Word):
    DRAFT = "draft", "草稿"
    AT_DELEGATION = "at_delegation", "代表团初审"
    SUBMITTED = "submitted", "待审查"
    REGISTERED = "registered", "待分办"
    PROPOSED = "proposed", "待交办"
    HANDED_OVER = "handed_over", "办理中"
    ANSWERED = "answered", "已答复"
    RATED = "rated", "待办结"
    TRACKING = "tracking", "跟踪落实"
    ESCALATED = "escalated", "升级会商"
    CLOSED = "closed", "已办结"
    RETURNED = "returned", "已退回代表"
    LETTER = "letter", "已转来信"
    REFERENCE = "reference", "已作参阅"
    MERGED = "merged", "已并入"
    WITHDRAWN = "withdrawn", "已撤回"


class Invitation(Word):
    NEW = "new", "未发出"
    INVITED = "invited", "待附议"
    CONFIRMED = "confirmed", "已附议"
    DECLINED = "declined", "已谢绝"
    LAPSED = "lapsed", "逾期未回应"


class Claim(Word):
    NEW = "new", "未认领"
    CLAIMED = "claimed", "已认领"
    DROPPED = "dropped", "已撤回认领"
    SETTLED = "settled", "已交办"


class Handling(Word):
    NAMED = "named", "拟交办"
    ARRIVED = "arrived", "待签收"
    RECEIVED = "received", "已签收"
    ROUTED = "routed", "已分办"
    WORKING = "working", "办理中"
    DELIVERED = "delivered", "已送达"
    MOVED = "moved", "已改办"
    LAPSED = "lapsed", "已终止"


class Contact(Word):
    NEW = "new", "未登记"
    RECORDED = "recorded", "待代表确认"
    CONFIRMED = "confirmed", "代表已确认"
    DISPUTED = "disputed", "代表有异议"
    UNANSWERED = "unanswered", "逾期未确认"


class Paper(Word):
    DRAFTING = "drafting", "起草中"
    AT_DESK = "at_desk", "审核中"
    CLEARED = "cleared", "待签发"
    SIGNED = "signed", "待送达"
    TO_RELAY = "to_relay", "待转达代表"
    OFFERED = "offered", "已送主办单位"
    SENT = "sent", "已送达"
    ADOPTED = "adopted", "已采用"
    VOID = "void", "已作废"


class Return(Word):
    NEW = "new", "未提出"
    PREPARED = "prepared", "待单位领导签批"
    ASKED = "asked", "申请退回"
    GRANTED = "granted", "同意改办"
    REFUSED = "refused", "不同意退回"
    DROPPED = "dropped", "未送出"


class Withdrawal(Word):
    NEW = "new", "未提出"
    ASKED = "asked", "待附议代表同意"
    GRANTED = "granted", "同意撤回"
    REFUSED = "refused", "有附议代表不同意"
    DROPPED = "dropped", "已失效"


class Rating(Word):
    NEW = "new", "未发出"
    AWAITED = "awaited", "待测评"
    RATED = "rated", "已测评"
    CONTENT = "content", "测评入档"
    DISSATISFIED = "dissatisfied", "不满意，待研究"
    REHANDLED = "rehandled", "已决定重新办理"
    UPHELD = "upheld", "已决定不重新办理"
    ESCALATED = "escalated", "再次不满意，升级会商"
    LAPSED = "lapsed", "逾期未评"
    VOID = "void", "已作废"


class View(Word):
    NEW = "new", "未填写"
    GIVEN = "given", "已告知领衔代表"


class Batch(Word):
    NEW = "new", "新批次"
    PREPARED = "prepared", "待交办"
    FROZEN = "frozen", "正在交办"
    DONE = "done", "已交办"


# Tracks of the parties


class Congress(Word):
    NEW = "new", "未设立"
    OPEN = "open", "已启用"


class Sitting(Word):
    NEW = "new", "未设立"
    OPEN = "open", "本次会议"
    CLOSED = "closed", "已结束"


class Organisation(Word):
    NEW = "new", "未设立"
    ACTIVE = "active", "在用"
    ABOLISHED = "abolished", "已撤销"


class Post(Word):
    NEW = "new", "未任职"
    HELD = "held", "在任"
    ENDED = "ended", "已卸任"


class Person(Word):
    NEW = "new", "未建账号"
    INVITED = "invited", "待设密码"
    ACTIVE = "active", "在用"
    DISABLED = "disabled", "已停用"


class Seat(Word):
    NEW = "new", "未当选"
    HELD = "held", "在任代表"
    ENDED = "ended", "届满或终止"


class Proxy(Word):
    NEW = "new", "未授权"
    GRANTED = "granted", "授权中"
    ENDED = "ended", "已收回或到期"


TRACKS: tuple[type[Word], ...] = (
    Suggestion, Invitation, Claim, Handling, Contact, Paper, Return, Withdrawal, Rating, View, Batch,
    Congress, Sitting, Organisation, Post, Person, Seat, Proxy,
)  # fmt: skip

TRACK_LABELS: dict[type[Word], str] = {
    Suggestion: "建议", Invitation: "附议邀请", Claim: "认领", Handling: "承办任务", Contact: "沟通",
    Paper: "答复与会办意见", Return: "退回申请", Withdrawal: "撤回申请", Rating: "测评", View: "附议代表意见",
    Batch: "交办批次", Congress: "人民代表大会", Sitting: "会次", Organisation: "机构", Post: "职务",
    Person: "人员账号", Seat: "代表资格", Proxy: "出差授权",
}  # fmt: skip


class Capacity(Word):
    """A role seen from one subject."""

    THE_PROCEDURE = "the_procedure", "程序"
    LEAD_DEPUTY = "lead_deputy", "领衔代表"
    CO_SIGNER = "co_signer", "附议代表"
    INVITEE = "invitee", "被邀附议的代表"
    CONTACTED = "contacted", "参加沟通的代表"
    RATER = "rater", "测评人"
    DELEGATION = "delegation", "代表团工作人员"
    CONGRESS_OFFICE = "congress_office", "议案建议处"
    HAND_OVER_BODY = "hand_over_body", "交办机构"
    COMMITTEE_HEAD = "committee_head", "代表工作委员会负责人"
    GOVERNMENT_OFFICE = "government_office", "政府办公厅"
    UNIT_OFFICE = "unit_office", "承办单位办公室"
    UNIT_LEADER = "unit_leader", "承办单位领导"
    CASE_OFFICER = "case_officer", "经办人"
    AT_THE_DESK = "at_the_desk", "当前审核人"
    SIGNER = "signer", "签发人"
    LEAD_UNIT = "lead_unit", "主办单位经办人"
    FOUNDER = "founder", "首位管理员"
    ADMINISTRATOR = "administrator", "系统管理员"
    ONESELF = "oneself", "本人"


class Limit(Word):
    """What runs against time."""

    INVITATION = "invitation", "附议"
    HAND_OVER = "hand_over", "交办"
    ACKNOWLEDGE = "acknowledge", "签收"
    RETURN = "return", "申请退回"
    REASSIGN = "reassign", "改办"
    CONTACT = "contact", "首次沟通"
    CONFIRM_CONTACT = "confirm_contact", "确认沟通"
    CO_OPINION = "co_opinion", "会办意见"
    CO_AGAIN = "co_again", "会办意见重提"
    REPLY = "reply", "答复"
    CEILING = "ceiling", "总上限"
    RATING = "rating", "测评"
    RATING_GRACE = "rating_grace", "催评宽限"
    STUDY = "study", "不满意研究"
    REHANDLE = "rehandle", "重新办理"
    CLOSE = "close", "自动办结"


# A right to do something until a day, or a bound on another limit: nobody is late when it passes.
NO_DUTY = frozenset({Limit.RETURN, Limit.CEILING, Limit.CLOSE})


class Role(Word):
    """What one unit is to one suggestion."""

    SOLE = "sole", "单办"
    LEAD = "lead", "主办"
    CO = "co", "会办"
    SEPARATE = "separate", "分别办理"


# Switches: rows of the table that stand in one place and not in another


class GovernmentOffice(Word):
    NONE = "none", "不参与"
    URGES = "urges", "负责催办、督办"
    DECIDES = "decides_for_government_units", "决定政府系统的改办"


class DelegationReview(Word):
    NONE = "none", "不设代表团初审"
    IN_SITTING = "in_sitting", "大会期间由代表团初审"


class Rehandle(Word):
    DECIDED = "decided", "经研究决定重新办理"
    AUTOMATIC = "automatic", "不满意即重新办理"


class ReplyTo(Word):
    EACH = "each", "逐人送达"
    LEAD = "lead", "送领衔代表"
    VIA_LEAD = "via_lead_with_consent", "经同意由领衔代表转送"


class Raters(Word):
    LEAD = "lead", "领衔代表测评"
    EVERY_SIGNER = "every_signer", "每位提出代表测评"


class Withdraw(Word):
    BEFORE_HAND_OVER = "before_hand_over", "交办前可撤回"
    ANY_TIME = "any_time", "答复前均可撤回"


class ContactGate(Word):
    BLOCKS = "blocks", "未沟通不得开始办理"
    WARNS = "warns", "未沟通仅提醒"


SWITCHES: dict[str, type[Word]] = {
    "government_office": GovernmentOffice, "delegation_review": DelegationReview, "rehandle": Rehandle,
    "reply_to": ReplyTo, "raters": Raters, "withdraw": Withdraw, "contact_gate": ContactGate,
}  # fmt: skip


class Kind(Word):
    """What an organisation is."""

    COMMITTEE = "committee", "代表工作委员会"
    OFFICE = "office", "议案建议处"
    SPECIAL = "special", "专门委员会"
    PRESIDIUM = "presidium", "乡镇人大主席团"
    GOVERNMENT_OFFICE = "government_office", "政府办公厅（室）"
    UNIT = "unit", "承办单位"
    DIVISION = "division", "处室"
    BODY = "body", "下属单位"
    DELEGATION = "delegation", "代表团"


class Duty(Word):
    """What a post is held as. A post gives capacities only as seen from a subject."""

    ADMINISTRATOR = "administrator", "系统管理员"
    COMMITTEE_HEAD = "committee_head", "主任"
    OFFICE_HEAD = "office_head", "处长"
    OFFICE_CLERK = "office_clerk", "干部"
    MEMBER = "member", "委员"
    GOVERNMENT_CLERK = "government_clerk", "督查人员"
    DELEGATION_HEAD = "delegation_head", "团长"
    DELEGATION_CLERK = "delegation_clerk", "代表团工作人员"
    PRINCIPAL = "principal", "主要负责人"
    LEADER = "leader", "分管领导"
    UNIT_OFFICE = "unit_office", "办公室"
    DIVISION_HEAD = "division_head", "处室负责人"
    OFFICER = "officer", "工作人员"
