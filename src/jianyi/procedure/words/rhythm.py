"""The rhythm of a unit's work, and the lists that come of it."""

from .word import Word


class Beat(Word):
    DISPATCH = "dispatch", "调度"
    URGING = "urging", "督促"
    ASSESSMENT = "assessment", "考评"


class Tally(Word):
    NEW = "new", "未取数"
    DRAWN = "drawn", "已取数"
