"""A remark on a draft: made by whoever of the unit may read the draft, answered by its drafter, settled by its maker.

It stays inside the unit and ends with the text it speaks of: once the paper is signed, void or its task over, what is still
open falls.
"""

from ..actions import Action as A
from ..needs.handling import the_task_goes_on, the_task_is_over
from ..needs.remark import (
    its_passage_stands_in_the_text,
    its_point_is_of_the_case,
    the_answer_is_written,
    the_paper_has_gone,
    the_paper_is_open_to_remarks,
    the_remark_is_written,
    the_text_read_is_the_present_one,
    there_is_a_text_to_remark_on,
)
from ..needs.said import a_reason
from ..words import Capacity as C, Remark as K
from .row import step


OFFICER, REMARKER, PROCEDURE = C.CASE_OFFICER, C.REMARKER, C.THE_PROCEDURE
REMARKING = (
    the_task_goes_on,
    there_is_a_text_to_remark_on,
    the_paper_is_open_to_remarks,
    the_text_read_is_the_present_one,
    the_remark_is_written,
    its_point_is_of_the_case,
    its_passage_stands_in_the_text,
)
WAITING = (K.OPEN, K.ANSWERED)

# fmt: off
STEPS = (
    step(A.REMARK,   K.NEW,      K.OPEN,     by=C.INSIDER, needs=REMARKING, tells=OFFICER, inside=True),
    step(A.ANSWER,   K.OPEN,     K.ANSWERED, by=OFFICER,   needs=the_answer_is_written, tells=REMARKER, inside=True),
    step(A.ACCEPT,   K.ANSWERED, K.SETTLED,  by=REMARKER,  tells=OFFICER, inside=True),
    step(A.INSIST,   (K.ANSWERED, K.SETTLED), K.OPEN, by=REMARKER, needs=(the_paper_is_open_to_remarks, a_reason), tells=OFFICER, at_will=True, inside=True),
    step(A.TAKE_OFF, WAITING,    K.WITHDRAWN, by=REMARKER, tells=OFFICER, at_will=True, inside=True),
    step(A.LAPSE,    WAITING,    K.LAPSED,   by=PROCEDURE, needs=the_paper_has_gone, inside=True),
    step(A.LAPSE,    WAITING,    K.LAPSED,   by=PROCEDURE, needs=the_task_is_over, inside=True),
)
# fmt: on
