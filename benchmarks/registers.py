"""The registers at two sizes in one run, by turns: a page, its filters, its counted parts, and the whole as a spreadsheet.

python -m benchmarks.registers SMALL LARGE (suggestions), with the database that the environment names, in a home of its own.
On SQLite the milliseconds are those of this process, in which the engine works too; on PostgreSQL those of the clock."""

import os
import statistics
import sys
import tracemalloc
from collections.abc import Callable
from time import perf_counter, process_time
from typing import Any


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jianyi.site.settings")
ROUNDS, FIRST, LINES = 9, 500, 5
Asked = Callable[[], Any]


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
    from .sizes import table

    world, asked, kept = made(sizes)
    return [*table("register", sizes, *by_turns(kept, asked)), "", book(world)]


def made(sizes: list[int]) -> tuple[Any, dict[str, Asked], list[Any]]:
    """The world, what is asked in it by people who signed in before it was copied, and a connection to each size; nothing for the last,
    which is there anyway."""
    from . import sizes as two
    from .load import load
    from .world import province
    from .writing import settle

    of = province()
    letter, asked = urged(of.world), pages(of.world)
    load(of.templates, FIRST)
    before, kept = FIRST, []
    for size in sizes:
        load(of.templates, size - before)
        urge(letter, of.world)
        settle()
        before = size
        kept.append(two.keep() if size != sizes[-1] else None)
    return of.world, asked, kept


def urged(world: Any) -> Any:
    """A letter of the congress's office to the busiest unit, issued by real commands: its lines are of what lags there."""
    from urging import Urgings  # type: ignore[import-not-found]

    from .world import BUSIEST

    return Urgings(world).issued(world.clerk, world.office, way="congress", unit=world.unit(BUSIEST).id)


def urge(letter: Any, world: Any) -> None:
    """The letter copied in the database, until every task that the busiest unit leads stands on one: LINES on each."""
    from django.db import connection

    from jianyi.supervision.models import Line, Urging

    line = Line.objects.filter(root_id=letter.id).order_by("nth").first()
    assert line is not None
    tasks = (
        "SELECT id, root_id, row_number() OVER (ORDER BY id) AS n FROM cases_handling AS h"
        f" WHERE unit_id = {letter.unit_id} AND role = 'lead' AND NOT dropped AND stage <> 'named'"
        f" AND NOT EXISTS (SELECT 1 FROM supervision_line AS l WHERE l.handling_id = h.id)"
    )
    far = 10**9
    begun = Urging.objects.count()
    with connection.cursor() as cursor:
        cursor.execute(
            _copy(Line, line.id, {"id": f"t.id + {far}", "root_id": f"{letter.id} + {far} * ({begun} + (t.n - 1) / {LINES})",
                                  "nth": f"1 + (t.n - 1) % {LINES}", "handling_id": "t.id", "suggestion_id": "t.root_id"}, tasks)
        )  # fmt: skip
        letters = (
            f"SELECT DISTINCT root_id AS id FROM supervision_line WHERE root_id >= {letter.id + far * begun}"
        )
        cursor.execute(_copy(Urging, letter.id, {"id": "t.id"}, letters))


def _copy(model: Any, number: int, other: dict[str, str], among: str) -> str:
    """A row again for each of those among which it is put, with other values."""
    columns = [field.column for field in model._meta.concrete_fields]
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(other.get(name, f'r."{name}"') for name in columns)
    return f"INSERT INTO {model._meta.db_table} ({names}) SELECT {values} FROM {model._meta.db_table} AS r, ({among}) AS t WHERE r.id = {number}"


