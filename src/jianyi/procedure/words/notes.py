"""The stages of what a house notes on a row of its register (F23: 备注)."""

from .word import Word


class Note(Word):
    NEW = "new", "未写"
    WRITTEN = "written", "已写"
    ERASED = "erased", "已清除"
