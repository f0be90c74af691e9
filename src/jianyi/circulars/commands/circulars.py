"""A circular: drawn, written, approved, issued, withdrawn; read by those it goes to; what it pushes forward, done."""

from datetime import date, datetime, timedelta

from jianyi.cases.commands.attachments import prove
from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Drawing, Nothing, Phrasing, Pushed, Reaching
from jianyi.procedure.refusals import Changed, Code
from jianyi.procedure.words import Limit
from jianyi.turn import clocks
from jianyi.turn.case import Turn
from jianyi.turn.door import bare, command, own

from ..facts import other_of_the_month
from ..freezing import frozen
from ..holders import eyes
from ..issued import paper
from ..models import Addressee, Circular, Named, Push
from ..pushing import named


@command(Circular, A.DRAW)
def draw(turn: Turn, circular: Circular, said: Drawing) -> None:
    """Its facts are frozen as they stood at the end of the day, or stand now where the day is not over."""
    as_of = _end_of(said.day or clock.today())
    circular.draw(frozen(circular, as_of, by=eyes(circular)), as_of, said.meeting, turn.by.people)
    if circular._state.adding:
        circular.save(force_insert=True)


def _end_of(day: date) -> datetime:
    return min(clock.midnight(day + timedelta(days=1)), clock.now())


@command(Circular, A.WRITE)
def write(turn: Turn, circular: Circular, said: Phrasing) -> None:
    circular.phrase(said, turn.by.people)


present = bare(Circular, A.PRESENT)


@command(Circular, A.APPROVE)
def approve(turn: Turn, circular: Circular, said: Nothing) -> None:
    circular.approved_by, circular.sent_back = turn.by.name, ""


@command(Circular, A.SEND_BACK)
def send_back(turn: Turn, circular: Circular, said: Because) -> None:
    circular.sent_back = said.reason


@command(Circular, A.SIGN)
def sign(turn: Turn, circular: Circular, said: Nothing) -> None:
    """It takes its number; whom it goes to, what it pushes forward and whom it names are rows from now on."""
    under = turn.under(circular)
    circular.issued_on = clock.today()
    for house in circular.readers:
        under.add(Addressee.of(circular, house_id=house["house"]))
    for nth, each in enumerate(Phrasing(push=circular.push).rows, start=1):
        under.add(_pushed(circular, nth, each))
    Named.objects.bulk_create(
        Named(congress_id=circular.congress_id, root_id=circular.id, handling_id=int(row["handling"]), limit=row["limit"])
        for row in circular.facts["late"]
    )  # fmt: skip
    circular.number = paper.signed(turn, circular)
    _alone(circular)


def _alone(circular: Circular) -> None:
    """Looked at once more behind the number, which two of one house cannot take at the same moment. Raises Changed."""
    if other := other_of_the_month(circular):
        raise Changed(
            Code.CHANGED_MEANWHILE, f"这个月的通报刚刚由他人签发（{other}），一个月只有一份：请刷新后查看。"
        )


def _pushed(circular: Circular, nth: int, each: Pushed) -> Push:
    """Of the house that the line names; where it names two, of the one that has the longer name."""
    houses = [
        (len(name), row["house"]) for row in circular.readers for name in (row["name"], row["short"]) if name and name in each.who
    ]  # fmt: skip
    case = named(circular.facts)[each.no]
    return Push.of(
        circular, house_id=max(houses)[1], nth=nth, suggestion_id=case, no=each.no.split()[-1], problem=each.problem,
        next=each.next, who=each.who, due=each.due,
    )  # fmt: skip


@command(Circular, A.WITHDRAW)
def withdraw(turn: Turn, circular: Circular, said: Because) -> None:
    circular.reason = said.reason


@command(Addressee, A.READ)
def read(turn: Turn, addressee: Addressee, said: Nothing) -> None:
    addressee.read_by, addressee.read_at = turn.by.name, clock.now()


@own(Push, A.TAKE_EFFECT)
def take_effect(turn: Turn, push: Push, said: Nothing) -> None:
    clocks.run_until(turn.under(push), push.id, Limit.PUSH, push.due, "定日", "通报推进清单的时限")


@command(Push, A.REACH)
def reach(turn: Turn, push: Push, said: Reaching) -> None:
    push.evidence, push.done_by, push.done_on, push.sent_back = said.evidence, turn.by.name, clock.today(), ""
    prove(turn, push, said.files)


@command(Push, A.SEND_BACK)
def push_back(turn: Turn, push: Push, said: Because) -> None:
    push.sent_back = said.reason
