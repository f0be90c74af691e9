"""A golden idea: noted when the deputy was spoken to, followed until it is said what becomes of it (源 G9; stories S2.3, S2.9).

It is followed from the moment the deputy lets the record of the contact stand. The case officer says what becomes of it,
also after the reply has left and the case is closed: an idea may bear fruit later. Whoever had it is told at every change.
"""

from ..actions import Action as A
from ..needs.handling import the_task_is_over
from ..needs.idea import (
    how_it_is_studied_is_said,
    its_contact_is_disputed,
    its_contact_stands,
    where_it_goes_is_said,
    why_it_is_set_aside_is_said,
)
from ..words import Capacity as C, Idea as I
from .row import STAYS, step


OFFICER, PROCEDURE, DEPUTY = C.CASE_OFFICER, C.THE_PROCEDURE, C.CONTACTED
UNDECIDED = (I.NOTED, I.STUDIED)

# fmt: off
STEPS = (
    step(A.NOTE,      I.NEW,       I.NOTED,     by=PROCEDURE, needs=its_contact_stands, tells=OFFICER),
    step(A.LAPSE,     I.NEW,       I.LAPSED,    by=PROCEDURE, needs=its_contact_is_disputed),
    step(A.STUDY,     I.NOTED,     I.STUDIED,   by=OFFICER, needs=how_it_is_studied_is_said, tells=DEPUTY),
    step(A.TAKE_UP,   I.STUDIED,   I.TAKEN_UP,  by=OFFICER, needs=where_it_goes_is_said, tells=DEPUTY),
    step(A.TAKE_UP,   (I.NOTED, I.SET_ASIDE), I.TAKEN_UP, by=OFFICER, needs=where_it_goes_is_said, tells=DEPUTY, at_will=True),
    step(A.CHANGE,    I.TAKEN_UP,  STAYS,       by=OFFICER, needs=where_it_goes_is_said, tells=DEPUTY, at_will=True),
    step(A.SET_ASIDE, UNDECIDED,   I.SET_ASIDE, by=OFFICER, needs=why_it_is_set_aside_is_said, tells=DEPUTY, at_will=True),
    step(A.LAPSE,     (I.NEW, *UNDECIDED), I.LAPSED, by=PROCEDURE, needs=the_task_is_over, tells=DEPUTY),
)
# fmt: on
