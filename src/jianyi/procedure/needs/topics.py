"""Needs of key topics (代表法第五十二条; 源 R4, G6; stories S9.1, S9.3, S9.5)."""

from ..facts.acting import Clocks
from ..facts.said.topics import (
    Announcing,
    Consulting,
    Decided,
    Including,
    Nominating,
    NotListed,
    Responding,
    Sounded,
    Supervising,
    SupervisionReport,
    Visiting,
)
from ..facts.topics import Asked, Covering, Topical
from ..phases import phases
from ..refusals import Code
from .need import need


# Where one of these stands in it, the decision told an office and no name.
OFFICES = ("主任", "书记", "委员", "主席", "领导", "省长", "市长", "县长", "区长", "镇长", "乡长")


# fmt: off
@need(Code.CHECKLIST_UNMET, "提议还缺：{said.lacking}。请补齐后再提交。")
def the_proposal_is_whole(said: Nominating) -> bool: return not said.lacking

@need(Code.CHECKLIST_UNMET, "请选定议题包含的建议：至少一件。")
def something_is_covered(said: Nominating, topical: Topical) -> bool: return bool(said.cases or topical.inside)

@need(Code.CHECKLIST_UNMET, "所列建议中有的还没有登记、已经答复或者撤回，或者已在另一个重点督办议题内：请核对编号后重新选定。")
def each_may_be_covered(said: Nominating, topical: Topical) -> bool: return topical.free | topical.inside >= set(said.cases)

@need(Code.CHECKLIST_UNMET, "所列建议中有已经移出本议题的：请在议题页面对那一件点“重新列入”。")
def none_was_moved_out_before(said: Nominating, topical: Topical) -> bool: return not topical.out & set(said.cases)

@need(Code.CHECKLIST_UNMET, "议题内的建议还没有承办单位，无从征询：请等交办以后征询，或者直接登记决定。")
def there_is_somebody_to_ask(topical: Topical) -> bool: return bool(topical.units)

@need(Code.CHECKLIST_UNMET, "请填写单位回复的截止日，不能早于今天。")
def the_day_to_answer_is_to_come(said: Consulting, clocks: Clocks) -> bool:
    return said.answer_by is not None and said.answer_by >= clocks.now.date()

@need(Code.CHECKLIST_UNMET, "请选定本单位意见；建议不列入的，请写明理由。")
def the_unit_takes_a_stand(said: Sounded) -> bool: return said.stand == "agree" or bool(said.stand and said.view.strip())

@need(Code.TOO_EARLY, "还有 {topical.waiting} 个单位没有回复征询，也没有到回复截止日：请等单位回复。")
def every_unit_was_heard(topical: Topical) -> bool: return topical.waiting == 0

@need(Code.TOO_EARLY, "议题内的建议已有承办单位：请先征询单位意见，再登记决定。")
def there_is_nobody_to_ask(topical: Topical) -> bool: return not topical.units

@need(Code.CHECKLIST_UNMET, "请填写{topical.body}决定的日期：不能早于提议之日，也不能晚于今天。")
def the_body_has_decided(said: Decided, topical: Topical, clocks: Clocks) -> bool: return _decided(said.decided_on, topical, clocks)

@need(Code.CHECKLIST_UNMET, "请填写{topical.body}决定不列入的日期：不能早于提议之日，也不能晚于今天。")
def the_body_has_declined(said: NotListed, topical: Topical, clocks: Clocks) -> bool: return _decided(said.decided_on, topical, clocks)

@need(Code.CHECKLIST_UNMET, "请填写{topical.body}决定补充列入的日期：不能早于列入之日，也不能晚于今天。")
def the_body_has_decided_on_more(said: Including, topical: Topical, clocks: Clocks) -> bool:
    return said.decided_on is not None and (topical.listed_on or said.decided_on) <= said.decided_on <= clocks.now.date()

@need(Code.CHECKLIST_UNMET, "请选定补充列入的建议：须已登记、还没有答复，不在其他重点督办议题内，也没有从本议题移出。")
def what_is_added_may_be_covered(said: Including, topical: Topical) -> bool:
    return bool(said.cases) and topical.free >= set(said.cases) and not topical.out & set(said.cases)

@need(Code.CHECKLIST_UNMET, "请填写督办领导。")
def a_leader_supervises(said: Decided) -> bool: return bool(said.leader.strip())

@need(Code.CHECKLIST_UNMET, "请选定具体督办的专门委员会。")
def a_committee_supervises(said: Decided, topical: Topical) -> bool: return said.committee in (topical.committees or {0})

@need(Code.CHECKLIST_UNMET, "议题内没有建议了：请先补充列入，或者撤回提议。")
def something_is_inside(topical: Topical) -> bool: return bool(topical.inside)

# Suggestions in it

@need(Code.TOO_EARLY, "这件建议已在另一个重点督办议题内，已经答复、撤回或者并入另一件，或者议题已经结束。")
def it_may_be_supervised(covering: Covering) -> bool: return covering.answerable and covering.open and not covering.elsewhere

@need(Code.CHECKLIST_UNMET, "代表要求这件建议身份保密，而这个议题已向社会公布：请先撤下议题，或者不重新列入。")
def it_may_be_told_too(covering: Covering) -> bool: return not covering.hides

@need(Code.TOO_LATE, "议题已经结束，建议不再增减。")
def the_topic_still_changes(covering: Covering) -> bool: return covering.open

