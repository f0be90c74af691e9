"""Switches: rows of the table that stand in one place and not in another."""

from .escalation import Escalate
from .oral import Oral, OralBy
from .word import Word


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


class Mediation(Word):
    BODY = "hand_over_body", "由交办机构协调决定"
    GOVERNMENT = "government_office_for_government_units", "政府系统承办的由政府办公厅协调决定"


class ContactGate(Word):
    BLOCKS = "blocks", "未沟通不得开始办理"
    WARNS = "warns", "未沟通仅提醒"


class DraftGate(Word):
    BLOCKS = "blocks", "代表未看稿不得签发"
    WARNS = "warns", "代表未看稿仅提醒"


class Candidates(Word):
    BLOCKS = "blocks", "稿中像承诺的语句没有处理不得送审"
    WARNS = "warns", "稿中像承诺的语句没有处理仅提醒"


SWITCHES: dict[str, type[Word]] = {
    "government_office": GovernmentOffice, "delegation_review": DelegationReview, "rehandle": Rehandle,
    "reply_to": ReplyTo, "raters": Raters, "withdraw": Withdraw, "contact_gate": ContactGate,
    "draft_gate": DraftGate, "mediation": Mediation, "second_dissatisfaction": Escalate, "oral_reply": Oral, "oral_by": OralBy,
    "candidates": Candidates,
}  # fmt: skip
