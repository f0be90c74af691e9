"""The minutes of a meeting as a numbered paper of the house that held it (F28)."""

from collections.abc import Iterable

from jianyi.cases import issued
from jianyi.cases.issued.called import Called
from jianyi.cases.issued.congress import body
from jianyi.cases.letters import meetings
from jianyi.cases.letters.values import Issue
from jianyi.cases.models import Batch, Suggestion
from jianyi.documents.letters.wording import long_moment
from jianyi.kit import clock
from jianyi.parties.models import Organisation
from jianyi.parties.queries import names, organisation_names
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import ESCALATED, INNER
from jianyi.turn.case import Turn

from ..holders import joint_units
from ..models import Attendance, Guest, Meeting, Resolution, Treated


SERIES = "建纪"
# What is not called together in a room is led.
CALLED_TOGETHER = INNER | {"symposium", "face_to_face", *ESCALATED.values()}


def settled(turn: Turn, meeting: Meeting) -> None:
    """Of the unit, or of the congress's own body; nothing where there is nobody whose paper it could be."""
    house = meeting.unit or body(meeting.congress_id)
    if house is None:
        return
    number = issued.numbered(house, SERIES)
    issue = Issue(house.name, number, clock.today(), turn.by.name, check=issued.check(number, house.id))
    told = meetings.minutes(_told(turn, meeting, issue))
    issued.issue(turn, meeting, "minutes", told, issue, house.id)


def _told(turn: Turn, meeting: Meeting, issue: Issue) -> meetings.Minutes:
    there = list(Attendance.at(meeting))
    away = _away(meeting, turn.under(meeting).all(Guest), there)
    decided = [row for row in turn.under(meeting).all(Resolution) if row.stage is w.Resolution.NOTED]
    people = {meeting.chair_id or 0, *(row.owner_id for row in decided)}
    people |= {row.person_id for row in away} | {row.person_id for row in there}
    known = names(meeting.congress_id, people)
    return meetings.Minutes(
        issue, meeting.title, called(meeting), long_moment(meeting.starts_at), meeting.where, known.get(meeting.chair_id or 0, ""),
        tuple(line.strip() for line in meeting.agenda.splitlines() if line.strip()), meeting.minutes,
        tuple(meetings.Resolved(row.text, known[row.owner_id], row.due) for row in decided),
        verb="主持召开" if meeting.kind in CALLED_TOGETHER else "带队组织", beside=_beside(meeting), cases=_cases(meeting),
        present=_present(meeting, there, known), others=meeting.others, recorder=meeting.minuted_by,
        absent=tuple((known[row.person_id], row.reason) for row in away if row.answer == "no"),
        missing=tuple(known[row.person_id] for row in away if row.answer != "no"),
    )  # fmt: skip


def _away(meeting: Meeting, guests: Iterable[Guest], there: Iterable[Attendance]) -> list[Guest]:
    """Who was asked to a meeting of the house and did not come. What deputies answered is for those who asked them."""
    came = {row.person_id for row in there}
    asked = [row for row in guests if row.stage is not w.Guest.UNINVITED] if meeting.is_inner else []
    return [row for row in asked if row.person_id not in came]


def called_for(batch: Batch) -> Called | None:
    """The hand-over meeting of a batch, for its notices."""
    row = Meeting.objects.filter(congress_id=batch.congress_id, batch_id=batch.id).first()
    return Called(row.title, row.starts_at, row.where) if row and row.starts_at else None


def called(meeting: Meeting) -> str:
    """「2026年第3次调度会」: which of its kind in the year, by the order in which they were held."""
    day = meeting.day
    return f"{day.year}年第{meeting.nth}次{meeting.label}" if day and meeting.nth else meeting.label


def _beside(meeting: Meeting) -> tuple[str, ...]:
    numbers = joint_units(meeting)
    known = organisation_names(meeting.congress_id, set(numbers))
    return tuple(known[unit] for unit in numbers)


def _present(meeting: Meeting, there: Iterable[Attendance], known: dict[int, str]) -> str:
    """By house, each with its people: 「省文化和旅游厅 甲、乙；人大代表 丙」"""
    houses = {
        row.id: row.known_as
        for row in Organisation.objects.filter(
            congress_id=meeting.congress_id, id__in={row.unit_id for row in there if row.unit_id}
        )
    }
    groups: dict[str, list[str]] = {}
    for row in there:
        house = "人大代表" if row.deputy else houses.get(row.unit_id, "")
        groups.setdefault(house, []).append(known[row.person_id])
    return "；".join(f"{house} {'、'.join(people)}".strip() for house, people in groups.items())


def _cases(meeting: Meeting) -> str:
    """By number alone: not everybody who reads minutes may read the suggestions. What is confidential is not named."""
    rows = Treated.objects.filter(congress_id=meeting.congress_id, root_id=meeting.id)
    found = Suggestion.objects.filter(
        congress_id=meeting.congress_id, id__in=rows.values("suggestion_id"), confidential=False
    )
    return "、".join(f"第{case.no}号" for case in found.order_by("between", "number") if case.no)
