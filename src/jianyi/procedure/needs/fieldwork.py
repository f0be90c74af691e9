"""Needs of meetings and activities (源 W1, W7, W8, H4, H5; stories S8.2, S8.3, S8.8)."""

from ..facts.acting import Clocks
from ..facts.cases import Owned
from ..facts.fieldwork import Gathering, Hosts, Matters, Piles, Schemed
from ..facts.said import ESCALATED, Attaching, Attending, Calling, Minuting, Passing, Resolving, Scheming
from ..phases import phases
from ..refusals import Code
from ..words import Meeting as M
from .need import need


# fmt: off
@need(Code.CHECKLIST_UNMET, "还缺：{said.lacking}。请补齐后再保存。")
def the_activity_is_described(said: Calling) -> bool: return not said.lacking

@need(Code.CHECKLIST_UNMET, "邀请名单里同一人出现两次（{said.twice}）：请删去重复的再保存。")
def nobody_is_asked_twice(said: Calling) -> bool: return not said.twice

@need(Code.CHECKLIST_UNMET, "请从主办单位在职人员中选定主持（带队）人。")
def its_chair_is_of_the_house(said: Calling, hosts: Hosts) -> bool: return said.chair in hosts.own

@need(Code.TOO_EARLY, "主持人仍在主办单位任职：纪要由主持人审定，不另选主持人。")
def the_chair_has_left(hosts: Hosts) -> bool: return bool(hosts.chair) and hosts.chair not in hosts.own

@need(Code.CHECKLIST_UNMET, "请从主办单位在职人员中另选主持（带队）人。")
def the_next_chair_is_of_the_house(said: Passing, hosts: Hosts) -> bool: return said.to in hosts.own

@need(Code.CHECKLIST_UNMET, "答复截止日须在活动当天或者以前，也不能早于今天：请改填日期。")
def the_day_to_answer_is_before_it(said: Calling, clocks: Clocks) -> bool:
    return said.answer_by is None or said.starts_at is None or clocks.now.date() <= said.answer_by <= said.starts_at.date()

@need(Code.TOO_EARLY, "活动定于 {gathering.begins} 开始：开始以后才能登记到会。")
def it_has_begun(gathering: Gathering, clocks: Clocks) -> bool: return gathering.starts_at is not None and clocks.now >= gathering.starts_at

@need(Code.CHECKLIST_UNMET, "请登记到会人员：至少一人。")
def somebody_was_there(said: Attending) -> bool: return bool(said.present)

@need(Code.CHECKLIST_UNMET, "到会名单里同一人出现两次（{said.twice}）：请删去重复的再登记。")
def nobody_was_there_twice(said: Attending) -> bool: return not said.twice

@need(Code.CHECKLIST_UNMET, "培训须登记学时：请填写学时数。")
def a_training_has_its_hours(said: Attending, gathering: Gathering) -> bool: return said.hours > 0 or not gathering.trains

@need(Code.CHECKLIST_UNMET, "请写纪要：谈了什么、代表提了什么意见、议定什么，再送审定。")
def the_minutes_are_written(said: Minuting) -> bool: return bool(said.minutes.strip())

@need(Code.CHECKLIST_UNMET, "请选择要附的照片或者附件，或者勾选要移去的，再保存。")
def something_is_attached_or_taken_off(said: Attaching) -> bool: return bool(said.photographs or said.attachments or said.taken_off)

@need(Code.CHECKLIST_UNMET, "本单位规定与代表的活动须附照片：请先在活动页附上至少一张照片，再送审定；已经送审的，请主持人退回后补附。")
def a_photograph_is_kept(gathering: Gathering) -> bool: return gathering.photographs > 0 or not gathering.pictured

@need(Code.TOO_LATE, "活动已经召开或者取消，不用再答复；是否到会以登记为准。")
def it_is_to_come(gathering: Gathering) -> bool: return gathering.stage is M.PLANNED

@need(Code.TOO_EARLY, "活动还没有召开。")
def the_activity_is_over(gathering: Gathering) -> bool: return gathering.stage not in (M.NEW, M.PLANNED)

@need(Code.FROZEN, "纪要已经送审或者审定，议定事项不能增减：请主持人退回修改后再记。")
def the_minutes_are_open(gathering: Gathering) -> bool: return gathering.stage is M.HELD

@need(Code.TOO_EARLY, "纪要还没有审定。")
def the_minutes_are_settled(gathering: Gathering) -> bool: return gathering.stage is M.SETTLED

@need(Code.CHECKLIST_UNMET, "请写明议定要做什么。")
def the_resolution_says_what(said: Resolving) -> bool: return bool(said.text.strip())

@need(Code.CHECKLIST_UNMET, "议定事项须有完成日期：请选定一天。")
def the_resolution_has_a_day(said: Resolving) -> bool: return said.due is not None

