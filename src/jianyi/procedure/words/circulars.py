"""Circulars (通报): the monthly one, whom it goes to, and what it pushes forward (源 H1, W3; forms F22)."""

from .word import Word


class Circular(Word):
    NEW = "new", "未起草"
    DRAFTED = "drafted", "通报起草中"
    PRESENTED = "presented", "通报待审批"
    APPROVED = "approved", "通报待签发"
    ISSUED = "issued", "已签发"
    WITHDRAWN = "withdrawn", "已撤回"


class Addressee(Word):
    NEW = "new", "未送达"
    SENT = "sent", "待阅"
    READ = "read", "已阅"
    LAPSED = "lapsed", "通报已撤回"


class Push(Word):
    NEW = "new", "未下达"
    OPEN = "open", "推进中"
    DONE = "done", "已报完成"
    LAPSED = "lapsed", "通报已撤回"
