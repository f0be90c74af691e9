"""A reply that leaves without a co-unit's opinion: asked by the unit that answers, decided by the body that handed over.

No article says who may let it go on; the body that handed the case to both is the one that can. The opinion that comes
after all is still adopted until the reply is signed (源 N7)."""

from ..actions import Action as A
from ..needs.between import (
    nobody_has_asked_to_go_on,
    nobody_waits_for_it,
    the_opinion_is_late,
    the_opinion_is_missing,
    the_opinion_is_owed,
    the_reply_is_not_signed,
    what_was_tried_is_told,
)
from ..needs.handling import the_task_goes_on, the_task_is_over
from ..needs.said import a_reason
from ..words import Capacity as C, Waiver as V
from .row import step


PROCEDURE, BODY, UNIT, OFFICER = C.THE_PROCEDURE, C.HAND_OVER_BODY, C.UNIT_OFFICE, C.CASE_OFFICER
ASKING = (
    the_task_goes_on,
    the_reply_is_not_signed,
    the_opinion_is_owed,
    the_opinion_is_missing,
    nobody_has_asked_to_go_on,
    the_opinion_is_late,
    what_was_tried_is_told,
)
OPEN = (V.ASKED, V.GRANTED)

# fmt: off
STEPS = (
    step(A.ASK,    V.NEW,   V.ASKED,   by=(OFFICER, UNIT), needs=ASKING, tells=(BODY, C.CO_UNIT)),
    step(A.GRANT,  V.ASKED, V.GRANTED, by=BODY, needs=(the_task_goes_on, the_opinion_is_missing), tells=(OFFICER, UNIT, C.CO_UNIT, C.LEAD_DEPUTY)),
    step(A.REFUSE, V.ASKED, V.REFUSED, by=BODY, needs=a_reason, tells=(OFFICER, UNIT, C.CO_UNIT)),
    step(A.RECALL, V.ASKED, V.DROPPED, by=(OFFICER, UNIT), tells=(BODY, C.CO_UNIT), at_will=True),
    step(A.LAPSE,  OPEN,    V.LAPSED,  by=PROCEDURE, needs=nobody_waits_for_it),
    step(A.LAPSE,  OPEN,    V.LAPSED,  by=PROCEDURE, needs=the_task_is_over),
)
# fmt: on
