"""The nouns of a case."""

from .assisting import Assisting
from .batches import Batch, Entry
from .handlings import Claim, Contact, Handling, Return
from .inside import Collective, Consultation, Extension
from .papers import Delivery, Edition, Paper, Sheet, View
from .past import Past
from .suggestions import Attachment, Invitation, Suggestion, Withdrawal


__all__ = [
    "Assisting", "Attachment", "Batch", "Claim", "Collective", "Consultation", "Contact", "Delivery", "Edition", "Entry", "Extension", "Handling", "Invitation", "Paper", "Past",
    "Return", "Sheet", "Suggestion", "View", "Withdrawal",
]  # fmt: skip
