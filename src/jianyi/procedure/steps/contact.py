"""A contact counts once the deputy says it took place, or lets the time to say so pass (代 51; stories §0.2).

It stops the clock of the first contact the moment it is put on record, which nobody can date back; a contact that
the deputy disputes has stopped nothing (decision 0007). At what level it was the posts of those present tell (源 W8); of
a confidential proposer the office speaks alone, so that nobody of the unit need have been there.
"""

from ..actions import Action as A
from ..needs.handling import (
    a_meeting_face_to_face_is_pictured,
    a_proposer_took_part,
    no_level_is_stated_without_need,
    somebody_of_the_unit_took_part,
    the_contact_is_described,
    the_contact_lies_in_the_past,
    the_proposer_is_hidden,
    the_proposer_is_known,
    the_task_is_over,
    the_task_is_received,
    those_present_are_of_the_unit,
)
from ..needs.said import run_out
from ..words import Capacity as C, Contact as K, Limit as L
from .row import step


PROCEDURE, DEPUTY, OFFICER = C.THE_PROCEDURE, C.CONTACTED, C.CASE_OFFICER
TOLD = (
    the_contact_is_described,
    the_contact_lies_in_the_past,
    a_proposer_took_part,
    those_present_are_of_the_unit,
    no_level_is_stated_without_need,
)

# fmt: off
STEPS = (
    step(A.RECORD,  K.NEW,      K.RECORDED,   by=OFFICER,           needs=(the_proposer_is_known, the_task_is_received, *TOLD, somebody_of_the_unit_took_part, a_meeting_face_to_face_is_pictured), starts=L.CONFIRM_CONTACT, ends=L.CONTACT, tells=DEPUTY),
    step(A.RELAY,   K.NEW,      K.RECORDED,   by=C.CONGRESS_OFFICE, needs=(the_proposer_is_hidden, the_task_is_received, *TOLD), starts=L.CONFIRM_CONTACT, ends=L.CONTACT, tells=(DEPUTY, OFFICER)),
    step(A.CONFIRM, K.RECORDED, K.CONFIRMED,  by=DEPUTY,            ends=L.CONFIRM_CONTACT, tells=OFFICER),
    step(A.DISPUTE, K.RECORDED, K.DISPUTED,   by=DEPUTY,            ends=L.CONFIRM_CONTACT, reverts=L.CONTACT, tells=(OFFICER, C.UNIT_OFFICE)),
    step(A.LAPSE,   K.RECORDED, K.UNANSWERED, by=PROCEDURE,         needs=run_out(L.CONFIRM_CONTACT), ends=L.CONFIRM_CONTACT, tells=OFFICER),
    step(A.LAPSE,   K.RECORDED, K.UNANSWERED, by=PROCEDURE,         needs=the_task_is_over, ends=L.CONFIRM_CONTACT),
)
# fmt: on
