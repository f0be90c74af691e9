"""The letters about promises: from rows to papers, numbered in the unit's own series (F19)."""

from collections import Counter
from dataclasses import replace
from datetime import date

from jianyi.cases.letters import promises as letters
from jianyi.cases.letters.values import Issue, days
from jianyi.procedure.words import Limit, Promise as P
from jianyi.turn.case import Turn

from .. import issued
from ..models import Ledger, Promise, Told
from ..models.promises import SORTS
from .about import about, salutation
from .replies import copies
from .units import issuer


SERIES = "建函"
STATES = {P.KEPT: "已落实，您已确认", P.UNANSWERED: "已落实", P.UNKEPT: "不能落实，原因已作说明"}


def _issue(turn: Turn, subject: Promise | Ledger) -> Issue:
    """To those who had the reply, and to whoever had a copy of it."""
    return issuer(turn, subject.handling, SERIES, copies(subject.paper, turn.under(subject)))


def changed(turn: Turn, promise: Promise) -> None:
    """As it stood, and as it stands now."""
    under, issue = turn.under(promise), _issue(turn, promise)
    item, _, reason, *_ = promise.was[-1]
    told = letters.Changed(
        issue, about(under), salutation(under), promise.paper.number, _nth(promise, turn), item, promise.due_before, reason,
        promise.item if promise.item != item else "", promise.due if promise.is_open else None,
    )  # fmt: skip
    issued.issue(turn, promise, "promise_changed", letters.changed(told), issue, promise.handling.unit_id)


def _nth(promise: Promise, turn: Turn) -> int:
    """Of the promises of its reply."""
    rows = [row.nth for row in turn.under(promise).all(Promise) if row.paper_id == promise.paper_id]
    return sorted(rows).index(promise.nth) + 1


def second_reply(turn: Turn, ledger: Ledger, rows: list[Promise], wanted: str) -> None:
    """`wanted`: the class it becomes when the deputy confirms; empty where it stays the same."""
    under, issue = turn.under(ledger), _issue(turn, ledger)
    ledger.sign(issue.number, turn.by.name)
    outcomes = tuple(
        letters.Outcome(row.item, STATES.get(row.stage, row.stage.label), row.verified_on, row.evidence)
        for row in rows
    )
    told = letters.SecondReply(
        issue, about(under), salutation(under), ledger.paper.number, outcomes, ledger.text, ledger.reply_class,
        wanted,
    )  # fmt: skip
    issued.issue(turn, ledger, "second_reply", letters.second_reply(told), issue, ledger.handling.unit_id)


def progress(turn: Turn, ledger: Ledger, told: Told, rows: list[Promise]) -> None:
    """A report is a paper of its own, about what was told that day: the next one does not replace it. The case officer makes it,
    and nobody signs it, so it names nobody who did."""
    under, issue = turn.under(ledger), replace(_issue(turn, ledger), signer="")
    before = Told.objects.filter(
        congress_id=ledger.congress_id, root_id=ledger.root_id, ledger_id=ledger.id, by_deputy=False
    )
    counts = Counter(row.sort for row in rows)
    said = letters.Progress(
        issue, about(under), salutation(under), ledger.paper.number, before.exclude(id=told.id).count() + 1,
        tuple(_stands(row) for row in rows), tuple((sort, counts[sort]) for sort in SORTS if counts[sort]),
        told.text, _next(turn, ledger),
    )  # fmt: skip
    issued.issue(turn, ledger, "progress", letters.progress(said), issue, ledger.handling.unit_id, to=told.id)


def _stands(row: Promise) -> letters.Outcome:
    """What shows it is told once somebody else has verified it; until then the day by which it shall be done."""
    if row.is_verified:
        return letters.Outcome(row.item, row.sort, row.verified_on, row.evidence)
    due = f"，{days(row.due)}前完成" if row.due and row.is_open else ""
    was = f"（原定{days(row.first_due)}前）" if due and row.first_due and row.first_due != row.due else ""
    carried = f"，结转自{row.carried_from}年" if row.carried_from else ""
    return letters.Outcome(row.item, f"{row.sort}{due}{was}{carried}")


def _next(turn: Turn, ledger: Ledger) -> date | None:
    rows = [row for row in turn.under(ledger).deadlines if row.limit is Limit.PROGRESS]
    return next((row.due_on for row in rows if row.holder_id == ledger.id and row.ended_at is None), None)
