"""I13: what counts was checked by another hand, is shown by something, and came of something."""

from collections.abc import Iterator

from django.db.models import Count, Exists, F, OuterRef

from jianyi.cases.models import Attachment, Suggestion
from jianyi.procedure.words import Link as Counted, Outcome as Stage

from .models import OPEN, Edition, Link, Outcome, PublicOutcome


def every_outcome_is_shown_and_checked() -> Iterator[str]:
    """One sentence for each that is not so; also where something is linked twice, or a link outlives its outcome."""
    checked = Edition.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("id"), edition=OuterRef("standing"), certified_on__isnull=False
    ).exclude(certified_by=F("written_by"))  # fmt: skip
    shown = Attachment.objects.filter(congress_id=OuterRef("congress_id"), subject_id=OuterRef("id"))
    linked = Link.objects.filter(congress_id=OuterRef("congress_id"), root_id=OuterRef("id"), stage__in=OPEN)
    rows = Outcome.objects.filter(standing__gt=0).annotate(
        checked=Exists(checked), shown=Exists(shown), linked=Exists(linked)
    )
    for row in rows.iterator():
        for held, told in (
            (row.checked, "没有经另一人核验"),
            (row.shown, "没有佐证材料"),
            (row.linked, "没有任何关联"),
        ):
            if not held:
                yield f"成果 {row.id} 已经计入，却{told}"
    yield from _links()


def _links() -> Iterator[str]:
    open_ = Link.objects.filter(stage__in=OPEN)
    same = open_.values("congress_id", "root_id", "suggestion_id", "idea_id", "past_id")
    for found in same.annotate(n=Count("id")).filter(n__gt=1):
        yield f"成果 {found['root_id']}：同一件关联了 {found['n']} 次"
    over = Outcome.objects.filter(
        congress_id=OuterRef("congress_id"), id=OuterRef("root_id"), stage=Stage.WITHDRAWN
    )
    for link in open_.filter(Exists(over)):
        yield f"成果的关联 {link.id}：成果已经撤销，关联还在"


def what_is_public_of_outcomes_counts() -> Iterator[str]:
    """What strangers read was published, counts, is linked to the suggestion, and gives away nobody who must not be named."""
    shown = PublicOutcome.objects.filter(gone=False)
    counts = Outcome.objects.filter(
        congress_id=OuterRef("congress_id"), id=OuterRef("outcome_id"), public__gt=0, public=F("standing")
    )
    linked = Link.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("outcome_id"), suggestion_id=OuterRef("suggestion_id"),
        stage=Counted.COUNTED,
    )  # fmt: skip
    for row in shown.exclude(Exists(counts) & Exists(linked)):
        yield f"公开的成果 {row.id}：没有公开、不再计入，或者不再与这件建议关联"
    hidden = Suggestion.objects.filter(
        congress_id=OuterRef("congress_id"), id=OuterRef("suggestion_id"), confidential=True
    )
    for row in shown.filter(Exists(hidden)):
        yield f"公开的成果 {row.id}：提出人要求身份保密，不应公开"
    for row in PublicOutcome.objects.filter(gone=True).exclude(name=""):
        yield f"公开的成果 {row.id}：已不公开，却仍有内容"
