"""The monthly circular: facts frozen, words added, approved by another hand, issued with a number, read and followed."""

from datetime import date

import pytest

from build import again, at
from circulating import of_government, of_unit, phrasing, pushed, reached, read, to
from jianyi.cases.issued.files import document
from jianyi.cases.models import Handling, Letter
from jianyi.circulars.commands import circulars
from jianyi.circulars.fresh import fresh
from jianyi.circulars.models import Addressee, Circular, Named, Push
from jianyi.circulars.naming import naming
from jianyi.circulars.queries.files import circulars as listed, file
from jianyi.console.checking import violations
from jianyi.documents.letters.webpage import page
from jianyi.parties import commands as parties
from jianyi.parties.models import Arrangement
from jianyi.procedure import words as w
from jianyi.procedure.calendar import calendar
from jianyi.procedure.facts.said import Arranging, Because, Drawing, Reaching
from jianyi.procedure.words import Role
from jianyi.turn.days import days_of
from jianyi.turn.models import Deadline, Notice, WorkItem


@pytest.fixture
def tasks(world):
    """Two units, one late with its first contact."""
    with at("2026-02-26"):
        (nyt,) = world.handed_over(("NYT", Role.SOLE))
        lead, czt = world.handed_over(
            ("JTT", Role.LEAD), ("CZT", Role.CO), title="关于农村公路的建议", deputy=world.a_deputy("何望川")
        )
    with at("2026-03-02"):
        world.working(nyt)
        for task, name in ((lead, "JTT"), (czt, "CZT")):
            world.routed(task, name)
    return nyt, lead, czt


@pytest.fixture
def government(world):
    return of_government(world)


LINE = "0002 = 会办意见没有送出 = 送出会办意见 = CZT 预算处 = 2026-04-10"


def test_from_the_facts_to_the_readers(world, tasks, government):
    with at("2026-04-01T09:00"):
        row = government.issued(LINE)
    assert (
        row.stage is w.Circular.ISSUED
        and row.number.endswith("政督〔2026〕1号")
        and row.issued_on == date(2026, 4, 1)
    )
    assert row.title == "2026年3月代表建议办理情况通报" and row.as_of_told == "2026年3月31日24:00"
    assert {each.stage for each in Addressee.objects.filter(root_id=row.id)} == {w.Addressee.SENT}
    assert Notice.objects.filter(track="addressee", action="send").count() == 3
    push = pushed(row)
    assert (push.stage, push.house_id, push.due) == (w.Push.OPEN, world.unit("CZT").id, date(2026, 4, 10))
    assert Deadline.objects.get(holder_id=push.id, limit=w.Limit.PUSH).due_on == date(2026, 4, 10)
    with at("2026-04-02"):
        mine = read(row, world.unit("CZT").id, world.unit("CZT").office)
        assert (mine.stage, mine.read_by) == (w.Addressee.READ, "CZT办公室")
        assert reached(row, world.unit("CZT").office).stage is w.Push.DONE
    assert not any(found for name, (_, found) in violations().items() if name.startswith("circulars"))


def test_the_facts_are_of_the_moment_and_do_not_move(world, tasks, government):
    """Whatever happens after the day, and however late it is drawn, the same is told of that day."""
    nyt, lead, czt = tasks
    with at("2026-04-01T00:10"):
        first = government.drawn().facts
    with at("2026-04-08"):
        world.sent(world.working(again(czt), "CZT", world.a_deputy("何望川")), "CZT")
        world.working(again(lead), "JTT", world.a_deputy("何望川"))
        late = government.drawn().facts
    assert (
        late["totals"] == first["totals"] and late["rows"] == first["rows"] and late["late"] == first["late"]
    )
    totals = {label: (n, of) for label, n, of in first["totals"]}
    assert totals["签收"] == (3, 3) and totals["首次沟通（主办、单办、分别办理）"] == (1, 2)
    assert totals["首次沟通按期"] == (1, 2) and totals["会办意见按期"] == (0, 1)
    assert totals["答复（主办、单办、分别办理）"] == (0, 2) and totals["答复按期"] == (0, 0)
    assert {(row["no"], row["name"], row["limit"]) for row in first["late"]} == {
        ("0002", "JTT", "首次沟通"), ("0002", "CZT", "首次沟通"), ("0002", "CZT", "会办意见"),
    }  # fmt: skip


