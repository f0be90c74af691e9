"""澜江省 comes into being: the congress and its bodies, the units, the deputies. All of it is invented."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from tomllib import loads
from typing import Any

from jianyi.cases.due import tick_mandates
from jianyi.kit import clock
from jianyi.kit.ids import new_id
from jianyi.parties import commands as parties
from jianyi.parties.models import Arrangement, Congress, Organisation, Person, Post, Term
from jianyi.parties.queries import actor
from jianyi.procedure.calendar import ONE, shipped
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Arranging, Founding, Lasting, Team, UnitRules
from jianyi.procedure.words import Duty, Kind

from .people import Names, Registry


HERE = Path(__file__).parent
LEVEL = "province"
# The day on which the term of the demo began, and how many years it lasts.
# The weekday on which units with rules urge.
FRIDAY = "5"
FIRST_DAY, TERM_LASTS = (2023, 1, 14), 5


@cache
def data(name: str) -> dict[str, Any]:
    """One of the data files beside this one."""
    return loads((HERE / f"{name}.toml").read_text("utf-8"))


@dataclass
class Division:
    id: int
    name: str
    head: Actor
    officer: Actor


@dataclass
class Unit:
    """A unit with everybody in it; `story`: one of the four departments that the demo shows first."""

    key: str
    organisation: Organisation
    principal: Actor
    leaders: list[Actor]
    office: Actor
    divisions: list[Division]

    @property
    def id(self) -> int:
        return self.organisation.id

    def team(self, dice: Random, first: bool = False) -> tuple[Actor, Division, Team]:
        """Leader, division and the four ones; `first`: those who are named first."""
        leader, division = (
            (self.leaders[0], self.divisions[0])
            if first
            else (dice.choice(self.leaders), dice.choice(self.divisions))
        )
        return (
            leader,
            division,
            Team(leader.person, division.head.person, division.officer.person, division.id),
        )


@dataclass
class Province:
    """Everybody who acts in the simulation."""

    registry: Registry
    congress: Congress
    office: Actor
    clerk: Actor
    head: Actor
    units: dict[str, Unit] = field(default_factory=dict)
    deputies: list[Actor] = field(default_factory=list)
    by_name: dict[str, Actor] = field(default_factory=dict)
    by_person: dict[int, Actor] = field(default_factory=dict)
    delegation_of: dict[int, int] = field(default_factory=dict)
    heads: dict[int, Actor] = field(default_factory=dict)
    cards: dict[int, str] = field(default_factory=dict)

    @property
    def admin(self) -> Actor:
        return self.registry.admin

    def deputy(self, person: int) -> Actor:
        return self.by_person[person]


def found(dice: Random, deputies: int, units: int) -> Province:
    """Make the whole province on the day the clock shows. The same dice make the same province."""
    told = data("province")
    names = Names(told["congress"]["surnames"], told["congress"]["given"], dice)
    names.keep(*_fixed_names(told))
    province = _bodies(told, names)
    for n, row in zip(range(units), _unit_rows(told), strict=False):
        province.units[row["key"]] = _unit(province.registry, names, row, n)
    _deputies(province, told, names, deputies)
    return province


def _fixed_names(told: dict[str, Any]) -> Iterator[str]:
    yield from (row["name"] for row in told["deputies"])
    for unit in told["units"]:
        yield from (unit.get("principal", ""), *unit.get("leaders", ()), *unit.get("office", ()))
        yield from (name for division in unit["divisions"] for name in division[1:])
    yield from (
        told["committee"]["head"],
        told["office"]["head"],
        *told["office"]["clerks"],
        told["office"]["administrator"],
    )


def _bodies(told: dict[str, Any], names: Names) -> Province:
    """The congress, its bodies and the government's office; the founder acts until the administrator can sign in."""
    about, number = told["congress"], new_id()
    nobody = Actor(0, "首位管理员", number)
    saying = Founding(about["name"], LEVEL, about["place"], about["area"])
    congress = parties.found_congress(by=nobody, on=Congress(id=number, congress_id=number), saying=saying)
    registry = Registry(number, about["place"], nobody)
    committee = registry.organisation(
        told["committee"]["name"], Kind.COMMITTEE, short=told["committee"]["short"]
    )
    office = registry.organisation(told["office"]["name"], Kind.OFFICE, parent=committee.id)
    first = registry.person(
        told["office"]["administrator"], "admin", (office, Duty.ADMINISTRATOR, "系统管理员")
    )
    registry.admin = actor(first)
    registry.let_in(first)
    clerks = [
        registry.worker(name, f"rd{n:02d}", (office, Duty.OFFICE_CLERK, "干部"))
        for n, name in enumerate(told["office"]["clerks"], 3)
    ]
    province = Province(
        registry, congress, clerk=clerks[0],
        office=registry.worker(told["office"]["head"], "rd02", (office, Duty.OFFICE_HEAD, "处长")),
        head=registry.worker(told["committee"]["head"], "rd01", (committee, Duty.COMMITTEE_HEAD, "主任")),
    )  # fmt: skip
    _beside(registry, told)
    return province


