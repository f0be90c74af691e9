"""Urging and the ladder above it: 催办、通报、挂牌督办、约谈、责任追究; what deputies ask for; help (源 G4, H7; F20, F21).

Nothing is issued by itself: until a person has signed, the addressee sees nothing. A rung is reached when the one below it was
taken and has come to nothing; to skip one takes a reason and an approver.
"""

from ..actions import Action as A
from ..needs.said import a_reason, run_out
from ..needs.supervision import (
    a_letter_went_out,
    a_listing_says_when_it_ends,
    a_notice_says_why_and_who,
    all_of_it_still_lags,
    an_accountability_is_grounded,
    an_interview_is_arranged,
    another_unit_goes_on_with_it,
    another_unit_has_it_now,
    demands_are_made,
    it_asks_for_a_later_day,
    it_has_a_day,
    it_has_its_days,
    it_is_a_circular,
    it_is_a_listing,
    it_is_a_notice,
    it_is_about_somebody_else,
    it_is_an_accountability,
    it_is_an_interview,
    it_is_cited_once,
    it_is_late_or_nobody_has_spoken,
    it_is_no_circular,
    it_is_still_in_hand,
    it_was_in_hand_by_then,
    its_cause_is_there,
    its_day_is_still_to_come,
    its_number_is_one,
    its_owner_handles_it,
    no_request_waits,
    no_rung_is_skipped,
    no_rung_was_skipped,
    nobody_is_left_to_answer,
    nobody_owes_an_answer,
    nobody_talks_to_themselves,
    nothing_is_left_to_urge,
    somebody_else_judges,
    somebody_else_looks,
    somebody_else_takes_it_down,
    something_is_asked_for,
    something_lags,
    the_answer_may_come_later,
    the_answer_names_a_day,
    the_answer_says_something,
    the_circular_is_named,
    the_correction_may_come_later,
    the_day_to_answer_is_not_over,
    the_decree_is_told,
    the_facts_are_told,
    the_help_is_described,
    the_interview_is_due,
    the_outcome_is_told,
    the_person_speaks,
    the_talk_is_recorded,
    the_unit_still_has_it,
    there_is_a_day_to_answer,
    there_is_proof_of_the_result,
    there_is_proof_that_it_is_corrected,
    there_is_what_was_asked_for,
    what_is_inside_stays_inside,
    who_leads_works_here,
    whoever_is_cited_handles_it,
)
from ..words import Capacity as C, Help as H, Limit as L, Measure as M, Plea as P, Urging as U
from .row import STAYS, step


PROCEDURE, SIGNER, HEAD = C.THE_PROCEDURE, C.URGING_SIGNER, C.SUPERVISING_HEAD
LAGGING = (something_lags, something_is_asked_for, there_is_a_day_to_answer)
REPLYING = (the_answer_says_something, the_answer_names_a_day)
OPEN = (U.ISSUED, U.RECEIVED, U.UNANSWERED)
UNDER_WAY = (M.NAMED, M.NOTIFIED, M.ANSWERED, M.LISTED, M.REPORTED, M.SUMMONED, M.HELD, M.SIGNED, M.PLEDGED)
DRAWN = (
    it_is_no_circular,
    no_rung_is_skipped,
    the_facts_are_told,
    demands_are_made,
    its_owner_handles_it,
    it_has_a_day,
    a_listing_says_when_it_ends,
    an_interview_is_arranged,
    nobody_talks_to_themselves,
    an_accountability_is_grounded,
    a_notice_says_why_and_who,
    its_cause_is_there,
    what_is_inside_stays_inside,
)
STANDING = (it_is_still_in_hand, no_rung_was_skipped)
CITED = (
    it_is_a_circular,
    the_unit_still_has_it,
    the_circular_is_named,
    its_number_is_one,
    it_was_in_hand_by_then,
    it_asks_for_a_later_day,
    it_is_cited_once,
    whoever_is_cited_handles_it,
)
HELPING = (the_help_is_described, who_leads_works_here, it_has_its_days)

