"""The parts of a case file that lie between units."""

from datetime import date

from .shapes import Part


class Waiver(Part):
    """`helping`: the handling whose opinion is missing; `tried`: for the units and those who watch over them."""

    handling: str
    helping: str
    due_on: date | None
    tried: str
    reason: str
    decision: str
    decided_by: str


class Negotiation(Part):
    """`other`: the number of the unit; `answer` and `counter` are its side, `argument` and `proposal` that of the unit
    whose handling it is."""

    handling: str
    other: str
    topic: str
    argument: str
    proposal: str
    answer: str
    counter: str
    verdict: str
    decision: str
    decided_by: str
    swapped: bool
