"""A group of suggestions: who may make it, who is in it, what leaves it by itself, how it ends (N6)."""

import pytest

from build import again, at
from grouping import Groups, withdrawn
from jianyi.console.checking import violations
from jianyi.jobs import rounds
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Grouping
from jianyi.procedure.words import Role
from jianyi.themes.commands import themes
from jianyi.themes.fresh import fresh
from jianyi.themes.models import Member
from jianyi.themes.queries.themes import file, themes as listed
from jianyi.turn.models import Notice


@pytest.fixture
def wlt(world):
    return Groups(world)


@pytest.fixture
def tasks(wlt):
    with at("2026-02-26"):
        return wlt.tasks(3)


def test_six_suggestions_become_one_group_and_their_officers_are_told(wlt, tasks):
    with at("2026-03-03"):
        theme = wlt.made(tasks)
    assert theme.stage is w.Theme.OPEN
    assert {row.stage for row in Member.objects.filter(root_id=theme.id)} == {w.Member.IN}
    assert (
        Notice.objects.filter(track="member", action="join", person_id=wlt.unit.officer.person).count() == 3
    )


def test_one_suggestion_is_no_group_and_a_group_has_a_name_and_a_reason(wlt, tasks, refused):
    new = fresh("theme", {}, by=wlt.unit.officer)
    numbers = tuple(task.root_id for task in tasks)
    with at("2026-03-03"):
        for said in (
            Grouping("乡村旅游", "同类", numbers[:1]),
            Grouping("", "同类", numbers),
            Grouping("乡村旅游", "", numbers),
        ):
            refused("CHECKLIST_UNMET", themes.group, by=wlt.unit.officer, on=new, saying=said)


def test_what_another_unit_handles_or_another_group_holds_cannot_join(world, wlt, tasks, refused):
    with at("2026-03-03"):
        other = world.routed(world.handed_over(("NYT", Role.SOLE), title="关于农机的建议")[0], "NYT")
        new = fresh("theme", {}, by=wlt.unit.office)
        said = Grouping("旅游", "同类", (tasks[0].root_id, other.root_id))
        refused("CHECKLIST_UNMET", themes.group, by=wlt.unit.office, on=new, saying=said)
        wlt.made(tasks[:2])
        said = Grouping("旅游", "同类", (tasks[1].root_id, tasks[2].root_id))
        refused("CHECKLIST_UNMET", themes.group, by=wlt.unit.office, on=new, saying=said)


def test_nobody_makes_a_group_for_another_unit(world, wlt, tasks, refused):
    """Congress and deputies make none; of a group somebody else's people change nothing."""
    assert fresh("theme", {}, by=world.clerk) is None and fresh("theme", {}, by=world.deputy) is None
    with at("2026-03-03"):
        theme = wlt.made(tasks)
        refused(
            "WRONG_ACTOR",
            themes.group,
            by=world.unit("NYT").office,
            on=theme,
            saying=Grouping("别的", "理由"),
        )


def test_a_member_is_taken_out_with_a_reason_and_may_come_back(wlt, tasks, refused):
    with at("2026-03-03"):
        theme = wlt.made(tasks)
        refused(
            "REASON_REQUIRED",
            themes.take_out,
            by=wlt.unit.office,
            on=wlt.member(theme, tasks[0]),
            saying=Because(),
        )
        row = wlt.out(theme, tasks[0])
        assert (row.stage, row.reason, row.holds) == (w.Member.OUT, "内容不同", False)
        said = Grouping("乡村旅游", "同类", (tasks[0].root_id,))
        refused("CHECKLIST_UNMET", themes.group, by=wlt.unit.office, on=again(theme), saying=said)
        assert themes.join_again(by=wlt.unit.office, on=row).stage is w.Member.IN


def test_what_is_withdrawn_leaves_the_group_by_itself(wlt, tasks, world):
    with at("2026-03-03"):
        theme = wlt.made(tasks)
    with at("2026-03-05"):
        withdrawn(world, tasks[0])
        assert wlt.member(theme, tasks[0]).stage is w.Member.IN
        assert rounds.tick() > 0
        assert wlt.member(theme, tasks[0]).stage is w.Member.GONE
        assert rounds.tick() == 0
    assert not any(found for _, found in violations().values())


def test_a_group_ends_and_its_suggestions_may_be_in_another(wlt, tasks, refused):
    with at("2026-03-03"):
        theme = wlt.made(tasks)
        problem = wlt.found(theme)[0]
        refused("CHECKLIST_UNMET", themes.wind_up, by=wlt.unit.officer, on=again(theme))
        refused(
            "CHECKLIST_UNMET",
            themes.give_up,
            by=wlt.unit.officer,
            on=again(theme),
            saying=Because("不宜归类"),
        )
        wlt.struck(problem)
        assert themes.wind_up(by=wlt.unit.officer, on=again(theme)).stage is w.Theme.CLOSED
        refused(
            "TOO_LATE",
            themes.take_out,
            by=wlt.unit.office,
            on=wlt.member(theme, tasks[0]),
            saying=Because("迟了"),
        )
        assert wlt.made(tasks, title="再归一类").stage is w.Theme.OPEN
    assert not any(found for _, found in violations().values())


def test_who_sees_a_group(world, wlt, tasks):
    with at("2026-03-03"):
        theme = wlt.made(tasks)
    for who in (wlt.unit.office, wlt.unit.leader, wlt.unit.officer, wlt.unit.head, world.clerk):
        assert file(theme.id, by=who) and listed(by=who).rows, who.name
    for who in (world.unit("NYT").office, world.a_deputy("代表1"), world.a_deputy("外人")):
        assert file(theme.id, by=who) is None and not listed(by=who).rows, who.name


def test_a_confidential_proposer_is_named_to_the_congress_alone(world, wlt):
    with at("2026-02-26"):
        tasks = [*wlt.tasks(1), *wlt.tasks(1, confidential=True, confidential_reason="涉及本单位")]
        theme = wlt.made(tasks)
    told = {each.deputy for each in file(theme.id, by=wlt.unit.office).members}
    assert told == {"代表1", "代表（身份保密）"}
    assert {each.deputy for each in file(theme.id, by=world.clerk).members} == {"代表1"}
