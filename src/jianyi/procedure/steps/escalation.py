"""A second dissatisfaction: the congress's body convenes, hears both sides and determines what is to be done; there is no
third round (HEN17 22; CQ17 27; stories S6.5). Which way it takes, the place says."""

from ..actions import Action as A
from ..needs.escalation import (
    it_is_convened,
    it_is_explained_to_the_deputy,
    it_is_held,
    it_was_held_when_its_meeting_was,
    its_meeting_has_minutes,
    something_is_asked_of_the_unit,
    the_case_is_escalated,
    the_day_to_do_it_lies_ahead,
    the_minutes_are_there,
    there_is_a_conclusion,
)
from ..needs.promise import there_is_proof
from ..needs.said import a_reason
from ..words import Capacity as C, Escalate, Escalation as X, Limit as L
from .row import STAYS, step


BODY, OFFICER = C.HAND_OVER_BODY, C.CASE_OFFICER
PROPOSERS = (C.LEAD_DEPUTY, C.CO_SIGNER)
UNIT = (OFFICER, C.UNIT_OFFICE, C.SIGNER)
ALL = (*PROPOSERS, *UNIT)
DETERMINED = (
    its_meeting_has_minutes,
    it_is_held,
    it_was_held_when_its_meeting_was,
    there_is_a_conclusion,
    the_minutes_are_there,
)
FOLLOWED = (*DETERMINED, something_is_asked_of_the_unit, the_day_to_do_it_lies_ahead)
EXPLAINED = (*DETERMINED, it_is_explained_to_the_deputy)

# fmt: off
STEPS = (
    step(A.ESCALATE,  X.NEW,      X.OPEN,      by=C.THE_PROCEDURE, needs=the_case_is_escalated, starts=L.CONFER, tells=(BODY, *UNIT)),
    step(A.CONVENE,   X.OPEN,     X.CONVENED,  by=BODY, needs=it_is_convened, tells=ALL, only=Escalate.JOINT_MEETING),
    step(A.ASSESS,    X.OPEN,     X.CONVENED,  by=BODY, needs=it_is_convened, tells=ALL, only=Escalate.EXPERTS),
    step(A.MEET,      X.OPEN,     X.CONVENED,  by=BODY, needs=it_is_convened, tells=ALL, only=Escalate.INTERVIEW),
    step(A.CHANGE,    X.CONVENED, STAYS,       by=BODY, needs=it_is_convened, tells=ALL, at_will=True),
    step(A.DETERMINE, X.CONVENED, X.FOLLOWED,  by=BODY, needs=FOLLOWED,  ends=L.CONFER, starts=L.CARRY_OUT, tells=ALL),
    step(A.DETERMINE, X.CONVENED, X.EXPLAINED, by=BODY, needs=EXPLAINED, ends=L.CONFER, tells=ALL),
    step(A.REACH,     X.FOLLOWED, X.REPORTED,  by=OFFICER, needs=there_is_proof, ends=L.CARRY_OUT, tells=BODY),
    step(A.SEND_BACK, X.REPORTED, X.FOLLOWED,  by=BODY, needs=a_reason, reverts=L.CARRY_OUT, tells=UNIT, at_will=True),
    step(A.VERIFY,    X.REPORTED, X.DONE,      by=BODY, tells=ALL),
)
# fmt: on
