"""Pages, signed in, full HTML, at two sizes in one run: the larger must cost hardly more than the smaller."""

import statistics
from dataclasses import dataclass
from time import perf_counter

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jianyi.cases.models import Handling, Suggestion
from jianyi.cases.queries import lists
from jianyi.parties.models import Person
from jianyi.web.middleware import stamp

from .load import load
from .world import World, world


TIMES = 30
HERE: list[World] = []


@dataclass
class Figure:
    """`ms`: median of thirty; `queries`: asked for one page; `size`: bytes of HTML."""

    name: str
    ms: float
    queries: int
    size: int


def measure(sizes: tuple[int, int]) -> list[str]:
    """Markdown: the pages at both sizes, their ratio, query counts."""
    here, templates = world()
    HERE[:] = [here]
    told, before = [], 0
    for size in sizes:
        began = perf_counter()
        load(templates, size - before)
        before = size
        told.append((size, perf_counter() - began, _pages(here)))
    return _table(told)


def _pages(here: object) -> list[Figure]:
    office, unit = _client(here.clerk), _client(here.unit("第0厅").office)  # type: ignore[attr-defined]
    by = here.clerk  # type: ignore[attr-defined]
    deep = _deep(by)
    busy = here.unit("第0厅")  # type: ignore[attr-defined]
    handled = Handling.objects.filter(unit_id=busy.id).order_by("-id").first()
    asked = {
        "office: work list": (office, "/"),
        "office: all suggestions": (office, "/suggestions/"),
        "office: all suggestions, filtered": (office, f"/suggestions/?stage=handed_over&unit={busy.id}"),
        "office: all suggestions, deep page": (office, f"/suggestions/?after={deep}"),
        "unit: work list": (unit, "/"),
        "unit: handlings": (unit, "/unit/"),
        "unit: handlings, filtered": (unit, "/unit/?stage=routed"),
        "unit: case page": (unit, f"/suggestions/{handled.root_id if handled else 0}/"),
        "office: case page": (office, f"/suggestions/{handled.root_id if handled else 0}/"),
    }
    return [_figure(name, client, url) for name, (client, url) in asked.items()]


def _deep(by: object) -> str:
    """A cursor in the middle of the list."""
    rows = Suggestion.objects.order_by("id")
    middle = rows[rows.count() // 2]
    page = lists.page(Suggestion.objects.filter(id__gte=middle.id), ("id",), 1)
    return page.after


def _client(actor: object) -> Client:
    client = Client(HTTP_HOST="localhost")
    person = Person.objects.get(id=actor.person)  # type: ignore[attr-defined]
    session = client.session
    session["person"], session["since"] = person.id, stamp(person)
    session.save()
    client.cookies["sessionid"] = session.session_key or ""
    return client


def _figure(name: str, client: Client, url: str) -> Figure:
    answer = client.get(url)
    if answer.status_code != 200:
        raise SystemExit(f"{name}: {url} answered {answer.status_code}")
    taken = []
    for _ in range(TIMES):
        began = perf_counter()
        client.get(url)
        taken.append(perf_counter() - began)
    with CaptureQueriesContext(connection) as asked:
        client.get(url)
    return Figure(name, 1000 * statistics.median(taken), len(asked), len(answer.content))


def _table(told: list[tuple[int, float, list[Figure]]]) -> list[str]:
    (small, _, first), (large, seconds, second) = told
    lines = [
        f"Loaded up to {large:,} suggestions in {seconds:.0f} s (after {small:,}).", "",
        f"| page | p50 ms at {small:,} | p50 ms at {large:,} | ratio | queries | kB of HTML |",
        "|---|---|---|---|---|---|",
    ]  # fmt: skip
    for a, b in zip(first, second, strict=True):
        queries = str(b.queries) if a.queries == b.queries else f"{a.queries} → {b.queries}"
        lines.append(
            f"| {a.name} | {a.ms:.1f} | {b.ms:.1f} | {b.ms / a.ms:.2f} | {queries} | {b.size / 1000:.1f} |"
        )
    return lines
