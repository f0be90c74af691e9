"""Letters and documents of the ladder in the list of a case's file (F29): for those who may read them, with what came of each."""

from collections.abc import Iterator
from dataclasses import replace

from jianyi.cases.models import Letter
from jianyi.cases.queries.drawn.kept import Part, Row, at, filed, issued
from jianyi.cases.queries.files import CaseFile
from jianyi.procedure import words as w

from ..models import ENDED, OPEN, UNISSUED, UNSEEN, Line, Measure, Urging
from ..sight import may_see_measure, may_see_urging
from .measures import MeasureFile
from .urgings import UrgingFile


def papers(file: CaseFile) -> Part:
    """What was issued about the case. Of the house that wrote it the finding belongs in the file too; whoever reads of a letter only their own
    lines has no paper of it."""
    letters, measures = _letters(file), _measures(file)
    files: list[UrgingFile | MeasureFile] = [*letters, *measures]
    rows = tuple(row for each in files for row in _rows(each))
    open_ = [
        each.urging for each in letters if each.is_host and each.urging.stage in (*OPEN, w.Urging.ANSWERED)
    ]
    running = [each.measure for each in measures if each.is_host and each.measure.stage not in ENDED]
    missing = (
        *(f"催办函（{row.number}）的核销结论" for row in open_),
        *(f"{row.label}（{row.board or row.number}）的结果" for row in running),
    )
    return Part(rows, missing)


def _letters(file: CaseFile) -> list[UrgingFile]:
    about = Line.objects.filter(congress_id=file.case.congress_id, suggestion_id=file.case.id).values(
        "root_id"
    )
    rows = Urging.objects.filter(may_see_urging(file.by), id__in=about).exclude(stage__in=UNISSUED)
    rows = rows.exclude(number="").select_related("unit", "division", "house").order_by("id")
    return [UrgingFile(row, file.by) for row in rows]


def _measures(file: CaseFile) -> list[MeasureFile]:
    rows = Measure.objects.filter(may_see_measure(file.by), suggestion_id=file.case.id).exclude(
        stage__in=UNSEEN
    )
    rows = rows.exclude(issued_on=None).select_related("unit", "division", "house").order_by("id")
    return [MeasureFile(row, file.by) for row in rows]


def _rows(each: UrgingFile | MeasureFile) -> Iterator[Row]:
    row = each.urging if isinstance(each, UrgingFile) else each.measure
    note = f"{row.stage.label}（{row.closed_on}）" if row.closed_on else ""
    if isinstance(row, Measure) and row.rung == "circular" and row.issued_on:
        for kind, moment, told in filed(
            "circular", at(row.issued_on), row.house.name, "通报（凭文号登记）", row.number
        ):
            yield kind, moment, replace(told, note=note)
    for letter in each.letters:
        yield _noted(letter, note)
    if isinstance(row, Urging) and row.answered_on and each.letters:
        yield from filed("urging_answer", at(row.answered_on), row.addressee, f"对{row.number}的书面回复")


def _noted(letter: Letter, note: str) -> Row:
    kind, moment, told = issued(letter)
    return kind, moment, replace(told, note=note)
