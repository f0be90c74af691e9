"""A topic: proposed, units asked, decided, ended. What its decision means for each suggestion is taken there (`due.follow`)."""

from collections.abc import Iterable

from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Nothing
from jianyi.procedure.facts.said.topics import (
    Announcing,
    Consulting,
    Decided,
    Including,
    Nominating,
    NotListed,
    Sounded,
)
from jianyi.procedure.words import Limit
from jianyi.turn import clocks
from jianyi.turn.case import Turn
from jianyi.turn.door import command, own

from ..facts import inside, units
from ..models import Covered, KeyTopic, Sounding
from .showing import show


@command(KeyTopic, A.NOMINATE)
def nominate(turn: Turn, topic: KeyTopic, said: Nominating) -> None:
    """Made, or called otherwise; whatever is named and not in it yet joins it by the procedure."""
    topic.call(said)
    if topic._state.adding:
        topic.save(force_insert=True)
    _add(turn, topic, said.cases)


def _add(turn: Turn, topic: KeyTopic, cases: Iterable[int]) -> None:
    under = turn.under(topic)
    known = {row.suggestion_id for row in under.all(Covered)}
    for number in dict.fromkeys(cases):
        if number not in known:
            under.add(Covered.of(topic, suggestion_id=number))


@own(Covered, A.JOIN)
def join(turn: Turn, row: Covered, said: Nothing) -> None:
    row.come()
    show(turn.under(row))


join_again = command(Covered, A.JOIN)(join)


@command(Covered, A.TAKE_OUT)
def take_out(turn: Turn, row: Covered, said: Because) -> None:
    row.go(said.reason)
    show(turn.under(row))


@own(Covered, A.LAPSE)
def lapse(turn: Turn, row: Covered, said: Nothing) -> None:
    """It was withdrawn, or merged into another."""
    row.go()
    show(turn.under(row))


@command(KeyTopic, A.CONSULT)
def consult(turn: Turn, topic: KeyTopic, said: Consulting) -> None:
    """Every unit that handles something in it is asked once."""
    topic.question, topic.answer_by = said.question, said.answer_by
    under = turn.under(topic)
    for unit in sorted(units(topic, inside(under))):
        under.add(Sounding.of(topic, unit_id=unit))


@own(Sounding, A.ASK)
def ask(turn: Turn, row: Sounding, said: Nothing) -> None:
    if row.root.answer_by:
        clocks.run_until(
            turn.under(row), row.id, Limit.SOUNDING, row.root.answer_by, "定日", "重点督办议题的征询要求"
        )


@command(Sounding, A.REPLY)
def answer(turn: Turn, row: Sounding, said: Sounded) -> None:
    row.stand, row.view = said.stand, said.view.strip()
    row.answered_by, row.answered_on = turn.by.name, clock.today()


@command(KeyTopic, A.MARK_KEY)
def mark_key(turn: Turn, topic: KeyTopic, said: Decided) -> None:
    """Entered with the day of the decision; limits do not change."""
    topic.decide(said)


@command(KeyTopic, A.PUBLISH)
def announce(turn: Turn, topic: KeyTopic, said: Announcing) -> None:
    """On the list that the public reads; what changes later is told there by the step that changes it."""
    topic.announce(said.office)
    show(turn.under(topic))


@own(KeyTopic, A.UPDATE)
def update(turn: Turn, topic: KeyTopic, said: Nothing) -> None:
    """Its committee was renamed since."""
    show(turn.under(topic))


@command(KeyTopic, A.TAKE_DOWN)
def take_down(turn: Turn, topic: KeyTopic, said: Because) -> None:
    """The text leaves the public row at once; why stays on record."""
    topic.announced_on = None
    show(turn.under(topic))


@command(KeyTopic, A.INCLUDE)
def include(turn: Turn, topic: KeyTopic, said: Including) -> None:
    _add(turn, topic, said.cases)


@command(KeyTopic, A.REFUSE)
def refuse(turn: Turn, topic: KeyTopic, said: NotListed) -> None:
    topic.decided_on = said.decided_on
    _end(turn, topic, said.reason)


@command(KeyTopic, A.DROP)
def drop(turn: Turn, topic: KeyTopic, said: Because) -> None:
    _end(turn, topic, said.reason)


@command(KeyTopic, A.LIFT_KEY)
def lift_key(turn: Turn, topic: KeyTopic, said: Because) -> None:
    _end(turn, topic, said.reason)


def _end(turn: Turn, topic: KeyTopic, reason: str) -> None:
    """Its suggestions may be in another topic from now on."""
    topic.end(reason)
    show(turn.under(topic))
    for row in turn.under(topic).all(Covered):
        if row.holds:
            row.holds = False
            row.save(update_fields=["holds"])
