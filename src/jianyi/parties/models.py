"""Who there is. A post is held in an organisation from–to; what it allows is seen only from a subject."""

from datetime import date, datetime
from typing import Self

from django.db import models

from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.numerals import chinese
from jianyi.kit.relations import Within
from jianyi.kit.rows import Row
from jianyi.procedure import words
from jianyi.procedure.calendar import Year
from jianyi.procedure.dividing import Rule
from jianyi.procedure.facts.said import Arranging
from jianyi.procedure.words import Duty, Kind
from jianyi.turn.models import Root, Subject


LEVELS = {"national": "全国", "province": "省级", "city": "设区的市", "county": "县级", "township": "乡镇"}


class Congress(Root):
    """A people's congress, the tenant of every row; `level`: one of LEVELS."""

    stage = WordField(words.Congress)
    name = models.CharField(max_length=100)
    level = models.CharField(max_length=12)
    area = models.CharField(max_length=100, blank=True)


class Term(Subject):
    """A term of the congress (届): since when it runs, and its last day, where that is known."""

    root = Within(Congress)
    root_id: int
    stage = WordField(words.Term)
    nth = models.PositiveIntegerField()
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    class Meta(Subject.Meta):
        constraints = [
            *Subject.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "nth"], name="one_term_each"),
        ]

    @property
    def label(self) -> str:
        return f"第{chinese(self.nth)}届"


class Sitting(Subject):
    """One sitting of a term (届、次); numbers run within it."""

    root = Within(Congress)
    root_id: int
    stage = WordField(words.Sitting)
    label = models.CharField(max_length=100)
    term = models.PositiveIntegerField()
    nth = models.PositiveIntegerField()
    in_session = models.BooleanField(default=False)
    claims_until = models.DateTimeField(null=True)

    class Meta(Subject.Meta):
        constraints = [
            *Subject.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "term", "nth"], name="one_sitting_each"),
        ]


class Arrangement(Subject):
    """The holidays of a year as they were published: `rest`: [[first day, last day], …], `worked`: [day, …], as text."""

    root = Within(Congress)
    root_id: int
    stage = WordField(words.Arrangement)
    year = models.PositiveIntegerField()
    rest = models.JSONField(default=list)
    worked = models.JSONField(default=list)
    source = models.CharField(max_length=200, blank=True)
    entered_by = models.CharField(max_length=60, blank=True)
    entered_on = models.DateField(null=True)

    class Meta(Subject.Meta):
        indexes = [models.Index(fields=["congress_id", "stage", "year"], name="arrangements_of_year")]

    def arrange(self, said: Arranging, name: str, day: date) -> None:
        self.year, self.source, self.entered_by, self.entered_on = said.year, said.source.strip(), name, day
        self.rest = [[first.isoformat(), last.isoformat()] for first, last in said.spans or []]
        self.worked = [day.isoformat() for day in said.days_worked or []]

    @property
    def in_force(self) -> bool:
        return self.stage is words.Arrangement.IN_FORCE

    @property
    def as_year(self) -> Year:
        """For counting."""
        rest = tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in self.rest)
        return Year(self.year, f"r{self.id}", rest, tuple(map(date.fromisoformat, self.worked)), self.source)


class Organisation(Root):
    """`rule`: how a unit's papers go: {"desks": [[name, may edit form], …], "checks": [name, …], "blocks": bool}; how it
    divides its work: {"special", "contents": [[words, division, assisting, …], …], "coordinator": person}; {"letterhead":
    {"text", "picture"}}; which level meets whom: {"meets": {"key", "led", "other": level}}; how many milestones a plan has at least: {"milestones": n}; how many meetings of
    a kind each leader attends in a year: {"yearly": {"hand_over", "progress": n}}.
    `former`: the names it had, oldest first: [[name, short, the day from which it was called otherwise], …]."""

    stage = WordField(words.Organisation)
    kind = WordField(Kind)
    name = models.CharField(max_length=100)
    short = models.CharField(max_length=30, blank=True)
    code = models.CharField(max_length=20, blank=True)
    parent = Within("parties.Organisation", null=True)
    parent_id: int | None
    of_government = models.BooleanField(default=False)
    rule = models.JSONField(default=dict)
    former = models.JSONField(default=list)

    DESKS = (("division", False), ("office", True))

    class Meta(Root.Meta):
        constraints = [
            *Root.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "parent_id", "name"], name="one_name_under_a_parent"
            ),
        ]

    @property
    def desks(self) -> list[list[object]]:
        """The desks a paper of this unit passes before it is signed: [name, may edit form]."""
        return [list(desk) for desk in self.rule.get("desks", self.DESKS)]

    def dividing(self, kind: str) -> list[Rule]:
        """Its rules of this kind, `special` or `contents`, in their order."""
        return [Rule(tuple(w), first, tuple(more)) for w, first, *more in self.rule.get(kind, ())]

    @property
    def letterhead(self) -> tuple[str, str]:
        """What stands at the head of its letters: a text, and the digest of a picture that takes its place."""
        told = self.rule.get("letterhead", {})
        return told.get("text") or self.name, told.get("picture", "")

    @property
    def known_as(self) -> str:
        return self.short or self.name

    def rename(self, name: str, short: str) -> None:
        """What was printed keeps the name of its day; the one it had stays readable here."""
        if self.name and name != self.name:
            self.former = [*self.former, [self.name, self.short, clock.today().isoformat()]]
        self.name, self.short = name, short

    def named_on(self, day: date) -> str:
        """What it was called on that day."""
        return next((name for name, _, until in self.former if day < date.fromisoformat(until)), self.name)


