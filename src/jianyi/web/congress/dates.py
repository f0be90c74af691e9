"""Which dates would follow if the clocks began to run now."""

from datetime import date
from typing import Any

from jianyi.cases.models import Handling
from jianyi.kit import clock
from jianyi.procedure.limits import Due, due
from jianyi.procedure.words import Limit, Role
from jianyi.turn.days import days_of
from jianyi.turn.under import Under

from .. import show


WITH_ANSWER = (Limit.ACKNOWLEDGE, Limit.RETURN, Limit.CONTACT, Limit.REPLY)
WITH_OPINION = (Limit.ACKNOWLEDGE, Limit.RETURN, Limit.CONTACT, Limit.CO_OPINION)


def from_now(under: Under, limits: tuple[Limit, ...], known: dict[Limit, date]) -> list[Due]:
    """What the place has laid down for these limits, begun now."""
    now = clock.now().astimezone(clock.HOME)
    place, between, days = under.place, under.root.is_between, days_of(under.root.congress_id)
    periods = [period for limit in limits if (period := place.period(limit, between))]
    return [answer for period in periods if (answer := due(period, now, days, known))]


def if_handed_over(under: Under) -> list[dict[str, Any]]:
    """The clocks of a hand-over today: for those who answer, and for those who give an opinion."""
    ceiling = from_now(under, (Limit.CEILING,), {})
    known = {answer.limit: answer.on for answer in ceiling}
    return _shown([*from_now(under, (*WITH_ANSWER, Limit.CO_OPINION), known), *ceiling])


def if_moved(under: Under, task: Handling) -> list[dict[str, Any]]:
    """The clocks of the unit that would take the task over today, beside the ceiling that stays."""
    held = {row.limit: row for row in under.deadlines if row.holder_id == under.root.id}
    known = {limit: row.due_on for limit, row in held.items()}
    limits = WITH_OPINION if task.role is Role.CO else WITH_ANSWER
    return _shown(from_now(under, limits, known))


def _shown(answers: list[Due]) -> list[dict[str, Any]]:
    return [clock for answer in answers if (clock := show.clock_of(answer))]


def if_again(under: Under) -> list[dict[str, Any]]:
    """The clocks of a new round begun today."""
    return _shown(from_now(under, (Limit.CONTACT, Limit.REHANDLE), {}))
