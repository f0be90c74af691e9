"""Key topics: proposed, consulted, decided, supervised, reported (代表法第五十二条; 源 R4, G6, H3; stories S9.1, S9.3, S9.5).

Several suggestions may be one topic. A special committee or the congress's office proposes it; the units are asked; the
chairpersons' meeting decides (nationally 委员长会议; a township has none, its presidium looks after suggestions), and the congress's
office enters the decision with its day. From then on each suggestion in it is marked as key, by the procedure. The committee sees
the suggestions it supervises: it plans, visits, advises and reports.
"""

from ..actions import Action as A
from ..needs.said import a_reason, run_out
from ..needs.topics import (
    a_committee_supervises,
    a_leader_supervises,
    an_office_is_told_and_no_name,
    each_may_be_covered,
    every_opinion_is_short,
    every_unit_was_heard,
    it_is_about_members,
    it_is_no_suggestion_any_more,
    it_may_be_supervised,
    it_may_be_told_too,
    it_was_announced,
    its_committee_is_called_otherwise,
    its_phases_can_be_read,
    its_title_names_nobody,
    nobody_in_it_hides,
    none_was_moved_out_before,
    others_stay_in_it,
    something_is_covered,
    something_is_inside,
    the_advice_is_answered,
    the_answer_is_to_come,
    the_body_has_decided,
    the_body_has_decided_on_more,
    the_body_has_declined,
    the_day_to_answer_is_to_come,
    the_proposal_is_whole,
    the_report_is_to_come,
    the_report_is_written,
    the_supervision_is_planned,
    the_topic_is_decided,
    the_topic_is_undecided,
    the_topic_still_changes,
    the_unit_is_at_work,
    the_unit_is_no_longer_at_work,
    the_unit_takes_a_stand,
    the_visit_is_described,
    the_visit_is_linked_with_an_activity,
    the_visit_took_place,
    there_is_nobody_to_ask,
    there_is_somebody_to_ask,
    what_is_added_may_be_covered,
    what_is_added_may_be_told,
)
from ..words import Advice as D, Capacity as C, Covered as M, KeyTopic as T, Limit as L, Sounding as Q
from .row import STAYS, step


NOMINATOR, OFFICE, SUPERVISOR, UNIT, PROCEDURE = (
    C.NOMINATOR,
    C.CONGRESS_OFFICE,
    C.SUPERVISOR,
    C.UNIT_OFFICE,
    C.THE_PROCEDURE,
)
PROPOSED = (the_proposal_is_whole, something_is_covered, each_may_be_covered, none_was_moved_out_before)
DECIDED = (the_body_has_decided, a_leader_supervises, a_committee_supervises, something_is_inside)
PLANNED = (the_supervision_is_planned, its_phases_can_be_read, the_report_is_to_come)
VISITED = (
    the_visit_is_described,
    every_opinion_is_short,
    the_visit_took_place,
    the_answer_is_to_come,
    it_is_about_members,
    the_visit_is_linked_with_an_activity,
)
ANNOUNCED = (an_office_is_told_and_no_name, nobody_in_it_hides, its_title_names_nobody)
OPEN, UNDER_WAY = (T.PROPOSED, T.CONSULTED), (T.LISTED, T.SUPERVISED)

