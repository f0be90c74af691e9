"""Needs of what lies between units: an opinion that does not come, and what they do not agree on (SD17 21, CQ17 20)."""

from ..facts.between import Awaited, Talks
from ..facts.cases import Progress, Task
from ..facts.said import Arguing, Raising, Verdict, Waiving
from ..refusals import Code
from ..words import Handling as H
from .need import need


# fmt: off
@need(Code.REASON_REQUIRED, "还缺：{said.lacking}。请写明催要会办意见的经过和意见缺失的原因，再提交。")
def what_was_tried_is_told(said: Waiving) -> bool: return not said.lacking

@need(Code.CHECKLIST_UNMET, "{awaited.unit}不是本件这一轮的会办单位，或者还没有交办：请选定欠会办意见的会办单位。")
def the_opinion_is_owed(awaited: Awaited) -> bool: return awaited.owed

@need(Code.CHECKLIST_UNMET, "{awaited.unit}的会办意见已经送来：请采用，或者退回重提。")
def the_opinion_is_missing(awaited: Awaited) -> bool: return awaited.missing

@need(Code.TOO_EARLY, "{awaited.unit}的会办期限还没有到（截止 {awaited.until}）：请先主动协商、催要，期满仍未送来再申请。")
def the_opinion_is_late(awaited: Awaited) -> bool: return awaited.late

@need(Code.CHECKLIST_UNMET, "这家单位的会办意见已经申请免等，或者已获同意：不必再次申请。")
def nobody_has_asked_to_go_on(awaited: Awaited) -> bool: return not awaited.asked

@need(Code.TOO_LATE, "主办单位的答复已经签发，会办意见不能再写入：请留存备查。")
def the_reply_is_not_signed(awaited: Awaited) -> bool: return not awaited.signed

@need(Code.TOO_EARLY, "主办单位还在等这份会办意见。")
def nobody_waits_for_it(awaited: Awaited) -> bool: return awaited.settled

@need(Code.TOO_EARLY, "答复还没有送达，会办意见仍可以送来。")
def the_reply_left_without_it(progress: Progress) -> bool: return progress.gone_without

# Talks between units

@need(Code.TOO_LATE, "文稿已经送达，不再就本件协商。")
def the_paper_is_not_out(task: Task) -> bool: return task.stage is not H.DELIVERED

@need(Code.CHECKLIST_UNMET, "请选定与哪个单位协商，不能是本单位。")
def another_unit_is_named(said: Raising, talks: Talks) -> bool: return said.other not in (0, talks.own)

@need(Code.CHECKLIST_UNMET, "会办意见上的分歧在本件的主办单位与会办单位之间提出：请选定其中的一个单位，或者另选协商事项。")
def an_opinion_lies_between_them(said: Raising, talks: Talks) -> bool: return said.topic != "co_opinion" or said.other in talks.helping

@need(Code.CHECKLIST_UNMET, "与这个单位已有一项协商没有结束：请在其中说明。")
def no_talk_with_them_is_open(said: Raising, talks: Talks) -> bool: return said.other not in talks.open_with

@need(Code.REASON_REQUIRED, "还缺：{said.lacking}。请写明后再提出。")
def the_matter_is_told(said: Raising) -> bool: return not said.lacking

@need(Code.REASON_REQUIRED, "请写明本单位的意见和依据。")
def ones_own_side_is_told(said: Arguing) -> bool: return bool(said.argument.strip())

@need(Code.TOO_LATE, "本单位的意见已经写明，等待协调决定。")
def they_have_not_spoken(talks: Talks) -> bool: return not talks.answered

@need(Code.REASON_REQUIRED, "请写明决定的内容和理由：双方据此办理。")
def the_decision_is_told(said: Verdict) -> bool: return bool(said.decision.strip())

@need(Code.CHECKLIST_UNMET, "主办、会办在这里不能对调：须协商事项是“谁主办、谁会办”，双方一个主办一个会办，都没有开始起草，也没有申请延期或者免等。请不勾选对调，只写明决定；须换单位的，请承办单位申请退回，由交办机构改办。")
def the_roles_can_be_swapped(said: Verdict, talks: Talks) -> bool: return talks.may_swap or not said.swaps
# fmt: on
