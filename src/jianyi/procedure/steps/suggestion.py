"""The suggestion: from the deputy's desk to the archive (domain.md §3.2 rows 1–8, 17–22, 25)."""

from ..actions import Action as A
from ..needs.cases import (
    a_class_needs_tracking,
    a_handling_begins_again,
    a_sheet_is_escalated,
    another_is_merged_into_it,
    every_dissatisfaction_is_decided,
    every_escalation_is_over,
    every_named_unit_is_in_use,
    every_reply_is_in,
    every_separate_part_has_its_scope,
    every_sheet_is_back,
    how_it_was_received,
    it_is_between_sittings,
    it_is_in_a_sitting,
    no_class_needs_tracking,
    no_unit_is_named_twice,
    nobody_is_named_who_must_not_be,
    nothing_is_lacking,
    the_attachments_are_few_enough,
    the_paper_is_entered_whole,
    the_proposed_units_fit,
    the_review_is_clear,
    the_seat_is_held,
    the_title_is_short_enough,
    the_units_fit,
    the_withdrawal_is_granted,
)
from ..needs.said import a_reason, a_reason_not_to_take_it, a_reason_to_merge, another_case, run_out
from ..needs.term import there_is_a_sitting
from ..needs.unit import ANSWERABLE, it_is_key, it_is_of_no_topic, the_meeting_has_decided
from ..words import Capacity as C, DelegationReview as R, Limit as L, Suggestion as S
from .row import STAYS, step


OFFICE, PROCEDURE = C.CONGRESS_OFFICE, C.THE_PROCEDURE
WHOLE = (the_seat_is_held, there_is_a_sitting, nothing_is_lacking, the_title_is_short_enough)
ENTERED = (
    the_seat_is_held,
    there_is_a_sitting,
    the_paper_is_entered_whole,
    how_it_was_received,
    the_attachments_are_few_enough,
)
PROPOSED = (
    no_unit_is_named_twice,
    the_proposed_units_fit,
    every_separate_part_has_its_scope,
    every_named_unit_is_in_use,
)
DECIDED = (every_sheet_is_back, every_dissatisfaction_is_decided)
SIGNERS = (C.LEAD_DEPUTY, C.CO_SIGNER)
UNANSWERED = (S.AT_DELEGATION, S.SUBMITTED, S.REGISTERED, S.PROPOSED, S.HANDED_OVER)