def pages(world: Any) -> dict[str, Asked]:
    from jianyi.registers.registers import REGISTERS

    from .pages import _client
    from .world import BUSIEST

    office, unit, officer = (
        _client(who) for who in (world.clerk, world.unit(BUSIEST).office, world.unit(BUSIEST).officer)
    )
    every = ",".join(REGISTERS["work"].columns)
    number = world.unit(BUSIEST).id
    asked: dict[str, tuple[Any, str, str]] = {
        "work: office, usual columns": (office, "", ""),
        "work: office, every column": (office, "", f"set=1&columns={every}"),
        "work: office, in the order of the days": (office, "", "set=1&order=due"),
        "work: office, one unit in the order of the days": (office, "", f"set=1&order=due&unit={number}"),
        "work: office, late ones": (office, "", "set=1&late=yes"),
        "work: office, those near their day": (office, "", "set=1&within=7"),
        "work: office, one unit": (office, "", f"set=1&unit={number}"),
        "work: office, words of many titles": (office, "", "set=1&words=事项"),
        "work: office, words of one title": (office, "", "set=1&words=冷僻"),
        "work: office, words of no title": (office, "", "set=1&words=丘陵"),
        "work: office, counted by unit": (office, "", "set=1&parts=unit"),
        "work: office, counted by class": (office, "", "set=1&parts=mark"),
        "work: busiest unit, every column": (unit, "", f"set=1&columns={every}"),
        "work: busiest unit, in the order of the days": (unit, "", "set=1&order=due"),
        "work: busiest unit, late ones": (unit, "", "set=1&late=yes"),
        "work: busiest unit, counted by division": (unit, "", "set=1&parts=division"),
        "work: officer": (officer, "", ""),
        "supervision: office": (office, "pressed/", ""),
        "supervision: office, in the order of the days": (office, "pressed/", "set=1&order=due"),
        "supervision: office, counted by unit": (office, "pressed/", "set=1&parts=unit"),
        "supervision: busiest unit": (unit, "pressed/", ""),
        "contacts: office": (office, "contacts/", ""),
        "contacts: office, face to face": (office, "contacts/", "set=1&face=yes"),
        "contacts: office, counted by unit": (office, "contacts/", "set=1&parts=unit"),
        "contacts: busiest unit": (unit, "contacts/", ""),
        "contacts: busiest unit, counted by division": (unit, "contacts/", "set=1&parts=division"),
        "promises: office": (office, "promises/", ""),
        "promises: office, late ones": (office, "promises/", "set=1&part=late"),
        "promises: office, counted by unit": (office, "promises/", "set=1&parts=unit"),
        "promises: busiest unit": (unit, "promises/", ""),
    }
    return {name: _asks(*told) for name, told in asked.items()}


def _asks(client: Any, register: str, told: str) -> Asked:
    return lambda: client.get(f"/registers/{register}?{told}", HTTP_HOST="testserver")


def by_turns(kept: list[Any], asked: dict[str, Asked]) -> list[dict[str, tuple[float, int]]]:
    """For each size: page → (median ms, queries)."""
    from .sizes import once
    from .wide import _queries

    found: list[dict[str, tuple[float, int]]] = [{} for _ in kept]
    for name, ask in asked.items():
        counts = [_queries(each, name, ask) for each in kept]
        taken = [[once(each, ask) for each in kept] for _ in range(ROUNDS)]
        for told, count, own in zip(found, counts, zip(*taken, strict=True), strict=True):
            told[name] = statistics.median(own), count
    return found


def book(world: Any) -> str:
    """The whole register as a spreadsheet: how long, how large, and how much memory at the most."""
    from .pages import _client

    client: Any = _client(world.clerk)
    began, worked = perf_counter(), process_time()
    answer = client.get("/registers/work.xlsx", HTTP_HOST="testserver")
    size = sum(len(part) for part in answer.streaming_content)
    seconds, worked = perf_counter() - began, process_time() - worked
    tracemalloc.start()
    for _ in client.get("/registers/work.xlsx", HTTP_HOST="testserver").streaming_content:
        pass
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    from jianyi.registers.queries.work import WORK

    rows = WORK.count(WORK.read({}), by=world.clerk, whole=True).number
    return (
        f"As a spreadsheet of the usual columns: {rows:,} rows in {seconds:.1f} s, {worked:.1f} s of this process's own"
        f" ({rows / worked:,.0f} rows a second of it), {size / 1e6:.1f} MB; memory at the most {most / 1e6:.0f} MB.\n"
    )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
