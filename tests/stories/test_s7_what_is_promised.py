"""S7: what a reply promises is followed over the turn of the year until the deputy has the last word."""

from dataclasses import replace
from datetime import date

import pytest

from build import again, at
from driving import client_of
from jianyi.cases.commands import papers, promises
from jianyi.cases.facts import candidates
from jianyi.cases.models import Ledger, Letter, Paper, Promise, Sheet
from jianyi.cases.queries.files import case
from jianyi.cases.queries.promises import kept as promises_kept
from jianyi.cases.queries.turned import turned
from jianyi.documents.store import keep
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import (
    Changing,
    Fulfilment,
    Helping,
    Kept,
    Progressing,
    Promise as Promised,
    Rated,
    Read,
    SecondReply,
    Striking,
)
from jianyi.supervision.commands import helps
from jianyi.supervision.fresh import fresh
from jianyi.supervision.queries import helps as helped
from jianyi.turn.models import Deadline


THREE = (
    Promised(1, "完成生态缓冲带规划编制", date(2026, 9, 30)),
    Promised(2, "建成缓冲带32公里", date(2027, 6, 30)),
    Promised(3, "建立管护经费机制", date(2026, 12, 31)),
)


def test_s7_1_a_reply_of_class_b_without_a_promise_is_not_presented(world, refused):
    sht = world.unit("SHT")
    with at("2026-02-26"):
        (task,) = world.handed_over(("SHT", w.Role.SOLE), points=3)
    with at("2026-02-27"):
        task = world.working(task, "SHT")
    paper = Paper.objects.get(handling_id=task.id)
    with at("2026-05-12"):
        said = world.text(again(task), "B")
        papers.write(by=sht.officer, on=paper, saying=replace(said, promises=()))
        answer = refused("CHECKLIST_UNMET", papers.present, by=sht.officer, on=paper)
        assert "B 类" in answer.reasons[0] and "0 条承诺" in answer.reasons[0]
        papers.write(by=sht.officer, on=paper, saying=replace(said, promises=THREE))
        papers.present(by=sht.officer, on=paper)
    assert [row["due"] for row in again(paper).promises] == ["2026-09-30", "2027-06-30", "2026-12-31"]


def test_s7_1_what_only_seems_to_be_promised_is_struck_with_a_reason(world, sht, refused):
    """Four candidates, three taken over by whoever wrote the reply, the fourth struck; the reviewers read why."""
    with at("2026-02-26"):
        (task,) = world.handed_over(("SHT", w.Role.SOLE), points=4)
    with at("2026-02-27"):
        task = world.working(task, "SHT")
    paper = Paper.objects.get(handling_id=task.id)
    texts = (
        "我厅将于2026年9月底前完成生态缓冲带规划编制。", "2027年6月30日前建成缓冲带32公里。", "年底前建立管护经费机制。", "继续加强监测。",
    )  # fmt: skip
    with at("2026-05-12"):
        said = world.text(again(task), "B")
        answers = tuple(replace(each, text=text) for each, text in zip(said.answers, texts, strict=True))
        papers.write(by=sht.officer, on=paper, saying=replace(said, answers=answers, promises=()))
        found = list(candidates(again(paper)))
        assert [(no, each.due) for no, each in found] == [
            (1, date(2026, 9, 30)), (2, date(2027, 6, 30)), (3, date(2026, 12, 31)), (4, None),
        ]  # fmt: skip
        three = tuple(Promised(no, each.item, each.due) for no, each in found if each.due)
        papers.write(by=sht.officer, on=again(paper), saying=replace(said, answers=answers, promises=three))
        assert [(no, each.item) for no, each in candidates(again(paper))] == [(4, "继续加强监测")]
        fourth = Striking(4, "继续加强监测", "")
        refused("REASON_REQUIRED", papers.strike, by=sht.officer, on=again(paper), saying=fourth)
        refused(
            "WRONG_ACTOR",
            papers.strike,
            by=sht.office,
            on=again(paper),
            saying=replace(fourth, reason="不是承诺"),
        )
        digest = again(paper).digest
        papers.strike(
            by=sht.officer, on=again(paper), saying=replace(fourth, reason="日常工作，没有可核验的标准")
        )
        row = again(paper)
        assert row.digest == digest and list(candidates(row)) == []
        assert [(each["no"], each["item"], each["reason"]) for each in row.struck] == [
            (4, "继续加强监测", "日常工作，没有可核验的标准")
        ]
        papers.present(by=sht.officer, on=row)
    shown = client_of(sht.head).get(f"/papers/{paper.id}/").content.decode()
    assert "继续加强监测" in shown and "日常工作，没有可核验的标准" in shown
    assert len(again(paper).promises) == 3


