"""What a deputy has to do with: own and co-signed suggestions, drafts, invitations, and what waits for the deputy."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery

from jianyi.documents.models import File
from jianyi.journal.models import Line
from jianyi.kit.pages import Page, Way, page
from jianyi.parties.models import Seat
from jianyi.parties.queries import deputies, organisation_names, phones, units
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.limits import Due
from jianyi.procedure.words import Duty, Suggestion as S
from jianyi.turn.clocks import told
from jianyi.turn.models import Deadline, Participation

from ..holders import PROPOSER
from ..models import Consultation, Contact, Invitation, OralReply, Sheet, Suggestion
from ..sight import may_see
from .files import CaseFile
from .lists import rows_of
from .rows import Row


GROUPS: dict[str, tuple[S, ...]] = {
    "open": (S.AT_DELEGATION, S.SUBMITTED, S.REGISTERED, S.PROPOSED, S.HANDED_OVER, S.ANSWERED, S.RATED),
    "tracking": (S.TRACKING, S.ESCALATED),
    "done": (S.CLOSED, S.RETURNED, S.LETTER, S.REFERENCE, S.MERGED, S.WITHDRAWN),
}
FEW = 30


# Own suggestions


def _ways(by: Actor, group: str = "") -> list[Way]:
    """Handed in by the actor as lead, as head of the delegation, or as co-signer: each along an index of its own."""
    rows = Suggestion.objects.filter(congress_id=by.congress).exclude(stage=S.DRAFT)
    rows = rows.exclude(stage=S.WITHDRAWN, submitted_at=None)
    if group in GROUPS:
        rows = rows.filter(stage__in=GROUPS[group])
    mine = {"congress_id": by.congress, "person_id": by.person}
    signed = Invitation.objects.filter(**mine, stage=w.Invitation.CONFIRMED)
    joined = Participation.objects.filter(**mine, capacity=PROPOSER)
    ways = [Way(rows.filter(lead_id=by.person))]
    ways += [Way(rows.filter(_headed(by)))] if by.where(Duty.DELEGATION_HEAD) else []
    return ways + [Way(rows.filter(id__in=parts.values("root_id"))) for parts in (signed, joined)]


def cards(group: str, *, by: Actor, size: int = 10, after: str = "", before: str = "") -> Page:
    """One group of them, newest first, as Rows."""
    rows = Suggestion.objects.filter(congress_id=by.congress)
    found = page(rows, ("id",), size, after=after, before=before, newest=True, ways=_ways(by, group))
    return Page(rows_of([row.id for row in found.rows], by=by), found.after, found.before)


def group_counts(*, by: Actor) -> dict[str, int]:
    """How many there are in each group; `led`: as lead. All of them are counted: one person's are never very many."""
    counts = {name: Count("id", filter=Q(stage__in=stages)) for name, stages in GROUPS.items()}
    led: dict[str, int] = {"all": Count("id"), "led": Count("id", filter=_led(by)), **counts}  # type: ignore[dict-item]
    lead, *others = (way.rows.values("id") for way in _ways(by))
    return Suggestion.objects.filter(congress_id=by.congress, id__in=lead.union(*others)).aggregate(**led)


def drafts(*, by: Actor) -> list[Suggestion]:
    """Not handed in, or sent back to be mended; the latest first."""
    rows = Suggestion.objects.filter(_led(by), congress_id=by.congress, stage=S.DRAFT)
    return list(rows.order_by("-id")[:FEW])


def binding(rows: Iterable[Row], *, by: Actor) -> dict[int, Due]:
    """case → until when it must be answered, or, before that, handed over; what co-units owe each other is left out."""
    holders = {h.id: row.suggestion.id for row in rows for h in row.handlings if not h.advises}
    holders |= {row.suggestion.id: row.suggestion.id for row in rows}
    limits = (w.Limit.REPLY, w.Limit.REHANDLE, w.Limit.HAND_OVER)
    clocks = Deadline.objects.filter(
        congress_id=by.congress, holder_id__in=list(holders), ended_at=None, limit__in=limits
    )
    found: dict[int, Due] = {}
    for row in clocks.order_by("-due_at"):
        found[holders[row.holder_id]] = told(row)
    return found


def last_lines(numbers: Iterable[int], *, by: Actor) -> dict[int, Line]:
    """The last thing on record for each case, of what every party may read."""
    roots = list(numbers)
    known = Line.objects.filter(congress_id=OuterRef("congress_id"), root_id=OuterRef("root_id"), inside=0)
    last = known.order_by("-seq").values("seq")[:1]
    rows = Line.objects.filter(congress_id=by.congress, root_id__in=roots, seq=Subquery(last))
    return {row.root_id: row for row in rows}


