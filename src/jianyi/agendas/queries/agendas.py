"""The agenda of one meeting, made from what is on record now, for those who hold it."""

from collections.abc import Callable, Iterable
from typing import Any

from jianyi.cases.issued.records import made
from jianyi.documents.letters.document import Block, Column, Grid, Heading, Pair, Paragraph, Sheet, Table
from jianyi.documents.letters.wording import long_moment
from jianyi.fieldwork.queries.meetings import MeetingFile
from jianyi.kit import clock
from jianyi.parties.models import Congress
from jianyi.procedure.actions import Action as A
from jianyi.procedure.places import place

from ..parts import Agenda, Part
from . import handing, progress


SOON = range(1, 91)
DAYS = "agenda_days"


def agenda(file: MeetingFile, *, soon: int = 0) -> Agenda | None:
    """Nothing for meetings of another kind, and for those who do not hold it. `soon`: how many days ahead to look; 0: as the place says."""
    make = PARTS.get(file.meeting.kind)
    if make is None or not file.is_host:
        return None
    days = soon if soon in SOON else _days(file)
    return Agenda(tuple(make(file, days)), days)


PARTS: dict[str, Callable[[MeetingFile, int], Iterable[Part]]] = {
    "hand_over": lambda file, soon: handing.parts(file),
    "progress": progress.parts,
}


def _days(file: MeetingFile) -> int:
    where = place(Congress.objects.get(id=file.by.congress).place)
    return where.number(DAYS) or SOON[-1]


def may_use(file: MeetingFile) -> bool:
    """While the meeting is still to come, for those who arrange it."""
    return any(act.action is A.CONVENE and act.subject is file.meeting for act in file.acts)


def sheet(file: MeetingFile, found: Agenda) -> Sheet:
    """On A4 across (F28): the text that stands, or that would; then what it was made from."""
    meeting = file.meeting
    house = meeting.unit.name if meeting.unit else "人大常委会代表工作机构"
    return Sheet(
        f"{meeting.title}议程", tuple(_blocks(file, found)), landscape=True, footer=made(house),
        note="说明：各表按此刻的记录生成；议程文字可以由组织人修改，纪要审定后不再改动。",
    )  # fmt: skip


def _blocks(file: MeetingFile, found: Agenda) -> Iterable[Block]:
    meeting = file.meeting
    chair = file.known.get(meeting.chair_id or 0, "")
    yield Grid((
        Pair("会议", meeting.label), Pair("时间", long_moment(meeting.starts_at) if meeting.starts_at else ""), Pair("地点", meeting.where), Pair("主持", chair),
    ))  # fmt: skip
    yield Heading("议题", 1)
    lines = (meeting.agenda.strip() or found.text).splitlines()
    yield from (Paragraph(f"{n}．{line.strip()}") for n, line in enumerate(filter(str.strip, lines), 1))
    for part in found.parts:
        if part.rows:
            more = f"（共 {part.of} 项，列出前 {len(part.rows)} 项）" if part.more else ""
            yield Heading(f"{part.title}{more}", 1)
            yield Table(tuple(Column(title, _weight(title)) for title in part.header), part.rows)


WIDE = {"标题": 3, "情况": 3, "承诺": 3, "议定事项": 3, "分歧": 2.5, "承办单位": 2.5}


def _weight(title: str) -> float:
    return WIDE.get(title, 1)


def as_called(file: MeetingFile, text: str) -> dict[str, Any]:
    """What is said to call the meeting as it stands, with this agenda: nobody is invited anew, nothing else changes."""
    row = file.meeting
    at = row.starts_at.astimezone(clock.HOME).isoformat() if row.starts_at else None
    return {
        "kind": row.kind, "title": row.title, "starts_at": at, "where": row.where, "chair": row.chair_id or 0, "agenda": text,
        "answer_by": row.answer_by.isoformat() if row.answer_by else None, "guests": [], "units": [str(unit) for unit in file.joint],
        "cases": [str(case.id) for case in file.cases], "batch": row.batch_id or 0, "escalation": row.escalation_id or 0,
    }  # fmt: skip
