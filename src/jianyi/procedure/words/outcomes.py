"""What came of suggestions: the outcome, what it is linked to, and what the press wrote."""

from .word import Word


class Outcome(Word):
    NEW = "new", "未登记"
    DRAFTED = "drafted", "待核验"
    RETURNED = "returned", "退回修改"
    REGISTERED = "registered", "已登记"
    WITHDRAWN = "withdrawn", "已撤销"


class Link(Word):
    NEW = "new", "待成果登记"
    COUNTED = "counted", "已关联"
    UNLINKED = "unlinked", "已取消关联"
    LAPSED = "lapsed", "已随成果撤销"


class Publicity(Word):
    NEW = "new", "未登记"
    NOTED = "noted", "已登记"
    REMOVED = "removed", "已移出"
