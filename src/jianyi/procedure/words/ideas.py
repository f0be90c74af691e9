"""What becomes of a golden idea."""

from .word import Word


class Idea(Word):
    NEW = "new", "待代表确认"
    NOTED = "noted", "待研究"
    STUDIED = "studied", "研究中"
    TAKEN_UP = "taken_up", "已采纳"
    SET_ASIDE = "set_aside", "暂不采纳"
    LAPSED = "lapsed", "不再跟踪"
