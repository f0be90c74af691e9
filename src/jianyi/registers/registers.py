"""Which registers there are, in the order in which they are offered."""

from jianyi.procedure.facts.acting import Actor

from .queries.contacts import CONTACTS
from .queries.promises import PROMISES
from .queries.work import PRESSED, WORK
from .register import Register


REGISTERS = {each.key: each for each in (WORK, PRESSED, CONTACTS, PROMISES)}


def open_to(by: Actor) -> list[Register]:
    """Those that this reader has."""
    return [each for each in REGISTERS.values() if each.open_to(by)]
