"""The letters of a case as one reader may have them, and what anybody is told who holds one."""

from dataclasses import dataclass
from datetime import date

from jianyi.journal.models import Line
from jianyi.procedure import words
from jianyi.procedure.facts.acting import Actor

from ..issued.files import is_unchanged
from ..models import Extension, Letter, Paper, Return
from .files import CaseFile, case


def letters(file: CaseFile) -> list[Letter]:
    """What this reader may have of what was sent about the case; oldest first."""
    rows = Letter.objects.filter(congress_id=file.case.congress_id, root_id=file.case.id).order_by("id")
    shown = _shown(file)
    return [row for row in rows if row.subject_id in shown or (file.office and row.kind in BETWEEN)]


# Between the congress's office and a unit.
BETWEEN = ("return_asked", "return_refused", "reassigned", "more_time_asked", "more_time", "rehandle")


def _shown(file: CaseFile) -> set[int]:
    """Papers by their own rule; what the congress tells the proposer is between the two, and so is what it writes
    to a unit, which keeps what it had. The letter that gives a unit's part to another goes to both."""
    own = {row.id for row in file.own_handlings}
    returns = [row for row in file.under.all(Return) if row.handling_id in own]
    asked = {row.id for row in returns} | {row.moved_to_id for row in returns if row.moved_to_id}
    asked |= {row.id for row in file.under.all(Extension) if row.handling_id in own}
    found = {paper.id for paper in file.papers} | own | asked
    return found | {file.case.id} if file.from_within else found


def letter(number: int, *, by: Actor) -> tuple[CaseFile, Letter] | None:
    """One letter with its case, for those who may have it."""
    row = Letter.objects.filter(congress_id=by.congress, id=number).first()
    file = case(row.root_id, by=by) if row else None
    found = [each for each in letters(file) if each.id == number] if file else []
    return (file, found[0]) if file and found else None


def letter_of(file: CaseFile, subject: int) -> Letter | None:
    """The latest one about a subject."""
    return next((row for row in reversed(letters(file)) if row.subject_id == subject), None)


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


def checked(code: str) -> Checked | None:
    """For whoever holds a paper with this code. Unchanged: the data have the digest that the row and the journal name;
    void: signed, and then the task went to another unit or came to nothing."""
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
        Paper.objects.filter(congress_id=row.congress_id, id=row.subject_id, stage=words.Paper.VOID).exists(),
    )


def _is_in_the_journal(letter: Letter) -> bool:
    lines = Line.objects.filter(congress_id=letter.congress_id, root_id=letter.root_id)
    told = lines.filter(said__has_key="letter").values_list("said", flat=True)
    return any(said["letter"] == letter.told for said in told)
