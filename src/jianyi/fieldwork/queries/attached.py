"""One uploaded file for one reader, wherever it hangs: at a suggestion or a meeting, or at something under them."""

from django.db.models import Q

from jianyi.cases.models import Attachment
from jianyi.cases.queries.files import case
from jianyi.documents.models import File
from jianyi.procedure.facts.acting import Actor

from . import meetings


def attached(number: int, *, by: Actor) -> tuple[Attachment, File] | None:
    """By its own number or by its file's; nothing for those who may not read it there."""
    rows = Attachment.objects.filter(Q(id=number) | Q(file_id=number), congress_id=by.congress)
    found = next((row for row in rows.order_by("id") if _may_read(row, by)), None)
    return (found, File.objects.get(congress_id=by.congress, id=found.file_id)) if found else None


def _may_read(row: Attachment, by: Actor) -> bool:
    held = meetings.file(row.root_id, by=by)
    if held is not None:
        return row in (*held.attachments, *held.evidence.get(row.subject_id, ()))
    file = case(row.root_id, by=by)
    return file is not None and row in (*file.attachments, *file.evidence.get(row.subject_id, ()))
