"""Needs of what happens inside a unit: more time, the draft before the deputy, key and major suggestions."""

from datetime import date

from ..facts.acting import Acting, Clocks, Rules
from ..facts.cases import Case, Checklist, Consulted, Crew, Decisions, Extensions, House, Leaders, Owned, Task
from ..facts.said import (
    AskedExtension,
    Charging,
    Comment,
    Decision,
    Exempting,
    Granting,
    KeyMark,
    Leading,
    PassingOn,
)
from ..limits import end_of
from ..refusals import Code
from ..words import Handling as H, Limit, Suggestion
from .need import need


def _later(until: date | None, clocks: Clocks) -> bool:
    """Later than the day on which the reply is due now."""
    due = clocks.due.get(Limit.REPLY)
    return until is not None and due is not None and end_of(until, due) > due


def _under(until: date | None, clocks: Clocks) -> bool:
    top = clocks.due.get(Limit.CEILING)
    return until is None or top is None or end_of(until, top) <= top


# fmt: off
# More time

@need(Code.ALREADY_EXTENDED, "本件已经同意延期一次，不能再次申请延期：请在新期限内答复。")
def it_was_not_extended(extensions: Extensions) -> bool: return not extensions.granted

@need(Code.CHECKLIST_UNMET, "已有一份延期申请正在办理。")
def no_extension_is_open(extensions: Extensions) -> bool: return not extensions.open

@need(Code.CHECKLIST_UNMET, "会办意见不能延期：请在会办期限内送主办单位。")
def it_replies(task: Task) -> bool: return not task.advises

@need(Code.TOO_LATE, "答复已送达，不能再申请延期。")
def it_is_not_answered_yet(task: Task) -> bool: return task.stage is not H.DELIVERED

@need(Code.TOO_LATE, "重新办理的期限不能延长：请在期限内再次答复。")
def it_is_in_the_first_round(task: Task) -> bool: return task.round == 1

@need(Code.REASON_REQUIRED, "请选定延期的法定情形：涉及面广，或者处理难度大。只有这样的建议可以延期答复（代表法第五十一条）。")
def it_is_wide_or_difficult(said: AskedExtension) -> bool: return any(said.grounds)

@need(Code.REASON_REQUIRED, "请写明本件涉及面广、处理难度大在哪里，再提交。")
def it_says_where(said: AskedExtension) -> bool: return bool(said.reason.strip())

@need(Code.CHECKLIST_UNMET, "告知代表的日期不能晚于今天：请先告知代表，再提交申请。")
def the_deputies_have_been_told(said: AskedExtension, clocks: Clocks) -> bool:
    return said.told_on is None or said.told_on <= clocks.now.date()

@need(Code.CHECKLIST_UNMET, "申请还缺：{said.lacking}。请补齐后再送。")
def the_request_is_whole(said: AskedExtension) -> bool: return not said.lacking

@need(Code.CHECKLIST_UNMET, "请选定延期后的日期，须晚于现在的答复期限（{clocks.last[reply]}）。")
def a_later_day_is_asked(said: AskedExtension, clocks: Clocks) -> bool: return _later(said.until, clocks)

@need(Code.OVER_CEILING, "申请的日期超过总上限（{clocks.last[ceiling]}）：自首次交办起至迟六个月答复，请改填上限以内的日期。")
def it_asks_no_more_than_the_ceiling(said: AskedExtension, clocks: Clocks) -> bool: return _under(said.until, clocks)

@need(Code.CHECKLIST_UNMET, "请选定同意延至哪一天，须晚于现在的答复期限（{clocks.last[reply]}）。")
def a_later_day_is_granted(said: Granting, clocks: Clocks) -> bool: return _later(said.until, clocks)

@need(Code.OVER_CEILING, "同意的日期超过总上限（{clocks.last[ceiling]}）：请改为上限以内的日期。")
def it_grants_no_more_than_the_ceiling(said: Granting, clocks: Clocks) -> bool: return _under(said.until, clocks)

# The draft before the deputy

@need(Code.TOO_EARLY, "稿件还没有逐条写好：存为一稿以后再送代表。")
def there_is_a_draft_to_show(consulted: Consulted) -> bool: return consulted.written

@need(Code.TOO_LATE, "答复已经签发，不能再就稿件征求或者提出意见：对答复的意见请在测评时写明。")
def it_is_not_signed(consulted: Consulted) -> bool: return not consulted.signed

@need(Code.TOO_EARLY, "答复尚未签发。")
def it_is_signed(consulted: Consulted) -> bool: return consulted.signed

@need(Code.CHECKLIST_UNMET, "这一稿正在征求代表意见，或者已经申请免予看稿：请等结果。")
def nobody_is_asked_already(consulted: Consulted) -> bool: return not consulted.open

@need(Code.CHECKLIST_UNMET, "代表已经看过这一稿，或者已经免予看稿：稿件有实质修改后再送。")
def this_text_is_not_settled(consulted: Consulted) -> bool: return not consulted.settled

@need(Code.REASON_REQUIRED, "请写明您对这一稿的意见，以便承办单位研究答复。")
def the_comment_is_written(said: Comment) -> bool: return bool(said.opinion.strip())

@need(Code.CHECKLIST_UNMET, "请附佐证材料：代表书面说明、来信的扫描件或者照片，至少一份，再提交。")
def the_exemption_is_proved(said: Exempting) -> bool: return bool(said.attachments)

