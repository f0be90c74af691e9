"""An Excel workbook made anew from what is seen of the old one: visible sheets, their cells as they read, widths and formats.

Formulas become what they gave. Pictures and charts cannot be carried over for certain: such a book is refused.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile

from lxml import etree

from jianyi.documents.carried import sheets
from jianyi.documents.carried.sheets import S
from jianyi.kit.archives import Archive
from jianyi.kit.unreadable import Unreadable


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_R = "{" + _OFFICE + "}"
# Of a sheet, in the order that the format asks for.
_KEPT = ("sheetFormatPr", "cols", "sheetData", "mergeCells", "pageMargins")
_DRAWN = {S + "drawing", S + "legacyDrawing", S + "picture", S + "oleObjects", S + "controls"}
_OF_A_CELL = {"r", "s", "t"}
_OF_A_ROW = {"r", "spans", "ht", "customHeight", "hidden", "s", "customFormat"}
_WHEN = (1980, 1, 1, 0, 0, 0)


def clean(content: bytes) -> bytes:
    """The workbook as it is seen. Raises Unreadable: uncertain, and as reading does."""
    archive = sheets.opened(content)
    if any(
        re.match(r"xl/(media|charts|embeddings|externalLinks|pivotCache)/", name) for name in archive.names
    ):
        raise Unreadable("uncertain", what="表格里的图片、图表或外部数据")
    strings, unseen = _strings(archive), sheets.hidden_formats(archive)
    parts: dict[str, bytes] = {}
    named = []
    for number, (name, place) in enumerate(_visible(archive), start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = _written(
            _sheet(sheets.tree(archive, place), strings, unseen)
        )
        named.append(name)
    if not named:
        raise Unreadable("no_text")
    if "xl/styles.xml" in archive.names:
        parts["xl/styles.xml"] = _written(_styles(sheets.tree(archive, "xl/styles.xml")))
    return _packed(named, parts)


def _visible(archive: Archive) -> list[tuple[str, str]]:
    """Name and place of each sheet that shows."""
    places = {}
    for each in sheets.tree(archive, "xl/_rels/workbook.xml.rels"):
        places[each.get("Id", "")] = posixpath.normpath(posixpath.join("/xl", each.get("Target", "")))[1:]
    shown = []
    for sheet in sheets.tree(archive, "xl/workbook.xml").iter(S + "sheet"):
        place = places.get(sheet.get(_R + "id", ""), "")
        if sheet.get("state", "visible") == "visible":
            if not place.startswith("xl/worksheets/"):
                raise Unreadable("uncertain", what="图表工作表里的数据")
            shown.append((sheet.get("name", ""), place))
    return shown


def _strings(archive: Archive) -> list[str]:
    """The shared texts, without the readings that are kept beside them."""
    if "xl/sharedStrings.xml" not in archive.names:
        return []
    return [_text(item) for item in sheets.tree(archive, "xl/sharedStrings.xml").iter(S + "si")]


def _text(item: etree._Element) -> str:
    return "".join(
        each.text or ""
        for each in item.iter(S + "t")
        if not any(up.tag == S + "rPh" for up in each.iterancestors())
    )


def _sheet(root: etree._Element, strings: list[str], unseen: frozenset[str]) -> etree._Element:
    if any(each.tag in _DRAWN - {S + "legacyDrawing"} for each in root):
        raise Unreadable("uncertain", what="表格里的图片或图表")
    gone = sheets.columns(root)
    made = etree.Element(S + "worksheet", nsmap={None: S[1:-1]})
    for name in _KEPT:
        found = root.find(S + name)
        if found is None:
            continue
        made.append(found)
        if name == "sheetData":
            for row in found:
                _row(row, strings, gone, unseen)
    return made


def _row(row: etree._Element, strings: list[str], gone: frozenset[int], unseen: frozenset[str]) -> None:
    _only(row, _OF_A_ROW)
    for cell in list(row):
        if (
            cell.tag != S + "c"
            or sheets.is_hidden(row)
            or sheets.column(cell) in gone
            or cell.get("s", "0") in unseen
        ):
            row.remove(cell)
        else:
            _cell(cell, strings)


def _cell(cell: etree._Element, strings: list[str]) -> None:
    """The value alone: texts stand in the cell, formulas are gone."""
    sort, value = cell.get("t", "n"), cell.findtext(S + "v") or ""
    if sort == "s":
        at = int(value) if value.isascii() and value.isdigit() and len(value) < 9 else len(strings)
        told = strings[at] if at < len(strings) else ""
    else:
        told = _text(cell) if sort == "inlineStr" else value
    for child in list(cell):
        cell.remove(child)
    _only(cell, _OF_A_CELL)
    if sort in ("s", "str", "inlineStr"):
        cell.set("t", "inlineStr")
        text = etree.SubElement(etree.SubElement(cell, S + "is"), S + "t")
        text.text = told
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    elif told:
        etree.SubElement(cell, S + "v").text = told


def _styles(root: etree._Element) -> etree._Element:
    for each in list(root):
        if each.tag == S + "extLst":
            root.remove(each)
    return root


def _only(element: etree._Element, kept: set[str]) -> None:
    for attribute in list(element.attrib):
        if attribute not in kept:
            del element.attrib[attribute]


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _packed(named: list[str], parts: dict[str, bytes]) -> bytes:
    book = etree.Element(S + "workbook", nsmap={None: S[1:-1], "r": _OFFICE})
    listed = etree.SubElement(book, S + "sheets")
    relations = etree.Element("Relationships", xmlns=f"{_PACKAGE}/relationships")
    types = etree.Element("Types", xmlns=f"{_PACKAGE}/content-types")
    etree.SubElement(
        types,
        "Default",
        Extension="rels",
        ContentType="application/vnd.openxmlformats-package.relationships+xml",
    )
    etree.SubElement(types, "Default", Extension="xml", ContentType="application/xml")
    etree.SubElement(types, "Override", PartName="/xl/workbook.xml", ContentType=f"{_BOOK}.sheet.main+xml")
    for number, name in enumerate(named, start=1):
        etree.SubElement(
            listed, S + "sheet", {"name": name, "sheetId": str(number), _R + "id": f"rId{number}"}
        )
    for number, part in enumerate(parts, start=1):
        sort = "styles" if part == "xl/styles.xml" else "worksheet"
        etree.SubElement(
            relations, "Relationship", Id=f"rId{number}", Type=f"{_OFFICE}/{sort}", Target="/" + part
        )
        etree.SubElement(types, "Override", PartName="/" + part, ContentType=f"{_BOOK}.{sort}+xml")
    root = etree.Element("Relationships", xmlns=f"{_PACKAGE}/relationships")
    etree.SubElement(
        root, "Relationship", Id="rId1", Type=f"{_OFFICE}/officeDocument", Target="xl/workbook.xml"
    )
    laid = {
        "[Content_Types].xml": _written(types), "_rels/.rels": _written(root), "xl/workbook.xml": _written(book),
        "xl/_rels/workbook.xml.rels": _written(relations), **parts,
    }  # fmt: skip
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in laid.items():
            archive.writestr(zipfile.ZipInfo(name, _WHEN), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()
