"""Needs of what is made public: who decides, within which bounds, and that nothing personal is left undecided."""

from ..facts.acting import Acting
from ..facts.publication import Cleared, is_within
from ..facts.said import Clearing
from ..refusals import Code
from .need import need


# fmt: off
@need(Code.TOO_EARLY, "答复尚未送达代表。")
def its_reply_is_with_the_deputy(cleared: Cleared) -> bool: return cleared.out

@need(Code.TOO_LATE, "建议已经撤回，答复不再公开。")
def the_case_stands(cleared: Cleared) -> bool: return cleared.stands

@need(Code.TOO_EARLY, "建议没有撤回。")
def the_case_was_withdrawn(cleared: Cleared) -> bool: return not cleared.stands

@need(Code.CHECKLIST_UNMET, "提出人要求身份保密：建议和答复都不公开。")
def the_proposer_may_be_known(cleared: Cleared) -> bool: return not cleared.hidden

@need(Code.CHECKLIST_UNMET, "提出人没有要求身份保密。")
def the_name_is_kept_from_everybody(cleared: Cleared) -> bool: return cleared.hidden

@need(Code.CHECKLIST_UNMET, "按代表的公开意愿和对公开答复的意见，最多只能“{cleared.wished_told}”：请改选公开方式；代表在征询意见表中同意公开后可以放宽。")
def the_wish_is_kept(cleared: Cleared) -> bool: return is_within(cleared.way, cleared.wished)

@need(Code.CHECKLIST_UNMET, "答复签发时定为“{cleared.signed_told}”，公开不能超出：请改选公开方式。")
def the_signed_way_is_kept(cleared: Cleared) -> bool: return is_within(cleared.way, cleared.signed)

@need(Code.CHECKLIST_UNMET, "公开方式选的是不公开，由单位领导批准。")
def it_is_to_be_published(cleared: Cleared) -> bool: return cleared.way != "none"

@need(Code.CHECKLIST_UNMET, "公开方式不是不公开。")
def it_is_not_to_be_published(cleared: Cleared) -> bool: return cleared.way == "none"

@need(Code.REASON_REQUIRED, "不是全文公开的，请写明理由。")
def less_than_all_has_a_reason(cleared: Cleared) -> bool: return cleared.explained or cleared.way == "full"

@need(Code.CHECKLIST_UNMET, "摘要公开须写明摘要：请填写后保存。")
def the_summary_is_written(cleared: Cleared) -> bool: return cleared.summarised or cleared.way != "summary"

@need(Code.CHECKLIST_UNMET, "还有 {cleared.undecided} 处标出的内容没有决定隐去还是保留：请逐处决定后保存。")
def every_passage_is_decided(cleared: Cleared) -> bool: return cleared.undecided == 0

@need(Code.REASON_REQUIRED, "有 {cleared.unexplained} 处决定保留而没有写理由：请补写后保存。")
def what_is_kept_has_a_reason(cleared: Cleared) -> bool: return cleared.unexplained == 0

@need(Code.CHECKLIST_UNMET, "另外要隐去的文字在稿中找不到：请照原文逐字填写。")
def what_is_added_is_there(said: Clearing, cleared: Cleared) -> bool:
    return all(any(each.strip() in text for text in (*cleared.texts, said.summary)) for each in said.added if each.strip())

@need(Code.CHECKLIST_UNMET, "选定公开的附件没有可以公开的副本：请打开公开审查单，从列出的副本中选。")
def what_is_attached_is_clean(said: Clearing, cleared: Cleared) -> bool: return set(said.attachments) <= cleared.copies

@need(Code.SAME_PERSON, "审查、批准和发布须由拟稿人以外的人办理（代行职务的，授权人和代行人都算）：请其他人员办理。")
def somebody_else_decides(cleared: Cleared, acting: Acting) -> bool: return not cleared.hands & acting.people

@need(Code.TOO_EARLY, "代表没有新的异议。")
def the_deputy_objects(cleared: Cleared) -> bool: return cleared.objected and not cleared.noted

@need(Code.TOO_EARLY, "公开的进展与现在一致。")
def it_has_moved_on(cleared: Cleared) -> bool: return cleared.moved_on
# fmt: on
