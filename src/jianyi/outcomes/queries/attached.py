"""One uploaded file for one reader, wherever it hangs: at an outcome, a report of the press, or where fieldwork and cases know."""

from django.db.models import Q

from jianyi.cases.models import Attachment
from jianyi.documents.models import File
from jianyi.procedure.facts.acting import Actor
from jianyi.themes.queries import attached as below

from . import files, publicity


def attached(number: int, *, by: Actor) -> tuple[Attachment, File] | None:
    """By its own number or by its file's; nothing for those who may not read it there."""
    rows = Attachment.objects.filter(Q(id=number) | Q(file_id=number), congress_id=by.congress)
    found = next((row for row in rows.order_by("id") if _may_read(row, by)), None)
    if found is None:
        return below.attached(number, by=by)
    return found, File.objects.get(congress_id=by.congress, id=found.file_id)


def _may_read(row: Attachment, by: Actor) -> bool:
    held = files.file(row.root_id, by=by) or publicity.publicity_file(row.root_id, by=by)
    return held is not None and row in held.attachments
