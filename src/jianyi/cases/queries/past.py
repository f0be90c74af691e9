"""Past replies: what was published is read by everybody of the congress."""

from django.db.models import Q, QuerySet

from jianyi.documents.models import File
from jianyi.kit.pages import Page, page
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor

from ..models import Past, Suggestion
from ..sight import may_see
from .lists import SIZE


def past_replies(*, by: Actor, q: str = "", size: int = SIZE, after: str = "", before: str = "") -> Page:
    """Newest first; `q`: words of the title, the unit, the number or the addressee."""
    rows = _kept(by).defer("body")
    if q:
        rows = rows.filter(
            Q(title__contains=q) | Q(unit__contains=q) | Q(number__contains=q) | Q(addressee__contains=q)
        )
    return page(rows, ("id",), size, after=after, before=before, newest=True)


def past_reply(number: int, *, by: Actor) -> Past | None:
    return _kept(by).filter(id=number).first()


def file_of(past: Past, *, by: Actor) -> File | None:
    return File.objects.filter(congress_id=by.congress, id=past.file_id).first()


def answered(number: str, title: str, *, by: Actor) -> Suggestion | None:
    """The suggestion whose number and title are both those of a reply: numbers begin anew with every sitting."""
    bare = number.strip().removeprefix("闭").removesuffix("号")
    if not (title and bare.isascii() and bare.isdigit() and len(bare) < 8):
        return None
    rows = Suggestion.objects.filter(
        may_see(by), number=int(bare), title=title, between=number.startswith("闭")
    )
    found = list(rows.order_by("id")[:2])
    return found[0] if len(found) == 1 else None


def same_file(digest: str, *, by: Actor) -> Past | None:
    """Is the very same file kept already?"""
    files = File.objects.filter(congress_id=by.congress, digest=digest).values("id")
    return _kept(by).filter(file_id__in=files).first()


def _kept(by: Actor) -> QuerySet[Past]:
    return Past.objects.filter(congress_id=by.congress, stage=w.Past.KEPT)
