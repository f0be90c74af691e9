"""The invitation to co-sign (SH15 4, HEN17 9; stories S5.1)."""

from ..actions import Action as A
from ..needs.cases import (
    it_is_explained,
    it_is_their_own_will,
    nobody_is_invited_twice,
    the_case_is_a_draft,
    the_draft_is_gone,
    the_seat_of_the_invitee_is_held,
    the_text_has_changed,
)
from ..needs.said import in_time, run_out
from ..words import Capacity as C, Invitation as N, Limit as L
from .row import step


TIMELY = in_time(L.INVITATION)
PROCEDURE, LEAD, INVITEE = C.THE_PROCEDURE, C.LEAD_DEPUTY, C.INVITEE

# fmt: off
STEPS = (
    step(A.INVITE,       N.NEW,       N.INVITED,   by=LEAD,      needs=(the_case_is_a_draft, nobody_is_invited_twice, it_is_explained), starts=L.INVITATION, tells=INVITEE),
    step(A.CO_SIGN,      N.INVITED,   N.CONFIRMED, by=INVITEE,   needs=(the_seat_of_the_invitee_is_held, TIMELY, it_is_their_own_will), ends=L.INVITATION, tells=LEAD),
    step(A.DECLINE,      N.INVITED,   N.DECLINED,  by=INVITEE,   needs=TIMELY,                         ends=L.INVITATION, tells=LEAD),
    step(A.RESIGN,       N.CONFIRMED, N.DECLINED,  by=INVITEE,   needs=the_case_is_a_draft,            tells=LEAD, at_will=True),
    step(A.INVITE_AGAIN, N.CONFIRMED, N.INVITED,   by=PROCEDURE, needs=the_text_has_changed,           starts=L.INVITATION, tells=INVITEE),
    step(A.LAPSE,        N.INVITED,   N.LAPSED,    by=PROCEDURE, needs=run_out(L.INVITATION),          ends=L.INVITATION, tells=LEAD),
    step(A.LAPSE,        N.INVITED,   N.LAPSED,    by=PROCEDURE, needs=the_draft_is_gone,              ends=L.INVITATION),
)
# fmt: on
