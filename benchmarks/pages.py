"""Pages, signed in, full HTML, at two sizes by turns: the larger must cost hardly more than the smaller."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import perf_counter, process_time
from typing import Any
from urllib.parse import quote

from django.db import connections
from django.db.models import QuerySet
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jianyi.cases.models import Handling, Promise, Suggestion
from jianyi.cases.queries.finding import ways_to_items
from jianyi.kit.pages import page
from jianyi.parties.models import Person
from jianyi.turn.models import WorkItem
from jianyi.web.middleware import stamp

from .sizes import asking
from .world import BUSIEST, QUIET, Province, busiest_case


ROUNDS, TIMES = 8, 5
MOST, HEAVIEST = 1.3, 60


@dataclass
class Figure:
    """`ms`: median of forty; `cpu`: the same of this process's own time, which other work on the machine does not
    stretch (on PostgreSQL without the server's); `queries`: asked for one page; `size`: kB of HTML."""

    name: str
    ms: float
    cpu: float
    queries: int
    size: float


@dataclass
class Asked:
    """One page of one size, and how long it took each time. `kept`: the connection to that size."""

    name: str
    client: Client
    url: str
    kept: Any = None
    taken: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)


def ready(of: Province) -> list[Asked]:
    """The pages of the size that is loaded now, each with somebody who is signed in."""
    clients = {"office": of.world.clerk, "unit": of.world.unit(BUSIEST).office}
    clients |= {
        "officer": of.world.unit(BUSIEST).officer,
        "quiet unit": of.world.unit(QUIET).office,
        "deputy": of.world.a_deputy("代表0"),
    }
    signed_in = {who: _client(actor) for who, actor in clients.items()}
    return [
        Asked(f"{who}: {what}", signed_in[who], url)
        for who, asked in _asked(of).items()
        for what, url in asked.items()
    ]


