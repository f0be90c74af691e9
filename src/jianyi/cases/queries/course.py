"""The course of something above the cases: its lines in the journal in sentences, as far as one reader may read them."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from jianyi.journal.models import Line
from jianyi.turn.models import Root

from .preview import happened, who_acted


@dataclass(frozen=True)
class Happened:
    """One step. `about`: which suggestion, unit, problem or meeting; `note`: the reason that went with it."""

    at: datetime
    who: str
    what: str
    about: str
    note: str
    action: str


def course(
    root: Root,
    named: Mapping[str, str],
    reasons: bool,
    own: Collection[int] = (0,),
    other: Callable[[Line], str] = lambda line: "",
) -> list[Happened]:
    """Oldest first. `named`: what the reader is shown, as the journal calls it → as a reader knows it; `reasons`: whether they
    read reasons; `own`: the units inside whose business they are; `other`: what a line is about that names nothing."""
    rows = Line.objects.filter(congress_id=root.congress_id, root_id=root.pk).order_by("seq")
    return [
        Happened(
            datetime.fromisoformat(row.at), who_acted(row), happened(row), named[row.subject] or other(row),
            _reason(row) if reasons else "", row.action,
        )
        for row in rows if row.inside in own and row.subject in named
    ]  # fmt: skip


def _reason(row: Line) -> str:
    """Not one of which only the digest is left on record."""
    reason = str(row.said.get("reason") or "")
    return "" if reason.startswith("sm3:") else reason
