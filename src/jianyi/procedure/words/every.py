"""Every track in its order, and what people call it."""

from .circulars import Addressee, Circular, Push
from .days import Arrangement
from .escalation import Escalation
from .ideas import Idea
from .notes import Note
from .oral import OralReply
from .outcomes import Link, Outcome, Publicity
from .promises import Ledger, Promise
from .publication import Publication
from .remark import Remark
from .rhythm import Tally
from .supervision import Help, Measure, Plea, Urging
from .terms import Seat, Term
from .themes import Member, Problem, Theme
from .topics import Advice, Covered, KeyTopic, Sounding
from .tracks import (
    Batch,
    Charge,
    Claim,
    Collective,
    Congress,
    Consultation,
    Contact,
    Extension,
    Guest,
    Handling,
    Invitation,
    Meeting,
    Milestone,
    Negotiation,
    Organisation,
    Paper,
    Past,
    Person,
    Plan,
    Post,
    Proxy,
    Rating,
    Resolution,
    Return,
    Sitting,
    Suggestion,
    View,
    Waiver,
    Withdrawal,
    WorkScheme,
)
from .word import Word


TRACKS: tuple[type[Word], ...] = (
    Suggestion, Invitation, Claim, Handling, Contact, Idea, Paper, Consultation, Collective, Charge, Remark, Waiver, Negotiation, OralReply, Return,
    Extension, Plan, Milestone, Withdrawal, Rating, View, Escalation, Ledger, Promise, Publication, Batch, Past, Meeting, Guest, Resolution, WorkScheme,
    Theme, Member, Problem, KeyTopic, Covered, Sounding, Advice, Outcome, Link, Publicity,
    Tally, Urging, Plea, Measure, Help, Circular, Addressee, Push, Note,
    Congress, Term, Sitting, Arrangement, Organisation, Post, Person, Seat, Proxy,
)  # fmt: skip

TRACK_LABELS: dict[type[Word], str] = {
    Suggestion: "建议", Invitation: "附议邀请", Claim: "认领", Handling: "承办任务", Contact: "沟通", Idea: "金点子",
    Paper: "答复与会办意见", Return: "退回申请", Extension: "延期申请", Consultation: "征求意见稿", Collective: "党组会议决定", Charge: "党组决定事项", Remark: "批注",
    Waiver: "免等会办意见", Negotiation: "单位间协商", OralReply: "当面答复记录", Plan: "办理计划", Milestone: "计划节点", Withdrawal: "撤回申请",
    Rating: "测评", View: "附议代表意见", Escalation: "再次不满意的处理", Ledger: "承诺台账", Promise: "承诺", Publication: "公开审查", Batch: "交办批次", Past: "历史答复", Meeting: "会议和活动", Guest: "活动邀请",
    Resolution: "议定事项", WorkScheme: "年度工作方案", Theme: "类办组", Member: "类办件", Problem: "问题清单", KeyTopic: "重点督办议题", Covered: "督办件", Sounding: "征询单位意见", Advice: "视察意见", Outcome: "成果", Link: "成果的关联", Publicity: "宣传报道",
    Tally: "调度、督促和考评", Urging: "催办函", Plea: "代表请求催办", Measure: "督办", Help: "攻坚和帮扶",
    Circular: "通报", Addressee: "通报收文", Push: "推进清单", Note: "台账备注",
    Congress: "人民代表大会", Term: "届次", Sitting: "会次", Arrangement: "放假安排", Organisation: "机构", Post: "职务",
    Person: "人员账号", Seat: "代表资格", Proxy: "出差授权",
}  # fmt: skip
