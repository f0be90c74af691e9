"""Copies of attachments that may be published: what is seen of them and nothing else, made once for every stored file."""

from collections.abc import Mapping

from jianyi.cases.models import Attachment
from jianyi.documents import store
from jianyi.documents.cleaning import clean
from jianyi.documents.models import File
from jianyi.kit.unreadable import Unreadable

from .models import CleanCopy, Publication


GONE = "原件读不出来，不能公开。请联系管理员核对存储。"


def attachments_of(publication: Publication) -> list[Attachment]:
    """Those of the suggestion itself; what units keep beside it is never published."""
    rows = Attachment.objects.filter(congress_id=publication.congress_id, root_id=publication.root_id)
    return list(rows.filter(subject_id=publication.root_id, inside=0).order_by("id"))


def copies_of(publication: Publication) -> Mapping[int, CleanCopy]:
    """attachment → its copy, as far as one has been made."""
    rows = attachments_of(publication)
    found = CleanCopy.objects.filter(
        congress_id=publication.congress_id, file_id__in=[row.file_id for row in rows]
    )
    known = {copy.file_id: copy for copy in found}
    return {row.id: known[row.file_id] for row in rows if row.file_id in known}


def make_copies(publication: Publication) -> None:
    """Before anybody chooses: outside every turn, for reading a file takes its time."""
    there = copies_of(publication)
    for row in attachments_of(publication):
        if row.id not in there:
            _make(row)


def _make(row: Attachment) -> None:
    file = File.objects.get(congress_id=row.congress_id, id=row.file_id)
    told: dict[str, object] = {"kind": file.kind[:12]}
    try:
        cleaned = clean(file.name, store.read(file))
        kept = store.keep(
            cleaned.content, name=file.name, kind=file.kind, congress=row.congress_id, owner=file.owner_id
        )
        told |= {
            "digest": kept.digest,
            "size": kept.size,
            "removed": [each.sentence for each in cleaned.removed],
        }
    except Unreadable as unreadable:
        told |= {"refused": unreadable.sentence}
    except (OSError, ValueError):
        told |= {"refused": GONE}
    CleanCopy.objects.get_or_create(congress_id=row.congress_id, file_id=row.file_id, defaults=told)
