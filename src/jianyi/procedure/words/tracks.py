"""Tracks and their stages, in the order of the road."""

from .word import Word


# Tracks of a case


class Suggestion(Word):
    DRAFT = "draft", "草稿"
    AT_DELEGATION = "at_delegation", "代表团初审"
    SUBMITTED = "submitted", "待审查"
    REGISTERED = "registered", "待分办"
    PROPOSED = "proposed", "待交办"
    HANDED_OVER = "handed_over", "办理中"
    ANSWERED = "answered", "已答复"
    TRACKING = "tracking", "跟踪落实"
    RATED = "rated", "待办结"
    ESCALATED = "escalated", "升级会商"
    CLOSED = "closed", "已办结"
    RETURNED = "returned", "已退回代表"
    LETTER = "letter", "已转来信"
    REFERENCE = "reference", "已作参阅"
    MERGED = "merged", "已并入"
    WITHDRAWN = "withdrawn", "已撤回"


class Invitation(Word):
    NEW = "new", "未发出"
    INVITED = "invited", "待附议"
    CONFIRMED = "confirmed", "已附议"
    DECLINED = "declined", "已谢绝"
    LAPSED = "lapsed", "逾期未回应"


class Claim(Word):
    NEW = "new", "未认领"
    CLAIMED = "claimed", "已认领"
    DROPPED = "dropped", "已撤回认领"
    SETTLED = "settled", "已交办"


class Handling(Word):
    NAMED = "named", "拟交办"
    ARRIVED = "arrived", "待签收"
    RECEIVED = "received", "已签收"
    ROUTED = "routed", "已分办"
    WORKING = "working", "办理中"
    DELIVERED = "delivered", "已送达"
    WAIVED = "waived", "会办意见未送达"
    MOVED = "moved", "已改办"
    LAPSED = "lapsed", "已终止"


class Contact(Word):
    NEW = "new", "未登记"
    RECORDED = "recorded", "待代表确认"
    CONFIRMED = "confirmed", "代表已确认"
    DISPUTED = "disputed", "代表有异议"
    UNANSWERED = "unanswered", "逾期未确认"


class Paper(Word):
    DRAFTING = "drafting", "起草中"
    AT_DESK = "at_desk", "审核中"
    CLEARED = "cleared", "待签发"
    SIGNED = "signed", "待送达"
    TO_RELAY = "to_relay", "待转达代表"
    OFFERED = "offered", "已送主办单位"
    SENT = "sent", "已送达"
    ADOPTED = "adopted", "已采用"
    VOID = "void", "已作废"


class Return(Word):
    NEW = "new", "未提出"
    PREPARED = "prepared", "待单位领导签批"
    ASKED = "asked", "申请退回"
    GRANTED = "granted", "同意改办"
    REFUSED = "refused", "不同意退回"
    DROPPED = "dropped", "未送出"
    LAPSED = "lapsed", "不再需要"


class Extension(Word):
    NEW = "new", "未提出"
    PREPARED = "prepared", "待单位领导签批"
    ASKED = "asked", "申请延期"
    GRANTED = "granted", "同意延期"
    REFUSED = "refused", "不同意延期"
    DROPPED = "dropped", "未送出"


class Consultation(Word):
    NEW = "new", "未送代表"
    TO_RELAY = "to_relay", "待转代表看稿"
    SHOWN = "shown", "待代表回复"
    COMMENTED = "commented", "代表有意见，待答复"
    UNANSWERED = "unanswered", "逾期未回复"
    AGREED = "agreed", "代表同意"
    ADDRESSED = "addressed", "已答复代表意见"
    EXEMPTION = "exemption", "免予看稿待批准"
    EXEMPTED = "exempted", "免予看稿"
    REFUSED = "refused", "不同意免除"
    VOID = "void", "已失效"


class Waiver(Word):
    NEW = "new", "未提出"
    ASKED = "asked", "待交办机构决定"
    GRANTED = "granted", "同意免等会办意见"
    REFUSED = "refused", "不同意免等"
    DROPPED = "dropped", "已收回"
    LAPSED = "lapsed", "不再需要"


class Negotiation(Word):
    NEW = "new", "未提出"
    RAISED = "raised", "待对方说明"
    ARGUED = "argued", "双方已说明"
    PUT_UP = "put_up", "待协调决定"
    AGREED = "agreed", "协商一致"
    DECIDED = "decided", "已作协调决定"
    DROPPED = "dropped", "已收回"
    LAPSED = "lapsed", "已终止"


