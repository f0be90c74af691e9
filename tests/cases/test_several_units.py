"""One that leads and others that help; or several, each with its own part."""

import pytest

from build import again, at
from dates import due
from jianyi.cases.commands import papers, suggestions
from jianyi.cases.models import Handling, Paper, Sheet
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Naming, Units
from jianyi.procedure.words import Limit as L, Role


@pytest.fixture
def pair(world):
    with at("2026-02-26"):
        return world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))


def test_the_opinion_has_a_month_and_the_reply_three(pair):
    lead, helping = pair
    assert (due(lead, L.REPLY), due(helping, L.CO_OPINION)) == ("2026-05-26", "2026-03-26")


def test_the_reply_waits_until_every_opinion_is_adopted(world, pair, refused):
    lead, helping = pair
    paper = world.written(world.working(lead, "JTT"), "JTT")
    answer = refused("CO_OPINION_MISSING", papers.present, by=world.unit("JTT").officer, on=paper)
    assert "CZT" in answer.reasons[0]
    opinion = world.advised(helping, "CZT")
    refused("CO_OPINION_MISSING", papers.present, by=world.unit("JTT").officer, on=paper)
    world.adopted(opinion, "JTT")
    assert papers.present(by=world.unit("JTT").officer, on=paper).stage is w.Paper.AT_DESK
    assert again(helping).stage is w.Handling.DELIVERED


def test_an_opinion_without_substance_is_asked_for_again_with_a_reason(world, pair, refused):
    lead, helping = pair
    world.working(lead, "JTT")
    with at("2026-04-01"):
        opinion = world.advised(helping, "CZT")
    with at("2026-04-02"):
        jtt = world.unit("JTT").officer
        refused("REASON_REQUIRED", papers.ask_again, by=jtt, on=opinion, saying=Because())
        papers.ask_again(by=jtt, on=opinion, saying=Because("没有实质内容"))
    assert again(opinion).stage is w.Paper.DRAFTING and due(helping, L.CO_AGAIN) == "2026-04-10"
    assert again(opinion).passed == [] and again(opinion).sent_back == "没有实质内容"


def test_only_the_lead_unit_adopts(world, pair, refused):
    lead, helping = pair
    world.working(lead, "JTT")
    opinion = world.advised(helping, "CZT")
    for by in (world.unit("CZT").officer, world.unit("JTT").office, world.clerk):
        refused("WRONG_ACTOR", papers.adopt, by=by, on=opinion)


def test_the_opinion_goes_to_the_lead_unit_and_is_not_rated(world, pair):
    opinion = world.advised(pair[1], "CZT")
    assert again(opinion).stage is w.Paper.OFFERED and not Sheet.objects.exists()
    assert again(opinion).number.startswith("澜CZT会函")


def test_several_units_each_answer_their_own_part_and_are_rated_each(world):
    nyt, slt = world.handed_over(("NYT", Role.SEPARATE), ("SLT", Role.SEPARATE))
    world.sent(world.working(nyt, "NYT"), "NYT")
    assert again(nyt.root).stage is w.Suggestion.HANDED_OVER and Sheet.objects.count() == 1
    world.sent(world.working(again(slt), "SLT"), "SLT")
    assert again(nyt.root).stage is w.Suggestion.ANSWERED
    assert {s.paper.handling.unit_id for s in Sheet.objects.all()} == {
        world.unit("NYT").id,
        world.unit("SLT").id,
    }


def test_only_the_part_that_did_not_content_is_handled_again(world):
    nyt, slt = world.handed_over(("NYT", Role.SEPARATE), ("SLT", Role.SEPARATE))
    for task, name in ((nyt, "NYT"), (slt, "SLT")):
        world.sent(world.working(again(task), name), name)
    sheets = {s.paper.handling_id: s for s in Sheet.objects.all()}
    world.rate(sheets[nyt.id])
    second = world.handled_again(world.rate(sheets[slt.id], "dissatisfied"))
    assert (second.unit_id, second.round, second.role) == (world.unit("SLT").id, 2, Role.SEPARATE)
    assert Handling.objects.filter(round=2).count() == 1 and again(sheets[nyt.id]).stage is w.Rating.CONTENT
    assert again(nyt).stage is w.Handling.DELIVERED


