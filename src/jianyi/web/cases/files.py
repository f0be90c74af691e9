"""Attachments: handed out as they came in, never opened by the browser under our name."""

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from jianyi.cases.models import Attachment
from jianyi.cases.queries.files import case
from jianyi.documents.models import File
from jianyi.documents.store import read
from jianyi.procedure.facts.acting import Actor

from .. import errors


GONE = "附件的内容已经找不到，或者与存入时不一致，不能下载。请系统管理员从备份恢复。"
SANDBOX = "default-src 'none'; sandbox"


def download(request: HttpRequest, number: int) -> HttpResponse:
    """One attachment, by its own number or by its file's, for those who may read it in its case."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    found = Attachment.objects.filter(Q(id=number) | Q(file_id=number), congress_id=by.congress).order_by(
        "id"
    )
    attachment = next((row for row in found if _may_read(row, by)), None)
    if attachment is None:
        raise Http404
    file = File.objects.get(congress_id=by.congress, id=attachment.file_id)
    try:
        return sent(read(file), attachment.name)
    except (OSError, ValueError):
        return errors.gone(request, GONE, f"/suggestions/{attachment.root_id}/")


def _may_read(attachment: Attachment, by: Actor) -> bool:
    file = case(attachment.root_id, by=by)
    return file is not None and any(row.id == attachment.id for row in file.attachments)


def sent(content: bytes, name: str) -> HttpResponse:
    """A download that no browser opens under our name."""
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    return response
