"""Needs of the arrangement of a year's days."""

from ..facts.acting import Clocks
from ..facts.days import Arranged, Reckoned
from ..facts.said import Arranging
from ..refusals import Code
from .need import need


FIRST, AHEAD = 1949, 2


# fmt: off
@need(Code.CHECKLIST_UNMET, "请填写哪一年：1949 年以后，最晚到后年。")
def the_year_is_near(said: Arranging, clocks: Clocks) -> bool: return FIRST <= said.year <= clocks.now.year + AHEAD

@need(Code.CHECKLIST_UNMET, "有读不懂的日子：放假每行写“2027-01-01 至 2027-01-03”（只放一天的写一个日子），调休上班每行写一个日子，都须在这一年里。请改正后再保存。")
def every_day_can_be_read(said: Arranging) -> bool: return said.is_plain

@need(Code.CHECKLIST_UNMET, "调休上班的须是周六、周日，并且不在放假的日子里；放假的起止不能颠倒、不能相互重叠。请对照原文核对。")
def the_days_agree(said: Arranging) -> bool: return not said.is_plain or said.agrees

@need(Code.CHECKLIST_UNMET, "请写明依据的文件名称或者文号。")
def it_says_where_it_was_published(said: Arranging) -> bool: return bool(said.source.strip())

@need(Code.TOO_EARLY, "没有新的安排替代它。")
def another_stands_in_its_place(arranged: Arranged) -> bool: return arranged.later

@need(Code.TOO_EARLY, "放假安排没有使这一件的期限变动。")
def days_fall_elsewhere(reckoned: Reckoned) -> bool: return reckoned.moves > 0
# fmt: on
