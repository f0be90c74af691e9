"""The batch: a clerk prepares it, the head of the committee hands it over, once (代 51; stories S1.6)."""

from ..actions import Action as A
from ..needs.cases import something_is_listed, the_batch_is_not_empty, the_result_is_that_of_every_case
from ..words import Batch as B, Capacity as C
from .row import STAYS, step


# fmt: off
STEPS = (
    step(A.PREPARE,   B.NEW,      B.PREPARED, by=C.CONGRESS_OFFICE, needs=something_is_listed, tells=C.COMMITTEE_HEAD),
    step(A.PREPARE,   B.PREPARED, STAYS,      by=C.CONGRESS_OFFICE, needs=something_is_listed, at_will=True),
    step(A.HAND_OVER, B.PREPARED, B.FROZEN,   by=C.COMMITTEE_HEAD,  needs=the_batch_is_not_empty),
    step(A.HAND_OVER, B.FROZEN,   STAYS,      by=C.COMMITTEE_HEAD,  needs=the_batch_is_not_empty, at_will=True),
    step(A.REPORT,    B.FROZEN,   B.DONE,     by=C.COMMITTEE_HEAD,  needs=the_result_is_that_of_every_case, tells=C.CONGRESS_OFFICE),
)
# fmt: on