def test_an_escalation_waits_until_the_other_part_is_decided(world):
    tasks = world.handed_over(("NYT", Role.SEPARATE), ("SLT", Role.SEPARATE))
    for task, name in zip(tasks, ("NYT", "SLT"), strict=True):
        world.sent(world.working(again(task), name), name)
    sheets = {s.paper.handling.unit_id: s for s in Sheet.objects.all()}
    second = world.handled_again(world.rate(sheets[world.unit("NYT").id], "dissatisfied"))
    world.sent(world.working(second, "NYT"), "NYT")
    case = tasks[0].root
    world.rate(world.sheet_of(case, 2), "dissatisfied")
    assert again(case).stage is w.Suggestion.ANSWERED, "the other part has not been rated yet"
    world.rate(sheets[world.unit("SLT").id])
    assert again(case).stage is w.Suggestion.ESCALATED


UNFIT = [
    [("A", Role.LEAD)], [("A", Role.SOLE), ("B", Role.SOLE)], [("A", Role.CO)], [("A", Role.SEPARATE)],
    [("A", Role.SOLE), ("B", Role.CO)], [("A", Role.LEAD), ("B", Role.LEAD), ("C", Role.CO)],
    [("A", Role.LEAD), ("B", Role.SEPARATE), ("C", Role.SEPARATE)], [],
]  # fmt: skip


@pytest.mark.parametrize(
    "named", UNFIT, ids=lambda named: "+".join(role.value for _, role in named) or "nobody"
)
def test_roles_that_do_not_fit_together_are_refused(world, refused, named):
    case = world.registered()
    said = Units(tuple(Naming(world.unit(name).id, role, "部分") for name, role in named))
    refused("CHECKLIST_UNMET", suggestions.propose, by=world.clerk, on=case, saying=said)


def test_the_same_unit_twice_is_refused_and_a_separate_part_has_its_scope(world, refused):
    case, unit = world.registered(), world.unit("NYT").id
    twice = Units((Naming(unit, Role.LEAD), Naming(unit, Role.CO)))
    answer = refused("CHECKLIST_UNMET", suggestions.propose, by=world.clerk, on=case, saying=twice)
    assert "两次" in answer.reasons[0]
    bare = Units((Naming(unit, Role.SEPARATE), Naming(world.unit("SLT").id, Role.SEPARATE, "骨干渠系")))
    answer = refused("CHECKLIST_UNMET", suggestions.propose, by=world.clerk, on=case, saying=bare)
    assert "承办内容" in answer.reasons[0]


def test_who_is_no_longer_proposed_is_never_handed_to(world):
    case = world.proposed(("NYT", Role.SOLE))
    suggestions.propose(by=world.clerk, on=case, saying=Units((Naming(world.unit("SLT").id, Role.SOLE),)))
    suggestions.hand_over(by=world.head, on=case)
    stages = {h.unit_id: h.stage for h in Handling.objects.filter(root_id=case.id)}
    assert stages == {world.unit("NYT").id: w.Handling.LAPSED, world.unit("SLT").id: w.Handling.ARRIVED}


def test_who_is_proposed_again_after_all_is_handed_to(world):
    case = world.proposed(("NYT", Role.SOLE))
    for name in ("SLT", "NYT"):
        suggestions.propose(by=world.clerk, on=case, saying=Units((Naming(world.unit(name).id, Role.SOLE),)))
    suggestions.hand_over(by=world.head, on=case)
    arrived = Handling.objects.get(root_id=case.id, stage=w.Handling.ARRIVED)
    assert arrived.unit_id == world.unit("NYT").id


def test_the_letters_of_opinions_are_numbered_apart_from_replies(world, pair):
    world.working(pair[0], "JTT")
    opinion = world.adopted(world.advised(pair[1], "CZT"), "JTT")
    reply = world.sent(again(pair[0]), "JTT")
    assert (again(opinion).number[:5], again(reply).number[:5]) == ("澜CZT会", "澜JTT建")
    assert Paper.objects.count() == 2
