"""S10.1–3: the lists are taken on their days, once, and stay as they were taken."""

from datetime import date

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from build import again, at
from driving import client_of
from jianyi.cadence import due
from jianyi.cadence.models import Tally
from jianyi.cases.commands import handlings, plans
from jianyi.cases.models import Milestone, Plan
from jianyi.journal.models import Line
from jianyi.parties import commands as parties
from jianyi.procedure.facts.said import Planning, Reaching, Setting, UnitRules
from jianyi.procedure.words import Beat
from jianyi.turn.models import Notice


RULES = UnitRules(dispatch_every=2, dispatch_from=date(2026, 2, 27), urging_day="5", assess_monthly=True)


@pytest.fixture
def nyt(world):
    unit = world.unit("NYT")
    with at("2026-02-26"):
        parties.set_rules(by=unit.office, on=again(unit.organisation), saying=RULES)
    return unit


def taken(beat, day):
    return Tally.objects.get(beat=beat, day=date.fromisoformat(day))


def test_a_list_is_taken_on_its_day_and_once(world, nyt):
    with at("2026-02-26"):
        world.routed(world.handed_over()[0])
        assert due.tick_all() == 0
    with at("2026-02-27T00:01"):
        assert due.tick_all() == 2  # 2/27 is a Friday as well
        assert due.tick_all() == 0
    with at("2026-02-28T16:59"):
        assert due.tick_all() == 0
    with at("2026-02-28T17:00"):  # a Saturday that is worked, the month's last
        assert due.tick_all() == 1
    with at("2026-03-02T08:00"):
        assert due.tick_all() == 1
    row = taken(Beat.DISPATCH, "2026-03-02")
    assert (row.nth, row.title) == (2, "2026 年第 2 次调度单")
    told = Notice.objects.filter(root_id=row.id)
    assert {(n.organisation_id, n.duty) for n in told} == {
        (nyt.id, "unit_office"), (nyt.division.id, "division_head"),
    }  # fmt: skip


def test_what_moved_what_lags_and_what_is_due(world, nyt):
    with at("2026-02-26"):
        slow, quick = (world.routed(world.handed_over()[0]) for _ in range(2))
        plan = plans.draw_up(by=nyt.officer, on=Plan.of(quick), saying=Planning("办理", "专班推进"))
        said = Setting("资金测算", date(2026, 3, 27), nyt.head.person)
        node = plans.set_milestone(by=nyt.officer, on=Milestone.in_plan(plan), saying=said)
    with at("2026-03-18"):
        due.tick_all()
    with at("2026-03-18T10:00"):
        world.met(quick)
    with at("2026-03-20T00:05"):
        due.tick_all()
    rows = {row["case"]: row for row in taken(Beat.DISPATCH, "2026-03-20").rows}
    late, going = rows[str(slow.root_id)], rows[str(quick.root_id)]
    assert (late["light"], late["moved"], [each["working_days"] for each in late["slow"]]) == ("red", 0, [2])
    assert (going["light"], going["moved"]) == ("yellow", 1) and going["soon"][0]["due"] == "2026-03-27"
    with at("2026-03-25"):
        plans.reach(by=nyt.head, on=node, saying=Reaching("测算表见附件"))
    with at("2026-03-26T00:05"):
        due.tick_all()
    rows = {row["case"]: row for row in taken(Beat.DISPATCH, "2026-03-26").rows}
    assert rows[str(quick.root_id)]["light"] == "green"  # S9.2
    client = client_of(nyt.office)
    row = taken(Beat.DISPATCH, "2026-03-20")
    page = client.get(f"/unit/lists/{row.id}/").content.decode()
    assert "将到期：完成计划节点（3 月 27 日（周五）前）" in page and "将到期：计划节点逾期" not in page
    told = client.get(f"/api/v1/tallies/{row.id}").json()
    assert "完成计划节点 2026-03-27" in str(told)
    # What was taken stays as it was.
    assert taken(Beat.DISPATCH, "2026-03-20").rows[0]["light"] == "red"


def test_after_days_of_standing_still_the_latest_list_and_every_month(world, nyt):
    with at("2026-02-26"):
        world.handed_over()
    with at("2026-02-27T18:00"):
        due.tick_all()
    with at("2026-05-10"):
        due.tick_all()
    days = list(Tally.objects.order_by("day").values_list("beat", "day"))
    assert [str(day) for beat, day in days if beat is Beat.ASSESSMENT] == ["2026-04-30"]
    assert [str(day) for beat, day in days if beat is Beat.DISPATCH] == ["2026-02-27", "2026-05-09"]
    with at("2026-07-31T17:30"):
        due.tick_all()
    assert [str(row.day) for row in Tally.objects.filter(beat=Beat.ASSESSMENT).order_by("day")] == [
        "2026-04-30", "2026-05-29", "2026-06-30", "2026-07-31",
    ]  # fmt: skip


