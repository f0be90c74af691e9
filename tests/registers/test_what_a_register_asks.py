"""What a register asks of the engine: it walks along an index in its order, and counts without asking row by row."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from build import again, at
from jianyi.cases.sight import ways_to_own
from jianyi.procedure.words import Role
from jianyi.registers.asked import Asked
from jianyi.registers.queries.contacts import CONTACTS, Talks
from jianyi.registers.queries.promises import PROMISES, Pledges
from jianyi.registers.queries.work import PRESSED, WORK
from urging import Urgings


@pytest.fixture
def tasks(world):
    """One of its own, one that two units share; the first is talked over and answered."""
    with at("2026-02-26"):
        (alone,) = world.handed_over(("NYT", Role.SOLE))
        lead, helping = world.handed_over(("NYT", Role.LEAD), ("CZT", Role.CO), title="关于农村公路的建议")
    with at("2026-03-02"):
        world.sent(world.working(alone), reply_class="B")
        world.met(world.routed(helping, "CZT"), "CZT")
    return again(alone), again(lead), again(helping)


def plan(rows):
    """How the engine walks; PostgreSQL reads a table of five rows whole unless it is told not to."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off"
            )
        told = rows.explain()
        if connection.vendor == "postgresql":
            cursor.execute(
                "SET LOCAL enable_seqscan = on; SET LOCAL enable_sort = on; SET LOCAL enable_bitmapscan = on"
            )
    return told


def walked(way, *order):
    return plan(way.rows.order_by(*order).values("id")[:51])


def statements(ask):
    with CaptureQueriesContext(connection) as found:
        ask()
    return [each["sql"] for each in found]


def test_the_order_of_the_days_is_an_index_and_asks_no_clock(world, tasks):
    nyt = world.unit("NYT")
    for by, index in (
        (world.clerk, "handlings_by_day"),
        (nyt.office, "handlings_of_unit_by_day"),
        (nyt.head, "handlings_of_division_by_day"),
    ):
        told = walked(WORK.ways(Asked(), "due", by)[0], "due_at", "id")
        # Of so few rows PostgreSQL takes any of the three for as good.
        assert (index if connection.vendor == "sqlite" else "_by_day") in told, told
        assert "TEMP B-TREE" not in told and "Sort" not in told, told
        assert not [sql for sql in statements(lambda by=by: rows(by)) if "turn_deadline" in sql]


def rows(by, register=WORK, order="due", **asked):
    page = register.page(register.read(asked), register.chosen(["no"], by), by=by, order=order)
    return [line.row.id for line in page.rows]


def test_what_is_late_and_what_is_counted_ask_no_clock(world, tasks):
    with at("2026-03-20"):
        found = [
            *statements(lambda: rows(world.clerk, late="yes")),
            *statements(lambda: WORK.parts(Asked(), "unit", by=world.clerk)),
            *statements(lambda: WORK.parts(Asked(), "division", by=world.unit("NYT").office)),
        ]
        assert found and not [sql for sql in found if "turn_deadline" in sql]
        assert [(part.label, part.rows, part.late) for part in WORK.parts(Asked(), "unit", by=world.clerk)] == [
            ("NYT", 2, 1), ("CZT", 1, 0),
        ]  # fmt: skip


def test_of_a_clock_a_line_reads_its_day_and_not_how_it_was_computed(world, tasks):
    every = WORK.chosen([column.key for group in WORK.groups for column in group.columns], world.clerk)
    found = statements(lambda: WORK.page(Asked(), every, by=world.clerk))
    clocks = [sql for sql in found if 'FROM "turn_deadline"' in sql]
    assert len(clocks) == 1 and '"why"' not in clocks[0]


def test_whoever_reads_all_of_a_unit_looks_for_no_seat_in_it(world, tasks):
    """Three ways that lead to nothing of their own were walked to their end."""
    nyt = world.unit("NYT")
    assert len(ways_to_own(nyt.office)) == 1 == len(WORK.ways(Asked(), "new", nyt.office))
    assert len(ways_to_own(nyt.officer)) > 3
    assert rows(nyt.officer, order="new") == [tasks[0].id]


