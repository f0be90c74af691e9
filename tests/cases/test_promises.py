"""What a reply promises stands in it, point by point, with a day; what needs following until it is done promises something."""

from dataclasses import replace
from datetime import date

import pytest

from build import again, at
from jianyi.cases.commands import papers
from jianyi.cases.issued.files import document
from jianyi.cases.models import Edition, Letter
from jianyi.documents.letters.webpage import page
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Answer, Basis, Because, Promise, Read, Text


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


@pytest.fixture
def paper(world):
    with at("2026-03-02"):
        return world.written(world.working(world.handed_over(points=2)[0]))


def text(*promises, reply_class="B", bases=(), division=0):
    answers = (Answer(1, "已经部署", "adopted", "每季度调度一次", division), Answer(2, "部分先行", "partly"))
    return Text(answers, reply_class, promises=promises, bases=bases)


def presented(nyt, paper, said, day="2026-03-03"):
    with at(day):
        return papers.present(by=nyt.officer, on=papers.write(by=nyt.officer, on=paper, saying=said))


def test_a_class_that_is_followed_promises_at_least_one_thing(nyt, paper, refused):
    with at("2026-03-03"):
        papers.write(by=nyt.officer, on=paper, saying=text())
        answer = refused("CHECKLIST_UNMET", papers.present, by=nyt.officer, on=paper)
    assert "B 类答复须跟踪落实，稿中有 0 条承诺" in answer.reasons[0]
    assert presented(nyt, paper, text(Promise(1, "印发方案", date(2026, 9, 30)))).stage is w.Paper.AT_DESK


def test_what_is_not_followed_may_promise_nothing(nyt, paper):
    assert presented(nyt, paper, text(reply_class="A")).stage is w.Paper.AT_DESK


@pytest.mark.parametrize(
    "promise, told",
    [
        (Promise(1, "印发方案", None), "第 1 条建议的承诺缺完成日期"),
        (Promise(2, " ", date(2026, 9, 30)), "第 2 条建议的承诺缺承诺事项"),
        (Promise(1, "印发方案", date(2026, 3, 3)), "第 1 条建议的承诺，2026年3月3日"),
        (Promise(1, "印发方案", date(2025, 3, 3)), "须在签发以后"),
    ],
)
def test_a_promise_says_what_and_until_when_and_lies_ahead(nyt, paper, refused, promise, told):
    with at("2026-03-03"):
        papers.write(by=nyt.officer, on=paper, saying=text(promise))
        answer = refused("CHECKLIST_UNMET", papers.present, by=nyt.officer, on=paper)
    assert told in "".join(answer.reasons).replace(" 年 ", "年").replace(" 月 ", "月").replace(" 日", "日")
    assert again(paper).promises[0]["item"] == promise.item, "what was written is kept"


def test_nobody_follows_more_than_a_hundred_promises_of_one_reply(nyt, paper, refused):
    many = tuple(Promise(1, f"第{n}处整治", date(2026, 9, 30)) for n in range(101))
    with at("2026-03-03"):
        refusal = refused("CHECKLIST_UNMET", papers.write, by=nyt.officer, on=paper, saying=text(*many))
        assert "最多列 100 项承诺" in refusal.reasons[0]
        papers.write(by=nyt.officer, on=paper, saying=text(*many[:100]))


@pytest.mark.parametrize("no", [0, 3])
def test_a_promise_belongs_to_a_point_of_the_suggestion(nyt, paper, refused, no):
    said = text(Promise(no, "印发方案", date(2026, 9, 30)))
    answer = refused("CHECKLIST_UNMET", papers.write, by=nyt.officer, on=paper, saying=said)
    assert "本件共 2 条" in answer.reasons[0]


def test_the_division_is_of_the_unit(world, nyt, paper, refused):
    said = text(Promise(1, "印发方案", date(2026, 9, 30)), division=world.unit("JTT").division.id)
    refused("CHECKLIST_UNMET", papers.write, by=nyt.officer, on=paper, saying=said)
    papers.write(
        by=nyt.officer, on=paper, saying=replace(said, answers=text(division=nyt.division.id).answers)
    )


