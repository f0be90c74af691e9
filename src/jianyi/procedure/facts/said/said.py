"""What marks a thing that is said, and how its fields are described."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


class Said:
    """Marks facts that are spoken, not looked up."""

    __slots__ = ()


def asked(
    label: str, default: Any = "", kind: str = "text", options: Mapping[str, str] | None = None, most: int = 0
) -> Any:
    """`most`: the longest text, where it is not the usual one of its kind."""
    return field(
        default=default, metadata={"label": label, "kind": kind, "options": options or {}, "most": most}
    )


KINDS = {"proposal": "建议", "criticism": "批评", "opinion": "意见", "converted_bill": "议案转建议"}
BASES = {
    "research": "调研",
    "symposium": "座谈",
    "visit": "走访",
    "inspection": "视察",
    "public": "群众反映",
    "other": "其他",
}
REPEATED = {"first": "首次提出", "second": "连续两年", "third": "连续三年", "more": "三年以上"}
WISHES = {"full": "全文公开", "title_only": "仅公开标题", "none": "不公开"}
CONTACT_WISHES = {"face_to_face": "希望面商", "phone": "电话即可", "no_reply": "仅供参考，不需书面答复"}
PHASES = {"before": "办前", "during": "办中", "after": "办后"}
MODES = {
    "meeting": "面商", "visit": "走访", "symposium": "座谈", "field": "现场调研", "phone": "电话", "video": "视频",
    "letter": "书面", "platform": "平台留言",
}  # fmt: skip
FACE_TO_FACE = frozenset({"meeting", "visit", "symposium", "field"})
# Whose level it was that met the deputy, the lowest first.
LEVELS = {"officer": "经办人", "division": "处级", "leader": "分管领导", "principal": "主要负责人"}
# How a reply is made public (国办发〔2014〕46号: as a rule the whole text); what departs from the rule has a reason.
PUBLICATIONS = {"full": "全文公开", "summary": "摘要公开", "none": "不公开"}
# May the lead unit write a co-opinion into its reply (forms.md F13)?
QUOTABLE = {"yes": "可以写入答复", "no": "供研究参考，不写入答复"}
ADOPTIONS = {"adopted": "采纳", "partly": "部分采纳", "not": "未采纳", "already": "已有"}
# What is taken up is done somehow: an answer of these kinds should say how.
WITH_MEASURES = frozenset({"adopted", "partly"})
# Where a golden idea goes when it is taken up (源 G9).
LANDINGS = {"plan": "工作计划", "project": "重点工程", "daily": "日常工作"}
# What a place may ask beside the two grades (forms.md F16).
CONTACTED = {"all": "办前、办中、办后均有", "part": "部分环节有", "none": "没有"}
CLASS_VIEWS = {"agree": "认可", "disagree": "不认可"}
PUBLIC_VIEWS = {"agree": "同意公开", "disagree": "不同意公开"}
# What suggestions are turned into (源 W10, 四个转化).
CONVERSIONS = {
    "decision": "决策参考", "key_work": "重点工作", "response": "回应关切", "conduct": "改进作风",
}  # fmt: skip
GRADES = {"satisfied": "满意", "basically_satisfied": "基本满意", "dissatisfied": "不满意"}
OBJECTIONS = {"none": "无异议", "return": "拟退回", "roles": "拟调整主会办"}
MATERIALS = {"complete": "材料齐全", "lacking": "缺件"}
OUTCOMES = {"agreed": "同意", "with_changes": "修改后同意", "deferred": "暂缓", "not_agreed": "不同意"}
# The source names 两会审三协商四把关 and does not define it: this list is ours, and every unit picks from it.
CHECKS = {
    "division_review": "一会审：承办处室审过这一稿", "meeting_review": "二会审：会议研究同意这一稿",
    "deputy_contacted": "一协商：办前沟通经代表确认", "units_agreed": "二协商：会办意见都已采用，或者经同意免等",
    "draft_settled": "三协商：代表看过这一稿", "chain_gate": "一把责任关：责任链齐全",
    "points_gate": "二把内容关：逐条答复", "words_gate": "三把文字关：办公室审过这一稿", "time_gate": "四把时限关：在期限之内",
}  # fmt: skip
TOPICS = {"handling": "由谁承办", "roles": "谁主办、谁会办", "content": "办理内容", "co_opinion": "会办意见"}
VERDICTS = {"raiser": "采纳提出单位的意见", "other": "采纳对方单位的意见", "otherwise": "另作决定"}
WEEKDAYS = {"1": "周一", "2": "周二", "3": "周三", "4": "周四", "5": "周五"}
# What alone lets a reply take longer (代表法第五十一条).
GROUNDS = {"wide": "涉及面广", "difficult": "处理难度大"}
TALKS = {"none": "未协商", "agreed": "已协商，同意", "disagreed": "已协商，不同意"}


@dataclass(frozen=True, slots=True)
class Nothing(Said):
    pass
