"""Needs of circulars, of whom they go to and of what they push forward (源 H1, W3; stories S10.3, S10.5)."""

from ..facts.acting import Acting, Clocks
from ..facts.circulars import Drawn, Sent
from ..facts.said import Drawing, Phrasing, Reaching
from ..refusals import Code
from .need import need


# fmt: off
@need(Code.CHECKLIST_UNMET, "请选定数据截止日：今天或者过去一年以内的日期（现为：{said.day_told}）。")
def the_day_has_come(said: Drawing, clocks: Clocks) -> bool:
    return said.day is not None and 0 <= (clocks.now.date() - said.day).days <= 366

@need(Code.CHECKLIST_UNMET, "关联的会议须是本机关的调度会或者专题会：请重新选定，或者不选。")
def its_meeting_is_of_the_house(said: Drawing, drawn: Drawn) -> bool: return not said.meeting or said.meeting in drawn.gatherings

@need(Code.CHECKLIST_UNMET, "推进清单{said.unwhole}没有写全：每行写“编号 = 问题 = 下步 = 责任单位和责任人 = 时限”，时限写成 2026-04-15。")
def every_pushed_item_is_whole(said: Phrasing) -> bool: return not said.unwhole

@need(Code.CHECKLIST_UNMET, "推进清单{said.too_long}太长：问题、下步、责任各不超过 300 字。")
def every_pushed_item_is_short(said: Phrasing) -> bool: return not said.too_long

@need(Code.CHECKLIST_UNMET, "推进清单中有的编号不在本期通报的任务之内：请核对编号，闭会件写成“闭0001”。")
def every_pushed_item_is_of_its_tasks(said: Phrasing, drawn: Drawn) -> bool: return not said.unknown(drawn.numbers | drawn.shared)

@need(Code.CHECKLIST_UNMET, "推进清单中有的编号，本期有两件建议同用（届次不同）：请连届次写成{drawn.longer_told}。")
def every_pushed_number_is_of_one_suggestion(said: Phrasing, drawn: Drawn) -> bool: return not said.among(drawn.shared)

@need(Code.CHECKLIST_UNMET, "推进清单中有的没有写明由哪个收文单位（处室）负责：请在“责任单位和责任人”里写出它的名称或者简称。")
def every_pushed_item_has_its_house(said: Phrasing, drawn: Drawn) -> bool: return not said.nobodys(drawn.houses)

@need(Code.CHECKLIST_UNMET, "截止日以前没有交办的任务，没有可以通报的数据。")
def it_is_of_something(drawn: Drawn) -> bool: return drawn.tasks > 0

@need(Code.CHECKLIST_UNMET, "没有可以送达的单位或者处室：任务分办到处室以后再送审。")
def somebody_will_read_it(drawn: Drawn) -> bool: return drawn.readers > 0

@need(Code.CHECKLIST_UNMET, "推进清单还是空的：请至少列出一项，写明问题、下步、责任和时限。")
def something_is_pushed(drawn: Drawn) -> bool: return drawn.pushed > 0

@need(Code.CHECKLIST_UNMET, "重新取数以后，推进清单{drawn.stray}的编号或者责任单位已不在本期数据之内，或者编号有两件建议同用：请修改这些行以后再送审。")
def what_is_pushed_still_fits(drawn: Drawn) -> bool: return not drawn.stray

@need(Code.CHECKLIST_UNMET, "请写明下月要求。")
def it_asks_for_something(drawn: Drawn) -> bool: return drawn.asks

@need(Code.CHECKLIST_UNMET, "这个月的通报已经签发（{drawn.other}），一个月只有一份：要更正的，请先由审批人撤回那一份，再签发这一份；不要的，请撤回这一份。")
def its_month_has_no_other(drawn: Drawn) -> bool: return not drawn.other

@need(Code.SAME_PERSON, "通报须由起草人以外的人审批（代行职务的，授权人和代行人都算）：请另一位审批人办理。")
def somebody_else_approves_it(drawn: Drawn, acting: Acting) -> bool: return not drawn.writers & acting.people

@need(Code.TOO_EARLY, "通报还没有签发。")
def it_was_issued(sent: Sent) -> bool: return sent.issued and not sent.withdrawn

@need(Code.TOO_EARLY, "通报没有撤回。")
def it_was_withdrawn(sent: Sent) -> bool: return sent.withdrawn

@need(Code.NO_EVIDENCE, "请写明完成情况和佐证。")
def it_says_what_was_done(said: Reaching) -> bool: return bool(said.evidence.strip())
# fmt: on
