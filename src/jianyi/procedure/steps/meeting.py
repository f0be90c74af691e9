"""Meetings and activities, who is invited to them, what they decide (源 W1, W7, W8, H4, H5; stories S8.2, S8.3, S8.8).

One root with kinds: a 交办会 as well as a visit, a research trip of several units or a training. Somebody who was asked
may be un-invited singly until it is held, and invited again. What was decided while the minutes were open binds nobody
until the chair has settled them; from then on minutes, list and photographs are frozen. A chair who works there no more settles
nothing: the organiser names another. Who is handed a decision answers for it.
"""

from ..actions import Action as A
from ..needs.fieldwork import (
    a_batch_is_handed_over_at_its_meeting,
    a_batch_was_handed_over_at_its_meeting,
    a_photograph_is_kept,
    a_training_has_its_hours,
    it_goes_the_way_of_the_place,
    it_has_begun,
    it_is_called_for_a_second_dissatisfaction,
    it_is_to_come,
    its_chair_is_of_the_house,
    its_owner_belongs_to_it,
    its_suggestion_is_on_the_list,
    nobody_is_asked_twice,
    nobody_on_the_list_was_uninvited,
    nobody_was_there_twice,
    somebody_was_there,
    something_is_attached_or_taken_off,
    the_activity_is_described,
    the_activity_is_over,
    the_batch_is_free,
    the_batch_was_free,
    the_chair_has_left,
    the_day_of_the_resolution_is_to_come,
    the_day_to_answer_is_before_it,
    the_matter_is_open,
    the_minutes_are_open,
    the_minutes_are_settled,
    the_minutes_are_written,
    the_next_chair_is_of_the_house,
    the_next_owner_is_of_the_house,
    the_resolution_has_a_day,
    the_resolution_says_what,
)
from ..needs.plan import it_is_proved_where_the_unit_asks_for_it, there_is_evidence
from ..needs.said import a_reason
from ..words import Capacity as C, Guest as G, Limit as L, Meeting as M, Resolution as R
from .row import STAYS, step


ORGANISER, CHAIR, GUEST, PROCEDURE = C.ORGANISER, C.CHAIR, C.GUEST, C.THE_PROCEDURE
CALLING = (
    the_activity_is_described,
    nobody_is_asked_twice,
    nobody_on_the_list_was_uninvited,
    its_chair_is_of_the_house,
    the_day_to_answer_is_before_it,
    a_batch_is_handed_over_at_its_meeting,
    the_batch_is_free,
    it_is_called_for_a_second_dissatisfaction,
    the_matter_is_open,
    it_goes_the_way_of_the_place,
    its_suggestion_is_on_the_list,
)
ATTENDANCE = (
    it_has_begun,
    somebody_was_there,
    nobody_was_there_twice,
    a_training_has_its_hours,
    a_batch_was_handed_over_at_its_meeting,
    the_batch_was_free,
)
RESOLVING = (
    the_minutes_are_open,
    the_resolution_says_what,
    the_resolution_has_a_day,
    the_day_of_the_resolution_is_to_come,
    its_owner_belongs_to_it,
)
PASSING = (a_reason, the_next_owner_is_of_the_house)
ALL = (CHAIR, GUEST, C.JOINT_UNIT)
ASKED = (G.INVITED, G.COMING, G.EXCUSED)

