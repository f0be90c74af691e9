"""Load data in bulk: cases made once through real commands, then copied with new numbers and a journal of their own.

Everything a case consists of is copied (subjects, deadlines, work items, notices, journal), so `jianyi check` and
`jianyi journal verify` hold on what comes out. A copy is the template's database values with other numbers in them:
no model instance is made, and of a journal line only what differs is put together before it is hashed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from django.db import connection, models, transaction

from jianyi.cases.models import Attachment, Delivery, Edition, Suggestion, TitlePair
from jianyi.journal import chain
from jianyi.journal.models import Line
from jianyi.kit.ids import new_id
from jianyi.turn.models import Deadline, Notice, Participation, Series, WorkItem
from jianyi.turn.tracks import under

from .writing import hurry, told, write


ROWS = (Deadline, WorkItem, Notice, Participation, Attachment, Delivery, Edition, TitlePair)
BLOCK = 2_000
# The numbers of one copy lie side by side, in the order of the template's.
STRIDE = 256
LINKS = ("id", "root_id", "subject_id", "holder_id", "handling_id", "paper_id", "previous_id")
BEFORE, ROOT, SUBJECT = "<before>", "<root>", "<subject>"


@dataclass
class Shape:
    """One row: its values, and at which places stands which number of the copy."""

    values: list[Any]
    numbers: list[tuple[int, int]]

    def copied(self, first: int) -> list[Any]:
        row = self.values[:]
        for place, nth in self.numbers:
            row[place] = told(first + nth)
        return row


@dataclass
class Lines:
    """A journal line: its row, and its text with gaps where a copy differs."""

    shape: Shape
    subject: tuple[str, int]
    gaps: list[str]

    def text(self, before: str, first: int) -> str:
        a, b, c, d = self.gaps
        return f"{a}{before}{b}{first}{c}{first + self.subject[1]}{d}"


@dataclass
class Template:
    """One case with all its rows, model by model; `nth`: the place of each number in a copy, the root's the first."""

    root: Suggestion
    nth: dict[int, int] = field(default_factory=dict)
    rows: list[tuple[type[models.Model], Shape]] = field(default_factory=list)
    lines: list[Lines] = field(default_factory=list)
    handlings: int = 0

    @classmethod
    def of(cls, root: Suggestion) -> "Template":
        kinds: list[Any] = [track.model for track in under(Suggestion) if track.model is not Suggestion]
        kept = [
            row for kind in (*kinds, *ROWS) for row in kind.objects.filter(root_id=root.id).order_by("id")
        ]
        lines = list(Line.objects.filter(root_id=root.id).order_by("seq"))
        made = cls(root, {root.id: 0} | {row.id: n for n, row in enumerate([*kept, *lines], 1)})
        assert len(made.nth) <= STRIDE, "a case of more rows than numbers are kept for"
        made.rows = [(type(row), made.shape(row)) for row in (root, *kept)]
        made.lines = [made.line(line) for line in lines]
        made.handlings = sum(kind.__name__ == "Handling" for kind, _ in made.rows)
        return made

    def shape(self, row: Any) -> Shape:
        columns = row._meta.concrete_fields
        numbers = [
            (place, self.nth[number])
            for place, column in enumerate(columns)
            if column.attname in LINKS and (number := getattr(row, column.attname)) in self.nth
        ]
        return Shape([told(_value(column, row)) for column in columns], numbers)

    def line(self, line: Line) -> Lines:
        model, number = line.subject.split("/")
        shape = self.shape(line)
        line.root_id, line.subject = ROOT, f"{model}/{SUBJECT}"
        rest, gaps = chain.covered(line, BEFORE), []
        for mark in (BEFORE, ROOT, SUBJECT):
            gap, rest = rest.split(mark)
            gaps.append(gap)
        return Lines(shape, (model, self.nth[int(number)]), [*gaps, rest])

    def copied(self, first: int, number: int | None) -> Iterator[tuple[type[models.Model], list[Any]]]:
        """Every row of a copy whose numbers begin at `first`; the root last, with the head of its chain."""
        (model, shape), *others = self.rows
        for kind, other in others:
            yield kind, other.copied(first)
        head = ""
        for line in self.lines:
            head = chain.sm3(line.text(head, first))
            row = line.shape.copied(first)
            row[SUBJECT_AT] = told(f"{line.subject[0]}/{first + line.subject[1]}")
            row[HASH_AT] = told(head)
            yield Line, row
        root = shape.copied(first)
        root[HEAD_AT], root[NUMBER_AT] = told(head), told(number)
        yield model, root


def _place(model: type[models.Model], name: str) -> int:
    return [column.attname for column in model._meta.concrete_fields].index(name)


SUBJECT_AT, HASH_AT = _place(Line, "subject"), _place(Line, "hash")
HEAD_AT, NUMBER_AT = _place(Suggestion, "head"), _place(Suggestion, "number")


def _value(column: Any, row: Any) -> Any:
    return column.get_db_prep_save(getattr(row, column.attname), connection)


def load(templates: list[Template], number: int) -> None:
    """`number` copies, the templates in turn; every registered one under the next number of its series."""
    numbers = {t.root.series: count(_last(t.root) + 1) for t in templates}
    first = new_id()
    hurry()
    for start in range(0, number, BLOCK):
        found: dict[type[models.Model], list[list[Any]]] = {}
        for n in range(start, min(start + BLOCK, number)):
            template = templates[n % len(templates)]
            given = next(numbers[template.root.series]) if template.root.number is not None else None
            for model, row in template.copied(first + n * STRIDE, given):
                found.setdefault(model, []).append(row)
        with transaction.atomic():
            for model, rows in found.items():
                write(model, rows)
    for template in templates:
        _series(template.root).update(last=next(numbers[template.root.series]) - 1)
        numbers[template.root.series] = count(_last(template.root) + 1)


def _series(root: Suggestion) -> Any:
    return Series.objects.filter(congress_id=root.congress_id, name=root.series)


def _last(root: Suggestion) -> int:
    row = _series(root).first()
    return row.last if row else 0
