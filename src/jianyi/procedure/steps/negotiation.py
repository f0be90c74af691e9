"""What units do not agree on: who handles, who leads, what is done, a co-opinion. Each tells its own side; what they
cannot settle is decided by the body that handed over, or by the government's office (CQ17 20). No clock stops for it. A
decision on who leads may swap the two roles, as long as neither has begun to write; to a unit that has no part in it a case
goes only on the road of return requests (源 G2, N7)."""

from ..actions import Action as A
from ..needs.between import (
    an_opinion_lies_between_them,
    another_unit_is_named,
    no_talk_with_them_is_open,
    ones_own_side_is_told,
    the_decision_is_told,
    the_matter_is_told,
    the_paper_is_not_out,
    the_roles_can_be_swapped,
    they_have_not_spoken,
)
from ..needs.handling import the_task_goes_on, the_task_has_come, the_task_is_over
from ..words import Capacity as C, Mediation as M, Negotiation as N
from .row import STAYS, step


BODY, OTHER = C.HAND_OVER_BODY, C.OTHER_UNIT
OWN = (C.UNIT_OFFICE, C.CASE_OFFICER)
DECIDING = (BODY, C.GOVERNMENT_OFFICE)
RAISING = (
    the_task_has_come,
    the_task_goes_on,
    the_paper_is_not_out,
    another_unit_is_named,
    an_opinion_lies_between_them,
    no_talk_with_them_is_open,
    the_matter_is_told,
)
DECIDED = (the_decision_is_told, the_roles_can_be_swapped)
OPEN = (N.RAISED, N.ARGUED, N.PUT_UP)

# fmt: off
STEPS = (
    step(A.NEGOTIATE, N.NEW,    N.RAISED,  by=OWN,   needs=RAISING, tells=OTHER),
    step(A.ARGUE,     N.RAISED, N.ARGUED,  by=OTHER, needs=ones_own_side_is_told, tells=OWN),
    step(A.ARGUE,     N.PUT_UP, STAYS,     by=OTHER, needs=(they_have_not_spoken, ones_own_side_is_told), tells=(*DECIDING, *OWN), at_will=True),
    step(A.CONCEDE,   N.RAISED, N.AGREED,  by=OTHER, tells=OWN, at_will=True),
    step(A.PUT_UP,    N.ARGUED, N.PUT_UP,  by=OWN,   tells=(*DECIDING, OTHER)),
    step(A.PUT_UP,    N.RAISED, N.PUT_UP,  by=OWN,   tells=(*DECIDING, OTHER), at_will=True),
    step(A.PUT_UP,    N.ARGUED, N.PUT_UP,  by=OTHER, tells=(*DECIDING, *OWN), at_will=True),
    step(A.CONCEDE,   N.ARGUED, N.AGREED,  by=OWN,   tells=OTHER, at_will=True),
    step(A.MEDIATE,   N.PUT_UP, N.DECIDED, by=BODY,     needs=DECIDED, tells=(*OWN, OTHER), only=M.BODY),
    step(A.MEDIATE,   N.PUT_UP, N.DECIDED, by=DECIDING, needs=DECIDED, tells=(*OWN, OTHER), only=M.GOVERNMENT),
    step(A.RECALL,    OPEN,     N.DROPPED, by=OWN,   tells=OTHER, at_will=True),
    step(A.LAPSE,     OPEN,     N.LAPSED,  by=C.THE_PROCEDURE, needs=the_task_is_over),
)
# fmt: on
