"""The past reply: given and published before the platform was in use, kept to be looked up."""

from ..actions import Action as A
from ..needs.cases import the_past_reply_is_whole
from ..needs.said import a_reason
from ..words import Capacity as C, Past as P
from .row import STAYS, step


# fmt: off
STEPS = (
    step(A.KEEP,   P.NEW,  P.KEPT,    by=C.CONGRESS_OFFICE, needs=the_past_reply_is_whole),
    step(A.KEEP,   P.KEPT, STAYS,     by=C.CONGRESS_OFFICE, needs=the_past_reply_is_whole, at_will=True),
    step(A.REMOVE, P.KEPT, P.REMOVED, by=C.CONGRESS_OFFICE, needs=a_reason,                at_will=True),
)
# fmt: on
