"""Needs of what follows a second dissatisfaction: when, who, what came of it, what the unit must do."""

from ..facts.acting import Clocks
from ..facts.cases import Case
from ..facts.escalation import Heard
from ..facts.said import Determined, Summoned
from ..refusals import Code
from ..words import Suggestion as S
from .need import need


# fmt: off
@need(Code.TOO_EARLY, "这件建议没有转入升级处理。")
def the_case_is_escalated(case: Case) -> bool: return case.stage is S.ESCALATED

@need(Code.CHECKLIST_UNMET, "还差：{said.lacking}。请补齐后再告知各方。")
def it_is_convened(said: Summoned) -> bool: return not said.lacking

@need(Code.CHECKLIST_UNMET, "请填写实际的日期（不晚于今天）和到场人员。")
def it_is_held(said: Determined, clocks: Clocks) -> bool:
    return said.held_on is not None and said.held_on <= clocks.now.date() and bool(said.participants.strip())

@need(Code.CHECKLIST_UNMET, "请写明处理意见，代表和承办单位都会看到。")
def there_is_a_conclusion(said: Determined) -> bool: return bool(said.opinion.strip())

@need(Code.NO_EVIDENCE, "请附会商纪要、评估报告或者约见记录；在平台上安排了活动的，以审定的纪要为准，可以不附。")
def the_minutes_are_there(said: Determined, heard: Heard) -> bool: return bool(said.attachments) or heard.settled

@need(Code.TOO_EARLY, "为这件事安排的活动（{heard.told}）还没有审定的纪要：请先登记到会、写好并审定纪要；不再召开的，先取消这次活动。")
def its_meeting_has_minutes(heard: Heard) -> bool: return heard.settled or not heard.meeting

@need(Code.CHECKLIST_UNMET, "实际日期须与为这件事召开的活动（{heard.told}）一致：请填 {heard.day_told}。")
def it_was_held_when_its_meeting_was(said: Determined, heard: Heard) -> bool: return not heard.settled or said.held_on == heard.day

@need(Code.CHECKLIST_UNMET, "请选定处理结果：要求承办单位另行落实的，写明要求；不再要求办理的，选“向代表说明”。")
def something_is_asked_of_the_unit(said: Determined) -> bool: return said.outcome == "follow" and bool(said.requirements.strip())

@need(Code.CHECKLIST_UNMET, "落实的期限须在今天以后：请填写。")
def the_day_to_do_it_lies_ahead(said: Determined, clocks: Clocks) -> bool: return said.due is not None and said.due > clocks.now.date()

@need(Code.CHECKLIST_UNMET, "请选定处理结果；选“向代表说明”的，不填对承办单位的要求和期限。")
def it_is_explained_to_the_deputy(said: Determined) -> bool: return said.outcome == "explain" and not said.requirements.strip()
# fmt: on
