"""A province to measure in: thirty units, their deputies, and template cases at the usual stages."""

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any


sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from build import World, at  # noqa: E402
from jianyi.cases.commands import handlings, papers  # noqa: E402
from jianyi.cases.models import Contact, Handling, Paper, Promise as Followed, Suggestion  # noqa: E402
from jianyi.cases.models.handlings import ENDED  # noqa: E402
from jianyi.kit import clock  # noqa: E402
from jianyi.procedure import words as w  # noqa: E402
from jianyi.procedure.facts.said import Met, Promise, Read, Text  # noqa: E402
from jianyi.procedure.words import Role  # noqa: E402

from .load import Template  # noqa: E402


UNITS = 30
TODAY = "2026-03-20"
NAMES = [f"第{n}厅" for n in range(UNITS)]
BUSIEST, QUIET = NAMES[0], "冷门厅"
ROLES = (Role.LEAD, Role.CO, Role.CO)
# What the replies of class B promise: one late, two ahead.
FOLLOWED, PROMISES = (
    10,
    tuple(
        Promise(1, f"完成第{n}项工程", day)
        for n, day in enumerate((date(2026, 3, 13), date(2026, 9, 30), date(2027, 6, 30)), 1)
    ),
)


@dataclass
class Province:
    """`rare`: the one case of the quiet unit, of which no copies are made."""

    world: World
    templates: list[Template]
    rare: Suggestion


def province() -> Province:
    """The people, and templates: most in handling by three units, some rated or handed back, some with the office."""
    here = World()
    handled = [_handled(here, n) for n in range(UNITS)]
    with at("2026-03-02"):
        done = [_root(_rated(here, n)) for n in range(3)]
        done.append(_root(_asked_back(here)))
        done += [_root(_promised(here, n)) for n in range(FOLLOWED)]
        rare = here.handed_over((QUIET, Role.SOLE), title="关于冷僻事项的建议")[0].root
    with at("2026-03-18"):
        waiting = [here.submitted(title="待审查的建议"), here.registered(title="待分办的建议")]
        waiting.append(here.proposed(*_units(0), title="待交办的建议"))
    return Province(here, [Template.of(row) for row in [*handled, *done, *map(_root, waiting)]], _root(rare))


def _units(n: int) -> list[tuple[str, Role]]:
    """Who leads and who helps; every third case is led by the busiest."""
    lead = NAMES[0] if n % 3 == 0 else NAMES[n]
    others = [name for name in NAMES if name != lead]
    return list(zip((lead, others[n % len(others)], others[(n + 7) % len(others)]), ROLES, strict=True))


def _handled(here: World, n: int) -> Suggestion:
    """Received, given to its people and talked over by each of three units."""
    named, deputy = _units(n), here.a_deputy(f"代表{n}")
    with at("2026-02-26"):
        tasks = here.handed_over(*named, title=f"关于第{n}类事项的建议", points=3, deputy=deputy)
        for task, (name, _) in zip(tasks, named, strict=True):
            here.routed(task, name)
        handlings.confirm_contact(by=deputy, on=_talked(here, tasks[0], named[0][0], deputy, n))
    return _root(tasks[0].root)


def _talked(here: World, task: Handling, name: str, deputy: Any, n: int) -> Contact:
    """Every third face to face."""
    said = Met(
        phase="before", mode="phone" if n % 3 else "visit", occurred_at=clock.now(), summary="说明思路", where="接待室", deputies=(deputy.person,),
        present=(here.unit(name).officer.person,),
    )  # fmt: skip
    talk: Contact = handlings.record_contact(by=here.unit(name).officer, on=Contact.of(task), saying=said)
    return talk


def _rated(here: World, n: int) -> Any:
    """Three units, two opinions adopted, one reply rated: it waits for the office to close it."""
    named = _units(n)
    lead, *helping = here.handed_over(*named, title=f"待办结的建议之{n}")
    lead = here.working(lead, named[0][0])
    for task, (name, _) in zip(helping, named[1:], strict=True):
        here.adopted(here.advised(task, name), named[0][0])
    here.sent(lead, named[0][0])
    return here.rate(here.sheet_of(lead.root)).root


def _promised(here: World, n: int) -> Any:
    """Answered with three promises, which are followed; half of them the busiest unit's."""
    name = BUSIEST if n % 2 else NAMES[n + 1]
    (task,) = here.handed_over((name, Role.SOLE), title=f"跟踪落实的建议之{n}")
    task, unit = here.working(task, name), here.unit(name)
    paper = Paper.objects.get(handling_id=task.id)
    said = Text(here.text(task, "B").answers, "B", promises=PROMISES)
    paper = papers.present(by=unit.officer, on=papers.write(by=unit.officer, on=paper, saying=said))
    for desk in (unit.head, unit.office):
        paper = papers.pass_(by=desk, on=paper, saying=Read())
    paper = papers.sign(by=unit.leader, on=here.agreed(paper, name), saying=Read())
    return papers.send(by=unit.officer, on=paper).root


def _asked_back(here: World) -> Any:
    named = _units(3)
    tasks = here.handed_over(*named, title="单位申请退回的建议")
    for task, (name, _) in list(zip(tasks, named, strict=True))[1:]:
        handlings.confirm_contact(by=here.deputy, on=here.met(here.routed(task, name), name))
    return here.approved(tasks[0], named[0][0], NAMES[5]).root


def _root(row: Any) -> Suggestion:
    return Suggestion.objects.get(id=row.id)


def busiest_unit(of: Province) -> str:
    """How much the unit has whose lists are measured, and how many promises there are."""
    rows = Handling.objects.filter(unit_id=of.world.unit(BUSIEST).id)
    open_ = rows.exclude(stage__in=[*ENDED, w.Handling.DELIVERED])
    told = f"The busiest unit has {rows.count():,} handlings, {open_.count():,} of them open."
    own, every = Followed.objects.filter(unit_id=of.world.unit(BUSIEST).id), Followed.objects.count()
    return f"{told} There are {every:,} promises, {own.count():,} of them its own."


def busiest_case(of: Province) -> int:
    """A case that the busiest unit leads, in the middle of the road."""
    rows = Handling.objects.filter(unit_id=of.world.unit(BUSIEST).id, role=Role.LEAD, stage="routed")
    return int(rows.order_by("-id").values_list("root_id", flat=True)[0])
