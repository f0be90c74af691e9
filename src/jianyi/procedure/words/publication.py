"""What the public may read of a reply: prepared, checked, published, taken down."""

from .word import Word


class Publication(Word):
    NEW = "new", "未开始"
    DRAFTING = "drafting", "拟公开稿"
    PRESENTED = "presented", "公开稿待审查"
    WITHHOLDING = "withholding", "拟不公开，待批准"
    CHECKED = "checked", "待发布"
    PUBLISHED = "published", "已公开"
    TAKEN_DOWN = "taken_down", "已撤下"
    WITHHELD = "withheld", "不予公开"
    LAPSED = "lapsed", "建议已撤回，不再公开"
