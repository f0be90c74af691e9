"""What one unit does in one round; what it asks for, whom it met."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.db import models

from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.parties.models import Organisation, Person
from jianyi.procedure import words
from jianyi.procedure.facts.said import LEVELS, Met, Naming, Team
from jianyi.procedure.levels import highest
from jianyi.procedure.words import Limit, Role
from jianyi.turn.models import Dated, Subject

from .seats import SEATS
from .suggestions import OfCase, Suggestion


if TYPE_CHECKING:
    from jianyi.turn.under import Under


OVER = (words.Handling.MOVED, words.Handling.LAPSED)
DUE = models.Q(due_at__isnull=False)
# By whom tasks are listed: by a house in the order of their days too.
HOUSES, WHOSE = ("unit", "division"), ("unit", "division", "leader", "head", "officer")
ENDED = (*OVER, words.Handling.WAIVED)
STANDING = (words.Contact.RECORDED, words.Contact.CONFIRMED, words.Contact.UNANSWERED)  # nobody disputes it


class Handling(Dated, OfCase):
    """unit × suggestion × round, with its own T0 (`handed_over_at`). `dropped`: proposed and then not named;
    `assisting`: divisions beside the one in the lead; `given_back`: why a division handed it back to the office;
    `proposal`: what the unit's rules proposed when it was last given out: {division, assisting, reason}; `counted`: the
    unit found as many as were handed over; `receipt_number`: QS-2026-0001."""

    root = Within(Suggestion, related_name="handlings")
    root_id: int
    stage = WordField(words.Handling)
    unit = Within(Organisation)
    unit_id: int
    role = WordField(Role)
    scope = models.TextField(blank=True)
    round = models.PositiveIntegerField(default=1)
    previous_id = models.BigIntegerField(null=True)
    division = Within(Organisation, null=True)
    division_id: int | None
    leader = Within(Person, null=True)
    leader_id: int | None
    head = Within(Person, null=True)
    head_id: int | None
    officer = Within(Person, null=True)
    officer_id: int | None
    assisting = models.JSONField(default=list)
    given_back = models.TextField(blank=True)
    proposal = models.JSONField(default=dict)
    dropped = models.BooleanField(default=False)
    handed_over_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField(null=True)
    received_by = models.CharField(max_length=60, blank=True)
    materials = models.CharField(max_length=12, blank=True)
    objection = models.CharField(max_length=12, blank=True)
    objection_note = models.TextField(blank=True)
    counted = models.BooleanField(default=True)
    receipt_number = models.CharField(max_length=20, blank=True)
    delivered_at = models.DateTimeField(null=True)
    requirement = models.TextField(blank=True)
    min_level = models.CharField(max_length=12, blank=True)
    major = models.BooleanField(default=False)
    major_reason = models.TextField(blank=True)
    leading_leader = Within(Person, null=True)
    leading_leader_id: int | None
    leads_since = models.DateField(null=True)
    passed_at = models.DateTimeField(null=True)

    class Meta(OfCase.Meta):
        constraints = [
            *OfCase.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "root_id", "unit_id", "round"],
                condition=~models.Q(stage__in=["moved", "lapsed"]),
                name="a_unit_handles_once_a_round",
            ),
        ]
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="handlings_of_case"),
            models.Index(fields=["congress_id", "unit_id", "stage", "id"], name="handlings_by_stage"),
            models.Index(fields=["congress_id", "unit_id", "role", "id"], name="handlings_by_role"),
            models.Index(fields=["congress_id", "stage", "id"], name="handlings_at_stage"),
            *(models.Index(fields=["congress_id", f"{who}_id", "id"], name=f"handlings_of_{who}") for who in WHOSE),
            *(models.Index(fields=["congress_id", f"{who}_id", "root_id"], name=f"cases_of_{who}") for who in WHOSE),
            models.Index(fields=["congress_id", "due_at", "id"], condition=DUE, name="handlings_by_day"),
            *(
                models.Index(fields=["congress_id", f"{who}_id", "due_at", "id"], condition=DUE, name=f"handlings_of_{who}_by_day")
                for who in HOUSES
            ),
            models.Index(
                fields=["congress_id", "unit_id", "division_id", "stage", "role", "due_at", "id"], name="handlings_counted"
            ),
            models.Index(fields=["congress_id", "passed_at"], condition=models.Q(passed_at__isnull=False), name="handlings_passed_on"),
        ]  # fmt: skip

    @classmethod
    def named(cls, suggestion: Suggestion, naming: Naming) -> Self:
        return cls.of(suggestion, unit_id=naming.unit, role=naming.role, scope=naming.scope)

    def another_round(self, requirement: str, min_level: str) -> Self:
        """The same unit and team, the next round; a reply of its own, so never as a co-unit."""
        return self.of(
            self.root, unit_id=self.unit_id, role=self.role, scope=self.scope, round=self.round + 1, previous_id=self.id,
            leader_id=self.leader_id, head_id=self.head_id, officer_id=self.officer_id, division_id=self.division_id,
            assisting=self.assisting, requirement=requirement, min_level=min_level, major=self.major, major_reason=self.major_reason,
            leading_leader_id=self.leading_leader_id, leads_since=self.leads_since,
        )  # fmt: skip

    # Mutators

    def give_to(self, team: Team) -> None:
        self.leader_id, self.head_id, self.officer_id = team.leader, team.head, team.officer
        self.division_id, self.assisting = team.division or None, list(dict.fromkeys(team.assisting))
        self.given_back = ""

    def leave(self, reason: str) -> None:
        """The division hands it back: nobody is on it until it is given out again."""
        self.leader_id = self.head_id = self.officer_id = self.division_id = None
        self.assisting, self.given_back = [], reason

    def pass_to(self, unit: int) -> None:
        """Whoever was on it in the unit that had it, is on it no more."""
        self.unit_id, self.leading_leader_id, self.leads_since = unit, None, None
        self.passed_at = clock.now()
        self.leave("")

    def succeed(self, person: int, to: int) -> None:
        for seat in SEATS:
            if getattr(self, seat) == person:
                setattr(self, seat, to)

    def led_by(self, leader: int, day: date) -> None:
        self.leading_leader_id, self.leads_since = leader, day

    # Properties

    @property
    def inside(self) -> int:
        return self.unit_id

    @property
    def is_weighty(self) -> bool:
        """The reply to a key or major suggestion: the principal signs it (源 G3, G6)."""
        return not self.advises and (self.root.key or self.major)

    @property
    def follows_proposal(self) -> bool:
        told = (self.proposal.get("division"), set(self.proposal.get("assisting", ())))
        return told == (self.division_id, set(self.assisting))

    @property
    def advises(self) -> bool:
        return self.role is Role.CO

    @property
    def is_open(self) -> bool:
        return self.stage not in OVER


class OfHandling(Subject):
    """What hangs on a handling runs on the handling's clocks."""

    class Meta(Subject.Meta):
        abstract = True

    @classmethod
    def of(cls, handling: Handling, **fields: object) -> Self:
        return cls(
            congress_id=handling.congress_id, root_id=handling.root_id, handling_id=handling.id, **fields
        )

    @property
    def clock_holder(self) -> int:
        return self.handling_id  # type: ignore[attr-defined, no-any-return]

    def keeper(self, limit: Limit) -> int:
        return self.id if limit in OWN_CLOCKS else self.clock_holder

    @property
    def inside(self) -> int:
        number: int = self.handling.unit_id
        return number

    def come_home(self, under: "Under") -> Self:
        self.handling = under.get(Handling, self.handling_id)  # type: ignore[attr-defined]
        return super().come_home(under)