def test_classes_are_counted_as_they_are_shown(world, tasks):
    found = {part.label: (part.value, part.rows) for part in WORK.parts(Asked(), "mark", by=world.clerk)}
    assert found == {"B 类": ("B", 1), "尚未答复": ("", 2)}


@pytest.mark.parametrize("few", [1_000, 0])
def test_a_class_is_found_whether_few_or_many_have_it(world, tasks, monkeypatch, few):
    monkeypatch.setattr("jianyi.registers.asked.FEW", few)
    for by in (world.clerk, world.unit("NYT").office):
        assert rows(by, order="new", mark="B") == [tasks[0].id] and rows(by, order="new", mark="A") == []
    assert rows(world.unit("CZT").office, order="new", mark="B") == []


@pytest.mark.parametrize("few", [1_000, 0])
def test_talks_are_found_whether_few_or_many_tasks_have_them(world, tasks, monkeypatch, few):
    monkeypatch.setattr("jianyi.registers.asked.FEW", few)
    alone, _, helping = tasks
    nyt, czt = world.unit("NYT"), world.unit("CZT")

    def talked(by, **asked):
        page = CONTACTS.page(Talks.read(asked), CONTACTS.chosen(["no"], by), by=by)
        assert CONTACTS.count(Talks.read(asked), by=by).number == len(page.rows)
        return [line.row.handling_id for line in page.rows]

    assert talked(world.clerk) == [helping.id, alone.id]
    assert talked(nyt.office) == talked(nyt.officer) == [alone.id] and talked(czt.head) == [helping.id]
    assert talked(world.clerk, unit=str(czt.id)) == [helping.id] == talked(world.clerk, words="公路")
    assert talked(world.clerk, words="没有人写过的词") == [] == talked(world.clerk, face="yes")
    assert talked(world.clerk, face="no", mode="phone") == [helping.id, alone.id]
    assert talked(world.clerk, face="yes", mode="phone") == [] == talked(world.clerk, mode="visit")


def test_each_manner_of_talks_is_walked_along_its_index(world, tasks):
    for way in CONTACTS.ways(Talks.read({"face": "yes"}), "new", world.clerk):
        told = walked(way, "-id")
        assert "contacts_by_mode" in told and "TEMP B-TREE" not in told and "Sort" not in told, told
    assert "cases_handling" not in str(CONTACTS.every(Talks(), "new", world.clerk).query)


def test_what_was_urged_leads_to_its_tasks(world, tasks):
    """Not the other way round: few of all tasks were urged."""
    with at("2026-04-30"):
        Urgings(world).issued(world.clerk, world.office, way="congress", unit=world.unit("NYT").id)
        assert rows(world.clerk, PRESSED, "new") == [tasks[1].id, tasks[0].id]
        assert rows(world.clerk, PRESSED) == [tasks[1].id], "of the other no clock runs"
        told = plan(PRESSED.every(PRESSED.read({}), "new", world.clerk).values("id"))
    assert "SCAN cases_handling" not in told and "Seq Scan on cases_handling" not in told, told


@pytest.mark.parametrize("register", [WORK, CONTACTS, PROMISES], ids=lambda register: register.key)
def test_a_line_joins_no_more_tables_than_postgresql_puts_in_order(world, register):
    """Eight (join_collapse_limit), the numbers of the page being one: beyond it joins all there is and looks for the page at the end."""
    sql = str(register.rows("", world.clerk).query)
    assert 1 + sql.count(" JOIN ") + 1 <= 8, sql


def test_promises_of_one_way_are_counted_without_a_list_of_their_numbers(world, tasks):
    sql = str(PROMISES.every(Pledges(), "due", world.clerk).query)
    assert sql.count('cases_promise" WHERE') == 1 and "SELECT U0" not in sql
    assert [part.rows for part in PROMISES.parts(Pledges(), "unit", by=world.clerk)] == [1]
