"""Needs of what a reply promises: to which point, what, until when, by whom; and of what it rests on."""

from ..facts.cases import Case, House
from ..facts.papers import Script
from ..facts.said import Text
from ..refusals import Code
from .need import need


# fmt: off
@need(Code.CHECKLIST_UNMET, "每项承诺须对应一条具体建议（本件共 {case.points} 条）：请改填所对应的条号。")
def every_promise_belongs_to_a_point(said: Text, case: Case) -> bool: return all(1 <= each.no <= case.points for each in said.promises)

@need(Code.CHECKLIST_UNMET, "责任处室须是本单位或者本单位的处室：请重新选定。")
def the_divisions_are_of_the_house(said: Text, house: House) -> bool: return said.divisions <= house.divisions

@need(Code.CHECKLIST_UNMET, "会办意见只写意见和措施；承诺、责任处室和依据由主办单位在答复中写明，请把要点写进意见或者措施。")
def an_opinion_promises_nothing(said: Text, script: Script) -> bool:
    return script.reply or not (said.promises or said.divisions or said.bases)

@need(Code.CHECKLIST_UNMET, "{script.mark} 类答复须跟踪落实，稿中有 0 条承诺：请在所答的具体建议下至少写明一项承诺和完成日期。")
def a_tracked_reply_promises(script: Script) -> bool: return bool(script.promises) or not script.tracked or not script.reply

@need(Code.CHECKLIST_UNMET, "承诺没有写全：{script.unwhole_told}。请补齐，或者删去这一项。")
def every_promise_is_whole(script: Script) -> bool: return not script.unwhole

@need(Code.CHECKLIST_UNMET, "承诺的完成日期须在签发以后：{script.overdue_told}。请改填今天以后的日期；已经做到的，请写进答复或者措施。")
def every_promise_lies_ahead(script: Script) -> bool: return not script.overdue

@need(Code.CHECKLIST_UNMET, "依据第 {script.untitled_told} 项没有名称：请补写文件或者法律法规的名称，或者删去这一项。")
def every_basis_has_a_title(script: Script) -> bool: return not script.untitled
# fmt: on
