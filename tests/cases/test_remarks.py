"""Remarks on a draft: made inside the unit, answered by the drafter, settled by their maker, ended with the text."""

import pytest

from build import again, at
from jianyi.cases.commands import papers, remarks
from jianyi.cases.models import Remark
from jianyi.cases.queries.files import case
from jianyi.parties.models import Organisation
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Answering, Because, Read, Remarking
from jianyi.turn.models import Notice, WorkItem


PASSAGE = "第1条答复"


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


@pytest.fixture
def paper(world):
    with at("2026-03-02"):
        return world.written(world.working(world.handed_over(points=2)[0]))


def remarked(by, paper, text="请写明完成时限", point=1, passage=PASSAGE, digest=""):
    said = Remarking(point, passage, text, digest)
    with at("2026-03-02T10:00"):
        return remarks.remark(by=by, on=Remark.about(again(paper)), saying=said)


def answered(by, row):
    return remarks.answer(by=by, on=row, saying=Answering("已补写时限"))


def waiting(who, track="remark"):
    return [row.action for row in WorkItem.objects.filter(track=track, person_id=who.person)]


def told(who):
    return [row.action for row in Notice.objects.filter(track="remark", person_id=who.person)]


def rewritten(world, nyt, paper, note="改过的结尾"):
    return papers.write(by=nyt.officer, on=again(paper), saying=world.text(paper.handling, note=note))


def test_a_remark_is_a_task_of_the_drafter_and_its_answer_one_of_its_maker(nyt, paper):
    row = remarked(nyt.head, paper)
    assert row.stage is w.Remark.OPEN and (row.edition, row.digest) == (1, paper.digest)
    assert waiting(nyt.officer) == ["answer"] and told(nyt.officer) == ["remark"]
    row = answered(nyt.officer, row)
    assert row.stage is w.Remark.ANSWERED and waiting(nyt.officer) == []
    assert waiting(nyt.head) == ["accept"] and told(nyt.head) == ["answer"]
    row = remarks.accept(by=nyt.head, on=row)
    assert row.stage is w.Remark.SETTLED and waiting(nyt.head) == []


def test_whoever_may_read_the_draft_may_remark_and_nobody_else(world, nyt, paper, refused):
    for who in (nyt.office, nyt.leader, nyt.principal, nyt.head, nyt.officer):
        assert remarked(who, paper).maker_id == who.person
    said = Remarking(0, "", "外人的话")
    for who in (world.unit("JTT").office, world.unit("JTT").officer, world.clerk, world.head, world.deputy):
        refused("WRONG_ACTOR", remarks.remark, by=who, on=Remark.about(paper), saying=said)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"note": " "}, "REASON_REQUIRED"),
        ({"point": 3}, "CHECKLIST_UNMET"),
        ({"passage": "稿件里没有的话"}, "CHECKLIST_UNMET"),
        ({"point": 2}, "CHECKLIST_UNMET"),
        ({"digest": "0" * 64}, "CHANGED_MEANWHILE"),
    ],
)
def test_what_is_no_remark_is_told(nyt, paper, refused, wrong, code):
    plain = {"point": 1, "passage": PASSAGE, "note": "请写明时限", "digest": "", **wrong}
    refused(code, remarks.remark, by=nyt.head, on=Remark.about(paper), saying=Remarking(**plain))


def test_a_passage_may_lose_its_line_breaks_while_it_is_copied(nyt, paper):
    assert remarked(nyt.head, paper, passage="第1条\n 答复").still_stands
    assert remarked(nyt.head, paper, point=0, passage="第2条答复").still_stands


def test_nothing_is_remarked_before_there_is_a_text(world, nyt, refused):
    from jianyi.cases.models import Paper

    with at("2026-03-02"):
        task = world.working(world.handed_over()[0])
    blank = Remark.about(Paper.objects.get(handling_id=task.id))
    refused("TOO_EARLY", remarks.remark, by=nyt.head, on=blank, saying=Remarking(0, "", "写什么"))


def test_it_stays_with_its_edition_and_says_whether_its_words_still_stand(world, nyt, paper):
    row = remarked(nyt.head, paper)
    rewritten(world, nyt, paper)
    (kept,) = case(row.root_id, by=nyt.head).remarks
    assert kept.edition == 1 and kept.still_stands
    text = world.text(paper.handling)
    changed = type(text)(
        tuple(type(a)(a.no, f"改写{a.no}", a.adoption) for a in text.answers), text.reply_class
    )
    papers.write(by=nyt.officer, on=again(paper), saying=changed)
    (kept,) = case(row.root_id, by=nyt.head).remarks
    assert kept.edition == 1 and not kept.still_stands


def test_only_the_drafter_answers_and_only_the_maker_settles(nyt, paper, refused):
    row = remarked(nyt.head, paper)
    refused("REASON_REQUIRED", remarks.answer, by=nyt.officer, on=row, saying=Answering(" "))
    refused("WRONG_ACTOR", remarks.answer, by=nyt.office, on=row, saying=Answering("代答"))
    refused("WRONG_ACTOR", remarks.take_off, by=nyt.officer, on=row)
    row = answered(nyt.officer, row)
    for who in (nyt.office, nyt.officer, nyt.leader):
        refused("WRONG_ACTOR", remarks.accept, by=who, on=row)