# fmt: off
STEPS = (
    step(A.NOMINATE, T.NEW,       T.PROPOSED,   by=(NOMINATOR, OFFICE), needs=PROPOSED, tells=OFFICE),
    step(A.NOMINATE, T.PROPOSED,  STAYS,        by=(NOMINATOR, OFFICE), needs=PROPOSED, at_will=True),
    step(A.DROP,     OPEN,        T.DROPPED,    by=(NOMINATOR, OFFICE), needs=a_reason, tells=(NOMINATOR, OFFICE), at_will=True),
    step(A.CONSULT,  T.PROPOSED,  T.CONSULTED,  by=OFFICE, needs=(there_is_somebody_to_ask, the_day_to_answer_is_to_come), tells=NOMINATOR),
    step(A.MARK_KEY, T.PROPOSED,  T.LISTED,     by=OFFICE, needs=(there_is_nobody_to_ask, *DECIDED), tells=(SUPERVISOR, NOMINATOR), at_will=True),
    step(A.MARK_KEY, T.CONSULTED, T.LISTED,     by=OFFICE, needs=(every_unit_was_heard, *DECIDED), tells=(SUPERVISOR, NOMINATOR)),
    step(A.REFUSE,   OPEN,        T.NOT_LISTED, by=OFFICE, needs=(the_body_has_declined, a_reason), tells=NOMINATOR, at_will=True),
    step(A.INCLUDE,  UNDER_WAY,   STAYS,        by=OFFICE, needs=(the_body_has_decided_on_more, what_is_added_may_be_covered, what_is_added_may_be_told, a_reason), tells=SUPERVISOR, at_will=True),
    step(A.LIFT_KEY, UNDER_WAY,   T.LIFTED,     by=OFFICE, needs=a_reason, tells=SUPERVISOR, at_will=True),
    step(A.PUBLISH,  (*UNDER_WAY, T.REPORTED), STAYS, by=OFFICE, needs=ANNOUNCED, tells=SUPERVISOR, at_will=True),
    step(A.TAKE_DOWN, (*UNDER_WAY, T.REPORTED), STAYS, by=OFFICE, needs=(it_was_announced, a_reason), tells=SUPERVISOR, at_will=True),
    step(A.UPDATE,   (*UNDER_WAY, T.REPORTED), STAYS, by=PROCEDURE, needs=its_committee_is_called_otherwise),
    step(A.PLAN,     T.LISTED,    T.SUPERVISED, by=SUPERVISOR, needs=PLANNED, starts=L.SUPERVISION, tells=(OFFICE, UNIT)),
    step(A.PLAN,     T.SUPERVISED, STAYS,       by=SUPERVISOR, needs=PLANNED, starts=L.SUPERVISION, tells=(OFFICE, UNIT), at_will=True),
    step(A.VISIT,    UNDER_WAY,   STAYS,        by=SUPERVISOR, needs=VISITED, tells=OFFICE, at_will=True),
    step(A.HAND_IN,  T.SUPERVISED, T.REPORTED,  by=SUPERVISOR, needs=the_report_is_written, ends=L.SUPERVISION, tells=OFFICE),

    step(A.JOIN,     M.NEW, M.IN,   by=PROCEDURE, needs=it_may_be_supervised),
    step(A.TAKE_OUT, M.IN,  M.OUT,  by=(NOMINATOR, OFFICE), needs=(the_topic_still_changes, others_stay_in_it, a_reason), tells=(NOMINATOR, SUPERVISOR), at_will=True),
    step(A.JOIN,     M.OUT, M.IN,   by=OFFICE, needs=(it_may_be_supervised, it_may_be_told_too), tells=(NOMINATOR, SUPERVISOR), at_will=True),
    step(A.LAPSE,    M.IN,  M.GONE, by=PROCEDURE, needs=it_is_no_suggestion_any_more, tells=(OFFICE, NOMINATOR, SUPERVISOR)),

    step(A.ASK,      Q.NEW,   Q.ASKED,  by=PROCEDURE, needs=the_topic_is_undecided, starts=L.SOUNDING, tells=UNIT),
    step(A.REPLY,    Q.ASKED, Q.GIVEN,  by=UNIT, needs=(the_topic_is_undecided, the_unit_takes_a_stand), ends=L.SOUNDING, tells=OFFICE),
    step(A.LAPSE,    Q.ASKED, Q.LAPSED, by=PROCEDURE, needs=run_out(L.SOUNDING), ends=L.SOUNDING),
    step(A.LAPSE,    Q.ASKED, Q.LAPSED, by=PROCEDURE, needs=the_topic_is_decided, ends=L.SOUNDING),

    step(A.GIVE,     D.NEW,   D.GIVEN,    by=PROCEDURE, needs=the_unit_is_at_work, starts=L.ADVICE, tells=(UNIT, C.CASE_OFFICER)),
    step(A.REPLY,   D.GIVEN, D.ANSWERED, by=(UNIT, C.CASE_OFFICER), needs=the_advice_is_answered, ends=L.ADVICE, tells=SUPERVISOR),
    step(A.LAPSE,    D.GIVEN, D.LAPSED,   by=PROCEDURE, needs=the_unit_is_no_longer_at_work, ends=L.ADVICE, tells=SUPERVISOR),
)
# fmt: on
