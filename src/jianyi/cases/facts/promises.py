"""What the procedure asks about a promise, and about the ledger of a reply."""

from jianyi.parties.mandates import last_day, running
from jianyi.procedure import words as w
from jianyi.procedure.facts import promises as f
from jianyi.turn.under import Under

from ..models import Ledger, Paper, Promise
from ..models.promises import OPEN


def pledged(subject: Promise | Ledger, under: Under) -> f.Pledged:
    return f.Pledged(
        out=subject.paper.stage is w.Paper.SENT,
        replaced=subject.paper.stage is w.Paper.VOID
        or any(_replaces(paper, subject.paper) for paper in under.all(Paper)),
        reporters=frozenset(getattr(subject, "reporters", ())),
        askers=frozenset(getattr(subject, "askers", ())),
        day=subject.asked_day if isinstance(subject, Promise) else None,
    )


def _replaces(later: Paper, paper: Paper) -> bool:
    """The reply of the same unit in a later round, once it is with the deputy."""
    ours = later.handling.unit_id == paper.handling.unit_id and later.is_reply
    return ours and later.stage is w.Paper.SENT and later.handling.round > paper.handling.round


def booked(ledger: Ledger, under: Under) -> f.Booked:
    rows = promises_of(ledger, under)
    waiting = (w.Promise.NEW, *OPEN)
    return f.Booked(sum(row.stage in waiting for row in rows), frozenset(ledger.writers))


def closing(promise: Promise, under: Under) -> f.Closing:
    """The term that runs now, whatever the term in which it was promised: a promise goes on over the term."""
    term = under.once("term", lambda: running(promise.congress_id))
    return f.Closing(term.nth, last_day(term.until, under.place)) if term else f.Closing()


def promises_of(ledger: Ledger, under: Under) -> list[Promise]:
    """In the order in which they stand in the reply."""
    rows = [row for row in under.all(Promise) if row.paper_id == ledger.paper_id]
    return sorted(rows, key=lambda row: row.nth)


def needs_tracking(paper: Paper, under: Under) -> bool:
    """Its class is one that is followed until what it promises is done."""
    found = under.place.classes.get(paper.reply_class)
    return bool(found and found.needs_tracking)


def is_followed(paper: Paper, under: Under) -> bool:
    """Its class is one that is followed, and its ledger is not done with."""
    ledger = next((row for row in under.all(Ledger) if row.paper_id == paper.id), None)
    return needs_tracking(paper, under) and not (ledger and ledger.is_over)


def class_when_done(ledger: Ledger, under: Under) -> str:
    """The class it is when the deputy has confirmed: one that counts as solved, as it was where a promise was given up."""
    given_up = any(row.stage is w.Promise.UNKEPT for row in promises_of(ledger, under))
    solved = [key for key, kind in under.place.classes.items() if kind.counts_as_solved]
    return ledger.reply_class if given_up or not solved or ledger.reply_class in solved else solved[0]
