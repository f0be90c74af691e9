"""One case as one reader may see it: everything on the page, in a constant number of queries."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from jianyi.journal.models import Line
from jianyi.kit import clock
from jianyi.kit.statements import one, read
from jianyi.parties.queries import names
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.limits import Due
from jianyi.procedure.words import Duty, Limit
from jianyi.turn.clocks import told
from jianyi.turn.models import Deadline, Subject
from jianyi.turn.tracks import PERSONAL, by_name, capacities, under as tracks_under
from jianyi.turn.under import Under

from ..holders import co_signers
from ..models import (
    Claim,
    Collective,
    Consultation,
    Contact,
    Delivery,
    Extension,
    Handling,
    Invitation,
    Paper,
    Return,
    Suggestion,
    View,
    Withdrawal,
)
from ..sight import is_inside, is_office, may_see
from . import record
from .acts import Act, acts_at
from .oral import OralReplies
from .rated import Ratings


GIVEN = (w.Paper.SENT,)
OPINIONS = (w.Paper.OFFERED, w.Paper.ADOPTED)
HIDDEN_NAME = "代表（身份保密）"


class CaseFile(OralReplies, Ratings):
    """A suggestion and what hangs on it, through the eyes of one reader."""

    def __init__(self, case: Suggestion, by: Actor) -> None:
        self.case, self.by, self.under = case, by, Under(case)

    # Who reads

    @cached_property
    def office(self) -> bool:
        return is_office(self.by)

    @cached_property
    def own_handlings(self) -> list[Handling]:
        return [
            h for h in self.under.all(Handling) if h.stage is not w.Handling.NAMED and is_inside(self.by, h)
        ]

    @cached_property
    def is_proposer(self) -> bool:
        """Lead, invited or confirmed co-signer, head of the delegation whose suggestion it is."""
        invited = {
            i.person_id for i in self.under.all(Invitation) if i.stage.value in ("invited", "confirmed")
        }
        head = self.case.by_delegation and self.case.delegation_id in self.by.where(Duty.DELEGATION_HEAD)
        return bool(head) or self.by.person in {self.case.lead_id, *invited, *co_signers(self.under)}

    @cached_property
    def from_within(self) -> bool:
        """Proposers, their delegation and the congress's own bodies know who proposed it."""
        delegations = self.by.where(Duty.DELEGATION_CLERK, Duty.DELEGATION_HEAD)
        return self.office or self.is_proposer or self.case.delegation_id in delegations

    @cached_property
    def has_left(self) -> bool:
        """A unit whose part went to another keeps what it had, and reads nothing of what came after."""
        watches = self.from_within or self.by.holds(Duty.GOVERNMENT_CLERK)
        gone = [h.stage is w.Handling.MOVED for h in self.own_handlings]
        return not watches and (self.is_only_asked or (bool(gone) and all(gone)))

    @cached_property
    def may_call(self) -> bool:
        """The lead's telephone is for the lead, the congress's and the government's offices, and the units at work."""
        works = bool(self.own_handlings) and not self.has_left
        knows = self.office or works or self.by.holds(Duty.GOVERNMENT_CLERK)
        return self.by.person == self.case.lead_id or (knows and not self.hides_names)

    @cached_property
    def hides_names(self) -> bool:
        return self.case.confidential and not self.from_within

    # What is read

    @cached_property
    def proposers(self) -> list[str]:
        """Names of the lead and the co-signers; hidden where the deputy asked for it."""
        if self.hides_names:
            return [HIDDEN_NAME]
        people = [self.case.lead_id, *co_signers(self.under)]
        known = names(self.case.congress_id, set(people))
        first = (
            self.case.delegation.name
            if self.case.by_delegation and self.case.delegation
            else known[people[0]]
        )
        return [first, *(known[person] for person in people[1:])]

    @property
    def salutation(self) -> str:
        count = len(self.proposers)
        return self.proposers[0] if count == 1 else f"{self.proposers[0]}等 {count} 名代表"

    @cached_property
    def handlings(self) -> list[Handling]:
        """Every unit at work; before the hand-over only the office sees whom it proposes, and who has handed the case on
        sees its own part."""
        rows = [h for h in self.under.all(Handling) if not h.dropped]
        rows = self.own_handlings if self.has_left else rows
        return [h for h in rows if self.office or h.stage is not w.Handling.NAMED]

    @cached_property
    def invitations(self) -> list[Invitation]:
        rows = self.under.all(Invitation)
        return rows if self.from_within else []

    @cached_property
    def claims(self) -> list[Claim]:
        units = self.by.where(Duty.UNIT_OFFICE)
        return [c for c in self.under.all(Claim) if self.office or c.unit_id in units]

    @cached_property
    def papers(self) -> list[Paper]:
        """Drafts only inside the unit; what was sent by everybody; opinions by those who use them and the office."""
        leads = any(not h.advises for h in self.own_handlings)
        return [
            p
            for p in self.under.all(Paper)
            if p.handling in self.own_handlings
            or (p.stage in GIVEN and not self.has_left)
            or (p.stage in OPINIONS and (leads or self.watches))
            or (p.stage is w.Paper.TO_RELAY and self.office)
        ]

    @cached_property
    def contacts(self) -> list[Contact]:
        own = {h.id for h in self.own_handlings}
        wide = self.office or self.by.holds(Duty.GOVERNMENT_CLERK)
        rows = self.under.all(Contact)
        return [
            c
            for c in rows
            if wide or c.handling_id in own or self.by.person in c.deputies or self.is_proposer
        ]

    @cached_property
    def returns(self) -> list[Return]:
        """Until the unit's leader has approved it, a request is the unit's own business."""
        own = {h.id for h in self.own_handlings}
        asked = (w.Return.ASKED, w.Return.GRANTED, w.Return.REFUSED)
        return [
            r for r in self.under.all(Return) if r.handling_id in own or (self.office and r.stage in asked)
        ]

    @cached_property
    def extensions(self) -> list[Extension]:
        """Until the unit's leader has approved it, a request is the unit's own business; granted, everybody knows it."""
        own = {h.id for h in self.own_handlings}
        asked = (w.Extension.ASKED, w.Extension.GRANTED, w.Extension.REFUSED)
        return [
            row
            for row in self.under.all(Extension)
            if row.handling_id in own
            or (row.stage is w.Extension.GRANTED and not self.has_left)
            or (self.office and row.stage in asked)
        ]

    @cached_property
    def consultations(self) -> list[Consultation]:
        """Between the unit and the lead deputy; of a confidential proposer the office passes it on. An exemption is the
        unit's own business."""
        own = {h.id for h in self.own_handlings}
        relays = self.office and self.case.confidential
        leads = self.is_lead or relays
        inner = (w.Consultation.EXEMPTION, w.Consultation.EXEMPTED, w.Consultation.REFUSED)
        return [
            row
            for row in self.under.all(Consultation)
            if row.handling_id in own or (leads and row.stage not in inner and self._is_out(row))
        ]

    def _is_out(self, row: Consultation) -> bool:
        """A deputy sees what has been passed on; the office all that it passes on."""
        return self.office or row.stage is not w.Consultation.TO_RELAY

    @cached_property
    def is_lead(self) -> bool:
        heads = self.by.where(Duty.DELEGATION_HEAD) if self.case.by_delegation else []
        return self.by.person == self.case.lead_id or self.case.delegation_id in heads

    @cached_property
    def collectives(self) -> list[Collective]:
        own = {h.id for h in self.own_handlings}
        return [row for row in self.under.all(Collective) if row.handling_id in own]

    @cached_property
    def withdrawals(self) -> list[Withdrawal]:
        return self.under.all(Withdrawal) if self.from_within else []

    @cached_property
    def views(self) -> list[View]:
        """Between co-signers and their lead."""
        lead = self.by.person == self.case.lead_id
        return [v for v in self.under.all(View) if lead or v.person_id == self.by.person]

    @cached_property
    def deliveries(self) -> list[Delivery]:
        if self.hides_names:
            return []
        shown = {p.id for p in self.papers}
        rows = Delivery.objects.filter(congress_id=self.case.congress_id, root_id=self.case.id).order_by("id")
        return [row for row in rows if row.paper_id in shown]

    @cached_property
    def lines(self) -> list[Line]:
        return record.lines(self)

    # Clocks

    @cached_property
    def clocks(self) -> list[Deadline]:
        return [row for row in self.under.deadlines if row.ended_at is None]

    def due(self, holder: int, *limits: Limit) -> Due | None:
        rows = [row for row in self.under.deadlines if row.holder_id == holder and row.limit in limits]
        return told(min(rows, key=lambda row: (row.ended_at is not None, row.due_at))) if rows else None

    # What may be done

    @cached_property
    def acts(self) -> list[Act]:
        """Every step this reader has here, on any subject under the root, ready or with what is missing."""
        return [act for subject in self._subjects() for act in self.acts_on(subject)]

    def acts_on(self, subject: Subject) -> list[Act]:
        return acts_at(subject, self.under, self.by)

    def _subjects(self) -> Iterable[Subject]:
        for track in tracks_under(Suggestion):
            yield from self.under.all(track.model)


def case(number: int, *, by: Actor) -> CaseFile | None:
    """The case file, or nothing for those who may not see it."""
    found = one(_in_sight, number, by, clock.today())
    return CaseFile(found, by) if found else None


def _in_sight(by: Actor, today: date) -> QuerySet[Suggestion]:
    return Suggestion.objects.filter(may_see(by)).select_related("lead", "delegation", "sitting")


def subject(track: str, number: int, *, by: Actor) -> Any:
    """Any subject by track and number, as far as the actor may see its case or answers there in his own name (who let
    an invitation lapse is told so); nothing otherwise."""
    known = by_name().get(track)
    row = next(iter(read(known.model, congress_id=by.congress, id=number)), None) if known else None
    if row is None or known is None or known.root is not Suggestion:
        return row
    return row if case(row.root_number, by=by) or _acts_at(row, by) else None


def _acts_at(row: Subject, by: Actor) -> bool:
    (root,) = read(Suggestion, congress_id=by.congress, id=row.root_number)
    under = Under(root)
    own = root if row.id == root.id else under.get(type(row), row.id)
    return not PERSONAL.isdisjoint(capacities(by, own, under))
