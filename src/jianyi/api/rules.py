"""The rules of a place and the table of steps, laid out for programs."""

from ninja import Schema

from jianyi.procedure.facts.said import ALSO_ASKED
from jianyi.procedure.limits import UNITS, Period
from jianyi.procedure.places import Place
from jianyi.procedure.steps import STEPS, Step
from jianyi.turn.models import word_name

from .shapes import Word, word


TIMES = {"in_sitting": "大会期间", "between_sittings": "闭会期间"}


class Limit(Schema):
    """`rule`: how long; `time`: in a sitting or between sittings."""

    limit: Word
    time: Word
    rule: str
    rolls: bool
    article: str


class Switch(Schema):
    switch: str
    stands_on: Word
    article: str


class Entry(Schema):
    key: str
    label: str
    article: str = ""
    needs_tracking: bool = False
    counts_as_solved: bool = False


class Bound(Schema):
    key: str
    at: int
    article: str


class Archive(Schema):
    """How long the file of a closed suggestion is kept: of a key one, of any other."""

    key: str
    other: str
    article: str


class Reminders(Schema):
    """Days before the end of a limit; 0 is the day itself, -1 the day after."""

    days: list[int]
    article: str


class Rules(Schema):
    """What is not here is not laid down."""

    key: str
    name: str
    law: str
    levels: list[str]
    switches: list[Switch]
    limits: list[Limit]
    classes: list[Entry]
    negative: list[Entry]
    must_have: list[Entry]
    bounds: list[Bound]
    archive: Archive | None = None
    reminders: Reminders
    rating_asks: list[Entry]


class Row(Schema):
    """One row of the table. `to` empty: the subject stays; `at_will`: nobody waits for it."""

    track: str
    action: Word
    at: list[Word]
    to: Word | None
    by: list[Word]
    needs: list[str]
    starts: list[Word]
    ends: list[Word]
    reverts: list[Word]
    tells: list[Word]
    only: list[Word]
    at_will: bool


def rules(place: Place) -> Rules:
    return Rules(
        key=place.key, name=place.name, law=place.law, levels=list(place.levels), switches=_switches(place),
        limits=[_limit(period, time) for (_, time), period in place.limits.items()],
        classes=[
            Entry(key=c.key, label=c.label, needs_tracking=c.needs_tracking, counts_as_solved=c.counts_as_solved)
            for c in place.classes.values()
        ],
        negative=[Entry(key=i.key, label=i.label, article=i.article) for i in place.negative],
        must_have=[Entry(key=i.key, label=i.label, article=i.article) for i in place.must_have],
        archive=_archive(place),
        reminders=Reminders(days=list(place.reminders.days), article=place.reminders.article),
        bounds=[Bound(key=key, at=number.at, article=number.article) for key, number in place.numbers.items()],
        rating_asks=[Entry(key=key, label=ALSO_ASKED[key], article=article) for key, article in place.rating_asks.items()],
    )  # fmt: skip


def _archive(place: Place) -> Archive | None:
    kept = place.archive
    return Archive(key=kept.term(True), other=kept.term(False), article=kept.article) if kept else None


def _switches(place: Place) -> list[Switch]:
    ordered = sorted(place.switches, key=lambda told: type(told).__name__)
    return [
        Switch(switch=word_name(type(told)), stands_on=word(told), article=place.articles[type(told)])
        for told in ordered
    ]


def _limit(period: Period, time: str) -> Limit:
    told = "、".join(period.fixed) if period.fixed else UNITS[period.unit].format(period.count)
    return Limit(
        limit=word(period.limit), time=Word(code=time, label=TIMES[time]), rule=told, rolls=period.rolls,
        article=period.article,
    )  # fmt: skip


def rows(place: Place | None) -> list[Row]:
    """Every row, or those in force in one place."""
    return [_row(step) for step in STEPS if place is None or step.is_in_force(place.switches)]


def _row(step: Step) -> Row:
    many = {
        name: [word(told) for told in getattr(step, name)]
        for name in ("at", "by", "starts", "ends", "reverts", "tells", "only")
    }
    needs = [need.sentence for need in step.needs]
    to = word(step.to) if step.to else None
    return Row(
        track=word_name(step.track),
        action=word(step.action),
        to=to,
        needs=needs,
        at_will=step.at_will,
        **many,
    )
