"""Places that lay down something else than 澜江省."""

from dataclasses import replace

import pytest

from jianyi.procedure.limits import Period
from jianyi.procedure.places import BETWEEN, IN_SITTING, place
from jianyi.procedure.words import Limit


@pytest.fixture
def lays_down(monkeypatch):
    """`lays_down(Withdraw.BEFORE_HAND_OVER, close=("days", 30))`: the same rules but for these; a limit that is None is not laid down."""

    def change(*words, **limits):
        base = place("lj-2026")
        kinds = {type(word) for word in words}
        kept = {word for word in base.switches if type(word) not in kinds}
        more = {
            (Limit(name), time): Period(Limit(name), unit, count, (), "第一条", True)
            for name, (unit, count) in ((name, told) for name, told in limits.items() if told)
            for time in (IN_SITTING, BETWEEN)
        }
        gone = {Limit(name) for name, told in limits.items() if told is None}
        known = {key: period for key, period in base.limits.items() if key[0] not in gone}
        other = replace(base, switches=frozenset(kept | set(words)), limits={**known, **more})
        monkeypatch.setattr("jianyi.turn.under.place", lambda key: other)
        return other

    return change
