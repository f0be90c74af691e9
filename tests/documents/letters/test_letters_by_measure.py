"""GB/T 9704-2012 measured on the PDF itself: short letters, long ones, long names, many co-signers."""

from dataclasses import replace
from datetime import date

import pytest

from jianyi.documents.letters.document import Annex, Closing, Heading, Imprint, Items, Paragraph
from jianyi.documents.letters.measuring import failures, measure
from jianyi.documents.letters.pages import MM, read
from jianyi.documents.letters.typesetting import pdf
from lettering import UNIT, letter, long_table, page_texts, paragraphs, squeezed


LONG_NAME = "澜江省栖云市青岭县山区农村公路建设养护与交通安全综合管理协调领导小组办公室"
OFFICIAL = letter(style="official", imprint=Imprint(f"{UNIT}办公室", date(2026, 5, 21)))
LETTERS = {
    "a short one": letter(),
    "two pages": letter(body=(*letter().body[:3], *paragraphs(4), letter().body[-1])),
    "ten pages": letter(body=(*paragraphs(20), letter().body[-1])),
    "ten pages whose last paragraph is long": letter(body=paragraphs(20)),
    "no seal": letter(closing=Closing((UNIT,), date(2026, 12, 31), seal=False)),
    "a very long name": letter(letterhead=LONG_NAME, closing=Closing((LONG_NAME,), date(2026, 5, 20))),
    "three units sign": letter(closing=Closing((UNIT, "澜江省财政厅", "澜江省教育厅"), date(2026, 5, 20))),
    "sixty co-signers": letter(addressee="、".join(f"沈若{chr(0x4E00 + n)}" for n in range(60)) + "代表"),
    "a long title": letter(
        title="关于《关于完善山区农村公路养护机制、保障学生和农产品出行、推进城乡客运一体化的建议》的答复"
    ),
    "neither mark nor signer nor copies": letter(mark="", signer="", copies=(), check=None, contact=""),
    "annexes": letter(attachments=("分年清单", "办法"), annexes=(Annex("分年实施清单", (long_table(60),)),)),
    "a letter that is no draft": OFFICIAL,
    "such a letter of ten pages": replace(OFFICIAL, body=(*paragraphs(20), letter().body[-1])),
}


@pytest.mark.parametrize("told", LETTERS.values(), ids=LETTERS.keys())
def test_every_requirement_holds(told):
    found = measure(pdf(told).content, told)
    assert len(found) >= 15 and not [each for each in found if not each.holds]


def test_full_pages_have_22_lines_of_28_characters():
    told = letter(body=(*paragraphs(40), letter().body[-1]))
    found = {each.requirement: each.found for each in measure(pdf(told).content, told)}
    assert found["第2页行数"] == found["第9页行数"] == "22 行"
    assert found["每行字数"].startswith("28 字（")


def test_the_first_page_of_a_reply_has_red_rules_class_mark_and_no_page_number():
    found = {each.requirement: each.found for each in measure(pdf(letter()).content, letter())}
    assert found["红色双线"].startswith("4 条") and found["末线位置"] == "20.0 mm"
    assert found["第1页页码"] == "没有" and found["类别标识"].startswith("16 磅")


@pytest.mark.parametrize(
    ("changed", "requirement"),
    [
        ({"mark": "B"}, "类别标识"),
        ({"style": "official"}, "第1页页码"),
        (
            {"letterhead": "x", "imprint": Imprint("办公室", date(2026, 5, 21)), "style": "official"},
            "红色分隔线",
        ),
    ],
)
def test_the_measure_notices_what_is_not_there(changed, requirement):
    """A letter measured against another's data is found wanting."""
    wanting = {each.requirement for each in failures(pdf(letter()).content, replace(letter(), **changed))}
    assert requirement in wanting


def test_the_signature_is_never_alone_on_a_page():
    """Whatever the length of the text: the page of the day carries some of it."""
    for length in range(120, 640, 26):
        told = letter(body=paragraphs(2, length), check=None)
        assert not [each for each in failures(pdf(told).content, told) if "独占" in each.requirement], length


def test_a_reply_of_200_pages_comes_out_whole():
    told = letter(body=(*paragraphs(200, 616), letter().body[-1]))
    texts = page_texts(pdf(told).content)
    assert len(texts) >= 200 and f"— {len(texts)} —" in texts[-1]
    assert "".join("".join(texts).split()).count("会同有关单位") >= 200 * 20


def test_a_table_over_pages_repeats_its_header_and_loses_no_row():
    content = pdf(letter(body=(long_table(120), letter().body[-1]))).content
    texts = ["".join(text.split()) for text in page_texts(content)]
    tables = [text for text in texts if "第0列" in text]
    assert len(tables) >= 3 and all("表头0表头1" in text for text in tables)
    assert all(any(f"第{row}行第3列" in text for text in texts) for row in range(120))


def test_headings_are_numbered_by_level_and_begin_anew_below_another():
    body = (
        Heading("甲"), Heading("甲一", 2), Heading("甲一甲", 3), Heading("细目", 4), Heading("乙"), Heading("乙一", 2),
        Heading("关于补助", 1, "采纳。"), Items(("先", "后")), Paragraph("完。"),
    )  # fmt: skip
    told = squeezed(pdf(letter(body=body)).content)
    for part in (
        "一、甲",
        "（一）甲一",
        "1.甲一甲",
        "（1）细目",
        "二、乙",
        "（一）乙一",
        "三、关于补助。采纳。",
        "1.先2.后",
    ):
        assert part in told


def test_a_long_name_stays_inside_the_paper():
    told = LETTERS["a very long name"]
    names = [line for line in read(pdf(told).content)[0].lines if line.glyphs[0].red]
    assert len(names) == 2 and all(line.left > 28 * MM and line.right < 184 * MM for line in names)
