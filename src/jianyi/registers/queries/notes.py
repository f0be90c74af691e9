"""Notes of a reader's own house: on which rows, what they say."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from jianyi.cases.models import Handling
from jianyi.cases.queries.acts import Act, acts_at
from jianyi.cases.queries.hanging import hanging
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Subject
from jianyi.turn.under import Under

from ..asked import tasks
from ..models import Note
from ..register import seen_in
from ..sight import house_at, may_see_note, ways


@dataclass
class NoteFile:
    """A note through the eyes of one of its house."""

    note: Note
    by: Actor

    @cached_property
    def under(self) -> Under:
        return Under(self.note)

    @property
    def acts(self) -> list[Act]:
        return acts_at(self.note, self.under, self.by)

    def shows(self, subject: Subject) -> bool:
        return subject.id == self.note.id


def file(number: int, *, by: Actor) -> NoteFile | None:
    found = (
        Note.objects.filter(may_see_note(by), id=number).select_related("handling", "handling__root").first()
    )
    return NoteFile(found, by) if found else None


def subject(track: str, number: int, *, by: Actor) -> tuple[Note, NoteFile] | None:
    return hanging(Note, file, track, number, by=by)


def named(roots: set[int], *, by: Actor) -> dict[int, tuple[str, str, bool]]:
    """root → number, title, whether the actor may open it: for notices. It has no page of its own."""
    rows = Note.objects.filter(may_see_note(by), id__in=roots).select_related(
        "handling", "handling__root", "handling__root__sitting"
    )
    return {row.id: ("", row.title, False) for row in rows}


def note_on(handlings: Collection[int], *, by: Actor) -> dict[int, Note]:
    """handling → the note of the actor's house, an unsaved one where there is none; of rows of the actor's register alone."""
    rows = seen_in(tasks().filter(congress_id=by.congress, id__in=list(handlings)), ways(by)).select_related(
        "root"
    )
    houses: dict[int, tuple[Handling, str]] = {
        row.id: (row, house) for row in rows if (house := house_at(row, by))
    }
    there = Note.objects.filter(congress_id=by.congress, handling_id__in=houses).select_related(
        "handling", "handling__root"
    )
    known = {(row.handling_id, row.house, row.unit_id): row for row in there}
    blank = {number: Note.of(row, house) for number, (row, house) in houses.items()}
    return {number: known.get((number, row.house, row.unit_id)) or row for number, row in blank.items()}
