"""I12: what was promised is followed, and nothing is struck off without what shows it."""

from collections.abc import Iterator

from django.db.models import Count, Exists, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from ..models import Attachment, Ledger, Promise
from ..models.promises import DONE


def every_promise_is_followed() -> Iterator[str]:
    """A ledger holds every promise of its reply; what is struck off has evidence, and somebody else verified it."""
    rows = Promise.objects.filter(congress_id=OuterRef("congress_id"), paper_id=OuterRef("paper_id"))
    found = rows.values("paper_id").annotate(n=Count("id")).values("n")
    for ledger in Ledger.objects.annotate(there=Coalesce(Subquery(found[:1]), 0)).exclude(
        there=F("promised")
    ):
        yield f"承诺台账 {ledger.id}：答复承诺 {ledger.promised} 项，台账中不是这个数"
    shown = Attachment.objects.filter(congress_id=OuterRef("congress_id"), subject_id=OuterRef("id"))
    for promise in Promise.objects.filter(stage__in=DONE).annotate(shown=Exists(shown)):
        if not (promise.shown and promise.verified_by and promise.reporters):
            yield f"承诺 {promise.id}：已经销号，却没有佐证或者没有核验"
