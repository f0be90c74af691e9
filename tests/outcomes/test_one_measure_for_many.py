"""举一反三: a measure is linked to what is like it; a golden idea ends in an outcome; past replies are linked as well (源 H8, G9)."""

from datetime import timedelta

import pytest

from build import again, at
from jianyi.cases.commands import handlings, ideas, past
from jianyi.cases.models import Contact, Idea, Past
from jianyi.kit import clock
from jianyi.outcomes.commands import outcomes as commands
from jianyi.outcomes.models import Link
from jianyi.outcomes.queries.files import file
from jianyi.outcomes.queries.lists import about, of_ideas, of_past
from jianyi.outcomes.queries.similar import similar_cases, similar_pasts
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Landing, Linking, Met, Replied
from jianyi.procedure.words import Role


TITLE = "关于加强云浦湖湖滨缓冲带建设的建议"


@pytest.fixture
def cases(world):
    """One about the shore of a lake, two earlier ones like it, one of something else, one like it in another unit."""
    titles = ("关于推进湖滨缓冲带建设的建议", "关于湖滨生态缓冲带建设和管护的建议", "关于整治夜间噪声的建议")
    with at("2026-02-26"):
        found = [world.handed_over(("WLT", Role.SOLE), title=title)[0] for title in (*titles, TITLE)]
        world.handed_over(("NYT", Role.SOLE), title="关于湖滨缓冲带建设的建议")
    return found


def test_what_is_like_it_is_offered_the_likest_first_and_nothing_of_another_unit(world, credits, cases):
    first, second, noise, own = cases
    found = similar_cases([TITLE], credits.new(), by=credits.unit.office, without=[own.root_id])
    assert [like.row.id for like in found] == [first.root_id, second.root_id] and found[0].share > found[
        1
    ].share
    assert noise.root_id not in {like.row.id for like in found}
    assert similar_cases(["关于"], credits.new(), by=credits.unit.office) == []
    assert similar_cases(["渡口"], credits.new(), by=credits.unit.office) == []


def test_one_measure_is_shown_with_each_of_the_three(world, credits, cases):
    first, second, _, own = cases
    with at("2027-01-15"):
        row = credits.measure(own, first, second)
        assert row.systemic and all(
            about(task.root_id, by=world.clerk) == [row] for task in (own, first, second)
        )
        assert about(cases[2].root_id, by=world.clerk) == []


def kept(world, title="湖滨缓冲带建设答复", unit="WLT"):
    row = Past(congress_id=world.congress.id, place=world.place)
    return past.keep(by=world.clerk, on=row, saying=Replied(title, "0007", "某代表", unit, "A", "", "正文"))


def test_a_past_reply_is_offered_linked_and_says_what_came_of_it(world, credits, cases, refused):
    with at("2027-01-10"):
        old, other = kept(world), kept(world, unit="NYT")
        found = similar_pasts([TITLE], credits.new(), by=credits.unit.officer)
        assert [like.row.id for like in found] == [old.id] and other.id not in {like.row.id for like in found}
        row = credits.measure(cases[0], pasts=(old.id,))
        assert of_past(old.id, by=world.clerk) == [row] and of_past(old.id, by=world.deputy) == [row]
        assert of_past(old.id, by=world.a_deputy("温知")) == []
        gone = past.remove(by=world.clerk, on=other, saying=Because("重复"))
        refused(
            "CHECKLIST_UNMET",
            commands.link,
            by=credits.unit.officer,
            on=row,
            saying=Linking(pasts=(gone.id,)),
        )


@pytest.fixture
def idea(world, credits):
    """Noted in a talk and confirmed by the deputy."""
    with at("2026-02-26"):
        (task,) = world.handed_over(("WLT", Role.SOLE))
    with at("2026-03-04"):
        task = world.routed(task, "WLT")
        said = Met(
            "before", "phone", clock.now() - timedelta(hours=1), "云浦", (world.deputy.person,), (credits.unit.officer.person,), "",
            "说明思路", golden_idea="按坡度分级补贴",
        )  # fmt: skip
        row = handlings.record_contact(by=credits.unit.officer, on=Contact.of(task), saying=said)
        handlings.confirm_contact(by=world.deputy, on=row)
    return Idea.objects.get()


def test_a_golden_idea_that_was_taken_up_ends_in_its_outcome(world, credits, idea, refused):
    officer = credits.unit.officer
    with at("2026-06-01"):
        said = credits.crediting(ideas=(idea.id,), kind="decision", name="分级补贴通知")
        answer = refused("CHECKLIST_UNMET", commands.credit, by=officer, on=credits.new(), saying=said)
        assert "已采纳" in answer.reasons[0]
        landing = Landing("daily", "农机补贴", "分级补贴通知")
        idea = ideas.take_up(by=officer, on=again(idea), saying=landing)
        row = credits.registered(ideas=(idea.id,), kind="decision", name="分级补贴通知")
    link = Link.objects.get()
    assert (link.suggestion_id, link.idea_id, link.stage) == (idea.root_id, idea.id, w.Link.COUNTED)
    assert of_ideas([idea.id], by=world.deputy) == {idea.id: [row]} and about(
        idea.root_id, by=world.deputy
    ) == [row]
    assert list(file(row.id, by=world.deputy).ideas) == [idea.id]
