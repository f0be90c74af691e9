"""Text of users is text: no markup of Typst, HTML or Word in it does anything, and nothing in it is lost."""

from io import BytesIO

import pytest
from docx import Document as opened
from hypothesis import given, settings, strategies as st

from jianyi.documents.letters import fonts
from jianyi.documents.letters.document import Column, Footer, Grid, Pair, Paragraph, Sheet, Signature, Table
from jianyi.documents.letters.spelling import spelled
from jianyi.documents.letters.typesetting import pdf
from jianyi.documents.letters.webpage import page
from jianyi.documents.letters.word import docx
from lettering import as_libreoffice_reads, letter, squeezed


MARKUP = (
    '#panic("x") #let a = 1 #set page(paper: "a3") #image("/etc/passwd") #read("parts.typ") $x^2$ $ \\ \\u{1F600} '
    "*粗* _斜_ `代码` @引用 <label> [框] {码} //注 /*注*/ = 题 - 项 + 项 / 词: ~ -- --- ... ' \" % & ^ {{ }} {% x %}"
)
SCRIPT = "<script>alert(1)</script><b onclick=x>&amp;</b>\"'"


def everywhere(text):
    """The text in every place of a letter that takes one."""
    return letter(
        letterhead=text, number=text, title=text, addressee=text, body=(Paragraph(text), Table((Column(text),), ((text,),))),
        signer=text, contact=text, copies=(text,), attachments=(text,), mark=text[:8],
    )  # fmt: skip


def test_typst_markup_is_drawn_as_it_was_written():
    told = squeezed(pdf(letter(body=(Paragraph(MARKUP),))).content)
    assert "".join(MARKUP.split()) in told.replace("\ufffe", "").replace("\u200b", "")


@pytest.mark.parametrize("text", [MARKUP, SCRIPT, "]", "}", '"', "\\", "#", "$", "{", "//", "/*", "\u200b"])
def test_no_place_of_a_letter_reads_markup(text):
    assert pdf(everywhere(text)).content.startswith(b"%PDF")


@given(st.text(max_size=40))
@settings(max_examples=30, deadline=None)
def test_whatever_is_written_a_letter_comes_out(text):
    assert pdf(everywhere(text)).content.startswith(b"%PDF")
    assert docx(everywhere(text)).content.startswith(b"PK")
    assert "<script" not in page(everywhere(text)).lower()


def test_nul_and_direction_controls_are_gone_from_all_three():
    told = letter(body=(Paragraph("甲\x00乙\u202e丙\u2066丁\ud800戊"),))
    assert "甲乙丙丁" in squeezed(pdf(told).content)
    word = "".join(part.text for part in opened(BytesIO(docx(told).content)).paragraphs)
    assert "甲乙丙丁" in word and "甲乙丙丁" in page(told)


def test_a_web_page_escapes_everything():
    told = page(everywhere(SCRIPT))
    assert "<script" not in told and "<b onclick" not in told and "&lt;script&gt;" in told
    sheet = page(
        Sheet(
            SCRIPT,
            (Grid((Pair(SCRIPT, SCRIPT),)),),
            signatures=(Signature(SCRIPT, SCRIPT),),
            footer=Footer(SCRIPT, SCRIPT),
        )
    )
    assert "<script" not in sheet and " style=" not in sheet


def test_a_word_without_end_is_broken_inside_the_paper():
    content = pdf(letter(body=(Paragraph("http" + "a" * 400),), title="T" * 120)).content
    assert "a" * 20 in squeezed(content).replace("\u200b", "")
    from jianyi.documents.letters.pages import read

    page_of = read(content)[0]
    assert max(line.right for line in page_of.lines) < page_of.width - 70


def test_a_character_that_no_font_has_is_described_and_named():
    """U+E000 belongs to nobody; a font of this machine must not make the test depend on it."""
    drawn = spelled(letter(signer="许\ue000"), lambda char: char != "\ue000")
    assert drawn.document.signer == "许〔U+E000〕"
    assert len(drawn.warnings) == 1 and "U+E000" in drawn.warnings[0] and "fonts" in drawn.warnings[0]


def test_the_warning_comes_with_the_pdf_and_the_other_two_keep_the_character():
    missing = next(chr(code) for code in range(0xF8FF, 0xE000, -1) if not fonts.fonts().has(chr(code)))
    told = letter(body=(Paragraph(f"名{missing}字{missing}"),))
    drawn = pdf(told)
    assert len(drawn.warnings) == 1 and f"U+{ord(missing):04X}" in drawn.warnings[0]
    assert f"名〔U+{ord(missing):04X}〕字" in squeezed(drawn.content)
    assert missing in page(told) and missing in opened(BytesIO(docx(told).content)).element.xml


def test_names_with_rare_characters_are_drawn_or_named_but_never_blank():
    names = "镕堃玥喆昉燚翀骉犇贇赟昇镠頔淼曌垚㛃䶮𠮷𬭎𬬭𰻝"
    drawn = pdf(letter(body=(Paragraph(names),)))
    told = squeezed(drawn.content)
    for name in names:
        assert name in told or f"〔U+{ord(name):04X}〕" in told
    assert len(drawn.warnings) == sum(f"〔U+{ord(name):04X}〕" in told for name in names)


def test_libreoffice_opens_hostile_text_too(tmp_path):
    hostile = docx(letter(body=(Paragraph(MARKUP), Paragraph(SCRIPT)))).content
    told = as_libreoffice_reads(tmp_path, hostile=hostile)
    assert "#panic" in squeezed(told["hostile"])
