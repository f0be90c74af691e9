"""Suggestions of one kind that a unit handles together, and the list of problems found there (源 N6, W6)."""

from .word import Word


class Theme(Word):
    NEW = "new", "未归类"
    OPEN = "open", "集中办理中"
    CLOSED = "closed", "集中办理已结束"
    DROPPED = "dropped", "已撤销"


class Member(Word):
    NEW = "new", "未加入"
    IN = "in", "在组内"
    OUT = "out", "已移出"
    GONE = "gone", "本单位已不办理，自动移出"


class Problem(Word):
    NEW = "new", "未挂牌"
    LISTED = "listed", "已挂牌，待解决"
    REPORTED = "reported", "已报解决，待核销"
    STRUCK = "struck", "已销号"
    PROMISED = "promised", "已转答复承诺"
    DROPPED = "dropped", "已取消"
