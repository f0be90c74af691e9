"""The meetings that treated a suggestion, in the list of its file (F29)."""

from collections.abc import Iterator

from jianyi.cases.issued.congress import body
from jianyi.cases.queries.drawn.kept import Part, Row, filed, issued
from jianyi.cases.queries.files import CaseFile
from jianyi.procedure import words as w

from .meetings import HAPPENED, MeetingFile, about


def meetings(file: CaseFile) -> Part:
    """Those that were held, as far as this reader may see them: the minutes where they were issued. Of whoever holds a
    meeting the minutes belong in the file."""
    held = [MeetingFile(row, file.by) for row in about(file.case.id, by=file.by) if row.stage in HAPPENED]
    open_ = [
        each.meeting.title for each in held if each.is_host and each.meeting.stage is not w.Meeting.SETTLED
    ]
    rows = tuple(row for each in held for row in _rows(each))
    return Part(rows, tuple(f"会议纪要（{title}）" for title in open_))


def _rows(each: MeetingFile) -> Iterator[Row]:
    meeting = each.meeting
    if each.letters:
        yield from map(issued, each.letters)
        return
    host = meeting.unit or body(meeting.congress_id)
    yield from filed(
        "meeting", meeting.starts_at, host.name if host else "", f"{meeting.label}记录：{meeting.title}"
    )
