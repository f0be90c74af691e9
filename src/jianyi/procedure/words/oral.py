"""The oral reply: the stages of its record, what it is worth in a place, and who gives it there."""

from .word import Word


class OralReply(Word):
    NEW = "new", "未登记"
    RECORDED = "recorded", "待代表签署"
    SCANNED = "scanned", "纸质签署待核对"
    SIGNED = "signed", "代表已签署"
    DISPUTED = "disputed", "代表有异议"
    DROPPED = "dropped", "已收回"
    LAPSED = "lapsed", "未签署，事项已结束"


class Oral(Word):
    NONE = "none", "不设当面答复"
    BESIDE = "beside", "当面答复与书面答复并用"


class OralBy(Word):
    LEADERS = "leaders", "由单位负责人当面答复，重点督办件由主要负责人"
    PRINCIPAL = "principal", "一律由主要负责人当面答复"
