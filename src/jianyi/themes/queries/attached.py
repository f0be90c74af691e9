"""What shows that a problem was solved, for one reader: on the page of the group, or on that of a suggestion it concerns."""

from django.db.models import Q

from jianyi.cases.models import Attachment
from jianyi.cases.queries.files import case
from jianyi.documents.models import File
from jianyi.fieldwork.queries import attached as below
from jianyi.procedure.facts.acting import Actor

from ..models import Concern, Problem
from . import about, themes


def attached(number: int, *, by: Actor) -> tuple[Attachment, File] | None:
    """By its own number or by its file's, wherever it hangs; nothing for those who may not read it there."""
    if found := below.attached(number, by=by):
        return found
    rows = Attachment.objects.filter(Q(id=number) | Q(file_id=number), congress_id=by.congress)
    row = next((row for row in rows.order_by("id") if _may_read(row, by)), None)
    return (row, File.objects.get(congress_id=by.congress, id=row.file_id)) if row else None


def _may_read(row: Attachment, by: Actor) -> bool:
    file = themes.file(row.root_id, by=by)
    if file is not None:
        return row in file.evidence.get(row.subject_id, ())
    if not Problem.objects.filter(congress_id=by.congress, id=row.subject_id).exists():
        return False
    concerned = Concern.objects.filter(congress_id=by.congress, problem_id=row.subject_id)
    files = (case(number, by=by) for number in concerned.values_list("suggestion_id", flat=True))
    return any(
        row in each.evidence.get(row.subject_id, ())
        for file in files
        if file
        for each in about.together(file)
    )
