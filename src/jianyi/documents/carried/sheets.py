"""Excel workbooks: what is hidden in sheets, rows, columns and formats, remarks, and what is laid inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from lxml import etree

from jianyi.documents.carried import package
from jianyi.documents.carried.thing import Carried, short
from jianyi.documents.reading.docx import tree_of
from jianyi.kit import cells
from jianyi.kit.archives import Archive
from jianyi.kit.unreadable import Unreadable


S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
MAX_PART = 40 * 1024 * 1024
SHEETS = re.compile(r"^xl/worksheets/sheet\d+\.xml$")
_REMARKS = re.compile(r"^xl/(comments\d*|threadedComments/[^/]+|comments/[^/]+)\.xml$")
_DRAWN = re.compile(r"^xl/drawings/[^/]+\.xml$")
_TOLD = {
    "f": "公式，可能写着别处的数据来源",
    "headerFooter": "页眉页脚",
    "dataValidation": "可选值",
    "hyperlink": "链接",
}
_COLUMNS = 16384
_ON = {"1", "true"}
_WHITE = {"FFFFFFFF", "00FFFFFF"}


def read(content: bytes) -> Iterator[Carried]:
    """What an .xlsx file carries. Raises Unreadable as reading its rows does."""
    archive = opened(content)
    yield from package.read(archive, "xl/media/")
    yield from _book(tree(archive, "xl/workbook.xml"))
    unseen = hidden_formats(archive)
    for name in archive.names:
        if SHEETS.match(name):
            yield from _sheet(tree(archive, name), name.rpartition("/")[2].removesuffix(".xml"), unseen)
        elif _REMARKS.match(name):
            yield from _remarks(tree(archive, name))
        elif _DRAWN.match(name):
            yield Carried("inside", "表格里有图形、图片或图表。")


def opened(content: bytes) -> Archive:
    """The package, with the limits of reading. Raises Unreadable."""
    archive = Archive(content)
    if "xl/workbook.xml" not in archive.names:
        raise Unreadable("broken")
    cells.check_xlsx(archive)
    archive.check_sizes()
    return archive


def tree(archive: Archive, name: str) -> etree._Element:
    """One part in the usual form of the format. Raises Unreadable."""
    return tree_of(archive.read(name, MAX_PART).replace(_STRICT, S[1:-1].encode()))


def _book(root: etree._Element) -> Iterator[Carried]:
    for each in root.iter():
        tag, name = etree.QName(each).localname, short(each.get("name", ""))
        if tag == "sheet" and each.get("state", "visible") != "visible":
            yield Carried("hidden", f"有隐藏的工作表：{name}。")
        elif tag == "definedName" and each.get("hidden") in _ON:
            yield Carried("hidden", f"有隐藏的名称：{name}。")
        elif tag == "absPath":
            yield Carried("property", f"文件里记有电脑上的路径：{short(each.get('url', ''))}。")


def _sheet(root: etree._Element, where: str, unseen: frozenset[str]) -> Iterator[Carried]:
    for count, said in _hidden(root, unseen):
        if count:
            yield Carried("hidden", f"工作表 {where} 有 {count} {said}。")
    for tag, said in _TOLD.items():
        if next(root.iter(S + tag), None) is not None:
            yield Carried("property", f"工作表 {where} 带有{said}。")


def _hidden(root: etree._Element, unseen: frozenset[str]) -> Iterator[tuple[int, str]]:
    """How much of a sheet does not show, and why."""
    gone = columns(root)
    hidden = [row for row in root.iter(S + "row") if is_hidden(row)]
    shown = [cell for row in root.iter(S + "row") if not is_hidden(row) for cell in row if is_filled(cell)]
    yield sum(any(map(is_filled, row)) for row in hidden), "个隐藏的行写有内容"
    yield sum(column(cell) in gone for cell in shown), "格内容写在隐藏的列里"
    yield sum(cell.get("s", "0") in unseen for cell in shown), "格内容设成了看不见（白色文字或空格式）"


def is_filled(cell: etree._Element) -> bool:
    """Whether a cell says anything."""
    return any((each.text or "").strip() for each in cell.iter(S + "v", S + "t", S + "f"))


def is_hidden(row: etree._Element) -> bool:
    """Whether a row does not show: hidden, or of no height."""
    return row.get("hidden") in _ON or (row.get("customHeight") in _ON and row.get("ht") in ("0", "0.0"))


def columns(root: etree._Element) -> frozenset[int]:
    """The numbers of the columns that do not show."""
    steps = [0] * (_COLUMNS + 2)
    for each in root.iter(S + "col"):
        if each.get("hidden") in _ON or each.get("width") in ("0", "0.0"):
            first, last = _whole(each.get("min")), min(_whole(each.get("max")), _COLUMNS)
            if first <= last:
                steps[first] += 1
                steps[last + 1] -= 1
    return frozenset(number for number, depth in enumerate(accumulate(steps)) if depth)


def column(cell: etree._Element) -> int:
    """The number of a cell's column; 0 where it does not say."""
    number = 0
    for letter in re.match("[A-Z]{0,3}", cell.get("r", "").upper())[0]:  # type: ignore[index]
        number = number * 26 + ord(letter) - 64
    return number


def hidden_formats(archive: Archive) -> frozenset[str]:
    """The numbers of the cell formats whose content does not show."""
    if "xl/styles.xml" not in archive.names:
        return frozenset()
    root = tree(archive, "xl/styles.xml")
    empty = {
        each.get("numFmtId") for each in root.iter(S + "numFmt") if set(each.get("formatCode", "")) == {";"}
    }
    fonts = [_is_white(font) for font in _below(root, "fonts")]
    fills = [_is_plain(fill) for fill in _below(root, "fills")]
    return frozenset(
        str(number)
        for number, xf in enumerate(_below(root, "cellXfs"))
        if xf.get("numFmtId") in empty or (_at(fonts, xf.get("fontId")) and _at(fills, xf.get("fillId")))
    )


def _below(root: etree._Element, name: str) -> list[etree._Element]:
    found = root.find(S + name)
    return list(found) if found is not None else []


def _is_white(font: etree._Element) -> bool:
    colour = font.find(S + "color")
    return (
        colour is not None
        and (colour.get("rgb", "").upper() in _WHITE or colour.get("theme") == "0")
        and not colour.get("tint")
    )


def _is_plain(fill: etree._Element) -> bool:
    pattern = fill.find(S + "patternFill")
    return pattern is not None and pattern.get("patternType", "none") == "none"


def _at(told: list[bool], number: str | None) -> bool:
    place = _whole(number)
    return place < len(told) and told[place]


def _whole(number: str | None) -> int:
    return int(number) if number and number.isascii() and number.isdigit() and len(number) < 7 else 0


def _remarks(root: etree._Element) -> Iterator[Carried]:
    authors = [
        short("".join(map(str, each.itertext())), 20)
        for each in root.iter()
        if etree.QName(each).localname == "author"
    ]
    told = [each for each in root.iter() if etree.QName(each).localname in ("comment", "threadedComment")]
    for each in told:
        yield Carried(
            "comment",
            f"批注（{'、'.join(authors) or '未署名'}）：{short(''.join(map(str, each.itertext())))}。",
        )
