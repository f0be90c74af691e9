"""How a golden idea stands."""

from dataclasses import dataclass

from ..words import Contact


@dataclass(frozen=True, slots=True)
class Noted:
    """Whether the deputy lets the record stand in which it was noted."""

    contact: Contact = Contact.RECORDED
