"""A province to measure in: thirty units, sixty deputies, and template cases at the usual stages."""

import sys
from pathlib import Path
from typing import Any


sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from build import World, at  # noqa: E402
from jianyi.cases.commands import handlings  # noqa: E402
from jianyi.cases.models import Suggestion  # noqa: E402
from jianyi.procedure.words import Role  # noqa: E402

from .load import Template  # noqa: E402


UNITS = 30


def world() -> tuple[World, list[Template]]:
    """The people, and templates: most of them in handling by three units, some at the desks of the office."""
    here = World()
    names = [f"第{n}厅" for n in range(UNITS)]
    templates = [Template.of(_handled(here, names, n)) for n in range(UNITS)]
    with at("2026-02-25"):
        waiting = [here.submitted(title="待审查的建议"), here.registered(title="待分办的建议")]
        waiting.append(here.proposed((names[0], Role.SOLE), title="待交办的建议"))
    closing = _rated(here, names[1])
    return here, [*templates, *(Template.of(row) for row in [*waiting, closing])]


def _handled(here: World, names: list[str], n: int) -> Suggestion:
    """Three units, each with its people named: fifteen lines and more in the journal. Every third is the busiest's."""
    lead = names[0] if n % 3 == 0 else names[n]
    others = [name for name in names if name != lead]
    helping = [others[n % len(others)], others[(n + 7) % len(others)]]
    with at("2026-02-26"):
        tasks = here.handed_over(
            (lead, Role.LEAD), *((name, Role.CO) for name in helping), title=f"关于第{n}类事项的建议", points=3,
            deputy=here.a_deputy(f"代表{n}"),
        )  # fmt: skip
        for task, name in zip(tasks, (lead, *helping), strict=True):
            here.routed(task, name)
        handlings.confirm_contact(
            by=here.a_deputy(f"代表{n}"), on=here.met(tasks[0], lead, here.a_deputy(f"代表{n}"))
        )
    return _again(tasks[0].root)


def _rated(here: World, name: str) -> Suggestion:
    with at("2026-03-02"):
        return _again(here.rated(name=name, title="待办结的建议").root)


def _again(row: Any) -> Suggestion:
    return Suggestion.objects.get(id=row.id)
