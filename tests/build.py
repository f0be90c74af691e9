"""澜江省, made small through real commands: everybody the stories need, and roads to any stage."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.hashers import make_password

from jianyi.kit import clock
from jianyi.kit.ids import new_id
from jianyi.parties import commands as parties
from jianyi.parties.models import Congress, Organisation, Person, Post, Proxy, Seat, Sitting
from jianyi.parties.queries import actor
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Account, Convening, Founding, Key, Named, Password, Team, Until
from jianyi.procedure.words import Duty, Kind
from jianyi.turn import days
from remembered import remembered
from roads import Roads, again as again


at = clock.at
PASSWORD = "渡口-石桥-清风-2026"
HASHED: dict[str, str] = {}


def hashed(word: str = PASSWORD) -> str:
    """Hashing is slow by design: once is enough for all tests."""
    if word not in HASHED:
        HASHED[word] = make_password(word)
    return HASHED[word]


@dataclass
class Unit:
    organisation: Organisation
    division: Organisation
    office: Actor
    leader: Actor
    head: Actor
    officer: Actor
    principal: Actor

    @property
    def id(self) -> int:
        return self.organisation.id

    def of(self, level: str) -> int:
        """Somebody of this level, by number."""
        return {"division": self.head, "leader": self.leader, "principal": self.principal}.get(
            level, self.officer
        ).person

    @property
    def team(self) -> Team:
        return Team(self.leader.person, self.head.person, self.officer.person, self.division.id)


@dataclass
class World(Roads):
    """A congress with an office, and units and deputies as they are asked for."""

    place: str = "lj-2026"
    started: str = "2026-01-20"
    in_session: bool = True
    heads: Kind = Kind.COMMITTEE
    units: dict[str, Unit] = field(default_factory=dict)
    deputies: dict[str, Actor] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """The only congress of a house is laid down from memory; one beside another is made anew."""
        self.is_alone, number = not Congress.objects.exists(), new_id()
        key = (self.place, self.started, self.in_session, self.heads)
        with at(self.started):
            self.__dict__ = self._once(key, number, lambda: self._found(number))
        days.KEPT = float(
            "inf"
        )  # nobody else enters days here, so nobody need look again in the middle of a count
        days.forget(self.congress.id)

    def _once(self, key: tuple[object, ...], congress: int, make: Callable[[], Any]) -> Any:
        return remembered(key, congress, make) if self.is_alone else make()

    def _party(self, name: str, make: Callable[..., Any], *kind: Kind) -> Any:
        """A unit or a deputy of this world. `kind`: of what is inside the unit."""
        key = (
            self.congress.id,
            self.delegation.id,
            self.admin.person,
            self.place,
            self.started,
            make.__name__,
            name,
            *kind,
        )
        with at(self.started):
            return self._once(key, self.congress.id, lambda: make(name, *kind))

    def _found(self, number: int) -> dict[str, Any]:
        """Everything this world knows of itself."""
        nobody = Actor(0, "首位管理员", number)
        congress = Congress(id=number, congress_id=number)
        self.congress = parties.found_congress(
            by=nobody, on=congress, saying=Founding("澜江省人民代表大会", "province", self.place, "澜江省")
        )
        self.sitting = parties.open_sitting(
            by=nobody,
            on=Sitting(congress_id=number, root_id=number),
            saying=Convening(
                "省十四届人大四次会议", 14, 4, clock.moment("2026-02-15T00:00"), self.in_session
            ),
        )
        self.admin = nobody
        office = self.organisation("议案建议处", Kind.OFFICE)
        committee = self.organisation(self.heads.label, self.heads)
        admin = self._add("管理员", (office, Duty.ADMINISTRATOR))
        self.admin = actor(admin)
        self.committee = committee
        self.clerk = actor(self._add("孔令微", (office, Duty.OFFICE_CLERK)))
        self.office = actor(self._add("蒋若溪", (office, Duty.OFFICE_HEAD)))
        self.head = actor(self._add("程维岳", (committee, Duty.COMMITTEE_HEAD)))
        self.delegation = self.organisation("云浦代表团", Kind.DELEGATION)
        self.deputies["周知远"] = self.deputy = self._deputy("周知远")
        return self.__dict__

    # Parties

    def organisation(
        self, name: str, kind: Kind, parent: Organisation | None = None, short: str = ""
    ) -> Organisation:
        row = Organisation(
            congress_id=self.congress.id, kind=kind, parent_id=parent.id if parent else None,
            of_government=kind in (Kind.UNIT, Kind.DIVISION, Kind.BODY), place=self.place, code="澜常代" if kind is self.heads else f"澜{short or name[:2]}",
        )  # fmt: skip
        return parties.found_organisation(by=self.admin, on=row, saying=Named(name, short))

    def _add(self, name: str, *posts: tuple[Organisation, Duty]) -> Person:
        row = Person(
            congress_id=self.congress.id, name=name, login=f"{name}-{new_id() % 10**6}", place=self.place
        )
        person = parties.add_person(by=self.admin, on=row, saying=Account(row.login))
        person = parties.reset(by=self.admin, on=person, saying=Key("t")) if self.admin.person else person
        for where, duty in posts:
            parties.appoint(by=self.admin, on=Post.in_(where, person, duty))
        if self.admin.person:
            oneself = Actor(person.id, name, self.congress.id)
            person = parties.activate(by=oneself, on=person, saying=Password(hashed(), "t"))
        return person

    def person(self, name: str, *posts: tuple[Organisation, Duty]) -> Actor:
        return actor(self._add(name, *posts))

    def a_deputy(self, name: str) -> Actor:
        if name not in self.deputies:
            self.deputies[name] = self._party(name, self._deputy)
        return self.deputies[name]

    def _deputy(self, name: str) -> Actor:
        person = self._add(name)
        seat = Seat(
            congress_id=self.congress.id, root_id=person.id, term=14, delegation_id=self.delegation.id
        )
        parties.elect(by=self.admin, on=seat)
        return actor(person)

    def unit(self, name: str, inside: Kind = Kind.DIVISION) -> Unit:
        """`inside`: what does the work, a division or a subordinate body; told the first time a unit is asked for."""
        if name not in self.units:
            self.units[name] = self._party(name, self._unit, inside)
        return self.units[name]

    def _unit(self, name: str, inside: Kind) -> Unit:
        where = self.organisation(name, Kind.UNIT, short=name)
        called = f"{name}文物局" if inside is Kind.BODY else f"{name}一处"
        division = self.organisation(called, inside, where)
        return Unit(
            where,
            division,
            office=self.person(f"{name}办公室", (where, Duty.UNIT_OFFICE)),
            leader=self.person(f"{name}副厅长", (where, Duty.LEADER)),
            head=self.person(f"{name}处长", (division, Duty.DIVISION_HEAD)),
            officer=self.person(f"{name}经办", (division, Duty.OFFICER)),
            principal=self.person(f"{name}厅长", (where, Duty.PRINCIPAL)),
        )

    def out_of_session(self) -> None:
        """The sitting goes on to exist, its session is over."""
        said = Convening("省十四届人大四次会议", 14, 4, clock.moment("2026-02-15T00:00"), False)
        self.sitting = parties.change_sitting(by=self.admin, on=self.sitting, saying=said)

    def appoint(self, who: Actor, where: Organisation, duty: Duty) -> None:
        parties.appoint(by=self.admin, on=Post.in_(where, Person.objects.get(id=who.person), duty))

    def hands_on(self, for_: Actor, to: Actor, until: str) -> Actor:
        """The first post of one is handed on to another for a time; who stands in, as he now is."""
        post = Post.objects.filter(person_id=for_.person).order_by("id").first()
        row = Proxy(congress_id=self.congress.id, root_id=post.root_id, post_id=post.id, to_id=to.person)
        parties.authorise(by=for_, on=row, saying=Until(clock.moment(until), "出差"))
        return actor(Person.objects.get(id=to.person))

    def stands_in(self, for_: Actor, name: str, until: str) -> Actor:
        return self.hands_on(for_, self.person(name), until)
