"""What the procedure asks about an outcome or a report of the press, answered from what hangs under it."""

from typing import Any

from jianyi.cases.models import Attachment
from jianyi.procedure import words as w
from jianyi.procedure.facts.outcomes import Credited, Numbered
from jianyi.turn.under import Under

from .models import Document, Link, Outcome, Publicity


def credited(subject: Any, under: Under) -> Credited:
    outcome: Outcome = under.root  # type: ignore[assignment]
    links = sum(link.is_open for link in under.all(Link))
    withdrawn = outcome.stage is w.Outcome.WITHDRAWN
    return Credited(outcome.standing > 0, withdrawn, frozenset(outcome.writers), files(outcome), links)


def clipped(publicity: Publicity, under: Under) -> Credited:
    return Credited(files=files(publicity))


def files(subject: Outcome | Publicity) -> int:
    """How many are attached to it."""
    return Attachment.objects.filter(congress_id=subject.congress_id, subject_id=subject.id).count()


def numbered(subject: Any, under: Under) -> Numbered:
    """Of each other outcome what it says last: a draft takes a number as well."""
    outcome: Outcome = under.root  # type: ignore[assignment]
    others = Outcome.objects.filter(congress_id=outcome.congress_id, unit_id=outcome.unit_id)
    others = others.exclude(id=outcome.id).exclude(stage=w.Outcome.WITHDRAWN)
    latest = dict(others.values_list("id", "edition"))
    kinds = dict(others.values_list("id", "kind"))
    rows = Document.objects.filter(congress_id=outcome.congress_id, root_id__in=list(latest)).exclude(
        number=""
    )
    told = rows.values_list("root_id", "edition", "number")
    return Numbered(frozenset((kinds[root], no) for root, edition, no in told if latest[root] == edition))