def test_days_past_are_counted_by_the_arrangement_that_was_entered(world, tasks, government):
    with at("2026-11-20"):
        row = Arrangement(congress_id=world.congress.id, root_id=world.congress.id, year=2027)
        said = Arranging(2027, "2027-02-05 至 2027-02-11", "2027-02-14", "国办发明电（虚构）")
        parties.announce(by=world.clerk, on=row, saying=said)
    with at("2027-02-12"):
        late = government.drawn("2027-02-11").facts["late"][0]
    due, day = date.fromisoformat(late["due"]), date(2027, 2, 11)
    assert late["working_days"] == days_of(world.congress.id).worked_days_between(due, day)
    assert late["working_days"] != calendar().worked_days_between(due, day)


def test_it_is_drawn_anew_until_it_is_presented_and_then_stands(world, tasks, government, refused):
    with at("2026-03-20"):
        row = government.drawn("2026-03-20")
        assert row.as_of_told == "2026年3月20日09:00"
    with at("2026-04-01"):
        row = circulars.draw(by=government.by, on=again(row), saying=Drawing(date(2026, 3, 31)))
        government.written(row, LINE)
        row = circulars.present(by=government.by, on=again(row))
        refused("TOO_LATE", circulars.draw, by=government.by, on=row, saying=Drawing(date(2026, 3, 31)))
        refused("TOO_LATE", circulars.write, by=government.by, on=row, saying=phrasing(LINE))
        row = circulars.send_back(by=government.approver, on=row, saying=Because("补充表扬"))
        assert (row.stage, row.sent_back) == (w.Circular.DRAFTED, "补充表扬")


def test_a_day_to_come_or_none_draws_nothing(world, tasks, government, refused):
    new = fresh("circular", {}, by=government.by)
    with at("2026-04-01"):
        for day in (None, date(2026, 4, 2), date(2024, 3, 31)):
            refused("CHECKLIST_UNMET", circulars.draw, by=government.by, on=new, saying=Drawing(day))
        refused(
            "CHECKLIST_UNMET", circulars.draw, by=government.by, on=new, saying=Drawing(date(2026, 3, 31), 7)
        )


@pytest.mark.parametrize(
    "line",
    [
        "0002 = 没有写全 = 下步 = CZT",
        "0002 = 问题 = 下步 = CZT = 四月十日",
        "0002 = 问题 = 下步 = CZT = 2026-02-30",
        "0099 = 问题 = 下步 = CZT = 2026-04-10",
        "0002 = 问题 = 下步 = 没有这个单位 = 2026-04-10",
        f"0002 = {'长' * 301} = 下步 = CZT = 2026-04-10",
    ],
)
def test_a_line_that_is_not_whole_is_told(world, tasks, government, refused, line):
    with at("2026-04-01"):
        row = government.drawn()
        refused("CHECKLIST_UNMET", circulars.write, by=government.by, on=row, saying=phrasing(line))


def test_it_is_presented_only_with_requirements_and_something_to_push(world, tasks, government, refused):
    with at("2026-04-01"):
        row = government.drawn()
        told = refused("CHECKLIST_UNMET", circulars.present, by=government.by, on=row).reasons
        assert any("推进清单还是空的" in each for each in told) and any("下月要求" in each for each in told)
    with at("2025-12-31"):
        empty = government.drawn("2025-12-31")
        assert empty.facts["tasks"] == 0 and empty.facts["rows"] == []
        refused("CHECKLIST_UNMET", circulars.present, by=government.by, on=empty)


def test_whoever_wrote_it_does_not_approve_it(world, tasks, government, refused):
    with at("2026-04-01"):
        row = government.presented(LINE)
        refused("SAME_PERSON", circulars.approve, by=government.by, on=row)
        assert circulars.approve(by=government.approver, on=row).stage is w.Circular.APPROVED


def test_nobody_else_issues_reads_or_answers(world, tasks, government, refused):
    nyt, czt = world.unit("NYT"), world.unit("CZT")
    assert fresh("circular", {}, by=world.deputy) is None and fresh("circular", {}, by=nyt.officer) is None
    with at("2026-04-01"):
        row = government.approved(LINE)
        for stranger in (nyt.office, nyt.principal, world.clerk, world.deputy):
            refused("SIGNER_NOT_ALLOWED", circulars.sign, by=stranger, on=row)
        row = circulars.sign(by=government.by, on=row)
        refused("WRONG_ACTOR", circulars.read, by=nyt.office, on=to(row, czt.id))
        refused("WRONG_ACTOR", circulars.reach, by=nyt.office, on=pushed(row), saying=Reaching("办好了"))
        refused("NO_EVIDENCE", circulars.reach, by=czt.office, on=pushed(row), saying=Reaching(" "))
        refused("TOO_LATE", circulars.sign, by=government.by, on=again(row))


