"""Attachments: handed out as they were kept, never opened by the browser under our name; a picture is shown as one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from jianyi.cases.models import Attachment
from jianyi.documents.intake import SHOWN
from jianyi.documents.models import File
from jianyi.documents.store import read
from jianyi.supervision.queries.attached import attached

from .. import areas, errors


GONE = "附件的内容已经找不到，或者与存入时不一致，不能下载。请系统管理员从备份恢复。"
SANDBOX = "default-src 'none'; sandbox"


def download(request: HttpRequest, number: int) -> HttpResponse:
    """One attachment, by its own number or by its file's, for those who may read it where it hangs."""
    attachment, file = _found(request, number)
    try:
        return sent(read(file), attachment.name)
    except (OSError, ValueError):
        return errors.gone(request, GONE, _where(attachment))


def picture(request: HttpRequest, number: int) -> HttpResponse:
    """A photograph, to be looked at: the guard has seen that it is one."""
    attachment, file = _found(request, number)
    if file.kind not in SHOWN:
        raise Http404
    try:
        response = HttpResponse(read(file), content_type=f"image/{file.kind}")
    except (OSError, ValueError):
        return errors.gone(request, GONE, _where(attachment))
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    return response


def _found(request: HttpRequest, number: int) -> tuple[Attachment, File]:
    found = attached(number, by=request.actor)  # type: ignore[attr-defined]
    if found is None:
        raise Http404
    return found


def _where(attachment: Attachment) -> str:
    """The page that it hangs on."""
    for kind, area in areas.PAGES.items():
        if kind._default_manager.filter(congress_id=attachment.congress_id, id=attachment.root_id).exists():
            return f"/{area}/{attachment.root_id}/"
    return f"/suggestions/{attachment.root_id}/"


def sent(content: bytes, name: str) -> HttpResponse:
    """A download that no browser opens under our name."""
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    return response
