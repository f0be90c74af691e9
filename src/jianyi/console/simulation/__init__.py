"""A province that never was: its people, two sittings, and what became of every suggestion, all by real commands."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from time import monotonic
from typing import Any

from jianyi.kit import clock

from .agenda import Agenda, tick
from .circulating import circulars_of
from .extras import extras
from .figures import figures
from .founding import found
from .gatherings import Year, gatherings
from .grouping import groups
from .noting import notes_of
from .overseeing import overseen
from .people import PASSWORD
from .plans import Planner
from .roads import CaseRoad
from .scene import Scene, at, days_of
from .supervising import supervised
from .urging import urged


__all__ = ["PASSWORD", "simulate"]

Tell = Callable[[str], None]


def simulate(
    *, deputies: int = 60, units: int = 30, suggestions: int = 200, seed: int = 1, tell: Tell = print
) -> dict[str, Any]:
    """Fill an empty database with a province whose story ends now; answers with the figures."""
    began, until = monotonic(), clock.now()
    days = {year: days_of(year) for year in _years(until)}
    start = days[min(days)][0] - timedelta(days=12)
    with clock.at(at(start, 9)):
        province = found(Random(seed), max(deputies, 14), max(units, 4))  # noqa: S311 - a game
    tell(
        f"已设立{province.congress.area}：代表 {len(province.deputies)} 名，承办单位 {len(province.units)} 个。"
    )
    scene = Scene(province, Agenda(until, last_tick=start), days)
    years = _play(scene, seed, suggestions)
    with clock.at(until):
        extras(scene)
        for year in years:
            year.ahead()
        groups(scene.province)
        supervised(scene.province)
        circulars_of(scene.province)
        urged(scene.province)
        overseen(scene.province)
        notes_of(scene.province)
        # What falls due in the course of the day on which the story ends: on the last of a month the figures of the units.
        tick()
    seconds = round(monotonic() - began, 1)
    told = {"seed": seed, "deputies": len(province.deputies), "units": len(province.units), **figures()}
    return {**told, "refused": dict(scene.agenda.refused), "seconds": seconds}


def _play(scene: Scene, seed: int, count: int) -> list[Year]:
    planner = Planner(scene.province, seed, scene.agenda.until.astimezone(clock.HOME).date(), scene.days)
    for year in sorted(scene.days):
        scene.agenda.add(scene.sitting_road(year))
    for plan in list(planner.plans(count)):
        scene.agenda.add(CaseRoad(scene, plan).walk())
    years = gatherings(scene.province, scene.days[max(scene.days)][1])
    for year in years:
        scene.agenda.add(year.walk())
    scene.agenda.run()
    return years


def _years(until: datetime) -> tuple[int, int]:
    """This year's sitting and last year's; before May this year's work has hardly begun."""
    year = until.year if until.month >= 5 else until.year - 1
    return year - 1, year