class Person(Root):
    """Somebody with an account. `token`: digest of the one-time link; `key`: digest of the interface token; `manner`: how
    notices are to be sent to `email` (`parties.manner`)."""

    stage = WordField(words.Person)
    name = models.CharField(max_length=60)
    login = models.CharField(max_length=60)
    phone = models.CharField(max_length=40, blank=True)
    password = models.CharField(max_length=256, blank=True)
    token = models.CharField(max_length=64, blank=True)
    token_until = models.DateTimeField(null=True)
    key = models.CharField(max_length=64, blank=True)
    email = models.CharField(max_length=254, blank=True)
    manner = models.JSONField(default=dict)

    class Meta(Root.Meta):
        constraints = [
            *Root.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "login"], name="one_sign_in_name"),
        ]
        indexes = [
            models.Index(fields=["login"], name="by_sign_in_name"),
            models.Index(fields=["key"], name="by_key"),
        ]

    @property
    def may_sign_in(self) -> bool:
        return self.stage is words.Person.ACTIVE


class Seat(Subject):
    """A deputy's mandate for a term."""

    root = Within(Person, related_name="seats")
    root_id: int
    stage = WordField(words.Seat)
    term = models.PositiveIntegerField()
    delegation = Within(Organisation, null=True)
    delegation_id: int | None
    card_no = models.CharField(max_length=20, blank=True)
    electing_unit = models.CharField(max_length=100, blank=True)

    class Meta(Subject.Meta):
        constraints = [
            *Subject.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "root_id", "term"], name="one_seat_a_term"),
        ]
        indexes = [models.Index(fields=["congress_id", "stage", "term"], name="seats_by_term")]


class Post(Subject):
    """Held in an organisation by a person, since–until (until: the first day it is no longer held)."""

    root = Within(Organisation, related_name="posts")
    root_id: int
    stage = WordField(words.Post)
    person = Within(Person, related_name="posts")
    person_id: int
    duty = WordField(Duty)
    title = models.CharField(max_length=60, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta(Subject.Meta):
        indexes = [models.Index(fields=["congress_id", "person_id"], name="posts_of_person")]

    @classmethod
    def in_(cls, organisation: Organisation, person: Person, duty: Duty, title: str = "") -> Self:
        return cls(
            congress_id=organisation.congress_id, root_id=organisation.id, person_id=person.id, duty=duty,
            title=title, since=clock.today(),
        )  # fmt: skip


class Proxy(Subject):
    """A post handed on for a time (出差授权); both the holder and who stands in count as the hand that acts."""

    root = Within(Organisation)
    root_id: int
    stage = WordField(words.Proxy)
    post = Within(Post)
    post_id: int
    to = Within(Person)
    to_id: int
    until = models.DateTimeField(null=True)
    reason = models.CharField(max_length=200, blank=True)

    class Meta(Subject.Meta):
        indexes = [models.Index(fields=["stage", "until"], name="proxies_by_end")]

    def is_running(self, now: datetime) -> bool:
        return self.stage is words.Proxy.GRANTED and self.until is not None and now < self.until


class SignInTry(Row):
    """Failed attempts, per account and per address; a row is a window of time."""

    who = models.CharField(max_length=120)
    failures = models.PositiveIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)
    last_at = models.DateTimeField()

    class Meta(Row.Meta):
        constraints = [*Row.Meta.constraints, models.UniqueConstraint(fields=["who"], name="one_count_each")]
