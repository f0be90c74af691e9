"""What the congress office works through: cases at a stage, due first; who claims them; what a batch may take."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import DateTimeField, Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from jianyi.kit.pages import Page, page
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Limit
from jianyi.turn.clocks import told
from jianyi.turn.items import NEVER
from jianyi.turn.models import Deadline

from ..models import Batch, Claim, Contact, Entry, Handling, Suggestion
from ..sight import is_office, may_see
from .lists import SIZE, of_tracks, rows_of


FOR_REVIEW = (w.Suggestion.AT_DELEGATION, w.Suggestion.SUBMITTED)
NOT_TAKEN = (w.Suggestion.RETURNED, w.Suggestion.LETTER, w.Suggestion.REFERENCE)
TO_HAND_OVER = (w.Suggestion.REGISTERED, w.Suggestion.PROPOSED)
OPEN_BATCH = (w.Batch.PREPARED, w.Batch.FROZEN)


def queue(
    *, by: Actor, stages: Iterable[w.Suggestion], size: int = SIZE, after: str = "", before: str = ""
) -> Page:
    """Cases at these stages that the actor may see, the first to be handed over first, as Rows."""
    rows = _with_due(Suggestion.objects.filter(may_see(by), stage__in=list(stages)))
    found = page(rows, ("due", "id"), size, after=after, before=before)
    return Page(rows_of([row.id for row in found.rows], by=by), found.after, found.before)


def _with_due(rows: QuerySet[Suggestion]) -> QuerySet[Suggestion]:
    clock = Deadline.objects.filter(congress_id=OuterRef("congress_id"), holder_id=OuterRef("id"))
    running = clock.filter(limit=Limit.HAND_OVER, ended_at=None).values("due_at")[:1]
    never = Value(NEVER, output_field=DateTimeField())
    return rows.annotate(due=Coalesce(Subquery(running), never)).only("id", "congress_id", "stage")


def claims(numbers: Iterable[int], *, by: Actor) -> dict[int, list[Claim]]:
    """Case → standing claims of units; only the office compares them."""
    found: dict[int, list[Claim]] = {}
    if is_office(by):
        rows = Claim.objects.filter(congress_id=by.congress, root_id__in=list(numbers), stage=w.Claim.CLAIMED)
        for row in rows.select_related("unit").order_by("id"):
            found.setdefault(row.root_id, []).append(row)
    return found


def by_number(printed: str, *, by: Actor, like: Suggestion) -> Suggestion | None:
    """The case of the same sitting whose number is printed so: 0003, 闭0003."""
    rows = _numbered(printed, by)
    return rows.filter(sitting_id=like.sitting_id).first() if rows is not None else None


def numbered(printed: str, *, by: Actor) -> Suggestion | None:
    """The latest case whose number is printed so."""
    rows = _numbered(printed, by)
    return rows.order_by("-id").first() if rows is not None else None


def _numbered(printed: str, by: Actor) -> QuerySet[Suggestion] | None:
    bare = printed.strip().removeprefix("第").removesuffix("号")
    digits = bare.removeprefix("闭")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 8):
        return None
    return Suggestion.objects.filter(may_see(by), number=int(digits), between=bare != digits)


# Batches


def proposed(*, by: Actor) -> list[Suggestion]:
    """What a new batch may take: proposed, and in no other batch that is still open; by number."""
    if not is_office(by):
        return []
    taken = Entry.objects.filter(congress_id=by.congress, suggestion_id=OuterRef("id"), root_id__in=_open(by))
    rows = Suggestion.objects.filter(may_see(by), stage=w.Suggestion.PROPOSED).exclude(Exists(taken))
    return list(rows.select_related("lead", "delegation").order_by("between", "number"))


def _open(by: Actor) -> QuerySet[Batch]:
    return Batch.objects.filter(congress_id=by.congress, stage__in=OPEN_BATCH).values("id")  # type: ignore[return-value]


def batches(*, by: Actor, size: int = SIZE, after: str = "", before: str = "") -> Page:
    """Newest first; only for the congress's own bodies."""
    rows = Batch.objects.filter(congress_id=by.congress) if is_office(by) else Batch.objects.none()
    return page(rows.select_related("sitting"), ("id",), size, after=after, before=before, newest=True)


def batch(number: int, *, by: Actor) -> Batch | None:
    """One batch; units and the government office know only of batches that are done."""
    rows = Batch.objects.filter(congress_id=by.congress, id=number).select_related("sitting")
    found = rows.first()
    return found if found and (is_office(by) or found.stage is w.Batch.DONE) else None


def waiting_batches(*, by: Actor) -> list[Batch]:
    """Batches that wait for the actor: the work list has only suggestions."""
    numbers = {item.root_id for item in of_tracks(["batch"], SIZE, by=by)}
    return list(Batch.objects.filter(congress_id=by.congress, id__in=numbers).order_by("id"))


def sizes(numbers: Iterable[int], *, by: Actor) -> dict[int, tuple[int, int]]:
    """Batch → (handed over, listed)."""
    counts: dict[int, tuple[int, int]] = {}
    rows = Entry.objects.filter(congress_id=by.congress, root_id__in=list(numbers))
    for root, done in rows.values_list("root_id", "done"):
        there, listed = counts.get(root, (0, 0))
        counts[root] = (there + done, listed + 1)
    return counts


def progress(on: Batch, *, by: Actor) -> tuple[int, int]:
    """While it is handed over: (no longer waiting, listed)."""
    listed = Entry.objects.filter(congress_id=by.congress, root_id=on.id).values("suggestion_id")
    cases = Suggestion.objects.filter(congress_id=by.congress, id__in=listed)
    return cases.exclude(handed_over_at=None).count(), listed.count()


def failed(on: Batch, *, by: Actor) -> list[tuple[Suggestion, str]]:
    """What was listed and not handed over, with the reason."""
    entries = Entry.objects.filter(congress_id=by.congress, root_id=on.id, done=False).exclude(reason="")
    reasons = dict(entries.values_list("suggestion_id", "reason"))
    rows = Suggestion.objects.filter(congress_id=by.congress, id__in=list(reasons)).defer(
        "situation", "points"
    )
    return [(row, reasons[row.id]) for row in rows.order_by("between", "number")]


# Confidential cases

CONTACTABLE = (w.Handling.RECEIVED, w.Handling.ROUTED, w.Handling.WORKING, w.Handling.DELIVERED)


def confidential_tasks(*, by: Actor, size: int = SIZE, after: str = "", before: str = "") -> Page:
    """Tasks whose unit must not know the proposer: (handling, contacts so far, the clock of the first contact)."""
    rows = Handling.objects.filter(congress_id=by.congress, stage__in=CONTACTABLE, root__confidential=True)
    rows = rows if is_office(by) else rows.none()
    found = page(
        rows.select_related("root__lead", "unit"), ("id",), size, after=after, before=before, newest=True
    )
    numbers = [row.id for row in found.rows]
    met = Contact.objects.filter(congress_id=by.congress, handling_id__in=numbers).values_list(
        "handling_id", flat=True
    )
    clocks = Deadline.objects.filter(
        congress_id=by.congress, holder_id__in=numbers, limit=Limit.CONTACT, ended_at=None
    )
    counts, due = Counter(met), {row.holder_id: told(row) for row in clocks}
    return Page([(row, counts[row.id], due.get(row.id)) for row in found.rows], found.after, found.before)
