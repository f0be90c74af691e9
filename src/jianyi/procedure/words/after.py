"""What the unit of a handling still has to see to when the reply is out: by track, the stages at which it is not done."""

from .escalation import Escalation
from .ideas import Idea
from .promises import Ledger, Promise
from .publication import Publication
from .word import Word


AFTER: dict[type[Word], tuple[Word, ...]] = {
    Idea: (Idea.NOTED, Idea.STUDIED),
    Promise: (Promise.MADE, Promise.CHANGING, Promise.REPORTED, Promise.VERIFIED),
    Ledger: (Ledger.OPEN, Ledger.SETTLED, Ledger.PREPARED, Ledger.ANSWERED),
    Escalation: (Escalation.FOLLOWED, Escalation.REPORTED),
    Publication: (Publication.DRAFTING, Publication.PRESENTED, Publication.WITHHOLDING, Publication.CHECKED),
}
