"""The monthly circular (源 H1, W3; forms F22; stories S10.3, S10.5): facts frozen, words added, approved by another, issued, read.

Until it is presented its facts may be drawn anew; from then on nothing in it moves. Nobody it goes to sees it before it is
issued. What it pushes forward is followed until it is done, and the next circular tells what became of it.
"""

from ..actions import Action as A
from ..needs.circular import (
    every_pushed_item_has_its_house,
    every_pushed_item_is_of_its_tasks,
    every_pushed_item_is_short,
    every_pushed_item_is_whole,
    every_pushed_number_is_of_one_suggestion,
    it_asks_for_something,
    it_is_of_something,
    it_says_what_was_done,
    it_was_issued,
    it_was_withdrawn,
    its_meeting_is_of_the_house,
    its_month_has_no_other,
    somebody_else_approves_it,
    somebody_will_read_it,
    something_is_pushed,
    the_day_has_come,
    what_is_pushed_still_fits,
)
from ..needs.said import a_reason
from ..words import Addressee as D, Capacity as C, Circular as T, Limit as L, Push as P
from .row import STAYS, step


ISSUER, APPROVER, READER, PROCEDURE = C.ISSUER, C.APPROVER, C.ADDRESSEE, C.THE_PROCEDURE
DRAWN = (the_day_has_come, its_meeting_is_of_the_house)
PUSHED = (
    every_pushed_item_is_whole,
    every_pushed_item_is_short,
    every_pushed_item_is_of_its_tasks,
    every_pushed_number_is_of_one_suggestion,
    every_pushed_item_has_its_house,
)
WHOLE = (
    it_is_of_something,
    somebody_will_read_it,
    something_is_pushed,
    what_is_pushed_still_fits,
    it_asks_for_something,
)

# fmt: off
STEPS = (
    step(A.DRAW,      T.NEW,       T.DRAFTED,   by=ISSUER,   needs=DRAWN),
    step(A.PRESENT,   T.DRAFTED,   T.PRESENTED, by=ISSUER,   needs=WHOLE, tells=APPROVER),
    step(A.DRAW,      T.DRAFTED,   STAYS,       by=ISSUER,   needs=DRAWN, at_will=True),
    step(A.WRITE,     T.DRAFTED,   STAYS,       by=ISSUER,   needs=PUSHED, at_will=True),
    step(A.APPROVE,   T.PRESENTED, T.APPROVED,  by=APPROVER, needs=somebody_else_approves_it, tells=ISSUER),
    step(A.SEND_BACK, T.PRESENTED, T.DRAFTED,   by=APPROVER, needs=a_reason, tells=ISSUER, at_will=True),
    step(A.SIGN,      T.APPROVED,  T.ISSUED,    by=ISSUER,   needs=its_month_has_no_other),
    step(A.WITHDRAW,  (T.DRAFTED, T.PRESENTED, T.APPROVED), T.WITHDRAWN, by=ISSUER, needs=a_reason, tells=APPROVER, at_will=True),
    step(A.WITHDRAW,  T.ISSUED,    T.WITHDRAWN, by=APPROVER, needs=a_reason, tells=ISSUER, at_will=True),

    step(A.SEND,      D.NEW,       D.SENT,      by=PROCEDURE, needs=it_was_issued, tells=READER),
    step(A.READ,      D.SENT,      D.READ,      by=READER),
    step(A.LAPSE,     (D.SENT, D.READ), D.LAPSED, by=PROCEDURE, needs=it_was_withdrawn, tells=READER),

    step(A.TAKE_EFFECT, P.NEW,     P.OPEN,      by=PROCEDURE, needs=it_was_issued, starts=L.PUSH, tells=READER),
    step(A.REACH,     P.OPEN,      P.DONE,      by=READER,    needs=it_says_what_was_done, ends=L.PUSH, tells=ISSUER),
    step(A.SEND_BACK, P.DONE,      P.OPEN,      by=ISSUER,    needs=a_reason, reverts=L.PUSH, tells=READER, at_will=True),
    step(A.LAPSE,     (P.OPEN, P.DONE), P.LAPSED, by=PROCEDURE, needs=it_was_withdrawn, ends=L.PUSH),
)
# fmt: on
