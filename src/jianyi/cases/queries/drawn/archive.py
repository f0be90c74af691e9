"""The list of what lies in the file of a closed case (F29): everything on record that its reader may see."""

from collections.abc import Iterator
from datetime import date, datetime

from jianyi.cases.letters import filing
from jianyi.documents.letters.document import Footer, Sheet
from jianyi.documents.letters.wording import long_day
from jianyi.kit import clock
from jianyi.parties.queries import organisation_names
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import MODES, PHASES

from ...issued.congress import body, day_of
from ...models import Letter, Suggestion
from ..files import CaseFile
from ..letters import letters
from .deputies import known


# forms.md F29: suggestion, review, hand-over, receipt, reassignment, contact, co-opinion, leadership, reply, rating, new round.
ORDER = (
    "written", "declined", "notice", "list", "deputy_told", "receipt", "return_asked", "reassigned", "return_refused",
    "plan", "contact", "opinion", "asked_again", "collective", "more_time_asked", "more_time", "reply", "oral_reply", "rating", "rehandle",
    "upheld",
)  # fmt: skip
Row = tuple[str, datetime, filing.Filed]


def contents(file: CaseFile, case: Suggestion) -> Sheet:
    """In the order of the work, within one kind by time; number, term and pages are for whoever files it."""
    found = [*_deputies(file, case), *_units(file), *(_letter(row) for row in letters(file))]
    found.sort(key=lambda row: (ORDER.index(row[0]), row[1]))
    office = body(case.congress_id)
    return filing.archive_list(
        filing.Archive(
            known(file), "", "", tuple(filed for _, _, filed in found),
            footer=Footer(office.name if office else "", long_day(clock.today())),
        )
    )  # fmt: skip


def _filed(kind: str, at: datetime | None, author: str, title: str, number: str = "") -> Iterator[Row]:
    if at is not None:
        yield kind, at, filing.Filed(number, author, title, day_of(at))


def _deputies(file: CaseFile, case: Suggestion) -> Iterator[Row]:
    told = known(file)
    yield from _filed("written", case.submitted_at, told.proposer, case.title)
    for sheet in file.sheets:
        if sheet.stage is not w.Rating.VOID:
            author = "提出建议的代表" if file.hides_names else sheet.rater.name
            yield from _filed("rating", sheet.rated_at, author, "征询意见表", sheet.number)


def _units(file: CaseFile) -> Iterator[Row]:
    """What the units put on record, each by its name."""
    units = organisation_names(file.case.congress_id, {h.unit_id for h in file.handlings})
    for task in file.handlings:
        yield from _filed("receipt", task.received_at, units[task.unit_id], "签收单", task.receipt_number)
    for plan in file.plans:
        yield from _filed(
            "plan", _at(plan.approved_on), units[plan.handling.unit_id], "办理计划", plan.number
        )
    for row in file.collectives:
        yield from _filed("collective", _at(row.held_on), units[row.handling.unit_id], "党组会议研究记录")
    for said in file.oral_replies:
        at = said.signed_at if said.counts else None
        yield from _filed("oral_reply", at, units.get(said.handling.unit_id, ""), "当面答复记录", said.number)
    for met in file.contacts:
        at = None if met.stage is w.Contact.DISPUTED else met.occurred_at
        title = f"{PHASES.get(met.phase, '')}沟通记录（{MODES.get(met.mode, met.mode)}）"
        yield from _filed("contact", at, units.get(met.handling.unit_id, ""), title)


def _at(day: date | None) -> datetime | None:
    return datetime(day.year, day.month, day.day, tzinfo=clock.HOME) if day else None


def _letter(row: Letter) -> Row:
    """What was issued, by its number and the digest of its data."""
    filed = filing.Filed(row.number, row.issuer, row.label, row.day, digest=row.digest)
    return row.kind, datetime(row.day.year, row.day.month, row.day.day, tzinfo=clock.HOME), filed
