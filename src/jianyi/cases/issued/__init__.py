"""From the rows of a case to a paper of cases.letters, and from a paper to what is kept of it when it leaves the house.

Nothing is drawn here: a turn only takes the number, freezes the data and tells the journal their digest."""

from dataclasses import replace

from django.conf import settings

from jianyi.cases.letters.values import Issue
from jianyi.documents import store
from jianyi.documents.letters import frozen, laid, letterheads
from jianyi.documents.letters.document import Check, Document
from jianyi.documents.letters.wording import document_number
from jianyi.journal.chain import sm3
from jianyi.kit import clock
from jianyi.parties.models import Organisation
from jianyi.turn.case import Turn
from jianyi.turn.models import Series, Subject

from ..models import Letter


def numbered(unit: Organisation, series: str) -> str:
    """The next number of this unit, series and year. One that was given is not given again, also when its letter
    is replaced."""
    year, code = clock.today().year, unit.code or unit.known_as
    name = f"letters {unit.id} {code}{series} {year}"
    return document_number(code, series, year, Series.next(unit.congress_id, name))


def headed(issue: Issue, unit: Organisation) -> Issue:
    """With the letterhead of whoever writes; one that the store has lost gives way to the name."""
    text, picture = unit.letterhead
    try:
        image = letterheads.looked_at(store.content(picture)) if picture else None
    except (OSError, ValueError):
        image = None
    return replace(issue, letterhead=text, picture=image)


def form_number(congress: int, kind: str, unit: int = 0) -> str:
    """The next number of a form that is no official letter, of the year and, where units have their own, of the unit:
    ZX-2026-0001 (forms.md 0.2)."""
    year = clock.today().year
    return f"{kind}-{year}-{Series.next(congress, f'forms {kind} {unit} {year}'):04d}"


def check(number: str, salt: object) -> Check:
    """Its code cannot be told from the number alone."""
    digits = sm3(f"{salt} {number}")[:12].upper()
    code = "-".join(digits[start : start + 4] for start in (0, 4, 8))
    return Check(f"{settings.ADDRESS}/check/{code}/", code)


def issue(
    turn: Turn, subject: Subject, kind: str, document: Document, by: Issue, unit: int, to: int = 0
) -> Letter:
    """Freeze the letter; the step's line in the journal says its number and digest, of several those of each.
    `to`: the unit it is written to, where that is not told by the subject."""
    letter = Letter(
        congress_id=subject.congress_id, root_id=subject.root_number, subject_id=to or subject.id, kind=kind, unit_id=unit,
        issuer=by.unit, number=by.number, day=by.day or clock.today(), code=by.check.code if by.check else "",
        data=frozen.frozen(document), digest=laid.digest(document),
    )  # fmt: skip
    letter.save(force_insert=True)
    if "letter" in turn.also:
        turn.keep(letters=[*turn.also.get("letters", ()), letter.told])
    else:
        turn.keep(letter=letter.told)
    return letter