@pytest.fixture
def sht(world):
    return world.unit("SHT")


def proof(by, name):
    """The number of a file that somebody has brought."""
    return keep(name.encode(), name=name, kind="txt", congress=by.congress, owner=by.person).id


def a_reply_of_class_b(world, sht):
    """0006, answered on 20 May with three promises, rated on 3 June."""
    with at("2026-02-26"):
        (task,) = world.handed_over(("SHT", w.Role.SOLE), points=3)
    with at("2026-02-27"):
        task = world.working(task, "SHT")
    paper = Paper.objects.get(handling_id=task.id)
    with at("2026-05-20"):
        text = replace(world.text(again(task), "B"), promises=THREE)
        papers.write(by=sht.officer, on=paper, saying=text)
        papers.present(by=sht.officer, on=again(paper))
        for desk in (sht.head, sht.office):
            papers.pass_(by=desk, on=again(paper), saying=Read())
        papers.sign(by=sht.leader, on=world.agreed(again(paper), "SHT"), saying=Read())
        papers.send(by=sht.officer, on=again(paper))
    with at("2026-06-03"):
        papers.rate(
            by=world.deputy, on=Sheet.objects.get(paper_id=paper.id), saying=Rated("satisfied", "satisfied")
        )
    return Ledger.objects.get(paper_id=paper.id)


def kept(world, sht, row, day):
    with at(day):
        said = Kept("已经完成", attachments=(proof(sht.officer, "批复文件.txt"),))
        promises.reach(by=sht.officer, on=row, saying=said)
        promises.verify(by=sht.office, on=again(row))
        return promises.confirm(by=world.deputy, on=again(row))


def test_s7_2_progress_is_told_on_the_days_of_the_place(world, sht):
    ledger = a_reply_of_class_b(world, sht)
    days = Deadline.objects.filter(holder_id=ledger.id, limit=w.Limit.PROGRESS)
    assert days.get().due_on == date(2026, 6, 25)
    with at("2026-06-24"):
        promises.tell(by=sht.officer, on=ledger, saying=Progressing("已落实 0，推进 3。"))
        promises.respond(by=world.deputy, on=again(ledger), saying=Progressing("请说明管护由谁负责。"))
    assert days.get().due_on == date(2026, 9, 28), "the 25th is a holiday"
    file = case(ledger.root_id, by=world.deputy)
    assert [(row.by_deputy, row.counts) for row in file.told] == [(True, {"made": 3}), (False, {"made": 3})]


def test_s7_3_nothing_is_struck_off_without_evidence_and_another_hand(world, sht, refused):
    a_reply_of_class_b(world, sht)
    first = Promise.objects.get(nth=1)
    with at("2026-09-22"):
        refused("NO_EVIDENCE", promises.reach, by=sht.officer, on=first, saying=Kept("规划已经批复"))
        said = Kept("规划已经批复", attachments=(proof(sht.officer, "批复文件.txt"),))
        promises.reach(by=sht.officer, on=first, saying=said)
        refused("WRONG_ACTOR", promises.verify, by=sht.officer, on=again(first))
        promises.verify(by=sht.office, on=again(first))
    assert again(first).stage is w.Promise.VERIFIED
    with at("2026-09-24"):
        promises.confirm(by=world.deputy, on=again(first))
    with at("2026-09-28"):
        told = promises_kept(2026, by=sht.office)
    assert (told.done.number, told.due.number) == (1, 2), "1 of the 2 that are due in 2026"


def test_s7_4_a_change_is_explained_by_the_principal_and_what_is_open_goes_over_the_year(world, sht, refused):
    a_reply_of_class_b(world, sht)
    third = Promise.objects.get(nth=3)
    with at("2026-12-18"):
        promises.change(
            by=sht.officer, on=third, saying=Changing("经费渠道须重新论证", "", date(2027, 3, 31))
        )
        refused("SIGNER_NOT_ALLOWED", promises.sign_change, by=sht.leader, on=again(third))
        promises.sign_change(by=sht.principal, on=again(third))
    third = again(third)
    assert (third.due, third.first_due) == (date(2027, 3, 31), date(2026, 12, 31))
    letter = Letter.objects.get(kind="promise_changed")
    assert "代表工作委员会" in letter.data["copies"] and letter.number
    with at("2027-01-04"):
        assert [row.carried_from for row in Promise.objects.order_by("nth")] == [2026] * 3


