"""Bad files are refused with a sentence that tells what to do, and at little cost."""

import io
import time
import zipfile

import pytest

import filemaking as make
from jianyi.documents.guard import MAX_BYTES, Unreadable, kind_of
from jianyi.documents.reading import read
from jianyi.kit import spreadsheets


LINES = ("关于修缮青石渠的建议", "青石渠漏水，建议修缮。")
TEXT = "\n".join(LINES)


def refusal(name, content):
    with pytest.raises(Unreadable) as refused:
        read(name, content)
    assert refused.value.sentence.endswith("。")
    return refused.value.code


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
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(target, "a") as archive:
        archive.writestr("word/document.xml", "<other/>")
    assert refusal("a.docx", target.getvalue()) == "broken"


def test_two_million_cells_are_refused_before_anything_reads_them(monkeypatch):
    monkeypatch.setattr(spreadsheets, "CalamineWorkbook", None)
    content = make.xlsx(make.full_sheet(2_000_000))
    assert len(content) < 400_000
    assert refusal("a.xlsx", content) == "cells"


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


def test_a_text_of_nothing_but_remarks_takes_no_time():
    """Each remark could be taken for the beginning of a longer one: the ways to cut them doubled with every one."""
    start = time.perf_counter()
    assert kind_of("说明.txt", b"<!---->" * 28 + b"x") == "txt"
    assert kind_of("网页.html", b"<!---->" * 28 + b"<html></html>") == "html"
    assert time.perf_counter() - start < 1
