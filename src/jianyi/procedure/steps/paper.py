"""The paper: a reply to the deputy, or an opinion to the lead unit. Its desks are the unit's own rule (源 N4)."""

from ..actions import Action as A
from ..needs.between import the_reply_is_not_signed
from ..needs.division import the_division_gave_it_back
from ..needs.handling import (
    a_class_is_given,
    another_hand,
    every_co_opinion_is_adopted,
    every_desk_can_be_manned,
    every_desk_has_passed,
    every_point_is_answered,
    it_is_a_co_opinion,
    it_is_a_reply,
    less_than_the_whole_is_explained,
    no_opinion_is_quoted_that_must_not_be,
    the_deputy_was_contacted,
    the_deputy_was_met_at_the_level,
    the_proposer_is_hidden,
    the_proposer_is_known,
    the_task_is_over,
    this_text_was_read,
)
from ..needs.promise import (
    a_tracked_reply_promises,
    an_opinion_promises_nothing,
    every_basis_has_a_title,
    every_candidate_is_settled,
    every_promise_belongs_to_a_point,
    every_promise_is_whole,
    every_promise_lies_ahead,
    it_is_told_why_it_is_none,
    the_candidate_stands_in_the_text,
    the_divisions_are_of_the_house,
    the_promises_can_be_followed,
)
from ..needs.remark import every_remark_is_answered
from ..needs.said import a_reason
from ..needs.theme import (
    every_point_has_words_of_its_own,
    the_shared_paragraphs_are_as_they_stand,
    what_was_pledged_is_promised,
)
from ..needs.unit import (
    a_key_case_is_led,
    every_check_is_met,
    every_comment_is_addressed,
    the_deputy_saw_the_draft,
    the_leadership_agreed_to_this_text,
)
from ..words import (
    ANSWERING,
    Candidates as K,
    Capacity as C,
    ContactGate as G,
    DraftGate as D,
    Limit as L,
    Paper as P,
)
from .row import STAYS, step


DESK, OFFICER, PROCEDURE = C.AT_THE_DESK, C.CASE_OFFICER, C.THE_PROCEDURE
SENDERS = (OFFICER, C.UNIT_OFFICE)
PROPOSERS = (C.LEAD_DEPUTY, C.CO_SIGNER)
FITTING = (
    every_promise_belongs_to_a_point,
    the_promises_can_be_followed,
    the_divisions_are_of_the_house,
    an_opinion_promises_nothing,
)
PROMISED = (a_tracked_reply_promises, every_promise_is_whole, every_promise_lies_ahead)
WHOLE = (
    a_key_case_is_led,
    every_point_is_answered,
    every_point_has_words_of_its_own,
    a_class_is_given,
    *PROMISED,
    what_was_pledged_is_promised,
    every_basis_has_a_title,
    less_than_the_whole_is_explained,
    every_co_opinion_is_adopted,
    no_opinion_is_quoted_that_must_not_be,
    the_deputy_was_met_at_the_level,
    every_remark_is_answered,
)
LOOKED, SHARED = every_candidate_is_settled, the_shared_paragraphs_are_as_they_stand
DUE = (*ANSWERING, L.EXTENSION)
SIGNING = (
    the_leadership_agreed_to_this_text,
    another_hand,
    this_text_was_read,
    every_check_is_met,
    every_remark_is_answered,
    no_opinion_is_quoted_that_must_not_be,
    *PROMISED,
    every_point_has_words_of_its_own,
    what_was_pledged_is_promised,
)
SEEN = (every_comment_is_addressed, the_deputy_saw_the_draft)
OPEN = (P.DRAFTING, P.AT_DESK, P.CLEARED, P.SIGNED, P.TO_RELAY, P.OFFERED)

