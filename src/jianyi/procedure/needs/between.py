"""Needs of what lies between units: a reply that leaves without a co-unit's opinion (SH15 17, SD17 21)."""

from ..facts.between import Awaited
from ..facts.cases import Progress
from ..facts.said import Waiving
from ..refusals import Code
from .need import need


# fmt: off
@need(Code.REASON_REQUIRED, "还缺：{said.lacking}。请写明催要会办意见的经过和意见缺失的原因，再提交。")
def what_was_tried_is_told(said: Waiving) -> bool: return not said.lacking

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
# fmt: on
