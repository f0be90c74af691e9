"""The words of the procedure: what code writes, and what people read.

A word is a plain Enum, never a StrEnum: two tracks may share a word ("asked") and must not be equal.
The stages of a track are listed in the order of its road; the first is where a new subject stands.
"""

from .circulars import Addressee, Circular, Push
from .days import Arrangement
from .escalation import Escalate, Escalation
from .every import TRACK_LABELS, TRACKS
from .ideas import Idea
from .notes import Note
from .oral import Oral, OralBy, OralReply
from .outcomes import Link, Outcome, Publicity
from .promises import Ledger, Promise
from .publication import Publication
from .remark import Remark
from .rhythm import Beat, Tally
from .roles import ANSWERING, NO_DUTY, WATCHED, Capacity, Duty, Kind, Limit, Role
from .supervision import Help, Measure, Plea, Urging
from .switches import (
    SWITCHES,
    Candidates,
    ContactGate,
    DelegationReview,
    DraftGate,
    GovernmentOffice,
    Mediation,
    Raters,
    Rehandle,
    ReplyTo,
    Withdraw,
)
from .terms import Seat, Term
from .themes import Member, Problem, Theme
from .topics import Advice, Covered, KeyTopic, Sounding
from .tracks import (
    Batch,
    Charge,
    Claim,
    Collective,
    Congress,
    Consultation,
    Contact,
    Extension,
    Guest,
    Handling,
    Invitation,
    Meeting,
    Milestone,
    Negotiation,
    Organisation,
    Paper,
    Past,
    Person,
    Plan,
    Post,
    Proxy,
    Rating,
    Resolution,
    Return,
    Sitting,
    Suggestion,
    View,
    Waiver,
    Withdrawal,
    WorkScheme,
)
from .word import Word


__all__ = [
    "Advice",
    "Covered",
    "KeyTopic",
    "Sounding",
    "ANSWERING",
    "WATCHED",
    "Arrangement",
    "Addressee",
    "Batch",
    "Beat",
    "Candidates",
    "Capacity",
    "Charge",
    "Circular",
    "Claim",
    "Collective",
    "Congress",
    "Consultation",
    "Contact",
    "ContactGate",
    "DelegationReview",
    "DraftGate",
    "Duty",
    "Escalate",
    "Escalation",
    "Extension",
    "GovernmentOffice",
    "Guest",
    "Handling",
    "Help",
    "Idea",
    "Invitation",
    "Kind",
    "Ledger",
    "Limit",
    "Link",
    "Measure",
    "Mediation",
    "Meeting",
    "Member",
    "Milestone",
    "NO_DUTY",
    "Negotiation",
    "Oral",
    "OralBy",
    "OralReply",
    "Organisation",
    "Outcome",
    "Paper",
    "Past",
    "Person",
    "Plan",
    "Plea",
    "Post",
    "Problem",
    "Promise",
    "Proxy",
    "Publication",
    "Publicity",
    "Push",
    "Raters",
    "Rating",
    "Rehandle",
    "Note",
    "Remark",
    "ReplyTo",
    "Resolution",
    "Return",
    "Role",
    "SWITCHES",
    "Seat",
    "Sitting",
    "Suggestion",
    "TRACKS",
    "TRACK_LABELS",
    "Tally",
    "Theme",
    "Term",
    "Urging",
    "View",
    "Waiver",
    "Withdraw",
    "Withdrawal",
    "Word",
    "WorkScheme",
]
