"""What about the ratings that came in may be worth a look: hints for the congress's office, which conclude nothing."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, Exists, ExpressionWrapper, F, Max, OuterRef, Q, QuerySet, fields

from jianyi.kit import clock
from jianyi.parties.models import Congress
from jianyi.parties.queries import names
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.places import place

from ..models import RatingLink, Sheet
from ..sight import is_office


DAYS, MOST = 180, 50
HERE = ("session", "link")


@dataclass(frozen=True)
class Bounds:
    """What the place has laid down, in seconds."""

    soon: int
    close: int


@dataclass(frozen=True)
class Hints:
    """`shared`: [(raters, sheets)] of one device; `soon`: rated within seconds of delivery or of the link's opening;
    `close`: of one unit, one after the other. Each at most MOST, newest first."""

    bounds: Bounds
    shared: list[tuple[list[str], list[Sheet]]]
    soon: list[Sheet]
    close: list[Sheet]
    raters: dict[int, str]


def hints(*, by: Actor) -> Hints | None:
    """Of the last DAYS days; for the congress's own bodies alone."""
    if not is_office(by):
        return None
    known = place(Congress.objects.get(id=by.congress).place)
    bounds = Bounds(known.number("rating_soon_seconds") or 0, known.number("rating_close_seconds") or 0)
    since = clock.now() - timedelta(days=DAYS)
    rows = Sheet.objects.filter(congress_id=by.congress, rated_at__gte=since)
    shared, soon, close = _shared(rows), _soon(rows, bounds.soon), _close(rows, bounds.close)
    every = [*(sheet for group in shared for sheet in group), *soon, *close]
    raters = names(by.congress, {sheet.rater_id for sheet in every})
    told = [(sorted({raters[sheet.rater_id] for sheet in group}), group) for group in shared]
    return Hints(bounds, told, soon, close, raters)


Rows = QuerySet[Sheet]


def _with_units(rows: Rows) -> Rows:
    return rows.select_related("root", "paper__handling__unit")


def _shared(rows: Rows) -> list[list[Sheet]]:
    """One device rated for several deputies."""
    devices = (
        rows.exclude(device="")
        .values("device")
        .annotate(n=Count("rater_id", distinct=True), last=Max("rated_at"))
    )
    found = list(devices.filter(n__gt=1).order_by("-last").values_list("device", flat=True)[:MOST])
    grouped: dict[str, list[Sheet]] = {device: [] for device in found}
    for sheet in _with_units(rows.filter(device__in=found)).order_by("-rated_at", "id")[: MOST * 10]:
        grouped[sheet.device].append(sheet)
    return list(grouped.values())


def _after(moment: str) -> Any:
    return ExpressionWrapper(F("rated_at") - F(moment), output_field=fields.DurationField())


def _soon(rows: Rows, seconds: int) -> list[Sheet]:
    """Within so many seconds of the delivery, or of the opening of the link by which it was rated."""
    span = timedelta(seconds=seconds)
    opened = RatingLink.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("root_id"), sheet_id=OuterRef("id"), used_at=OuterRef("rated_at"),
        opened_at__gt=OuterRef("rated_at") - span,
    )  # fmt: skip
    told = rows.filter(via__in=HERE).annotate(waited=_after("paper__sent_at"))
    return list(
        _with_units(told.filter(Q(waited__lt=span) | Exists(opened))).order_by("-rated_at", "id")[:MOST]
    )


def _close(rows: Rows, seconds: int) -> list[Sheet]:
    """Of one unit, within so many seconds of another one."""
    span = timedelta(seconds=seconds)
    beside = Sheet.objects.filter(
        congress_id=OuterRef("congress_id"), rated_at__gt=OuterRef("rated_at") - span, rated_at__lt=OuterRef("rated_at") + span,
        via__in=HERE, paper__handling__unit_id=OuterRef("paper__handling__unit_id"),
    ).exclude(id=OuterRef("id"))  # fmt: skip
    return list(_with_units(rows.filter(Exists(beside), via__in=HERE)).order_by("-rated_at", "id")[:MOST])
