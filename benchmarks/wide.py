"""Pages that look over all there is: figures by terms, the board of problems, the search of the public site; at two sizes in one
run, by turns. python -m benchmarks.wide SMALL LARGE, in a home of its own, on SQLite.

Every suggestion is rated, has a problem in a group and is public, which is more than any house has. Its rows are those of one
case that was made by real commands, copied in the database itself with other numbers."""

import os
import statistics
import sys
from collections.abc import Callable
from typing import Any


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jianyi.site.settings")
ROUNDS = 9
Asked = Callable[[], Any]
RARE = "冷僻"


def main(sizes: list[int]) -> None:
    """Print a table in Markdown."""
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)
    from jianyi.kit import clock

    from .world import TODAY

    with clock.at(f"{TODAY}T10:00"):
        print("\n".join(measured(sizes)))


def measured(sizes: list[int]) -> list[str]:
    from . import sizes as two
    from .writing import hurry, settle

    world, rows = made()
    hurry()
    asked: list[tuple[Any, dict[str, Asked]]] = []
    before = 1
    for size in sizes:
        for model, numbers in rows.items():
            copied(model, numbers, before, size)
        settle()
        before, ways = size, pages(world)
        asked.append((two.keep() if size != sizes[-1] else None, ways))
    return two.table("page", sizes, *by_turns(asked))


def made() -> tuple[Any, dict[Any, list[int]]]:
    """The small world with one suggestion that is rated, of which a problem was put up and whose reply is public, and another that
    is public with a rare word in it; the rows of the first."""
    from build import World
    from grouping import Groups  # type: ignore[import-not-found]
    from jianyi.cases.models import Handling, Paper, Sheet, Suggestion
    from jianyi.procedure.facts.said import Rated
    from jianyi.publication.models import Public, PublicPair, PublicReply
    from jianyi.themes.models import Problem
    from publishing_roads import delivered, published  # type: ignore[import-not-found]

    world = World()
    row = delivered(world, day="2026-03-18")
    from jianyi.cases.commands import papers

    papers.rate(
        by=world.deputy, on=Sheet.objects.get(paper_id=row.paper_id), saying=Rated("satisfied", "satisfied")
    )
    published(world, world.unit("NYT"), row, day="2026-03-19")
    published(
        world,
        world.unit("NYT"),
        delivered(world, day="2026-03-18", title=f"关于{RARE}事项的建议"),
        day="2026-03-19",
    )
    groups = Groups(world, "NYT")
    problem = groups.found(groups.made(groups.tasks(2)), due="2026-05-20")[0]
    root = row.root_id
    rows = {Suggestion: [root], Problem: [problem.id], Public: [root]}
    for model, name in (
        (Handling, "root_id"),
        (Paper, "root_id"),
        (Sheet, "root_id"),
        (PublicReply, "public_id"),
        (PublicPair, "public_id"),
    ):
        rows[model] = list(model.objects.filter(**{name: root}).values_list("id", flat=True))
    return world, rows


# Which columns count on from copy to copy, and by how much: numbers of rows lie far apart, those in a series side by side.
FAR = 10**9
ON = {
    "id": FAR,
    "root_id": FAR,
    "handling_id": FAR,
    "paper_id": FAR,
    "public_id": FAR,
    "number": 100,
    "nth": 100,
}


def copied(model: Any, numbers: list[int], before: int, size: int) -> None:
    """Copies number `before` … `size` - 1 of these rows."""
    from django.db import connection

    own_root = model._meta.model_name != "problem"  # the problems stay in one group
    columns = [field.column for field in model._meta.concrete_fields]
    on = {name: step for name, step in ON.items() if own_root or name != "root_id"}
    if model._meta.model_name in ("sheet", "paper"):
        on.pop("number")
    values = [f'"{name}" + i * {on[name]}' if name in on else _spread(name) for name in columns]
    table = f'"{model._meta.db_table}"'
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE n(i) AS (SELECT {before} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {size})"
            f" INSERT INTO {table} ({names}) SELECT {', '.join(values)} FROM {table}, n WHERE id IN ({', '.join(map(str, numbers))})"
        )


def _spread(name: str) -> str:
    """Days over most of a year."""
    return f"date(\"{name}\", '+' || (i % 300) || ' days')" if name == "due" else f'"{name}"'


def pages(world: Any) -> dict[str, Asked]:
    """name → what asks for the page once."""
    from django.test import Client

    from jianyi.public import around, front

    from .pages import _client

    office, stranger = _client(world.clerk), Client()

    def anew(url: str) -> Asked:
        def ask() -> Any:
            front.KEEP = front.Kept()
            return stranger.get(url)

        return ask

    def changed() -> Any:
        around.KEPT.clear()
        return anew("/open/")()

    return {
        "office: figures by terms": lambda: office.get("/terms/", HTTP_HOST="testserver"),
        "office: board of problems": lambda: office.get("/problems/", HTTP_HOST="testserver"),
        "public list": anew("/open/"),
        "public list, the first after a change": changed,
        "public search, a word that every page has": anew("/open/?q=农机"),
        "public search, a rare word": anew(f"/open/?q={RARE}"),
        "public search, a word that nobody wrote": anew("/open/?q=无人写过"),
    }


def by_turns(asked: list[tuple[Any, dict[str, Asked]]]) -> list[dict[str, tuple[float, int]]]:
    """For each size: page → (median CPU ms, queries)."""
    from .sizes import once

    told: list[dict[str, tuple[float, int]]] = [{} for _ in asked]
    for name in asked[0][1]:
        counts = [_queries(kept, name, ways[name]) for kept, ways in asked]
        taken = [[once(kept, ways[name]) for kept, ways in asked] for _ in range(ROUNDS)]
        for found, count, own in zip(told, counts, zip(*taken, strict=True), strict=True):
            found[name] = statistics.median(own), count
    return told


def _queries(kept: Any, name: str, ask: Asked) -> int:
    from django.db import connections
    from django.test.utils import CaptureQueriesContext

    from .sizes import asking

    with asking(kept), CaptureQueriesContext(connections["default"]) as queries:
        answer = ask()
    if answer.status_code != 200:
        raise SystemExit(f"{name} answered {answer.status_code}")
    return len(queries)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
