"""More time for a reply: only what is wide or difficult, once, under the ceiling (代 51; stories S5.3, S5.4)."""

from ..actions import Action as A
from ..needs.handling import the_task_goes_on, the_task_has_come, the_task_is_over
from ..needs.said import a_reason, in_time
from ..needs.unit import (
    a_later_day_is_asked,
    a_later_day_is_granted,
    it_asks_no_more_than_the_ceiling,
    it_grants_no_more_than_the_ceiling,
    it_is_in_the_first_round,
    it_is_not_answered_yet,
    it_is_wide_or_difficult,
    it_replies,
    it_says_where,
    it_was_not_extended,
    no_extension_is_open,
    the_deputies_have_been_told,
    the_request_is_whole,
)
from ..words import Capacity as C, Extension as X, Limit as L
from .row import step


PROCEDURE, UNIT, BODY = C.THE_PROCEDURE, C.UNIT_OFFICE, C.HAND_OVER_BODY
TIMELY = (in_time(L.EXTENSION), in_time(L.REPLY))
ASKING = (
    the_task_has_come,
    it_replies,
    it_was_not_extended,
    no_extension_is_open,
    the_task_goes_on,
    it_is_not_answered_yet,
    it_is_in_the_first_round,
    *TIMELY,
    it_is_wide_or_difficult,
    it_says_where,
    it_asks_no_more_than_the_ceiling,
    a_later_day_is_asked,
    the_request_is_whole,
    the_deputies_have_been_told,
)
GRANTING = (
    the_task_goes_on,
    it_is_not_answered_yet,
    it_grants_no_more_than_the_ceiling,
    a_later_day_is_granted,
)
TOLD = (UNIT, C.CASE_OFFICER, C.LEAD_DEPUTY, C.CO_SIGNER)

# fmt: off
STEPS = (
    step(A.ASK,     X.NEW,      X.PREPARED, by=UNIT,          needs=ASKING, tells=C.UNIT_LEADER, inside=True),
    step(A.APPROVE, X.PREPARED, X.ASKED,    by=C.UNIT_LEADER, needs=(*TIMELY, the_task_goes_on), starts=L.DECIDE_EXTENSION, tells=BODY),
    step(A.DROP,    X.PREPARED, X.DROPPED,  by=(C.UNIT_LEADER, UNIT), tells=UNIT, at_will=True, inside=True),
    step(A.GRANT,   X.ASKED,    X.GRANTED,  by=BODY,          needs=GRANTING, ends=(L.DECIDE_EXTENSION, L.EXTENSION), tells=TOLD),
    step(A.REFUSE,  X.ASKED,    X.REFUSED,  by=BODY,          needs=a_reason, ends=L.DECIDE_EXTENSION, tells=(UNIT, C.CASE_OFFICER)),
    step(A.LAPSE,   (X.PREPARED, X.ASKED), X.DROPPED, by=PROCEDURE, needs=the_task_is_over, ends=L.DECIDE_EXTENSION),
)
# fmt: on
