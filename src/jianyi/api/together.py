"""On a case: that it is handled together with others of its kind, what was held, and the problems that concern it."""

from datetime import date, datetime

from ninja import Schema

from jianyi.cases.queries.files import CaseFile
from jianyi.themes.models import Problem
from jianyi.themes.queries.about import Together, together as ask
from jianyi.themes.queries.themes import Gathering

from .shapes import Attachment, Word, word


class HeldFor(Schema):
    """`deputies`: how many of them were there."""

    title: str
    kind: Word
    stage: Word
    starts_at: datetime | None
    deputies: int


class Concerning(Schema):
    """`evidence`: once it was struck off; `item` and `promised_until`: where it is promised in the reply to this suggestion."""

    id: str
    text: str
    due: date | None
    late: bool
    stage: Word
    struck_on: date | None
    evidence: str
    attachments: list[Attachment]
    item: str
    promised_until: date | None


class HandledTogether(Schema):
    """`theme`: its number, for those who have a page of it."""

    theme: str
    title: str
    unit: str
    stage: Word
    meetings: list[HeldFor]
    problems: list[Concerning]


def together(file: CaseFile) -> list[HandledTogether]:
    """One for each unit that has it in a group."""
    return [
        HandledTogether(
            theme=str(each.theme.id) if each.opens else "", title=each.theme.title, unit=each.theme.unit.name, stage=word(each.theme.stage),
            meetings=[_held(row) for row in each.gatherings], problems=[_problem(row, each, file) for row in each.problems],
        )
        for each in ask(file)
    ]  # fmt: skip


def _held(row: Gathering) -> HeldFor:
    meeting = row.meeting
    kind = Word(code=meeting.kind, label=meeting.label)
    return HeldFor(
        title=meeting.title,
        kind=kind,
        stage=word(meeting.stage),
        starts_at=meeting.starts_at,
        deputies=row.deputies,
    )


def _problem(row: Problem, each: Together, file: CaseFile) -> Concerning:
    here = row.pledged_case == file.case.id
    files = each.evidence.get(row.id, [])
    return Concerning(
        id=str(row.id), text=row.text, due=row.due, late=row.is_late, stage=word(row.stage), struck_on=row.struck_on,
        evidence=row.evidence if row.struck_on else "", attachments=[Attachment(id=str(one.id), name=one.name) for one in files],
        item=row.pledged_item if here else "", promised_until=row.pledged_due if here else None,
    )  # fmt: skip
