"""Needs of a golden idea: that the deputy lets its record stand, and that what becomes of it is said."""

from ..facts.ideas import Noted
from ..facts.said import Landing, SettingAside, Studying
from ..refusals import Code
from ..words import Contact as K
from .need import need


# fmt: off
@need(Code.TOO_EARLY, "代表还没有确认这次沟通。")
def its_contact_stands(noted: Noted) -> bool: return noted.contact in (K.CONFIRMED, K.UNANSWERED)

@need(Code.TOO_EARLY, "代表对这次沟通没有异议。")
def its_contact_is_disputed(noted: Noted) -> bool: return noted.contact is K.DISPUTED

@need(Code.REASON_REQUIRED, "请写明由谁研究、何时有结果，代表会看到。")
def how_it_is_studied_is_said(said: Studying) -> bool: return bool(said.reason.strip())

@need(Code.CHECKLIST_UNMET, "请写明采纳后列入哪一项计划、工程或者工作，代表会看到。")
def where_it_goes_is_said(said: Landing) -> bool: return bool(said.title.strip())

@need(Code.REASON_REQUIRED, "请写明暂不采纳的理由，代表会看到。")
def why_it_is_set_aside_is_said(said: SettingAside) -> bool: return bool(said.reason.strip())
# fmt: on