def test_nobody_it_goes_to_sees_it_before_it_is_issued(world, tasks, government):
    nyt, sht = world.unit("NYT"), world.unit("SHT")
    with at("2026-04-01"):
        row = government.approved(LINE)
        readers = (nyt.office, nyt.officer, world.clerk, sht.office, world.deputy)
        assert not any(file(row.id, by=reader) for reader in readers) and not listed(by=nyt.office).rows
        assert file(row.id, by=government.approver)
        row = circulars.sign(by=government.by, on=again(row))
        assert [bool(file(row.id, by=reader)) for reader in readers] == [True, True, True, False, False]
        assert [each.house_id for each in file(row.id, by=nyt.office).addressees] == [nyt.id]
        assert len(file(row.id, by=government.by).addressees) == 3 and not file(row.id, by=nyt.office).pushes
        titles = file(row.id, by=nyt.office).titles
        shared = tasks[1].root_id
        assert shared not in titles and shared in file(row.id, by=world.unit("CZT").office).titles


def test_a_unit_tells_its_divisions(world, tasks):
    jtt = world.unit("JTT")
    own = of_unit(jtt)
    with at("2026-04-01"):
        row = own.issued("0002 = 没有首次沟通 = 本周内沟通 = JTT一处 雷鸣 = 2026-04-08")
        assert row.number.endswith("建通〔2026〕1号")
        assert [each.house_id for each in Addressee.objects.filter(root_id=row.id)] == [jtt.division.id]
        assert read(row, jtt.division.id, jtt.head).stage is w.Addressee.READ
        assert (
            file(row.id, by=jtt.officer)
            and file(row.id, by=world.clerk)
            and not file(row.id, by=world.unit("NYT").office)
        )
        assert WorkItem.objects.filter(track="push", organisation_id=jtt.division.id).count() == 1


def test_a_tie_shares_a_rank_and_a_small_sample_has_none(world):
    """1, 1, 3; whoever had fewer clocks than the place asks for is listed without a rank, and it is said so."""
    with at("2026-02-26"):
        for name in ("甲", "甲", "乙", "乙", "丙", "丙", "丁"):
            world.handed_over((name, Role.SOLE), title=f"{name}的一件")
    with at("2026-03-02"):
        tasks = list(Handling.objects.order_by("id").select_related("unit"))
        for task in tasks:
            name = task.unit.name
            world.working(task, name) if name in "甲乙丁" else world.routed(task, name)
    government = of_government(world)
    with at("2026-04-01"):
        facts = government.drawn().facts
    assert facts["least"] == 3
    assert [(row["name"], row["rank"], row["kept"], row["due"]) for row in facts["rows"]] == [
        ("乙", 1, 4, 4), ("甲", 1, 4, 4), ("丙", 3, 2, 4), ("丁", 0, 2, 2),
    ]  # fmt: skip
    with at("2026-04-01"):
        row = government.issued("0007 = 问题 = 下步 = 丁 = 2026-04-10")
        told = page(document(Letter.objects.get(root_id=row.id)))
        assert "样本不足" in told and "4/4（100.00%）" in told and "2/4（50.00%）" in told


def test_what_went_elsewhere_before_is_not_counted_and_what_went_after_is(world, government):
    with at("2026-02-26"):
        (task,) = world.handed_over(("NYT", Role.SOLE))
    with at("2026-03-03"):
        world.granted(task, "NYT", "SHT")
    with at("2026-03-04"):
        before, after = (government.drawn(day).facts for day in ("2026-03-02", "2026-03-03"))
    assert [row["name"] for row in before["rows"]] == ["NYT"]
    assert [row["name"] for row in after["rows"]] == ["SHT"]


def test_the_next_one_tells_what_became_of_the_list(world, tasks, government, refused):
    czt = world.unit("CZT")
    with at("2026-04-01"):
        first = government.issued(LINE, LINE.replace("会办意见没有送出", "没有首次沟通"))
        reached(first, czt.office)
        circulars.push_back(by=government.by, on=again(pushed(first)), saying=Because("没有措施"))
        assert again(pushed(first)).stage is w.Push.OPEN
        reached(first, czt.office, nth=2, evidence="四月二日已沟通")
    with at("2026-05-01"):
        before = government.drawn("2026-04-30").facts["before"]
        assert before["number"] == first.number
        assert [(row["done"], row["late"], row["evidence"]) for row in before["pushed"]] == [
            (False, True, "已送会办意见"), (True, False, "四月二日已沟通"),
        ]  # fmt: skip


