"""A hand-over in one batch: frozen first, then one turn per suggestion; what fails stays in it with its reason."""

from collections.abc import Iterator

from jianyi.kit import clock
from jianyi.procedure import words
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Listing, Nothing, Result
from jianyi.procedure.refusals import NotNow, Refused, as_text
from jianyi.turn.case import Turn
from jianyi.turn.door import command

from .. import issued
from ..issued import congress, handing
from ..models import Batch, Entry, Suggestion
from . import suggestions


@command(Batch, A.PREPARE)
def prepare(turn: Turn, batch: Batch, said: Listing) -> None:
    """The list is exactly this."""
    batch.name, batch.prepared_by = said.name or batch.name, turn.by.name
    if batch._state.adding:
        batch.save(force_insert=True)
    rows = Entry.objects.filter(congress_id=batch.congress_id, root_id=batch.id)
    rows.exclude(suggestion_id__in=said.cases).delete()
    known = set(rows.values_list("suggestion_id", flat=True))
    Entry.objects.bulk_create(
        Entry(congress_id=batch.congress_id, root_id=batch.id, suggestion_id=number)
        for number in dict.fromkeys(said.cases)
        if number not in known
    )


@command(Batch, A.HAND_OVER)
def freeze(turn: Turn, batch: Batch, said: Nothing) -> None:
    """From here the list is fixed; handing over again is refused, so there is no second batch, and no second number."""
    if not batch.number and (sender := congress.body(batch.congress_id)):
        batch.number = issued.numbered(sender, congress.SERIES)
        turn.keep(number=batch.number)
    batch.handed_over_at, batch.handed_over_by = clock.now(), turn.by.name


@command(Batch, A.REPORT)
def report(turn: Turn, batch: Batch, said: Result) -> None:
    """How it went; what went out is listed for each unit."""
    rows = Entry.objects.filter(congress_id=batch.congress_id, root_id=batch.id)
    rows.filter(suggestion_id__in=said.done).update(done=True, reason="")
    for number, reason in said.failed:
        rows.filter(suggestion_id=number).update(done=False, reason=reason)
    handing.listed(turn, batch)


def hand_over(*, by: Actor, on: Batch, seen: int | None = None, key: str = "") -> Batch:
    """Freeze the batch, hand over its suggestions one by one, record how it went. Called again on a frozen batch it
    goes on where it was cut off. Raises Refused when the batch itself may not be handed over."""
    batch: Batch = freeze(by=by, on=on, seen=seen, key=key)
    if batch.stage is words.Batch.DONE:
        return batch
    done, failed = [], []
    for suggestion in listed(batch):
        reason = _hand_over_one(by, batch, suggestion)
        if reason:
            failed.append((suggestion.id, reason))
        else:
            done.append(suggestion.id)
    return _reported(by, batch, Result(tuple(done), tuple(failed)))


def _reported(by: Actor, batch: Batch, result: Result) -> Batch:
    """Of two who hand over the same batch at once one records the result; the other finds it recorded."""
    try:
        answer: Batch = report(by=by, on=batch, saying=result)
    except NotNow:
        return Batch.objects.get(congress_id=batch.congress_id, id=batch.id)
    return answer


def listed(batch: Batch) -> Iterator[Suggestion]:
    numbers = Entry.objects.filter(congress_id=batch.congress_id, root_id=batch.id).values("suggestion_id")
    yield from Suggestion.objects.filter(congress_id=batch.congress_id, id__in=numbers).order_by(
        "number", "id"
    )


def _hand_over_one(by: Actor, batch: Batch, suggestion: Suggestion) -> str:
    try:
        suggestions.hand_over(by=by, on=suggestion, key=f"batch-{batch.id}-{suggestion.id}")
    except Refused as refusal:
        return "" if _went_out(suggestion) else as_text(refusal.reasons)
    return ""


def _went_out(suggestion: Suggestion) -> bool:
    """What somebody else has handed over meanwhile is no failure."""
    rows = Suggestion.objects.filter(congress_id=suggestion.congress_id, id=suggestion.id)
    return rows.exclude(handed_over_at=None).exists()
