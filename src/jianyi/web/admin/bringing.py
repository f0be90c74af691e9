"""Taking a list over: the real steps for each good row; what is refused is said, the rest goes on."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jianyi.parties import commands as parties, directory
from jianyi.parties.models import Organisation, Person, Post, Seat
from jianyi.parties.queries import congress_of, organisations, sitting_now
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Account, Named
from jianyi.procedure.refusals import Refused
from jianyi.procedure.words import Kind
from jianyi.turn.door import Command

from .judging import Houses, login_of, post_of
from .rosters import Row


@dataclass
class Brought:
    """`people`: new accounts, each of which needs a one-time link."""

    done: int = 0
    people: list[int] = field(default_factory=list)
    refused: list[Row] = field(default_factory=list)


class Bringing:
    """`key`: the request's own, so that a list sent twice is taken over once."""

    def __init__(self, by: Actor, key: str) -> None:
        self.by, self.key, self.brought = by, key, Brought()
        self.place = congress_of(by=by).place
        self.sitting = sitting_now(by.congress)
        self.delegations = {row.name: row for row in organisations(by=by).filter(kind=Kind.DELEGATION)}
        self.units = {row.name: row for row in organisations(by=by).filter(kind=Kind.UNIT)}
        self.houses = Houses(by)

    def take(self, command: Command, on: Any, said: Any = None, *, part: str) -> Any:
        return command(by=self.by, on=on, saying=said, key=f"{self.key}-{part}"[:64] if self.key else "")

    # Deputies

    def deputy(self, row: Row) -> None:
        person = self.person(row)
        term = self.sitting.term if self.sitting else 1
        if any(seat.term == term for seat in directory.seats_of(person.id, by=self.by)):
            return
        delegation = self.delegation(row)
        seat = Seat(
            congress_id=self.by.congress, root_id=person.id, term=term, card_no=row["代表证号"],
            electing_unit=row["选举单位"], delegation_id=delegation.id if delegation else None,
        )  # fmt: skip
        self.take(parties.elect, seat, part=f"{row.line}-seat")

    def delegation(self, row: Row) -> Organisation | None:
        name = row["代表团"]
        if name and name not in self.delegations:
            self.delegations[name] = self.organisation(name, Kind.DELEGATION, part=f"{row.line}-delegation")
        return self.delegations.get(name)

    def person(self, row: Row) -> Person:
        login = login_of(row)
        there = directory.by_login(login, by=self.by)
        if there:
            return there
        new = Person(congress_id=self.by.congress, name=row["姓名"], login=login, place=self.place)
        made: Person = self.take(
            parties.add_person, new, Account(login, row["电话"]), part=f"{row.line}-person"
        )
        self.brought.people.append(made.id)
        return made

    # Units

    def unit(self, row: Row) -> None:
        government = row["是否政府系统"] != "否"
        unit = self.units.get(row["单位"]) or self.organisation(
            row["单位"],
            Kind.UNIT,
            short=row["简称"],
            code=row["机关代字"],
            government=government,
            part=f"{row.line}-unit",
        )
        there = {inner.name for inner in directory.within(unit, by=self.by)}
        for column, kind in (("处室", Kind.DIVISION), ("下属单位", Kind.BODY)):
            for n, name in enumerate(row.several(column)):
                if name not in there:
                    there.add(name)
                    self.organisation(
                        name,
                        kind,
                        parent=unit,
                        government=unit.of_government,
                        part=f"{row.line}-{kind.value}-{n}",
                    )

    def organisation(
        self, name: str, kind: Kind, *, part: str, parent: Organisation | None = None, short: str = "", code: str = "",
        government: bool = False,
    ) -> Organisation:  # fmt: skip
        new = Organisation(
            congress_id=self.by.congress, kind=kind, parent_id=parent.id if parent else None, code=code,
            of_government=government, place=self.place,
        )  # fmt: skip
        made: Organisation = self.take(parties.found_organisation, new, Named(name, short), part=part)
        return made

    # Staff

    def staff(self, row: Row) -> None:
        where = self.houses.find(row["单位"], row["处室"])
        post = post_of(row["职务"], where.kind) if where else None
        if where and post:
            new = Post.in_(where, self.person(row), *post)
            self.take(parties.appoint, new, part=f"{row.line}-post")


def bring(kind: str, rows: list[Row], *, by: Actor, key: str) -> Brought:
    """Take the good rows over, one after the other."""
    work = Bringing(by, key)
    one: Callable[[Row], None] = {"deputies": work.deputy, "units": work.unit, "staff": work.staff}[kind]
    for row in rows:
        try:
            one(row)
        except Refused as refusal:
            row.faults += refusal.reasons
            work.brought.refused.append(row)
        else:
            work.brought.done += 1
    return work.brought