@need(Code.SAME_PERSON, "申请免予看稿的人不能自己批准：请由办公室另一人批准。")
def another_decides_the_exemption(consulted: Consulted, acting: Acting) -> bool: return not consulted.asked_by.intersection(acting.people)

@need(Code.DRAFT_NOT_SHOWN, "代表对稿件提了意见，还没有答复：请先研究修改并答复代表，再签发。")
def every_comment_is_addressed(consulted: Consulted) -> bool: return not consulted.objected

@need(Code.DRAFT_NOT_SHOWN, "代表还没有看过这一稿：请经办人送代表看稿，待代表同意、逾期未回复，或者免予看稿获批准后再签发。")
def the_deputy_saw_the_draft(consulted: Consulted) -> bool: return consulted.settled

# Key and major suggestions

@need(Code.CHECKLIST_UNMET, "请填写决定列为重点督办的日期，不能晚于今天。")
def the_meeting_has_decided(said: KeyMark, clocks: Clocks) -> bool:
    return said.decided_on is not None and said.decided_on <= clocks.now.date()

@need(Code.TOO_LATE, "本件不是重点督办件。")
def it_is_key(case: Case) -> bool: return case.key

@need(Code.CHECKLIST_UNMET, "本件属于重点督办议题：请到议题页面移出这件，或者取消整个议题的重点督办。")
def it_is_of_no_topic(case: Case) -> bool: return not case.topic

@need(Code.CHECKLIST_UNMET, "本件没有标为重大：先由单位标为重大，并写明理由。")
def it_is_major(task: Task) -> bool: return task.major

@need(Code.RESPONSIBILITY_INCOMPLETE, "重点督办件须有领衔领导：请本单位领导领衔办理，或者由办公室指定。")
def a_key_case_is_led(task: Task) -> bool: return task.led or task.advises or not task.key

@need(Code.CHECKLIST_UNMET, "请从本单位领导中选定领衔领导。")
def the_leader_is_of_the_house(said: Leading, house: House) -> bool: return said.leader in house.leaders

@need(Code.CHECKLIST_UNMET, "每位领导每年领衔办理不超过 {rules.bounds[leads_per_leader]} 件，已满：请另选领导，或者先调整。")
def the_named_leader_has_room(said: Leading, leaders: Leaders, rules: Rules) -> bool: return has_room(leaders, said.leader, rules)

@need(Code.CHECKLIST_UNMET, "每位领导每年领衔办理不超过 {rules.bounds[leads_per_leader]} 件，您已领衔满额。")
def oneself_has_room(acting: Acting, leaders: Leaders, rules: Rules) -> bool:
    return all(has_room(leaders, person, rules) for person in acting.people)

@need(Code.CHECKLIST_UNMET, "请填写会议日期、应到和实到人数：实到须多于零，不超过应到；会议日期不能晚于今天。")
def the_meeting_is_described(said: Decision, clocks: Clocks) -> bool:
    return said.counts and said.held_on is not None and said.held_on <= clocks.now.date()

@need(Code.CHECKLIST_UNMET, "会议记录还缺：{said.lacking}。请补齐后再登记。")
def the_record_is_whole(said: Decision) -> bool: return not said.lacking

@need(Code.CHECKLIST_UNMET, "主持人、汇报人、记录人、签发人须是本单位在职人员：请重新选定。")
def they_are_of_the_house(said: Decision, house: House) -> bool: return said.people <= house.people

@need(Code.CHECKLIST_UNMET, "请从办理本件的人员中选定责任人。")
def the_owner_is_of_the_crew(said: Charging, crew: Crew) -> bool: return said.owner in crew.people

@need(Code.CHECKLIST_UNMET, "请从办理本件的人员中另选一人接手。")
def the_next_owner_is_of_the_crew(said: PassingOn, crew: Crew, owned: Owned) -> bool: return said.to in crew.people - {owned.owner}

@need(Code.CHANGED_MEANWHILE, "稿件在会议研究之后又有改动（现为第 {decisions.edition} 稿）：请核对会议研究的是哪一稿。")
def the_meeting_read_this_text(said: Decision, decisions: Decisions) -> bool: return said.digest in ("", decisions.digest)

@need(Code.TOO_EARLY, "稿件还没有写好，党组会议没有可以研究的稿件。")
def there_is_a_text_to_decide_on(decisions: Decisions) -> bool: return decisions.edition > 0

@need(Code.CHECKLIST_UNMET, "本单位规定签发前须满足的检查还缺：{checklist.unmet_told}。请补齐后再签发。")
def every_check_is_met(checklist: Checklist) -> bool: return not checklist.blocks or all(checklist.checks.values())

@need(Code.COLLECTIVE_DECISION_MISSING, "重大件签发前须经党组会议研究同意，且同意的就是这一稿（现为第 {decisions.edition} 稿）。{decisions.told}请办公室登记党组会议对这一稿的决定。")
def the_leadership_agreed_to_this_text(decisions: Decisions) -> bool: return decisions.agreed or not decisions.needed
# fmt: on


def has_room(leaders: Leaders, person: int, rules: Rules) -> bool:
    """May this leader lead one more this year?"""
    most = rules.bounds.get("leads_per_leader")
    return most is None or leaders.counts.get(person, 0) < most


# The suggestion is still on its way to a reply.
ANSWERABLE = (Suggestion.REGISTERED, Suggestion.PROPOSED, Suggestion.HANDED_OVER)
