"""Terms of a congress, and the mandates that end with them."""

from .word import Word


class Term(Word):
    NEW = "new", "未启用"
    RUNNING = "running", "本届"
    OVER = "over", "已届满"


class Seat(Word):
    NEW = "new", "未当选"
    HELD = "held", "在任代表"
    ENDED = "ended", "已终止"
    EXPIRED = "expired", "届满"
