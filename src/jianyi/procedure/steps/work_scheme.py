"""The yearly work scheme of a unit (源 H1): drawn up by its office, approved by a leader, every text of it kept."""

from ..actions import Action as A
from ..needs.fieldwork import (
    every_phase_can_be_read,
    the_phases_follow_each_other_within_the_year,
    the_scheme_is_whole,
    the_year_is_over,
    there_is_no_other_scheme,
)
from ..needs.said import a_reason
from ..words import Capacity as C, WorkScheme as W
from .row import STAYS, step


OFFICE, LEADER = C.UNIT_OFFICE, C.UNIT_LEADER
WHOLE = (the_scheme_is_whole, every_phase_can_be_read, the_phases_follow_each_other_within_the_year)

# fmt: off
STEPS = (
    step(A.PLAN,      W.NEW,       W.DRAFTED,   by=OFFICE, needs=(there_is_no_other_scheme, *WHOLE), inside=True),
    step(A.PLAN,      W.DRAFTED,   STAYS,       by=OFFICE, needs=WHOLE, at_will=True, inside=True),
    step(A.PLAN,      W.APPROVED,  W.DRAFTED,   by=OFFICE, needs=WHOLE, tells=LEADER, at_will=True, inside=True),
    step(A.PRESENT,   W.DRAFTED,   W.PRESENTED, by=OFFICE, tells=LEADER, inside=True),
    step(A.APPROVE,   W.PRESENTED, W.APPROVED,  by=LEADER, tells=OFFICE, inside=True),
    step(A.SEND_BACK, W.PRESENTED, W.DRAFTED,   by=LEADER, needs=a_reason, tells=OFFICE, at_will=True, inside=True),
    step(A.END,       W.APPROVED,  W.ENDED,     by=OFFICE, needs=the_year_is_over, at_will=True, inside=True),
)
# fmt: on
