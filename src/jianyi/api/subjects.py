"""The subject that a step is taken on, with everything under its root, as far as this reader may see it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from jianyi import areas
from jianyi.cases import models as m
from jianyi.cases.fresh import fresh
from jianyi.cases.queries.files import CaseFile, acts_at, case, subject as known
from jianyi.cases.sight import is_office
from jianyi.procedure.facts.acting import Actor
from jianyi.publication.models import Publication
from jianyi.publication.queries.files import publications
from jianyi.supervision.models import Plea
from jianyi.supervision.queries import standing
from jianyi.turn.tracks import by_name, track_of
from jianyi.turn.under import Under


# What the reader is shown of each kind; on what is not shown nothing can be asked either.
SHOWN: dict[type, Callable[[CaseFile], Iterable[Any]]] = {
    m.Suggestion: lambda file: [file.case],
    m.Invitation: lambda file: file.invitations,
    m.Claim: lambda file: file.claims,
    m.Handling: lambda file: file.handlings,
    m.Contact: lambda file: file.contacts,
    m.Idea: lambda file: file.ideas,
    m.Paper: lambda file: file.papers,
    m.Return: lambda file: file.returns,
    m.Extension: lambda file: file.extensions,
    m.Consultation: lambda file: file.consultations,
    m.Collective: lambda file: file.collectives,
    m.Charge: lambda file: file.charges,
    m.Remark: lambda file: file.remarks,
    m.Waiver: lambda file: file.waivers,
    m.Negotiation: lambda file: file.negotiations,
    m.OralReply: lambda file: file.oral_replies,
    m.Plan: lambda file: file.plans,
    m.Milestone: lambda file: file.milestones,
    m.Withdrawal: lambda file: file.withdrawals,
    m.Ledger: lambda file: file.ledgers,
    m.Promise: lambda file: file.promises,
    m.Escalation: lambda file: file.escalations,
    Publication: publications,
    Plea: standing.pleas,
    m.Sheet: lambda file: file.sheets,
    m.View: lambda file: file.views,
}


# Whatever steps are taken upon over the interface: cases and what stands above them; no accounts.
ROOTS = (m.Suggestion, m.Batch, m.Past, *areas.ROOTS)


def shown(file: CaseFile) -> set[int]:
    """The numbers of all that the reader is shown: whose deadlines may be told."""
    return {row.id for rows in SHOWN.values() for row in rows(file)}


@dataclass(frozen=True)
class Found:
    """`subject` is the one that `under` holds."""

    subject: Any
    under: Under

    @property
    def is_new(self) -> bool:
        return bool(self.subject._state.adding)


def find(track: str, number: str, about: dict[str, Any], *, by: Actor) -> Found:
    """Raises Http404 for what there is not, and for what this reader may not see."""
    kind = by_name().get(track)
    if kind is None or kind.root not in ROOTS:
        raise Http404
    if kind.root in areas.ROOTS:
        return _of_an_area(track, number, about, by)
    found = _new(track, about, by) if number == "new" else _there(track, int(number), by)
    if found is None:
        raise Http404
    return found


def _of_an_area(track: str, number: str, about: dict[str, Any], by: Actor) -> Found:
    """A meeting, a work scheme, a group, an outcome …, and what hangs on them. Raises Http404."""
    found = (
        _made(areas.fresh(track, about, by=by)) if number == "new" else areas.there(track, int(number), by=by)
    )
    if found is None:
        raise Http404
    return Found(*found)


def _made(subject: Any) -> tuple[Any, Under] | None:
    if subject is None or isinstance(subject, areas.ROOTS):
        return (subject, Under(subject)) if subject else None
    under = Under(subject.root)
    return under.add(subject), under


def _new(track: str, about: dict[str, Any], by: Actor) -> Found | None:
    subject = fresh(track, about, by=by) or areas.fresh(track, about, by=by)
    if subject is None:
        return None
    if isinstance(subject, track_of(subject).root):
        return Found(subject, Under(subject))
    file = case(subject.root_number, by=by)
    return Found(file.under.add(subject), file.under) if file else None


def _there(track: str, number: int, by: Actor) -> Found | None:
    row = known(track, number, by=by)
    if isinstance(row, m.Batch):
        return Found(row, Under(row)) if is_office(by) else None
    if isinstance(row, m.Past):
        return Found(row, Under(row))
    if row is None:
        return None
    file = case(row.root_number, by=by)
    if file is None:
        # Nothing of the case is shown any more, but what was one's own to answer still says why it is too late.
        under = Under(m.Suggestion.objects.get(congress_id=by.congress, id=row.root_number))
        return Found(under.get(type(row), row.id), under)
    subject = file.under.get(type(row), row.id)
    return Found(subject, file.under) if _shown(file, subject) else None


def _shown(file: CaseFile, subject: Any) -> bool:
    """Shown to the reader, or something that waits for him."""
    shown = any(row.id == subject.id for row in SHOWN[type(subject)](file))
    return shown or bool(acts_at(subject, file.under, file.by))