def test_its_maker_insists_with_a_reason_or_takes_it_off(nyt, paper, refused):
    row = answered(nyt.officer, remarked(nyt.head, paper))
    refused("REASON_REQUIRED", remarks.insist, by=nyt.head, on=row, saying=Because(" "))
    row = remarks.insist(by=nyt.head, on=row, saying=Because("时限仍不具体"))
    assert row.stage is w.Remark.OPEN and row.answer and waiting(nyt.officer) == ["answer"]
    row = remarks.accept(by=nyt.head, on=answered(nyt.officer, row))
    row = remarks.insist(by=nyt.head, on=row, saying=Because("会议另有意见"))
    row = remarks.take_off(by=nyt.head, on=row)
    assert row.stage is w.Remark.WITHDRAWN and waiting(nyt.officer) == [] == waiting(nyt.head)
    refused("TOO_LATE", remarks.insist, by=nyt.head, on=row, saying=Because("还是要"))


def test_what_is_open_falls_when_the_paper_is_signed_and_what_is_settled_stays(world, nyt, refused):
    with at("2026-03-02"):
        paper = world.ready(world.working(world.handed_over(points=2)[0]))
        settled, open_, said = (remarked(nyt.office, paper) for _ in range(3))
        settled = remarks.accept(by=nyt.office, on=answered(nyt.officer, settled))
        answered(nyt.officer, said)
        paper = papers.sign(by=nyt.leader, on=again(paper), saying=Read())
    stages = [again(row).stage for row in (settled, open_, said)]
    assert stages == [w.Remark.SETTLED, w.Remark.LAPSED, w.Remark.LAPSED] and waiting(nyt.officer) == []
    refused("TOO_LATE", remarks.insist, by=nyt.office, on=again(settled), saying=Because("再改"))
    late = Remark.about(again(paper))
    refused("TOO_LATE", remarks.remark, by=nyt.office, on=late, saying=Remarking(0, "", "晚了"))


def test_it_falls_when_the_task_goes_elsewhere(world, nyt, paper):
    row = remarked(nyt.head, paper)
    with at("2026-03-05"):
        world.granted(again(paper.handling), "NYT", "JTT")
    assert again(row).stage is w.Remark.LAPSED


def ruled(nyt):
    Organisation.objects.filter(id=nyt.organisation.id).update(rule={"remarks_block": True})


def test_they_hold_nothing_up_unless_the_unit_says_so(nyt, paper):
    remarked(nyt.head, paper)
    assert papers.present(by=nyt.officer, on=again(paper)).stage is w.Paper.AT_DESK


def test_where_the_unit_says_so_each_must_be_answered_before_it_is_presented_and_signed(world, nyt, refused):
    ruled(nyt)
    with at("2026-03-02"):
        paper = world.written(world.working(world.handed_over(points=2)[0]))
    row = remarked(nyt.head, paper)
    answer = refused("CHECKLIST_UNMET", papers.present, by=nyt.officer, on=again(paper))
    assert f"{nyt.head.name} 1 条" in answer.reasons[0] and f"请经办人{nyt.officer.name}" in answer.reasons[0]
    answered(nyt.officer, row)
    papers.present(by=nyt.officer, on=again(paper))
    papers.pass_(by=nyt.head, on=again(paper), saying=Read())
    late = remarked(nyt.leader, paper)
    with at("2026-03-02T11:00"):
        papers.pass_(by=nyt.office, on=again(paper), saying=Read())
        world.agreed(again(paper))
        refused("CHECKLIST_UNMET", papers.sign, by=nyt.leader, on=again(paper), saying=Read())
        remarks.take_off(by=nyt.leader, on=again(late))
        assert papers.sign(by=nyt.leader, on=again(paper), saying=Read()).stage is w.Paper.SIGNED


def test_remarks_and_their_lines_stay_inside_the_unit(world):
    """The lead unit and the co-unit each have their own; an opinion's go no further with it either."""
    with at("2026-03-02"):
        lead, helping = world.handed_over(("NYT", w.Role.LEAD), ("JTT", w.Role.CO), points=2)
        world.working(lead)
        opinion = world.written(world.working(helping, "JTT"), "JTT")
    row = remarked(world.unit("JTT").head, opinion)
    for reader in (world.unit("JTT").office, world.unit("JTT").officer, world.unit("JTT").principal):
        file = case(row.root_id, by=reader)
        assert [each.id for each in file.remarks] == [row.id]
        assert [line.action for line in file.lines if line.subject == str(row)] == ["remark"]
    nyt = world.unit("NYT")
    for reader in (nyt.office, nyt.officer, nyt.leader, world.deputy, world.clerk, world.head):
        file = case(row.root_id, by=reader)
        assert not file.remarks and not [line for line in file.lines if line.subject == str(row)]
