"""What pages of a case ask besides the case itself: who everybody is, earlier editions, claims, a house's load."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import QuerySet

from jianyi.kit.pages import Page, Way, page
from jianyi.parties.models import Organisation, Person
from jianyi.parties.queries import held_posts, sitting_now
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty

from ..models import Claim, Edition, Handling, Paper, Suggestion
from ..sight import AWAITING_UNITS, may_see
from .files import CaseFile


SEATS = ("leader", "head", "officer", "leading_leader")
OVERALL = (Duty.PRINCIPAL, Duty.OFFICE_LEADER)


@dataclass(frozen=True)
class Known:
    """The organisations and people of one case, by number."""

    organisations: dict[int, Organisation]
    people: dict[int, Person]
    heads: dict[tuple[int, Duty], list[str]] = field(default_factory=dict)

    def name(self, person: int | None) -> str:
        found = self.people.get(person or 0)
        return found.name if found else ""

    def held_by(self, unit: int, duty: Duty) -> str:
        """Who holds this post of a unit today."""
        return "、".join(self.heads.get((unit, duty), []))


def introduce(file: CaseFile) -> Known:
    """Whoever the case speaks of, in three queries however much hangs on it; the handlings know theirs afterwards."""
    rows = file.under.all(Handling)
    units = {h.unit_id for h in rows} | {h.division_id for h in rows if h.division_id}
    houses = set(units)
    units |= {division for h in rows for division in h.assisting}
    units |= {c.unit_id for c in file.claims} | {r.proposed_id for r in file.returns if r.proposed_id}
    units |= {n.other_id for n in file.negotiations if n.other_id} | set(map(int, file.case.wished_units))
    people = {getattr(h, f"{seat}_id") for h in rows for seat in SEATS} - {None}
    people |= {person for contact in file.contacts for person in contact.deputies}
    people |= {person for row in file.oral_replies for person in row.deputies}
    people |= {s.rater_id for s in file.sheets} | {d.person_id for d in file.deliveries}
    people |= {i.person_id for i in file.invitations} | {m.responsible_id for m in file.milestones}
    people |= {c.owner_id for c in file.charges} | {r.maker_id for r in file.remarks}
    known = Known(
        Organisation.objects.filter(congress_id=file.by.congress).in_bulk(units),
        Person.objects.filter(congress_id=file.by.congress).in_bulk(people),
        _heads(file.by, houses),
    )
    for row in rows:
        _greet(row, known)
    return known


def _heads(by: Actor, units: set[int]) -> dict[tuple[int, Duty], list[str]]:
    """Who answers for each unit as a whole: the posts as they are held today, not as they were at the routing."""
    found: dict[tuple[int, Duty], list[str]] = defaultdict(list)
    posts = held_posts(by.congress).filter(root_id__in=units, duty__in=[duty.value for duty in OVERALL])
    for post in posts.select_related("person").order_by("id"):
        found[post.root_id, post.duty].append(post.person.name)
    return found


def _greet(row: Handling, known: Known) -> None:
    """Only what is there: setting a relation to nothing would take the congress from the row as well."""
    for name in ("unit", "division"):
        if house := known.organisations.get(getattr(row, f"{name}_id") or 0):
            setattr(row, name, house)
    for seat in SEATS:
        if person := known.people.get(getattr(row, f"{seat}_id") or 0):
            setattr(row, seat, person)


def editions(paper: Paper, file: CaseFile) -> list[Edition]:
    """Every text the paper has had, oldest first, for those inside the unit; nothing for anybody else."""
    if paper.handling not in file.own_handlings:
        return []
    return list(Edition.objects.filter(congress_id=paper.congress_id, paper_id=paper.id).order_by("edition"))


# Claims


def claims_until(*, by: Actor) -> datetime | None:
    """Until when suggestions of this sitting may be claimed."""
    sitting = sitting_now(by.congress)
    return sitting.claims_until if sitting else None


def claimable(*, by: Actor, after: str = "", before: str = "", size: int = 20) -> Page:
    """Suggestions that no unit has been given yet, newest first, for the offices of units. Each stage is a way of its
    own: where few wait, one walk from the newest would pass by all the others."""
    rows = Suggestion.objects.filter(congress_id=by.congress).select_related("lead", "delegation")
    if not by.where(Duty.UNIT_OFFICE):
        rows = rows.none()
    ways = [Way(Suggestion.objects.filter(may_see(by), stage=stage)) for stage in AWAITING_UNITS]
    return page(rows, ("id",), size, after=after, before=before, newest=True, ways=ways)


def own_claims(*, by: Actor) -> QuerySet[Claim]:
    """Claims of the actor's unit that stand, newest first."""
    mine = Claim.objects.filter(
        congress_id=by.congress, unit_id__in=by.where(Duty.UNIT_OFFICE), stage=w.Claim.CLAIMED
    )
    return mine.select_related("root", "unit").order_by("-id")
