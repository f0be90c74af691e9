"""Files are read whatever their format and charset, and rare characters survive."""

import pytest

import filemaking as make
from jianyi.documents.reading import pasted, read


LINES = ("关于修缮青石渠的建议", "青石渠漏水，建议修缮。")
TEXT = "\n".join(LINES)
PAGE = "<html><head>{meta}<title>x</title></head><body><h1>{0}</h1><p>{1}</p></body></html>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", make.docx(*LINES)),
        ("A.DOCX", make.docx(*LINES)),
        ("a.doc", make.doc("\r".join(LINES) + "\r")),
        ("a.txt", TEXT.encode()),
        ("a.txt", b"\xef\xbb\xbf" + TEXT.encode()),
        ("a.txt", TEXT.encode("gb18030")),
        ("a.txt", b"\xff\xfe" + TEXT.encode("utf-16-le")),
        ("a.html", PAGE.format(*LINES, meta='<meta charset="utf-8">').encode()),
        ("a.htm", PAGE.format(*LINES, meta='<meta charset="gb2312">').encode("gb18030")),
        ("a.html", PAGE.format(*LINES, meta="").encode("gbk")),
        ("a.html", PAGE.format(*LINES, meta='<meta charset="utf-8">').encode("gb18030")),
        ("a.html", PAGE.format(*LINES, meta='<meta charset="gb2312">').encode("utf-8")),
        ("a.pdf", make.pdf([[(200, 780, LINES[0]), (96, 740, LINES[1])]])),
    ],
)
def test_every_format_and_charset_gives_the_same_lines(name, content):
    text = read(name, content)
    assert text.lines == LINES
    assert not text.warnings


def test_pasted_text_is_read_like_a_file():
    assert pasted(TEXT).lines == LINES


def test_lists_come_from_xlsx_xls_and_csv():
    rows = [["标题", "领衔代表"], ["修缮青石渠", "王小明"]]
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>"
        for row in rows
    )
    sheet = f'<worksheet xmlns="{make.S}"><sheetData>{cells}</sheetData></worksheet>'
    csv = "\n".join(",".join(row) for row in rows)
    for name, content in (
        ("a.xlsx", make.xlsx(sheet)),
        ("a.xls", make.xls(rows)),
        ("a.csv", csv.encode()),
        ("a.csv", csv.encode("gb18030")),
    ):
        text = read(name, content)
        assert text.sheets[0].rows == tuple(map(tuple, rows)), name


def test_nul_and_direction_marks_are_taken_out_and_reported():
    for name, content in (
        ("a.txt", "甲\x00乙\u202e丙\n丁".encode()),
        ("a.html", "<html><body><p>甲\x00乙\u202e丙</p><p>丁</p></body></html>".encode()),
    ):
        text = read(name, content)
        assert text.lines == ("甲乙丙", "丁")
        assert len(text.warnings) == 2 and all(warning.endswith("。") for warning in text.warnings)


def test_rare_characters_survive_every_format():
    rare = "𠮷野家在镕湖边，𰻝𰻝面，𱁬，𮯰"
    page = f"<html><body><p>{rare}</p></body></html>"
    for name, content in (
        ("a.txt", rare.encode("gb18030")),
        ("a.html", page.encode("gb18030")),
        ("a.docx", make.docx(rare)),
        ("a.doc", make.doc(rare + "\r")),
    ):
        assert read(name, content).lines == (rare,), name


def test_the_piece_table_of_a_doc_file_is_followed():
    text = read(
        "a.doc",
        make.doc("标题\r表\x07格\x07\x07" + "\x13 HYPERLINK x \x14链接\x15\r", latin="Latin “text”\r"),
    )
    assert text.lines == ("标题", "表\t格", "链接", "Latin “text”")


def test_a_docx_is_read_with_tables_boxes_and_without_deleted_text():
    run = "<w:r><w:t>{}</w:t></w:r>".format
    cell = lambda text: f"<w:tc><w:p>{run(text)}</w:p></w:tc>"  # noqa: E731
    body = (
        f"<w:p>{run('标题')}<w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
        f"<w:tbl><w:tr>{cell('代表姓名')}{cell('王小明')}</w:tr></w:tbl>"
        f"<w:p><w:r><w:drawing><w:txbxContent><w:p>{run('框内')}</w:p></w:txbxContent></w:drawing></w:r>{run('框外')}</w:p>"
        f"<w:p>{run('上')}<w:r><w:br/></w:r>{run('下')}</w:p>"
    )
    assert read("a.docx", make.docx(body=body)).lines == (
        "标题",
        "代表姓名\t王小明",
        "框内",
        "框外",
        "上",
        "下",
    )


def test_the_automatic_numbers_of_a_docx_are_written_out():
    level = '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/><w:lvlText w:val="{2}"/></w:lvl>'.format
    numbering = (
        f'<w:numbering xmlns:w="{make.W}"><w:abstractNum w:abstractNumId="0">'
        + level(0, "chineseCounting", "%1、")
        + level(1, "decimal", "%2.")
        + '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    paragraph = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="{0}"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>{1}</w:t></w:r></w:p>'
    ).format
    body = (
        paragraph(0, "甲") + paragraph(1, "子") + paragraph(1, "丑") + paragraph(0, "乙") + paragraph(1, "寅")
    )
    text = read("a.docx", make.docx(body=body, more={"word/numbering.xml": numbering}))
    assert text.lines == ("一、甲", "1.子", "2.丑", "二、乙", "1.寅")


def test_a_page_is_read_without_its_furniture():
    page = (
        "<html><head><title>关于修路的答复-澜江县人民政府网</title><style>x</style></head><body>"
        '<div class="nav">首页 &gt; 公开</div><script>x</script><div id="footer">版权所有</div>'
        "<h1>关于修路的答复</h1><p>发布时间：2025-01-01 浏览次数：3</p><div>王小明代表：<br>已&nbsp;办理。</div>"
        '<div class="share">分享到</div><p>【打印本页】</p></body></html>'
    )
    text = read("a.html", page.encode())
    assert text.lines == ("关于修路的答复", "王小明代表：", "已\xa0办理。")
    assert text.title == "关于修路的答复"


def test_lines_of_a_pdf_become_paragraphs_again():
    full = "　　" + "青" * 31  # two characters' indent and a full line
    page = [
        (250, 800, "关于修路的答复"),
        (96, 770, "王小明代表："),
        (96, 750, full),
        (96, 730, "石" * 33),
        (96, 710, "路。"),
        (120, 690, "感谢您。"),
        (350, 660, "青江县水利局"),
        (290, 30, "- 1 -"),
    ]
    lines = read("a.pdf", make.pdf([page])).lines
    assert lines == (
        "关于修路的答复",
        "王小明代表：",
        "青" * 31 + "石" * 33 + "路。",
        "感谢您。",
        "青江县水利局",
    )


def test_a_paragraph_goes_on_over_the_end_of_a_page():
    first = [(96, 60, "青" * 33), (290, 30, "— 1 —")]
    second = [(96, 800, "石路。"), (290, 30, "— 2 —")]
    assert read("a.pdf", make.pdf([first, second])).lines == ("青" * 33 + "石路。",)
