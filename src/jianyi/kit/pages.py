"""Keyset pages: the position is the last row seen, so rows that leave the list neither skip nor repeat others."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from json import dumps, loads
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan, TupleLookupMixin


@dataclass(frozen=True)
class Page:
    """`after`/`before`: cursors for the neighbouring pages, or nothing at either end."""

    rows: list[Any]
    after: str
    before: str


@dataclass(frozen=True)
class Way:
    """A part of a list that one index finds in the list's order. `names`: of the columns that hold the order there,
    where they are another table's."""

    rows: QuerySet[Any]
    names: tuple[str, ...] = ()


def page(
    rows: QuerySet[Any],
    order: Sequence[str],
    size: int,
    *,
    after: str = "",
    before: str = "",
    newest: bool = False,
    ways: Sequence[Way] = (),
) -> Page:
    """`size` rows in ascending `order` (non-null columns whose last is unique), or descending where `newest` is
    asked for, beyond a cursor. A cursor that cannot be read is taken for none.

    `ways`: parts of the list, each of which one index finds in this order (see `first`); then the ways alone say
    what is listed, and any condition on `rows` besides would only tempt the engine to another index."""
    back, at = bool(before), _read(before or after, len(order))
    down = back != newest
    try:
        found = _found(rows, ways, order, size + 1, at, down)
    except (TypeError, ValueError, ValidationError):
        return page(rows, order, size, newest=newest, ways=ways)
    more, found = len(found) > size, found[:size]
    if back:
        found.reverse()
    first, last = (at is not None if not back else more), (more if not back else True)
    return Page(
        found,
        _mark(found[-1], order) if found and last else "",
        _mark(found[0], order) if found and first else "",
    )


def first(
    model: type[Model],
    ways: Sequence[Way],
    order: Sequence[str],
    limit: int,
    at: list[Any] | None = None,
    *,
    down: bool = False,
) -> QuerySet[Any]:
    """The numbers of a model's first `limit` rows of each way beyond a position: the first of all of them are among these.

    One condition with several alternatives has no index that keeps the order: the engine would sort every row that
    meets any of them. Each way alone stops after `limit`."""
    tops = [_first(way.rows, way.names or tuple(order), limit, at, down) for way in ways]
    if len(tops) == 1:
        return tops[0]
    # SQLite takes a limit only inside another query, not in a part of a union.
    parts = [model._default_manager.filter(id__in=top).values("id") for top in tops]
    return parts[0].union(*parts[1:])


def _first(
    rows: QuerySet[Any], names: tuple[str, ...], limit: int, at: list[Any] | None, down: bool
) -> QuerySet[Any]:
    found = rows.filter(_beyond(names, at, down)).order_by(*_ordered(names, down)).values(names[-1])
    # Where another table's rows are walked by two columns, the way itself finds each number once.
    return (found if names[-1] == "id" or len(names) > 1 else found.distinct())[:limit]


def _found(
    rows: QuerySet[Any],
    ways: Sequence[Way],
    order: Sequence[str],
    limit: int,
    at: list[Any] | None,
    down: bool,
) -> list[Any]:
    wanted = _beyond(order, at, down)
    if ways:
        wanted = Q(id__in=first(rows.model, ways, order, limit, at, down=down))
    return list(rows.filter(wanted).order_by(*_ordered(order, down))[:limit])


def _ordered(order: Sequence[str], down: bool) -> list[str]:
    return [f"-{name}" if down else name for name in order]


def _beyond(order: Sequence[str], at: list[Any] | None, down: bool) -> Any:
    """(a, b) beyond (x, y), compared as one row: the index is entered at the very place, however many share x."""
    if at is None:
        return Q()
    lookup = Less if down else Greater
    return (
        lookup(Tuple(*order), at) if len(order) > 1 else Q(**{f"{order[0]}__{'lt' if down else 'gt'}": at[0]})
    )


class AsOneRow(TupleLookupMixin):
    """Django spells the comparison out for SQLite, which knows it too, and only so finds the place in the index."""

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return super(TupleLookupMixin, self).as_sql(compiler, connection)


class Greater(AsOneRow, TupleGreaterThan): ...


class Less(AsOneRow, TupleLessThan): ...


def _mark(row: Model, order: Sequence[str]) -> str:
    told = dumps(
        [
            str(getattr(row, name)) if not isinstance(getattr(row, name), int) else getattr(row, name)
            for name in order
        ]
    )
    return urlsafe_b64encode(told.encode()).decode()


def _read(cursor: str, length: int) -> list[Any] | None:
    """A cursor that nobody here has written is no cursor."""
    try:
        told = loads(urlsafe_b64decode(cursor.encode())) if cursor else None
    except ValueError:
        return None
    good = isinstance(told, list) and len(told) == length and all(_holds(part) for part in told)
    return told if good else None


def _holds(part: Any) -> bool:
    """What a column can be compared with."""
    return isinstance(part, str) or (isinstance(part, int) and abs(part) < 2**63)
