"""S10.1, S10.2 (the list), S10.3 (the figures; points and ranks are a scheme's): FGW with seven suggestions in five divisions."""

from datetime import date

import pytest

from build import again, at
from jianyi.cadence import due
from jianyi.cadence.models import Tally
from jianyi.cadence.queries import tallies
from jianyi.cases.commands import handlings, plans
from jianyi.cases.models import Contact, Milestone, Plan
from jianyi.kit import clock
from jianyi.parties import commands as parties
from jianyi.procedure.calendar import calendar
from jianyi.procedure.facts.said import Met, Planning, Reaching, Receipt, Setting, Team, UnitRules
from jianyi.procedure.rhythm import Rhythm
from jianyi.procedure.words import Beat, Duty, Kind, Role


RULES = UnitRules(dispatch_every=2, dispatch_from=date(2026, 2, 27), urging_day="5", assess_monthly=True)
# Division → for each of its suggestions: first contact on this day; the days on which its two milestones are reached; and of
# its further records how many are whole and how many are not.
WORK = {
    "基础处": [("2026-03-05", ("2026-03-12", "2026-03-26"), (2, 0))],
    "环资处": [("2026-03-06", ("2026-03-12", "2026-03-26"), (0, 0))],
    "区域处": [("2026-03-06", ("2026-03-12", "2026-03-26"), (1, 1)), ("2026-03-09", ("2026-03-12", "2026-03-26"), (0, 0))],
    "高技术处": [("2026-03-10", ("2026-03-12", ""), (1, 0))],
    "能源处": [("2026-03-11", ("2026-03-12", "2026-03-26"), (1, 0)), ("2026-03-23", ("", ""), (0, 1))],
}  # fmt: skip


@pytest.fixture
def fgw(world):
    """The unit, its rules, and division → (head, officer)."""
    unit = world.unit("FGW")
    with at("2026-01-21"):
        inside = {}
        for name in WORK:
            where = world.organisation(name, Kind.DIVISION, unit.organisation)
            heads = world.person(f"{name}长", (where, Duty.DIVISION_HEAD))
            inside[name] = where, heads, world.person(f"{name}经办", (where, Duty.OFFICER))
    with at("2026-02-26"):
        parties.set_rules(by=unit.office, on=again(unit.organisation), saying=RULES)
    return unit, inside


def given_out(world, fgw):
    """division → its tasks, each with a plan of two milestones, 3/13 and 3/27."""
    unit, inside = fgw
    tasks = {}
    with at("2026-02-26T10:00"):
        for name, works in WORK.items():
            where, head, officer = inside[name]
            for _ in works:
                (task,) = world.handed_over(("FGW", Role.SOLE))
                task = handlings.acknowledge(by=unit.office, on=task, saying=Receipt())
                team = Team(unit.leader.person, head.person, officer.person, where.id)
                task = handlings.route(by=unit.office, on=task, saying=team)
                plan = plans.draw_up(by=officer, on=Plan.of(task), saying=Planning("逐件办理", "专班推进"))
                nodes = []
                for day in ("2026-03-13", "2026-03-27"):
                    said = Setting("调研测算", date.fromisoformat(day), officer.person)
                    nodes.append(plans.set_milestone(by=officer, on=Milestone.in_plan(plan), saying=said))
                tasks.setdefault(name, []).append((task, nodes))
    return tasks


def events(tasks):
    """(moment, division, task, what) in the order of their days."""
    found = []
    for name, works in WORK.items():
        for (first, reached, (whole, bare)), (task, nodes) in zip(works, tasks[name], strict=True):
            found.append((f"{first}T09:00", name, task, "whole"))
            found += [(f"{first}T1{n}:00", name, task, "whole") for n in range(whole)]
            found += [(f"{first}T15:00", name, task, "bare")] * bare
            found += [
                (f"{day}T16:00", name, task, node) for day, node in zip(reached, nodes, strict=True) if day
            ]
    return sorted(found, key=lambda each: each[0])