@need(Code.CHECKLIST_UNMET, "议题内只有这一件：请撤回提议，或者取消重点督办。")
def others_stay_in_it(covering: Covering) -> bool: return covering.others > 0

@need(Code.TOO_EARLY, "这件建议仍在办理。")
def it_is_no_suggestion_any_more(covering: Covering) -> bool: return not covering.live

# What the public is told

@need(Code.CHECKLIST_UNMET, "请填写督办领导的职务，不写姓名。")
def an_office_is_told_and_no_name(said: Announcing, topical: Topical) -> bool:
    named = topical.leader and not any(word in topical.leader for word in OFFICES) and topical.leader in said.office
    return bool(said.office.strip()) and not named and not any(name in said.office for name in topical.people)

@need(Code.CHECKLIST_UNMET, "议题内有代表要求身份保密的建议（{topical.confidential} 件），议题不能向社会公布：先移出这些建议，或者不公布。")
def nobody_in_it_hides(topical: Topical) -> bool: return not topical.confidential

@need(Code.CHECKLIST_UNMET, "议题名称里疑似有个人信息（{topical.personal_told}），不能向社会公布。")
def its_title_names_nobody(topical: Topical) -> bool: return not topical.personal

@need(Code.CHECKLIST_UNMET, "补充的建议里有代表要求身份保密的，而这个议题已向社会公布：请先撤下议题，或者不补充这些建议。")
def what_is_added_may_be_told(said: Including, topical: Topical) -> bool: return not topical.public or not topical.hidden & set(said.cases)

@need(Code.TOO_EARLY, "这个议题没有向社会公布。")
def it_was_announced(topical: Topical) -> bool: return topical.public

@need(Code.TOO_EARLY, "公布的督办机构名称与现在的一致。")
def its_committee_is_called_otherwise(topical: Topical) -> bool: return topical.renamed

# What units are asked

@need(Code.TOO_LATE, "议题已经决定，不再征询。")
def the_topic_is_undecided(asked: Asked) -> bool: return not asked.decided

@need(Code.TOO_EARLY, "议题还没有决定。")
def the_topic_is_decided(asked: Asked) -> bool: return asked.decided

@need(Code.TOO_LATE, "本单位已不办理这件建议。")
def the_unit_is_at_work(asked: Asked) -> bool: return asked.handled

@need(Code.TOO_EARLY, "单位仍在办理这件建议。")
def the_unit_is_no_longer_at_work(asked: Asked) -> bool: return not asked.handled

# Supervision

@need(Code.CHECKLIST_UNMET, "督办方案还缺：{said.lacking}。请补齐后再提交。")
def the_supervision_is_planned(said: Supervising) -> bool: return not said.lacking

@need(Code.CHECKLIST_UNMET, "时间安排里{said.unreadable}看不懂：请写成“阶段 = 日期 = 任务”，日期如 2026-04-17。")
def its_phases_can_be_read(said: Supervising) -> bool: return not said.unreadable and bool(phases(said.phases))

@need(Code.CHECKLIST_UNMET, "提交督办报告的日期不能早于今天，也不能早于安排的最后一天。")
def the_report_is_to_come(said: Supervising, clocks: Clocks) -> bool:
    last = max((phase.until for phase in phases(said.phases)), default=clocks.now.date())
    return said.report_by is not None and said.report_by >= max(last, clocks.now.date())

@need(Code.CHECKLIST_UNMET, "视察记录还缺：{said.lacking}。请补齐后再登记。")
def the_visit_is_described(said: Visiting) -> bool: return not said.lacking

@need(Code.CHECKLIST_UNMET, "{said.too_long}视察意见太长：每条最多 500 字，请精简，或者分成几条。")
def every_opinion_is_short(said: Visiting) -> bool: return not said.too_long

@need(Code.CHECKLIST_UNMET, "视察日期不能晚于今天，也不能早于列入重点督办之日。")
def the_visit_took_place(said: Visiting, topical: Topical, clocks: Clocks) -> bool:
    return said.held_on is not None and (topical.listed_on or said.held_on) <= said.held_on <= clocks.now.date()

@need(Code.CHECKLIST_UNMET, "请承办单位答复的日期不能早于今天（现填 {said.due_told}）。")
def the_answer_is_to_come(said: Visiting, clocks: Clocks) -> bool: return said.answer_by is None or said.answer_by >= clocks.now.date()

@need(Code.CHECKLIST_UNMET, "涉及的建议须在本议题内：请重新选定。")
def it_is_about_members(said: Visiting, topical: Topical) -> bool: return topical.inside >= set(said.cases) and bool(topical.inside)

@need(Code.CHECKLIST_UNMET, "请从您看得到的活动中选一次。")
def the_visit_is_linked_with_an_activity(said: Visiting, topical: Topical) -> bool: return said.meeting in topical.meetings | {0}

@need(Code.CHECKLIST_UNMET, "请写明对这条视察意见怎样办理，再提交。")
def the_advice_is_answered(said: Responding) -> bool: return bool(said.answer.strip())

@need(Code.CHECKLIST_UNMET, "请写督办报告：督办情况、评价和建议。")
def the_report_is_written(said: SupervisionReport) -> bool: return bool(said.report.strip())
# fmt: on


def _decided(day: object, topical: Topical, clocks: Clocks) -> bool:
    today = clocks.now.date()
    first = topical.proposed_on or today
    return day is not None and first <= day <= today  # type: ignore[operator]
