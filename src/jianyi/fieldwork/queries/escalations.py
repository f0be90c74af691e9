"""The meeting that is called for a second dissatisfaction: what the page of the case shows of it, with what it is begun."""

from collections.abc import Iterable
from dataclasses import dataclass

from jianyi.cases.models import Escalation, Suggestion
from jianyi.cases.queries.files import CaseFile, case
from jianyi.cases.sight import is_office
from jianyi.kit import clock
from jianyi.parties.queries import names
from jianyi.procedure.facts.acting import Actor

from ..facts import OPEN, way
from ..models import Meeting
from ..sight import may_see
from .meetings import MeetingFile


def meetings_of(rows: Iterable[Escalation], *, by: Actor) -> dict[int, MeetingFile]:
    """escalation → its meeting, as far as this reader may see it."""
    wanted = [row.id for row in rows]
    if not wanted:
        return {}
    seen = Meeting.objects.filter(may_see(by), escalation_id__in=wanted).select_related("unit")
    return {row.escalation_id or 0: MeetingFile(row, by) for row in seen}


@dataclass(frozen=True)
class Beginning:
    """With what the form of a meeting begins that is called for one: all of it may be changed."""

    kind: str
    title: str
    starts_at: str
    where: str
    agenda: str
    case: Suggestion
    people: tuple[str, ...]


def beginning(number: int, *, by: Actor) -> Beginning | None:
    """For the congress's office, while nothing is concluded; nothing for anybody else."""
    row, file = _found(number, by)
    if row is None or file is None or row.stage not in OPEN:
        return None
    return Beginning(
        way(file.under.place), f"第{file.case.no}号建议再次不满意事项处理"[:100], _moment(row), row.where,
        row.note or file.case.title, file.case, _people(file, row),
    )  # fmt: skip


def suggestion_of(number: int, *, by: Actor) -> Suggestion | None:
    """Whose second dissatisfaction it is, for those who may arrange for it."""
    _, file = _found(number, by)
    return file.case if file else None


def _found(number: int, by: Actor) -> tuple[Escalation | None, CaseFile | None]:
    """With its case, for the congress's office."""
    row = Escalation.objects.filter(congress_id=by.congress, id=number).select_related("handling").first()
    return (row, case(row.root_id, by=by)) if row and is_office(by) else (None, None)


def _moment(row: Escalation) -> str:
    """The day that was told, in the morning; none where it has passed."""
    day = row.held_on
    return f"{day}T09:00" if day and day >= clock.today() else ""


def _people(file: CaseFile, row: Escalation) -> tuple[str, ...]:
    """Those who were dissatisfied, and who answers in the unit. Deputies who are not to be named are not invited by name."""
    raters = [sheet.rater_id for sheet in file.sheets if sheet.paper_id == row.paper_id]
    task = row.handling
    unit = [task.leading_leader_id, task.leader_id, task.head_id, task.officer_id]
    wanted = [*([] if file.case.confidential else [file.case.lead_id, *raters]), *unit]
    known = names(file.case.congress_id, {person for person in wanted if person})
    return tuple(dict.fromkeys(known[person] for person in wanted if person in known))
