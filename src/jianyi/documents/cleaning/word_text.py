"""The text of a Word document as it is seen: revisions accepted, remarks, hidden text, marks and links gone."""

from __future__ import annotations

import re

from lxml import etree

from jianyi.documents.carried import hidden
from jianyi.documents.reading.docx import W
from jianyi.kit.unreadable import Unreadable


Element = etree._Element
_ACCEPTED = {W + "ins", W + "moveTo"}
# Around text that stays: links, what programs mark as a person or a place, forms to fill in.
_AROUND = {W + "hyperlink", W + "smartTag", W + "customXml", W + "dir", W + "bdo"}
_DROPPED = {
    W + name
    for name in (
        "del",
        "moveFrom",
        "delText",
        "delInstrText",
        "instrText",
        "fldChar",
        "proofErr",
        "permStart",
        "permEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "annotationRef",
        "bookmarkStart",
        "bookmarkEnd",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
        "customXmlInsRangeStart",
        "customXmlInsRangeEnd",
        "customXmlDelRangeStart",
        "customXmlDelRangeEnd",
        "customXmlMoveFromRangeStart",
        "customXmlMoveFromRangeEnd",
        "customXmlMoveToRangeStart",
        "customXmlMoveToRangeEnd",
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "trPrChange",
        "tcPrChange",
        "tblGridChange",
        "tblPrExChange",
        "numberingChange",
        "cellIns",
        "smartTagPr",
        "customXmlPr",
        "printerSettings",
        "rsid",
        "docPartObj",
        "numPicBullet",
        "lvlPicBulletId",
    )
}
_STOPS = {
    W + name: "嵌入的对象" for name in ("object", "control", "altChunk", "subDoc", "contentPart", "movie")
}
_STOPS |= {W + "cellDel": "表格的修订痕迹", W + "cellMerge": "表格的修订痕迹"}
_KNOWN = re.compile(
    r"^\{(http://schemas\.openxmlformats\.org/(wordprocessingml/2006/main|drawingml/2006/(main|picture|wordprocessingDrawing)|"
    r"officeDocument/2006/math|markup-compatibility/2006)|urn:schemas-microsoft-com:(vml|office:(office|word))|"
    r"http://schemas\.microsoft\.com/office/(word|drawing)/20\d\d/[\w/]+)\}"
)
_PAGE_FIELD = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES)\b[\s\\*\w#0-]*$")
_LINKS = {"hlinkClick", "hlinkHover", "extLst"}
_MARKED = re.compile(r"^(rsid\w*|paraId|textId|author|date|initials)$")


def clean(root: Element, unseen: frozenset[str], in_margin: bool) -> None:
    """Change the tree so that it says what is seen and nothing else. In margins the number of the page stays.

    Raises Unreadable("uncertain") for what cannot be told apart.
    """
    _check(root)
    keeps_pages = in_margin and _only_pages(root)
    _accept(root)
    for each in [*hidden.runs(root, unseen), *hidden.rows(root), *hidden.drawings(root)]:
        _remove(each)
    _unwrap_forms(root)
    for each in list(root.iter(*_AROUND, W + "fldSimple")):
        if each.tag != W + "fldSimple" or not keeps_pages:
            _unwrap(each)
    pages = {W + "instrText", W + "fldChar"} if keeps_pages else set()
    for each in list(root.iter(*(_DROPPED - pages))):
        _remove(each)
    for each in root.iter(W + "vanish", W + "specVanish"):
        each.set(W + "val", "0")
    _plain(root)


def plain_form(root: Element) -> None:
    """Styles and numbering without marks of who made them. Raises Unreadable("uncertain")."""
    _check(root)
    for each in list(root.iter(*_DROPPED)):
        _remove(each)
    _plain(root)


def _check(root: Element) -> None:
    for each in root.iter():
        if each.tag in _STOPS:
            raise Unreadable("uncertain", what=_STOPS[each.tag])
        if not _KNOWN.match(each.tag) or _is_late(each):
            raise Unreadable("uncertain", what="本系统看不懂的内容")
    if hidden.cropped(root):
        raise Unreadable("uncertain", what="图片被裁掉的部分")
    if hidden.shapes(root):
        raise Unreadable("uncertain", what="隐藏的图形")


def _is_late(properties: Element) -> bool:
    """Properties of a paragraph that do not come first, where nobody looks for them."""
    if properties.tag != W + "pPr":
        return False
    return properties.getprevious() is not None and properties.getparent().tag == W + "p"


def _only_pages(root: Element) -> bool:
    codes = [each.text or "" for each in root.iter(W + "instrText")]
    codes += [each.get(W + "instr", "") for each in root.iter(W + "fldSimple")]
    return all(_PAGE_FIELD.match(code) for code in codes)


def _accept(root: Element) -> None:
    """What was struck out goes, with the rows and the paragraphs that were struck out whole; what was put in stays."""
    for row in [each for each in root.iter(W + "tr") if each.find(f"{W}trPr/{W}del") is not None]:
        _remove(row)
    for paragraph in [each for each in root.iter(W + "p") if each.find(f"{W}pPr/{W}rPr/{W}del") is not None]:
        _remove_paragraph(paragraph)
    for each in list(root.iter(W + "del", W + "moveFrom")):
        _remove(each)
    for each in list(root.iter(*_ACCEPTED)):
        _unwrap(each)


def _stays(paragraph: Element) -> bool:
    """Whether a run of the paragraph was not struck out."""
    gone = {W + "del", W + "moveFrom"}
    return any(not any(up.tag in gone for up in run.iterancestors()) for run in paragraph.iter(W + "r"))


def _remove_paragraph(paragraph: Element) -> None:
    """A cell, a note and a box need one paragraph at least; the page of a section hangs on its last one."""
    if _stays(paragraph):
        return
    others = (next(paragraph.itersiblings(W + "p", preceding=before), None) for before in (False, True))
    if any(other is not None for other in others) and paragraph.find(f"{W}pPr/{W}sectPr") is None:
        _remove(paragraph)


def _unwrap_forms(root: Element) -> None:
    for form in list(root.iter(W + "sdt")):
        inside = form.find(W + "sdtContent")
        for other in [each for each in form if each is not inside]:
            form.remove(other)
        if inside is not None:
            _unwrap(inside)
        _unwrap(form)


def _plain(root: Element) -> None:
    """No marks of revisions on elements, no names and descriptions on pictures, no links on drawings."""
    for each, attribute in list(hidden.described(root)):
        each.set(attribute, "")
    for each in [each for each in root.iter() if etree.QName(each).localname in _LINKS]:
        _remove(each)
    for each in root.iter():
        for attribute in [name for name in each.attrib if _MARKED.match(etree.QName(name).localname)]:
            del each.attrib[attribute]
        if etree.QName(each).localname in ("docPr", "cNvPr"):
            each.set("name", "")


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    for child in list(element):
        element.addprevious(child)
    parent.remove(element)
