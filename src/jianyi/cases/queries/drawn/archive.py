"""The list of what lies in the file of a closed case (F29): everything on record that its reader may see, and how much
of what belongs there is missing."""

from collections.abc import Iterator
from datetime import date, datetime

from jianyi.cases.letters import filing
from jianyi.documents.letters.document import Footer, Sheet
from jianyi.documents.letters.wording import long_day
from jianyi.journal.models import Line
from jianyi.kit import clock
from jianyi.parties.models import Organisation
from jianyi.parties.queries import organisation_names
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import MODES, PHASES

from ...archiving import archive_no
from ...issued.congress import body
from ...issued.records import KINDS as RECORDS
from ...models import Handling, Suggestion
from ..files import CaseFile
from ..letters import letters
from .deputies import known
from .kept import Part, Row, at, filed, further, in_order, issued
from .lacking import lacking


def contents(file: CaseFile, case: Suggestion) -> Sheet:
    """Pages and who checks it are for whoever files it on paper."""
    house, close = _house(file), _closing(file)
    closed = datetime.fromisoformat(close.at).astimezone(clock.HOME).date() if close else clock.today()
    part = _part(file, case)
    number, term, basis = _kept(file, case, house, closed)
    return filing.archive_list(
        filing.Archive(
            known(file), number, term, in_order(part.rows), part.missing, basis, closed,
            str(close.by.get("name", "")) if close and file.office else "",
            footer=Footer(house.name if house else "", long_day(clock.today())),
        )
    )  # fmt: skip


def _house(file: CaseFile) -> Organisation | None:
    """Whose file it is: that of the congress's own body, or of the reader's unit."""
    units = [task.unit for task in file.own_handlings]
    return body(file.case.congress_id) if file.office or not units else units[0]


def _closing(file: CaseFile) -> Line | None:
    rows = [row for row in file.lines if (row.subject, row.action) == (str(file.case), A.CLOSE.value)]
    return rows[-1] if rows else None


def _kept(file: CaseFile, case: Suggestion, house: Organisation | None, on: date) -> tuple[str, str, str]:
    """Number, term, and where they are laid down; nothing where the place has laid down nothing."""
    rule = file.under.place.archive
    if rule is None or house is None:
        return "", "", ""
    return archive_no(rule, house, case, on), rule.term(case.key), rule.article.partition("：")[0]


def _part(file: CaseFile, case: Suggestion) -> Part:
    """What hangs on the case itself, and what other parts of the house have about it."""
    units = organisation_names(case.congress_id, {task.unit_id for task in file.under.all(Handling)})
    sent, more = letters(file), further(file)
    kept = {row.subject_id for row in sent if row.kind in RECORDS}
    rows = [*_deputies(file, case), *_units(file, units, kept), *_between(file, units), *map(issued, sent)]
    return Part(
        (*rows, *(row for each in more for row in each.rows)),
        (*lacking(file, sent, units), *(what for each in more for what in each.missing)),
    )


def _deputies(file: CaseFile, case: Suggestion) -> Iterator[Row]:
    told, office = known(file), body(case.congress_id)
    yield from filed("written", case.submitted_at, told.proposer, case.title)
    reviewed = _last(file).get((str(case), A.REGISTER.value))
    yield from filed("reviewed", reviewed, office.name if office else "", "审查登记记录", case.no)
    for sheet in file.sheets:
        if sheet.stage is not w.Rating.VOID:
            author = "提出建议的代表" if file.hides_names else sheet.rater.name
            yield from filed("rating", sheet.rated_at, author, "征询意见表", sheet.number)


def _units(file: CaseFile, units: dict[int, str], kept: set[int]) -> Iterator[Row]:
    """What the units put on record, each by its name; `kept`: what was issued stands in the list as a paper."""
    for task in file.handlings:
        yield from filed("receipt", task.received_at, units[task.unit_id], "签收单", task.receipt_number)
    for plan in file.plans:
        on = at(plan.approved_on) if plan.approved_on else None
        yield from filed("plan", on, units[plan.handling.unit_id], "办理计划", plan.number)
    for row in (each for each in file.collectives if each.id not in kept):
        on = at(row.held_on) if row.held_on else None
        yield from filed("collective", on, units[row.handling.unit_id], "党组会议研究记录")
    for said in (each for each in file.oral_replies if each.id not in kept):
        signed = said.signed_at if said.counts else None
        yield from filed(
            "oral_reply", signed, units.get(said.handling.unit_id, ""), "当面答复记录", said.number
        )
    for met in file.contacts:
        held = None if met.stage is w.Contact.DISPUTED else met.occurred_at
        title = f"{PHASES.get(met.phase, '')}沟通记录（{MODES.get(met.mode, met.mode)}）"
        yield from filed("contact", held, units.get(met.handling.unit_id, ""), title)


# What has no paper of its own but its lines in the record: until when, and how it came out

SHOWN = (
    w.Consultation.COMMENTED, w.Consultation.UNANSWERED, w.Consultation.AGREED, w.Consultation.ADDRESSED,
    w.Consultation.EXEMPTED,
)  # fmt: skip
WAIVED = (w.Waiver.GRANTED, w.Waiver.REFUSED)
TALKED_NOT = (w.Negotiation.NEW, w.Negotiation.DROPPED)


def _between(file: CaseFile, units: dict[int, str]) -> Iterator[Row]:
    on = _last(file)
    rows = [("shown", row, "答复稿征求代表意见记录") for row in file.consultations if row.stage in SHOWN]
    rows += [("waived", row, "免等会办意见申请和决定") for row in file.waivers if row.stage in WAIVED]
    rows += [("talks", row, "单位间协商记录") for row in file.negotiations if row.stage not in TALKED_NOT]
    for kind, row, title in rows:
        author = units.get(row.handling.unit_id, "")
        yield from filed(kind, on.get((str(row), "")), author, f"{title}（{row.stage.label}）")
    for paper in file.papers:
        what = "答复稿" if paper.is_reply else "会办意见稿"
        passed = on.get((str(paper), A.PASS.value)) if paper.handling in file.own_handlings else None
        yield from filed("desks", passed, units.get(paper.handling.unit_id, ""), f"{what}审核记录")


def _last(file: CaseFile) -> dict[tuple[str, str], datetime]:
    """(subject, action) → when it was done last; with no action, when anything was done with it last."""
    found: dict[tuple[str, str], datetime] = {}
    for line in file.lines:
        moment = datetime.fromisoformat(line.at)
        found[line.subject, line.action] = found[line.subject, ""] = moment
    return found
