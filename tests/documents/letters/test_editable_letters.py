"""The .docx: official fonts by name, the page of GB/T 9704, and LibreOffice reads it as it was meant."""

from io import BytesIO

from docx import Document as opened
from docx.shared import Mm

from jianyi.documents.letters.document import Flow, Footer, Grid, Node, Pair, Sheet, Signature
from jianyi.documents.letters.pages import MM, read
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


def test_libreoffice_opens_each_and_nothing_is_missing(tmp_path):
    told = {"letter": letter(), "official": letter(style="official"), "sheet": SHEET}
    made = as_libreoffice_reads(tmp_path, **{name: docx(each).content for name, each in told.items()})
    for name, content in made.items():
        text, first = squeezed(content), read(content)[0]
        of_letter = ("118号", "一、关于建立", "2026年5月20日", "抄送：")
        for part in ("交办清单", "第59行第5列", "签收人") if name == "sheet" else of_letter:
            assert part in text, (name, part)
        wide, high = (297, 210) if name == "sheet" else (210, 297)
        assert abs(first.width - wide * MM) < 2 and abs(first.height - high * MM) < 2
