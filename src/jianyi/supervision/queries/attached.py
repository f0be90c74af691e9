"""What was attached to an answer, to a report of correction, to a result: for those who read it there."""

from django.db.models import Q

from jianyi.cases.models import Attachment
from jianyi.documents.models import File
from jianyi.outcomes.queries import attached as below
from jianyi.procedure.facts.acting import Actor

from . import helps, measures, urgings


def attached(number: int, *, by: Actor) -> tuple[Attachment, File] | None:
    """By its own number or by its file's, wherever it hangs; nothing for those who may not read it there."""
    if found := below.attached(number, by=by):
        return found
    rows = Attachment.objects.filter(Q(id=number) | Q(file_id=number), congress_id=by.congress)
    row = next((row for row in rows.order_by("id") if _may_read(row, by)), None)
    return (row, File.objects.get(congress_id=by.congress, id=row.file_id)) if row else None


def _may_read(row: Attachment, by: Actor) -> bool:
    files = (area.file(row.root_id, by=by) for area in (urgings, measures, helps))
    return any(row in file.evidence.get(row.subject_id, ()) for file in files if file)
