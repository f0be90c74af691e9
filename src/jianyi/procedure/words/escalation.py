"""What follows when the deputy is dissatisfied a second time: by what way, and how far it has come."""

from .word import Word


class Escalate(Word):
    """Which way the place has laid down; there is no third round by itself."""

    JOINT_MEETING = "joint_meeting", "召集会商"
    EXPERTS = "expert_assessment", "组织专家评估"
    INTERVIEW = "interview", "安排代表约见"


class Escalation(Word):
    NEW = "new", "未开始"
    OPEN = "open", "待安排"
    CONVENED = "convened", "已安排，待登记处理意见"
    FOLLOWED = "followed", "已定处理意见，待落实"
    REPORTED = "reported", "已报告落实，待核验"
    DONE = "done", "处理意见已落实"
    EXPLAINED = "explained", "已向代表说明"
