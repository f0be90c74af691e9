"""Needs of remarks on a draft, and of the paper that they may hold up."""

from ..facts.remarks import Passages, Remarked
from ..facts.said import Answering, Remarking
from ..refusals import Code
from .need import need


# fmt: off
@need(Code.TOO_EARLY, "稿件还没有存成一稿：请经办人先存稿，再批注。")
def there_is_a_text_to_remark_on(passages: Passages) -> bool: return passages.edition > 0

@need(Code.TOO_LATE, "稿件已经签发或者作废，批注随之结束：还有意见的，请与经办人商量。")
def the_paper_is_open_to_remarks(passages: Passages) -> bool: return not passages.gone

@need(Code.CHANGED_MEANWHILE, "稿件在您阅看后又有改动（现为第 {passages.edition} 稿）：请看过新稿再批注。")
def the_text_read_is_the_present_one(passages: Passages, said: Remarking) -> bool: return said.digest in ("", passages.digest)

@need(Code.REASON_REQUIRED, "请写明批注的内容，以便经办人修改。")
def the_remark_is_written(said: Remarking) -> bool: return bool(said.note.strip())

@need(Code.CHECKLIST_UNMET, "请选定针对全文，或者针对本件的哪一条诉求。")
def its_point_is_of_the_case(passages: Passages, said: Remarking) -> bool: return said.point in passages.texts

@need(Code.CHECKLIST_UNMET, "所引的文字在这一稿的相应部分里找不到：请从稿件原样摘录，或者不引原文。")
def its_passage_stands_in_the_text(passages: Passages, said: Remarking) -> bool: return passages.hold(said.point, said.passage)

@need(Code.REASON_REQUIRED, "请写明怎样修改了，或者为何不改，再回应。")
def the_answer_is_written(said: Answering) -> bool: return bool(said.answer.strip())

@need(Code.TOO_EARLY, "稿件还没有签发。")
def the_paper_has_gone(passages: Passages) -> bool: return passages.gone

@need(Code.CHECKLIST_UNMET, "本单位规定批注都回应后才能送审、签发，还有 {remarked.open} 条没有回应（{remarked.told}）：请经办人{remarked.officer}逐条回应，写明怎样修改或者为何不改；批注人也可以撤回。")
def every_remark_is_answered(remarked: Remarked) -> bool: return not remarked.open
# fmt: on
