"""The claim: a unit says before the hand-over that it is ours to handle (源 G1; stories S1.4)."""

from ..actions import Action as A
from ..needs.cases import it_is_not_yet_claimed, the_case_left_the_desk, the_claims_are_open
from ..words import Capacity as C, Claim as K
from .row import step


# fmt: off
STEPS = (
    step(A.CLAIM,   K.NEW,     K.CLAIMED, by=C.UNIT_OFFICE,   needs=(the_claims_are_open, it_is_not_yet_claimed), tells=C.CONGRESS_OFFICE),
    step(A.UNCLAIM, K.CLAIMED, K.DROPPED, by=C.UNIT_OFFICE,   needs=the_claims_are_open, tells=C.CONGRESS_OFFICE, at_will=True),
    step(A.SETTLE,  K.CLAIMED, K.SETTLED, by=C.THE_PROCEDURE, needs=the_case_left_the_desk),
)
# fmt: on
