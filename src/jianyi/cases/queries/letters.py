"""The letters of a case as one reader may have them, and what anybody is told who holds one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jianyi.journal.models import Line
from jianyi.parties.models import Organisation
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words.duties import WHOLE_UNIT

from ..issued.files import is_unchanged
from ..issued.taken_back import is_taken_back
from ..models import Entry, Extension, Letter, Paper, Return
from ..sight import is_office
from . import handover, office
from .files import CaseFile, case


def letters(file: CaseFile) -> list[Letter]:
    """What this reader may have of what was sent about the case, alone or with its batch; oldest first."""
    own = Letter.objects.filter(congress_id=file.case.congress_id, root_id=file.case.id)
    shown, records = _shown(file), {row.id for row in (*file.oral_replies, *file.collectives)}
    leads = not file.has_left and any(not row.advises for row in file.own_handlings)
    kinds = (BETWEEN if file.office else ()) + (("asked_again",) if leads else ())
    found = [
        row
        for row in own
        if row.subject_id in shown
        or row.subject_id in records
        or row.kind in kinds
        or (file.is_proposer and _is_copied(row))
    ]
    return sorted([*_standing(found), *_with_its_batch(file)], key=lambda row: row.id)


def _standing(rows: list[Letter]) -> list[Letter]:
    """Of the record of a leadership's decision only the last: it tells what the earlier ones told."""
    last = {
        row.subject_id: row.id for row in sorted(rows, key=lambda row: row.id) if row.kind == "collective"
    }
    return [row for row in rows if row.kind != "collective" or last[row.subject_id] == row.id]


def _with_its_batch(file: CaseFile) -> list[Letter]:
    """A unit's notice and list for those who read the whole of it; the office has the notices to all units of the case."""
    first = [row for row in file.handlings if row.round == 1]
    whole = file.by.where(*WHOLE_UNIT)
    units = {
        row.unit_id for row in first if file.office or row in file.own_handlings and row.unit_id in whole
    }
    if not units:
        return []
    listed = Entry.objects.filter(congress_id=file.case.congress_id, suggestion_id=file.case.id, done=True)
    rows = Letter.objects.filter(
        congress_id=file.case.congress_id, root_id__in=listed.values("root_id"), subject_id__in=units
    )
    return list(rows.filter(kind="notice") if file.office else rows)


# Between the congress's office and a unit.
BETWEEN = (
    "notice", "return_asked", "return_refused", "reassigned", "more_time_asked", "more_time", "rehandle",
)  # fmt: skip


# Of these the proposers have a copy, unless it was issued before copies were.
COPIED = ("reassigned", "more_time", "rehandle")


def _is_copied(row: Letter) -> bool:
    return row.kind in COPIED and bool(row.data.get("copies"))


def _shown(file: CaseFile) -> set[int]:
    """Papers by their own rule; what the congress tells the proposer is between the two, and so is what it writes
    to a unit, which keeps what it had. The letter that gives a unit's part to another goes to both."""
    own = {row.id for row in file.own_handlings}
    returns = [row for row in file.under.all(Return) if row.handling_id in own]
    asked = {row.id for row in returns} | {row.moved_to_id for row in returns if row.moved_to_id}
    asked |= {row.id for row in file.under.all(Extension) if row.handling_id in own}
    found = {row.id for row in (*file.papers, *file.ledgers, *file.promises, *file.told)} | own | asked
    return found | {file.case.id, *(row.id for row in file.sheets)} if file.from_within else found


def letter(number: int, *, by: Actor) -> Letter | None:
    """One letter, for those who may have it in its case or its batch."""
    row = Letter.objects.filter(congress_id=by.congress, id=number).first()
    if row is None or row.kind in OF_BATCHES and row in of_batch(row.root_id, by=by):
        return row
    file = case(row.root_id, by=by)
    return next((each for each in letters(file) if each.id == number), None) if file else None


OF_BATCHES = ("notice", "list")


def of_batch(number: int, *, by: Actor) -> list[Letter]:
    """Notices and lists of a batch: all of them for the congress's own bodies, a unit's for those who read its list."""
    batch = office.batch(number, by=by)
    if batch is None:
        return []
    rows = list(Letter.objects.filter(congress_id=by.congress, root_id=batch.id).order_by("id"))
    shown = _units(rows, by)
    return [row for row in rows if is_office(by) or row.subject_id in shown]


def _units(rows: Iterable[Letter], by: Actor) -> set[int]:
    """Of the units to which these are written those whose list this reader may have."""
    known = Organisation.objects.filter(congress_id=by.congress, id__in={row.subject_id for row in rows})
    return {unit.id for unit in known if handover.may_read(unit, by)}


def letter_of(file: CaseFile, subject: int, *kinds: str) -> Letter | None:
    """The latest one about a subject, of these kinds where any are asked for."""
    found = (row for row in reversed(letters(file)) if row.subject_id == subject)
    return next((row for row in found if not kinds or row.kind in kinds), None)


@dataclass(frozen=True)
class Checked:
    """Nothing about the matter, and nobody's name."""

    number: str
    day: date
    issuer: str
    code: str
    unchanged: bool
    replaced: bool
    void: bool


def _is_void(row: Letter) -> bool:
    void = Paper.objects.filter(congress_id=row.congress_id, id=row.subject_id, stage=w.Paper.VOID)
    return void.exists() or is_taken_back(row)


def checked(code: str) -> Checked | None:
    """For whoever holds a paper with this code. Unchanged: the data have the digest that the row and the journal name;
    void: signed, and then the task went to another unit or came to nothing, or the paper was taken back."""
    row = Letter.objects.filter(code=code.upper()).first()
    if row is None:
        return None
    later = Letter.objects.filter(
        congress_id=row.congress_id, root_id=row.root_id, subject_id=row.subject_id, kind=row.kind, id__gt=row.id
    )  # fmt: skip
    return Checked(
        row.number,
        row.day,
        row.issuer,
        row.code,
        _is_in_the_journal(row) and is_unchanged(row),
        later.exists(),
        _is_void(row),
    )


def _is_in_the_journal(letter: Letter) -> bool:
    lines = Line.objects.filter(congress_id=letter.congress_id, root_id=letter.root_id)
    told = lines.filter(said__has_key="letter").values_list("said", flat=True)
    return any(letter.told in (said["letter"], *said.get("letters", ())) for said in told)