class Collective(Word):
    NEW = "new", "未决定"
    DECIDED = "decided", "党组会议已决定"


class Charge(Word):
    NEW = "new", "未记"
    IN_FORCE = "in_force", "待落实"
    REACHED = "reached", "已落实"
    DROPPED = "dropped", "已取消"
    LAPSED = "lapsed", "未落实，任务已结束"


class Plan(Word):
    NEW = "new", "未拟订"
    DRAFTED = "drafted", "拟订中"
    PRESENTED = "presented", "待批准"
    APPROVED = "approved", "已批准"
    ENDED = "ended", "已结束"


class Milestone(Word):
    NEW = "new", "未设"
    SET = "set", "待完成"
    REACHED = "reached", "已完成"
    DROPPED = "dropped", "已取消"
    LAPSED = "lapsed", "未完成，任务已结束"


class Withdrawal(Word):
    NEW = "new", "未提出"
    ASKED = "asked", "待附议代表同意"
    GRANTED = "granted", "同意撤回"
    REFUSED = "refused", "有附议代表不同意"
    DROPPED = "dropped", "已失效"


class Rating(Word):
    NEW = "new", "未发出"
    AWAITED = "awaited", "待测评"
    ENTERED = "entered", "纸质代录，待代表核对"
    RATED = "rated", "已测评"
    CONTENT = "content", "测评入档"
    DISSATISFIED = "dissatisfied", "不满意，待研究"
    REHANDLED = "rehandled", "已决定重新办理"
    UPHELD = "upheld", "已决定不重新办理"
    ESCALATED = "escalated", "再次不满意，升级会商"
    LAPSED = "lapsed", "逾期未评"
    VOID = "void", "已作废"


class View(Word):
    NEW = "new", "未填写"
    GIVEN = "given", "已告知领衔代表"


class Batch(Word):
    NEW = "new", "新批次"
    PREPARED = "prepared", "待交办"
    FROZEN = "frozen", "正在交办"
    DONE = "done", "已交办"


class Past(Word):
    NEW = "new", "未存入"
    KEPT = "kept", "已存入"
    REMOVED = "removed", "已移出"


# Tracks of meetings and activities


class Meeting(Word):
    NEW = "new", "未安排"
    PLANNED = "planned", "已安排"
    HELD = "held", "已召开，待拟纪要"
    PRESENTED = "presented", "纪要待审定"
    SETTLED = "settled", "纪要已定"
    CALLED_OFF = "called_off", "已取消"


class Guest(Word):
    NEW = "new", "未邀请"
    INVITED = "invited", "待答复"
    COMING = "coming", "答复参加"
    EXCUSED = "excused", "请假"
    UNINVITED = "uninvited", "已取消邀请"
    PAST = "past", "已结束"


class Resolution(Word):
    NEW = "new", "未记"
    NOTED = "noted", "待纪要审定"
    IN_FORCE = "in_force", "待落实"
    REACHED = "reached", "已落实"
    DROPPED = "dropped", "已取消"


class WorkScheme(Word):
    NEW = "new", "未拟订"
    DRAFTED = "drafted", "拟订中"
    PRESENTED = "presented", "待批准"
    APPROVED = "approved", "执行中"
    ENDED = "ended", "年度已结束"


# Tracks of the parties


class Congress(Word):
    NEW = "new", "未设立"
    OPEN = "open", "已启用"


class Sitting(Word):
    NEW = "new", "未设立"
    OPEN = "open", "本次会议"
    CLOSED = "closed", "已结束"


class Organisation(Word):
    NEW = "new", "未设立"
    ACTIVE = "active", "在用"
    ABOLISHED = "abolished", "已撤销"


class Post(Word):
    NEW = "new", "未任职"
    HELD = "held", "在任"
    ENDED = "ended", "已卸任"


class Person(Word):
    NEW = "new", "未建账号"
    INVITED = "invited", "待设密码"
    ACTIVE = "active", "在用"
    DISABLED = "disabled", "已停用"


class Proxy(Word):
    NEW = "new", "未授权"
    GRANTED = "granted", "授权中"
    ENDED = "ended", "已收回或到期"
