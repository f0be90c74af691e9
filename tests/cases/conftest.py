"""Places that lay down something else than 澜江省."""

from dataclasses import replace

import pytest

from jianyi.procedure.limits import Period
from jianyi.procedure.places import BETWEEN, IN_SITTING, place
from jianyi.procedure.words import Limit


@pytest.fixture
def lays_down(monkeypatch):
    """`lays_down(Withdraw.BEFORE_HAND_OVER, close=("days", 30))`: the same rules but for these."""

    def change(*words, **limits):
        base = place("lj-2026")
        kinds = {type(word) for word in words}
        kept = {word for word in base.switches if type(word) not in kinds}
        more = {
            (Limit(name), time): Period(Limit(name), unit, count, (), "第一条", True)
            for name, (unit, count) in limits.items()
            for time in (IN_SITTING, BETWEEN)
        }
        other = replace(base, switches=frozenset(kept | set(words)), limits={**base.limits, **more})
        monkeypatch.setattr("jianyi.turn.under.place", lambda key: other)
        return other

    return change