def test_s10_3_the_figures_of_a_month_are_frozen(world, nyt):
    with at("2026-02-26"):
        late, quick = (world.routed(world.handed_over()[0]) for _ in range(2))
    with at("2026-03-05"):
        world.met(quick)
    with at("2026-03-20"):
        world.met(late)
    with at("2026-03-31T16:59"):
        due.tick_all()
        assert not Tally.objects.filter(beat=Beat.ASSESSMENT).exists()
    with at("2026-03-31T17:00"):
        due.tick_all()
    row = taken(Beat.ASSESSMENT, "2026-03-31")
    (own,) = row.divisions
    assert (own["name"], own["contacts"], own["milestones"], own["records"]) == (
        "NYT一处",
        [1, 2],
        [0, 0],
        [0, 2],
    )
    with at("2026-04-01"):
        handlings.confirm_contact(by=world.deputy, on=again(late).contacts.get())
    assert again(row).facts == row.facts


def test_figures_taken_late_are_of_their_month(world, nyt):
    """What was put down in a later month belongs to that one, however late the first one is counted."""
    with at("2026-02-26"):
        task = world.routed(world.handed_over()[0])
    with at("2026-03-31T18:00"):
        due.tick_all()
    with at("2026-05-05"):
        world.met(task)
    with at("2026-05-29T18:00"):
        due.tick_all()
    april, may = (taken(Beat.ASSESSMENT, day).divisions for day in ("2026-04-30", "2026-05-29"))
    assert [row["records"] for row in april] == [] and [row["records"] for row in may] == [[0, 1]]


def test_the_record_tells_a_list_that_was_changed_afterwards(world, nyt):
    from jianyi.cadence.invariants import every_list_is_as_it_was_taken

    with at("2026-02-27"):
        world.routed(world.handed_over()[0])
        due.tick_all()
    assert list(every_list_is_as_it_was_taken()) == []
    Tally.objects.filter(beat=Beat.DISPATCH).update(facts={"rows": []})
    assert len(list(every_list_is_as_it_was_taken())) == 1


def test_two_clocks_at_once_take_it_once(nyt):
    """The second insert is refused by the table; the clock that lost says so and goes on."""
    with at("2026-02-27"):
        due.tick_all()
        row = taken(Beat.DISPATCH, "2026-02-27")
        twin = Tally.due(nyt.organisation, Beat.DISPATCH, row.day)
        with pytest.raises(IntegrityError):
            twin.save(force_insert=True)


def test_a_rhythm_that_cannot_be_kept_is_refused(world, refused):
    unit = world.unit("NYT")
    for said in (UnitRules(dispatch_every=2), UnitRules(dispatch_every=61, dispatch_from=date(2026, 1, 5)),
                 UnitRules(assess_monthly=True, assess_hour=24)):  # fmt: skip
        refused(
            "CHECKLIST_UNMET", parties.set_rules, by=unit.office, on=again(unit.organisation), saying=said
        )


def test_its_line_stays_inside_the_house(world, nyt):
    with at("2026-02-27"):
        due.tick_all()
    assert {line.inside for line in Line.objects.filter(action="take_stock")} == {nyt.id}


def test_the_lists_of_past_years_are_not_looked_through(world, nyt):
    """Each question of the clock goes along the lists of a unit, however many there are."""
    from jianyi.cadence.due import due_tallies

    with at("2026-03-31T18:00"), CaptureQueriesContext(connection) as asked:
        assert list(due_tallies())
    for query in (each["sql"] for each in asked if "cadence_tally" in each["sql"]):
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SET LOCAL enable_seqscan = off")
            explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
            cursor.execute(f"{explain} {query}".replace("%", "%%"))
            plan = [str(row) for row in cursor.fetchall()]
        assert not [row for row in plan if "SCAN cadence_tally" in row or "SCAN U0" in row], plan
        assert not [row for row in plan if "Seq Scan on cadence_tally" in row], plan


def test_a_clock_that_lost_the_race_for_a_list_has_not_failed(world, nyt):
    with at("2026-02-27"):
        twins = list(due.due_tallies())
        due.tick_all()
        assert [due._taken(twin) for twin in twins] == [0] * len(twins)
