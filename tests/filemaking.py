"""Makes the files that the tests of reading need, good and bad ones, without any other program."""

from __future__ import annotations

import io
import struct
import zipfile


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>{more}</Types>'
)


def packed(parts: dict[str, bytes | str]) -> bytes:
    """A zip archive with these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def docx(
    *paragraphs: str, body: str = "", more: dict[str, bytes | str] | None = None, types: str = ""
) -> bytes:
    """A .docx file: plain paragraphs, or `body` as raw WordprocessingML."""
    body = body or "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return packed(
        {"[Content_Types].xml": TYPES.format(more=types), "word/document.xml": document, **(more or {})}
    )


def xlsx(sheet: bytes | str, **more: bytes | str) -> bytes:
    """An .xlsx file with one sheet, given as raw SpreadsheetML."""
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return packed(
        {
            "[Content_Types].xml": TYPES.format(more=""),
            "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" '
            f'Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{relations}"><sheets>'
            '<sheet name="名单" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" '
            f'Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": sheet,
            **more,
        }
    )


def full_sheet(cells: int, width: int = 20) -> bytes:
    """The XML of a sheet with so many cells."""
    row = "".join("<c><v>1</v></c>" for _ in range(width))
    return f'<worksheet xmlns="{S}"><sheetData>{f"<row>{row}</row>" * (cells // width)}</sheetData></worksheet>'.encode()


def compound(streams: dict[str, bytes]) -> bytes:
    """An OLE compound file with these streams, each padded to at least 4096 bytes."""
    contents = [content.ljust(4096, b"\0") for content in streams.values()]
    sectors = [-(-len(content) // 512) for content in contents]
    entries = -(-(len(streams) + 1) // 4)
    fat: list[int] = []
    starts = []
    for length in [*sectors, entries]:
        starts.append(len(fat))
        fat += [*range(len(fat) + 1, len(fat) + length), 0xFFFFFFFE]
    fat_at = len(fat)
    amount = -(-(fat_at + 8) // 128)
    fat += [0xFFFFFFFD] * amount
    fat += [0xFFFFFFFF] * (amount * 128 - len(fat))
    data = b"".join(
        content.ljust(length * 512, b"\0") for content, length in zip(contents, sectors, strict=True)
    )
    directory = _entry("Root Entry", 5, 0xFFFFFFFE, 0)
    for (name, _), start, content in zip(streams.items(), starts, contents, strict=False):
        directory += _entry(name, 2, start, len(content))
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
    )
    head += struct.pack("<IIIIIIIII", 0, amount, starts[-1], 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    table = [fat_at + at for at in range(amount)]
    head += struct.pack("<109I", *table, *[0xFFFFFFFF] * (109 - len(table)))
    return head + data + directory.ljust(entries * 512, b"\0") + struct.pack(f"<{len(fat)}I", *fat)


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    return (
        raw.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(raw), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def doc(text: str, flags: int = 0x0200, version: int = 0xC1, latin: str = "") -> bytes:
    """A Word 97 file: the text in a UTF-16 piece, `latin` in a compressed piece after it."""
    wide, narrow = text.encode("utf-16-le"), latin.encode("cp1252")
    head = bytearray(1024)
    struct.pack_into("<HH", head, 0, 0xA5EC, version)
    struct.pack_into("<H", head, 10, flags)
    units = len(wide) // 2
    struct.pack_into("<i", head, 0x4C, units + len(latin))
    pieces = [(1024, units)] + ([((1024 + len(wide)) * 2 | 0x40000000, len(latin))] if latin else [])
    ends = [0]
    for _, length in pieces:
        ends.append(ends[-1] + length)
    plc = struct.pack(f"<{len(ends)}I", *ends)
    plc += b"".join(struct.pack("<HIH", 0, place, 0) for place, _ in pieces)
    clx = b"\x01" + struct.pack("<H", 4) + b"fmt!" + b"\x02" + struct.pack("<I", len(plc)) + plc
    struct.pack_into("<II", head, 0x01A2, 0, len(clx))
    return compound(
        {"WordDocument": bytes(head) + wide + narrow, "1Table" if flags & 0x0200 else "0Table": clx}
    )


def xls(rows: list[list[str]], before: bytes = b"") -> bytes:
    """An Excel 97 file with one sheet of text cells; `before` goes in front of the workbook's records."""

    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    def text(at: int, column: int, value: str) -> bytes:
        return record(0x204, struct.pack("<HHHHB", at, column, 0, len(value), 1) + value.encode("utf-16-le"))

    start = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6))
    sheet = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6))
    sheet += b"".join(
        text(at, column, cell) for at, row in enumerate(rows) for column, cell in enumerate(row)
    )
    sheet += record(0x0A, b"")
    name = "名单".encode("utf-16-le")
    place = len(start) + len(before) + 4 + 8 + len(name) + 4
    bound = record(0x85, struct.pack("<IHBB", place, 0, 2, 1) + name)
    return compound({"Workbook": start + before + bound + record(0x0A, b"") + sheet})


def pdf(pages: list[list[tuple[int, int, str]]], encrypted: bool = False) -> bytes:
    """A PDF file: for each page (x, y, text) at 12 points in a font that is named, not embedded."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids ["
        + b" ".join(b"%d 0 R" % (6 + 2 * at) for at in range(len(pages)))
        + b"] /Count %d >>" % len(pages),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
        b"/Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>",
    ]
    for at, page in enumerate(pages):
        drawn = b"".join(
            b"BT /F1 12 Tf %d %d Td <%s> Tj ET\n" % (x, y, text.encode("utf-16-be").hex().encode())
            for x, y, text in page
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (7 + 2 * at)
        )
        objects.append(b"<< /Length %d >>\nstream\n" % len(drawn) + drawn + b"endstream")
    if encrypted:
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (b"41" * 32, b"42" * 32))
    return _assembled(objects, encrypted)


def _assembled(objects: list[bytes], encrypted: bool) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b"/Encrypt %d 0 R /ID [<41><41>]" % len(objects) if encrypted else b""
    return bytes(
        out
        + b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, lock, start)
    )