# fmt: off
STEPS = (
    step(A.URGE,             U.NEW,          U.DRAFTED,     by=C.URGER, needs=LAGGING),
    step(A.SIGN,             U.DRAFTED,      U.ISSUED,      by=SIGNER,  needs=all_of_it_still_lags, starts=L.URGING_ANSWER, tells=C.URGED),
    step(A.URGE,             U.DRAFTED,      STAYS,         by=C.URGER, needs=LAGGING, at_will=True),
    step(A.DROP,             U.DRAFTED,      U.DROPPED,     by=(C.URGER, SIGNER), needs=a_reason, at_will=True),
    step(A.ACKNOWLEDGE,      U.ISSUED,       U.RECEIVED,    by=C.URGED),
    step(A.RESPOND,          (U.RECEIVED, U.UNANSWERED), U.ANSWERED, by=C.URGED, needs=REPLYING, ends=L.URGING_ANSWER, tells=C.URGER),
    step(A.RESPOND,          U.ISSUED,       U.ANSWERED,    by=C.URGED, needs=REPLYING, ends=L.URGING_ANSWER, tells=C.URGER, at_will=True),
    step(A.PROLONG,          (U.ISSUED, U.RECEIVED), STAYS, by=SIGNER, needs=(the_day_to_answer_is_not_over, the_answer_may_come_later, a_reason), tells=C.URGED, at_will=True),
    step(A.RUN_OVER,         (U.ISSUED, U.RECEIVED), U.UNANSWERED, by=PROCEDURE, needs=run_out(L.URGING_ANSWER), tells=(C.URGER, C.URGED)),
    step(A.FIND_CORRECTED,   U.ANSWERED,     U.CORRECTED,   by=C.URGER, needs=somebody_else_judges, tells=C.URGED),
    step(A.FIND_CORRECTED,   OPEN,           U.CORRECTED,   by=C.URGER, needs=a_reason, ends=L.URGING_ANSWER, tells=C.URGED, at_will=True),
    step(A.FIND_UNCORRECTED, U.UNANSWERED,   U.UNCORRECTED, by=C.URGER, needs=a_reason, tells=C.URGED),
    step(A.FIND_UNCORRECTED, U.ANSWERED,     U.UNCORRECTED, by=C.URGER, needs=(somebody_else_judges, a_reason), tells=C.URGED, at_will=True),
    step(A.REVOKE,           (*OPEN, U.ANSWERED), U.CANCELLED, by=C.URGER, needs=(somebody_else_judges, a_reason), ends=L.URGING_ANSWER, tells=C.URGED, at_will=True),
    step(A.LAPSE,            (U.DRAFTED, *OPEN), U.LAPSED,  by=PROCEDURE, needs=nothing_is_left_to_urge, tells=C.URGER),
    step(A.CARRY_ON,         U.DRAFTED,      STAYS,         by=PROCEDURE, needs=another_unit_goes_on_with_it, tells=C.URGER),
    step(A.CARRY_ON,         (*OPEN, U.ANSWERED), STAYS,    by=PROCEDURE, needs=another_unit_goes_on_with_it, tells=(C.URGED, C.URGER)),

    step(A.ASK,    P.NEW,   P.ASKED,   by=C.LEAD_DEPUTY,     needs=(a_reason, no_request_waits, it_is_late_or_nobody_has_spoken), tells=C.CONGRESS_OFFICE),
    step(A.REFUSE, P.ASKED, P.REFUSED, by=C.CONGRESS_OFFICE, needs=a_reason, tells=C.LEAD_DEPUTY),
    step(A.GRANT,  P.ASKED, P.GRANTED, by=PROCEDURE,         needs=a_letter_went_out, tells=C.LEAD_DEPUTY),
    step(A.LAPSE,  P.ASKED, P.LAPSED,  by=PROCEDURE,         needs=nobody_owes_an_answer, tells=C.LEAD_DEPUTY),

    step(A.CITE,             M.NEW,         M.NAMED,       by=C.OVERSEER, needs=CITED, starts=L.CORRECTION, tells=C.SUPERVISED, at_will=True),
    step(A.DRAW_UP,          M.NEW,         M.DRAFTED,     by=C.OVERSEER, needs=DRAWN),
    step(A.NOTIFY,           M.DRAFTED,     M.NOTIFIED,    by=HEAD,         needs=(it_is_a_notice, it_is_still_in_hand), starts=L.CORRECTION, tells=(C.SUPERVISED, C.SUPERVISOR), at_will=True),
    step(A.RESPOND,          M.NOTIFIED,    M.ANSWERED,    by=C.SUPERVISED, needs=there_is_what_was_asked_for, tells=(C.OVERSEER, C.SUPERVISOR)),
    step(A.CLOSE,            M.ANSWERED,    M.SETTLED,     by=C.OVERSEER, needs=(somebody_else_takes_it_down, the_outcome_is_told), ends=L.CORRECTION, tells=(C.SUPERVISED, C.SUPERVISOR)),
    step(A.SEND_BACK,        M.ANSWERED,    M.NOTIFIED,    by=C.OVERSEER, needs=(somebody_else_takes_it_down, a_reason), tells=C.SUPERVISED, at_will=True),
    step(A.FIND_UNCORRECTED, M.NOTIFIED,    M.UNCORRECTED, by=C.OVERSEER, needs=(run_out(L.CORRECTION), a_reason), tells=(C.SUPERVISED, C.SUPERVISOR), at_will=True),
    step(A.LIST,             M.DRAFTED,     M.LISTED,      by=HEAD,         needs=(it_is_a_listing, *STANDING), starts=L.LISTING, tells=C.SUPERVISED),
    step(A.SUMMON,           M.DRAFTED,     M.SUMMONED,    by=HEAD,         needs=(it_is_an_interview, *STANDING), starts=L.CORRECTION, tells=(C.SUPERVISED, C.INTERVIEWER), at_will=True),
    step(A.CALL_TO_ACCOUNT,  M.DRAFTED,     M.PROPOSED,    by=HEAD,         needs=(it_is_an_accountability, no_rung_was_skipped), starts=L.STATEMENT, tells=C.CONCERNED, at_will=True),
    step(A.DRAW_UP,          M.DRAFTED,     STAYS,         by=C.OVERSEER, needs=DRAWN, at_will=True),
    step(A.DROP,             M.DRAFTED,     M.DROPPED,     by=(C.OVERSEER, HEAD), needs=a_reason, at_will=True),
    step(A.REACH,            M.LISTED,      M.REPORTED,    by=C.SUPERVISED, needs=there_is_proof_that_it_is_corrected, tells=C.OVERSEER),
    step(A.VERIFY,           M.REPORTED,    M.CORRECTED,   by=C.OVERSEER, needs=(somebody_else_takes_it_down, the_outcome_is_told), ends=L.LISTING, tells=C.SUPERVISED),
    step(A.SEND_BACK,        M.REPORTED,    M.LISTED,      by=C.OVERSEER, needs=(somebody_else_takes_it_down, a_reason), tells=C.SUPERVISED, at_will=True),
    step(A.PROLONG,          (M.NOTIFIED, M.LISTED, M.PLEDGED), STAYS, by=HEAD, needs=(its_day_is_still_to_come, the_correction_may_come_later, a_reason), tells=C.SUPERVISED, at_will=True),
    step(A.MINUTE,           M.SUMMONED,    M.HELD,        by=C.OVERSEER, needs=(the_interview_is_due, the_talk_is_recorded), tells=C.INTERVIEWER),
    step(A.SIGN,             M.HELD,        M.SIGNED,      by=C.INTERVIEWER, tells=C.CONCERNED),
    step(A.COUNTERSIGN,      M.SIGNED,      M.PLEDGED,     by=C.CONCERNED,  tells=C.OVERSEER),
    step(A.FIND_CORRECTED,   (M.NAMED, M.PLEDGED), M.CORRECTED, by=C.OVERSEER, needs=(somebody_else_takes_it_down, the_outcome_is_told), ends=L.CORRECTION, tells=C.SUPERVISED),
    step(A.FIND_UNCORRECTED, (M.NAMED, M.PLEDGED), M.UNCORRECTED, by=C.OVERSEER, needs=a_reason, tells=C.SUPERVISED, at_will=True),
    step(A.FIND_UNCORRECTED, M.LISTED,      M.UNCORRECTED, by=C.OVERSEER, needs=(run_out(L.LISTING), a_reason), tells=C.SUPERVISED, at_will=True),
    step(A.DEFEND,           M.PROPOSED,    M.HEARD,       by=C.CONCERNED,  needs=the_person_speaks, ends=L.STATEMENT, tells=HEAD),
    step(A.DECIDE,           M.HEARD,       M.DECIDED,     by=HEAD,         needs=(the_decree_is_told, it_is_about_somebody_else), tells=(C.CONCERNED, C.OVERSEER)),
    step(A.DECIDE,           M.PROPOSED,    M.DECIDED,     by=HEAD,         needs=(run_out(L.STATEMENT), the_decree_is_told, it_is_about_somebody_else), tells=(C.CONCERNED, C.OVERSEER), at_will=True),
    step(A.REVOKE,           UNDER_WAY, M.CANCELLED, by=HEAD, needs=(a_reason, it_is_about_somebody_else), tells=C.SUPERVISED, at_will=True),
    step(A.REVOKE,           (M.PROPOSED, M.HEARD), M.CANCELLED, by=HEAD, needs=(a_reason, it_is_about_somebody_else), tells=C.CONCERNED, at_will=True),

    step(A.CARRY_ON,         M.DRAFTED,     STAYS,         by=PROCEDURE, needs=another_unit_has_it_now, tells=C.OVERSEER),
    step(A.CARRY_ON,         UNDER_WAY,     STAYS,         by=PROCEDURE, needs=another_unit_has_it_now, tells=(C.SUPERVISED, C.OVERSEER)),
    step(A.CARRY_ON,         (M.PROPOSED, M.HEARD), STAYS, by=PROCEDURE, needs=another_unit_has_it_now, tells=C.CONCERNED),
    step(A.LAPSE,            (M.DRAFTED, *UNDER_WAY), M.LAPSED, by=PROCEDURE, needs=nobody_is_left_to_answer, ends=(L.LISTING, L.CORRECTION), tells=C.OVERSEER),

    step(A.HELP,      H.NEW,      H.RUNNING,  by=C.UNIT_OFFICE, needs=HELPING, starts=L.HELP, tells=C.RESPONSIBLE),
    step(A.REACH,     H.RUNNING,  H.REPORTED, by=C.RESPONSIBLE, needs=there_is_proof_of_the_result, ends=L.HELP, tells=C.UNIT_OFFICE),
    step(A.HELP,      H.RUNNING,  STAYS,      by=C.UNIT_OFFICE, needs=HELPING, starts=L.HELP, tells=C.RESPONSIBLE, at_will=True),
    step(A.VERIFY,    H.REPORTED, H.DONE,     by=C.UNIT_OFFICE, needs=somebody_else_looks, tells=C.RESPONSIBLE),
    step(A.SEND_BACK, H.REPORTED, H.RUNNING,  by=C.UNIT_OFFICE, needs=(somebody_else_looks, a_reason), reverts=L.HELP, tells=C.RESPONSIBLE, at_will=True),
    step(A.DROP,      H.RUNNING,  H.DROPPED,  by=C.UNIT_OFFICE, needs=a_reason, ends=L.HELP, tells=C.RESPONSIBLE, at_will=True),
)
# fmt: on