def happens(world, inside, each):
    moment, name, task, what = each
    with at(moment):
        officer = inside[name][2]
        if isinstance(what, Milestone):
            plans.reach(by=officer, on=again(what), saying=Reaching("测算表见附件"))
            return
        said = Met(
            phase="before", mode="phone", occurred_at=clock.now(), summary="说明办理思路", present=(officer.person,),
            deputies=(world.deputy.person,), deputy_view="赞成" if what == "whole" else "",
        )  # fmt: skip
        handlings.record_contact(by=officer, on=Contact.of(again(task)), saying=said)


def test_s10_1_the_days_of_the_rhythm(world, fgw):
    """Taken on their days, numbered: 3/20 is the ninth dispatch, and by the end of March there are twelve."""
    world.handed_over(("FGW", Role.SOLE))
    for day in [
        date.fromordinal(n) for n in range(date(2026, 2, 26).toordinal(), date(2026, 4, 1).toordinal())
    ]:
        with at(f"{day}T18:00"):
            due.tick_all()
    lists = Tally.objects.filter(beat=Beat.DISPATCH).order_by("day")
    assert [f"{row.day.month}/{row.day.day}" for row in lists] == [
        "2/27", "3/2", "3/4", "3/6", "3/10", "3/12", "3/16", "3/18", "3/20", "3/24", "3/26", "3/30",
    ]  # fmt: skip
    assert lists.get(day=date(2026, 3, 20)).nth == 9
    urging = Tally.objects.filter(beat=Beat.URGING).order_by("day").values_list("day", flat=True)
    assert [f"{day.month}/{day.day}" for day in urging] == ["2/27", "3/6", "3/13", "3/20", "3/27"]
    rhythm = Rhythm.read(again(fgw[0].organisation).rule["rhythm"])
    assert rhythm.next(Beat.URGING, date(2026, 4, 27), calendar()) == date(2026, 4, 30)
    assert rhythm.next(Beat.ASSESSMENT, date(2026, 5, 1), calendar()) == date(2026, 5, 29)


def test_s10_2_3_what_lags_on_the_list_and_the_figures_of_march(world, fgw):
    unit, inside = fgw
    tasks = given_out(world, fgw)
    told = events(tasks)
    for each in [e for e in told if e[0] < "2026-03-20"]:
        happens(world, inside, each)
    with at("2026-03-20T08:00"):
        due.tick_all()
    row = Tally.objects.get(beat=Beat.DISPATCH, day=date(2026, 3, 20))
    late = {
        row["case"]: {each["criterion"]: each["working_days"] for each in row["slow"]}
        for row in row.rows
        if row["slow"]
    }
    slow_one = tasks["能源处"][1][0]
    assert late == {str(slow_one.root_id): {"contact": 2, "milestone": 5}}
    assert len(tallies.file(row.id, by=unit.office).rows) == 7
    assert len(tallies.file(row.id, by=inside["能源处"][1]).rows) == 2
    for each in [e for e in told if e[0] >= "2026-03-20"]:
        happens(world, inside, each)
    with at("2026-03-31T17:00"):
        due.tick_all()
    month = Tally.objects.get(beat=Beat.ASSESSMENT, day=date(2026, 3, 31))
    figures = {row["name"]: (row["contacts"], row["milestones"], row["records"]) for row in month.divisions}
    assert figures == {
        "基础处": ([1, 1], [2, 2], [3, 3]), "环资处": ([1, 1], [2, 2], [1, 1]), "区域处": ([2, 2], [4, 4], [3, 4]),
        "高技术处": ([1, 1], [1, 2], [2, 2]), "能源处": ([1, 2], [2, 4], [3, 4]),
    }  # fmt: skip
    with at("2026-04-02"):
        node = tasks["能源处"][1][1][0]
        plans.reach(by=inside["能源处"][2], on=again(node), saying=Reaching("补做"))
    assert again(month).facts == month.facts
