"""What the leadership of a unit decided about a text, and about that text alone; and whom it charged with what (源 G3;
forms.md F27; stories S9.4).

A charge binds at once, because what is recorded was decided. It goes on when the reply has left, and ends with the task.
"""

from ..actions import Action as A
from ..needs.fieldwork import (
    the_day_of_the_resolution_is_to_come,
    the_resolution_has_a_day,
    the_resolution_says_what,
)
from ..needs.handling import the_task_goes_on, the_task_is_over
from ..needs.plan import it_is_proved_where_the_unit_asks_for_it, there_is_evidence
from ..needs.said import a_reason
from ..needs.unit import (
    it_is_not_signed,
    the_meeting_is_described,
    the_meeting_read_this_text,
    the_next_owner_is_of_the_crew,
    the_owner_is_of_the_crew,
    the_record_is_whole,
    there_is_a_text_to_decide_on,
    they_are_of_the_house,
)
from ..words import Capacity as C, Charge as G, Collective as D, Limit as L
from .row import STAYS, step


OFFICE, RESPONSIBLE = C.UNIT_OFFICE, C.RESPONSIBLE
DECIDING = (
    there_is_a_text_to_decide_on,
    it_is_not_signed,
    the_record_is_whole,
    the_meeting_is_described,
    they_are_of_the_house,
    the_meeting_read_this_text,
)
CHARGING = (
    the_task_goes_on,
    the_resolution_says_what,
    the_resolution_has_a_day,
    the_day_of_the_resolution_is_to_come,
    the_owner_is_of_the_crew,
)
PASSING = (the_task_goes_on, a_reason, the_next_owner_is_of_the_crew)

# fmt: off
STEPS = (
    step(A.DECIDE, D.NEW, D.DECIDED, by=OFFICE, needs=DECIDING, tells=(C.CASE_OFFICER, C.SIGNER), inside=True),

    step(A.RESOLVE, G.NEW,      G.IN_FORCE, by=OFFICE,                needs=CHARGING, starts=L.RESOLUTION, tells=RESPONSIBLE, inside=True),
    step(A.REACH,   G.IN_FORCE, G.REACHED,  by=RESPONSIBLE,           needs=(there_is_evidence, it_is_proved_where_the_unit_asks_for_it), ends=L.RESOLUTION, tells=OFFICE, inside=True),
    step(A.HAND_ON, G.IN_FORCE, STAYS,      by=(RESPONSIBLE, OFFICE), needs=PASSING, tells=(RESPONSIBLE, C.PREDECESSOR, OFFICE), at_will=True, inside=True),
    step(A.DROP,    G.IN_FORCE, G.DROPPED,  by=C.UNIT_LEADER,         needs=a_reason, ends=L.RESOLUTION, tells=(RESPONSIBLE, OFFICE), at_will=True, inside=True),
    step(A.LAPSE,   G.IN_FORCE, G.LAPSED,   by=C.THE_PROCEDURE,       needs=the_task_is_over, ends=L.RESOLUTION, inside=True),
)
# fmt: on
