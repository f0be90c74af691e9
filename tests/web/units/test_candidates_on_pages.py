"""What the reply seems to promise, in its editor: taken over with one press, struck with a reason; what was typed stays."""

from dataclasses import replace

import pytest

from build import again, at
from jianyi.cases.commands import papers
from jianyi.cases.models import Paper, Promise
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Answer, Read, Text
from jianyi.procedure.places import place


TEXT = "我厅将于2026年9月底前完成规划编制。继续加强监测。"


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


@pytest.fixture
def paper(world, nyt):
    with at("2026-03-02"):
        task = world.working(world.handed_over()[0])
        row = Paper.objects.get(handling_id=task.id)
        return papers.write(by=nyt.officer, on=row, saying=Text((Answer(1, TEXT, "adopted"),), "A"))


def form(paper, **more):
    return {
        "p1-text": TEXT + "𠮷村先行。",
        "p1-adoption": "adopted",
        "reply_class": "A",
        "seen": str(paper.version),
        "key": "k",
        **more,
    }


def test_the_editor_shows_each_with_its_day(nyt, paper, reader):
    with at("2026-03-03"):
        page = reader(nyt.officer).get(f"/papers/{paper.id}/").content.decode()
    assert "系统建议" in page and "我厅将于2026年9月底前完成规划编制" in page and "9 月 30 日" in page
    assert "继续加强监测" in page and "无时限" in page


def test_taken_over_it_fills_a_row_and_nothing_is_kept_yet(nyt, paper, reader):
    with at("2026-03-03"):
        client = reader(nyt.officer).client
        page = client.post(f"/papers/{paper.id}/", form(paper, take="1-1")).content.decode()
        assert 'value="2026-09-30"' in page and "𠮷村先行" in page
        assert 'name="p1-promise1-item" value="我厅将于2026年9月底前完成规划编制"' in page
        assert again(paper).promises == [] and again(paper).edition == paper.edition
        more = {"p1-promise1-item": "完成规划编制", "p1-promise1-due": "2026-09-30"}
        client.post(f"/papers/{paper.id}/", form(paper, act="write", **more))
        page = client.get(f"/papers/{paper.id}/").content.decode()
    assert [row["due"] for row in again(paper).promises] == ["2026-09-30"]
    assert "seems-1-2" not in page, "what is written as a promise is proposed no more"


def test_struck_it_asks_for_a_reason_and_keeps_what_was_typed(nyt, paper, reader):
    with at("2026-03-03"):
        client = reader(nyt.officer).client
        answer = client.post(f"/papers/{paper.id}/", form(paper, strike="1-2"))
        page = answer.content.decode()
        assert answer.status_code == 409 and "请写明为什么不列为承诺" in page and "𠮷村先行" in page
        page = client.post(
            f"/papers/{paper.id}/", form(paper, strike="1-2", **{"why-1-2": "日常工作"})
        ).content.decode()
    assert "已剔除“继续加强监测”：日常工作" in page and "𠮷村先行" in page
    row = again(paper)
    assert (row.edition, row.digest) == (paper.edition, paper.digest) and len(row.struck) == 1


def test_forged_names_of_buttons_do_no_harm(nyt, paper, reader):
    with at("2026-03-03"):
        client = reader(nyt.officer).client
        for key in ("9-9", "1-0", "x", "1-" + "9" * 30, "-", "1-\x00"):
            assert client.post(f"/papers/{paper.id}/", form(paper, take=key)).status_code in (200, 400, 409)
            assert client.post(f"/papers/{paper.id}/", form(paper, strike=key)).status_code in (400, 409)
    assert again(paper).struck == []


def test_an_edit_proposes_anew(nyt, paper):
    from jianyi.cases.facts import candidates
    from jianyi.procedure.facts.said import Striking

    with at("2026-03-03"):
        papers.strike(by=nyt.officer, on=paper, saying=Striking(1, "继续加强监测", "日常工作"))
        said = Text((Answer(1, "继续加强监测并按季通报。继续加强监测。", "adopted"),), "A")
        row = papers.write(by=nyt.officer, on=again(paper), saying=said)
        assert [each.item for _, each in candidates(row)] == ["继续加强监测并按季通报"]


