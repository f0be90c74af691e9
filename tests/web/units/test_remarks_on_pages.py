"""Remarks beside the draft: made, answered and settled on the pages of the paper, and over the interface."""

import pytest
from test_rules_of_a_unit import rules

from build import again, at
from jianyi.cases.commands import papers, remarks
from jianyi.cases.models import Remark
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Answer, Remarking, Text


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


@pytest.fixture
def paper(world):
    with at("2026-03-02"):
        return world.written(world.working(world.handed_over(points=2)[0]))


def remarked(by, paper, note="请写明完成时限", passage="第1条答复"):
    with at("2026-03-02T10:00"):
        said = Remarking(1, passage, note)
        return remarks.remark(by=by, on=Remark.about(again(paper)), saying=said)


def test_a_remark_is_made_answered_and_accepted_by_pressing_what_stands_there(nyt, paper, reader):
    head, officer = reader(nyt.head), reader(nyt.officer)
    head.get(f"/papers/{paper.id}/")
    head.press(where="/act/remark/new/", point="1", passage="第1条答复", note="请写明完成时限")
    row = Remark.objects.get()
    assert (
        row.stage is w.Remark.OPEN
        and "请写明完成时限" in head.text
        and head.address == f"/papers/{paper.id}/"
    )
    officer.get(f"/papers/{paper.id}/")
    assert "1 条没有回应" in officer.text and "<mark>第1条答复</mark>" in officer.text
    officer.get(f"/act/remark/{row.id}/answer/?next=/papers/{paper.id}/")
    assert "所引原文" in officer.text and nyt.head.name in officer.text
    officer.press(where="", answer="已补写到十月底")
    assert "已补写到十月底" in officer.text and "条没有回应" not in officer.text
    head.get(f"/act/remark/{row.id}/accept/?next=/papers/{paper.id}/")
    head.press()
    assert again(row).stage is w.Remark.SETTLED and "已认可" in head.text


def test_what_was_refused_keeps_what_was_typed(nyt, paper, reader):
    head = reader(nyt.head)
    head.get(f"/papers/{paper.id}/")
    head.press(where="/act/remark/new/", point="2", passage="稿件里没有", note="请改")
    assert head.answer.status_code == 409 and "找不到" in head.text and "请改" in head.text
    assert 'value="2" selected' in head.text
    head.address = "/act/remark/new/remark/"  # the refused form is sent to where it stands
    head.press(passage="第2条答复")
    assert Remark.objects.get().point == 2


def test_the_words_are_marked_in_the_text_until_they_are_gone(world, nyt, paper, reader):
    remarked(nyt.head, paper)
    leader = reader(nyt.leader)
    page = leader.get(f"/papers/{paper.id}/").content.decode()
    assert page.count("<mark>第1条答复</mark>") == 2 and "原文已改" not in page
    with at("2026-03-03"):
        text = Text((Answer(1, "全部改写。", "adopted"), Answer(2, "第2条答复", "adopted")), "A")
        papers.write(by=nyt.officer, on=again(paper), saying=text)
    page = leader.get(f"/papers/{paper.id}/").content.decode()
    assert "<mark>" not in page and "原文已改" in page and "第 1 稿 · 第 1 条" in page


def test_a_mark_is_cut_where_the_comparison_changes(world, nyt, paper, reader):
    with at("2026-03-03"):
        text = Text((Answer(1, "第1条新答复", "adopted"), Answer(2, "第2条答复", "adopted")), "A")
        papers.write(by=nyt.officer, on=again(paper), saying=text)
        remarked(nyt.head, paper, passage="1条新答复")
    page = reader(nyt.leader).get(f"/papers/{paper.id}/").content.decode()
    assert "<mark><ins>新</ins></mark>" in page and "<mark>答复</mark>" in page


def test_the_unit_lets_open_remarks_hold_a_paper_up(world, nyt, paper, reader, sign_in):
    office = sign_in(None, nyt.office)
    there, said = rules(world, remarks_block="1")
    assert "规则已保存" in office.post(there, said, follow=True).content.decode()
    assert 'name="remarks_block" value="1" checked' in office.get(there).content.decode()
    remarked(nyt.head, paper)
    officer = reader(nyt.officer)
    officer.get(f"/papers/{paper.id}/")
    assert "不能送审、签发" in officer.text
    officer.press("present", p1_text="第1条答复")
    assert officer.answer.status_code == 409 and f"{nyt.head.name} 1 条" in officer.text


def test_nobody_outside_finds_a_remark(world, nyt, paper, sign_in):
    row = remarked(nyt.head, paper, note="只给自己人看的话")
    for who in (world.unit("JTT").office, world.clerk, world.head, world.deputy):
        browser = sign_in(None, who)
        assert browser.get(f"/papers/{paper.id}/").status_code == 404
        page = browser.get(f"/act/remark/{row.id}/answer/")
        assert "只给自己人看的话" not in page.content.decode()
        case_page = browser.get(f"/suggestions/{row.root_id}/").content.decode()
        assert "批注" not in case_page and "只给自己人看的话" not in case_page
