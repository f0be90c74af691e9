"""A unit's own rules: who may set them, what they propose, what they check before a signature."""

from dataclasses import replace
from datetime import date

import pytest

from build import again, at
from jianyi.cases.commands import handlings, inside, papers
from jianyi.cases.facts import checklist
from jianyi.cases.models import Collective
from jianyi.cases.queries.files import CaseFile
from jianyi.cases.routing import proposals, proposed
from jianyi.parties import commands as parties
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import CHECKS, Because, Read, Receipt, UnitRules
from jianyi.procedure.words import Duty, Kind


@pytest.fixture
def wlt(world):
    return world.unit("WLT")


@pytest.fixture
def second(world, wlt):
    with at("2026-01-20"):
        where = world.organisation("公共服务处", Kind.DIVISION, wlt.organisation)
        world.person("公共处长", (where, Duty.DIVISION_HEAD))
        return where


@pytest.fixture
def ruled(wlt, second):
    """`ruled(checks=…)`: these are the rules of the unit from now on."""

    def set_to(**told):
        said = UnitRules(special="专线 = WLT一处 + 公共服务处", contents="旅游 = WLT一处\n图书 = 公共服务处")
        return parties.set_rules(by=wlt.office, on=again(wlt.organisation), saying=replace(said, **told))

    return set_to


# Who sets them


def test_the_units_office_and_the_administrator_set_the_rules_and_nobody_else(world, wlt, second, refused):
    said = UnitRules(wlt.officer.person, "", "旅游 = WLT一处")
    with at("2026-02-01"):
        for by in (wlt.officer, wlt.leader, world.clerk, world.unit("NYT").office):
            refused("WRONG_ACTOR", parties.set_rules, by=by, on=wlt.organisation, saying=said)
        row = parties.set_rules(by=wlt.office, on=wlt.organisation, saying=said)
        assert row.rule["coordinator"] == wlt.officer.person
        assert row.rule["contents"] == [[["旅游"], wlt.division.id]]
        row = parties.set_rules(by=world.admin, on=row, saying=UnitRules())
        assert row.rule["contents"] == [] and row.desks == [["division", False], ["office", True]]


@pytest.mark.parametrize(
    "told", [{"contents": "旅游 WLT一处"}, {"contents": "旅游 = WLT一处 + 公共服务处"}, {"special": "= WLT一处"},
             {"contents": "旅游 = NYT一处"}],
    ids=["no sign", "two divisions", "no words", "of another house"],
)  # fmt: skip
def test_a_line_that_cannot_be_followed_is_refused_and_nothing_is_kept(world, wlt, ruled, told):
    world.unit("NYT")
    with at("2026-02-01"), pytest.raises(Exception) as refusal:
        ruled(**told)
    assert refusal.value.code == "CHECKLIST_UNMET" and again(wlt.organisation).rule == {}


def test_who_coordinates_works_in_the_unit(world, wlt, ruled):
    with at("2026-02-01"), pytest.raises(Exception) as refusal:
        ruled(coordinator=world.unit("NYT").officer.person)
    assert "专人" in refusal.value.reasons[0]


# Routing


def received(world, wlt, **told):
    (task,) = world.handed_over(("WLT", w.Role.SOLE), **told)
    return handlings.acknowledge(by=wlt.office, on=task, saying=Receipt())


def test_the_proposal_stands_beside_what_was_decided(world, wlt, second, ruled):
    with at("2026-02-26"):
        ruled()
        task = received(world, wlt, title="关于乡村旅游专线的建议")
        found = proposed(task)
        assert (found.division, found.assisting) == (wlt.division.id, (second.id,))
        assert "专项工作“专线”" in found.reason
        assert proposals([task.id], by=wlt.office) == {task.id: found}
        assert proposals([task.id], by=world.unit("NYT").office) == {}
        task = handlings.route(by=wlt.office, on=task, saying=wlt.team)
        assert task.proposal["reason"] == found.reason and not task.follows_proposal
        task = handlings.route(by=wlt.office, on=task, saying=replace(wlt.team, assisting=(second.id,)))
        assert task.follows_proposal


def test_without_rules_nothing_is_proposed(world, wlt):
    with at("2026-02-26"):
        task = received(world, wlt, title="关于乡村旅游的建议")
        assert proposed(task) is None
        assert handlings.route(by=wlt.office, on=task, saying=wlt.team).proposal == {}


# 两会审三协商四把关


def test_an_unmet_check_blocks_the_signature_where_the_unit_says_so(world, wlt, ruled, refused):
    """S8.6: the second review is lacking; once the meeting has agreed to the text, it may be signed."""
    with at("2026-02-26"):
        ruled(checks=tuple(CHECKS), blocks=True)
        paper = world.ready(world.working(received_and_routed(world, wlt), "WLT"), "WLT")
        answer = refused("CHECKLIST_UNMET", papers.sign, by=wlt.leader, on=paper, saying=Read())
        assert "二会审" in answer.reasons[0] and "一会审" not in answer.reasons[0]
        inside.decide(
            by=wlt.office,
            on=Collective.about(paper),
            saying=world.decision("WLT", date(2026, 2, 26), note="按此办理"),
        )
        assert papers.sign(by=wlt.leader, on=again(paper), saying=Read()).stage is w.Paper.SIGNED


def test_where_the_unit_only_looks_an_unmet_check_blocks_nothing(world, wlt, ruled):
    with at("2026-02-26"):
        ruled(checks=tuple(CHECKS), blocks=False)
        paper = world.ready(world.working(received_and_routed(world, wlt), "WLT"), "WLT")
        found = CaseFile(paper.root, wlt.office)
        unmet = [
            name
            for name, met in checklist(found.under.get(type(paper), paper.id), found.under).checks.items()
            if not met
        ]
        assert unmet == ["meeting_review"]
        assert papers.sign(by=wlt.leader, on=paper, saying=Read()).stage is w.Paper.SIGNED


def test_every_check_is_unmet_before_anything_is_done_but_what_is_due(world, wlt, ruled):
    """So that none of them can be met by itself."""
    with at("2026-02-26"):
        ruled(checks=tuple(CHECKS))
        task = world.working(received_and_routed(world, wlt), "WLT")
        file = CaseFile(task.root, wlt.office)
        (paper,) = file.papers
        met = {name for name, yes in checklist(paper, file.under).checks.items() if yes}
    assert met == {"deputy_contacted", "units_agreed", "chain_gate", "time_gate"}
    with at("2026-09-26"):
        assert not checklist(paper, file.under).checks["time_gate"]


def test_a_review_falls_with_the_text_it_was_about(world, wlt, ruled):
    with at("2026-02-26"):
        ruled(checks=("division_review", "words_gate"), blocks=True)
        paper = world.cleared(world.working(received_and_routed(world, wlt), "WLT"), "WLT")
        papers.send_back(by=wlt.leader, on=paper, saying=Because("补时限"))
        papers.write(by=wlt.officer, on=paper, saying=world.text(paper.handling, "B"))
        file = CaseFile(again(paper.root), wlt.office)
        assert not any(checklist(file.papers[0], file.under).checks.values())


def received_and_routed(world, wlt):
    return handlings.route(by=wlt.office, on=received(world, wlt), saying=wlt.team)
