"""What the public reads of outcomes: rows of their own, written when one is published and whenever what counts of it changes."""

from typing import Any

from jianyi.cases.models import Suggestion
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Displaying
from jianyi.turn.case import Turn
from jianyi.turn.door import command
from jianyi.turn.under import Under

from ..models import Document, Edition, Link, Outcome, PublicOutcome, Quantity


GONE: dict[str, Any] = {
    "kind": "", "name": "", "unit": "", "on": None, "documents": [], "quantities": [], "systemic": False, "gone": True,
}  # fmt: skip


@command(Outcome, A.PUBLISH)
def publish(turn: Turn, outcome: Outcome, said: Displaying) -> None:
    """As it counts now, on the public page of each suggestion that it is linked to; a later text is published anew."""
    outcome.public = outcome.standing
    show(turn.under(outcome))


@command(Outcome, A.TAKE_DOWN)
def take_down(turn: Turn, outcome: Outcome, said: Because) -> None:
    """The text leaves the public rows at once; why and by whom stays on record."""
    outcome.public = 0
    show(turn.under(outcome))


def show(under: Under) -> None:
    """The public rows say what counts and was published, of what is linked now, and nothing else. Whoever must not be named is
    not given away by what came of the suggestion."""
    outcome: Outcome = under.root  # type: ignore[assignment]
    out = outcome.public > 0 and outcome.public == outcome.standing
    linked = {row.suggestion_id for row in under.all(Link) if row.stage is w.Link.COUNTED} - {0}
    cases = Suggestion.objects.filter(congress_id=outcome.congress_id, id__in=linked, confidential=False)
    wanted = set(cases.values_list("id", flat=True)) if out else set()
    rows = PublicOutcome.objects.filter(congress_id=outcome.congress_id, outcome_id=outcome.id)
    known = set(rows.values_list("suggestion_id", flat=True))
    rows.exclude(suggestion_id__in=wanted).filter(gone=False).update(**GONE, at=clock.now())
    if not wanted:
        return
    told = _told(outcome)
    rows.filter(suggestion_id__in=wanted).update(**told, gone=False, at=clock.now())
    PublicOutcome.objects.bulk_create(
        PublicOutcome(
            congress_id=outcome.congress_id, outcome_id=outcome.id, suggestion_id=case, at=clock.now(), **told
        )
        for case in sorted(wanted - known)
    )


def _told(outcome: Outcome) -> dict[str, Any]:
    of = {"congress_id": outcome.congress_id, "root_id": outcome.id, "edition": outcome.public}
    text = Edition.objects.get(**of)
    return {
        "kind": text.label, "name": text.name, "unit": outcome.unit.name, "on": text.on, "systemic": text.systemic,
        "documents": [[row.title, row.number] for row in Document.objects.filter(**of).order_by("nth")],
        "quantities": [row.told for row in Quantity.objects.filter(**of).order_by("nth")],
    }  # fmt: skip