def test_nobody_outside_the_unit_is_told(world, nyt, paper, reader):
    with at("2026-03-03"):
        inside = reader(nyt.head).client.get(f"/api/v1/suggestions/{paper.root_id}").json()
        outside = reader(world.clerk).client.get(f"/api/v1/suggestions/{paper.root_id}").json()
    assert [each["item"] for row in inside["papers"] for each in row["candidates"]] == [
        "我厅将于2026年9月底前完成规划编制", "继续加强监测",
    ]  # fmt: skip
    assert all(not row["candidates"] for row in outside["papers"])


# A place where what nobody looked at blocks


@pytest.fixture
def blocks(monkeypatch):
    base = place("lj-2026")
    kept = {word for word in base.switches if not isinstance(word, w.Candidates)}
    other = replace(base, switches=frozenset({*kept, w.Candidates.BLOCKS}))
    monkeypatch.setattr("jianyi.turn.under.place", lambda key: other)


def test_where_it_blocks_the_reply_goes_when_all_is_decided_and_a_tracked_class_promises(
    world, nyt, paper, reader, blocks
):
    """Editor to delivery: sent back twice by the place's rules, then presented, read, signed and sent with its promise on the ledger."""
    with at("2026-03-03"):
        client = reader(nyt.officer).client
        more = {"reply_class": "B", "act": "present"}
        answer = client.post(f"/papers/{paper.id}/", form(paper, **more, key="k1"))
        told = answer.content.decode()
        assert answer.status_code == 409 and "完成规划编制" in told and again(paper).stage is w.Paper.DRAFTING
        row = again(paper)
        page = client.post(
            f"/papers/{paper.id}/", form(row, strike="1-2", **{"why-1-2": "日常工作"}, key="k2")
        )
        assert page.status_code == 200
        row = again(paper)
        struck = client.post(f"/papers/{paper.id}/", form(row, **more, key="k3"))
        assert struck.status_code == 409 and again(paper).stage is w.Paper.DRAFTING, "one of two is left"
        row = again(paper)
        taken = {"p1-promise1-item": "我厅将于2026年9月底前完成规划编制", "p1-promise1-due": "2026-09-30"}
        answer = client.post(f"/papers/{paper.id}/", form(row, **more, **taken, key="k4"))
        assert answer.status_code == 302, answer.content.decode()
        row = again(paper)
        assert row.stage is w.Paper.AT_DESK and [each["due"] for each in row.promises] == ["2026-09-30"]
        for desk in (nyt.head, nyt.office):
            row = papers.pass_(by=desk, on=row, saying=Read())
        row = papers.sign(by=nyt.leader, on=world.agreed(row), saying=Read())
        row = papers.send(by=nyt.officer, on=row)
    (promise,) = Promise.objects.filter(paper_id=paper.id)
    assert row.stage is w.Paper.SENT and (promise.stage, str(promise.due)) == (w.Promise.MADE, "2026-09-30")


def test_where_it_blocks_striking_everything_leaves_a_tracked_class_without_a_promise(
    world, nyt, paper, reader, blocks
):
    with at("2026-03-03"):
        client = reader(nyt.officer).client
        for number, key in enumerate(("1-2", "1-1")):
            row = again(paper)
            client.post(
                f"/papers/{paper.id}/", form(row, strike=key, **{f"why-{key}": "日常工作"}, key=f"s{number}")
            )
        assert len(again(paper).struck) == 2
        for number, (kind, code) in enumerate((("B", 409), ("A", 302))):
            row = again(paper)
            said = form(row, reply_class=kind, act="present", key=f"p{number}")
            said["p1-text"] = TEXT
            answer = client.post(f"/papers/{paper.id}/", said)
            assert answer.status_code == code, (kind, answer.content.decode())
            if code == 409:
                assert "承诺" in answer.content.decode() and again(paper).stage is w.Paper.DRAFTING
