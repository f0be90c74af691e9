"""What a reply promised, followed until it is done; the ledger of the promises of one reply, and what is told of them (F19)."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import models

from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.kit.rows import Row
from jianyi.parties.models import Organisation
from jianyi.procedure import words
from jianyi.procedure.facts.said import Changing, Fulfilment, Kept, SecondReply
from jianyi.procedure.words.after import AFTER

from .handlings import Handling, OfHandling
from .papers import Paper
from .suggestions import Suggestion


if TYPE_CHECKING:
    from jianyi.turn.under import Under


W, B = words.Promise, words.Ledger
# Nobody has heard the end of these; of those that ended, the ones that were kept.
OPEN = AFTER[W]
AWAITED = (W.MADE, W.CHANGING)  # nobody has said that it is done
DONE = (W.KEPT, W.UNANSWERED)
COUNTED = (*OPEN, *DONE, W.UNKEPT)
# As the form tells them apart (F19), in its order.
SORTS = ("已落实", "推进中", "已变更", "待代表确认", "不能落实", "已由新的答复取代")


class OfReply(OfHandling):
    """What follows from a reply that was sent."""

    class Meta(OfHandling.Meta):
        abstract = True

    def come_home(self, under: "Under") -> Self:
        self.paper = under.get(Paper, self.paper_id)  # type: ignore[attr-defined]
        return super().come_home(under)


class Ledger(OfReply):
    """`promised`: how many there are; `reply_class`: that of the reply, until the deputy has confirmed that all is done;
    `writers`: who wrote the second reply."""

    root = Within(Suggestion)
    root_id: int
    stage = WordField(words.Ledger)
    handling = Within(Handling, related_name="ledgers")
    handling_id: int
    paper = Within(Paper)
    paper_id: int
    promised = models.PositiveIntegerField(default=0)
    reply_class = models.CharField(max_length=4, blank=True)
    text = models.TextField(blank=True)
    writers = models.JSONField(default=list)
    sent_back = models.TextField(blank=True)
    number = models.CharField(max_length=60, blank=True)
    signed_by = models.CharField(max_length=60, blank=True)
    signed_at = models.DateTimeField(null=True)
    result = models.CharField(max_length=24, blank=True)
    opinion = models.TextField(blank=True)
    rated_at = models.DateTimeField(null=True)

    class Meta(OfHandling.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="ledgers_of_case")]

    # Factories

    @classmethod
    def of_reply(cls, paper: Paper) -> Self:
        return cls.of(
            paper.handling, paper_id=paper.id, promised=len(paper.promises), reply_class=paper.reply_class
        )

    # Mutators

    def write(self, said: SecondReply, people: list[int]) -> None:
        self.text, self.writers, self.sent_back = said.text, people, ""

    def sign(self, number: str, name: str) -> None:
        self.number, self.signed_by, self.signed_at = number, name, clock.now()

    def rate(self, said: Fulfilment) -> None:
        self.result, self.opinion, self.rated_at = said.result, said.opinion, clock.now()

    # Properties

    @property
    def is_over(self) -> bool:
        return self.stage in (B.CONFIRMED, B.HELD, B.UNANSWERED, B.LAPSED)

    @property
    def was_class(self) -> str:
        """The class of the reply, where it is another now."""
        was: str = self.paper.reply_class
        return was if was != self.reply_class else ""


class Promise(OfReply):
    """`no`: of the point, `nth`: in the ledger, `item` and `due`: as they stand now; `was`: [[item, day, reason, signer, until when it stood]] for every
    change; `asked`: what is to be changed, [item, day, by whom]; `reporters`: who reported it as kept."""

    root = Within(Suggestion)
    root_id: int
    stage = WordField(words.Promise)
    handling = Within(Handling, related_name="promises")
    handling_id: int
    paper = Within(Paper)
    paper_id: int
    unit = Within(Organisation, related_name="promises_of_unit")
    unit_id: int
    no = models.PositiveIntegerField(default=1)
    nth = models.PositiveIntegerField(default=1)
    item = models.TextField()
    due = models.DateField(null=True)
    division = Within(Organisation, null=True, related_name="promises_of_division")
    division_id: int | None
    made_on = models.DateField(null=True)
    was = models.JSONField(default=list)
    asked = models.JSONField(default=list)
    evidence = models.TextField(blank=True)
    reporters = models.JSONField(default=list)
    reported_on = models.DateField(null=True)
    verified_by = models.CharField(max_length=60, blank=True)
    verified_on = models.DateField(null=True)
    reason = models.TextField(blank=True)
    ended_on = models.DateField(null=True)

    class Meta(OfHandling.Meta):
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="promises_of_case"),
            models.Index(fields=["congress_id", "due", "id"], name="promises_by_day"),
            models.Index(fields=["congress_id", "unit_id", "due", "id"], name="promises_of_unit"),
            models.Index(fields=["congress_id", "stage", "due", "id"], name="promises_by_stage"),
            models.Index(fields=["congress_id", "unit_id", "stage", "due", "id"], name="promises_of_unit_at"),
            models.Index(fields=["congress_id", "handling_id", "due", "id"], name="promises_of_task"),
        ]

    # Factories

    @classmethod
    def of_reply(cls, paper: Paper, nth: int, told: dict[str, Any]) -> Self:
        """A division that is not named for it is that of its point, or the one the handling was given to."""
        answers = {answer["no"]: answer.get("division") for answer in paper.answers}
        division = told["division"] or answers.get(told["no"]) or paper.handling.division_id
        return cls.of(
            paper.handling, paper_id=paper.id, unit_id=paper.handling.unit_id, no=told["no"], nth=nth,
            item=told["item"].strip(), due=date.fromisoformat(told["due"]) if told["due"] else None,
            division_id=division or None,
        )  # fmt: skip

    # Mutators

    def pass_to(self, unit: int) -> None:
        """It is no division's until the unit has given the task out."""
        self.unit_id, self.division_id = unit, None

    def reach(self, said: Kept, people: list[int]) -> None:
        self.evidence, self.reporters, self.reported_on = said.evidence, people, clock.today()
        self.reason = ""

    def verify(self, name: str) -> None:
        self.verified_by, self.verified_on = name, clock.today()

    def fall_back(self, reason: str) -> None:
        self.reason, self.verified_by, self.verified_on = reason, "", None

    def ask(self, said: Changing, by: int) -> None:
        self.reason = said.reason
        self.asked = [said.item.strip(), said.due.isoformat() if said.due else "", str(by)]

    def change(self, signer: str) -> None:
        """What was promised first stays readable for good."""
        item, day = self.asked[:2]
        self.was = [*self.was, [self.item, str(self.due or ""), self.reason, signer, str(clock.today())]]
        self.item, self.asked = item or self.item, []
        if day:
            self.due = date.fromisoformat(day)
        else:
            self.end()

    def withdraw_change(self) -> None:
        self.asked, self.reason = [], ""

    def end(self) -> None:
        self.ended_on = clock.today()

    # Properties

    @property
    def is_open(self) -> bool:
        return self.stage in OPEN

    @property
    def is_verified(self) -> bool:
        """Somebody else has looked at what shows it: from then on others read it."""
        return self.stage in (W.VERIFIED, *DONE)

    @property
    def first_due(self) -> date | None:
        """The day that was promised first."""
        return date.fromisoformat(self.was[0][1]) if self.was and self.was[0][1] else self.due

    @property
    def asked_day(self) -> date | None:
        return date.fromisoformat(self.asked[1]) if self.asked and self.asked[1] else None

    @property
    def askers(self) -> tuple[int, ...]:
        """Who asked for the change."""
        return tuple(int(person) for person in self.asked[2:])

    @property
    def due_before(self) -> date | None:
        """The day that stood until the last change."""
        return date.fromisoformat(self.was[-1][1]) if self.was and self.was[-1][1] else None

    @property
    def is_late(self) -> bool:
        """Its day has passed, and nobody has said that it is done."""
        return self.stage in AWAITED and self.due is not None and self.due < clock.today()

    @property
    def carried_from(self) -> int | None:
        """The year in which it was made, where it was not done with in that year."""
        if self.made_on is None:
            return None
        last = (self.ended_on or clock.today()).year
        return self.made_on.year if last > self.made_on.year else None

    @property
    def sort(self) -> str:
        """Of SORTS; what is reported and not verified is still under way."""
        if self.stage in DONE:
            return SORTS[0]
        if self.stage is W.VERIFIED:
            return SORTS[3]
        if self.stage in OPEN:
            return SORTS[2] if self.was else SORTS[1]
        return SORTS[4] if self.stage is W.UNKEPT else SORTS[5]

    @property
    def called(self) -> str:
        """0006-2: the second promise about suggestion 0006 (forms.md F19)."""
        return f"{self.root.no}-{self.nth}"


class Told(Row):
    """What a unit told the proposers about a ledger, and what they said to it. `counts`: {stage: how many}, as it was then;
    `name`: whose words, as they were known to the other side."""

    root_id = models.BigIntegerField()
    ledger_id = models.BigIntegerField()
    by_deputy = models.BooleanField(default=False)
    person_id = models.BigIntegerField()
    text = models.TextField()
    counts = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta(Row.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="told_of_case")]


class Explained(Row):
    """What a unit told the proposers at the end of a term about a promise that was still open; `name`: who wrote it."""

    root_id = models.BigIntegerField()
    promise_id = models.BigIntegerField()
    term = models.PositiveIntegerField()
    text = models.TextField()
    name = models.CharField(max_length=60)
    at = models.DateTimeField()
    on = models.DateField()

    class Meta(Row.Meta):
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="explained_of_case"),
            models.Index(fields=["congress_id", "promise_id", "term"], name="explained_of_promise"),
        ]
