"""What the group means for each reply: shared paragraphs copied and marked, words of its own, promises that were pledged."""

from dataclasses import replace

import pytest

from build import again, at
from grouping import Groups
from jianyi.cases.commands import papers
from jianyi.cases.issued.replies import letter
from jianyi.cases.models import Paper
from jianyi.cases.queries.acts import acts_at
from jianyi.cases.queries.files import case
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Answer, Promise, Read
from jianyi.themes.queries.replies import offer
from jianyi.turn.under import Under


SHARED = "三月联合调研了三个县。\n已制定统一的服务标准。"


@pytest.fixture
def wlt(world):
    return Groups(world)


@pytest.fixture
def tasks(wlt, world):
    with at("2026-02-26"):
        tasks = wlt.tasks(2)
        return [world.working(task, "WLT", world.a_deputy(f"代表{n}")) for n, task in enumerate(tasks, 1)]


@pytest.fixture
def theme(wlt, tasks):
    with at("2026-03-03"):
        return wlt.shared(wlt.made(tasks), SHARED)


def written(wlt, world, task, text="本件已落实到点位", shared=SHARED, mark="A", promises=()):
    paper = Paper.objects.get(handling_id=task.id)
    said = replace(
        world.text(again(task), mark), answers=(Answer(1, text, "adopted", shared=shared),), promises=promises
    )
    return papers.write(by=wlt.unit.officer, on=paper, saying=said)


def test_the_letter_says_the_shared_words_and_then_its_own(wlt, world, tasks, theme):
    with at("2026-05-12"):
        paper = written(wlt, world, tasks[0])
        body = str(letter(paper, Under(paper.root)))
    assert body.index("三月联合调研了三个县。已制定统一的服务标准。") < body.index("本件已落实到点位")


def test_a_draft_keeps_what_it_took_in_and_says_that_it_changed(wlt, world, tasks, theme):
    with at("2026-05-12"):
        paper = written(wlt, world, tasks[0])
        assert not offer(case(paper.root_id, by=wlt.unit.officer), paper).stale
        wlt.shared(theme, "三月联合调研了四个县。")
        paper = again(paper)
        told = offer(case(paper.root_id, by=wlt.unit.officer), paper)
        assert (
            told.stale
            and told.paragraphs == ("三月联合调研了四个县。",)
            and paper.answers[0]["shared"] == SHARED
        )
        act = next(
            act for act in acts_at(paper, Under(paper.root), wlt.unit.officer) if act.action is A.PRESENT
        )
        assert act.ready and any("共享段落" in sentence for sentence in act.warned)


def test_nobody_outside_the_unit_is_offered_the_shared_words(wlt, world, tasks, theme):
    paper = Paper.objects.get(handling_id=tasks[0].id)
    assert offer(case(paper.root_id, by=world.clerk), paper) is None
    assert offer(case(paper.root_id, by=world.a_deputy("代表1")), paper) is None


def test_shared_words_alone_are_no_answer_wherever_they_stand(wlt, world, tasks, theme, refused):
    with at("2026-05-12"):
        for text in ("", " \n", SHARED, "已制定统一的服务标准。", "三月联合调研了三个县。。"):
            paper = written(wlt, world, tasks[0], text)
            refused("POINT_UNANSWERED", papers.present, by=wlt.unit.officer, on=paper)
        wlt.shared(theme, "新的段落。")
        paper = written(wlt, world, tasks[0], SHARED, "")
        refused("POINT_UNANSWERED", papers.present, by=wlt.unit.officer, on=paper)
        papers.present(by=wlt.unit.officer, on=written(wlt, world, tasks[0], SHARED + "本件点位已定。", ""))


def test_a_reply_cannot_be_presented_without_what_was_pledged(wlt, world, tasks, theme, refused):
    with at("2026-05-12"):
        row = wlt.pledged(wlt.found(theme)[0], tasks[0])
        paper = written(wlt, world, tasks[0], mark="B", promises=world.promised())
        told = refused("CHECKLIST_UNMET", papers.present, by=wlt.unit.officer, on=paper)
        assert "修缮古道三处" in "".join(told.reasons)
        late = Promise(1, row.pledged_item, world.promised()[0].due)
        paper = written(wlt, world, tasks[0], mark="B", promises=(late,))
        refused("CHECKLIST_UNMET", papers.present, by=wlt.unit.officer, on=paper)
        right = Promise(1, row.pledged_item, row.pledged_due)
        papers.present(by=wlt.unit.officer, on=written(wlt, world, tasks[0], mark="B", promises=(right,)))
        papers.present(by=wlt.unit.officer, on=written(wlt, world, tasks[1]))


def test_what_is_pledged_while_the_reply_is_reviewed_stops_the_signature(wlt, world, tasks, theme, refused):
    with at("2026-05-12"):
        paper = papers.present(by=wlt.unit.officer, on=written(wlt, world, tasks[0]))
        for desk in (wlt.unit.head, wlt.unit.office):
            paper = papers.pass_(by=desk, on=again(paper), saying=Read())
        paper = world.agreed(paper, "WLT")
        wlt.pledged(wlt.found(theme)[0], tasks[0])
        refused("CHECKLIST_UNMET", papers.sign, by=wlt.unit.leader, on=paper, saying=Read())


def test_a_reply_outside_any_group_is_asked_nothing(world):
    with at("2026-02-26"):
        assert world.answered().paper.sent_at