OWN_CLOCKS = (
    Limit.CONFER,
    Limit.CARRY_OUT,
    Limit.CONFIRM_CONTACT,
    Limit.REASSIGN,
    Limit.DECIDE_EXTENSION,
    Limit.DRAFT_VIEW,
    Limit.MILESTONE,
    Limit.PROMISE,
    Limit.CONFIRM_PROMISE,
    Limit.PROGRESS,
    Limit.FULFILMENT,
    Limit.PUBLICATION,
)


class Return(OfHandling):
    """A unit says: not ours. `decision`: the reason of whoever decided; `moved_to`: the handling that a granted one led to."""

    root = Within(Suggestion)
    root_id: int
    stage = WordField(words.Return)
    handling = Within(Handling, related_name="returns")
    handling_id: int
    proposed = Within(Organisation, null=True)
    proposed_id: int | None
    reason = models.TextField(blank=True)
    basis = models.TextField(blank=True)
    talks = models.CharField(max_length=12, blank=True)
    decision = models.TextField(blank=True)
    moved_to = Within(Handling, null=True)
    moved_to_id: int | None

    class Meta(OfHandling.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="returns_of_case")]


class Contact(OfHandling):
    """Its confirmation runs on a clock of its own, the first contact on the handling's. `present`: who of the unit was there,
    as they then stood: [{person, name, post, level}]; `level`: the highest of theirs, or as `stated` where none is named."""

    root = Within(Suggestion)
    root_id: int
    stage = WordField(words.Contact)
    handling = Within(Handling, related_name="contacts")
    handling_id: int
    phase = models.CharField(max_length=8, default="before")
    mode = models.CharField(max_length=12, default="phone")
    occurred_at = models.DateTimeField(null=True)
    where = models.CharField(max_length=200, blank=True)
    deputies = models.JSONField(default=list)
    present = models.JSONField(default=list)
    staff = models.CharField(max_length=200, blank=True)
    summary = models.TextField(blank=True)
    deputy_view = models.TextField(blank=True)
    golden_idea = models.TextField(blank=True)
    addition = models.TextField(blank=True)
    level = models.CharField(max_length=12, blank=True)
    stated = models.BooleanField(default=False)
    relayed = models.BooleanField(default=False)
    recorded_at = models.DateTimeField(null=True)

    class Meta(OfHandling.Meta):
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="contacts_of_case"),
            models.Index(
                fields=["congress_id", "handling_id", "stage", "phase", "mode"], name="contacts_counted"
            ),
            models.Index(fields=["congress_id", "mode", "id"], name="contacts_by_mode"),
            models.Index(fields=["congress_id", "stage", "id"], name="contacts_by_stage"),
        ]

    def write(self, said: Met, present: list[dict[str, str]]) -> None:
        """All but what is attached: that has rows of its own. The level follows from those `present`."""
        for name in Met.__dataclass_fields__.keys() - {"photographs", "attachments", "present"}:
            value = getattr(said, name)
            setattr(self, name, list(value) if isinstance(value, tuple) else value)
        self.present, self.stated = present, bool(said.level) and not present
        self.level = highest(each["level"] for each in present) or said.level
        self.recorded_at = clock.now()

    @property
    def of_unit(self) -> str:
        """Who of the unit was there: 「许望舒（副厅长）、刘宁（推广处 · 处长）」, then those without an account."""
        told = "、".join(f"{each['name']}（{each['post']}）" for each in self.present)
        return "；".join(part for part in (told, self.staff) if part)

    @property
    def level_told(self) -> str:
        """「分管领导」; where nobody's post shows it, 「分管领导（据填报）」."""
        label = LEVELS.get(self.level, "")
        return f"{label}（据填报）" if label and self.stated else label

    def otherwise_ended_at(self, limit: Limit, under: "Under") -> datetime | None:
        """By the first of the other contacts that stand, or by the end of the task."""
        others = [
            row for row in under.all(Contact) if row.handling_id == self.handling_id and row.id != self.id
        ]
        valid = [row for row in others if row.stage is not words.Contact.DISPUTED]
        stand = [row.recorded_at or row.occurred_at for row in valid]
        return min((at for at in (*stand, self.handling.delivered_at) if at), default=None)
