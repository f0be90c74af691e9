"""The yearly work scheme of a unit: whole, approved, every text kept; its progress read from the plans (源 H1)."""

from datetime import date

import pytest

from build import again, at
from jianyi.cases.commands import plans
from jianyi.cases.issued.files import content, on_screen
from jianyi.cases.models import Letter, Milestone, Plan
from jianyi.cases.queries.letters import checked
from jianyi.documents.letters.measuring import failures
from jianyi.documents.letters.webpage import page
from jianyi.fieldwork.commands import schemes
from jianyi.fieldwork.fresh import fresh
from jianyi.fieldwork.models import SchemeText
from jianyi.fieldwork.queries import papers
from jianyi.fieldwork.queries.schemes import file, of_year, work
from jianyi.journal.models import Line
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Planning, Reaching, Scheming, Setting
from jianyi.procedure.words import Role


PHASES = "摸底沟通 = 2026-03-31 = 逐件沟通\n办理答复 = 2026-05-31 = 调研、成稿、答复"
WHOLE = Scheming("按期答复率 100%", PHASES, "主要负责人负总责")


@pytest.fixture
def unit(wlt):
    return wlt.unit


@pytest.fixture
def scheme(unit):
    with at("2026-03-02"):
        new = fresh("workscheme", {"year": 2026}, by=unit.office)
        return schemes.draw_up(by=unit.office, on=new, saying=WHOLE)


def test_only_the_office_of_the_unit_draws_it_up_and_only_once_a_year(world, unit, scheme, refused):
    assert (
        fresh("workscheme", {}, by=unit.officer) is None and fresh("workscheme", {}, by=world.clerk) is None
    )
    with at("2026-03-02"):
        new = fresh("workscheme", {"year": 2026}, by=unit.office)
        refused("WRONG_ACTOR", schemes.draw_up, by=unit.leader, on=new, saying=WHOLE)
        answer = refused("CHECKLIST_UNMET", schemes.draw_up, by=unit.office, on=new, saying=WHOLE)
        assert "原方案" in answer.reasons[0]
        other = fresh("workscheme", {"year": 2027}, by=unit.office)
        later = Scheming("目标", PHASES.replace("2026", "2027"), "保障")
        assert schemes.draw_up(by=unit.office, on=other, saying=later).year == 2027


@pytest.mark.parametrize(
    ("goals", "phases", "told"),
    [
        (" ", PHASES, "工作目标"),
        ("目标", "", "阶段安排"),
        ("目标", "摸底沟通 = 三月底 = 逐件沟通", "第 1 行"),
        ("目标", f"{PHASES}\n收尾", "第 3 行"),
        ("目标", "甲 = 2026-05-31 = 一\n乙 = 2026-03-31 = 二", "一个比一个晚"),
        ("目标", "甲 = 2027-03-31 = 一", "2026 年内"),
        ("目标", "甲 = 2026-02-30 = 一", "第 1 行"),
    ],
)
def test_what_is_no_scheme_is_told_and_not_kept(unit, refused, goals, phases, told):
    with at("2026-03-02"):
        new = fresh("workscheme", {"year": 2026}, by=unit.office)
        answer = refused(
            "CHECKLIST_UNMET", schemes.draw_up, by=unit.office, on=new, saying=Scheming(goals, phases, "保障")
        )
    assert told in "".join(answer.reasons) and not SchemeText.objects.exists()


def test_a_leader_approves_and_every_text_is_kept(unit, scheme, refused):
    with at("2026-03-03"):
        refused("TOO_EARLY", schemes.approve, by=unit.leader, on=scheme)
        row = schemes.present(by=unit.office, on=scheme)
        assert [item.action for _, item in work(by=unit.leader)] == ["approve"]
        refused("WRONG_ACTOR", schemes.approve, by=unit.office, on=row)
        refused("REASON_REQUIRED", schemes.send_back, by=unit.leader, on=row, saying=Because(""))
        row = schemes.send_back(by=unit.leader, on=row, saying=Because("目标要有数字"))
        second = Scheming("按期答复率、见面率 100%", PHASES, "主要负责人负总责")
        row = schemes.draw_up(by=unit.office, on=row, saying=second)
        row = schemes.approve(by=unit.leader, on=schemes.present(by=unit.office, on=row))
        assert row.stage is w.WorkScheme.APPROVED and not row.sent_back
        row = schemes.draw_up(by=unit.office, on=row, saying=WHOLE)
        assert row.stage is w.WorkScheme.DRAFTED, "what is changed is approved anew"
    told = [(text.edition, bool(text.approved_on)) for text in file(scheme.id, by=unit.office).texts]
    assert told == [(3, False), (2, True), (1, False)]
    assert [text.edition for text in file(scheme.id, by=unit.officer).texts] == [2]


