"""A free note on a row of the register (F23: 备注): kept by whoever keeps the row in its house, read in that house alone.

A unit's is kept by its office, by the head of the division and by the officer who have the task; of the congress's and of the
government's office each keeps its own. What stood there before stays in the record of the note."""

from ..actions import Action as A
from ..needs.note import the_note_says_something
from ..words import Capacity as C, Note as N
from .row import step


KEEPERS = (C.UNIT_OFFICE, C.DIVISION_HEAD, C.CASE_OFFICER, C.CONGRESS_OFFICE, C.GOVERNMENT_OFFICE)

# fmt: off
STEPS = (
    step(A.JOT,   (N.NEW, N.ERASED, N.WRITTEN), N.WRITTEN, by=KEEPERS, needs=the_note_says_something, at_will=True, inside=True),
    step(A.ERASE, N.WRITTEN,                    N.ERASED,  by=KEEPERS, at_will=True, inside=True),
)
# fmt: on
