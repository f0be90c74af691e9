"""What an attachment carries besides what is seen is told, and a copy to publish carries none of it."""

import datetime as dt
import io

import openpyxl
import pypdfium2 as pdfium
import pytest
from docx import Document
from openpyxl.comments import Comment

import filemaking as make
from jianyi.documents.carried import UNSEEN, carried
from jianyi.documents.cleaning import clean
from jianyi.documents.guard import Unreadable
from jianyi.documents.reading import read
from pictures import jpeg, png


SECRET = "汤臣一"
RUN = "<w:r><w:t>{}</w:t></w:r>".format
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'.format
RELATION = f'<Relationship Id="{{}}" Type="{OFFICE}/{{}}" Target="{{}}"/>'.format
BLIP = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="图" descr="C:\\\\汤臣一\\\\桌面.jpg"/>'
    '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="'
    + OFFICE
    + '" r:embed="rP"/>'
    "{}</wp:inline></w:drawing></w:r>"
)
HIDDEN = {
    "struck out": (
        "revision",
        f'<w:del w:author="{SECRET}" w:date="2025-01-01T00:00:00Z"><w:r><w:delText>删{SECRET}</w:delText></w:r></w:del>',
    ),
    "put in": ("revision", f'<w:ins w:author="{SECRET}">{RUN("新")}</w:ins>'),
    "hidden": ("hidden", f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{SECRET}</w:t></w:r>"),
    "white": ("hidden", f'<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>{SECRET}</w:t></w:r>'),
    "tiny": ("hidden", f'<w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>{SECRET}</w:t></w:r>'),
    "field": ("property", f"<w:r><w:instrText>AUTHOR {SECRET}</w:instrText></w:r>"),
}
PROPERTIES = {
    "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{SECRET}</dc:creator><cp:lastModifiedBy>{SECRET}</cp:lastModifiedBy>'
    "</cp:coreProperties>",
    "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Company>{SECRET}公司</Company></Properties>",
    "docProps/custom.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
    f'<property name="经手">{SECRET}</property></Properties>',
    "word/comments.xml": f'<w:comments xmlns:w="{make.W}"><w:comment w:author="{SECRET}"><w:p>{RUN("核")}</w:p></w:comment></w:comments>',
    "word/people.xml": f'<w:people xmlns:w="{make.W}"/>',
}


def said(name, content):
    return {(thing.kind, thing.sentence) for thing in carried(name, content)}


def without_secret(content):
    """No part of the package says it, packed or not."""
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return all(
            SECRET.encode() not in archive.read(name) and SECRET not in name for name in archive.namelist()
        )


# Word


@pytest.mark.parametrize("case", HIDDEN)
def test_what_stands_unseen_in_a_word_text_is_told_and_is_not_in_the_copy(case):
    kind, run = HIDDEN[case]
    content = make.docx(body=f"<w:p>{RUN('甲')}{run}{RUN('乙')}</w:p>")
    assert any(k == kind and SECRET in sentence for k, sentence in said("a.docx", content))
    done = clean("a.docx", content)
    assert without_secret(done.content) and done.removed and not carried("a.docx", done.content)
    assert read("a.docx", done.content).lines == ("甲新乙" if case == "put in" else "甲乙",)


def test_properties_remarks_and_people_of_a_word_file_are_told_and_gone():
    content = make.docx("甲", more=PROPERTIES)
    kinds = {kind for kind, _ in said("a.docx", content)}
    assert kinds == {"author", "property", "comment"}
    assert all(sentence.endswith("。") for _, sentence in said("a.docx", content))
    assert without_secret(clean("a.docx", content).content)


def test_hidden_styles_hide_what_is_in_them_and_rows_hide_too():
    styles = (
        f'<w:styles xmlns:w="{make.W}"><w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    rels = RELATIONS(RELATION("rS", "styles", "styles.xml"))
    body = (
        f'<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr>{RUN(SECRET)}</w:p><w:p>{RUN("甲")}</w:p>'
        f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p>{RUN(SECRET)}</w:p></w:tc></w:tr>"
        f"<w:tr><w:tc><w:p>{RUN('乙')}</w:p></w:tc></w:tr></w:tbl>"
    )
    content = make.docx(body=body, more={"word/styles.xml": styles, "word/_rels/document.xml.rels": rels})
    assert len([1 for kind, _ in said("a.docx", content) if kind == "hidden"]) == 2
    done = clean("a.docx", content).content
    assert without_secret(done) and read("a.docx", done).lines == ("甲", "乙")


def test_the_pictures_of_a_word_file_lose_place_and_path():
    rels = RELATIONS(RELATION("rP", "image", "media/汤臣一.jpg"))
    picture = jpeg(secret=SECRET.encode())
    content = make.docx(
        body=f"<w:p>{BLIP.format('')}{RUN('甲')}</w:p>",
        more={"word/_rels/document.xml.rels": rels, "word/media/汤臣一.jpg": picture},
    )
    assert {"property", "comment"} <= {kind for kind, _ in said("a.docx", content)}
    assert without_secret(clean("a.docx", content).content)


@pytest.mark.parametrize(
    ("inside", "more"),
    [
        (BLIP.format('<a:srcRect xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" l="20000"/>'), {}),
        ("<w:r><w:object/></w:r>", {}),
        ("<w:r><w:t>丙</w:t></w:r><w:pPr/>", {}),
        ('<w:r><x:thing xmlns:x="urn:somewhere"/></w:r>', {}),
        ("", {"word/_rels/document.xml.rels": RELATIONS(RELATION("rC", "chart", "charts/chart1.xml"))}),
        (BLIP.format(""), {"word/media/a.jpg": b"GIF89a", "word/_rels/document.xml.rels": RELATIONS(RELATION("rP", "image", "media/a.jpg"))}),
    ],
    ids=["cropped", "object", "late properties", "unknown", "chart", "no picture that we know"],
)  # fmt: skip
def test_what_cannot_be_taken_out_for_certain_is_refused(inside, more):
    with pytest.raises(Unreadable) as refused:
        clean("a.docx", make.docx(body=f"<w:p>{inside}{RUN('甲')}</w:p>", more=more))
    assert refused.value.code == "uncertain"
    assert refused.value.sentence.startswith("不能确认已去除") and "PDF" in refused.value.sentence


def test_a_document_as_word_writes_it_reads_the_same_and_opens():
    book = Document()
    book.core_properties.author = SECRET
    book.add_heading("关于修渠的建议", 1)
    book.add_paragraph("青石渠漏水。", style="List Number")
    table = book.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "渠长", "3.5 公里"
    book.sections[0].header.paragraphs[0].text = "澜江县水利局"
    kept = io.BytesIO()
    book.save(kept)
    done = clean("a.docx", kept.getvalue()).content
    assert read("a.docx", done).lines == read("a.docx", kept.getvalue()).lines
    again = Document(io.BytesIO(done))
    assert again.paragraphs[0].style.name == "Heading 1" and without_secret(done)
    assert again.sections[0].header.paragraphs[0].text == "澜江县水利局"


# Excel


def test_what_a_workbook_hides_is_told_and_gone():
    book = openpyxl.Workbook()
    book.properties.creator = SECRET
    sheet = book.active
    sheet.append(["渠名", "长", "经手"])
    sheet.append(["青石渠", 3.5, SECRET])
    sheet.append([SECRET, 1, 2])
    sheet["A5"], sheet["B5"] = "合计", dt.date(2025, 6, 3)
    sheet.column_dimensions["C"].hidden = True
    sheet.row_dimensions[3].hidden = True
    sheet["A1"].comment = Comment(f"问{SECRET}", SECRET)
    sheet["B6"] = SECRET
    sheet["B6"].number_format = ";;;"
    hidden = book.create_sheet(f"{SECRET}表")
    hidden["A1"], hidden.sheet_state = SECRET, "veryHidden"
    kept = io.BytesIO()
    book.save(kept)
    told = said("a.xlsx", kept.getvalue())
    assert len([1 for kind, _ in told if kind == "hidden"]) == 4 and "comment" in {kind for kind, _ in told}
    done = clean("a.xlsx", kept.getvalue()).content
    assert without_secret(done) and not carried("a.xlsx", done)
    (again,) = read("a.xlsx", done).sheets
    assert [row[:2] for row in again.rows][:2] == [("渠名", "长"), ("青石渠", 3.5)]
    assert openpyxl.load_workbook(io.BytesIO(done)).active["B5"].value == dt.datetime(2025, 6, 3)


# PDF


def test_a_pdf_is_told_by_its_author_and_drawn_anew():
    source = pdfium.PdfDocument(make.pdf([[(96, 700, "甲乙")], [(96, 700, "丙")]]))
    source.new_attachment("私.txt").set_data(SECRET.encode())
    kept = io.BytesIO()
    source.save(kept)
    told = said("a.pdf", kept.getvalue())
    assert ("inside", "文件里附有文件：私.txt。") in told
    done = clean("a.pdf", kept.getvalue()).content
    again = pdfium.PdfDocument(done)
    assert len(again) == 2 and again[0].get_size() == source[0].get_size()
    assert again.count_attachments() == 0 and not carried("a.pdf", done)
    assert SECRET.encode() not in done and not again[0].get_textpage().get_text_range().strip()


def test_what_a_page_shows_is_still_shown():
    page = make.pdf([[(96, 700, "甲乙丙丁")]])
    drawn = [
        pdfium.PdfDocument(each)[0].render(scale=1).buffer for each in (page, clean("a.pdf", page).content)
    ]
    dark = [sum(dot < 128 for dot in bytes(each)) for each in drawn]
    assert dark[0] and 0.5 < dark[1] / dark[0] < 2


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        (b"/Author (Tang)", "author"), (b"/Type /OCProperties /OCProperties 1", "hidden"), (b"/S /JavaScript", "inside"),
        (b"/PieceInfo 1", "property"), (b"/ByteRange [0 1]", "author"),
    ],
)  # fmt: skip
def test_marks_in_the_bytes_of_a_pdf_are_told(entry, kind):
    plain = make.pdf([[(96, 700, "甲")]])
    marked = plain.replace(b"trailer << ", b"trailer << /Info 1 0 R ").replace(
        b"/Type /Catalog", b"/Type /Catalog " + entry
    )
    assert kind in {k for k, _ in said("a.pdf", marked)} and kind not in {k for k, _ in said("a.pdf", plain)}
    assert not carried("a.pdf", clean("a.pdf", marked).content)


