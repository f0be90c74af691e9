"""A PDF drawn anew: each page as it is seen, as a picture, in a new file that has nothing else.

Pages could be copied with their text, but a page carries along what nobody sees: text behind a black bar or outside the paper,
the text that a scanner recognised, layers, marks of editors, the camera of a picture. None of that survives being drawn.
"""

from __future__ import annotations

import zlib

import pypdfium2 as pdfium
from pypdfium2 import raw

from jianyi.documents.carried import pdf
from jianyi.documents.guard import MAX_BYTES
from jianyi.kit.unreadable import Unreadable


MAX_PAGES = 100
_DOTS = 150 / 72  # dots to a point: fit for print and screen
_MAX_PIXELS = 6_000_000


def clean(content: bytes) -> bytes:
    """The pages as they are seen. Raises Unreadable: encrypted, broken, too_many_drawn or too_large_drawn."""
    document = pdf.opened(content)
    try:
        if len(document) > MAX_PAGES:
            raise Unreadable("too_many_drawn")
        if document.get_formtype() in (raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND):
            raise Unreadable("uncertain_pdf", what="动态表单里的数据")
        if document.get_formtype():
            document.init_forms()
        return _drawn(document)
    except (pdfium.PdfiumError, ValueError, MemoryError) as damage:
        raise Unreadable("broken") from damage
    finally:
        document.close()


def _drawn(document: pdfium.PdfDocument) -> bytes:
    pages, size = [], 0
    for number in range(len(document)):
        pages.append(_page(document[number]))
        size += len(pages[-1][3])
        if size > MAX_BYTES:
            raise Unreadable("too_large_drawn")
    return _written(pages)


def _page(page: pdfium.PdfPage) -> tuple[float, float, bytes, bytes]:
    """Width and height in points, the head of the picture, and its dots, packed."""
    for number in reversed(range(raw.FPDFPage_GetAnnotCount(page))):
        annotation = raw.FPDFPage_GetAnnot(page, number)
        sort = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if sort not in pdf.SEEN:
            raw.FPDFPage_RemoveAnnot(page, number)
    wide, high = page.get_size()
    scale = min(_DOTS, (_MAX_PIXELS / max(wide * high, 1)) ** 0.5)
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False, fill_color=(255, 255, 255, 255))
    dots, colours = _dots(bitmap)
    head = b"/Width %d /Height %d /BitsPerComponent 8 /ColorSpace /%s" % (
        bitmap.width,
        bitmap.height,
        colours,
    )
    packed = zlib.compress(dots, 9)
    bitmap.close()
    page.close()
    return wide, high, head, packed


def _dots(bitmap: pdfium.PdfBitmap) -> tuple[bytes, bytes]:
    """The dots row by row without gaps; grey where the page has no colour."""
    held, row = bytes(bitmap.buffer), bitmap.width * bitmap.n_channels
    dots = b"".join(held[at : at + row] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
    if bitmap.n_channels == 1:
        return dots, b"DeviceGray"
    red, green, blue = (dots[colour :: bitmap.n_channels] for colour in range(3))
    if red == green == blue:
        return red, b"DeviceGray"
    if bitmap.n_channels == 3:
        return dots, b"DeviceRGB"
    painted = bytearray(3 * len(red))
    painted[0::3], painted[1::3], painted[2::3] = red, green, blue
    return bytes(painted), b"DeviceRGB"


def _written(pages: list[tuple[float, float, bytes, bytes]]) -> bytes:
    """A file of pages with one picture each, and no word on who made it or when."""
    kids = b" ".join(b"%d 0 R" % (3 + 3 * at) for at in range(len(pages)))
    things = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
    ]
    for at, (wide, high, head, packed) in enumerate(pages):
        number = 3 + 3 * at
        drawn = b"q %.2f 0 0 %.2f 0 0 cm /P Do Q" % (wide, high)
        things += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R /Resources << /XObject << /P %d 0 R >> >> >>"
            % (wide, high, number + 1, number + 2),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
            b"<< /Type /XObject /Subtype /Image %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
            % (head, len(packed), packed),
        ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, thing in enumerate(things, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(things) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(things) + 1, start)
    return bytes(out)