# fmt: off
STEPS = (
    step(A.WRITE,       S.DRAFT,         STAYS,           by=C.LEAD_DEPUTY, needs=(the_seat_is_held, the_attachments_are_few_enough), at_will=True),
    step(A.DISCARD,     S.DRAFT,         S.WITHDRAWN,     by=C.LEAD_DEPUTY, at_will=True),
    step(A.SUBMIT,      S.DRAFT,         S.AT_DELEGATION, by=C.LEAD_DEPUTY, needs=(it_is_in_a_sitting, *WHOLE),     starts=L.HAND_OVER, tells=C.DELEGATION, only=R.IN_SITTING),
    step(A.SUBMIT,      S.DRAFT,         S.SUBMITTED,     by=C.LEAD_DEPUTY, needs=(it_is_between_sittings, *WHOLE), starts=L.HAND_OVER, tells=OFFICE,       only=R.IN_SITTING),
    step(A.SUBMIT,      S.DRAFT,         S.SUBMITTED,     by=C.LEAD_DEPUTY, needs=WHOLE,                            starts=L.HAND_OVER, tells=OFFICE,       only=R.NONE),
    step(A.ENTER,       S.DRAFT,         S.SUBMITTED,     by=OFFICE,        needs=ENTERED,                          starts=L.HAND_OVER, tells=C.LEAD_DEPUTY, at_will=True),
    step(A.ENDORSE,     S.AT_DELEGATION, S.SUBMITTED,     by=C.DELEGATION,  tells=OFFICE,                            only=R.IN_SITTING),
    step(A.SEND_BACK,   S.AT_DELEGATION, S.DRAFT,         by=C.DELEGATION,  needs=a_reason, ends=L.HAND_OVER,        tells=C.LEAD_DEPUTY, only=R.IN_SITTING),

    step(A.REGISTER,    S.SUBMITTED,     S.REGISTERED,    by=OFFICE,        needs=the_review_is_clear,               tells=C.LEAD_DEPUTY),
    step(A.SEND_BACK,   S.SUBMITTED,     S.DRAFT,         by=OFFICE,        needs=a_reason, ends=L.HAND_OVER,        tells=C.LEAD_DEPUTY, at_will=True),
    step(A.TURN_DOWN,   S.SUBMITTED,     S.RETURNED,      by=OFFICE,        needs=a_reason_not_to_take_it,           tells=C.LEAD_DEPUTY, at_will=True),
    step(A.TREAT_AS_LETTER,    S.SUBMITTED, S.LETTER,     by=OFFICE,        needs=a_reason_not_to_take_it,           tells=C.LEAD_DEPUTY, at_will=True),
    step(A.KEEP_FOR_REFERENCE, S.SUBMITTED, S.REFERENCE,  by=OFFICE,        needs=a_reason_not_to_take_it,           tells=C.LEAD_DEPUTY, at_will=True),

    step(A.PROPOSE,     S.REGISTERED,    S.PROPOSED,      by=OFFICE,        needs=PROPOSED, tells=C.COMMITTEE_HEAD),
    step(A.PROPOSE,     S.PROPOSED,      STAYS,           by=OFFICE,        needs=PROPOSED, at_will=True),
    step(A.MERGE,       (S.REGISTERED, S.PROPOSED), S.MERGED, by=OFFICE,    needs=(another_case, a_reason_to_merge), tells=SIGNERS, at_will=True),
    step(A.TAKE_IN,     (S.REGISTERED, S.PROPOSED), STAYS, by=PROCEDURE,    needs=(another_is_merged_into_it, nobody_is_named_who_must_not_be), tells=C.LEAD_DEPUTY),
    step(A.HAND_OVER,   S.PROPOSED,      S.HANDED_OVER,   by=C.COMMITTEE_HEAD, needs=the_units_fit, starts=L.CEILING, ends=L.HAND_OVER, tells=SIGNERS),

    step(A.MARK_KEY,    ANSWERABLE,      STAYS,           by=OFFICE,        needs=(it_is_of_no_topic, the_meeting_has_decided), tells=(C.UNIT_OFFICE, C.LEAD_DEPUTY), at_will=True),
    step(A.MARK_KEY,    ANSWERABLE,      STAYS,           by=PROCEDURE,     needs=the_meeting_has_decided, tells=(C.UNIT_OFFICE, C.LEAD_DEPUTY)),
    step(A.LIFT_KEY,    ANSWERABLE,      STAYS,           by=OFFICE,        needs=(it_is_of_no_topic, it_is_key, a_reason), tells=C.UNIT_OFFICE, at_will=True),
    step(A.LIFT_KEY,    ANSWERABLE,      STAYS,           by=PROCEDURE,     needs=(it_is_key, a_reason), tells=C.UNIT_OFFICE),

    step(A.CONCLUDE,    S.HANDED_OVER,   S.ANSWERED,      by=PROCEDURE,     needs=every_reply_is_in),
    step(A.REOPEN,      (S.ANSWERED, S.RATED), S.HANDED_OVER, by=PROCEDURE, needs=a_handling_begins_again,           tells=C.LEAD_DEPUTY),
    step(A.ESCALATE,    S.ANSWERED,      S.ESCALATED,     by=PROCEDURE,     needs=(a_sheet_is_escalated, *DECIDED),  tells=(OFFICE, C.LEAD_DEPUTY)),
    step(A.TRACK,       S.ANSWERED,      S.TRACKING,      by=PROCEDURE,     needs=(*DECIDED, a_class_needs_tracking),  tells=OFFICE),
    step(A.SETTLE,      S.ANSWERED,      S.RATED,         by=PROCEDURE,     needs=(*DECIDED, no_class_needs_tracking), starts=L.CLOSE, tells=OFFICE),
    step(A.TRACK,       S.ESCALATED,     S.TRACKING,      by=PROCEDURE,     needs=(every_escalation_is_over, a_class_needs_tracking), tells=OFFICE),
    step(A.SETTLE,      S.ESCALATED,     S.RATED,         by=PROCEDURE,     needs=(every_escalation_is_over, no_class_needs_tracking), starts=L.CLOSE, tells=OFFICE),
    step(A.SETTLE,      S.TRACKING,      S.RATED,         by=PROCEDURE,     needs=no_class_needs_tracking, starts=L.CLOSE,   tells=OFFICE),
    step(A.CLOSE,       S.RATED,         S.CLOSED,        by=OFFICE,        needs=DECIDED, ends=L.CLOSE, tells=C.LEAD_DEPUTY),
    step(A.CLOSE,       S.RATED,         S.CLOSED,        by=PROCEDURE,     needs=run_out(L.CLOSE), ends=L.CLOSE,    tells=(OFFICE, C.LEAD_DEPUTY)),
    step(A.WITHDRAW,    UNANSWERED,      S.WITHDRAWN,     by=PROCEDURE,     needs=the_withdrawal_is_granted,         tells=(OFFICE, *SIGNERS)),
)
# fmt: on
