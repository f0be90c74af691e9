"""Measures, promises and bases in the form of a reply: what is typed stays typed, and everybody reads what was signed."""

from dataclasses import replace
from datetime import date

import pytest

from build import again, at
from jianyi.cases.commands import papers
from jianyi.cases.models import Paper
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Promise, Read


@pytest.fixture
def paper(world):
    with at("2026-03-02"):
        world.working(world.handed_over(points=2)[0])
    return Paper.objects.get()


def written(**more):
    told = {f"p{n}__text": f"答复{n}。" for n in (1, 2)} | {f"p{n}__adoption": "adopted" for n in (1, 2)}
    return told | {"reply_class": "B", "p1__measure": "每季度调度"} | more


def test_a_reply_that_is_followed_is_not_presented_without_a_promise(world, paper, reader):
    officer = reader(world.unit("NYT").officer)
    with at("2026-03-03"):
        officer.get(f"/papers/{paper.id}/")
        refused = officer.press("present", **written())
    assert refused.status_code == 409 and "稿中有 0 条承诺" in officer.text
    assert ">每季度调度</textarea>" in officer.text
    assert officer.text.count("采纳的意见宜写明措施") == 1, "a hint at the point that has none, and no bar"


@pytest.mark.parametrize(
    "due, told", [("明天", "不是日期"), ("2026-03-03", "须在签发以后"), ("", "缺完成日期")]
)
def test_rubbish_is_told_in_a_sentence_and_stays_in_the_form(world, paper, reader, due, told):
    officer, division = reader(world.unit("NYT").officer), str(world.unit("NYT").division.id)
    row = {"p2-promise1-item": "印发<方案>", "p2-promise1-due": due, "p2-promise1-division": division}
    with at("2026-03-03"):
        officer.get(f"/papers/{paper.id}/")
        refused = officer.press("present", **written(), **row)
    assert refused.status_code == 409 and told in officer.text
    assert 'value="印发&lt;方案&gt;"' in officer.text and f'value="{due}"' in officer.text
    assert f'value="{division}" selected' in officer.text


@pytest.mark.parametrize("division", ["abc", "-1", "²", "9" * 30])
def test_a_division_that_is_none_is_refused_and_nothing_is_lost(world, paper, reader, division):
    officer = reader(world.unit("NYT").officer)
    officer.get(f"/papers/{paper.id}/")
    refused = officer.press("write", **written(), **{"p1-division": division, "basis1-title": "某条例"})
    assert refused.status_code == 409 and 'value="某条例"' in officer.text
    assert again(paper).edition == 0


def test_what_was_kept_stands_in_the_form_with_one_empty_row_more(world, paper, reader):
    officer = reader(world.unit("NYT").officer)
    row = {"p1-promise1-item": "印发方案", "p1-promise1-due": "2026-09-30", "basis1-title": "某条例"}
    with at("2026-03-03"):
        officer.get(f"/papers/{paper.id}/")
        officer.press("write", **written(), **row)
        page = officer.get(f"/papers/{paper.id}/").content.decode()
        assert 'value="印发方案"' in page and 'value="2026-09-30"' in page and 'value="某条例"' in page
        assert 'name="p1-promise2-item"' in page and 'name="p1-promise3-item"' not in page
        assert 'name="basis2-title"' in page
        officer.press("present", **written(), **row)
    assert (again(paper).stage, again(paper).edition) == (w.Paper.AT_DESK, 1), (
        "nothing changed, no new edition"
    )


def test_however_many_promises_there_are_the_form_loses_none(world, paper, reader):
    nyt = world.unit("NYT")
    said = replace(
        world.text(again(paper.handling), "B"),
        promises=tuple(Promise(1, f"第{n}件事", date(2026, 12, 31)) for n in range(1, 31)),
    )
    with at("2026-03-03"):
        papers.write(by=nyt.officer, on=paper, saying=said)
        officer = reader(nyt.officer)
        officer.get(f"/papers/{paper.id}/")
        officer.press("write", p2__text="改一处。")
    kept = again(paper)
    assert kept.edition == 2 and len(kept.promises) == 30 and kept.promises[-1]["item"] == "第30件事"


def test_unsent_rows_come_back(world, paper, reader):
    officer = reader(world.unit("NYT").officer)
    told = {
        "p1-text": "写到一半",
        "p1-promise1-item": "印发方案",
        "p1-promise1-due": "2026-09",
        "version": "0",
    }
    assert officer.client.post(f"/buffers/paper-{paper.id}/", told).status_code == 200
    page = officer.get(f"/papers/{paper.id}/").content.decode()
    assert "写到一半" in page and 'value="印发方案"' in page and 'value="2026-09"' in page


def test_desk_deputy_and_congress_read_what_is_promised(world, paper, reader):
    nyt = world.unit("NYT")
    officer, head, deputy = reader(nyt.officer), reader(nyt.head), reader(world.deputy)
    row = {
        "p1-promise1-item": "印发方案",
        "p1-promise1-due": "2026-09-30",
        "p1-division": str(nyt.division.id),
    }
    with at("2026-03-03"):
        officer.get(f"/papers/{paper.id}/")
        officer.press("write", **written(), **row)
        changed = {**row, "p1-promise1-due": "2026-12-31", "basis1-title": "某条例"}
        officer.press("present", **written(), **changed)
        page = head.get(f"/papers/{paper.id}/").content.decode()
        assert "<del>9</del><ins>12</ins>" in page and "<ins>以上答复依据：《某条例》。</ins>" in page
        assert "第 2 条采纳而未写措施" in page and "1 项，本类答复须跟踪落实" in page
        papers.pass_(by=nyt.head, on=again(paper), saying=Read())
        papers.pass_(by=nyt.office, on=again(paper), saying=Read())
        world.shown(again(paper))
        told = deputy.get(f"/suggestions/{paper.root_id}/").content.decode()
        for part in (
            "每季度调度",
            "责任处室：</span>NYT一处",
            "承诺：2026年12月31日前，印发方案",
            "《某条例》",
        ):
            assert part in told, part
        deputy.press(where="/accept_draft/")
        papers.sign(by=nyt.leader, on=again(paper), saying=Read())
        papers.send(by=nyt.officer, on=again(paper))
    for by in (world.deputy, world.clerk, nyt.office):
        page = reader(by).get(f"/suggestions/{paper.root_id}/").content.decode()
        assert "承诺：2026年12月31日前，印发方案" in page and "《某条例》" in page, by.name
