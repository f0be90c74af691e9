"""The documents of the ladder: cited, listed, summoned, called to account; corrected, decided, taken back (F21)."""

from jianyi.cases.commands.attachments import attach, prove
from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.calendar import in_words
from jianyi.procedure.facts.said import (
    Because,
    Cited,
    Decreed,
    Defence,
    Kept,
    MeasureDraft,
    Nothing,
    Prolonging,
    TalkRecord,
    Verified,
)
from jianyi.procedure.words import Limit
from jianyi.turn import clocks
from jianyi.turn.case import Turn
from jianyi.turn.door import command, own

from .. import issued
from ..facts import climbing
from ..ladder import below
from ..models import Measure


@command(Measure, A.DRAW_UP)
def draw_up(turn: Turn, measure: Measure, said: MeasureDraft) -> None:
    """Drafted; it rests on the highest document below it."""
    measure.draw(said)
    measure.previous = _previous(measure)


@command(Measure, A.CITE)
def cite(turn: Turn, measure: Measure, said: Cited) -> None:
    """A circular went out by itself: its number and day are put on record here."""
    measure.cite(said)
    measure.previous = _previous(measure)
    if measure.due:
        clocks.run_until(
            turn.under(measure), measure.id, Limit.CORRECTION, measure.due, "定日", "通报要求的整改期限"
        )


def _previous(measure: Measure) -> str:
    """The highest document below it that came to nothing."""
    rows = [row for row in below(measure, clock.today()) if row.level < measure.level and row.over]
    if not rows:
        return ""
    last = rows[-1]
    return f"{last.number}（{in_words(last.day).replace(' ', '')}）"


@command(Measure, A.LIST)
def put_up(turn: Turn, measure: Measure, said: Nothing) -> None:
    """The board has a number of its own; its clock is that of the place, or runs until the day that was set."""
    measure.board = issued.board_of(measure)
    under = turn.under(measure)
    if not under.place.lays_down(Limit.LISTING) and measure.due:
        clocks.run_until(under, measure.id, Limit.LISTING, measure.due, "定日", "本单要求的摘牌期限")
    measure.due = next((row.due_on for row in under.deadlines if row.limit is Limit.LISTING), measure.due)
    _send(turn, measure, "listed")


@command(Measure, A.NOTIFY)
def notify(turn: Turn, measure: Measure, said: Nothing) -> None:
    """It is told that the suggestion is supervised, by whom and why; what is asked for is reported until a day."""
    _run(turn, measure, Limit.CORRECTION, "督办通知要求的报告期限")
    _send(turn, measure, "supervised")


@command(Measure, A.RESPOND)
def respond(turn: Turn, measure: Measure, said: Kept) -> None:
    measure.report(said, sorted(turn.by.people))
    prove(turn, measure, said.files)


@command(Measure, A.CLOSE)
def settle(turn: Turn, measure: Measure, said: Verified) -> None:
    _end(turn, measure, said.outcome)


@command(Measure, A.SUMMON)
def summon(turn: Turn, measure: Measure, said: Nothing) -> None:
    _run(turn, measure, Limit.CORRECTION, "约谈通知要求的整改期限")
    _send(turn, measure, "summons")


@command(Measure, A.CALL_TO_ACCOUNT)
def call_to_account(turn: Turn, measure: Measure, said: Nothing) -> None:
    """A proposal: the person speaks first, and another body decides."""
    if measure.statement_by:
        clocks.run_until(
            turn.under(measure), measure.id, Limit.STATEMENT, measure.statement_by, "定日", "请本人陈述的日期"
        )
    _send(turn, measure, "accountability")


def _run(turn: Turn, measure: Measure, limit: Limit, article: str) -> None:
    if measure.due:
        clocks.run_until(turn.under(measure), measure.id, limit, measure.due, "定日", article)


def _send(turn: Turn, measure: Measure, kind: str) -> None:
    measure.issue(issued.number_of(measure), turn.by.name)
    issued.drawn(turn, measure, kind)


@command(Measure, A.DROP)
def drop(turn: Turn, measure: Measure, said: Because) -> None:
    measure.reason = said.reason


@command(Measure, A.REACH)
def reach(turn: Turn, measure: Measure, said: Kept) -> None:
    """It stays on the board until somebody else has looked."""
    measure.report(said, sorted(turn.by.people))
    prove(turn, measure, said.files)


@command(Measure, A.VERIFY)
def take_down(turn: Turn, measure: Measure, said: Verified) -> None:
    _end(turn, measure, said.outcome)


@command(Measure, A.SEND_BACK)
def send_back(turn: Turn, measure: Measure, said: Because) -> None:
    measure.reason = said.reason


@command(Measure, A.PROLONG)
def prolong(turn: Turn, measure: Measure, said: Prolonging) -> None:
    """The paper stands as it was issued; the clock runs until the new day."""
    limit = Limit.LISTING if measure.rung == "listing" else Limit.CORRECTION
    if said.until:
        was, now = clocks.extend(turn.under(measure), measure.id, limit, said.until, said.reason)
        measure.prolong(was, now, said.reason, turn.by.name)


@command(Measure, A.MINUTE)
def minute(turn: Turn, measure: Measure, said: TalkRecord) -> None:
    measure.statement, measure.pledges = said.statement, said.promised


@command(Measure, A.SIGN)
def sign(turn: Turn, measure: Measure, said: Nothing) -> None:
    """The interviewer's own name under the record."""
    measure.signed_by = [[turn.by.name, clock.today().isoformat()]]


@command(Measure, A.COUNTERSIGN)
def countersign(turn: Turn, measure: Measure, said: Nothing) -> None:
    """Both have signed: the record is a paper now."""
    measure.signed_by = [*measure.signed_by, [turn.by.name, clock.today().isoformat()]]
    issued.drawn(turn, measure, "talk")


@command(Measure, A.FIND_CORRECTED)
def find_corrected(turn: Turn, measure: Measure, said: Verified) -> None:
    _end(turn, measure, said.outcome)


@command(Measure, A.FIND_UNCORRECTED)
def find_uncorrected(turn: Turn, measure: Measure, said: Because) -> None:
    _end(turn, measure, said.reason)


@command(Measure, A.DEFEND)
def defend(turn: Turn, measure: Measure, said: Defence) -> None:
    measure.defence, measure.defended_on = said.text, clock.today()
    attach(turn, measure, said.attachments)


@command(Measure, A.DECIDE)
def decide(turn: Turn, measure: Measure, said: Decreed) -> None:
    """The platform keeps what was decided elsewhere."""
    measure.decision, measure.decided_on = said.decision, said.decided_on
    _end(turn, measure, said.decision)


@command(Measure, A.REVOKE)
def revoke(turn: Turn, measure: Measure, said: Because) -> None:
    _end(turn, measure, said.reason)


def _end(turn: Turn, measure: Measure, told: str) -> None:
    measure.close(turn.by.name, told)
    measure.checkers = sorted(turn.by.people)


@own(Measure, A.CARRY_ON)
def carry_on(turn: Turn, measure: Measure, said: Nothing) -> None:
    """To the unit that goes on with the suggestion; who answered for it answers on where they work there now."""
    measure.unit_id = climbing(measure, turn.under(measure)).heir


@own(Measure, A.LAPSE)
def lapse(turn: Turn, measure: Measure, said: Nothing) -> None:
    measure.close(turn.by.name, "对方已不承办这件建议")
