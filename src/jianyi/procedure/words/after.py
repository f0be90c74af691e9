"""When a suggestion is answered, and what the unit of a handling still has to see to then."""

from .escalation import Escalation
from .ideas import Idea
from .promises import Ledger, Promise
from .publication import Publication
from .tracks import Suggestion
from .word import Word


# Every reply is with the deputies; and all that was handed over and not taken back, answered or not.
ANSWERED = (
    Suggestion.ANSWERED, Suggestion.TRACKING, Suggestion.RATED, Suggestion.ESCALATED, Suggestion.CLOSED,
)  # fmt: skip
WITH_UNITS = (Suggestion.HANDED_OVER, *ANSWERED)
# The reply is out or will be, and the deputies' last word on it is not.
RATABLE = (
    Suggestion.HANDED_OVER, Suggestion.ANSWERED, Suggestion.TRACKING, Suggestion.ESCALATED,
)  # fmt: skip
# By track, the stages at which it is not done.
AFTER: dict[type[Word], tuple[Word, ...]] = {
    Idea: (Idea.NOTED, Idea.STUDIED),
    Promise: (Promise.MADE, Promise.CHANGING, Promise.REPORTED, Promise.VERIFIED),
    Ledger: (Ledger.OPEN, Ledger.SETTLED, Ledger.PREPARED, Ledger.ANSWERED),
    Escalation: (Escalation.FOLLOWED, Escalation.REPORTED),
    Publication: (Publication.DRAFTING, Publication.PRESENTED, Publication.WITHHOLDING, Publication.CHECKED),
}
