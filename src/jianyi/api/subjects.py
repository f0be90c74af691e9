"""The subject that a step is taken on, with everything under its root, as far as this reader may see it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from jianyi.cases import models as m
from jianyi.cases.fresh import fresh
from jianyi.cases.queries.files import CaseFile, acts_at, case, subject as known
from jianyi.cases.sight import is_office
from jianyi.circulars import fresh as told
from jianyi.circulars.models import Circular
from jianyi.circulars.queries import files as circulars
from jianyi.fieldwork import fresh as fieldwork
from jianyi.fieldwork.models import Meeting, WorkScheme
from jianyi.fieldwork.queries import meetings, schemes
from jianyi.outcomes import fresh as outcomes
from jianyi.outcomes.models import Outcome, Publicity
from jianyi.outcomes.queries import files, publicity
from jianyi.procedure.facts.acting import Actor
from jianyi.publication.models import Publication
from jianyi.publication.queries.files import publications
from jianyi.supervision import fresh as supervised
from jianyi.supervision.models import Help, Measure, Plea, Urging
from jianyi.supervision.queries import helps, measures, standing, urgings
from jianyi.themes import fresh as themes
from jianyi.themes.models import Theme
from jianyi.themes.queries import themes as groups
from jianyi.topics import fresh as topical
from jianyi.topics.models import KeyTopic
from jianyi.topics.queries import topics
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
    if kind is None or kind.root not in (m.Suggestion, m.Batch, m.Past, *AREAS):
        raise Http404
    if kind.root in AREAS:
        return _of_an_area(track, number, about, by)
    found = _new(track, about, by) if number == "new" else _there(track, int(number), by)
    if found is None:
        raise Http404
    return found


# Roots above the cases, each with its own rule of sight.
AREAS = (Meeting, WorkScheme, Theme, KeyTopic, Outcome, Publicity, Circular, Urging, Measure, Help)


SINGLE: dict[str, Any] = {area.TRACK: area for area in (urgings, measures, helps)}


def _of_an_area(track: str, number: str, about: dict[str, Any], by: Actor) -> Found:
    """A meeting, a work scheme, a group, an outcome, a report of the press, and what hangs on them. Raises Http404."""
    if number != "new":
        return _shown_there(track, int(number), by)
    made = (
        area.fresh(track, about, by=by) for area in (fieldwork, themes, topical, outcomes, told, supervised)
    )
    subject = next((subject for subject in made if subject), None)
    if subject is None:
        raise Http404
    if isinstance(subject, AREAS):
        return Found(subject, Under(subject))
    under = Under(subject.root)  # type: ignore[attr-defined]
    return Found(under.add(subject), under)


def _shown_there(track: str, number: int, by: Actor) -> Found:
    if track == schemes.TRACK:
        scheme = schemes.file(number, by=by)
        found = Found(scheme.scheme, scheme.under) if scheme else None
    elif track == publicity.TRACK:
        report = publicity.publicity_file(number, by=by)
        found = Found(report.publicity, report.under) if report else None
    else:
        area: Any = SINGLE.get(track) or next(
            each for each in (meetings, groups, topics, files, circulars) if track in each.TRACKS
        )
        shown: Any = area.subject(track, number, by=by)
        found = Found(shown[0], shown[1].under) if shown else None
    if found is None:
        raise Http404
    return found


def _new(track: str, about: dict[str, Any], by: Actor) -> Found | None:
    subject = fresh(track, about, by=by) or supervised.fresh(track, about, by=by)
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
