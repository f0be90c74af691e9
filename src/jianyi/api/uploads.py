"""Files are sent first; a step then names them by number; whoever may read them where they hang fetches them again."""

from typing import Annotated

from django.http import Http404, HttpRequest, HttpResponse
from ninja import File, Router, Schema, UploadedFile

from jianyi.documents.intake import stored
from jianyi.documents.store import read
from jianyi.supervision.queries.attached import attached

from .doors import who
from .inputs import Number
from .refusing import ANSWERS, READS


router = Router(tags=["files"])


class Kept(Schema):
    id: str
    name: str
    size: int
    digest: str


@router.post("/files", response={200: Kept, **ANSWERS})
def upload(request: HttpRequest, upload: Annotated[UploadedFile, File()]) -> Kept:
    """Keep one file of mine, to be named as an attachment."""
    (row,) = stored([upload], by=who(request))
    return Kept(id=str(row.id), name=row.name, size=row.size, digest=row.digest)


@router.get("/files/{number}", response={200: bytes, **READS})
def download(request: HttpRequest, number: Number) -> HttpResponse:
    """An attachment as it was kept, by its own number."""
    found = attached(int(number), by=who(request))
    if found is None:
        raise Http404
    try:
        content = read(found[1])
    except (OSError, ValueError) as gone:
        raise Http404("附件的内容已经找不到，或者与存入时不一致。请系统管理员从备份恢复。") from gone
    return HttpResponse(content, content_type="application/octet-stream")