def test_a_draft_is_the_offices_and_strangers_see_nothing(world, unit, scheme):
    assert file(scheme.id, by=unit.principal).texts and of_year(unit.id, 2026, by=unit.office)
    for stranger in (unit.officer, unit.head, world.clerk, world.deputy, world.unit("NYT").office):
        assert file(scheme.id, by=stranger) is None


def test_it_ends_when_the_year_is_over(unit, scheme, refused):
    with at("2026-03-03"):
        row = schemes.approve(by=unit.leader, on=schemes.present(by=unit.office, on=scheme))
        refused("TOO_EARLY", schemes.end, by=unit.office, on=row)
    with at("2027-01-04"):
        row = schemes.end(by=unit.office, on=row)
        assert row.stage is w.WorkScheme.ENDED
        refused("TOO_LATE", schemes.draw_up, by=unit.office, on=row, saying=WHOLE)


def test_its_progress_is_that_of_the_milestones_in_each_phase(world, unit, scheme):
    with at("2026-02-26"):
        task = world.routed(world.handed_over(("WLT", Role.SOLE))[0], "WLT")
    with at("2026-03-06"):
        plan = plans.draw_up(by=unit.officer, on=Plan.of(again(task)), saying=Planning("调研", "专班"))
        rows = [
            plans.set_milestone(
                by=unit.officer, on=Milestone.in_plan(plan),
                saying=Setting("节点", date.fromisoformat(day), unit.officer.person),
            )
            for day in ("2026-03-10", "2026-03-31", "2026-04-01")
        ]  # fmt: skip
        plans.reach(by=unit.officer, on=rows[1], saying=Reaching("已完成"))
    with at("2026-03-12"):
        first, second = file(scheme.id, by=unit.office).progress
    assert (first.reached, first.of, first.late) == (1, 2, 1)
    assert (second.reached, second.of, second.late) == (0, 1, 0)


# As a paper


def approved(unit, scheme):
    return schemes.approve(by=unit.leader, on=schemes.present(by=unit.office, on=again(scheme)))


def test_an_approved_scheme_is_a_numbered_paper_with_phases_people_and_tasks(world, unit, scheme):
    with at("2026-02-26"):
        task = world.routed(world.handed_over(("WLT", Role.SOLE))[0], "WLT")
    with at("2026-03-03"):
        row = approved(unit, scheme)
    letter = Letter.objects.get(root_id=row.id)
    assert "建发〔2026〕1号" in letter.number and letter.unit_id == unit.id
    told = str(page(on_screen(letter)))
    for part in (
        "2026年代表建议办理工作方案", "按期答复率 100%", "（2026年1月1日至2026年3月31日）", "（2026年4月1日至2026年5月31日）",
        "承办本年度代表建议1件", f"牵头（主要负责人）：{unit.principal.name}", task.root.no, unit.officer.name, "主要负责人负总责",
    ):  # fmt: skip
        assert part in told, part
    assert task.root.title not in told, "the divisions read the scheme, but not every suggestion"
    assert failures(content(letter, "pdf", 1), on_screen(letter)) == []
    line = Line.objects.get(root_id=row.id, action="approve")
    assert line.said["letter"] == letter.told and checked(letter.code).unchanged


def test_a_later_edition_has_a_number_of_its_own_and_replaces_the_first(unit, scheme):
    with at("2026-03-03"):
        row = approved(unit, scheme)
        row = approved(unit, schemes.draw_up(by=unit.office, on=row, saying=WHOLE))
    first, second = Letter.objects.filter(root_id=row.id).order_by("id")
    assert first.number != second.number
    assert checked(first.code).replaced and not checked(second.code).replaced


def test_it_is_read_by_the_unit_alone(world, unit, scheme):
    with at("2026-03-03"):
        row = approved(unit, scheme)
    number = Letter.objects.get(root_id=row.id).id
    for reader in (unit.office, unit.principal, unit.head, unit.officer):
        assert papers.letter(number, by=reader).id == number
        assert [each.id for each in file(row.id, by=reader).letters] == [number]
    for stranger in (world.clerk, world.deputy, world.unit("NYT").office):
        assert papers.letter(number, by=stranger) is None
