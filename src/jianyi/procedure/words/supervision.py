"""Urging letters, the ladder of supervision above them, what deputies ask for, and help that is given (源 G4, H7; forms F20, F21)."""

from .word import Word


class Urging(Word):
    NEW = "new", "未拟稿"
    DRAFTED = "drafted", "待签发"
    ISSUED = "issued", "已送达，待签收"
    RECEIVED = "received", "已签收，待回复"
    UNANSWERED = "unanswered", "逾期未回复"
    ANSWERED = "answered", "已回复，待核销"
    CORRECTED = "corrected", "已改正"
    UNCORRECTED = "uncorrected", "未改正"
    CANCELLED = "cancelled", "误催撤销"
    DROPPED = "dropped", "不发"
    LAPSED = "lapsed", "对方已不承办，不再催办"


class Plea(Word):
    NEW = "new", "未提出"
    ASKED = "asked", "待研究是否催办"
    GRANTED = "granted", "已催办"
    REFUSED = "refused", "不催办，已说明理由"
    LAPSED = "lapsed", "已答复，不再需要"


class Measure(Word):
    NEW = "new", "未拟稿"
    DRAFTED = "drafted", "待签发"
    NAMED = "named", "已通报"
    NOTIFIED = "notified", "已发督办通知，待报告"
    ANSWERED = "answered", "已报告，待核"
    SETTLED = "settled", "督办事项已办结"
    LISTED = "listed", "已挂牌"
    REPORTED = "reported", "已报整改，待摘牌"
    SUMMONED = "summoned", "已通知约谈"
    HELD = "held", "已约谈，待约谈人签字"
    SIGNED = "signed", "约谈人已签字，待被约谈人签字"
    PLEDGED = "pledged", "双方已签字，待整改"
    PROPOSED = "proposed", "已提出追责建议，待本人陈述"
    HEARD = "heard", "本人已陈述，待决定"
    CORRECTED = "corrected", "已改正"
    UNCORRECTED = "uncorrected", "到期未改正"
    DECIDED = "decided", "已作出决定"
    CANCELLED = "cancelled", "已撤销"
    LAPSED = "lapsed", "对方已不承办，不再督办"
    DROPPED = "dropped", "不发"


class Help(Word):
    NEW = "new", "未列入"
    RUNNING = "running", "进行中"
    REPORTED = "reported", "已报完成，待核验"
    DONE = "done", "已完成"
    DROPPED = "dropped", "已取消"
