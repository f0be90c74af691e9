"""The arrangement of the days of a year."""

from .word import Word


class Arrangement(Word):
    NEW = "new", "未登记"
    IN_FORCE = "in_force", "施行中"
    REPLACED = "replaced", "已被新的安排替代"
