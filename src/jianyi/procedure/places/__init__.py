"""The rules of a place: what it has laid down, each value with its article; what it has not is absent."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any

from ..actions import Action
from ..facts.said import ALSO_ASKED, AXES
from ..limits import UNITS, Period
from ..words import SWITCHES, Limit, Word


HERE = Path(__file__).parent
FLOOR = "national"
# What a public page may tell beside the reply: the lead deputy's name, how the deputy rated it.
PUBLISHED = {"names": "领衔代表姓名", "satisfaction": "测评结果"}
IN_SITTING, BETWEEN = "in_sitting", "between_sittings"


@dataclass(frozen=True, slots=True)
class ReplyClass:
    """One entry of the place's dictionary of results."""

    key: str
    label: str
    needs_tracking: bool
    counts_as_solved: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a checklist: negative list or what a suggestion must have."""

    key: str
    label: str
    article: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number that is no period: a length, a count; `at` is the bound."""

    at: int
    article: str


@dataclass(frozen=True, slots=True)
class Axis:
    """One question of the rating sheet that is answered by a grade, as the place words it."""

    label: str
    article: str


@dataclass(frozen=True, slots=True)
class Reminders:
    """On which days before the end of a limit its holder is reminded; 0 is the day itself, -1 the day after. Descending; a
    place that wants none lays down an empty list."""

    days: tuple[int, ...]
    article: str


@dataclass(frozen=True, slots=True)
class Decider:
    """What decides which suggestions are key."""

    name: str
    article: str


# Terms of keeping as archives name and abbreviate them (DA/T 22—2015).
TERMS = {"permanent": ("永久", "Y"), "thirty_years": ("30年", "D30"), "ten_years": ("10年", "D10")}


@dataclass(frozen=True, slots=True)
class Archive:
    """How the file of a closed suggestion is kept: the term of a `key` one and of any `other`, each one of TERMS; `number`:
    what its number consists of."""

    key: str
    other: str
    number: str
    article: str

    def term(self, is_key: bool) -> str:
        return TERMS[self.key if is_key else self.other][0]

    def number_of(self, house: str, year: int, no: str, is_key: bool) -> str:
        """「澜农-2026-D30-0217」"""
        code = TERMS[self.key if is_key else self.other][1]
        return self.number.format(house=house, year=year, term=code, no=no)


@dataclass(frozen=True, eq=False)
class Place:
    key: str
    name: str
    law: str
    levels: tuple[str, ...]
    switches: frozenset[Word]
    articles: Mapping[type[Word], str]
    limits: Mapping[tuple[Limit, str], Period]
    classes: Mapping[str, ReplyClass]
    negative: tuple[Item, ...]
    must_have: tuple[Item, ...]
    numbers: Mapping[str, Number]
    archive: Archive | None
    reminders: Reminders
    rating_asks: Mapping[str, str]
    rating_axes: Mapping[str, Axis]
    publishes: Mapping[str, str]
    decides: Mapping[str, Decider]

    def period(self, limit: Limit, between: bool) -> Period | None:
        """The period in a sitting or between sittings; nothing where the place has laid down none."""
        return self.limits.get((limit, BETWEEN if between else IN_SITTING))

    def lays_down(self, limit: Limit) -> bool:
        return any(kind is limit for kind, _ in self.limits)

    def says(self, word: Word) -> bool:
        """Does a switch of this place stand on this word?"""
        return word in self.switches

    def number(self, key: str) -> int | None:
        found = self.numbers.get(key)
        return found.at if found else None


