"""Needs of a change of term: the terms themselves, their sittings, and the mandates that end with them."""

from ..facts.cases import Draft
from ..facts.parties import Terms
from ..facts.said import Convening, Lasting
from ..refusals import Code
from .need import need


# fmt: off
@need(Code.CHECKLIST_UNMET, "请写明第几届、任期自哪一天起；任期届满之日须在起始之日以后，不知道的可以不填。")
def the_term_is_described(said: Lasting) -> bool:
    return said.nth > 0 and said.since is not None and (said.until is None or said.until > said.since)

@need(Code.CHECKLIST_UNMET, "现在是第 {terms.running} 届，新启用的须是第 {terms.next} 届：请核对届次。")
def it_comes_next(said: Lasting, terms: Terms) -> bool: return terms.first or said.nth == terms.next

@need(Code.CHECKLIST_UNMET, "届次启用后不能改号，只能改任期：请照第 {terms.nth} 届填写。")
def it_keeps_its_number(said: Lasting, terms: Terms) -> bool: return said.nth == terms.nth

@need(Code.TOO_EARLY, "已有本届：新一届由议案建议处或者系统管理员启用。")
def it_is_the_first(terms: Terms) -> bool: return terms.first

@need(Code.TOO_EARLY, "新一届还没有启用。")
def its_term_is_over(terms: Terms) -> bool: return terms.nth < terms.running

@need(Code.CHECKLIST_UNMET, "现在是第 {terms.running} 届，会次须属于本届：换届的，请先启用新一届，再启用它的第一次会议。")
def it_is_of_this_term(said: Convening, terms: Terms) -> bool: return terms.first or said.term == terms.running

@need(Code.TOO_EARLY, "现在没有启用的会次，提出的建议还不能编号：草稿已经保留，新的会次启用后即可提交。")
def there_is_a_sitting(draft: Draft) -> bool: return draft.sitting_open
# fmt: on