def _beside(registry: Registry, told: dict[str, Any]) -> None:
    government = registry.organisation(
        told["government"]["name"], Kind.GOVERNMENT_OFFICE, short=told["government"]["short"]
    )
    registry.worker(told["government"]["clerk"], "zb01", (government, Duty.GOVERNMENT_CLERK, "主任"))
    for n, row in enumerate(told["special"], 1):
        where = registry.organisation(row["name"], Kind.SPECIAL, short=row["short"])
        registry.worker(row["member"], f"zw{n:02d}", (where, Duty.MEMBER, "委员"))


def _unit_rows(told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The departments first, then governments of cities and counties, then further bodies without end."""
    yield from told["units"]
    places = [f"{city}市" for city in told["congress"]["cities"][1:]] + told["congress"]["counties"]
    for n, place in enumerate(places):
        yield {
            "key": f"G{n:02d}",
            "name": f"{place}人民政府",
            "letters": f"{place[:2]}政",
            "divisions": [["督查科", "", ""]],
        }
    for n in range(10_000):
        yield {
            "key": f"T{n:02d}",
            "name": f"省第{n + 1}联合服务中心",
            "letters": f"澜服{n + 1}",
            "divisions": [["业务处", "", ""]],
        }


def _unit(registry: Registry, names: Names, row: dict[str, Any], order: int) -> Unit:
    where = registry.organisation(
        row["name"], Kind.UNIT, short=row.get("short", ""), code=row["letters"], of_government=True
    )
    logins = (f"{row['key'].lower()}{n:02d}" for n in range(1, 99))

    def worker(name: str, at: Organisation, duty: Duty, title: str) -> Actor:
        return registry.worker(name or names.new(), next(logins), (at, duty, title))

    office = [worker(name, where, Duty.UNIT_OFFICE, "办公室") for name in row.get("office", [""])]
    divisions = []
    for name, head, officer in row["divisions"]:
        division = registry.organisation(name, Kind.DIVISION, parent=where.id, of_government=True)
        people = (
            worker(head, division, Duty.DIVISION_HEAD, "负责人"),
            worker(officer, division, Duty.OFFICER, "经办"),
        )
        divisions.append(Division(division.id, name, *people))
    told = row.get("leaders", [""])
    leaders = [worker(name, where, Duty.LEADER, "分管领导") for name in told[:-1]]
    # Whoever is named last is in charge of the office as well.
    chief = ((where, Duty.LEADER, "分管领导"), (where, Duty.OFFICE_LEADER, "分管办公室"))
    leaders.append(registry.worker(told[-1] or names.new(), next(logins), *chief))
    principal = worker(row.get("principal", ""), where, Duty.PRINCIPAL, "主要负责人")
    if "contents" in row:
        where = parties.set_rules(by=office[0], on=where, saying=_rules(row, office[0]))
    return Unit(row["key"], where, principal, leaders, office[0], divisions)


def _rules(row: dict[str, Any], coordinator: Actor) -> UnitRules:
    """How its work is divided and checked, who meets whom, and its rhythm from today on."""
    return UnitRules(
        coordinator.person, row["special"], row["contents"], tuple(row.get("checks", ())), row.get("blocks", False),
        *row.get("meets", ("principal", "leader", "division")), photographs=row.get("photographs", False),
        dispatch_every=row.get("dispatch_every", 0), dispatch_from=clock.today(), urging_day=FRIDAY, assess_monthly=True,
    )  # fmt: skip


def _terms(province: Province, now: int, delegation: Organisation) -> None:
    """The term before, with one deputy who was not elected again, and the change to the one that runs."""
    of, begun = province.congress.id, date(*FIRST_DAY)
    over = begun.replace(year=begun.year + TERM_LASTS)
    spans = ((now - 1, begun.replace(year=begun.year - TERM_LASTS), begun), (now, begun, over + ONE))
    for nth, since, until in spans:
        row = Term(congress_id=of, root_id=of)
        parties.open_term(by=province.admin, on=row, saying=Lasting(nth, since, until))
        if nth < now:
            province.registry.deputy("已届满代表", "9900", delegation, nth, "")
    tick_mandates(of)
    _entered(province)


def _entered(province: Province) -> None:
    """The holidays of the year as the congress's office typed them in, the first time with a day too few."""
    year = shipped()[max(shipped())]
    spans = [f"{first} 至 {last}" for first, last in year.rest]
    for rest in (spans[:-1], spans):
        row = Arrangement(congress_id=province.congress.id, root_id=province.congress.id)
        said = Arranging(year.number, "\n".join(rest), "\n".join(map(str, year.worked)), year.source)
        parties.announce(by=province.admin, on=row, saying=said)


def _deputies(province: Province, told: dict[str, Any], names: Names, count: int) -> None:
    """Delegations by city; the people of the stories keep their cards."""
    cities = told["congress"]["cities"][: max(4, min(len(told["congress"]["cities"]), count // 10))]
    registry, term = province.registry, told["congress"]["term"]
    delegations = {city: registry.organisation(f"{city}代表团", Kind.DELEGATION) for city in cities}
    _terms(province, term, next(iter(delegations.values())))
    for n, where in enumerate(delegations.values(), 1):
        registry.worker(names.new(), f"tt{n:02d}", (where, Duty.DELEGATION_CLERK, "联络员"))
    for name, city, card in _seats(told, names, cities, count):
        deputy = registry.deputy(name, card, delegations[city], term, f"{city}市")
        province.deputies.append(deputy)
        province.by_person[deputy.person] = deputy
        province.by_name[name], province.cards[deputy.person] = deputy, card
        province.delegation_of[deputy.person] = delegations[city].id
        if delegations[city].id not in province.heads and len(province.deputies) > len(told["deputies"]):
            province.heads[delegations[city].id] = _head(province, delegations[city], deputy)


def _head(province: Province, delegation: Organisation, deputy: Actor) -> Actor:
    person = Person.objects.get(id=deputy.person)
    parties.appoint(by=province.admin, on=Post.in_(delegation, person, Duty.DELEGATION_HEAD, "团长"))
    return actor(person)


def _seats(
    told: dict[str, Any], names: Names, cities: list[str], count: int
) -> Iterator[tuple[str, str, str]]:
    taken = {row["card"] for row in told["deputies"]}
    yield from ((row["name"], row["city"], row["card"]) for row in told["deputies"][:count])
    cards = (f"{n:04d}" for n in range(1, 9999) if f"{n:04d}" not in taken)
    for n in range(count - len(told["deputies"])):
        yield names.new(), cities[n % len(cities)], next(cards)
