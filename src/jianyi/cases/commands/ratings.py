"""The rating, by whatever way it comes to the congress's side; and what follows a second dissatisfaction."""

from datetime import datetime, timedelta

from jianyi.kit import clock
from jianyi.parties.signing import new_link
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Determined, Kept, Nothing, Rated, RatedOnPaper, Summoned
from jianyi.procedure.words import Escalation as X, Limit
from jianyi.turn import clocks
from jianyi.turn.case import Turn
from jianyi.turn.door import command, own
from jianyi.turn.under import Under

from ..facts import heard, links_of
from ..models import Escalation, RatingLink, Sheet
from .attachments import prove


@command(Sheet, A.RATE)
def rate(turn: Turn, sheet: Sheet, said: Rated) -> None:
    """In the deputy's own session, or by a link, which is then used up."""
    sheet.fill(said, "link" if turn.by.ticket else "session", turn.by.device)
    if turn.by.ticket:
        last = links_of(sheet, turn.under(sheet))[-1]
        last.open(turn.by.device)
        last.used_at = sheet.rated_at
        last.save()


@command(Sheet, A.ISSUE_LINK)
def issue_link(turn: Turn, sheet: Sheet, said: Nothing) -> None:
    """A new link; the ones before are good no more. Its token is made here and told this once (`sheet.link_token`): the digest
    alone is kept. Sent twice under one request key it is not told again."""
    under = turn.under(sheet)
    sheet.link_token, digest = new_link()
    days = timedelta(days=under.place.number("rating_link_days") or 0)
    RatingLink(
        congress_id=sheet.congress_id, root_id=sheet.root_id, sheet_id=sheet.id, digest=digest,
        made_at=clock.now(), made_by=turn.by.name, until=min([clock.now() + days, *_ends(sheet, under)]),
    ).save(force_insert=True)  # fmt: skip


def _ends(sheet: Sheet, under: Under) -> list[datetime]:
    """When the time to rate is over: no link is good beyond it."""
    running = [row for row in under.deadlines if row.holder_id == sheet.id and row.ended_at is None]
    return [row.due_at for row in running if row.limit in (Limit.RATING, Limit.RATING_GRACE)]


@command(Sheet, A.OPEN_LINK)
def open_link(turn: Turn, sheet: Sheet, said: Nothing) -> None:
    """It is good on this device from now on; nothing is rated by it."""
    last = links_of(sheet, turn.under(sheet))[-1]
    last.open(turn.by.device)
    last.save()


@command(Sheet, A.ENTER)
def enter(turn: Turn, sheet: Sheet, said: RatedOnPaper) -> None:
    """What the deputy wrote on paper, with its scan; it counts when he has said so or has let the time go by."""
    sheet.enter(said, turn.by.name)
    prove(turn, sheet, said.attachments, inside=sheet.id)


@command(Sheet, A.CONFIRM)
def confirm(turn: Turn, sheet: Sheet, said: Nothing) -> None:
    sheet.take_entry("confirmed")


@command(Sheet, A.DISPUTE)
def dispute(turn: Turn, sheet: Sheet, said: Because) -> None:
    sheet.drop_entry(said.reason)


@own(Sheet, A.COUNT)
def count(turn: Turn, sheet: Sheet, said: Nothing) -> None:
    sheet.take_entry("unanswered")


# A second dissatisfaction


@own(Sheet, A.ESCALATE)
def escalate(turn: Turn, sheet: Sheet, said: Nothing) -> None:
    """Two dissatisfied raters of one reply are heard together."""
    under = turn.under(sheet)
    if not any(row.paper_id == sheet.paper_id for row in under.all(Escalation)):
        under.add(Escalation.of(sheet.paper.handling, paper_id=sheet.paper_id)).save()


def _summoned(turn: Turn, row: Escalation, said: Summoned) -> None:
    row.summon(said)


convene = command(Escalation, A.CONVENE)(_summoned)
assess = command(Escalation, A.ASSESS)(_summoned)
meet = command(Escalation, A.MEET)(_summoned)
change = command(Escalation, A.CHANGE)(_summoned)


@command(Escalation, A.DETERMINE)
def determine(turn: Turn, row: Escalation, said: Determined) -> None:
    """What the unit must do runs until the day that was set; where it is only explained, the matter is over."""
    row.determine(said, turn.by.name, heard(row, turn.under(row)))
    prove(turn, row, said.attachments)
    if row.stage is X.FOLLOWED and row.due:
        clocks.run_until(turn.under(row), row.id, Limit.CARRY_OUT, row.due, "定日", "再次不满意的处理意见")


@command(Escalation, A.REACH)
def reach(turn: Turn, row: Escalation, said: Kept) -> None:
    row.report(said)
    prove(turn, row, said.files)


@command(Escalation, A.SEND_BACK)
def send_back(turn: Turn, row: Escalation, said: Because) -> None:
    row.reason = said.reason


@command(Escalation, A.VERIFY)
def verify(turn: Turn, row: Escalation, said: Nothing) -> None:
    row.verify(turn.by.name)
