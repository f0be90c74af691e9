"""What is counted: of each kind in a year, by unit, quantities only where thing and unit of measure are the same (源 W10)."""

from datetime import date
from decimal import Decimal

from build import again, at
from crediting import Credits
from jianyi.outcomes.commands import outcomes as commands
from jianyi.outcomes.queries.figures import figures, may_count, years
from jianyi.outcomes.queries.lists import quantities_of, register
from jianyi.procedure.facts.said import Amount, Because


def amount(what, number, unit):
    return (Amount(what, Decimal(number), unit),)


def test_each_kind_is_counted_and_different_things_are_never_added(world, credits, tasks):
    with at("2026-06-01"):
        credits.registered(tasks[0], quantities=amount("储备资源", "1130", "处"))
        credits.registered(tasks[1], name="补充调查", quantities=amount("储备资源", "20.5", "处"))
        credits.registered(tasks[1], name="厕所", quantities=amount("整改厕所", "86", "处"))
        credits.registered(tasks[2], kind="conduct", name="培训", quantities=amount("培训", "1", "次"))
        credits.drafted(tasks[2], kind="response", name="还没有核验")
        told = figures(2026, by=credits.unit.office)
    assert [(row.kind, row.count) for row in told.kinds] == [
        ("decision", 0), ("key_work", 3), ("response", 0), ("conduct", 1),
    ]  # fmt: skip
    key = next(row for row in told.kinds if row.kind == "key_work")
    assert [(each.told, each.of) for each in key.sums] == [("储备资源 1150.5 处", 2), ("整改厕所 86 处", 1)]
    assert (told.all, told.systemic, told.capped) == (4, 0, False)


def test_the_congress_counts_every_unit_and_a_unit_its_own(world, credits, tasks, handled):
    other = Credits(world, "NYT")
    with at("2026-06-01"):
        credits.registered(tasks[0])
        other.registered(*handled(1, "NYT"), kind="response", name="农机补贴")
        whole, own = figures(2026, by=world.clerk), figures(2026, by=other.unit.office)
        one = figures(2026, by=world.clerk, unit=credits.unit.id)
    assert {row.name: row.counts for row in whole.units} == {"WLT": [0, 1, 0, 0], "NYT": [0, 0, 1, 0]}
    assert (own.all, one.all, [row.name for row in own.units]) == (1, 1, ["NYT"])
    assert may_count(world.clerk) and may_count(credits.unit.officer) and not may_count(world.deputy)


def test_what_is_withdrawn_or_sent_back_is_not_counted_and_a_year_is_that_of_the_outcome(
    world, credits, tasks
):
    with at("2027-02-01"):
        first = credits.registered(tasks[0])
        second = credits.registered(tasks[1], name="另一项")
        third = credits.registered(tasks[2], name="上年的", on=date(2025, 12, 31))
        commands.revoke(by=credits.unit.office, on=first, saying=Because("重复"))
        credits.returned(second, by=world.clerk)
        assert figures(2026, by=world.clerk).all == 0 and figures(2025, by=world.clerk).all == 1
        assert years(by=world.clerk) == [2027, 2026, 2025] and again(third).year == 2025


def test_a_correction_counts_once_it_is_checked(world, credits, tasks):
    with at("2026-06-01"):
        row = credits.registered(tasks[0])
        credits.corrected(row, kind="decision", quantities=amount("储备资源", "1128", "处"))
        before = figures(2026, by=world.clerk)
        credits.certified(row)
        after = figures(2026, by=world.clerk)
    assert [(each.count, [s.told for s in each.sums]) for each in before.kinds[:2]] == [
        (0, []),
        (1, ["储备资源 1130 处"]),
    ]
    assert [(each.count, [s.told for s in each.sums]) for each in after.kinds[:2]] == [
        (1, ["储备资源 1128 处"]),
        (0, []),
    ]


def test_the_register_is_filtered_and_goes_on_page_by_page(world, credits, tasks):
    with at("2026-06-01"):
        rows = [
            credits.registered(tasks[n % 3], name=f"第{n}项", kind="decision" if n else "conduct")
            for n in range(5)
        ]
        draft = credits.drafted(tasks[0], name="草稿")
        office = credits.unit.office
        page = register(by=office, size=3)
        rest = register(by=office, size=3, after=page.after)
        assert [row.id for row in (*page.rows, *rest.rows)] == [
            draft.id,
            *(row.id for row in rows[::-1]),
        ] and not rest.after
        assert register(by=office, kind="conduct").rows == [again(rows[0])]
        assert (
            register(by=office, show="open").rows == [draft]
            and not register(by=world.clerk, show="open").rows
        )
        assert not register(by=office, year=2025).rows and len(register(by=office, year=2026).rows) == 6
        assert not register(by=office, unit=world.unit("NYT").id).rows
        assert {row.id for row in register(by=office, suggestion=tasks[2].root_id).rows} == {rows[2].id}
        assert [q.told for q in quantities_of([rows[0]], by=office)[rows[0].id]] == ["储备资源 1130 处"]
