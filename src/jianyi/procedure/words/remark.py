"""The stages of a remark on a draft, in the order of its road."""

from .word import Word


class Remark(Word):
    NEW = "new", "未提出"
    OPEN = "open", "待经办人回应"
    ANSWERED = "answered", "已回应，待批注人认可"
    SETTLED = "settled", "已认可"
    WITHDRAWN = "withdrawn", "已撤回"
    LAPSED = "lapsed", "已随稿件结束"
