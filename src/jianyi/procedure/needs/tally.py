"""Needs of the lists that the rhythm of a unit brings."""

from ..facts.acting import Clocks
from ..facts.rhythm import Beating
from ..refusals import Code
from .need import need


# fmt: off
@need(Code.TOO_EARLY, "这一天还没有到：到日由平台自动取数。")
def its_day_has_come(beating: Beating, clocks: Clocks) -> bool: return beating.at is not None and clocks.now >= beating.at
# fmt: on
