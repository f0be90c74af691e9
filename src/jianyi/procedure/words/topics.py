"""Key topics: what is proposed, decided and supervised, and what units are asked about it (代表法第五十二条; 源 R4, G6)."""

from .word import Word


class KeyTopic(Word):
    NEW = "new", "未提议"
    PROPOSED = "proposed", "已提议"
    CONSULTED = "consulted", "征询承办单位意见"
    LISTED = "listed", "已列入重点督办"
    SUPERVISED = "supervised", "督办中"
    REPORTED = "reported", "督办报告已提交"
    NOT_LISTED = "not_listed", "未列入重点督办"
    LIFTED = "lifted", "已取消重点督办"
    DROPPED = "dropped", "提议已撤回"


class Covered(Word):
    NEW = "new", "未列入议题"
    IN = "in", "在议题内"
    OUT = "out", "已移出议题"
    GONE = "gone", "已撤回或者并入，自动移出"


class Sounding(Word):
    NEW = "new", "未征询"
    ASKED = "asked", "待单位回复"
    GIVEN = "given", "已回复"
    LAPSED = "lapsed", "未回复"


class Advice(Word):
    NEW = "new", "未送出"
    GIVEN = "given", "待承办单位答复"
    ANSWERED = "answered", "已答复"
    LAPSED = "lapsed", "单位已不办理"