# fmt: off
STEPS = (
    step(A.CONVENE,   M.NEW,       M.PLANNED,    by=ORGANISER, needs=CALLING, starts=L.MEETING, tells=(CHAIR, C.JOINT_UNIT)),
    step(A.CONVENE,   M.PLANNED,   STAYS,        by=ORGANISER, needs=CALLING, starts=L.MEETING, tells=ALL, at_will=True),
    step(A.CALL_OFF,  M.PLANNED,   M.CALLED_OFF, by=ORGANISER, needs=a_reason, ends=L.MEETING, tells=ALL, at_will=True),
    step(A.HOLD,      M.PLANNED,   M.HELD,       by=ORGANISER, needs=ATTENDANCE, ends=L.MEETING),
    step(A.HOLD,      M.HELD,      STAYS,        by=ORGANISER, needs=ATTENDANCE, at_will=True),
    step(A.ATTACH,    M.HELD,      STAYS,        by=ORGANISER, needs=something_is_attached_or_taken_off, at_will=True),
    step(A.MINUTE,    M.HELD,      M.PRESENTED,  by=ORGANISER, needs=(a_photograph_is_kept, the_minutes_are_written), tells=CHAIR),
    step(A.SEND_BACK, M.PRESENTED, M.HELD,       by=CHAIR,     needs=a_reason, tells=ORGANISER, at_will=True),
    step(A.SETTLE,    M.PRESENTED, M.SETTLED,    by=CHAIR,     needs=a_photograph_is_kept, tells=(ORGANISER, GUEST, C.JOINT_UNIT)),
    step(A.HAND_ON,   (M.HELD, M.PRESENTED), STAYS, by=ORGANISER, needs=(the_chair_has_left, the_next_chair_is_of_the_house, a_reason), tells=CHAIR, at_will=True),

    step(A.INVITE, G.NEW,                            G.INVITED, by=PROCEDURE, needs=it_is_to_come, starts=L.ATTENDANCE, tells=GUEST),
    step(A.ATTEND, G.INVITED,                        G.COMING,  by=GUEST,     needs=it_is_to_come, ends=L.ATTENDANCE, tells=ORGANISER),
    step(A.ATTEND, G.EXCUSED,                        G.COMING,  by=GUEST,     needs=it_is_to_come, tells=ORGANISER, at_will=True),
    step(A.EXCUSE, G.INVITED,                        G.EXCUSED, by=GUEST,     needs=(it_is_to_come, a_reason), ends=L.ATTENDANCE, tells=ORGANISER),
    step(A.EXCUSE, G.COMING,                         G.EXCUSED, by=GUEST,     needs=(it_is_to_come, a_reason), tells=ORGANISER, at_will=True),
    step(A.UNINVITE, ASKED,       G.UNINVITED, by=ORGANISER, needs=(it_is_to_come, a_reason), ends=L.ATTENDANCE, tells=GUEST, at_will=True),
    step(A.INVITE,   G.UNINVITED, G.INVITED,   by=ORGANISER, needs=it_is_to_come, starts=L.ATTENDANCE, tells=GUEST, at_will=True),
    step(A.LAPSE,    ASKED,       G.PAST,      by=PROCEDURE, needs=the_activity_is_over, ends=L.ATTENDANCE),

    step(A.RESOLVE,     R.NEW,      R.NOTED,    by=ORGANISER,     needs=RESOLVING),
    step(A.DROP,        R.NOTED,    R.DROPPED,  by=ORGANISER,     needs=(the_minutes_are_open, a_reason), at_will=True),
    step(A.TAKE_EFFECT, R.NOTED,    R.IN_FORCE, by=PROCEDURE,     needs=the_minutes_are_settled, starts=L.RESOLUTION, tells=C.RESPONSIBLE),
    step(A.REACH,       R.IN_FORCE, R.REACHED,  by=C.RESPONSIBLE, needs=(there_is_evidence, it_is_proved_where_the_unit_asks_for_it), ends=L.RESOLUTION, tells=ORGANISER),
    step(A.HAND_ON,     R.IN_FORCE, STAYS,      by=(C.RESPONSIBLE, ORGANISER), needs=PASSING, tells=(C.RESPONSIBLE, C.PREDECESSOR, ORGANISER), at_will=True),
    step(A.DROP,        R.IN_FORCE, R.DROPPED,  by=CHAIR,         needs=a_reason, ends=L.RESOLUTION, tells=C.RESPONSIBLE, at_will=True),
)
# fmt: on
