"""The letters of a case as one reader may have them, and what anybody is told who holds one."""

from dataclasses import dataclass
from datetime import date

from jianyi.journal.models import Line

from ..issued.files import is_unchanged
from ..models import Letter
from .files import CaseFile


def letters(file: CaseFile) -> list[Letter]:
    """Whoever may read what a letter was written about may have the letter; oldest first."""
    rows = Letter.objects.filter(congress_id=file.case.congress_id, root_id=file.case.id).order_by("id")
    shown = _shown(file)
    return [row for row in rows if row.subject_id in shown]


def _shown(file: CaseFile) -> set[int]:
    """Papers by their own rule; what the congress tells the proposer is between the two."""
    found = {paper.id for paper in file.papers}
    return found | {file.case.id} if file.from_within else found


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


def checked(code: str) -> Checked | None:
    """For whoever holds a paper with this code. Unchanged: the data have the digest that the row and the journal name."""
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
    )


def _is_in_the_journal(letter: Letter) -> bool:
    lines = Line.objects.filter(congress_id=letter.congress_id, root_id=letter.root_id)
    told = lines.filter(said__has_key="letter").values_list("said", flat=True)
    return any(said["letter"] == letter.told for said in told)
