"""The nouns of a case."""

from .batches import Batch, Entry
from .handlings import Claim, Contact, Handling, Return
from .papers import Delivery, Edition, Paper, Sheet, View
from .past import Past
from .suggestions import Attachment, Invitation, Suggestion, Withdrawal


__all__ = [
    "Attachment", "Batch", "Claim", "Contact", "Delivery", "Edition", "Entry", "Handling", "Invitation", "Paper",
    "Past", "Return", "Sheet", "Suggestion", "View", "Withdrawal",
]  # fmt: skip