def test_a_basis_has_a_title(nyt, paper, refused):
    papers.write(
        by=nyt.officer, on=paper, saying=text(reply_class="A", bases=(Basis("", "澜政发〔2025〕12号"),))
    )
    assert (
        "第 1 项没有名称" in refused("CHECKLIST_UNMET", papers.present, by=nyt.officer, on=paper).reasons[0]
    )


def test_an_opinion_for_another_unit_promises_nothing_itself(world, refused):
    lead, co = world.handed_over(("NYT", w.Role.LEAD), ("JTT", w.Role.CO))
    world.working(lead)
    opinion = world.written(world.working(co, "JTT"), "JTT")
    said = Text(
        (Answer(1, "同意", measure="列入预算"),), promises=(Promise(1, "列入预算", date(2030, 1, 1)),)
    )
    refused("CHECKLIST_UNMET", papers.write, by=world.unit("JTT").officer, on=opinion, saying=said)
    papers.write(by=world.unit("JTT").officer, on=opinion, saying=replace(said, promises=()))


def test_a_day_that_passes_before_the_signature_is_found_at_the_signature(world, nyt, paper, refused):
    paper = presented(nyt, paper, text(Promise(1, "印发方案", date(2026, 3, 10))))
    with at("2026-03-04"):
        papers.pass_(by=nyt.head, on=paper, saying=Read())
        papers.pass_(by=nyt.office, on=paper, saying=Read())
        paper = world.agreed(paper)
    with at("2026-03-10"):
        refused("CHECKLIST_UNMET", papers.sign, by=nyt.leader, on=paper, saying=Read())
        papers.send_back(by=nyt.leader, on=paper, saying=Because("日期已到"))
    with at("2026-03-09"):
        assert again(paper).stage is w.Paper.DRAFTING


def test_every_edition_keeps_what_it_promised_and_a_changed_promise_is_a_changed_text(nyt, paper):
    first = papers.write(by=nyt.officer, on=paper, saying=text(Promise(1, "印发方案", date(2026, 9, 30))))
    digest = first.digest
    second = papers.write(by=nyt.officer, on=paper, saying=text(Promise(1, "印发方案", date(2026, 12, 31))))
    assert second.digest != digest
    days = [row.text["promises"][0]["due"] for row in Edition.objects.order_by("edition")[1:]]
    assert days == ["2026-09-30", "2026-12-31"]


def test_a_text_without_promises_keeps_the_digest_it_was_read_under(paper):
    assert set(paper.text) == {"answers", "reply_class", "opening", "closing"}
    assert set(paper.answers[0]) == {"no", "text", "adoption"}


def test_the_letter_prints_measure_division_promise_and_basis_in_their_place(world, nyt, paper):
    said = text(
        Promise(1, "印发方案。", date(2026, 9, 30)), Promise(1, "公布清单", date(2026, 10, 31), nyt.division.id),
        bases=(Basis("澜江省基层公共服务条例"), Basis("《资金管理通知》", "澜财办〔2025〕38号")), division=nyt.division.id,
    )  # fmt: skip
    paper = presented(nyt, paper, said)
    with at("2026-03-04"):
        papers.pass_(by=nyt.head, on=paper, saying=Read())
        papers.pass_(by=nyt.office, on=paper, saying=Read())
        papers.sign(by=nyt.leader, on=world.agreed(paper), saying=Read())
    letter = str(page(document(Letter.objects.get(kind="reply"))))
    parts = (
        "采纳。已经部署。主要措施：每季度调度一次。责任处室：NYT一处。我单位承诺：（1）2026年9月30日前，印发方案；（2）2026年10月31日前，公布清单。",
        "部分采纳。部分先行。", "以上答复依据：《澜江省基层公共服务条例》；《资金管理通知》（澜财办〔2025〕38号）。",
        "以上2项承诺，我单位将按期落实，并及时向您告知进展。", "感谢",
    )  # fmt: skip
    places = [letter.find(part) for part in parts]
    assert -1 not in places and places == sorted(places), places
    assert "台账" not in letter
