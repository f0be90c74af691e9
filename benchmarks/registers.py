"""The register of work at two sizes in one run: a page, its filters, its counted parts, and the whole as a spreadsheet.

python -m benchmarks.registers SMALL LARGE (suggestions), with the database that the environment names, in a home of its own."""

import os
import statistics
import sys
import tracemalloc
from collections.abc import Callable
from time import perf_counter
from typing import Any


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jianyi.site.settings")
ROUNDS, FIRST = 7, 500
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
    from .load import load
    from .world import province
    from .writing import settle

    of = province()
    load(of.templates, FIRST)
    before, found = FIRST, []
    for size in sizes:
        load(of.templates, size - before)
        settle()
        before = size
        found.append({name: (_median(ask), _queries(ask)) for name, ask in pages(of.world).items()})
    small, large = sizes
    lines = [
        f"| register of work | {small:,}: ms | queries | {large:,}: ms | queries | ratio |",
        "|---|---|---|---|---|---|",
    ]
    for name, (ms, asked) in found[0].items():
        later, more = found[1][name]
        lines.append(f"| {name} | {ms:.0f} | {asked} | {later:.0f} | {more} | {later / ms:.1f} |")
    return [*lines, "", book(of.world)]


def pages(world: Any) -> dict[str, Asked]:
    from jianyi.registers.registers import REGISTERS

    from .world import BUSIEST

    office, unit = _client(world.clerk), _client(world.unit(BUSIEST).office)
    every = ",".join(REGISTERS["work"].columns)
    number = world.unit(BUSIEST).id
    return {
        "office, usual columns": lambda: office.get("/registers/"),
        "office, every column": lambda: office.get(f"/registers/?set=1&columns={every}"),
        "office, in the order of the days": lambda: office.get("/registers/?set=1&order=due"),
        "office, late ones": lambda: office.get("/registers/?set=1&late=yes"),
        "office, one unit": lambda: office.get(f"/registers/?set=1&unit={number}"),
        "office, words of a title": lambda: office.get("/registers/?set=1&words=丘陵"),
        "office, counted by unit": lambda: office.get("/registers/?set=1&parts=unit"),
        "busiest unit, every column": lambda: unit.get(f"/registers/?set=1&columns={every}"),
        "office, supervised ones": lambda: office.get("/registers/pressed/"),
        "office, contacts": lambda: office.get("/registers/contacts/"),
        "busiest unit, contacts": lambda: unit.get("/registers/contacts/"),
        "busiest unit, contacts by division": lambda: unit.get("/registers/contacts/?set=1&parts=division"),
        "office, promises": lambda: office.get("/registers/promises/"),
        "busiest unit, promises": lambda: unit.get("/registers/promises/"),
    }


def book(world: Any) -> str:
    """The whole register as a spreadsheet: how long, how large, and how much memory at the most."""
    client = _client(world.clerk)
    began = perf_counter()
    answer = client.get("/registers/work.xlsx")
    size = sum(len(part) for part in answer.streaming_content)
    seconds = perf_counter() - began
    tracemalloc.start()
    for _ in client.get("/registers/work.xlsx").streaming_content:
        pass
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    from jianyi.registers.queries.work import WORK

    rows = WORK.count(WORK.read({}), by=world.clerk, whole=True).number
    return (
        f"As a spreadsheet of the usual columns: {rows:,} rows in {seconds:.1f} s ({rows / seconds:,.0f} rows a second), {size / 1e6:.1f} MB;"
        f" memory at the most {most / 1e6:.0f} MB.\n"
    )


def _client(by: Any) -> Any:
    from django.test import Client

    from jianyi.parties.models import Person
    from jianyi.web.middleware import stamp

    client = Client()
    session = client.session
    session["person"], session["since"] = by.person, stamp(Person.objects.get(id=by.person))
    session.save()
    client.cookies["sessionid"] = session.session_key or ""
    return client


def _median(ask: Asked) -> float:
    took = []
    for _ in range(ROUNDS):
        began = perf_counter()
        assert ask().status_code == 200
        took.append((perf_counter() - began) * 1000)
    return statistics.median(took)


def _queries(ask: Asked) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as found:
        ask()
    return len(found)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
