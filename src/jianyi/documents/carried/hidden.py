"""What in WordprocessingML is there and not seen: shared by the reader, who tells it, and the cleaner, who takes it out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jianyi.documents.reading.docx import W


Element = etree._Element
_OFF = {"0", "false", "off", "none"}
_VANISH = (W + "vanish", W + "specVanish")
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SMALLEST = 6  # half points
_GONE = (W + "del", W + "moveFrom")


def styles(root: Element | None) -> frozenset[str]:
    """The styles whose text does not show, by themselves or by the style that they are based on."""
    if root is None:
        return frozenset()
    hidden = {
        style.get(W + "styleId", "") for style in root.iter(W + "style") if vanishes(style.find(W + "rPr"))
    }
    parents = {
        style.get(W + "styleId", ""): style.find(W + "basedOn").get(W + "val", "")
        for style in root.iter(W + "style")
        if style.find(W + "basedOn") is not None
    }
    return frozenset(style for style in hidden | set(parents) if _descends(style, parents, hidden))


def _descends(style: str, parents: dict[str, str], hidden: set[str]) -> bool:
    seen: set[str] = set()
    while style and style not in seen:
        if style in hidden:
            return True
        seen.add(style)
        style = parents.get(style, "")
    return False


def vanishes(properties: Element | None) -> bool:
    """Whether run properties say that the text does not show."""
    if properties is None:
        return False
    marks = [properties.find(tag) for tag in _VANISH]
    return any(mark is not None and mark.get(W + "val", "") not in _OFF for mark in marks)


def runs(root: Element, unseen: frozenset[str]) -> list[Element]:
    """The runs that do not show: hidden, in a hidden style, white on nothing, or too small to be read."""
    return [run for run in root.iter(W + "r") if is_hidden(run, unseen)]


def is_hidden(run: Element, unseen: frozenset[str]) -> bool:
    properties = run.find(W + "rPr")
    if vanishes(properties) or _value(properties, "rStyle") in unseen:
        return True
    paragraph = next(run.iterancestors(W + "p"), None)
    if paragraph is not None and _value(_properties(paragraph), "pStyle") in unseen:
        return True
    return bool(text(run).strip()) and (_is_white(run, properties) or _is_tiny(properties))


def _is_tiny(properties: Element | None) -> bool:
    size = _value(properties, "sz")
    return size.isascii() and size.isdigit() and int(size) <= _SMALLEST


def _is_white(run: Element, properties: Element | None) -> bool:
    """White text with no shading, table or box around it that could be its ground."""
    if _value(properties, "color").upper() != "FFFFFF":
        return False
    around = {each.tag for each in run.iterancestors()}
    if around & {W + "tbl", W + "txbxContent"} or properties is None:
        return False
    paragraph = next(run.iterancestors(W + "p"), None)
    grounds = [properties.find(W + "shd"), properties.find(W + "highlight")]
    if paragraph is not None:
        grounds.append(_child(_properties(paragraph), "shd"))
    return not any(ground is not None for ground in grounds)


def rows(root: Element) -> list[Element]:
    """Rows of tables that do not show."""
    return [row for row in root.iter(W + "tr") if _is_on(row.find(f"{W}trPr/{W}hidden"))]


def drawings(root: Element) -> list[Element]:
    """Drawings that do not show."""
    return [
        each
        for each in root.iter(W + "drawing")
        if any(p.get("hidden") in ("1", "true") for p in each.iter(_WP + "docPr"))
    ]


def shapes(root: Element) -> list[Element]:
    """Old shapes that do not show; there is no certain way to take them apart."""
    return [
        each
        for each in root.iter()
        if "hidden" in each.get("style", "").replace(" ", "").partition("visibility:")[2][:6]
    ]


def cropped(root: Element) -> list[Element]:
    """Pictures of which only a part is seen: the rest is still in the file."""
    cut = [
        each for each in root.iter(_A + "srcRect") if any(v not in ("0", "0%") for v in each.attrib.values())
    ]
    old = [
        each for each in root.iter() if {"croptop", "cropleft", "cropright", "cropbottom"} & set(each.attrib)
    ]
    return cut + old


def described(root: Element) -> Iterator[tuple[Element, str]]:
    """Names and descriptions that programs give to pictures, often a path on somebody's computer."""
    for each in root.iter():
        for attribute, told in each.attrib.items():
            name = etree.QName(attribute).localname
            is_about = name in ("descr", "alt") or (name == "title" and each.tag != W + "style")
            if is_about and told.strip():
                yield each, attribute


def text(element: Element) -> str:
    """All that a part of the text says, shown or struck out."""
    return "".join(each.text or "" for each in element.iter(W + "t", W + "delText"))


def _value(properties: Element | None, name: str) -> str:
    found = _child(properties, name)
    return "" if found is None else found.get(W + "val", "")


def _properties(paragraph: Element) -> Element | None:
    """They come first or not at all: a long paragraph is not gone through for each of its runs."""
    first = next(iter(paragraph), None)
    return first if first is not None and first.tag == W + "pPr" else None


def _child(properties: Element | None, name: str) -> Element | None:
    return None if properties is None else properties.find(W + name)


def _is_on(mark: Element | None) -> bool:
    return mark is not None and mark.get(W + "val", "") not in _OFF