@cache
def place(key: str) -> Place:
    """A place over the national floor. Raises ValueError for a word this program does not know."""
    floor, own = _read(FLOOR), _read(key)
    switches = {**floor.get("switches", {}), **own.get("switches", {})}
    limits = {**floor.get("limits", {}), **own.get("limits", {})}
    numbers = {**floor.get("limits_on", {}), **own.get("limits_on", {})}
    asks = {**floor.get("rating_asks", {}), **own.get("rating_asks", {})}
    _none_left({name: 1 for name in switches if name not in SWITCHES})
    axes = own.get("rating_axes") or floor["rating_axes"]
    _none_left({name: 1 for name in asks if name not in ALSO_ASKED})
    _none_left({name: 1 for name in axes if name not in AXES})
    publishes = {**floor.get("publishes", {}), **own.get("publishes", {})}
    _none_left({name: 1 for name in publishes if name not in PUBLISHED})
    return Place(
        key=key,
        name=own["name"],
        law=own["law"],
        levels=tuple(own["levels"]),
        switches=frozenset(kind(switches[name]["is"]) for name, kind in SWITCHES.items()),
        articles={kind: switches[name]["article"] for name, kind in SWITCHES.items()},
        limits={k: p for name, row in limits.items() for k, p in _periods(Limit(name), row)},
        classes={
            name: ReplyClass(name, **row) for name, row in (own.get("classes") or floor["classes"]).items()
        },
        negative=_items(own.get("negative") or floor["negative"]),
        must_have=_items(own.get("must_have") or floor["must_have"]),
        numbers={name: _number(row) for name, row in numbers.items()},
        archive=Archive(**own["archive"]) if "archive" in own else None,
        reminders=_reminders(own.get("reminders") or floor["reminders"]),
        rating_asks={name: row["article"] for name, row in asks.items()},
        rating_axes={name: Axis(**row) for name, row in axes.items()},
        publishes={name: row["article"] for name, row in publishes.items()},
        decides={
            level: Decider(**row) for level, row in {**floor["decides"], **own.get("decides", {})}.items()
        },
    )


@cache
def every_place() -> tuple[Place, ...]:
    return tuple(place(path.stem) for path in sorted(HERE.glob("*.toml")))


@cache
def _read(key: str) -> dict[str, Any]:
    return loads((HERE / f"{key}.toml").read_text("utf-8"))


def _reminders(row: dict[str, Any]) -> Reminders:
    return Reminders(tuple(sorted(row["days_before"], reverse=True)), row["article"])


def _items(rows: list[dict[str, str]]) -> tuple[Item, ...]:
    return tuple(Item(**row) for row in rows)


def _number(row: dict[str, Any]) -> Number:
    row = dict(row)
    article = row.pop("article")
    (bound,) = row.values()
    return Number(bound, article)


def _periods(limit: Limit, row: dict[str, Any]) -> list[tuple[tuple[Limit, str], Period]]:
    """One length for both times, or one for each, or a limit that exists at one time only."""
    row = dict(row)
    between, only = row.pop("between", None), row.pop("only", None)
    times = [only] if only else [IN_SITTING, BETWEEN]
    whole = _period(limit, row)
    other = _period(limit, {"rolls": row.get("rolls", True), **between}) if between else whole
    return [((limit, time), other if time == BETWEEN else whole) for time in times]


def _period(limit: Limit, row: dict[str, Any]) -> Period:
    """Exactly one unit, always an article, and no word this program does not know."""
    row = dict(row)
    (unit,) = UNITS.keys() & row.keys()
    length = row.pop(unit)
    fixed = unit == "fixed"
    period = Period(
        limit, unit, 0 if fixed else length, tuple(length) if fixed else (),
        article=row.pop("article"), rolls=row.pop("rolls", True),
        under=_limit(row.pop("under", None)), before=_limit(row.pop("before", None)), counts_from=_step(row.pop("from", None)),
    )  # fmt: skip
    _none_left(row)
    return period


def _limit(name: str | None) -> Limit | None:
    return Limit(name) if name else None


def _step(name: str | None) -> Action | None:
    return Action(name) if name else None


def _none_left(row: dict[str, Any]) -> None:
    if row:
        raise ValueError(f"unknown: {', '.join(row)}")
