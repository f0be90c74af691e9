"""Whether a co-opinion may be written into the reply (forms.md F13): said with it, shown to the lead, and kept to."""

from dataclasses import replace

import pytest

from build import again, at
from jianyi.cases.commands import papers
from jianyi.cases.issued import replies
from jianyi.cases.issued.files import document
from jianyi.cases.models import Letter, Paper
from jianyi.documents.letters.webpage import page
from jianyi.procedure.facts.said import Answer, Read
from jianyi.procedure.words import Role
from jianyi.turn.under import Under


WORDS = "省级资金分三年安排每公里补助四万五千元由市县统筹使用"


@pytest.fixture
def pair(world):
    with at("2026-02-26"):
        lead, helping = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))
        world.working(lead, "JTT")
        world.working(helping, "CZT")
    return again(lead), again(helping)


def offered(world, helping, quotable="yes"):
    """The opinion is with the lead, which has adopted it."""
    czt, jtt = world.unit("CZT"), world.unit("JTT")
    with at("2026-03-10"):
        said = replace(world.text(helping), answers=(Answer(1, WORDS),), quotable=quotable)
        paper = papers.write(by=czt.officer, on=Paper.objects.get(handling_id=helping.id), saying=said)
        paper = papers.present(by=czt.officer, on=paper)
        for desk in (czt.head, czt.office):
            paper = papers.pass_(by=desk, on=paper, saying=Read())
        paper = papers.send(by=czt.officer, on=papers.sign(by=czt.leader, on=paper, saying=Read()))
        return papers.adopt(by=jtt.officer, on=paper)


def written(world, lead, text):
    jtt = world.unit("JTT")
    said = replace(world.text(lead), answers=(Answer(1, text, "adopted"),))
    return papers.write(by=jtt.officer, on=Paper.objects.get(handling_id=lead.id), saying=said)


def told(kind):
    return str(page(document(Letter.objects.get(kind=kind))))


def test_an_opinion_says_whether_it_may_be_written_into_the_reply(world, pair):
    offered(world, pair[1])
    assert "以上意见可以写入答复。" in told("opinion")


def test_one_that_may_not_says_so_whatever_its_closing_and_is_signed_as_such(world, pair):
    paper = offered(world, pair[1], "no")
    assert "以上意见供研究时参考，请勿写入答复。" in told("opinion")
    assert paper.text["quotable"] == "no" and not paper.may_be_quoted


def test_a_reply_that_repeats_its_words_is_not_presented_until_it_has_its_own(world, pair, refused):
    offered(world, pair[1], "no")
    with at("2026-03-20"):
        paper = written(world, pair[0], f"经会同有关单位研究，{WORDS}。")
        answer = refused("CHECKLIST_UNMET", papers.present, by=world.unit("JTT").officer, on=again(paper))
        (sentence,) = [each for each in answer.reasons if "不写入答复" in each]
        assert f"CZT：“{WORDS[:16]}”" in sentence
        written(world, pair[0], "补助资金已有分年安排。")
        assert papers.present(by=world.unit("JTT").officer, on=again(paper)).stage.value == "at_desk"


def test_words_of_one_that_may_be_quoted_stand_in_the_reply(world, pair):
    offered(world, pair[1])
    with at("2026-03-20"):
        paper = written(world, pair[0], f"经会同有关单位研究，{WORDS}。")
        assert papers.present(by=world.unit("JTT").officer, on=again(paper)).stage.value == "at_desk"


def test_the_words_of_the_suggestion_belong_to_nobody(world):
    with at("2026-02-26"):
        lead, helping = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO), situation=f"建议{WORDS}")
        world.working(lead, "JTT")
        world.working(helping, "CZT")
    offered(world, again(helping), "no")
    with at("2026-03-20"):
        paper = written(world, again(lead), WORDS)
        assert papers.present(by=world.unit("JTT").officer, on=again(paper)).stage.value == "at_desk"


def test_the_reply_says_of_one_that_may_not_be_quoted_only_that_it_was_looked_at(world, pair):
    offered(world, pair[1], "no")
    with at("2026-03-20"):
        paper = written(world, pair[0], "补助资金已有分年安排。")
        assert replies.co_summary(paper, Under(again(paper.root))) == "CZT提出的会办意见已经研究参考"


def test_a_text_that_says_nothing_of_it_keeps_its_digest(world, pair):
    czt, helping = world.unit("CZT"), pair[1]
    with at("2026-03-10"):
        on = Paper.objects.get(handling_id=helping.id)
        first = papers.write(by=czt.officer, on=on, saying=world.text(helping))
        assert "quotable" not in first.text
        assert "写入答复" not in str(page(replies.letter(first, Under(again(first.root)))))
        other = papers.write(by=czt.officer, on=first, saying=replace(world.text(helping), quotable="no"))
        assert other.digest != first.digest
