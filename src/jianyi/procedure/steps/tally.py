"""What the rhythm of a unit brings: the list of a dispatch day, of an urging day, the figures of a month (源 G4; stories S10).

Taken by the procedure itself on the day, and never changed after it. Nothing follows from one by itself: an urging letter is
written and signed by somebody.
"""

from ..actions import Action as A
from ..needs.tally import its_day_has_come
from ..words import Capacity as C, Tally as T
from .row import step


# fmt: off
STEPS = (
    step(A.TAKE_STOCK, T.NEW, T.DRAWN, by=C.THE_PROCEDURE, needs=its_day_has_come, tells=(C.UNIT_OFFICE, C.DIVISION_HEAD), inside=True),
)
# fmt: on