def test_remarks_and_unseen_text_of_a_page_are_told_and_gone():
    plain = make.pdf([[(96, 700, "甲")]])
    noted = plain.replace(
        b"/Type /Page /Parent",
        b"/Type /Page /Annots [<< /Type /Annot /Subtype /Text /Rect [9 9 29 29] /T (Tang) /Contents (why) >>] /Parent",
    ).replace(b"/F1 12 Tf", b"3 Tr /F1 12 Tf")
    told = said("a.pdf", noted)
    assert ("comment", "第 1 页有批注（Tang）：why。") in told and "hidden" in {kind for kind, _ in told}
    done = clean("a.pdf", noted).content
    assert not carried("a.pdf", done) and b"Tang" not in done


# Pictures


def test_a_photograph_tells_its_camera_and_place_and_loses_them():
    taken = jpeg(orientation=6, secret=b"29.5N106.5E", after=b"film behind")
    assert {kind for kind, _ in said("a.jpg", taken)} == {"unclear", "property", "comment", "picture"}
    done = clean("a.jpg", taken).content
    assert not carried("a.jpg", done) and b"29.5N" not in done
    assert not carried("a.png", clean("a.png", png()).content)


def test_where_a_photograph_was_taken_is_told():
    plain = jpeg(orientation=1)
    located = plain.replace(b"\x12\x01\x03\x00", b"\x25\x88\x04\x00")
    assert ("place", "图片记有拍摄地点（GPS 定位）。") in said("a.jpg", located)


