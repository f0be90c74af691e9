"""Who acts, what runs against time, what organisations and posts are."""

from .word import Word


class Capacity(Word):
    """A role seen from one subject."""

    THE_PROCEDURE = "the_procedure", "程序"
    LEAD_DEPUTY = "lead_deputy", "领衔代表"
    CO_SIGNER = "co_signer", "附议代表"
    INVITEE = "invitee", "被邀附议的代表"
    CONTACTED = "contacted", "参加沟通的代表"
    RATER = "rater", "测评人"
    DELEGATION = "delegation", "代表团工作人员"
    CONGRESS_OFFICE = "congress_office", "议案建议处"
    HAND_OVER_BODY = "hand_over_body", "交办机构"
    COMMITTEE_HEAD = "committee_head", "代表工作委员会负责人"
    GOVERNMENT_OFFICE = "government_office", "政府办公厅"
    UNIT_OFFICE = "unit_office", "承办单位办公室"
    UNIT_LEADER = "unit_leader", "承办单位领导"
    LEADING_LEADER = "leading_leader", "领衔领导"
    LEADER_IN_CHARGE = "leader_in_charge", "责任厅领导"
    RESPONSIBLE = "responsible", "责任人"
    PREDECESSOR = "predecessor", "原责任人"
    RECEIVER = "receiver", "承接单位办公室"
    DIVISION_HEAD = "division_head", "责任处领导"
    CASE_OFFICER = "case_officer", "经办人"
    INSIDER = "insider", "看得到稿件的本单位人员"
    REMARKER = "remarker", "批注人"
    AT_THE_DESK = "at_the_desk", "当前审核人"
    SIGNER = "signer", "签发人"
    PRINCIPAL = "principal", "主要负责人"
    LEAD_UNIT = "lead_unit", "主办单位经办人"
    CO_UNIT = "co_unit", "会办单位"
    OTHER_UNIT = "other_unit", "协商对方单位"
    ORGANISER = "organiser", "活动组织人"
    CHAIR = "chair", "主持人"
    GUEST = "guest", "受邀人"
    NOMINATOR = "nominator", "提议的专门委员会"
    SUPERVISOR = "supervisor", "督办的专门委员会"
    ISSUER = "issuer", "通报机关经办人"
    APPROVER = "approver", "通报审批人"
    ADDRESSEE = "addressee", "通报收文单位"
    JOINT_UNIT = "joint_unit", "联合单位办公室"
    FOUNDER = "founder", "首位管理员"
    ADMINISTRATOR = "administrator", "系统管理员"
    ONESELF = "oneself", "本人"
    URGER = "urger", "催办方"
    URGING_SIGNER = "urging_signer", "催办方签发人"
    URGED = "urged", "被催办方"
    OVERSEER = "overseer", "督办方"
    SUPERVISING_HEAD = "supervising_head", "督办方负责人"
    SUPERVISED = "supervised", "被督办方"
    INTERVIEWER = "interviewer", "约谈人"
    CONCERNED = "concerned", "被督办的责任人"


class Limit(Word):
    """What runs against time."""

    INVITATION = "invitation", "附议"
    HAND_OVER = "hand_over", "交办"
    ACKNOWLEDGE = "acknowledge", "签收"
    RETURN = "return", "申请退回"
    REASSIGN = "reassign", "改办"
    CONTACT = "contact", "首次沟通"
    CONFIRM_CONTACT = "confirm_contact", "确认沟通"
    EXTENSION = "extension", "申请延期"
    DECIDE_EXTENSION = "decide_extension", "延期批复"
    DRAFT_VIEW = "draft_view", "代表看稿"
    MILESTONE = "milestone", "计划节点"
    MEETING = "meeting", "会议日程"
    ATTENDANCE = "attendance", "答复是否参加"
    RESOLUTION = "resolution", "议定事项"
    CO_OPINION = "co_opinion", "会办意见"
    CO_AGAIN = "co_again", "会办意见重提"
    REPLY = "reply", "答复"
    CEILING = "ceiling", "总上限"
    RATING = "rating", "测评"
    RATING_GRACE = "rating_grace", "催评宽限"
    STUDY = "study", "不满意研究"
    REHANDLE = "rehandle", "重新办理"
    CHECK_ENTRY = "check_entry", "核对纸质测评"
    CONFER = "confer", "再次不满意的研究"
    CARRY_OUT = "carry_out", "处理意见落实"
    PROMISE = "promise", "承诺"
    PROGRESS = "progress", "进展报告"
    CONFIRM_PROMISE = "confirm_promise", "确认落实"
    FULFILMENT = "fulfilment", "评价落实"
    PROBLEM = "problem", "问题销号"
    SOUNDING = "sounding", "回复征询"
    ADVICE = "advice", "答复视察意见"
    SUPERVISION = "supervision", "督办报告"
    PUSH = "push", "推进事项"
    PUBLICATION = "publication", "公开答复"
    URGING_ANSWER = "urging_answer", "催办回复"
    LISTING = "listing", "挂牌督办"
    CORRECTION = "correction", "督办整改"
    STATEMENT = "statement", "本人陈述"
    HELP = "help", "攻坚帮扶"
    CLOSE = "close", "自动办结"


# A right to do something until a day, or a bound on another limit: nobody is late when it passes.
NO_DUTY = frozenset({Limit.RETURN, Limit.EXTENSION, Limit.CEILING, Limit.CLOSE})
# What an answer stands under: a first one or a later one, to the deputies or to the unit in the lead.
ANSWERING = (Limit.REPLY, Limit.REHANDLE, Limit.CO_OPINION, Limit.CO_AGAIN)
# What a unit may be late with, as lists and circulars count it: its receipt, its first contact, its answer.
WATCHED = (Limit.ACKNOWLEDGE, Limit.CONTACT, *ANSWERING)


class Role(Word):
    """What one unit is to one suggestion."""

    SOLE = "sole", "单办"
    LEAD = "lead", "主办"
    CO = "co", "会办"
    SEPARATE = "separate", "分别办理"


class Kind(Word):
    """What an organisation is."""

    COMMITTEE = "committee", "代表工作委员会"
    OFFICE = "office", "议案建议处"
    SPECIAL = "special", "专门委员会"
    PRESIDIUM = "presidium", "乡镇人大主席团"
    GOVERNMENT_OFFICE = "government_office", "政府办公厅（室）"
    UNIT = "unit", "承办单位"
    DIVISION = "division", "处室"
    BODY = "body", "下属单位"
    DELEGATION = "delegation", "代表团"


class Duty(Word):
    """What a post is held as. A post gives capacities only as seen from a subject."""

    ADMINISTRATOR = "administrator", "系统管理员"
    COMMITTEE_HEAD = "committee_head", "主任"
    OFFICE_HEAD = "office_head", "处长"
    OFFICE_CLERK = "office_clerk", "干部"
    MEMBER = "member", "委员"
    GOVERNMENT_CLERK = "government_clerk", "督查人员"
    DELEGATION_HEAD = "delegation_head", "团长"
    DELEGATION_CLERK = "delegation_clerk", "代表团工作人员"
    PRINCIPAL = "principal", "主要负责人"
    OFFICE_LEADER = "office_leader", "分管办公室的领导"
    LEADER = "leader", "分管领导"
    UNIT_OFFICE = "unit_office", "办公室"
    DIVISION_HEAD = "division_head", "处室负责人"
    OFFICER = "officer", "工作人员"
