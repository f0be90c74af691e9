"""However many rows there are, a page asks the same number of questions, and a figure that stops says so."""

import pytest

from jianyi.cases.queries import counting, lists
from jianyi.cases.queries.counting import Count
from jianyi.procedure import words as w
from jianyi.procedure.words import Role


UNITS = (("NYT", Role.LEAD), ("ZJT", Role.CO), ("JTT", Role.CO))
OF_OFFICE = (
    "/", "/?track=suggestion&action=register", "/suggestions/", "/suggestions/?stage=handed_over", "/suggestions/?unit=NYT",
    "/suggestions/?q=农机", "/review/", "/workbench/", "/closing/", "/batches/",
)  # fmt: skip
OF_UNIT = ("/", "/unit/", "/unit/?stage=routed", "/unit/?role=lead", "/suggestions/", "/claims/")
OF_DEPUTY = ("/", "/suggestions/", "/invitations/")


def more_of_everything(world, count):
    """Cases at the office, with units, and waiting for the deputy's word."""
    for _ in range(count):
        world.submitted()
        world.registered()
        task, *helping = world.handed_over(*UNITS)
        world.met(world.routed(task))
        world.routed(helping[0], "ZJT")


@pytest.fixture
def asked(world, sign_in, django_assert_max_num_queries):
    """`asked(actor, pages)`: the number of queries of each page."""

    def count(actor, pages):
        client, found = sign_in(None, actor), {}
        for page in pages:
            client.get(page)
            with django_assert_max_num_queries(60) as queries:
                assert client.get(page).status_code == 200
            found[page] = len(queries)
        return found

    return count


def test_no_page_asks_more_where_there_is_more(world, asked):
    readers = (
        (world.clerk, OF_OFFICE), (world.unit("NYT").office, OF_UNIT), (world.unit("NYT").officer, OF_UNIT[:-1]),
        (world.deputy, OF_DEPUTY),
    )  # fmt: skip
    more_of_everything(world, 2)
    few = [asked(reader, pages) for reader, pages in readers]
    more_of_everything(world, 5)
    assert [asked(reader, pages) for reader, pages in readers] == few


# Counts that stop


@pytest.fixture
def three(monkeypatch):
    """Counting ends at three, work items at two."""
    monkeypatch.setattr(counting, "UP_TO", 3)
    monkeypatch.setattr(lists, "MOST", 2)


def test_what_was_counted_to_the_end_is_exact(world):
    for _ in range(3):
        world.submitted()
    assert counting.stage_counts(by=world.clerk) == {"submitted": Count(3)}
    assert counting.count_at([w.Suggestion.SUBMITTED], by=world.clerk) == Count(3)
    assert not lists.counters(by=world.clerk).capped


def test_what_was_not_is_said_to_be_at_least_so_many(world, three):
    for _ in range(4):
        world.submitted()
    world.registered()
    counts = counting.stage_counts(by=world.clerk)
    assert counts == {"submitted": Count(3, more=True), "registered": Count(1)}
    assert Count.total(counts.values()) == Count(4, more=True)
    assert counting.count_at([w.Suggestion.SUBMITTED], by=world.clerk) == Count(3, more=True)
    assert lists.counters(by=world.clerk).capped


def test_a_unit_s_counts_are_of_its_newest(world, three):
    office = world.unit("NYT").office
    tasks = [world.handed_over(*UNITS)[0] for _ in range(2)]
    assert counting.house_counts(by=office)[0] == {"arrived": Count(2)}
    world.routed(tasks[0])
    world.handed_over(*UNITS)
    world.handed_over(*UNITS)
    counts, load = counting.house_counts(by=office)
    assert counts["arrived"] == Count(3, more=True) and counts["routed"] == Count(0, more=True)
    assert not load


def test_the_division_s_load_is_what_is_at_work(world):
    (task, *_) = world.handed_over(*UNITS)
    world.handed_over(*UNITS)
    world.routed(task)
    assert counting.house_counts(by=world.unit("NYT").office)[1] == [("NYT一处", Count(1))]


def test_pages_show_a_plus_where_counting_stopped(world, sign_in, three):
    for _ in range(4):
        world.submitted()
    page = sign_in(None, world.clerk).get("/suggestions/").content.decode()
    assert "共 3+ 件" in page and "实际更多" in page
    assert "3+" in sign_in(None, world.clerk).get("/review/").content.decode()
    assert (
        "3+"
        not in sign_in(None, world.clerk)
        .get("/suggestions/?stage=registered")
        .content.decode()
        .split("jy-page")[1]
    )


def test_the_interface_says_that_counting_stopped(world, three):
    from jianyi.api.reference import Counters

    for _ in range(3):
        world.submitted()
    found = lists.counters(by=world.clerk)
    told = Counters(**{name: getattr(found, name) for name in Counters.model_fields})
    assert told.capped and told.overdue + told.today + told.upcoming + told.open_ended == 2


# Every way leads to the same rows as the condition of sight


def test_the_ways_find_what_may_be_seen_and_nothing_else(world):
    from jianyi.cases.models import Suggestion
    from jianyi.cases.sight import may_see

    world.registered()
    task, *_ = world.handed_over(*UNITS)
    world.routed(task)
    world.handed_over(("JTT", Role.SOLE))
    draft = world.draft()
    world.invited(draft, "受邀代表")
    unit = world.unit("NYT")
    everybody = (
        world.clerk, world.deputy, world.a_deputy("受邀代表"), unit.office, unit.officer, unit.leader, unit.head,
        world.unit("JTT").office, world.person("无职人员"),
    )  # fmt: skip
    for reader in everybody:
        seen = set(Suggestion.objects.filter(may_see(reader)).values_list("id", flat=True))
        assert {row.suggestion.id for row in lists.suggestions(by=reader).rows} == seen


def test_a_second_round_is_listed_once(world):
    sheet = world.rated(result="dissatisfied", name="NYT")
    world.handled_again(sheet)
    office = world.unit("NYT").office
    assert len(lists.suggestions(by=office).rows) == 1
    assert len(lists.suggestions(by=world.clerk, unit=world.unit("NYT").id).rows) == 1
    assert len(lists.handlings(by=office).rows) == 2
