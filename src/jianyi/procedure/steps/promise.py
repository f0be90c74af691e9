"""Promises and their ledger: from the reply that is sent to what the deputy has confirmed (源 H6; SH15 22; CQ17 24; stories S7).

Whoever reports a promise as kept does not verify it; nothing is struck off before the deputy has had the last word; what
cannot be kept is explained by the principal alone, and the day that was promised stays on record."""

from ..actions import Action as A
from ..needs.promise import (
    a_day_is_named,
    every_promise_is_settled,
    fulfilment_is_accepted,
    fulfilment_is_graded,
    fulfilment_is_refused,
    it_is_given_up,
    it_is_told_why_it_is_open,
    its_reply_is_out,
    its_reply_is_replaced,
    progress_is_told,
    somebody_else_signs,
    somebody_else_signs_the_change,
    somebody_else_verifies,
    the_change_is_explained,
    the_end_of_the_term_is_known,
    the_new_day_lies_ahead,
    the_refusal_is_explained,
    the_second_reply_is_written,
    there_is_a_response,
    there_is_proof,
)
from ..needs.said import a_reason, run_out
from ..words import Capacity as C, Ledger as B, Limit as L, Promise as P
from .row import STAYS, step


PROCEDURE, OFFICER, UNIT, DEPUTY = C.THE_PROCEDURE, C.CASE_OFFICER, C.UNIT_OFFICE, C.LEAD_DEPUTY
PROPOSERS = (DEPUTY, C.CO_SIGNER)
HOUSE = (OFFICER, UNIT)
CHANGED = (*PROPOSERS, *HOUSE, C.CONGRESS_OFFICE)
STILL_OPEN = (P.MADE, P.CHANGING, P.REPORTED, P.VERIFIED)
OPEN = (P.NEW, *STILL_OPEN)
BOTH = (L.PROMISE, L.CONFIRM_PROMISE)
FOLLOWED = (B.NEW, B.OPEN, B.SETTLED, B.PREPARED, B.ANSWERED)

# fmt: off
STEPS = (
    step(A.BIND,      P.NEW,      P.MADE,       by=PROCEDURE, needs=its_reply_is_out, starts=L.PROMISE, tells=OFFICER),
    step(A.REACH,     P.MADE,     P.REPORTED,   by=OFFICER,   needs=there_is_proof, ends=L.PROMISE, tells=UNIT, inside=True),
    step(A.SEND_BACK, P.REPORTED, P.MADE,       by=UNIT,      needs=(somebody_else_verifies, a_reason), reverts=L.PROMISE, tells=OFFICER, at_will=True, inside=True),
    step(A.VERIFY,    P.REPORTED, P.VERIFIED,   by=UNIT,      needs=somebody_else_verifies, starts=L.CONFIRM_PROMISE, tells=(*PROPOSERS, OFFICER)),
    step(A.CONFIRM,   P.VERIFIED, P.KEPT,       by=DEPUTY,    ends=BOTH, tells=HOUSE),
    step(A.DISPUTE,   P.VERIFIED, P.MADE,       by=DEPUTY,    needs=a_reason, ends=L.CONFIRM_PROMISE, reverts=L.PROMISE, tells=(*HOUSE, C.SIGNER)),
    step(A.LAPSE,     P.VERIFIED, P.UNANSWERED, by=PROCEDURE, needs=run_out(L.CONFIRM_PROMISE), ends=BOTH, tells=(DEPUTY, *HOUSE)),
    step(A.CHANGE,    P.MADE,     P.CHANGING,   by=OFFICER,   needs=(the_change_is_explained, the_new_day_lies_ahead), tells=C.PRINCIPAL, at_will=True, inside=True),
    step(A.SIGN,      P.CHANGING, P.MADE,       by=C.PRINCIPAL, needs=(a_day_is_named, somebody_else_signs_the_change), tells=CHANGED),
    step(A.SIGN,      P.CHANGING, P.UNKEPT,     by=C.PRINCIPAL, needs=(it_is_given_up, somebody_else_signs_the_change), ends=L.PROMISE, tells=CHANGED),
    step(A.DROP,      P.CHANGING, P.MADE,       by=(C.PRINCIPAL, OFFICER), tells=HOUSE, at_will=True, inside=True),
    step(A.EXPLAIN,   STILL_OPEN, STAYS,        by=OFFICER,   needs=(the_end_of_the_term_is_known, it_is_told_why_it_is_open), tells=(*PROPOSERS, UNIT, C.CONGRESS_OFFICE), at_will=True),
    step(A.LAPSE,     OPEN,       P.LAPSED,     by=PROCEDURE, needs=its_reply_is_replaced, ends=BOTH, tells=(DEPUTY, OFFICER)),

    step(A.BIND,         B.NEW,      B.OPEN,      by=PROCEDURE, needs=its_reply_is_out, starts=L.PROGRESS, tells=(DEPUTY, OFFICER)),
    step(A.TELL,         B.OPEN,     STAYS,       by=OFFICER,   needs=progress_is_told, ends=L.PROGRESS, starts=L.PROGRESS, tells=(*PROPOSERS, C.CONGRESS_OFFICE)),
    step(A.RESPOND,      (B.OPEN, B.SETTLED), STAYS, by=PROPOSERS, needs=there_is_a_response, tells=HOUSE, at_will=True),
    step(A.SETTLE,       B.OPEN,     B.SETTLED,   by=PROCEDURE, needs=every_promise_is_settled, ends=L.PROGRESS, tells=OFFICER),
    step(A.ANSWER_AGAIN, B.SETTLED,  B.PREPARED,  by=OFFICER,   needs=the_second_reply_is_written, tells=C.SIGNER, inside=True),
    step(A.SEND_BACK,    B.PREPARED, B.SETTLED,   by=C.SIGNER,  needs=a_reason, tells=OFFICER, at_will=True, inside=True),
    step(A.SIGN,         B.PREPARED, B.ANSWERED,  by=C.SIGNER,  needs=somebody_else_signs, starts=L.FULFILMENT, tells=(*PROPOSERS, *HOUSE)),
    step(A.RATE,         B.ANSWERED, B.CONFIRMED, by=DEPUTY,    needs=(fulfilment_is_graded, fulfilment_is_accepted), ends=L.FULFILMENT, tells=(*HOUSE, C.CONGRESS_OFFICE)),
    step(A.RATE,         B.ANSWERED, B.HELD,      by=DEPUTY,    needs=(fulfilment_is_graded, fulfilment_is_refused, the_refusal_is_explained), ends=L.FULFILMENT, tells=(*HOUSE, C.SIGNER, C.CONGRESS_OFFICE)),
    step(A.LAPSE,        B.ANSWERED, B.UNANSWERED, by=PROCEDURE, needs=run_out(L.FULFILMENT), ends=L.FULFILMENT, tells=(DEPUTY, *HOUSE)),
    step(A.LAPSE,        FOLLOWED,   B.LAPSED,    by=PROCEDURE, needs=its_reply_is_replaced, ends=(L.PROGRESS, L.FULFILMENT), tells=OFFICER),
)
# fmt: on
