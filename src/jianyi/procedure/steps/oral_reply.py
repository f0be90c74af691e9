"""The oral reply: its record counts once the deputy has signed it, in his own session or on paper (SD17 22, QD21 28).

A unit never answers for the deputy: the signed paper that it enters counts when the deputy or the congress's office
has confirmed it."""

from ..actions import Action as A
from ..needs.handling import the_proposer_is_hidden, the_proposer_is_known, the_task_goes_on, the_task_is_over
from ..needs.oral import (
    a_deputy_was_present,
    disagreement_is_explained,
    every_point_was_spoken_to,
    it_answers_the_deputy,
    it_took_place_after_the_hand_over,
    no_other_record_stands,
    the_case_is_closed,
    the_case_is_open,
    the_deputy_has_spoken,
    the_lead_was_present,
    the_letter_is_signed,
    the_promises_can_be_read,
    the_reply_is_placed,
    the_signed_paper_is_attached,
    the_speaker_has_the_rank,
)
from ..needs.said import a_reason
from ..words import Capacity as C, Oral, OralReply as K
from .row import step


PROCEDURE, DEPUTY, BODY = C.THE_PROCEDURE, C.LEAD_DEPUTY, C.CONGRESS_OFFICE
UNIT = (C.CASE_OFFICER, C.UNIT_OFFICE)
NOW = (
    it_answers_the_deputy,
    the_task_goes_on,
    the_case_is_open,
    the_letter_is_signed,
    no_other_record_stands,
)
TOLD = (
    the_reply_is_placed,
    it_took_place_after_the_hand_over,
    the_speaker_has_the_rank,
    a_deputy_was_present,
    the_lead_was_present,
    every_point_was_spoken_to,
    the_promises_can_be_read,
)
SPOKEN = (the_deputy_has_spoken, disagreement_is_explained)
OPEN = (K.RECORDED, K.SCANNED)
HERE = Oral.BESIDE

# fmt: off
STEPS = (
    step(A.PUT_DOWN,    K.NEW,      K.RECORDED, by=UNIT,   needs=(the_proposer_is_known, *NOW, *TOLD),  tells=DEPUTY, only=HERE),
    step(A.RELAY,       K.NEW,      K.RECORDED, by=BODY,   needs=(the_proposer_is_hidden, *NOW, *TOLD), tells=(DEPUTY, *UNIT), only=HERE),
    step(A.COUNTERSIGN, OPEN,       K.SIGNED,   by=DEPUTY, needs=SPOKEN, tells=(*UNIT, BODY), only=HERE),
    step(A.DISPUTE,     OPEN,       K.DISPUTED, by=DEPUTY, needs=a_reason, tells=(*UNIT, BODY), only=HERE),
    step(A.ENTER,       K.RECORDED, K.SCANNED,  by=UNIT,   needs=(the_proposer_is_known, *SPOKEN, the_signed_paper_is_attached), tells=(DEPUTY, BODY), at_will=True, only=HERE),
    step(A.ENTER,       K.RECORDED, K.SIGNED,   by=BODY,   needs=(*SPOKEN, the_signed_paper_is_attached), tells=(DEPUTY, *UNIT), at_will=True, only=HERE),
    step(A.CONFIRM,     K.SCANNED,  K.SIGNED,   by=BODY,   tells=(DEPUTY, *UNIT), only=HERE),
    step(A.RECALL,      OPEN,       K.DROPPED,  by=UNIT,   needs=(the_proposer_is_known, a_reason),  tells=(DEPUTY, BODY), at_will=True, only=HERE),
    step(A.RECALL,      OPEN,       K.DROPPED,  by=BODY,   needs=(the_proposer_is_hidden, a_reason), tells=(DEPUTY, *UNIT), at_will=True, only=HERE),
    step(A.LAPSE,       OPEN,       K.LAPSED,   by=PROCEDURE, needs=the_task_is_over,   tells=(DEPUTY, *UNIT), only=HERE),
    step(A.LAPSE,       OPEN,       K.LAPSED,   by=PROCEDURE, needs=the_case_is_closed, tells=(DEPUTY, *UNIT), only=HERE),
)
# fmt: on