# What may not be opened


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", make.docx("甲", more={"word/media/image1.bin": bytes(60_000_000)})),
        ("a.docx", make.docx(body="<w:p><w:r>")),
        ("a.docx", make.compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x"})),
        ("a.docx", make.docx("甲").replace(b"word/document.xml", b"word/documenx.xml")),
        ("a.xlsx", make.xlsx(make.full_sheet(2_000_000))),
        ("a.xlsx", make.xlsx("<worksheet><row>")),
        ("a.pdf", b"%PDF-1.7\nnothing"),
        ("a.pdf", make.pdf([[(96, 700, "x")]], encrypted=True)),
        ("a.jpg", jpeg()[:-30]),
        ("a.png", png()[:-20]),
        ("a.png", jpeg()),
        ("a.txt", b""),
        ("a.exe", b"MZ" + bytes(90)),
    ],
)
def test_a_hostile_or_broken_file_is_refused_in_words(name, content):
    for look in (carried, clean):
        with pytest.raises(Unreadable) as refused:
            look(name, content)
        assert refused.value.sentence.endswith("。")


def test_old_formats_and_pages_are_said_to_be_unclear_and_are_not_cleaned():
    for name, content in (
        ("a.doc", make.doc("甲\r")),
        ("a.xls", make.xls([["甲"]])),
        ("a.html", b"<html><body>x</body></html>"),
    ):
        (only,) = carried(name, content)
        assert only.kind == "unclear" and only.sentence in UNSEEN.values()
        with pytest.raises(Unreadable) as refused:
            clean(name, content)
        assert refused.value.code == "uncertain"


