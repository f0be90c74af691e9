"""How often deputies were spoken to and met: counted from the records that stand, never typed in (源 G9, N5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from django.db.models import Q

from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import FACE_TO_FACE
from jianyi.turn.models import Participation

from ..holders import PROPOSER
from ..models import Contact, Handling, Invitation, Suggestion
from ..sight import own_handling


@dataclass(frozen=True)
class Tally:
    """`times`: of persons, each at each contact that a deputy confirmed; `faces`: of these face to face; `met`: how many
    of the proposers (`of`) were met face to face; `unanswered`: contacts that nobody confirmed in time, counted apart."""

    times: int = 0
    faces: int = 0
    met: int = 0
    of: int = 0
    unanswered: int = 0

    @classmethod
    def counted(cls, contacts: Iterable[Contact], proposers: Iterable[int]) -> Self:
        rows, people = list(contacts), set(proposers)
        valid = [row for row in rows if row.stage is w.Contact.CONFIRMED]
        faces = [person for row in valid if row.mode in FACE_TO_FACE for person in row.deputies]
        return cls(
            times=sum(len(row.deputies) for row in valid), faces=len(faces), met=len(people.intersection(faces)),
            of=len(people), unanswered=sum(row.stage is w.Contact.UNANSWERED for row in rows),
        )  # fmt: skip

    @property
    def share(self) -> tuple[int, int]:
        """How many of how many were met: a page shows no percentage of a handful."""
        return self.met, self.of

    @property
    def rate(self) -> str:
        return f"{self.met / self.of:.2%}" if self.of else "—"


def tallies(by: Actor, handlings: Iterable[Handling]) -> dict[int, Tally]:
    """Of the actor's own house, for a whole page at once; where nobody was spoken to yet, the zero out of how many."""
    known = {row.id: row for row in handlings}
    own = Handling.objects.filter(own_handling(by), congress_id=by.congress, id__in=list(known))
    inside = set(own.values_list("id", flat=True))
    rows: dict[int, list[Contact]] = {}
    for row in Contact.objects.filter(congress_id=by.congress, handling_id__in=inside).only(*COUNTED):
        rows.setdefault(row.handling_id, []).append(row)
    people = proposers_of(by, [row for row in known.values() if row.id in inside])
    return {number: Tally.counted(rows.get(number, []), people[known[number].root_id]) for number in inside}


COUNTED = ("congress_id", "root_id", "handling_id", "stage", "mode", "deputies")


def proposers_of(by: Actor, handlings: Iterable[Handling]) -> dict[int, set[int]]:
    """The lead, the confirmed co-signers, and the proposers of what was merged into it."""
    cases = Suggestion.objects.filter(congress_id=by.congress, id__in={row.root_id for row in handlings})
    found = {root: {lead} for root, lead in cases.values_list("id", "lead_id")}
    asked = Invitation.objects.filter(
        congress_id=by.congress, root_id__in=list(found), stage=w.Invitation.CONFIRMED
    )
    joined = Participation.objects.filter(
        Q(capacity=PROPOSER), congress_id=by.congress, root_id__in=list(found)
    )
    for rows in (asked, joined):
        for root, person in rows.values_list("root_id", "person_id"):
            found[root].add(person)
    return found
