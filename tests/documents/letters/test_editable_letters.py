"""The .docx: official fonts by name, the page of GB/T 9704, and LibreOffice reads it as it was meant."""

from io import BytesIO

import pytest
from docx import Document as opened
from docx.shared import Mm

from jianyi.documents.letters.document import Flow, Footer, Grid, Node, Pair, Sheet, Signature
from jianyi.documents.letters.pages import read
from jianyi.documents.letters.word import docx
from lettering import as_libreoffice_reads, letter, long_table, squeezed


SHEET = Sheet(
    "交办清单", (Grid((Pair("编号", "0001"), Pair("标题", "关于养护的建议", wide=True, lines=3))), long_table(60, 6),
                 Flow((Node("交办", ("代表工作委员会",), "五日内"), Node("签收")), 2)),
    landscape=True, signatures=(Signature("签收人"),), footer=Footer("代表工作委员会", "2026年2月26日"),
)  # fmt: skip


def test_the_page_is_that_of_the_standard():
    section = opened(BytesIO(docx(letter()).content)).sections[0]
    edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    # Word counts in twentieths of a point.
    assert all(
        abs(found - Mm(wanted)) < Mm(0.1) for found, wanted in zip(edges, (37, 35, 28, 26), strict=True)
    )
    assert section.different_first_page_header_footer


def test_the_official_fonts_are_named():
    made = opened(BytesIO(docx(letter()).content))
    xml = (
        made.element.xml
        + made.sections[0].first_page_header._element.xml
        + made.sections[0].footer._element.xml
    )
    for font in ("方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"):
        assert f'w:eastAsia="{font}"' in xml, font
    assert 'w:val="thickThinSmallGap"' in xml


@pytest.mark.parametrize(
    "told", [letter(), letter(style="official"), SHEET], ids=["letter", "official", "sheet"]
)
def test_libreoffice_opens_it_and_nothing_is_missing(told, tmp_path):
    content = as_libreoffice_reads(docx(told).content, tmp_path)
    if content is None:
        return
    text = squeezed(content)
    for part in (
        ("118号", "一、关于建立", "2026年5月20日", "抄送：")
        if told is not SHEET
        else ("交办清单", "第59行第5列", "签收人")
    ):
        assert part in text
    wide, high = (297, 210) if told is SHEET else (210, 297)
    first = read(content)[0]
    assert abs(first.width - wide * 72 / 25.4) < 2 and abs(first.height - high * 72 / 25.4) < 2