def test_the_original_is_never_touched():
    for name, content in (
        ("a.docx", make.docx("甲", more=PROPERTIES)),
        ("a.jpg", jpeg(secret=b"x")),
        ("a.txt", "甲".encode()),
    ):
        before = bytes(content)
        clean(name, content)
        assert content == before


def test_a_head_that_hangs_on_itself_is_refused():
    rels = RELATIONS(RELATION("rH", "header", "header1.xml"))
    parts = {
        "word/_rels/document.xml.rels": rels,
        "word/_rels/header1.xml.rels": rels,
        "word/header1.xml": f'<w:hdr xmlns:w="{make.W}"><w:p/></w:hdr>',
    }
    with pytest.raises(Unreadable) as refused:
        clean("a.docx", make.docx("甲", more=parts))
    assert refused.value.code == "uncertain"


def test_a_paragraph_struck_out_whole_goes_and_the_last_of_a_cell_stays():
    struck = (
        '<w:p><w:pPr><w:rPr><w:del w:author="甲"/></w:rPr></w:pPr>'
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
    )
    body = f"<w:p>{RUN('甲')}</w:p>{struck}<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{struck}</w:tc></w:tr></w:tbl>"
    done = Document(io.BytesIO(clean("a.docx", make.docx(body=body)).content))
    assert [paragraph.text for paragraph in done.paragraphs] == ["甲"]
    assert len(done.tables[0].cell(0, 0).paragraphs) == 1


def test_a_text_full_of_revisions_and_a_sheet_full_of_columns_take_no_more_than_they_are():
    put_in = f'<w:ins w:author="甲">{RUN("乙")}</w:ins>' * 20_000
    done = clean("a.docx", make.docx(body=f"<w:p>{put_in}</w:p>"))
    assert read("a.docx", done.content).lines == ("乙" * 20_000,)
    hidden = '<col min="1" max="16384" hidden="1"/>' * 20_000
    sheet = f'<worksheet xmlns="{make.S}"><cols>{hidden}</cols><sheetData><row r="1"><c r="B1"><v>7</v></c></row></sheetData></worksheet>'
    assert ("hidden", "工作表 sheet1 有 1 格内容写在隐藏的列里。") in said("a.xlsx", make.xlsx(sheet))