def sent_back(numbers: Iterable[int], *, by: Actor) -> dict[int, str]:
    """Drafts that were handed in and came back: case → the reason given last."""
    rows = Line.objects.filter(congress_id=by.congress, root_id__in=list(numbers), action=A.SEND_BACK.value)
    found = [row for row in rows.order_by("seq") if row.subject.startswith("suggestion/")]
    return {row.root_id: str(row.said.get("reason", "")) for row in found}


def _led(by: Actor) -> Q:
    return Q(lead_id=by.person) | _headed(by)


def _headed(by: Actor) -> Q:
    return Q(by_delegation=True, delegation_id__in=by.where(Duty.DELEGATION_HEAD))


# What waits


def subjects(rows: Iterable[Row], *, by: Actor) -> dict[int, Any]:
    """The contacts, sheets and invitations that work items are about, by number."""
    wanted: dict[str, list[int]] = {}
    for row in rows:
        if row.item:
            wanted.setdefault(row.item.track, []).append(row.subject_id)
    found: dict[int, Any] = {}
    for track, (model, related) in WAITING.items():
        if track in wanted:
            known = model.objects.filter(congress_id=by.congress, id__in=wanted[track])
            found |= {each.id: each for each in known.select_related(related)}
    return found


WAITING: dict[str, tuple[Any, str]] = {
    "contact": (Contact, "handling__unit"), "consultation": (Consultation, "handling__unit"), "rating": (Sheet, "paper__handling__unit"), "oralreply": (OralReply, "handling__unit"), "invitation": (Invitation, "person"),
}  # fmt: skip


# Invitations


def invitations(*, by: Actor) -> list[Invitation]:
    """Those the actor got, the latest first."""
    rows = Invitation.objects.filter(congress_id=by.congress, person_id=by.person)
    return list(rows.order_by("-id")[:FEW])


def invitation(number: int, *, by: Actor) -> Invitation | None:
    """One that the actor got."""
    return Invitation.objects.filter(congress_id=by.congress, person_id=by.person, id=number).first()


def invited_until(rows: Iterable[Invitation], *, by: Actor) -> dict[int, Due]:
    """Until when each may be answered."""
    clocks = Deadline.objects.filter(congress_id=by.congress, holder_id__in=[row.id for row in rows])
    return {row.holder_id: told(row) for row in clocks.filter(limit=w.Limit.INVITATION)}


def cases_of(numbers: set[int], *, by: Actor) -> dict[int, Suggestion]:
    """Those of these suggestions that the actor may see, with their lead."""
    rows = Suggestion.objects.filter(may_see(by), id__in=numbers).select_related("lead")
    return {row.id: row for row in rows}


# Choosing


def find_deputies(words: str, *, by: Actor) -> list[Seat]:
    """Deputies whose name or delegation has these words."""
    asked = words.strip()[:30]
    rows = deputies(by=by).exclude(root_id=by.person)
    if asked:
        rows = rows.filter(Q(root__name__contains=asked) | Q(delegation__name__contains=asked))
    return list(rows.order_by("root__name", "id")[:FEW])


def find_units(words: str, *, by: Actor) -> list[tuple[int, str]]:
    """Units that may be handed to, whose name has these words."""
    asked = words.strip()[:30]
    rows = (
        units(by=by).filter(Q(name__contains=asked) | Q(short__contains=asked))
        if asked
        else units(by=by).none()
    )
    return [(unit.id, unit.name) for unit in rows[:FEW]]


def unit_names(numbers: set[int], *, by: Actor) -> dict[int, str]:
    return organisation_names(by.congress, numbers)


def own_files(numbers: set[int], *, by: Actor) -> list[File]:
    """Files that the actor has stored."""
    return list(
        File.objects.filter(congress_id=by.congress, owner_id=by.person, id__in=numbers).order_by("id")
    )


# Around one case


def names_around(file: CaseFile) -> dict[int, tuple[str, str]]:
    """Name and telephone of everybody a proposer's page speaks of: who handles, who was met, who was written to."""
    people = {
        file.case.lead_id,
        *(each.person_id for each in file.invitations),
        *(v.person_id for v in file.views),
    }
    people |= {person for h in file.handlings for person in (h.leader_id, h.head_id, h.officer_id) if person}
    people |= {int(person) for contact in file.contacts for person in contact.deputies}
    people |= {int(person) for row in file.oral_replies for person in row.deputies}
    people |= {row.person_id for row in file.deliveries} | {sheet.rater_id for sheet in file.sheets}
    return phones(file.case.congress_id, people)


def houses_around(file: CaseFile) -> dict[int, str]:
    """Names of the units and divisions at work, and of those the deputy wished for."""
    places = {place for h in file.handlings for place in (h.unit_id, h.division_id) if place}
    return organisation_names(file.case.congress_id, places | {int(unit) for unit in file.case.wished_units})
