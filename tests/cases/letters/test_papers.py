"""Every paper of the road, from its values: in all three forms, measured, worded as it should be."""

import ast
from dataclasses import replace
from datetime import date
from importlib import import_module
from inspect import isfunction
from pathlib import Path
from pkgutil import iter_modules

import pytest

import papers
from jianyi.cases import letters
from jianyi.cases.letters import handing, replies, requests, reviews
from jianyi.cases.letters.values import HIDDEN, Handling, Issue
from jianyi.documents.letters.document import Check, Letter, Sheet
from jianyi.documents.letters.measuring import failures
from jianyi.documents.letters.typesetting import pdf
from jianyi.documents.letters.webpage import page
from jianyi.documents.letters.word import docx
from lettering import as_libreoffice_reads, page_texts, squeezed
from papers import ABOUT, CONGRESS, MADE, PAPERS, REPLY, UNIT


LETTERS = {name: told for name, told in PAPERS.items() if isinstance(told, Letter)}


def words(document):
    """Everything that is read in it, white space left out."""
    return squeezed(pdf(document).content)


@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_holds_to_the_standard(name):
    assert failures(pdf(LETTERS[name]).content, LETTERS[name]) == []


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_is_a_page_too_and_nothing_is_left_unsaid(name):
    told = page(PAPERS[name])
    for gap in ("None", "date(", "()", "。。", "，。", "、、", "：：", "{", "}"):
        assert gap not in told.partition("base64")[0] and gap not in words(PAPERS[name]), gap


def test_libreoffice_opens_every_paper(tmp_path):
    made = as_libreoffice_reads(tmp_path, **{name: docx(told).content for name, told in PAPERS.items()})
    assert made.keys() == PAPERS.keys()
    for name, content in made.items():
        title = "".join(PAPERS[name].title.split())
        assert title[:8] in squeezed(content), name


def test_no_form_that_is_made_is_left_out_here():
    """Whatever `cases.letters` draws (F01 to F29) is among the papers that are measured and opened above."""
    modules = [import_module(f"{letters.__name__}.{found.name}") for found in iter_modules(letters.__path__)]
    makers = {
        f"{module.__name__.rpartition('.')[2]}.{name}"
        for module in modules
        for name, made in vars(module).items()
        if isfunction(made) and made.__module__ == module.__name__ and name != "letter"
        and made.__annotations__.get("return") in ("Letter", "Sheet", Letter, Sheet)
    }  # fmt: skip
    drawn = {
        ast.unparse(call.func)
        for call in ast.walk(ast.parse(Path(papers.__file__).read_text("utf-8")))
        if isinstance(call, ast.Call)
    }
    assert len(makers) > 20 and makers <= drawn


def test_a_reply_answers_point_by_point_and_says_what_it_promises_to_each():
    told = words(PAPERS["reply"])
    assert "台账" not in told, "a reply speaks of no list that nobody keeps yet"
    for part in (
        "沈若溪等4名代表：", "收悉，由我厅主办，省财政厅、省教育厅会办。", "一、关于建立村道养护省级补助动态增长机制。部分采纳。",
        "主要措施：山岭重丘路段标准高于平原35%，三年内分步到位。责任处室：公路养护处。我厅承诺：2026年9月30日前，印发《农村公路养护分类补助办法》。",
        "我厅承诺：（1）2026年8月31日前，完成学生上学路段14公里防护；（2）2026年9月20日前，公布其余路段分年清单，由财务处负责。",
        "以上答复依据：《农村公路养护管理办法》。", "以上4项承诺，我厅将按期落实，并及时向你们告知进展。",
        "抄送：省人大常委会代表工作委员会，省人民政府办公厅，省财政厅，省教育厅。",
    ):  # fmt: skip
        assert part in told.replace("\n", ""), part


def test_a_reply_keeps_the_words_of_the_unit_where_it_has_written_its_own():
    own = words(replies.reply(replace(REPLY, opening="自己的开头。", closing="自己的结尾。")))
    assert "自己的开头。" in own and "自己的结尾。" in own and "收悉" not in own and "感谢" not in own


