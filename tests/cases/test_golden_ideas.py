"""A golden idea is followed from the contact in which it was noted until it is said what becomes of it."""

import pytest

from build import again, at
from jianyi.cases.commands import handlings, ideas, suggestions
from jianyi.cases.models import Contact, Idea, Sheet, Withdrawal
from jianyi.cases.queries.files import case
from jianyi.cases.queries.ideas import of_house
from jianyi.kit import clock
from jianyi.notices.queries import notices
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Confirming, Landing, Met, SettingAside, Studying
from jianyi.turn.models import WorkItem


SLOPE = "按坡度分级补贴"
WHERE = Landing("daily", "农机购置补贴发放", "分级补贴通知")


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


@pytest.fixture
def contact(world, nyt):
    with at("2026-02-26"):
        task = world.routed(world.handed_over()[0])
    with at("2026-03-04"):
        return noted(world, task)


def noted(world, task, idea=SLOPE, by=None):
    said = Met("before", "phone", clock.now(), "", (world.deputy.person,), (), "经办人", "说明思路", "", idea)
    by = by or world.unit("NYT").officer
    return handlings.record_contact(by=by, on=Contact.of(task), saying=said)


@pytest.fixture
def idea(world, contact):
    with at("2026-03-05"):
        handlings.confirm_contact(by=world.deputy, on=contact)
    return Idea.objects.get()


def told(by):
    return [(row.track, row.action) for row in notices(by=by).rows if row.track == "idea"]


def test_it_is_followed_once_the_deputy_lets_the_record_stand(world, nyt, contact):
    assert Idea.objects.get().stage is w.Idea.NEW
    with at("2026-03-05"):
        handlings.confirm_contact(by=world.deputy, on=contact)
    row = Idea.objects.get()
    assert (row.stage, row.text) == (w.Idea.NOTED, SLOPE)
    assert told(nyt.officer) == [("idea", "note")]
    waits = WorkItem.objects.get(track="idea")
    assert (waits.person_id, waits.action) == (nyt.officer.person, A.STUDY.value)


def test_a_contact_without_an_idea_leaves_none(world):
    with at("2026-03-04"):
        noted(world, world.routed(world.handed_over()[0]), "  ")
    assert not Idea.objects.exists()


def test_what_the_deputy_disputes_is_not_followed(world, contact):
    with at("2026-03-05"):
        handlings.dispute_contact(by=world.deputy, on=contact, saying=Confirming("没有这次通话"))
    assert Idea.objects.get().stage is w.Idea.LAPSED
    assert not WorkItem.objects.filter(track="idea").exists()


def test_it_is_studied_taken_up_and_every_change_is_told_to_the_deputy(world, nyt, idea, refused):
    refused("REASON_REQUIRED", ideas.study, by=nyt.officer, on=idea, saying=Studying(" "))
    refused("WRONG_ACTOR", ideas.study, by=nyt.head, on=idea, saying=Studying("推广处研究"))
    row = ideas.study(by=nyt.officer, on=idea, saying=Studying("推广处研究，4 月底前有结果"))
    assert (row.stage, row.outcome) == (w.Idea.STUDIED, "研究中")
    refused("CHECKLIST_UNMET", ideas.take_up, by=nyt.officer, on=row, saying=Landing("daily", " "))
    row = ideas.take_up(by=nyt.officer, on=row, saying=WHERE)
    assert (row.outcome, row.goes_into) == ("已采纳→《分级补贴通知》", "列入日常工作：农机购置补贴发放")
    assert row.reason == "", "how it was studied is over"
    row = ideas.change(by=nyt.officer, on=row, saying=Landing("project", "农机推广工程"))
    assert row.outcome == "已采纳→农机推广工程"
    assert told(world.deputy) == [("idea", "change"), ("idea", "take_up"), ("idea", "study")]


def test_it_is_set_aside_for_a_reason_and_may_be_taken_up_later(world, nyt, idea, refused):
    refused("REASON_REQUIRED", ideas.set_aside, by=nyt.officer, on=idea, saying=SettingAside(""))
    row = ideas.set_aside(by=nyt.officer, on=idea, saying=SettingAside("暂无资金来源"))
    assert (row.stage, row.reason) == (w.Idea.SET_ASIDE, "暂无资金来源")
    assert ideas.take_up(by=nyt.officer, on=row, saying=WHERE).stage is w.Idea.TAKEN_UP
    refused("TOO_LATE", ideas.set_aside, by=nyt.officer, on=row, saying=SettingAside("又不采纳"))


def test_it_may_land_after_the_case_is_closed(world, nyt):
    with at("2026-02-26"):
        task = world.routed(world.handed_over()[0])
        handlings.confirm_contact(by=world.deputy, on=noted(world, task))
        world.sent(handlings.begin(by=nyt.officer, on=task))
        world.rate(Sheet.objects.get())
        closed = suggestions.close(by=world.clerk, on=again(task.root))
    assert closed.stage is w.Suggestion.CLOSED
    with at("2026-06-01"):
        assert (
            ideas.take_up(by=nyt.officer, on=Idea.objects.get(), saying=WHERE).outcome
            == "已采纳→《分级补贴通知》"
        )


def test_it_is_not_followed_any_more_where_the_task_has_ended(world, nyt, idea):
    with at("2026-03-06"):
        suggestions.ask_withdrawal(
            by=world.deputy, on=Withdrawal.of(again(idea.root)), saying=Because("事项已另行解决")
        )
    assert again(idea).stage is w.Idea.LAPSED and told(world.deputy) == [("idea", "lapse")]


def test_who_reads_the_record_of_the_contact_reads_the_idea(world, nyt, idea):
    for by in (world.deputy, world.clerk, nyt.office, nyt.officer):
        assert case(idea.root_id, by=by).ideas == [idea], by.name
    assert case(idea.root_id, by=world.unit("JTT").office) is None


def test_the_list_of_a_house_is_its_own(world, nyt, idea):
    with at("2026-03-06"):
        other = world.routed(world.handed_over(("JTT", w.Role.SOLE))[0], "JTT")
        noted(world, other, "错峰施工", world.unit("JTT").officer)
    assert [row.text for row in of_house(by=nyt.office).rows] == [SLOPE]
    assert [row.text for row in of_house(by=nyt.officer, stage="noted").rows] == [SLOPE]
    assert of_house(by=nyt.office, stage="taken_up").rows == []
    assert of_house(by=world.deputy).rows == [] and of_house(by=world.clerk).rows == []
