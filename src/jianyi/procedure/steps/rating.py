"""The rating: one sheet for every sent reply and rater; and what co-signers tell the lead (SD17 23, CQ17 29).

It is collected by the congress's side alone: in the deputy's session, by a link that the office makes, or from a paper form
that the office enters. What was entered for a deputy counts when he has said so, or has let the time go by."""

from ..actions import Action as A
from ..needs.rating import (
    a_link_is_shown,
    a_reminder_is_due,
    dissatisfaction_is_explained,
    every_axis_is_graded,
    its_reply_is_void,
    nothing_else_is_answered,
    the_day_on_the_form_fits,
    the_deputy_is_content,
    the_deputy_is_not_content,
    the_deputy_is_still_not_content,
    the_link_has_not_run_out,
    the_link_is_of_this_device,
    the_link_is_the_last_one,
    the_reply_is_delivered,
    the_scan_is_attached,
    the_sheet_is_open,
    the_time_to_check_is_over,
    the_time_to_rate_is_over,
    there_is_a_view,
)
from ..needs.said import a_reason
from ..words import Capacity as C, Limit as L, Rating as Z, Rehandle, View
from .row import STAYS, step


PROCEDURE, RATER, BODY, OFFICE = C.THE_PROCEDURE, C.RATER, C.HAND_OVER_BODY, C.CONGRESS_OFFICE
BOTH = (L.RATING, L.RATING_GRACE)
RATING = (every_axis_is_graded, dissatisfaction_is_explained, nothing_else_is_answered)
LINKED = (the_link_is_the_last_one, the_link_has_not_run_out, the_link_is_of_this_device)
ON_PAPER = (*RATING, the_day_on_the_form_fits, the_scan_is_attached)
TOLD = (RATER, C.UNIT_OFFICE, C.CASE_OFFICER)

# fmt: off
STEPS = (
    step(A.INVITE,       Z.NEW,          Z.AWAITED,      by=PROCEDURE, needs=the_reply_is_delivered, starts=L.RATING, tells=RATER),
    step(A.RATE,         Z.AWAITED,      Z.RATED,        by=RATER,     needs=(*LINKED, *RATING), ends=BOTH),
    step(A.ISSUE_LINK,   Z.AWAITED,      STAYS,          by=OFFICE,    tells=RATER, at_will=True),
    step(A.OPEN_LINK,    Z.AWAITED,      STAYS,          by=RATER,     needs=(a_link_is_shown, *LINKED), at_will=True),
    step(A.ENTER,        Z.AWAITED,      Z.ENTERED,      by=OFFICE,    needs=ON_PAPER, ends=BOTH, starts=L.CHECK_ENTRY, tells=RATER, at_will=True),
    step(A.CONFIRM,      Z.ENTERED,      Z.RATED,        by=RATER,     ends=L.CHECK_ENTRY),
    step(A.DISPUTE,      Z.ENTERED,      Z.AWAITED,      by=RATER,     needs=a_reason, ends=L.CHECK_ENTRY, starts=L.RATING, tells=OFFICE),
    step(A.COUNT,        Z.ENTERED,      Z.RATED,        by=PROCEDURE, needs=the_time_to_check_is_over, ends=L.CHECK_ENTRY, tells=RATER),
    step(A.REMIND,       Z.AWAITED,      STAYS,          by=PROCEDURE, needs=a_reminder_is_due, ends=L.RATING, starts=L.RATING_GRACE, tells=RATER),
    step(A.LAPSE,        Z.AWAITED,      Z.LAPSED,       by=PROCEDURE, needs=the_time_to_rate_is_over, ends=BOTH, tells=RATER),
    step(A.SETTLE,       Z.RATED,        Z.CONTENT,      by=PROCEDURE, needs=the_deputy_is_content,     tells=C.CASE_OFFICER),
    step(A.ALERT,        Z.RATED,        Z.DISSATISFIED, by=PROCEDURE, needs=the_deputy_is_not_content, starts=L.STUDY, tells=(BODY, C.SIGNER)),
    step(A.ESCALATE,     Z.RATED,        Z.ESCALATED,    by=PROCEDURE, needs=the_deputy_is_still_not_content, tells=(BODY, C.SIGNER)),
    step(A.HANDLE_AGAIN, Z.DISSATISFIED, Z.REHANDLED,    by=BODY,      needs=a_reason, ends=L.STUDY, tells=TOLD, only=Rehandle.DECIDED),
    step(A.HANDLE_AGAIN, Z.DISSATISFIED, Z.REHANDLED,    by=PROCEDURE, ends=L.STUDY, tells=TOLD,                 only=Rehandle.AUTOMATIC),
    step(A.UPHOLD,       Z.DISSATISFIED, Z.UPHELD,       by=BODY,      needs=a_reason, ends=L.STUDY, tells=TOLD, only=Rehandle.DECIDED),
    step(A.VOID,         (Z.NEW, Z.AWAITED, Z.ENTERED), Z.VOID, by=PROCEDURE, needs=its_reply_is_void, ends=(*BOTH, L.CHECK_ENTRY)),

    step(A.GIVE,         View.NEW,       View.GIVEN,     by=C.CO_SIGNER, needs=(the_sheet_is_open, there_is_a_view), tells=C.LEAD_DEPUTY),
)
# fmt: on