def test_withdrawn_it_is_nobodys_duty_any_more(world, tasks, government, refused):
    nyt = world.unit("NYT")
    with at("2026-04-01"):
        row = government.issued(LINE)
        assert [each.number for each in naming(row.congress_id, [tasks[2].id])] == [row.number]
        refused("REASON_REQUIRED", circulars.withdraw, by=government.approver, on=row, saying=Because(""))
        government.withdrawn(row, government.approver)
        assert {each.stage for each in Addressee.objects.all()} == {w.Addressee.LAPSED}
        assert {each.stage for each in Push.objects.all()} == {w.Push.LAPSED}
        assert not WorkItem.objects.filter(root_id=row.id).exists()
        assert file(row.id, by=nyt.office).circular.reason == "数据口径有误"
        assert naming(row.congress_id, [tasks[2].id]) == []
    with at("2026-04-02"):
        draft = government.drawn()
        government.withdrawn(draft)
        assert file(draft.id, by=nyt.office) is None


def test_the_paper_says_numbers_and_names_no_title(world, tasks, government):
    with at("2026-04-01"):
        row = government.issued(LINE)
    told = page(document(Letter.objects.get(root_id=row.id)))
    for wanted in (
        row.number,
        "截至2026年3月31日24:00，应办3件",
        "首次沟通按期 1/2（50.00%）",
        "会办意见没有送出",
        "四月底前完成",
        "0002",
    ):
        assert wanted in told, wanted
    assert "关于农村公路的建议" not in told and "何望川" not in told
    assert Named.objects.filter(root_id=row.id).count() == 3


def test_two_presses_are_one_circular_of_another_congress_nothing_is_seen(world, tasks, government):
    from sight.scene import beside

    with at("2026-04-01"):
        new, said = fresh("circular", {}, by=government.by), Drawing(date(2026, 3, 31))
        first = circulars.draw(by=government.by, on=new, saying=said, key="k1")
        second = circulars.draw(
            by=government.by, on=fresh("circular", {}, by=government.by), saying=said, key="k1"
        )
        assert first.id == second.id and Circular.objects.count() == 1
        elsewhere = beside()
        assert file(first.id, by=elsewhere.clerk) is None and not listed(by=elsewhere.clerk).rows


def test_a_unit_reads_of_its_own_milestones_and_of_its_month(world):
    """What lags inside the unit, and the figures of its assessment day; of neither the government's circular tells."""
    from jianyi.cadence import due
    from jianyi.cases.commands import plans
    from jianyi.cases.models import Milestone, Plan
    from jianyi.parties import commands as parties
    from jianyi.procedure.facts.said import Planning, Setting, UnitRules

    jtt = world.unit("JTT")
    with at("2026-02-25"):
        parties.set_rules(by=jtt.office, on=again(jtt.organisation), saying=UnitRules(assess_monthly=True))
    with at("2026-02-26"):
        task = world.working(world.handed_over(("JTT", Role.SOLE))[0], "JTT")
        plan = plans.draw_up(by=jtt.officer, on=Plan.of(task), saying=Planning("逐件办理", "专班推进"))
        said = Setting("调研测算", date(2026, 3, 13), jtt.officer.person)
        plans.set_milestone(by=jtt.officer, on=Milestone.in_plan(plan), saying=said)
    with at("2026-03-31T23:30"):
        due.tick_all()
    with at("2026-04-01"):
        due.tick_all()
        facts = of_unit(jtt).drawn().facts
        assert [(row["no"], row["name"], row["due"], row["days"]) for row in facts["late"]] == [
            ("0001", "JTT一处", "2026-03-13", 18)
        ]
        assert facts["month"] == [
            {
                "name": "JTT一处",
                "measures": [["按期首次沟通", 1, 1], ["计划节点按期完成", 0, 1], ["沟通记录完整", 0, 0]],
            }
        ]
        row = of_unit(jtt).issued("0001 = 节点超期 = 完成测算 = JTT一处 = 2026-04-08")
        assert "本月考评" in page(document(Letter.objects.get(root_id=row.id)))
        told = of_government(world).drawn().facts
        assert told["late"] == [] and told["month"] == []


def test_what_is_still_owed_from_the_year_before_is_told_of_too(world):
    with at("2026-02-26"):
        open_ = world.working(world.handed_over(("NYT", Role.SOLE))[0])
        world.sent(world.working(world.handed_over(("NYT", Role.SOLE), title="已经答复的一件")[0]))
    with at("2027-02-01"):
        facts = of_unit(world.unit("NYT")).drawn("2027-01-31").facts
        assert list(facts["cases"]) == [str(open_.root_id)] and facts["late"][0]["limit"] == "答复"
