"""The plan of one handling: what is done when, by whom, and what secures it (源 G7, H1; stories S2.4, S9.2).

A milestone runs on a clock of its own until the day that was said. Milestones are set and dropped only while the plan is
being drawn up, so that what the leader in charge approved is what is kept; both end with the task. Who answers for one
may change at any time, because people leave; the leader in charge is told.

Whom the deputies are met by, and when, is part of the plan (分级见面, 源 W8): a contact before, during and after the handling.
How far that is, nobody writes down: it follows from the contacts on record.
"""

from ..actions import Action as A
from ..needs.handling import the_task_goes_on, the_task_is_over
from ..needs.plan import (
    every_contact_is_planned_whole,
    every_phase_is_foreseen,
    every_point_has_a_view,
    it_has_milestones,
    it_is_proved_where_the_unit_asks_for_it,
    its_day_is_to_come,
    its_day_is_within_the_limit,
    its_responsible_is_of_the_crew,
    no_contact_is_planned_beyond_the_limit,
    no_contact_is_planned_for_the_past,
    the_contacts_are_in_order,
    the_milestone_has_a_day,
    the_milestone_says_what,
    the_plan_is_open,
    the_plan_is_whole,
    the_task_is_delivered,
    the_task_is_routed,
    the_views_fit_the_points,
    there_is_evidence,
    there_is_no_other_plan,
)
from ..needs.said import a_reason
from ..needs.unit import the_next_owner_is_of_the_crew
from ..words import Capacity as C, Limit as L, Milestone as M, Plan as P
from .row import STAYS, step


OFFICER, LEADER, PROCEDURE = C.CASE_OFFICER, C.LEADER_IN_CHARGE, C.THE_PROCEDURE
OPEN = (P.DRAFTED, P.PRESENTED, P.APPROVED)
SETTING = (
    the_plan_is_open,
    the_task_is_routed,
    the_milestone_says_what,
    the_milestone_has_a_day,
    its_day_is_to_come,
    its_day_is_within_the_limit,
    its_responsible_is_of_the_crew,
)
DRAWN = (
    the_plan_is_whole,
    the_views_fit_the_points,
    every_contact_is_planned_whole,
    no_contact_is_planned_for_the_past,
    no_contact_is_planned_beyond_the_limit,
    the_contacts_are_in_order,
)
PASSING = (the_task_goes_on, a_reason, the_next_owner_is_of_the_crew)

# fmt: off
STEPS = (
    step(A.PLAN,      P.NEW,       P.DRAFTED,   by=OFFICER, needs=(the_task_is_routed, there_is_no_other_plan, *DRAWN), inside=True),
    step(A.PLAN,      P.DRAFTED,   STAYS,       by=OFFICER, needs=DRAWN, at_will=True, inside=True),
    step(A.PLAN,      P.APPROVED,  P.DRAFTED,   by=OFFICER, needs=(the_task_is_routed, *DRAWN), tells=LEADER, at_will=True, inside=True),
    step(A.PRESENT,   P.DRAFTED,   P.PRESENTED, by=OFFICER, needs=(it_has_milestones, every_point_has_a_view, every_phase_is_foreseen), tells=LEADER, inside=True),
    step(A.APPROVE,   P.PRESENTED, P.APPROVED,  by=LEADER,  tells=OFFICER, inside=True),
    step(A.SEND_BACK, P.PRESENTED, P.DRAFTED,   by=LEADER,  needs=a_reason, tells=OFFICER, at_will=True, inside=True),
    step(A.LAPSE,     OPEN,        P.ENDED,     by=PROCEDURE, needs=the_task_is_delivered, inside=True),
    step(A.LAPSE,     OPEN,        P.ENDED,     by=PROCEDURE, needs=the_task_is_over, inside=True),

    step(A.SET,   M.NEW, M.SET,     by=OFFICER,       needs=SETTING, starts=L.MILESTONE, tells=C.RESPONSIBLE, inside=True),
    step(A.REACH, M.SET, M.REACHED, by=C.RESPONSIBLE, needs=(the_task_goes_on, there_is_evidence, it_is_proved_where_the_unit_asks_for_it), ends=L.MILESTONE, tells=OFFICER, inside=True),
    step(A.REACH, M.SET, M.REACHED, by=OFFICER,       needs=(the_task_goes_on, there_is_evidence, it_is_proved_where_the_unit_asks_for_it), ends=L.MILESTONE, tells=C.RESPONSIBLE, at_will=True, inside=True),
    step(A.HAND_ON, M.SET, STAYS,   by=(OFFICER, C.UNIT_OFFICE), needs=PASSING, tells=(C.RESPONSIBLE, OFFICER, LEADER), at_will=True, inside=True),
    step(A.DROP,  M.SET, M.DROPPED, by=OFFICER,       needs=(the_plan_is_open, a_reason), ends=L.MILESTONE, tells=C.RESPONSIBLE, at_will=True, inside=True),
    step(A.LAPSE, M.SET, M.LAPSED,  by=PROCEDURE,     needs=the_task_is_delivered, ends=L.MILESTONE, inside=True),
    step(A.LAPSE, M.SET, M.LAPSED,  by=PROCEDURE,     needs=the_task_is_over, ends=L.MILESTONE, inside=True),
)
# fmt: on
