"""The words of the procedure: what code writes, and what people read.

A word is a plain Enum, never a StrEnum: two tracks may share a word ("asked") and must not be equal.
The stages of a track are listed in the order of its road; the first is where a new subject stands.
"""

from .roles import NO_DUTY, Capacity, Duty, Kind, Limit, Role
from .switches import (
    SWITCHES,
    ContactGate,
    DelegationReview,
    GovernmentOffice,
    Raters,
    Rehandle,
    ReplyTo,
    Withdraw,
)
from .tracks import (
    TRACK_LABELS,
    TRACKS,
    Batch,
    Claim,
    Congress,
    Contact,
    Handling,
    Invitation,
    Organisation,
    Paper,
    Past,
    Person,
    Post,
    Proxy,
    Rating,
    Return,
    Seat,
    Sitting,
    Suggestion,
    View,
    Withdrawal,
)
from .word import Word


__all__ = [
    "Batch",
    "Capacity",
    "Claim",
    "Congress",
    "Contact",
    "ContactGate",
    "DelegationReview",
    "Duty",
    "GovernmentOffice",
    "Handling",
    "Invitation",
    "Kind",
    "Limit",
    "NO_DUTY",
    "Organisation",
    "Paper",
    "Past",
    "Person",
    "Post",
    "Proxy",
    "Raters",
    "Rating",
    "Rehandle",
    "ReplyTo",
    "Return",
    "Role",
    "SWITCHES",
    "Seat",
    "Sitting",
    "Suggestion",
    "TRACKS",
    "TRACK_LABELS",
    "View",
    "Withdraw",
    "Withdrawal",
    "Word",
]