def test_one_deputy_is_addressed_as_one_and_many_as_many():
    one = words(replies.reply(replace(REPLY, about=replace(ABOUT, co_signers=0))))
    assert (
        "沈若溪代表：您提出的" in one
        and "感谢您对" in one
        and "你们" not in one.replace("与你们面商", "").replace("了你们对", "")
    )


def test_nobody_is_named_where_the_deputy_asked_for_it():
    hidden = replace(ABOUT, confidential=True)
    row = handing.Listed(hidden, Handling("省交通运输厅", "主办"))
    listed = handing.handover_list(
        handing.HandOverList("省十四届人大四次会议", (row,), handing.Totals(1), None, MADE)
    )
    sheet = reviews.suggestion_sheet(
        reviews.Written(hidden, "澜江省", "0314", "0000-0000002", co_signers=(reviews.CoSigner("程岚"),))
    )
    for paper in (listed, sheet, replies.reply(replace(REPLY, about=hidden))):
        assert "沈若溪" not in page(paper) and "沈若溪" not in words(paper)
    assert HIDDEN in words(sheet)
    for secret in ("0314", "0000-0000002", "程岚"):
        assert secret not in words(sheet)


def test_a_co_opinion_carries_no_class_mark():
    assert PAPERS["co_opinion"].mark == "" and PAPERS["reply"].mark == "A"


def test_a_co_opinion_asserts_nothing_that_the_unit_did_not_say():
    usual = words(PAPERS["co_opinion"])
    assert "请你单位在答复代表时统筹研究" in usual
    assert "可以写入" not in usual and "不宜直接写入" not in usual and "共同走访" not in usual


def test_the_list_repeats_its_header_on_every_page_and_ends_with_totals():
    texts = ["".join(text.split()) for text in page_texts(pdf(PAPERS["handover_list"]).content)]
    assert len(texts) >= 3 and all("领衔代表" in text for text in texts[:-1])
    assert "共45件（主办30件、会办15件，其中重点5件）" in "".join(texts) and f"共{len(texts)}页" in texts[-1]


def test_a_preview_says_that_it_is_one():
    assert "预览" in words(PAPERS["handover_preview"]) and "尚未交办" in words(PAPERS["handover_preview"])
    assert "预览" not in words(PAPERS["handover_list"])


@pytest.mark.parametrize(
    ("decision", "said"),
    [("returned", "现予退回"), ("letter", "已转省信访局按来信处理"), ("reference", "已转省信访局作工作参考")],
)
def test_what_became_of_a_text_is_said_with_its_article(decision, said):
    told = reviews.Declined(
        CONGRESS, "沈若溪", "标题", date(2026, 1, 28), decision, "条例第八条", "理由", "省信访局"
    )
    assert said in words(reviews.declined(told)) and "条例第八条" in words(reviews.declined(told))


def test_an_extension_is_granted_in_whole_in_part_or_not():
    def decided(granted):
        return words(
            requests.extension_decision(
                requests.ExtensionDecision(
                    CONGRESS,
                    ABOUT,
                    "省交通运输厅",
                    "",
                    date(2026, 5, 26),
                    granted,
                    asked_due=date(2026, 8, 26),
                )
            )
        )

    assert "未同意延至申请的日期" not in decided(date(2026, 8, 26)) and "未同意延至申请的日期" in decided(
        date(2026, 7, 1)
    )
    assert "答复期限仍为2026年5月26日" in decided(None)


def test_whatever_length_the_names_have_every_letter_comes_out():
    long = "澜江省栖云市青岭县山区农村公路建设养护与交通安全综合管理协调领导小组办公室"
    issue = Issue(
        long,
        UNIT.number,
        UNIT.day,
        UNIT.signer,
        UNIT.contact,
        UNIT.phone,
        (long,) * 12,
        check=Check("x", "A"),
    )
    told = replies.reply(replace(REPLY, issue=issue, co_units=(long,) * 6))
    assert failures(pdf(told).content, told) == []
