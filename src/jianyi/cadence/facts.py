"""From which moment the list of a day may be taken."""

from datetime import timedelta
from typing import Any

from jianyi.kit import clock
from jianyi.procedure.facts.rhythm import Beating
from jianyi.procedure.rhythm import Rhythm
from jianyi.procedure.words import Beat
from jianyi.turn.under import Under

from .models import Tally


def rhythm_of(rule: dict[str, Any]) -> Rhythm:
    """As a unit's rules have it; none where they say nothing of it."""
    return Rhythm.read(rule.get("rhythm") or {})


def beating(tally: Tally, under: Under) -> Beating:
    """Lists are taken as the day begins; the figures of a month at the hour that the unit has laid down."""
    hours = rhythm_of(tally.unit.rule).hour if tally.beat is Beat.ASSESSMENT else 0
    return Beating(clock.midnight(tally.day) + timedelta(hours=hours))
