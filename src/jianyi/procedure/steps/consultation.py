"""The deputy sees the draft before it is signed: 先满意再答复 (源 N5; stories S2.7, S2.10)."""

from ..actions import Action as A
from ..needs.handling import it_is_a_reply, the_proposer_is_hidden, the_proposer_is_known, the_task_is_over
from ..needs.said import a_reason, run_out
from ..needs.unit import (
    another_decides_the_exemption,
    it_is_not_signed,
    it_is_signed,
    nobody_is_asked_already,
    the_comment_is_written,
    the_exemption_is_proved,
    there_is_a_draft_to_show,
    this_text_is_not_settled,
)
from ..words import Capacity as C, Consultation as K, Limit as L
from .row import step


PROCEDURE, OFFICER, DEPUTY, UNIT = C.THE_PROCEDURE, C.CASE_OFFICER, C.LEAD_DEPUTY, C.UNIT_OFFICE
SHOWING = (
    it_is_a_reply,
    it_is_not_signed,
    there_is_a_draft_to_show,
    nobody_is_asked_already,
    this_text_is_not_settled,
)
WAITING = (K.TO_RELAY, K.SHOWN, K.COMMENTED, K.EXEMPTION)

# fmt: off
STEPS = (
    step(A.SHOW,         K.NEW,       K.SHOWN,      by=OFFICER, needs=(the_proposer_is_known, *SHOWING),  starts=L.DRAFT_VIEW, tells=DEPUTY),
    step(A.SHOW,         K.NEW,       K.TO_RELAY,   by=OFFICER, needs=(the_proposer_is_hidden, *SHOWING), tells=C.CONGRESS_OFFICE),
    step(A.RELAY,        K.TO_RELAY,  K.SHOWN,      by=C.CONGRESS_OFFICE, needs=it_is_not_signed, starts=L.DRAFT_VIEW, tells=DEPUTY),
    step(A.ACCEPT_DRAFT, (K.SHOWN, K.UNANSWERED), K.AGREED,    by=DEPUTY, needs=it_is_not_signed, ends=L.DRAFT_VIEW, tells=OFFICER),
    step(A.COMMENT,      (K.SHOWN, K.UNANSWERED), K.COMMENTED, by=DEPUTY, needs=(it_is_not_signed, the_comment_is_written), ends=L.DRAFT_VIEW, tells=(OFFICER, UNIT)),
    step(A.LAPSE,        K.SHOWN,     K.UNANSWERED, by=PROCEDURE, needs=run_out(L.DRAFT_VIEW), ends=L.DRAFT_VIEW, tells=OFFICER),
    step(A.ADDRESS,      K.COMMENTED, K.ADDRESSED,  by=OFFICER, needs=a_reason, tells=DEPUTY),
    step(A.EXEMPT,       K.NEW,       K.EXEMPTION,  by=OFFICER, needs=(it_is_a_reply, it_is_not_signed, nobody_is_asked_already, this_text_is_not_settled, a_reason, the_exemption_is_proved), tells=UNIT, inside=True),
    step(A.APPROVE,      K.EXEMPTION, K.EXEMPTED,   by=UNIT,    needs=another_decides_the_exemption, tells=OFFICER, inside=True),
    step(A.REFUSE,       K.EXEMPTION, K.REFUSED,    by=UNIT,    needs=a_reason, tells=OFFICER, at_will=True, inside=True),
    step(A.VOID,         WAITING,     K.VOID,       by=PROCEDURE, needs=it_is_signed,     ends=L.DRAFT_VIEW),
    step(A.VOID,         WAITING,     K.VOID,       by=PROCEDURE, needs=the_task_is_over, ends=L.DRAFT_VIEW),
)
# fmt: on
