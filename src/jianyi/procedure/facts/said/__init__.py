"""What a person says with a step. Each field knows its Chinese label, so forms and API schemas come from here.

`kind` of a field: text | long | choice | day | count | moment | unit | person | deputies | files | proofs | flag | hidden.
"""

from .between import Arguing, Leave, Raising, Verdict, Waiving
from .cases import (
    Again,
    AskedReturn,
    Because,
    Confirming,
    CoSigning,
    Delivery,
    Entered,
    Inheriting,
    Inviting,
    Listing,
    Merged,
    Merging,
    Met,
    Naming,
    NotTaken,
    Offer,
    PassedOn,
    Read,
    Reassigning,
    Receipt,
    Replied,
    Result,
    Reviewed,
    Team,
    Units,
    Writing,
)
from .circular import Drawing, Phrasing, Pushed
from .days import Arranging
from .escalation import DETERMINATIONS, Determined, Summoned
from .fieldwork import (
    ACTIVITIES,
    COUNTED_YEARLY,
    ESCALATED,
    INNER,
    Attaching,
    Attending,
    Calling,
    Charging,
    Minuting,
    Passing,
    PassingOn,
    Resolving,
    Scheming,
)
from .idea import Landing, SettingAside, Studying
from .note import Jotting
from .oral import DEPUTY_OPINIONS, WRITTEN, Countersigned, OnPaper, Spoken
from .outcome import Amount, Correcting, Crediting, Displaying, Document, Linking, Reported, Unlinking
from .parties import (
    CHANNELS,
    Account,
    Convening,
    Founding,
    Key,
    Lasting,
    Letterhead,
    Manner,
    Named,
    Password,
    Phone,
    Resend,
    Until,
)
from .plan import Foreseen, Planning, Reaching, Setting
from .promise import Changing, Fulfilment, Kept, Progressing, SecondReply
from .publication import HOW, Clearing, Marked
from .rating import ALSO_ASKED, AXES, VIAS, Opinion, Rated, RatedOnPaper
from .remark import Answering, Remarking
from .reply import Answer, Basis, Promise, Striking, Text
from .said import (
    ADOPTIONS,
    BASES,
    CHECKS,
    CLASS_VIEWS,
    CONTACT_WISHES,
    CONTACTED,
    CONVERSIONS,
    FACE_TO_FACE,
    GRADES,
    GROUNDS,
    KINDS,
    LANDINGS,
    LEVELS,
    MATERIALS,
    MODES,
    OBJECTIONS,
    OUTCOMES,
    PHASES,
    PUBLIC_VIEWS,
    PUBLICATIONS,
    QUOTABLE,
    REPEATED,
    TALKS,
    TOPICS,
    VERDICTS,
    WEEKDAYS,
    WISHES,
    WITH_MEASURES,
    Nothing,
    Said,
    asked,
)
from .supervision import (
    HELPS,
    MANNERS,
    RUNGS,
    WAYS,
    Cited,
    Decreed,
    Defence,
    Helping,
    MeasureDraft,
    Pleading,
    Prolonging,
    TalkRecord,
    Urged,
    UrgingAnswer,
    Verified,
)
from .themes import Finding, Grouping, MeetingNamed, Pledging, SharedText
from .topics import (
    Consulting,
    Decided,
    Including,
    Nominating,
    NotListed,
    Responding,
    Sounded,
    Supervising,
    SupervisionReport,
    Visiting,
)
from .unit import (
    AskedExtension,
    Comment,
    Decision,
    Exempting,
    Granting,
    KeyMark,
    Leading,
    Succession,
    UnitRules,
)


__all__ = [
    "ACTIVITIES", "ADOPTIONS", "ALSO_ASKED", "AXES", "Account", "Again", "Amount", "Answer", "Answering", "Arguing",
    "Arranging", "AskedExtension", "AskedReturn", "Attaching", "Attending", "BASES", "Basis", "Because", "CHANNELS",
    "CHECKS", "CLASS_VIEWS", "CONTACTED", "CONTACT_WISHES", "CONVERSIONS", "COUNTED_YEARLY", "Calling", "Changing",
    "Charging", "Cited", "Clearing", "CoSigning", "Comment", "Confirming", "Consulting", "Convening", "Correcting",
    "Countersigned", "Crediting", "DEPUTY_OPINIONS", "DETERMINATIONS", "Decided", "Decision", "Decreed", "Defence",
    "Delivery", "Determined", "Displaying", "Document", "Drawing", "ESCALATED", "Entered", "Exempting", "FACE_TO_FACE",
    "Finding", "Foreseen", "Founding", "Fulfilment", "GRADES", "GROUNDS", "Granting", "Grouping", "HELPS", "HOW", "Helping",
    "INNER", "Including", "Inheriting", "Inviting", "KINDS", "Jotting", "Kept", "Key", "KeyMark", "LANDINGS", "LEVELS", "Landing", "Lasting",
    "Leading", "Leave", "Letterhead", "Linking", "Listing", "MANNERS", "MATERIALS", "MODES", "Manner", "Marked",
    "MeasureDraft", "MeetingNamed", "Merged", "Merging", "Met", "Minuting", "Named", "Naming", "Nominating", "NotListed",
    "NotTaken", "Nothing", "OBJECTIONS", "OUTCOMES", "Offer", "OnPaper", "Opinion", "PHASES", "PUBLICATIONS", "PUBLIC_VIEWS",
    "PassedOn", "Passing", "PassingOn", "Password", "Phone", "Phrasing", "Planning", "Pleading", "Pledging", "Progressing",
    "Prolonging", "Promise", "Pushed", "QUOTABLE", "REPEATED", "RUNGS", "Raising", "Rated", "RatedOnPaper", "Reaching", "Read",
    "Reassigning", "Receipt", "Remarking", "Replied", "Reported", "Resend", "Resolving", "Responding", "Result", "Reviewed",
    "Said", "Scheming", "SecondReply", "Setting", "SettingAside", "SharedText", "Sounded", "Spoken", "Striking", "Studying",
    "Succession", "Summoned", "Supervising", "SupervisionReport", "TALKS", "TOPICS", "TalkRecord", "Team", "Text",
    "UnitRules", "Units", "Unlinking", "Until", "Urged", "UrgingAnswer", "VERDICTS", "VIAS", "Verdict", "Verified",
    "Visiting", "WAYS", "WEEKDAYS", "WISHES", "WITH_MEASURES", "WRITTEN", "Waiving", "Writing", "asked",
]  # fmt: skip
