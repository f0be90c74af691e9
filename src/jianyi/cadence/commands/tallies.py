"""The list of a day is taken: once, by the procedure itself, as the unit's own office sees things."""

from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Nothing
from jianyi.turn.case import Turn
from jianyi.turn.door import own
from jianyi.turn.models import Series

from .. import stock
from ..models import Tally


@own(Tally, A.TAKE_STOCK)
def take_stock(turn: Turn, tally: Tally, said: Nothing) -> None:
    """Numbered within its kind and year; the digest of what it says stands in its line of the record."""
    tally.as_of = clock.now()
    tally.nth = Series.next(tally.congress_id, f"tally {tally.beat.value} {tally.unit_id} {tally.day.year}")
    tally.facts = stock.taken(tally)
    turn.keep(kind=tally.beat.value, day=tally.day.isoformat(), facts=stock.digest(tally.facts))
