"""Files are sent first; a step then names them by number."""

from typing import Annotated

from django.http import HttpRequest
from ninja import File, Router, Schema, UploadedFile

from jianyi.documents.intake import stored

from .doors import who
from .refusing import ANSWERS


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
