"""Files are read whatever their format and charset; bad ones are refused with a sentence that helps."""

import io
import time
import zipfile

import filemaking as make
import pytest

from jianyi.documents.guard import MAX_BYTES, Unreadable, kind_of
from jianyi.documents.reading import pasted, read


LINES = ("关于修缮青石渠的建议", "青石渠漏水，建议修缮。")
TEXT = "\n".join(LINES)
PAGE = "<html><head>{meta}<title>x</title></head><body><h1>{0}</h1><p>{1}</p></body></html>"


def refusal(name, content):
    with pytest.raises(Unreadable) as refused:
        read(name, content)
    assert refused.value.sentence.endswith("。")
    return refused.value.code


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


# Refusals


@pytest.mark.parametrize(
    ("code", "name", "content"),
    [
        ("empty", "a.docx", b""),
        ("empty", "a.txt", b" \r\n\x00"),
        ("oversized", "a.txt", b"x" * (MAX_BYTES + 1)),
        ("wrong_name", "a.docx", TEXT.encode()),
        ("wrong_name", "a.pdf", make.docx(*LINES)),
        ("wrong_name", "a.doc", make.docx(*LINES)),
        ("wrong_name", "a.docx", make.doc(TEXT)),
        ("wrong_name", "a.txt", make.pdf([[(96, 700, TEXT)]])),
        ("wrong_name", "a.txt", b"<!DOCTYPE html><html><body>x</body></html>"),
        ("wrong_name", "letter", make.docx(*LINES)),
        ("macros", "a.docm", make.docx(*LINES)),
        ("macros", "a.xlsm", make.xlsx(make.full_sheet(20))),
        ("macros", "a.docx", make.docx(*LINES, more={"word/vbaProject.bin": b"x"})),
        (
            "macros",
            "a.docx",
            make.docx(
                *LINES,
                types='<Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
            ),
        ),
        ("macros", "a.doc", make.compound({"WordDocument": b"x", "_VBA_PROJECT": b"x"})),
        ("encrypted", "a.docx", make.compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x"})),
        ("encrypted", "a.xlsx", make.compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x"})),
        ("encrypted", "a.doc", make.doc(TEXT, flags=0x0300)),
        ("encrypted", "a.xls", make.xls([["x"]], before=b"\x2f\x00\x02\x00\x00\x00")),
        ("encrypted", "a.pdf", make.pdf([[(96, 700, TEXT)]], encrypted=True)),
        ("broken", "a.docx", make.docx(*LINES)[:300]),
        ("broken", "a.docx", make.docx(body="<w:p><w:r>")),
        ("broken", "a.docx", make.packed({"word/document.xml": "<x/>", "[Content_Types].xml": "<x/>"})),
        ("broken", "a.pdf", b"%PDF-1.7\nnothing"),
        ("broken", "a.doc", make.doc(TEXT)[:600]),
        ("broken", "a.xlsx", make.packed({"xl/workbook.xml": "<x/>"})),
        ("nested", "a.docx", make.docx(*LINES, more={"word/inner.zip": make.packed({"x": "y"})})),
        ("traversal", "a.docx", make.docx(*LINES, more={"../../etc/passwd": "x"})),
        ("traversal", "a.docx", make.docx(*LINES, more={"/etc/passwd": "x"})),
        ("traversal", "a.docx", make.docx(*LINES, more={"C:\\x": "x"})),
        ("scan", "a.pdf", make.pdf([[]])),
        ("rtf", "a.doc", b"{\\rtf1 x}"),
        ("old_word", "a.doc", make.doc(TEXT, version=0x65)),
        ("no_text", "a.docx", make.docx("")),
        ("unknown", "a.txt", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        ("unknown", "a.zip", make.packed({"x": "y"})),
        ("long", "a.txt", "字".encode() * 500_001),
    ],
)
def test_a_bad_file_is_refused_with_its_own_sentence(code, name, content):
    assert refusal(name, content) == code


def test_a_zip_bomb_is_refused_from_its_directory_alone():
    bomb = make.docx(*LINES, more={"word/media/image1.bin": bytes(60_000_000)})
    assert len(bomb) < 100_000
    assert refusal("a.docx", bomb) == "bomb"


def test_a_zip_bomb_that_lies_about_its_size_is_stopped_while_it_streams():
    content = bytearray(make.docx(body="<w:p/>" + " " * 60_000_000))
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = (
            content.index(b"word/document.xml")
            if mark == b"PK\x03\x04"
            else content.rindex(b"word/document.xml")
        )
        start = content.rindex(mark, 0, place)
        content[start + at : start + at + 4] = (1000).to_bytes(4, "little")
    assert refusal("a.docx", bytes(content)) in ("broken", "bomb")


def test_an_archive_of_thousands_of_parts_is_refused():
    assert refusal("a.docx", make.docx(*LINES, more={f"word/{n}.xml": "x" for n in range(2001)})) == "bomb"


def test_two_parts_of_one_name_are_refused():
    target = io.BytesIO(make.docx(*LINES))
    with pytest.warns(UserWarning, match="Duplicate"):
        with zipfile.ZipFile(target, "a") as archive:
            archive.writestr("word/document.xml", "<other/>")
    assert refusal("a.docx", target.getvalue()) == "broken"


def test_two_million_cells_are_refused_at_once():
    content = make.xlsx(make.full_sheet(2_000_000))
    assert len(content) < 400_000
    started = time.perf_counter()
    assert refusal("a.xlsx", content) == "cells"
    assert time.perf_counter() - started < 2


def test_one_cell_at_the_far_corner_is_as_costly_as_millions_and_refused():
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    content = make.xlsx(f'<worksheet xmlns="{make.S}"><sheetData>{far}</sheetData></worksheet>')
    assert refusal("a.xlsx", content) == "cells"


def test_a_sheet_whose_format_reaches_far_down_is_still_read():
    rows = '<row r="1"><c r="A1"><v>7</v></c></row><row r="1048576"><c r="Z1048576" s="1"/></row>'
    sheet = (
        f'<worksheet xmlns="{make.S}"><dimension ref="A1:Z1048576"/><sheetData>{rows}</sheetData></worksheet>'
    )
    assert read("a.xlsx", make.xlsx(sheet)).lines == ("7",)


def test_entities_in_a_docx_are_never_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("机密")
    document = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        f'<w:document xmlns:w="{make.W}"><w:body><w:p><w:r><w:t>A&x;B</w:t></w:r></w:p></w:body></w:document>'
    )
    content = make.packed({"[Content_Types].xml": make.TYPES.format(more=""), "word/document.xml": document})
    assert refusal("a.docx", content) == "broken"


def test_entities_in_a_page_are_never_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("机密")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body><p>甲&x;乙</p></body></html>'
    assert "机密" not in "".join(read("a.html", page.encode()).lines)


def test_a_growing_entity_does_not_grow():
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    document = f'<!DOCTYPE d [<!ENTITY e0 "x">{entities}]><w:document xmlns:w="{make.W}"><w:body>&e8;</w:body></w:document>'
    content = make.packed({"[Content_Types].xml": make.TYPES.format(more=""), "word/document.xml": document})
    assert refusal("a.docx", content) == "broken"


def test_a_file_that_is_two_kinds_at_once_is_what_its_first_bytes_say():
    both = b"%PDF-1.4\n" + make.docx(*LINES)
    assert refusal("a.docx", both) == "wrong_name"
    assert kind_of("a.docx", make.docx(*LINES) + b"<html><body>x</body></html>") == "docx"


def test_deeply_nested_tags_do_not_stop_the_program():
    page = "<html><body>" + "<div>" * 20_000 + "甲乙" + "</div>" * 20_000 + "</body></html>"
    try:
        read("a.html", page.encode())
    except Unreadable as refused:
        assert refused.code in ("broken", "no_text")
    body = "<w:sdt><w:sdtContent>" * 5000 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 5000
    assert refusal("a.docx", make.docx(body=body)) == "broken"


# What is kept, and what is taken out


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
