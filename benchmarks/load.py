"""Load data in bulk: cases made once through real commands, then copied with new numbers and a journal of their own.

Everything a case consists of is copied (subjects, deadlines, work items, notices, journal), so `jianyi check` and
`jianyi journal verify` hold on what comes out.
"""

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from itertools import count, islice
from typing import Any

from django.db import transaction

from jianyi.cases.models import Attachment, Delivery, Edition, Suggestion
from jianyi.journal.chain import digest
from jianyi.journal.models import Line
from jianyi.kit.ids import new_id
from jianyi.turn.models import Deadline, Notice, Participation, Series, WorkItem
from jianyi.turn.tracks import under


ROWS = (Deadline, WorkItem, Notice, Participation, Attachment, Delivery, Edition)
BLOCK = 400
LINKS = ("root_id", "subject_id", "holder_id", "handling_id", "paper_id", "previous_id")


@dataclass
class Template:
    """One case with all its rows, model by model."""

    root: Suggestion
    rows: list[list[Any]]
    lines: list[Line]

    @classmethod
    def of(cls, root: Suggestion) -> "Template":
        models = [*(track.model for track in under(Suggestion) if track.model is not Suggestion), *ROWS]
        kept = [list(model._default_manager.filter(root_id=root.id).order_by("id")) for model in models]
        return cls(
            root, [rows for rows in kept if rows], list(Line.objects.filter(root_id=root.id).order_by("seq"))
        )


def load(templates: list[Template], number: int) -> None:
    """`number` copies, the templates in turn; every registered one under the next number of its series."""
    given = {t.root.series: last(t.root) for t in templates}
    numbers = {series: count(first + 1) for series, first in given.items()}
    wanted = (templates[n % len(templates)] for n in range(number))
    while block := list(islice(wanted, BLOCK)):
        _write([_copied(template, numbers) for template in block])
    for template in templates:
        row = Series.objects.filter(congress_id=template.root.congress_id, name=template.root.series)
        row.update(last=next(numbers[template.root.series]) - 1)
        numbers[template.root.series] = count(row.get().last + 1)


def last(root: Suggestion) -> int:
    row = Series.objects.filter(congress_id=root.congress_id, name=root.series).first()
    return row.last if row else 0


def _copied(template: Template, numbers: dict[str, Iterator[int]]) -> list[list[Any]]:
    fresh: dict[int, int] = {template.root.id: new_id()}
    for rows in template.rows:
        fresh |= {row.id: new_id() for row in rows}
    root = _row(template.root, fresh)
    if root.number is not None:
        root.number = next(numbers[template.root.series])
    lines = _lines(template.lines, root, fresh)
    return [[root], *([_row(row, fresh) for row in rows] for rows in template.rows), lines]


def _row(row: Any, fresh: dict[int, int]) -> Any:
    """A copy under new numbers; people, units and files stay whose they are."""
    new = copy(row)
    new._state = copy(row._state)
    new._state.fields_cache = {}
    new.id = fresh[row.id]
    for name in LINKS:
        if hasattr(row, name):
            setattr(new, name, fresh.get(getattr(row, name), getattr(row, name)))
    return new


def _lines(lines: list[Line], root: Suggestion, fresh: dict[int, int]) -> list[Line]:
    """The chain, told again about the new numbers."""
    head, told = "", []
    for line in lines:
        new = copy(line)
        new.id, new.root_id = new_id(), root.id
        model, old = line.subject.split("/")
        new.subject = f"{model}/{fresh[int(old)]}"
        new.hash = head = digest(new, head)
        told.append(new)
    root.seq, root.head = len(told), head
    return told


@transaction.atomic
def _write(cases: Iterable[list[list[Any]]]) -> None:
    found: dict[type, list[Any]] = {}
    for case in cases:
        for rows in case:
            found.setdefault(type(rows[0]), []).extend(rows)
    for model, rows in found.items():
        model._default_manager.bulk_create(rows, batch_size=2_000)
