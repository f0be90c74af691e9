"""The register of contacts (沟通台账): every talk with deputies that was put down, for the unit and for who watches over units."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

from jianyi.cases.models import Contact
from jianyi.kit import clock
from jianyi.kit.ids import read_number
from jianyi.kit.pages import Page, Way, page
from jianyi.parties.queries import names
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import FACE_TO_FACE, MODES, PHASES
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import HOUSE, KNOW_NAMES

from ..asked import tasks
from ..sight import watches, ways


SIZE, BOOK = 50, 500
STAGES = {word.value: word.label for word in w.Contact if word is not w.Contact.NEW}
FACES = {"yes": "见面", "no": "不见面"}
HIDDEN = "（代表要求保密）"
COLUMNS = (
    ("建议编号", 9), ("标题", 34), ("承办单位", 18), ("牵头处室", 14), ("环节", 7), ("方式", 9), ("时间", 16), ("地点", 18), ("代表", 16),
    ("单位参加人员", 24), ("层级", 14), ("记录情况", 14),
)  # fmt: skip


@dataclass(frozen=True)
class Talks:
    """Which talks are asked for; what cannot be read asks nothing."""

    unit: int = 0
    phase: str = ""
    mode: str = ""
    stage: str = ""
    face: str = ""
    year: int = 0

    @classmethod
    def read(cls, asked: Any) -> "Talks":
        told = {name: str(asked.get(name, "")) for name in ("phase", "mode", "stage", "face")}
        options = {"phase": PHASES, "mode": MODES, "stage": STAGES, "face": FACES}
        year = read_number(str(asked.get("year", ""))) or 0
        return cls(
            read_number(str(asked.get("unit", ""))) or 0, **{name: value for name, value in told.items() if value in options[name]},
            year=year if 1900 <= year < 2200 else 0,
        )  # fmt: skip

    @property
    def condition(self) -> Q:
        asked = Q(phase=self.phase) if self.phase else Q()
        asked &= Q(mode=self.mode) if self.mode else Q()
        asked &= Q(stage=w.Contact(self.stage)) if self.stage else Q()
        if self.face:
            met = Q(mode__in=FACE_TO_FACE)
            asked &= met if self.face == "yes" else ~met
        if self.year:
            first, last = (clock.moment(f"{year}-01-01T00:00") for year in (self.year, self.year + 1))
            asked &= Q(occurred_at__gte=first, occurred_at__lt=last)
        return asked


@dataclass(frozen=True)
class Line:
    contact: Contact
    cells: tuple[str, ...]


def contacts(asked: Talks, *, by: Actor, size: int = SIZE, after: str = "", before: str = "") -> Page:
    """Lines, the latest first. Whoever follows a suggestion in another capacity reads of no talk here."""
    rows = Contact.objects.filter(congress_id=by.congress).select_related(
        "handling", "handling__unit", "handling__division", "root"
    )
    found = page(rows, ("id",), size, after=after, before=before, newest=True, ways=_ways(asked, by))
    return Page(_lines(found.rows, by), found.after, found.before)


def _ways(asked: Talks, by: Actor) -> list[Way]:
    rows = Contact.objects.filter(asked.condition, congress_id=by.congress).exclude(stage=w.Contact.NEW)
    if not (watches(by) or by.holds(*HOUSE)):
        return [Way(rows.none())]
    there = tasks().filter(congress_id=OuterRef("congress_id"), id=OuterRef("handling_id"))
    there = there.filter(unit_id=asked.unit) if asked.unit else there
    allowed = [way for way in ways(by)] if not by.holds(Duty.MEMBER) or watches(by) else ways(by)[:-1]
    return [Way(rows.filter(Exists(there.filter(way)))) for way in allowed] or [Way(rows.none())]


def _lines(found: list[Contact], by: Actor) -> list[Line]:
    people = names(by.congress, {number for row in found for number in row.deputies})
    return [Line(row, _cells(row, people, by)) for row in found]


def _cells(row: Contact, people: dict[int, str], by: Actor) -> tuple[str, ...]:
    task, hides = row.handling, row.root.confidential and not by.holds(*KNOW_NAMES)
    told = HIDDEN if hides else "、".join(people.get(number, "") for number in row.deputies)
    at = row.occurred_at.astimezone(clock.HOME) if row.occurred_at else None
    return (
        row.root.no, row.root.title, task.unit.name, task.division.name if task.division else "", PHASES.get(row.phase, ""),
        MODES.get(row.mode, ""), f"{at:%Y-%m-%d %H:%M}" if at else "", row.where, told, row.of_unit, row.level_told, row.stage.label,
    )  # fmt: skip


def book(asked: Talks, *, by: Actor) -> Iterator[Line]:
    """All of them, page by page."""
    after, more = "", True
    while more:
        found = contacts(asked, by=by, size=BOOK, after=after)
        yield from found.rows
        after, more = found.after, bool(found.after)
