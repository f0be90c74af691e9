"""Among ten times as many cases a page costs SQLite's engine hardly more: its steps are counted, never seconds."""

import pytest
from benchmarks import load as loading
from benchmarks.load import Template
from django.db import connection
from django.test.utils import CaptureQueriesContext

from build import at
from jianyi.cases.models import Suggestion
from jianyi.cases.queries import counting, lists
from jianyi.kit import statistics
from jianyi.kit.statements import read
from jianyi.notices import queries as notices
from jianyi.procedure.words import Role
from jianyi.turn.models import Deadline, Participation, WorkItem
from jianyi.turn.tracks import under


UNITS = (("NYT", Role.LEAD), ("ZJT", Role.CO), ("JTT", Role.CO))
FEW, MANY = 100, 1_000
# What is looked at at once, rows and figures, is bounded at both sizes alike.
BOUND = 10
OF_OFFICE = (
    "/",
    "/?action=register",
    "/suggestions/",
    "/suggestions/?stage=handed_over",
    "/suggestions/?unit=NYT",
    "/suggestions/?q=冷僻",
    "/suggestions/?q=冷僻&unit=冷门厅",
    "/suggestions/?q=冷门代表",
    "/suggestions/?q=闭9999999",
    "/notices/",
)
OF_UNIT = ("/", "/unit/", "/unit/?stage=routed", "/unit/?role=lead", "/suggestions/", "/claims/", "/notices/")
OF_DEPUTY = ("/", "/suggestions/", "/notices/")
pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="只有 SQLite 数得出引擎的步数")


@pytest.fixture
def bounded(monkeypatch):
    monkeypatch.setattr(counting, "UP_TO", BOUND)
    monkeypatch.setattr(lists, "MOST", BOUND)
    monkeypatch.setattr(notices, "MANY", BOUND)
    # In a test's transaction nothing can be made faster at the cost of safety.
    monkeypatch.setattr(loading, "hurry", lambda: None)


def test_the_rows_of_a_case_are_found_by_its_root_before_anything_is_known_of_them(db):
    """Without statistics too: a fresh database, a simulation."""
    kinds = [track.model for track in under(Suggestion) if track.model is not Suggestion]
    for kind in (*kinds, Deadline, Participation, WorkItem):
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {read_statement(kind)}", [1, 1])
            plan = "；".join(row[3] for row in cursor.fetchall())
        assert "root_id=?" in plan, (kind.__name__, plan)


def read_statement(kind):
    with CaptureQueriesContext(connection) as asked:
        read(kind, congress_id=-1, root_id=-2)
    return asked[0]["sql"].replace("-1", "%s").replace("-2", "%s")


def templates(world):
    """Cases of three units, some of as many deputies waiting for the office, and one that alone belongs to a quiet unit
    and a quiet deputy."""
    with at("2026-02-26"):
        task, *helping = world.handed_over(*UNITS)
        world.met(world.routed(task))
        world.routed(helping[0], "ZJT")
        others = [world.a_deputy(f"代表{n}") for n in range(9)]
        kinds = [*[task.root] * len(others), *(world.submitted(deputy=deputy) for deputy in others)]
        deputy = world.a_deputy("冷门代表")
        quiet = world.handed_over(("冷门厅", Role.SOLE), deputy=deputy, title="关于冷僻事项的建议")[0].root
    return [Template.of(Suggestion.objects.get(id=row.id)) for row in kinds], quiet


def asked_by(world, case):
    yield world.clerk, (*OF_OFFICE, f"/suggestions/{case.id}/")
    yield world.unit("NYT").office, OF_UNIT
    yield world.unit("NYT").leader, OF_UNIT[:5]
    yield world.unit("NYT").officer, OF_UNIT[:5]
    yield world.unit("冷门厅").office, (*OF_UNIT, f"/suggestions/{case.id}/")
    yield world.a_deputy("冷门代表"), (*OF_DEPUTY, f"/suggestions/{case.id}/")


def steps(client, page):
    """Hundreds of steps of the engine for one page."""
    taken = []
    client.get(page)
    connection.connection.set_progress_handler(lambda: taken.append(1), 100)
    try:
        assert client.get(page).status_code == 200
    finally:
        connection.connection.set_progress_handler(None, 0)
    return len(taken)


def test_no_page_costs_the_engine_more_among_ten_times_as_many(world, sign_in, bounded):
    kinds, quiet = templates(world)
    found = []
    for more in (FEW, MANY - FEW):
        loading.load(kinds, more)
        statistics.renew()
        with at("2026-02-27"):
            found.append(
                {
                    (by.name, page): steps(sign_in(None, by), page)
                    for by, pages in asked_by(world, quiet)
                    for page in pages
                }
            )
    few, many = found
    assert {asked: (few[asked], n) for asked, n in many.items() if n > 1.3 * few[asked] + 10} == {}
