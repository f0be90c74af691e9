"""What the leadership of a unit decided about a text, and about that text alone (源 G3; stories S9.4)."""

from ..actions import Action as A
from ..needs.unit import (
    it_is_not_signed,
    the_meeting_is_described,
    the_meeting_read_this_text,
    there_is_a_text_to_decide_on,
)
from ..words import Capacity as C, Collective as D
from .row import step


# fmt: off
STEPS = (
    step(A.DECIDE, D.NEW, D.DECIDED, by=C.UNIT_OFFICE, needs=(there_is_a_text_to_decide_on, it_is_not_signed, the_meeting_is_described, the_meeting_read_this_text), tells=(C.CASE_OFFICER, C.SIGNER), inside=True),
)
# fmt: on