def test_s7_5_two_townships_are_helped_and_somebody_else_looks(world, sht, refused):
    """January 2027: one measure, with its programme and place; its result has proof and a second pair of eyes."""
    ledger = a_reply_of_class_b(world, sht)
    said = Helping(
        "help", "帮助两镇治理农业面源污染，建设生态沟渠", "云浦两镇", "《云浦湖流域水环境综合治理规划》", sht.head.person, date(2027, 1, 5),
        date(2027, 6, 30),
    )  # fmt: skip
    with at("2027-01-05"):
        on = fresh("help", {"suggestion": str(ledger.root_id)}, by=sht.office)
        refused("CHECKLIST_UNMET", helps.help_, by=sht.office, on=on, saying=replace(said, place=""))
        row = helps.help_(by=sht.office, on=on, saying=said)
        assert [each.id for each in helped.listed(by=sht.office).rows] == [row.id]
        assert fresh("help", {"suggestion": str(ledger.root_id)}, by=world.unit("GAT").office) is None
    with at("2027-06-18"):
        refused("NO_EVIDENCE", helps.reach, by=sht.head, on=again(row), saying=Kept("沟渠建成"))
        shown = Kept("建成生态沟渠十二公里", attachments=(proof(sht.head, "验收单.txt"),))
        row = helps.reach(by=sht.head, on=again(row), saying=shown)
        refused("WRONG_ACTOR", helps.verify, by=sht.head, on=again(row))
        row = helps.verify(by=sht.office, on=again(row))
    assert (row.stage, row.checked_by, row.done_on) == (w.Help.DONE, sht.office.name, date(2027, 6, 18))
    assert "生态沟渠" in client_of(sht.leader).get("/help-measures/?part=done").content.decode()


def test_s7_6_only_the_deputy_makes_b_an_a(world, sht, refused):
    ledger = a_reply_of_class_b(world, sht)
    with at("2026-12-18"):
        third = Promise.objects.get(nth=3)
        promises.change(
            by=sht.officer, on=third, saying=Changing("经费渠道须重新论证", "", date(2027, 3, 31))
        )
        promises.sign_change(by=sht.principal, on=again(third))
    for nth, day in ((1, "2026-09-24"), (3, "2027-03-19"), (2, "2027-06-18")):
        kept(world, sht, Promise.objects.get(nth=nth), day)
    with at("2027-06-24"):
        promises.answer_again(by=sht.officer, on=again(ledger), saying=SecondReply("实测 32.4 公里，附图。"))
        promises.sign_second(by=sht.leader, on=again(ledger))
    ledger = again(ledger)
    due = Deadline.objects.get(holder_id=ledger.id, limit=w.Limit.FULFILMENT)
    assert (ledger.reply_class, due.due_on) == ("B", date(2027, 7, 15)) and due.why["provisional"]
    with at("2027-06-25"):
        refused("WRONG_ACTOR", promises.rate, by=sht.officer, on=ledger, saying=Fulfilment("satisfied"))
    with at("2027-06-29"):
        promises.rate(by=world.deputy, on=ledger, saying=Fulfilment("satisfied"))
    assert (again(ledger).reply_class, again(ledger).was_class) == ("A", "B")
    assert again(ledger.root).stage is w.Suggestion.RATED
    with at("2027-06-30"):
        assert [(row.unit, row.turned, row.due) for row in turned(2027, by=world.clerk)] == [
            ("", 1, 1),
            ("SHT", 1, 1),
        ]
        assert turned(2026, by=world.clerk) == [] and turned(2027, by=world.deputy) == []
        assert "1 / 1" in client_of(world.clerk).get("/promises/?year=2027").content.decode()
        told = client_of(sht.office).get("/api/v1/promises?year=2027").json()["turned"]
        assert told == [{"unit": "", "turned": 1, "due": 1}, {"unit": "SHT", "turned": 1, "due": 1}]
