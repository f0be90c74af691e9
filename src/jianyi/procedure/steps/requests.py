"""What runs beside the handling: a unit asks to hand the case back; the deputy asks to withdraw it.

A unit that signs its answer has taken the case on: a request that is still open falls, else another unit would be given
a case that is already answered."""

from ..actions import Action as A
from ..needs.cases import (
    every_co_signer_agrees,
    it_is_not_answered,
    it_is_not_handed_over,
    no_withdrawal_is_open,
    the_withdrawal_comes_too_late,
)
from ..needs.division import nothing_is_signed
from ..needs.handling import (
    it_is_the_first_round,
    no_return_is_open,
    the_other_unit_is_free,
    the_other_unit_is_in_use,
    the_task_goes_on,
    the_task_has_come,
    the_task_is_signed_or_over,
)
from ..needs.said import a_basis_and_another_unit, a_reason, a_reason_to_return, another_unit, in_time
from ..words import Capacity as C, GovernmentOffice as O, Limit as L, Return as R, Withdraw, Withdrawal as W
from .row import STAYS, step


PROCEDURE, UNIT, BODY = C.THE_PROCEDURE, C.UNIT_OFFICE, C.HAND_OVER_BODY
ASKING = (
    the_task_has_come,
    in_time(L.RETURN),
    it_is_the_first_round,
    the_task_goes_on,
    nothing_is_signed,
    no_return_is_open,
    a_reason_to_return,
    a_basis_and_another_unit,
)
TOLD = (UNIT, C.LEAD_DEPUTY)
CONSENT = (C.CO_SIGNER, C.CONGRESS_OFFICE)

# fmt: off
STEPS = (
    step(A.ASK,     R.NEW,      R.PREPARED, by=UNIT,          needs=ASKING, tells=C.UNIT_LEADER, inside=True),
    step(A.APPROVE, R.PREPARED, R.ASKED,    by=C.UNIT_LEADER, needs=(in_time(L.RETURN), the_task_goes_on), starts=L.REASSIGN, ends=L.RETURN, tells=BODY),
    step(A.DROP,    R.PREPARED, R.DROPPED,  by=(C.UNIT_LEADER, UNIT), tells=UNIT, at_will=True, inside=True),
    step(A.GRANT,   R.ASKED,    R.GRANTED,  by=BODY,          needs=(another_unit, the_other_unit_is_free, the_other_unit_is_in_use, the_task_goes_on), ends=L.REASSIGN, tells=TOLD, only=(O.NONE, O.URGES)),
    step(A.REFUSE,  R.ASKED,    R.REFUSED,  by=BODY,          needs=a_reason,                         ends=L.REASSIGN, tells=TOLD, only=(O.NONE, O.URGES)),
    step(A.GRANT,   R.ASKED,    R.GRANTED,  by=(BODY, C.GOVERNMENT_OFFICE), needs=(another_unit, the_other_unit_is_free, the_other_unit_is_in_use, the_task_goes_on), ends=L.REASSIGN, tells=TOLD, only=O.DECIDES),
    step(A.REFUSE,  R.ASKED,    R.REFUSED,  by=(BODY, C.GOVERNMENT_OFFICE), needs=a_reason,           ends=L.REASSIGN, tells=TOLD, only=O.DECIDES),
    step(A.LAPSE,   R.PREPARED, R.DROPPED,  by=PROCEDURE,     needs=the_task_is_signed_or_over, tells=UNIT, inside=True),
    step(A.LAPSE,   R.ASKED,    R.LAPSED,   by=PROCEDURE,     needs=the_task_is_signed_or_over, ends=L.REASSIGN, tells=(UNIT, BODY)),

    step(A.ASK,     W.NEW,      W.ASKED,    by=C.LEAD_DEPUTY, needs=(it_is_not_answered, no_withdrawal_is_open, a_reason),    tells=CONSENT, only=Withdraw.ANY_TIME),
    step(A.ASK,     W.NEW,      W.ASKED,    by=C.LEAD_DEPUTY, needs=(it_is_not_handed_over, no_withdrawal_is_open, a_reason), tells=CONSENT, only=Withdraw.BEFORE_HAND_OVER),
    step(A.AGREE,   W.ASKED,    STAYS,      by=C.CO_SIGNER,   tells=C.LEAD_DEPUTY),
    step(A.OBJECT,  W.ASKED,    W.REFUSED,  by=C.CO_SIGNER,   tells=C.LEAD_DEPUTY),
    step(A.DROP,    W.ASKED,    W.DROPPED,  by=C.LEAD_DEPUTY, tells=CONSENT, at_will=True),
    step(A.LAPSE,   W.ASKED,    W.DROPPED,  by=PROCEDURE,     needs=the_withdrawal_comes_too_late, tells=C.LEAD_DEPUTY, only=Withdraw.ANY_TIME),
    step(A.LAPSE,   W.ASKED,    W.DROPPED,  by=PROCEDURE,     needs=the_withdrawal_comes_too_late, tells=C.LEAD_DEPUTY, only=Withdraw.BEFORE_HAND_OVER),
    step(A.GRANT,   W.ASKED,    W.GRANTED,  by=PROCEDURE,     needs=every_co_signer_agrees, tells=C.LEAD_DEPUTY),
)
# fmt: on
