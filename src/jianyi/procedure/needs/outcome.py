"""Needs of outcomes and of what the press wrote (源 W10, H8, G9, W2; stories S13.3, S7.5, S2.9, S8.8)."""

from ..facts.acting import Acting, Clocks
from ..facts.outcomes import Credited, Displayed, Numbered
from ..facts.said import Correcting, Crediting, Displaying, Linking, Reported
from ..refusals import Code
from .need import need


# fmt: off
@need(Code.CHECKLIST_UNMET, "还缺：{said.lacking}。请补齐后再保存。")
def the_outcome_is_described(said: Crediting) -> bool: return not said.lacking

@need(Code.CHECKLIST_UNMET, "成果和文件的日期不能晚于今天：还没有做成的，做成以后再登记。")
def it_has_come_about(said: Crediting, clocks: Clocks) -> bool: return all(day <= clocks.now.date() for day in said.days)

@need(Code.CHECKLIST_UNMET, "数量没有写清：{said.wrong}。请改正后再保存。")
def every_quantity_can_be_counted(said: Crediting) -> bool: return not said.wrong

@need(Code.CHECKLIST_UNMET, "同一项数量写了两次：请合成一项再保存。")
def no_quantity_is_told_twice(said: Crediting) -> bool: return not said.counts_twice

@need(Code.CHECKLIST_UNMET, "有文件没有名称：请补写名称，或者删去这一项。")
def every_document_has_a_name(said: Crediting) -> bool: return all(paper.title.strip() for paper in said.documents)

@need(Code.CHECKLIST_UNMET, "同一份文件写了两次：请删去重复的再保存。")
def no_document_is_named_twice(said: Crediting) -> bool: return not said.names_twice

@need(Code.CHECKLIST_UNMET, "所写的文号已登记在本单位另一项同类成果里：请在那一项成果上增加关联，不要重复登记。")
def its_document_is_not_registered_yet(said: Crediting, numbered: Numbered) -> bool: return not said.numbers & numbered.taken

@need(Code.CHECKLIST_UNMET, "制度成果须写明制度、指南或者办法的名称：请在“文件”里填写。")
def a_systemic_measure_has_its_document(said: Crediting) -> bool: return bool(said.documents) or not said.systemic

@need(Code.CHECKLIST_UNMET, "请至少关联一件建议、一条金点子或者一份历史答复：成果须说得出从哪里来。")
def it_came_of_something(said: Linking, credited: Credited) -> bool: return said.names_something or credited.links > 0

@need(Code.CHECKLIST_UNMET, "请选定要关联的建议、金点子或者历史答复。")
def something_is_named(said: Linking) -> bool: return said.names_something

@need(Code.REASON_REQUIRED, "请写明更正的理由；更正以前的内容会留存。")
def the_correction_is_explained(said: Correcting) -> bool: return bool(said.reason.strip())

@need(Code.SAME_PERSON, "核验须由拟写人以外的人办理（代行职务的，授权人和代行人都算）：请办公室其他人员或者单位领导核验。")
def somebody_else_certifies(credited: Credited, acting: Acting) -> bool: return not credited.writers & acting.people

@need(Code.NO_EVIDENCE, "还没有佐证材料：请拟写人附上文件、照片或者统计表，再核验登记。")
def it_is_shown_by_something(credited: Credited) -> bool: return credited.files > 0

@need(Code.TOO_EARLY, "成果还没有核验登记。")
def the_outcome_stands(credited: Credited) -> bool: return credited.stands

@need(Code.TOO_EARLY, "成果没有撤销。")
def the_outcome_is_withdrawn(credited: Credited) -> bool: return credited.withdrawn

@need(Code.CHECKLIST_UNMET, "这是成果的最后一个关联，不能取消：请先关联别的建议；登记错了的，请撤销这项成果。")
def another_link_remains(credited: Credited) -> bool: return credited.links > 1

# What the public reads

@need(Code.TOO_LATE, "这项成果现在的内容已在公开网站公开。")
def the_public_does_not_read_it_yet(displayed: Displayed) -> bool: return not displayed.current

@need(Code.TOO_EARLY, "这项成果没有在公开网站公开。")
def the_public_reads_it(displayed: Displayed) -> bool: return displayed.out

@need(Code.REASON_REQUIRED, "名称、文件或者数量里有像个人信息的内容（{displayed.marked_told}）：确实可以公开的，请写明理由；不能公开的，请退回承办单位更正。")
def what_looks_personal_may_be_read(said: Displaying, displayed: Displayed) -> bool: return not displayed.marked or bool(said.reason.strip())

# What the press wrote

@need(Code.CHECKLIST_UNMET, "还缺：{said.lacking}。请补齐后再保存。")
def the_report_is_described(said: Reported) -> bool: return not said.lacking

@need(Code.CHECKLIST_UNMET, "刊播日期不能晚于今天：请改填。")
def it_has_appeared(said: Reported, clocks: Clocks) -> bool: return said.on is None or said.on <= clocks.now.date()

@need(Code.CHECKLIST_UNMET, "网址须以 http:// 或者 https:// 开头，中间没有空格：请改正，或者留空并附剪报。")
def its_address_can_be_opened(said: Reported) -> bool: return said.leads_somewhere

@need(Code.CHECKLIST_UNMET, "请至少写明一件报道涉及的建议。")
def it_is_about_a_suggestion(said: Reported) -> bool: return bool(said.cases)

@need(Code.NO_EVIDENCE, "请填写报道的网址，或者附上剪报、截图：要让人找得到这篇报道。")
def it_can_be_looked_up(said: Reported, credited: Credited) -> bool: return bool(said.address.strip() or said.attachments or credited.files)
# fmt: on
