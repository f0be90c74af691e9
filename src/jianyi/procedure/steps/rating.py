"""The rating: one sheet for every sent reply and rater; and what co-signers tell the lead (SD17 23, CQ17 29)."""

from ..actions import Action as A
from ..needs.rating import (
    a_reminder_is_due,
    both_questions_are_answered,
    dissatisfaction_is_explained,
    its_reply_is_void,
    nothing_else_is_answered,
    the_deputy_is_content,
    the_deputy_is_not_content,
    the_deputy_is_still_not_content,
    the_reply_is_delivered,
    the_sheet_is_open,
    the_time_to_rate_is_over,
    there_is_a_view,
)
from ..needs.said import a_reason
from ..words import Capacity as C, Limit as L, Rating as Z, Rehandle, View
from .row import STAYS, step


PROCEDURE, RATER, BODY = C.THE_PROCEDURE, C.RATER, C.HAND_OVER_BODY
BOTH = (L.RATING, L.RATING_GRACE)
RATING = (both_questions_are_answered, dissatisfaction_is_explained, nothing_else_is_answered)
TOLD = (RATER, C.UNIT_OFFICE, C.CASE_OFFICER)

# fmt: off
STEPS = (
    step(A.INVITE,       Z.NEW,          Z.AWAITED,      by=PROCEDURE, needs=the_reply_is_delivered, starts=L.RATING, tells=RATER),
    step(A.RATE,         Z.AWAITED,      Z.RATED,        by=RATER,     needs=RATING, ends=BOTH),
    step(A.REMIND,       Z.AWAITED,      STAYS,          by=PROCEDURE, needs=a_reminder_is_due, ends=L.RATING, starts=L.RATING_GRACE, tells=RATER),
    step(A.LAPSE,        Z.AWAITED,      Z.LAPSED,       by=PROCEDURE, needs=the_time_to_rate_is_over, ends=BOTH, tells=RATER),
    step(A.SETTLE,       Z.RATED,        Z.CONTENT,      by=PROCEDURE, needs=the_deputy_is_content,     tells=C.CASE_OFFICER),
    step(A.ALERT,        Z.RATED,        Z.DISSATISFIED, by=PROCEDURE, needs=the_deputy_is_not_content, starts=L.STUDY, tells=(BODY, C.SIGNER)),
    step(A.ESCALATE,     Z.RATED,        Z.ESCALATED,    by=PROCEDURE, needs=the_deputy_is_still_not_content, tells=(BODY, C.SIGNER)),
    step(A.HANDLE_AGAIN, Z.DISSATISFIED, Z.REHANDLED,    by=BODY,      needs=a_reason, ends=L.STUDY, tells=TOLD, only=Rehandle.DECIDED),
    step(A.HANDLE_AGAIN, Z.DISSATISFIED, Z.REHANDLED,    by=PROCEDURE, ends=L.STUDY, tells=TOLD,                 only=Rehandle.AUTOMATIC),
    step(A.UPHOLD,       Z.DISSATISFIED, Z.UPHELD,       by=BODY,      needs=a_reason, ends=L.STUDY, tells=TOLD, only=Rehandle.DECIDED),
    step(A.VOID,         (Z.NEW, Z.AWAITED), Z.VOID,     by=PROCEDURE, needs=its_reply_is_void, ends=BOTH),

    step(A.GIVE,         View.NEW,       View.GIVEN,     by=C.CO_SIGNER, needs=(the_sheet_is_open, there_is_a_view), tells=C.LEAD_DEPUTY),
)
# fmt: on
