"""Word documents (.docx), read straight from their XML: paragraphs, tables and text boxes in reading order.

Deleted revisions, field codes, headers and footers are left out; automatic numbers are written out.
Format: ECMA-376, WordprocessingML.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jianyi.documents.guard import Unreadable
from jianyi.documents.reading.content import Text, text_of
from jianyi.documents.reading.numbering import Numbering
from jianyi.kit.archives import Archive


MAX_PART = 20 * 1024 * 1024
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {W + "del", W + "moveFrom", W + "instrText", W + "delText", W + "pPr", W + "rPr", _FALLBACK}
_MARKS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}


def read(_name: str, content: bytes) -> Text:
    """The text of a .docx file. Raises Unreadable (broken, encrypted, macros, bomb, traversal, nested)."""
    archive = Archive(content)
    archive.check_sizes()
    if b"macroEnabled" in part_of(archive, "[Content_Types].xml"):
        raise Unreadable("macros")
    root = tree_of(part_of(archive, "word/document.xml"))
    body = root.find(W + "body")
    if body is None:
        raise Unreadable("broken")
    numbering = Numbering(
        *(
            tree_of(part_of(archive, f"word/{name}.xml")) if f"word/{name}.xml" in archive.names else None
            for name in ("numbering", "styles")
        )
    )
    return text_of("docx", _block_lines(body, numbering), _title(body))


def part_of(archive: Archive, name: str) -> bytes:
    """One part of the package, in the usual form of the format. Raises Unreadable: broken or bomb."""
    # The strict form of the format differs in its namespace only.
    return archive.read(name, MAX_PART).replace(STRICT, USUAL)


def tree_of(content: bytes) -> etree._Element:
    """The elements of a part, without remarks of programs. Raises Unreadable: broken."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as damage:
        raise Unreadable("broken") from damage
    if root.getroottree().docinfo.doctype:
        # Word never writes a document type; only an attack on the parser has one.
        raise Unreadable("broken")
    return root


def _block_lines(block: etree._Element, numbering: Numbering) -> Iterator[str]:
    for child in block:
        if child.tag == W + "p":
            yield from _paragraph(child, numbering)
        elif child.tag == W + "tbl":
            yield from _table_lines(child, numbering)
        elif child.tag not in _SKIPPED:
            yield from _block_lines(child, numbering)


def _paragraph(paragraph: etree._Element, numbering: Numbering) -> Iterator[str]:
    """The lines of text boxes anchored in the paragraph, then the paragraph itself."""
    for box in paragraph.iter(W + "txbxContent"):
        if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
            yield from _block_lines(box, numbering)
    text = "".join(_runs(paragraph))
    if text.strip():
        yield numbering.label(paragraph) + text


def _runs(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag not in _SKIPPED and child.tag != W + "txbxContent":
            yield from _runs(child)


def _table_lines(table: etree._Element, numbering: Numbering) -> Iterator[str]:
    for row in _own(table, "tr", "tbl"):
        cells = ("\n".join(_block_lines(cell, numbering)).strip() for cell in _own(row, "tc", "tr"))
        yield "\t".join(cells)


def _own(element: etree._Element, name: str, holder: str) -> Iterator[etree._Element]:
    """The parts of this table or row, leaving out those of a table inside one of its cells."""
    for part in element.iter(W + name):
        if next(part.iterancestors(W + holder)) is element:
            yield part


def _title(body: etree._Element) -> str:
    """The first paragraph when it is centred or styled as a title; "" otherwise."""
    for paragraph in body.iterchildren(W + "p"):
        text = "".join(_runs(paragraph)).strip()
        if text:
            return text if _stands_out(paragraph) else ""
    return ""


def _stands_out(paragraph: etree._Element) -> bool:
    properties = paragraph.find(W + "pPr")
    if properties is None:
        return False
    values = {
        properties.find(W + name).get(W + "val", "")
        for name in ("jc", "pStyle")
        if properties.find(W + name) is not None
    }
    return bool(values & {"center", "Title", "Heading1", "1", "a3"})
