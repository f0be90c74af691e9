"""Needs of what a house notes on a row of its register."""

from ..facts.said import Jotting
from ..refusals import Code
from .need import need


# fmt: off
@need(Code.REASON_REQUIRED, "请写明备注的内容；不再需要的备注，请清除。")
def the_note_says_something(said: Jotting) -> bool: return bool(said.text.strip())
# fmt: on
