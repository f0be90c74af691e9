"""What was promised, and the ledger in which the promises of one reply are followed."""

from .word import Word


class Promise(Word):
    NEW = "new", "未列入台账"
    MADE = "made", "落实中"
    CHANGING = "changing", "变更说明待签发"
    REPORTED = "reported", "已报落实，待核验"
    VERIFIED = "verified", "已核验，待代表确认"
    KEPT = "kept", "已落实，代表已确认"
    UNANSWERED = "unanswered", "已落实，代表逾期未确认"
    UNKEPT = "unkept", "不能落实，已作说明"
    LAPSED = "lapsed", "原答复已被取代或者作废"


class Ledger(Word):
    NEW = "new", "未建账"
    OPEN = "open", "跟踪落实中"
    SETTLED = "settled", "承诺已全部了结，待再次答复"
    PREPARED = "prepared", "再次答复待签发"
    ANSWERED = "answered", "已再次答复，待代表评价"
    CONFIRMED = "confirmed", "代表已确认落实"
    HELD = "held", "代表不认可，维持原类别"
    UNANSWERED = "unanswered", "代表逾期未评价，维持原类别"
    LAPSED = "lapsed", "原答复已被取代或者作废"
