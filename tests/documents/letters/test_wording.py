"""Numbers, days and titles as official papers write them."""

from datetime import date

import pytest

from jianyi.documents.letters.document import Heading, Items, Paragraph
from jianyi.documents.letters.wording import document_number, labelled, long_day, title_lines, width


def test_a_document_number_has_six_cornered_brackets_and_no_noughts():
    assert document_number("澜农", "建函", 2026, 1) == "澜农建函〔2026〕1号"
    assert document_number(" 澜政办 ", "督", 2027, 104) == "澜政办督〔2027〕104号"


@pytest.mark.parametrize(
    "told",
    [("", "建函", 2026, 1), ("澜农", " ", 2026, 1), ("澜农", "建函", 26, 1), ("澜农", "建函", 2026, 0)],
)
def test_half_a_document_number_is_none(told):
    with pytest.raises(ValueError):
        document_number(*told)


def test_days_have_no_leading_noughts():
    assert long_day(date(2026, 5, 3)) == "2026年5月3日" and long_day(None) == ""


def test_text_flows_as_people_write_it():
    """Indents typed by hand, empty lines, an answer of several paragraphs."""
    body = (
        Paragraph("　　甲。\n\n  乙。"),
        Heading("关于补助", 1, "采纳。\n　　另有说明。"),
        Items(("先\n后",)),
    )
    told = list(labelled(body))
    assert told == [
        Paragraph("甲。\n乙。"),
        Heading("一、关于补助。", 1, "采纳。"),
        Paragraph("另有说明。"),
        Items(("先 后",)),
    ]


def test_the_hundredth_heading_is_numbered_too():
    assert list(labelled([Heading("点")] * 101))[-1].text == "101、点"


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("关于同意延期的批复", ["关于同意延期的批复"]),
        ("关于省十四届人大四次会议第0217号建议的答复", ["关于省十四届人大四次会议", "第0217号建议的答复"]),
        ("上行\n下行", ["上行", "下行"]),
        (
            "关于交办澜江省十四届人大四次会议代表建议的通知",
            ["关于交办澜江省十四届人大四次会议", "代表建议的通知"],
        ),
    ],
)
def test_titles_break_where_their_sense_allows(title, lines):
    assert title_lines(title) == lines


def test_no_line_of_a_title_is_too_long_or_begins_with_a_closing_sign():
    title = (
        "关于《关于完善山区农村公路养护机制、保障学生和农产品出行的建议》（第0217号、第0218号）办理情况的报告"
        * 2
    )
    lines = title_lines(title)
    assert "".join(lines) == title and all(width(line) <= 19.5 for line in lines)
    assert not [line for line in lines if line[0] in "》），、。" or line[-1] in "《（"]


def test_a_title_without_any_place_to_break_is_left_whole():
    assert title_lines("a" * 90) == ["a" * 90]


def test_what_is_far_too_long_for_a_title_is_only_cut():
    title = "关于完善山区农村公路养护机制的建议" * 100
    assert "".join(title_lines(title)) == title and all(width(line) <= 19.5 for line in title_lines(title))
