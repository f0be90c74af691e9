"""What becomes of the promises of a reply: reported, verified, changed, told of, answered again, rated (F19)."""

from collections import Counter

from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Changing, Fulfilment, Kept, Nothing, Progressing, SecondReply
from jianyi.procedure.words import Ledger as B, Limit
from jianyi.turn import clocks
from jianyi.turn.case import Turn
from jianyi.turn.door import command, own

from ..facts.promises import class_when_done, closing, promises_of
from ..issued import promises as letters
from ..models import Explained, Ledger, Paper, Promise, Told
from .attachments import prove


def lay_out(turn: Turn, paper: Paper) -> None:
    """When a reply is sent that promises something, its ledger is opened, with a row for each promise."""
    if not paper.promises:
        return
    under = turn.under(paper)
    there = len(under.all(Promise))
    under.add(Ledger.of_reply(paper)).save()
    for nth, told in enumerate(paper.promises, there + 1):
        under.add(Promise.of_reply(paper, nth, told)).save()


@own(Promise, A.BIND)
def bind(turn: Turn, promise: Promise, said: Nothing) -> None:
    promise.made_on = clock.today()
    _run(turn, promise)


def _run(turn: Turn, promise: Promise) -> None:
    """Its clock runs until the day that was promised."""
    if promise.due:
        clocks.run_until(turn.under(promise), promise.id, Limit.PROMISE, promise.due, "定日", "答复中的承诺")


@command(Promise, A.REACH)
def reach(turn: Turn, promise: Promise, said: Kept) -> None:
    """It counts for nothing until somebody else has verified it."""
    promise.reach(said, sorted(turn.by.people))
    prove(turn, promise, said.files)


@command(Promise, A.SEND_BACK)
def send_back(turn: Turn, promise: Promise, said: Because) -> None:
    promise.fall_back(said.reason)


@command(Promise, A.VERIFY)
def verify(turn: Turn, promise: Promise, said: Nothing) -> None:
    promise.verify(turn.by.name)


@command(Promise, A.CONFIRM)
def confirm(turn: Turn, promise: Promise, said: Nothing) -> None:
    promise.end()


@command(Promise, A.DISPUTE)
def dispute(turn: Turn, promise: Promise, said: Because) -> None:
    promise.fall_back(said.reason)


@command(Promise, A.CHANGE)
def change(turn: Turn, promise: Promise, said: Changing) -> None:
    promise.ask(said, turn.by.person)


@command(Promise, A.SIGN)
def sign_change(turn: Turn, promise: Promise, said: Nothing) -> None:
    """The principal explains it to the deputy by a letter; the new day runs, and the one that was promised stays on record."""
    promise.change(turn.by.name)
    if promise.is_open:
        _run(turn, promise)
    letters.changed(turn, promise)


@command(Promise, A.DROP)
def drop_change(turn: Turn, promise: Promise, said: Nothing) -> None:
    promise.withdraw_change()


@command(Promise, A.EXPLAIN)
def explain(turn: Turn, promise: Promise, said: Progressing) -> None:
    """In writing to the proposers, before the term is over: why it is still open, and how it goes on."""
    Explained(
        congress_id=promise.congress_id, root_id=promise.root_id, promise_id=promise.id,
        term=closing(promise, turn.under(promise)).term, text=said.text.strip(), name=turn.by.name, at=clock.now(), on=clock.today(),
    ).save(force_insert=True)  # fmt: skip


@own(Promise, A.LAPSE)
def lapse(turn: Turn, promise: Promise, said: Nothing) -> None:
    promise.end()


# The ledger


@command(Ledger, A.TELL)
def tell(turn: Turn, ledger: Ledger, said: Progressing) -> None:
    """A numbered letter to whoever had the reply: what was told, and how each promise stands that day."""
    told = _note(turn, ledger, said.text, by_deputy=False)
    letters.progress(turn, ledger, told, promises_of(ledger, turn.under(ledger)))


@command(Ledger, A.RESPOND)
def respond(turn: Turn, ledger: Ledger, said: Progressing) -> None:
    _note(turn, ledger, said.text, by_deputy=True)


def _note(turn: Turn, ledger: Ledger, text: str, *, by_deputy: bool) -> Told:
    """With how the promises stand at that moment."""
    rows = promises_of(ledger, turn.under(ledger))
    told = Told(
        congress_id=ledger.congress_id, root_id=ledger.root_id, ledger_id=ledger.id, by_deputy=by_deputy,
        person_id=turn.by.person, text=text.strip(), counts=dict(Counter(row.stage.value for row in rows)), at=clock.now(),
    )  # fmt: skip
    told.save(force_insert=True)
    return told


@command(Ledger, A.ANSWER_AGAIN)
def answer_again(turn: Turn, ledger: Ledger, said: SecondReply) -> None:
    ledger.write(said, sorted(turn.by.people))


@command(Ledger, A.SEND_BACK)
def send_back_second(turn: Turn, ledger: Ledger, said: Because) -> None:
    ledger.sent_back = said.reason


@command(Ledger, A.SIGN)
def sign_second(turn: Turn, ledger: Ledger, said: Nothing) -> None:
    under = turn.under(ledger)
    done = class_when_done(ledger, under)
    letters.second_reply(turn, ledger, promises_of(ledger, under), done if done != ledger.reply_class else "")


@command(Ledger, A.RATE)
def rate(turn: Turn, ledger: Ledger, said: Fulfilment) -> None:
    """Only the deputy's own word makes a matter that was still to be done one that is done; not where a promise was given up."""
    ledger.rate(said)
    if ledger.stage is B.CONFIRMED:
        ledger.reply_class = class_when_done(ledger, turn.under(ledger))
