"""What must always be true of what is public, whatever was done: looked for in the public rows themselves."""

from collections.abc import Callable, Iterator

from django.db.models import Exists, OuterRef

from jianyi.procedure.words import Publication as P

from .models import Public, Publication, PublicReply
from .patterns import plain


def what_is_public_was_published() -> Iterator[str]:
    """A public reply has its publication, published; one that is not any more has left no text."""
    out = Publication.objects.filter(
        congress_id=OuterRef("congress_id"), id=OuterRef("id"), stage=P.PUBLISHED
    )
    rows = PublicReply.objects.annotate(out=Exists(out))
    for row in rows.filter(gone=False, out=False):
        yield f"公开答复 {row.id}：公开审查没有发布它"
    for row in rows.filter(gone=True):
        if row.out or row.answers or row.opening or row.closing or row.summary or row.files:
            yield f"公开答复 {row.id}：已撤下，却仍有内容"
    there = PublicReply.objects.filter(congress_id=OuterRef("congress_id"), id=OuterRef("id"), gone=False)
    for published in Publication.objects.filter(stage=P.PUBLISHED).exclude(Exists(there)):
        yield f"公开审查 {published.id}：已发布，公开网站上没有"
    for page in Public.objects.filter(gone=True).exclude(title="", situation="", words=""):
        yield f"公开建议 {page.id}：已全部撤下，却仍有内容"


def nothing_hidden_is_public() -> Iterator[str]:
    """No proposer who asked not to be known, and no suggestion that was withdrawn."""
    for row in Publication.objects.filter(stage=P.PUBLISHED).select_related("root"):
        if row.root.confidential or row.root.stage.value == "withdrawn":
            yield f"公开审查 {row.id}：建议 {row.root.no} 不应公开"


def no_number_is_public_unkept() -> Iterator[str]:
    """No mobile telephone or identity card in any public text, unless somebody kept it and said why."""
    for page in Public.objects.filter(gone=False).iterator():
        kept = {
            part["text"][mark["start"] : mark["end"]]
            for row in Publication.objects.filter(congress_id=page.congress_id, root_id=page.id)
            for part in row.parts
            for mark in row.marks
            if mark["part"] == part["key"] and mark["how"] == "keep" and mark["reason"]
        }
        if any(page.words[start:end] not in kept for start, end, _ in plain(page.words)):
            yield f"公开建议 {page.id}：公开的文字里有手机号或者证件号，没有人决定保留"


Invariant = Callable[[], Iterator[str]]
INVARIANTS: tuple[tuple[str, str, Invariant], ...] = (
    ("public", "公开的都经审查发布，撤下的没有留下内容", what_is_public_was_published),
    ("public_hidden", "身份保密和已撤回的建议没有公开", nothing_hidden_is_public),
    ("public_numbers", "公开的文字里没有未经决定的手机号和证件号", no_number_is_public_unkept),
)
