"""S1.8 and the rest of S2.1: proposals by the unit's own rules, divisions that assist, one that hands back."""

from dataclasses import replace

from build import again, at
from jianyi.cases.commands import division, handlings
from jianyi.cases.routing import proposed
from jianyi.parties import commands as parties
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Receipt, Succession, UnitRules
from jianyi.procedure.words import Duty, Kind, Role


def divisions(world, unit, *names):
    with at("2026-01-20"):
        return [world.organisation(name, Kind.DIVISION, unit.organisation) for name in names]


def received(world, name, title, points):
    with at("2026-02-26"):
        suggestion = world.registered(title=title, points=len(points))
        (task,) = world.handed_to(suggestion, (name, Role.SOLE))
        return handlings.acknowledge(by=world.unit(name).office, on=task, saying=Receipt())


def ruled(world, name, special, contents):
    unit = world.unit(name)
    with at("2026-02-01"):
        said = UnitRules(unit.office.person, special, contents)
        parties.set_rules(by=unit.office, on=again(unit.organisation), saying=said)


def test_s1_8_three_reasons_to_give_it_to_a_division(world):
    wlt, fgw = world.unit("WLT"), world.unit("FGW")
    resources, service = divisions(world, wlt, "资源处", "公共服务处")
    basic, region = divisions(world, fgw, "基础处", "区域处")
    ruled(world, "WLT", "", "旅游 = 资源处\n图书 = 公共服务处")
    ruled(world, "FGW", "综合交通 = 基础处 + 区域处", "")
    for n in range(2):
        task = received(world, "WLT", f"关于乡村旅游服务的建议之{n + 1}", ["一"])
        found = proposed(task)
        assert (found.division, found.reason) == (resources.id, "单一业务“旅游”：归口资源处。")
    task = received(world, "FGW", "关于综合交通枢纽的建议", ["一"])
    found = proposed(task)
    assert (found.division, found.assisting) == (basic.id, (region.id,))
    with at("2026-02-27"):
        team = replace(fgw.team, division=region.id)
        task = handlings.route(by=fgw.office, on=task, saying=team)
    assert task.proposal["division"] == basic.id and task.division_id == region.id
    assert not task.follows_proposal


def test_s2_1_a_division_assists_another_hands_back_and_work_is_handed_on(world, refused):
    fgw = world.unit("FGW")
    (region,) = divisions(world, fgw, "区域处")
    with at("2026-01-20"):
        head = world.person("区域处长", (region, Duty.DIVISION_HEAD))
        officer = world.person("区域经办", (region, Duty.OFFICER))
    task = received(world, "FGW", "关于县域经济的建议", ["一"])
    with at("2026-02-27"):
        task = handlings.route(by=fgw.office, on=task, saying=replace(fgw.team, assisting=(region.id,)))
        refused("REASON_REQUIRED", division.give_back, by=fgw.head, on=task, saying=Because(""))
        said = Because("主要内容属于区域处的职责，请重新分办。")
        task = division.give_back(by=fgw.head, on=task, saying=said)
        assert task.stage is w.Handling.RECEIVED and task.officer_id is None
        team = replace(fgw.team, head=head.person, officer=officer.person, division=region.id)
        task = handlings.route(by=fgw.office, on=task, saying=team)
    with at("2026-03-02"):
        said = Succession("岗位调整", officer.person, fgw.officer.person)
        assert division.hand_on(by=fgw.office, on=task, saying=said).officer_id == fgw.officer.person
