"""The nouns of a case."""

from .assisting import Assisting
from .batches import Batch, Entry
from .between import Negotiation, Waiver
from .claims import Claim
from .handlings import Contact, Handling, Return
from .ideas import Idea
from .inside import Charge, Collective, Consultation, Extension
from .letters import Letter
from .oral import OralReply
from .papers import Delivery, Edition, Paper, View
from .past import Past
from .plans import Milestone, Plan
from .promises import Explained, Ledger, Promise, Told
from .ratings import Escalation, RatingLink
from .remarks import Remark
from .sheets import Sheet
from .suggestions import Attachment, Invitation, Suggestion, Withdrawal
from .titles import TitlePair


__all__ = [
    "Assisting", "Attachment", "Batch", "Charge", "Claim", "Collective", "Consultation", "Contact", "Delivery", "Edition", "Entry", "Escalation", "Explained", "Extension", "Handling", "Idea", "Ledger", "Invitation", "Letter", "Milestone", "Negotiation", "OralReply", "Paper", "Past",
    "Plan", "Promise", "RatingLink", "Remark", "Return", "Sheet", "Suggestion", "TitlePair", "Told", "View", "Waiver", "Withdrawal",
]  # fmt: skip
