"""A unit with a rhythm, and what it brought in March."""

from datetime import date

import pytest

from build import again, at
from jianyi.cadence import due
from jianyi.cadence.models import Tally
from jianyi.parties import commands as parties
from jianyi.procedure.facts.said import UnitRules
from jianyi.procedure.words import Beat


RULES = UnitRules(dispatch_every=2, dispatch_from=date(2026, 2, 27), urging_day="5", assess_monthly=True)


@pytest.fixture
def taken(world):
    """A list of 3/20 with one late task of the first division and one that nobody has been given, and the figures of March."""
    unit = world.unit("NYT")
    with at("2026-02-26"):
        parties.set_rules(by=unit.office, on=again(unit.organisation), saying=RULES)
        world.routed(world.handed_over(title="关于农机下田的建议")[0])
        world.handed_over(title="关于冷链仓储的建议")
    for moment in ("2026-03-18T08:00", "2026-03-20T00:05", "2026-03-31T17:00"):
        with at(moment):
            due.tick_all()
    return {
        "list": Tally.objects.get(beat=Beat.DISPATCH, day=date(2026, 3, 20)),
        "month": Tally.objects.get(beat=Beat.ASSESSMENT, day=date(2026, 3, 31)),
    }
