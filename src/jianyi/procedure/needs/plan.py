"""Needs of the plan of one handling and its milestones (源 G7; stories S2.4, S9.2)."""

from datetime import date

from ..facts.acting import Clocks
from ..facts.cases import Crew, Owned, Planned, Task
from ..facts.said import Planning, Reaching, Setting
from ..refusals import Code
from ..words import Handling as H, Limit
from .need import need


def is_within(day: date, clocks: Clocks, *, after: bool = False) -> bool:
    """The whole of the day lies before the limit that the answer stands under; where none runs, any does. `after`: what
    follows the answer lies before the ceiling, where there is one."""
    last = clocks.due.get(Limit.CEILING, clocks.answer) if after else clocks.answer
    return last is None or day < last.date()


# fmt: off
@need(Code.CHECKLIST_UNMET, "本件已有办理计划：请在原计划上修改。")
def there_is_no_other_plan(planned: Planned) -> bool: return not planned.another

@need(Code.TOO_EARLY, "分办给经办人以后才能拟订计划。")
def the_task_is_routed(task: Task) -> bool: return task.stage in (H.ROUTED, H.WORKING)

@need(Code.CHECKLIST_UNMET, "计划还缺：{said.lacking}。请补齐。")
def the_plan_is_whole(said: Planning) -> bool: return not said.lacking

@need(Code.CHECKLIST_UNMET, "联系计划没有写全：{said.contacts_lacking}。没有计划日期的不能成立；整行不填的，不列入。")
def every_contact_is_planned_whole(said: Planning) -> bool: return not said.contacts_lacking

@need(Code.CHECKLIST_UNMET, "联系计划的日期（{said.days_told}）有早于今天的：请选今天或者以后的日期。")
def no_contact_is_planned_for_the_past(said: Planning, planned: Planned, clocks: Clocks) -> bool:
    days = ((row.phase, row.day) for row in said.contacts if row.day)
    return all(day >= clocks.now.date() or (phase, day) in planned.foreseen for phase, day in days)

@need(Code.CHECKLIST_UNMET, "联系计划的日期（{said.days_told}）有晚于答复期限（{clocks.answer_told}）的，或者办后联系晚于总上限（{clocks.last[ceiling]}）：请改为期限以内的日期。")
def no_contact_is_planned_beyond_the_limit(said: Planning, clocks: Clocks) -> bool:
    return all(is_within(row.day, clocks, after=row.phase == "after") for row in said.contacts if row.day)

@need(Code.CHECKLIST_UNMET, "联系计划须按办前、办中、办后的次序：{said.days_told}。请改正日期。")
def the_contacts_are_in_order(said: Planning) -> bool: return said.in_order

@need(Code.CHECKLIST_UNMET, "联系计划还没有安排：{planned.unforeseen}。请写明各阶段由哪一级、以什么方式、在哪一天与代表联系，再送审。")
def every_phase_is_foreseen(planned: Planned) -> bool: return not planned.unforeseen

@need(Code.CHECKLIST_UNMET, "计划现有 {planned.milestones} 个时间节点，按规定不少于 {planned.least} 个：请再设有日期的节点，再送审。")
def it_has_milestones(planned: Planned) -> bool: return planned.milestones >= planned.least

@need(Code.POINT_UNANSWERED, "第 {planned.unviewed} 条建议还没有拟办意见：请逐条写明拟怎样办，再送审。")
def every_point_has_a_view(planned: Planned) -> bool: return not planned.unviewed

@need(Code.CHECKLIST_UNMET, "拟办意见须对应建议的各条，每条一项，本件共 {planned.points} 条：请改正条号。")
def the_views_fit_the_points(said: Planning, planned: Planned) -> bool:
    numbers = [view.no for view in said.views]
    return len(set(numbers)) == len(numbers) and set(numbers) <= set(range(1, planned.points + 1))

@need(Code.TOO_LATE, "计划不在拟订中，节点不能增减：请经办人先点“拟订计划”转为修改，改后重新送批。")
def the_plan_is_open(planned: Planned) -> bool: return planned.open

@need(Code.CHECKLIST_UNMET, "请写明节点要完成什么。")
def the_milestone_says_what(said: Setting) -> bool: return bool(said.text.strip())

@need(Code.CHECKLIST_UNMET, "节点须有完成日期：请选定一天，没有完成日期的计划不能成立。")
def the_milestone_has_a_day(said: Setting) -> bool: return said.day is not None

@need(Code.CHECKLIST_UNMET, "节点日期（{said.day_told}）已经过去：请选今天或者以后的日期。")
def its_day_is_to_come(said: Setting, clocks: Clocks) -> bool: return said.day is None or said.day >= clocks.now.date()

@need(Code.CHECKLIST_UNMET, "节点日期（{said.day_told}）晚于答复期限（{clocks.answer_told}）：请改为期限以内的日期。")
def its_day_is_within_the_limit(said: Setting, clocks: Clocks) -> bool: return said.day is None or is_within(said.day, clocks)

@need(Code.CHECKLIST_UNMET, "请从办理本件的人员中选定节点责任人。")
def its_responsible_is_of_the_crew(said: Setting, crew: Crew) -> bool: return said.responsible in crew.people

@need(Code.REASON_REQUIRED, "请写明完成情况和佐证，再登记完成。")
def there_is_evidence(said: Reaching) -> bool: return bool(said.evidence.strip())

@need(Code.CHECKLIST_UNMET, "本单位规定登记完成须附佐证材料：请附上至少一份文件或者照片再登记。")
def it_is_proved_where_the_unit_asks_for_it(said: Reaching, owned: Owned) -> bool: return bool(said.files) or not owned.proved

@need(Code.TOO_EARLY, "任务尚未办理完毕。")
def the_task_is_delivered(task: Task) -> bool: return task.stage is H.DELIVERED
# fmt: on
