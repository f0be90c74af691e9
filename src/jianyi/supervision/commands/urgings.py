"""A letter: drafted from what lags, signed by a person, received, answered, judged (F20)."""

from jianyi.cases.commands.attachments import attach
from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Nothing, Prolonging, Urged, UrgingAnswer
from jianyi.procedure.words import Limit
from jianyi.turn import clocks
from jianyi.turn.case import Turn
from jianyi.turn.door import command, own

from .. import issued
from ..facts import offered, pressed
from ..holders import lines
from ..lagging import key_of
from ..models import COUNTED, Line, Urging


@command(Urging, A.URGE)
def urge(turn: Turn, urging: Urging, said: Urged) -> None:
    """What lags is taken as it stands; it is taken anew when the letter is issued."""
    urging.demands, urging.answer_by = said.asks, said.answer_by
    if urging._state.adding:
        urging.save(force_insert=True)
    lags = {key_of(lag): lag for lag in offered(urging, turn.under(urging))}
    Line.objects.filter(congress_id=urging.congress_id, root_id=urging.id).delete()
    Line.objects.bulk_create(
        Line.of(urging, nth, lags[key]) for nth, key in enumerate(dict.fromkeys(said.lags), 1)
    )


@command(Urging, A.SIGN)
def sign(turn: Turn, urging: Urging, said: Nothing) -> None:
    """The number is taken, the facts are frozen as they are this moment, and the clock of the answer runs."""
    under = turn.under(urging)
    rows, lags = lines(urging, under), {key_of(lag): lag for lag in offered(urging, under)}
    for row in rows:
        row.take(lags[row.key])
        row.save()
    if urging.answer_by and not under.place.lays_down(Limit.URGING_ANSWER):
        clocks.run_until(
            under, urging.id, Limit.URGING_ANSWER, urging.answer_by, "定日", "本函要求的回复日期"
        )
    urging.due = next((row.due_on for row in under.deadlines if row.limit is Limit.URGING_ANSWER), None)
    urging.nth = 1 + _before(urging, rows)
    urging.issue(issued.number_of(urging), turn.by.name)
    issued.urged(turn, urging, rows)


def _before(urging: Urging, rows: list[Line]) -> int:
    """How often this house has urged before about the same: of several the one urged most."""
    earlier = Line.objects.filter(
        congress_id=urging.congress_id, handling_id__in=[row.handling_id for row in rows], root__house_id=urging.house_id,
        root__way=urging.way, root__stage__in=COUNTED,
    ).exclude(root_id=urging.id)  # fmt: skip
    letters: dict[int, set[int]] = {}
    for handling, letter in earlier.values_list("handling_id", "root_id"):
        letters.setdefault(handling, set()).add(letter)
    return max(map(len, letters.values()), default=0)


@command(Urging, A.PROLONG)
def prolong(turn: Turn, urging: Urging, said: Prolonging) -> None:
    """The paper stands as it was issued; the clock runs until the new day."""
    if said.until:
        was, now = clocks.extend(turn.under(urging), urging.id, Limit.URGING_ANSWER, said.until, said.reason)
        urging.prolong(was, now, said.reason, turn.by.name)


@command(Urging, A.DROP)
def drop(turn: Turn, urging: Urging, said: Because) -> None:
    urging.reason = said.reason


@command(Urging, A.ACKNOWLEDGE)
def acknowledge(turn: Turn, urging: Urging, said: Nothing) -> None:
    urging.received_on, urging.received_by = clock.today(), turn.by.name


@command(Urging, A.RESPOND)
def respond(turn: Turn, urging: Urging, said: UrgingAnswer) -> None:
    """Whoever answers has received it."""
    urging.received_on = urging.received_on or clock.today()
    urging.received_by = urging.received_by or turn.by.name
    urging.reply(said, turn.by.name, sorted(turn.by.people))
    attach(turn, urging, said.attachments)


@command(Urging, A.FIND_CORRECTED)
def find_corrected(turn: Turn, urging: Urging, said: Because) -> None:
    _judge(turn, urging, said.reason)


@command(Urging, A.FIND_UNCORRECTED)
def find_uncorrected(turn: Turn, urging: Urging, said: Because) -> None:
    """The next rung stands open."""
    _judge(turn, urging, said.reason)


@command(Urging, A.REVOKE)
def revoke(turn: Turn, urging: Urging, said: Because) -> None:
    """It was a mistake: it counts for nothing."""
    _judge(turn, urging, said.reason)


def _judge(turn: Turn, urging: Urging, told: str) -> None:
    urging.close(turn.by.name, told)
    urging.judges = sorted(turn.by.people)


@own(Urging, A.CARRY_ON)
def carry_on(turn: Turn, urging: Urging, said: Nothing) -> None:
    """To the unit that goes on with what it speaks of; the paper keeps the name it was written to."""
    urging.unit_id = pressed(urging, turn.under(urging)).heir