# fmt: off
STEPS = (
    step(A.WRITE,     P.DRAFTING, STAYS,      by=OFFICER, needs=FITTING, at_will=True, inside=True),
    step(A.WRITE,     P.AT_DESK,  STAYS,      by=DESK,    needs=FITTING, tells=OFFICER, at_will=True, inside=True),
    step(A.PRESENT,   P.DRAFTING, P.AT_DESK,  by=OFFICER, needs=(*WHOLE, the_deputy_was_contacted), warns=(every_desk_can_be_manned, LOOKED, SHARED), tells=DESK, only=(G.BLOCKS, K.WARNS), inside=True),
    step(A.PRESENT,   P.DRAFTING, P.AT_DESK,  by=OFFICER, needs=WHOLE, warns=(the_deputy_was_contacted, every_desk_can_be_manned, LOOKED, SHARED), tells=DESK, only=(G.WARNS, K.WARNS), inside=True),
    step(A.PRESENT,   P.DRAFTING, P.AT_DESK,  by=OFFICER, needs=(*WHOLE, the_deputy_was_contacted, LOOKED), warns=(every_desk_can_be_manned, SHARED), tells=DESK, only=(G.BLOCKS, K.BLOCKS), inside=True),
    step(A.PRESENT,   P.DRAFTING, P.AT_DESK,  by=OFFICER, needs=(*WHOLE, LOOKED), warns=(the_deputy_was_contacted, every_desk_can_be_manned, SHARED), tells=DESK, only=(G.WARNS, K.BLOCKS), inside=True),
    step(A.STRIKE,    P.DRAFTING, STAYS,      by=OFFICER, needs=(the_candidate_stands_in_the_text, it_is_told_why_it_is_none), at_will=True, inside=True),
    step(A.PASS,      P.AT_DESK,  STAYS,      by=DESK,    needs=(another_hand, this_text_was_read), inside=True),
    step(A.SEND_BACK, P.AT_DESK,  P.DRAFTING, by=DESK,    needs=a_reason,         tells=OFFICER, at_will=True, inside=True),
    step(A.CLEAR,     P.AT_DESK,  P.CLEARED,  by=PROCEDURE, needs=every_desk_has_passed, tells=C.SIGNER, inside=True),
    step(A.SEND_BACK, P.CLEARED,  P.DRAFTING, by=C.SIGNER, needs=a_reason,        tells=OFFICER, at_will=True, inside=True),
    step(A.SIGN,      P.CLEARED,  P.SIGNED,   by=C.SIGNER, needs=(*SIGNING, *SEEN), tells=SENDERS, only=D.BLOCKS, inside=True),
    step(A.SIGN,      P.CLEARED,  P.SIGNED,   by=C.SIGNER, needs=SIGNING, warns=SEEN, tells=SENDERS, only=D.WARNS, inside=True),
    step(A.SEND,      P.SIGNED,   P.SENT,     by=SENDERS, needs=(it_is_a_reply, the_proposer_is_known),  ends=DUE, tells=PROPOSERS),
    step(A.SEND,      P.SIGNED,   P.TO_RELAY, by=SENDERS, needs=(it_is_a_reply, the_proposer_is_hidden), ends=DUE, tells=C.CONGRESS_OFFICE),
    step(A.SEND,      P.SIGNED,   P.OFFERED,  by=SENDERS, needs=it_is_a_co_opinion,                      ends=DUE, tells=C.LEAD_UNIT),
    step(A.RELAY,     P.TO_RELAY, P.SENT,     by=C.CONGRESS_OFFICE,               tells=PROPOSERS),
    step(A.ADOPT,     P.OFFERED,  P.ADOPTED,  by=C.LEAD_UNIT, needs=the_reply_is_not_signed, tells=OFFICER),
    step(A.ASK_AGAIN, P.OFFERED,  P.DRAFTING, by=C.LEAD_UNIT, needs=(the_reply_is_not_signed, a_reason), starts=L.CO_AGAIN, tells=(OFFICER, C.UNIT_OFFICE), at_will=True),
    step(A.REDRAFT,   (P.AT_DESK, P.CLEARED), P.DRAFTING, by=PROCEDURE, needs=the_division_gave_it_back, inside=True),
    step(A.VOID,      OPEN,       P.VOID,     by=PROCEDURE, needs=the_task_is_over, inside=True),
)
# fmt: on