@need(Code.CHECKLIST_UNMET, "完成日期（{said.due_told}）已经过去：请选今天或者以后的日期。")
def the_day_of_the_resolution_is_to_come(said: Resolving, clocks: Clocks) -> bool: return said.due is None or said.due >= clocks.now.date()

@need(Code.CHECKLIST_UNMET, "责任人须是主办、联合单位的人员，或者受邀、到会的人员：请重新选定。")
def its_owner_belongs_to_it(said: Resolving, hosts: Hosts) -> bool: return said.owner in hosts.staff | hosts.company

@need(Code.CHECKLIST_UNMET, "请从主办、联合单位的在职人员中另选一人接手。")
def the_next_owner_is_of_the_house(said: Passing, hosts: Hosts, owned: Owned) -> bool: return said.to in hosts.staff - {owned.owner}

@need(Code.CHECKLIST_UNMET, "名单里有已经取消邀请的人员：请在活动页上对本人点“重新邀请”。")
def nobody_on_the_list_was_uninvited(said: Calling, hosts: Hosts) -> bool: return not hosts.uninvited.intersection(said.guests)

# What a hand-over meeting hands over

ONLY_THERE = "只有人大常委会代表工作机构召开的“交办会”才关联交办批次：请把类别选为“交办会”，或者不选批次。"
TAKEN = "所选的交办批次找不到，或者已由另一次交办会交办：请重新选定，或者不选批次。"

@need(Code.CHECKLIST_UNMET, ONLY_THERE)
def a_batch_is_handed_over_at_its_meeting(said: Calling) -> bool: return not said.batch or said.kind == "hand_over"

@need(Code.CHECKLIST_UNMET, TAKEN)
def the_batch_is_free(said: Calling, piles: Piles) -> bool: return not said.batch or said.batch in piles.free

@need(Code.CHECKLIST_UNMET, ONLY_THERE)
def a_batch_was_handed_over_at_its_meeting(said: Attending, piles: Piles) -> bool: return not said.batch or piles.hands_over

@need(Code.CHECKLIST_UNMET, TAKEN)
def the_batch_was_free(said: Attending, piles: Piles) -> bool: return not said.batch or said.batch in piles.free

# What follows a second dissatisfaction

@need(Code.CHECKLIST_UNMET, "会商会、专家评估会、代表约见只为“再次不满意的处理”召开：请从该件的“再次不满意的处理”安排，或者改选其他类别。")
def it_is_called_for_a_second_dissatisfaction(said: Calling) -> bool: return bool(said.escalation) == (said.kind in ESCALATED.values())

@need(Code.CHECKLIST_UNMET, "所选的再次不满意的处理找不到、已有处理意见，或者已为它安排了另一次活动：请刷新该件后查看。")
def the_matter_is_open(said: Calling, matters: Matters) -> bool: return not said.escalation or said.escalation in dict(matters.free)

@need(Code.CHECKLIST_UNMET, "本地规定再次不满意的以“{matters.label}”处理：请把类别选为“{matters.label}”。")
def it_goes_the_way_of_the_place(said: Calling, matters: Matters) -> bool: return not said.escalation or said.kind == matters.kind

@need(Code.CHECKLIST_UNMET, "活动须涉及所处理的那件建议：请把它列入“涉及的建议”。")
def its_suggestion_is_on_the_list(said: Calling, matters: Matters) -> bool:
    return not said.escalation or dict(matters.free).get(said.escalation, 0) in (0, *said.cases)

# The yearly work scheme

@need(Code.CHECKLIST_UNMET, "本单位今年已有工作方案：请在原方案上修改，原文作为以前的版本保留。")
def there_is_no_other_scheme(schemed: Schemed) -> bool: return not schemed.another

@need(Code.CHECKLIST_UNMET, "方案还缺：{said.lacking}。请补齐后再保存。")
def the_scheme_is_whole(said: Scheming) -> bool: return not said.lacking

@need(Code.CHECKLIST_UNMET, "阶段安排有看不懂的行（{said.unreadable}）：每行写“阶段 = 截止日期 = 任务”，日期写成 2026-03-31。请改正后再保存。")
def every_phase_can_be_read(said: Scheming) -> bool: return not said.unreadable

@need(Code.CHECKLIST_UNMET, "各阶段的截止日期须在 {schemed.year} 年内，并且一个比一个晚：请改正后再保存。")
def the_phases_follow_each_other_within_the_year(said: Scheming, schemed: Schemed) -> bool:
    days = [phase.until for phase in phases(said.phases)]
    return all(day.year == schemed.year for day in days) and all(a < b for a, b in zip(days, days[1:], strict=False))

@need(Code.TOO_EARLY, "{schemed.year} 年还没有过完，方案仍在执行。")
def the_year_is_over(schemed: Schemed, clocks: Clocks) -> bool: return clocks.now.year > schemed.year
# fmt: on
