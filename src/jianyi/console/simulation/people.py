"""Invented people: names that do not repeat, and what each of them can act with."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from django.contrib.auth.hashers import make_password

from jianyi.parties import commands as parties
from jianyi.parties.models import Organisation, Person, Post, Seat
from jianyi.parties.queries import actor
from jianyi.parties.signing import digest
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Account, Key, Named, Password
from jianyi.procedure.words import Duty, Kind


PASSWORD = "澜江-演示-2026"  # noqa: S105 - printed for everybody who runs the demo
TOKEN = digest("demo")


@dataclass
class Names:
    """Names out of two lists of characters; those that are given stay with whom they were given to."""

    surnames: str
    given: list[str]
    dice: Random
    used: set[str] = field(default_factory=set)

    def keep(self, *names: str) -> None:
        self.used.update(names)

    def new(self) -> str:
        while True:
            name = self.dice.choice(self.surnames) + "".join(
                self.dice.sample(self.given, self.dice.choice((1, 2, 2, 2)))
            )
            if name not in self.used:
                self.used.add(name)
                return name


@dataclass
class Registry:
    """Whoever has an account, made by the administrator step by step as in the product."""

    congress: int
    place: str
    admin: Actor
    hashed: str = field(default_factory=lambda: make_password(PASSWORD))
    people: dict[int, Person] = field(default_factory=dict)

    def organisation(
        self, name: str, kind: Kind, *, short: str = "", parent: int | None = None, **told: Any
    ) -> Organisation:
        row = Organisation(congress_id=self.congress, kind=kind, parent_id=parent, place=self.place, **told)
        found: Organisation = parties.found_organisation(by=self.admin, on=row, saying=Named(name, short))
        return found

    def person(
        self, name: str, login: str, *posts: tuple[Organisation, Duty, str], phone: str = ""
    ) -> Person:
        """An account with its posts; it cannot sign in yet."""
        row = Person(congress_id=self.congress, name=name, login=login, place=self.place)
        person: Person = parties.add_person(by=self.admin, on=row, saying=Account(login, phone))
        for where, duty, title in posts:
            parties.appoint(by=self.admin, on=Post.in_(where, person, duty, title))
        return person

    def let_in(self, person: Person) -> Actor:
        """One-time link and first password, as anybody gets them."""
        person = parties.reset(by=self.admin, on=person, saying=Key(TOKEN))
        oneself = Actor(person.id, person.name, person.congress_id)
        self.people[person.id] = parties.activate(by=oneself, on=person, saying=Password(self.hashed, TOKEN))
        return actor(person)

    def worker(self, name: str, login: str, *posts: tuple[Organisation, Duty, str]) -> Actor:
        return self.let_in(self.person(name, login, *posts))

    def deputy(self, name: str, card: str, delegation: Organisation, term: int, area: str) -> Actor:
        person = self.person(name, card)
        seat = Seat(
            congress_id=self.congress, root_id=person.id, term=term, delegation_id=delegation.id, card_no=card,
            electing_unit=area,
        )  # fmt: skip
        parties.elect(by=self.admin, on=seat)
        return self.let_in(person)