def compared(small: list[Asked], large: list[Asked]) -> tuple[list[Figure], list[Figure]]:
    """Page by page at both sizes by turns, each warmed up before."""
    pairs = [_by_turns(a, b) for a, b in zip(small, large, strict=True)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def _by_turns(*sizes: Asked) -> list[Figure]:
    told = [_looked_at(each) for each in sizes]
    for _ in range(ROUNDS):
        for each in sizes:
            with asking(each.kept):
                _take(each)
    return [
        Figure(each.name, _median(each.taken), _median(each.worked), queries, size)
        for each, (queries, size) in zip(sizes, told, strict=True)
    ]


def _median(seconds: list[float]) -> float:
    return 1000 * statistics.median(seconds)


def _asked(of: Province) -> dict[str, dict[str, str]]:
    office, unit = of.world.clerk, of.world.unit(BUSIEST).office
    every, case = Suggestion.objects.order_by("id"), busiest_case(of)
    own = Handling.objects.filter(unit_id=of.world.unit(BUSIEST).id)
    deep, deep_own = _deep(every, ("id",)), _deep(own, ("id",))
    named = f"/suggestions/?stage=handed_over&unit={quote(BUSIEST)}"
    library, promised = "/suggestions/", Promise.objects.all()
    return {
        "office": {
            "work list": "/", "work list, filtered": "/?track=suggestion&action=close", "work list, deep page": f"/?after={_due(office)}",
            "all suggestions": library, "all suggestions, deep page": f"{library}?after={deep}",
            "all suggestions, by stage": f"{library}?stage=rated", "all suggestions, by sitting": f"{library}?sitting={of.world.sitting.id}",
            "all suggestions, by unit and stage": named, "all suggestions, by unit and stage, deep page": f"{named}&after={deep}",
            "all suggestions, of a quiet unit": f"{library}?unit={quote(QUIET)}",
            "all suggestions, by a common word": f"{library}?q={quote('事项')}", "all suggestions, by a rare word": f"{library}?q={quote('冷僻')}",
            "promises": "/promises/", "promises that are late": "/promises/?part=late", "promises, deep page": f"/promises/?part=all&after={_deep(promised, ('due', 'id'))}",
            "review": "/review/", "workbench": "/workbench/", "closing": "/closing/", "case page": f"{library}{case}/",
        },
        "unit": {
            "work list": "/", "work list, filtered": "/?track=handling", "work list, deep page": f"/?after={_due(unit)}",
            "handlings": "/unit/", "handlings, deep page": f"/unit/?after={deep_own}", "handlings, by stage": "/unit/?stage=arrived",
            "handlings, by stage and role, deep page": f"/unit/?stage=routed&role=lead&after={deep_own}",
            "all suggestions": library, "all suggestions, by stage": f"{library}?stage=rated", "claims": "/claims/", "promises": "/promises/", "promises that are late": "/promises/?part=late", "case page": f"{library}{case}/",
        },
        "officer": {"promises": "/promises/", "promises that are late": "/promises/?part=late"},
        "quiet unit": {"handlings": "/unit/", "all suggestions": library},
        "deputy": {"home": "/", "all suggestions": library},
    }  # fmt: skip


def _due(actor: Any) -> str:
    numbers = {
        number
        for way in ways_to_items(actor, WorkItem.objects.all())
        for number in way.rows.values_list("id", flat=True)
    }
    return _deep(WorkItem.objects.filter(id__in=numbers), ("due_at", "id"))


def _deep(rows: QuerySet[Any], order: Sequence[str]) -> str:
    """A cursor in the middle of a list."""
    return page(rows.only(*order), order, max(rows.count() // 2, 1)).after


def _client(actor: Any) -> Client:
    client = Client(HTTP_HOST="localhost")
    person = Person.objects.get(id=actor.person)
    session = client.session
    session["person"], session["since"] = person.id, stamp(person)
    session.save()
    client.cookies["sessionid"] = session.session_key or ""
    return client


def _looked_at(asked: Asked) -> tuple[int, float]:
    """Queries for one page, and its kB of HTML; the page is warm afterwards."""
    with asking(asked.kept):
        answer = asked.client.get(asked.url)
        if answer.status_code != 200:
            raise SystemExit(f"{asked.name}: {asked.url} answered {answer.status_code}")
        with CaptureQueriesContext(connections["default"]) as queries:
            asked.client.get(asked.url)
        return len(queries), len(answer.content) / 1000


def _take(asked: Asked) -> None:
    for _ in range(TIMES):
        began, working = perf_counter(), process_time()
        asked.client.get(asked.url)
        asked.taken.append(perf_counter() - began)
        asked.worked.append(process_time() - working)


def table(sizes: Sequence[int], first: list[Figure], second: list[Figure]) -> list[str]:
    """Markdown: each page at both sizes, and what is not as it should be."""
    small, large = sizes
    lines = [
        f"| page | p50 ms at {small:,} | p50 ms at {large:,} | ratio (aim ≤ {MOST}) | CPU ms | CPU ms | ratio | queries | kB of HTML |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for a, b in zip(first, second, strict=True):
        queries = str(b.queries) if a.queries == b.queries else f"{a.queries} → {b.queries}"
        lines.append(
            f"| {a.name} | {a.ms:.1f} | {b.ms:.1f} | {b.ms / a.ms:.2f} | {a.cpu:.1f} | {b.cpu:.1f} | {b.cpu / a.cpu:.2f}"
            f" | {queries} | {b.size:.1f} |"
        )
    return [*lines, "", *_beyond(first, second)]


def _beyond(first: list[Figure], second: list[Figure]) -> list[str]:
    pairs = list(zip(first, second, strict=True))
    told = {
        f"ratio above {MOST}": [a.name for a, b in pairs if b.ms > MOST * a.ms],
        "more queries where there are more rows": [a.name for a, b in pairs if b.queries > a.queries],
        f"case page above {HEAVIEST} kB": [
            b.name for b in second if "case page" in b.name and b.size > HEAVIEST
        ],
    }
    return [f"- {what}: {'; '.join(names) or 'none'}" for what, names in told.items()]
