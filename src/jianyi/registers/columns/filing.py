"""Under which number the closed file is kept (F23; F29): in the reader's own house, as the list of contents of the file has it."""

from datetime import date, datetime

from jianyi.cases.archiving import archive_no
from jianyi.cases.issued.congress import body
from jianyi.cases.sight import is_office
from jianyi.journal.models import Line
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action as A
from jianyi.procedure.places import place

from .column import Cell, Column, Group, Rows, Told


def _filed(rows: Rows) -> Told:
    closed = _closed(rows)
    office = is_office(rows.by)
    congress = body(rows.by.congress) if office and closed else None
    told: dict[int, dict[str, Cell]] = {}
    for row in rows.tasks:
        house = congress if office else row.unit if row.id in rows.own else None
        if house and (on := closed.get(row.root_id)):
            told[row.id] = {"archive_no": archive_no(place(row.root.place).archive, house, row.root, on)}
    return told


def _closed(rows: Rows) -> dict[int, date]:
    """suggestion → the day on which it was closed last, of those that are closed."""
    numbers = [number for number, case in rows.cases.items() if case.stage is w.Suggestion.CLOSED]
    lines = Line.objects.filter(congress_id=rows.by.congress, root_id__in=numbers, action=A.CLOSE.value)
    found = lines.order_by("seq").values_list("root_id", "subject", "at") if numbers else ()
    return {
        root: datetime.fromisoformat(at).astimezone(clock.HOME).date()
        for root, subject, at in found
        if subject == f"suggestion/{root}"
    }


FILED = Group("filed", "归档", (Column("archive_no", "档号", 18),), _filed, inside=True)
