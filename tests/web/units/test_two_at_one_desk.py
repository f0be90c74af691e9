"""Two who work on one paper at the same time, each on a page of their own: one counts, the other is told and loses nothing."""

import pytest

from build import again, at
from jianyi.cases.commands import papers
from jianyi.console.checking import violations
from jianyi.journal.chain import first_bad_line
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Read
from jianyi.procedure.refusals import Refused
from jianyi.procedure.words import Duty


WHY = "第1条请写明由谁执行"


@pytest.fixture(autouse=True)
def today():
    with at("2026-03-04"):
        yield


@pytest.fixture
def paper(world):
    """Passed by its division; two of the unit's office may pass it on."""
    nyt = world.unit("NYT")
    written = world.written(world.working(world.handed_over()[0]))
    presented = papers.present(by=nyt.officer, on=written)
    return papers.pass_(by=nyt.head, on=presented, saying=Read())


@pytest.fixture
def other(world):
    return world.person("办公室副主任", (world.unit("NYT").organisation, Duty.UNIT_OFFICE))


def opened(reader, by, paper, more=""):
    page = reader(by)
    assert page.get(f"/papers/{paper.id}/{more}").status_code == 200
    return page


def is_told(page, *kept):
    """Refused in a sentence with its code, and what was typed is still there."""
    assert page.answer.status_code == 409
    assert "内容已有变动" in page.text and "CHANGED_MEANWHILE" in page.text
    assert all(part in page.text for part in kept)


def is_whole(paper):
    assert first_bad_line(again(paper.handling.root)) is None
    assert not {name: found for name, (_, found) in violations().items() if found}


def test_sent_back_and_then_passed_by_another(world, paper, other, reader):
    one, two = opened(reader, world.unit("NYT").office, paper), opened(reader, other, paper)
    assert one.press("send_back", reason=WHY).status_code == 200
    two.press("pass")
    is_told(two)
    assert (again(paper).stage, again(paper).sent_back) == (w.Paper.DRAFTING, WHY)
    is_whole(paper)


def test_passed_and_then_sent_back_by_another(world, paper, other, reader):
    one, two = opened(reader, world.unit("NYT").office, paper), opened(reader, other, paper)
    assert one.press("pass").status_code == 200
    two.press("send_back", reason=WHY)
    is_told(two, WHY)
    assert (again(paper).stage, again(paper).sent_back) == (w.Paper.CLEARED, "")
    is_whole(paper)


def test_passed_by_two(world, paper, other, reader):
    one, two = opened(reader, world.unit("NYT").office, paper), opened(reader, other, paper)
    one.press("pass")
    two.press("pass")
    is_told(two)
    assert again(paper).stage is w.Paper.CLEARED
    is_whole(paper)


def test_what_the_desk_writes_while_another_passes_it_is_kept_for_the_writer_alone(
    world, paper, other, reader
):
    one, two = opened(reader, world.unit("NYT").office, paper), opened(reader, other, paper, "?edit=1")
    one.press("pass")
    two.press("write", p1__text="由农机处在九月底前办结。")
    is_told(two, "由农机处在九月底前办结。")
    assert (again(paper).stage, again(paper).edition) == (w.Paper.CLEARED, 1)
    is_whole(paper)


def test_who_read_the_text_before_the_drafter_changed_it_passes_nothing(world, paper, other, reader):
    """Sent back by one, changed and presented again by the drafter: the other still has the old text before them."""
    nyt = world.unit("NYT")
    two = opened(reader, other, paper)
    back = papers.send_back(by=nyt.office, on=paper, saying=Because(WHY))
    changed = papers.write(by=nyt.officer, on=back, saying=world.text(paper.handling, note="已写明由谁执行"))
    papers.pass_(by=nyt.head, on=papers.present(by=nyt.officer, on=changed), saying=Read())
    two.press("pass")
    is_told(two)
    with pytest.raises(Refused) as refusal:
        papers.pass_(by=other, on=again(paper), saying=Read(paper.digest))
    assert refusal.value.code == "CHANGED_MEANWHILE" and "看过新稿" in refusal.value.reasons[0]
    assert (again(paper).stage, again(paper).desks_left) == (w.Paper.AT_DESK, ["office"])
    is_whole(paper)


def test_what_the_drafter_still_writes_when_it_is_presented_and_passed_is_kept_for_them(world, paper, reader):
    """Two windows of one drafter: in the first it was presented, in the second they go on writing."""
    nyt = world.unit("NYT")
    back = papers.send_back(by=nyt.office, on=paper, saying=Because(WHY))
    late = opened(reader, nyt.officer, back)
    presented = papers.present(by=nyt.officer, on=back)
    papers.pass_(by=nyt.office, on=presented, saying=Read())
    late.press("write", p1__text="后来写的一段。")
    is_told(late, "后来写的一段。")
    assert (again(paper).stage, again(paper).edition) == (w.Paper.CLEARED, 1)
    is_whole(paper)


# Pages that have a step to themselves


def test_who_was_told_that_it_has_changed_can_go_on_from_there(world, paper, other, reader):
    """What was typed stays, and pressed again it goes by what the page shows now: else it would be refused for ever."""
    address = f"/act/handling/{paper.handling_id}/mark_major/"
    one, two = reader(world.unit("NYT").office), reader(other)
    one.get(address), two.get(address)
    assert one.press(where="", reason="涉及面广，群众反映集中").status_code == 200
    two.press(reason="省领导批示")
    is_told(two, "省领导批示")
    assert two.press().status_code == 200
    assert again(paper.handling).major_reason == "省领导批示"


def test_the_page_of_a_step_that_was_taken_already_can_be_used_again(world, paper, reader):
    """Back in the browser to the form that was sent, other words written, and sent again."""
    address = f"/act/handling/{paper.handling_id}/mark_major/"
    page = reader(world.unit("NYT").office)
    page.get(address)
    sent, there = page.answer, page.address
    page.press(reason="涉及面广")
    page.answer, page.address = sent, there
    page.press(reason="省领导批示")
    assert page.answer.status_code == 409 and "KEY_REUSED" in page.text and "省领导批示" in page.text
    assert page.press().status_code == 200
    assert again(paper.handling).major_reason == "省领导批示"
