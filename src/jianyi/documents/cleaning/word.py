"""A Word document made anew from what is seen of the old one.

Nothing is cut out of the old package: a new one is laid out with the text, its styles, notes, heads and feet and its pictures,
and with nothing else. What a part of the text may not hold stops the work, it is never carried along.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from jianyi.documents import pictures
from jianyi.documents.carried import hidden
from jianyi.documents.cleaning import word_text
from jianyi.documents.guard import PICTURES
from jianyi.documents.reading.docx import W, part_of, tree_of
from jianyi.kit.archives import Archive
from jianyi.kit.unreadable import Unreadable


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TEXTS = {"header": "header", "footer": "footer", "footnotes": "footnotes", "endnotes": "endnotes"}
_FORMS = {"styles": "styles", "numbering": "numbering"}
_DROPPED = {
    "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "customXml", "webSettings", "settings", "fontTable",
    "glossaryDocument", "printerSettings", "hyperlink", "stylesWithEffects", "attachedTemplate", "theme",
}  # fmt: skip
_FOLLOWING = {
    "footnotePr",
    "endnotePr",
    "defaultTabStop",
    "evenAndOddHeaders",
    "mirrorMargins",
    "characterSpacingControl",
}
_WHEN = (1980, 1, 1, 0, 0, 0)


@dataclass
class _Package:
    """The new package: parts by name, what kind each is, and the relations of each."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    pictures: int = 0

    def picture(self, content: bytes) -> str:
        """Where a picture lies in the new package, bare."""
        kind = next((kind for magic, (kind, _, _) in PICTURES.items() if content.startswith(magic)), "")
        if not kind:
            raise Unreadable("uncertain", what="插图里的隐藏信息")
        self.pictures += 1
        name = f"word/media/image{self.pictures}.{kind}"
        self.parts[name] = pictures.bare(content, kind)
        return name


def clean(content: bytes) -> bytes:
    """The document as it is seen. Raises Unreadable: uncertain, and as reading does."""
    archive = Archive(content)
    archive.check_sizes()
    unseen = hidden.styles(_tree(archive, "word/styles.xml"))
    made = _Package()
    _lay(archive, "word/document.xml", "word/document.xml", "document.main", made, unseen)
    _settings(archive, made)
    return _packed(made)


def _lay(archive: Archive, old: str, new: str, kind: str, made: _Package, unseen: frozenset[str]) -> None:
    """One part of the text, and what hangs on it."""
    root = tree_of(part_of(archive, old))
    word_text.clean(root, unseen, in_margin=kind in ("header", "footer"))
    made.parts[new], made.types[new] = _written(root), f"{_WORD}.{kind}+xml"
    used = {
        value
        for each in root.iter()
        for name, value in each.attrib.items()
        if name.startswith("{" + _OFFICE + "}")
    }
    relations = []
    for number, (key, sort, target) in enumerate(_relations(archive, old)):
        if sort in _TEXTS and kind != "document.main":
            # A head has no heads of its own: one that says so would be laid for ever.
            raise Unreadable("uncertain", what="本系统看不懂的内容")
        laid = _hung(archive, sort, target, number, made, unseen, key in used)
        if laid:
            relations.append((key, sort, laid))
    kept = {key for key, _, _ in relations}
    if used - kept:
        raise Unreadable("uncertain", what="嵌入的图表或对象")
    if relations:
        made.parts[f"word/_rels/{posixpath.basename(new)}.rels"] = _relations_written(relations)


def _hung(
    archive: Archive,
    sort: str,
    target: str,
    number: int,
    made: _Package,
    unseen: frozenset[str],
    is_used: bool,
) -> str:
    """Where the other end of a relation lies in the new package; "" where it is left behind."""
    if sort in _TEXTS:
        new = f"word/{sort}{number}.xml" if sort in ("header", "footer") else f"word/{sort}.xml"
        _lay(archive, target, new, _TEXTS[sort], made, unseen)
        return new
    if sort in _FORMS:
        root = tree_of(part_of(archive, target))
        word_text.plain_form(root)
        made.parts[f"word/{sort}.xml"], made.types[f"word/{sort}.xml"] = _written(root), f"{_WORD}.{sort}+xml"
        return f"word/{sort}.xml"
    if sort == "image":
        return made.picture(archive.read(target)) if is_used else ""
    if sort not in _DROPPED:
        raise Unreadable("uncertain", what="嵌入的图表或对象")
    return ""


def _relations(archive: Archive, name: str) -> Iterator[tuple[str, str, str]]:
    """Key, sort and place of what hangs on a part; links to elsewhere are of no sort that is kept."""
    folder, part = posixpath.split(name)
    place = f"{folder}/_rels/{part}.rels"
    if place not in archive.names:
        return
    for each in tree_of(archive.read(place)):
        sort = each.get("Type", "").rpartition("/")[2]
        if each.get("TargetMode") == "External":
            sort = "hyperlink" if sort in ("hyperlink", "attachedTemplate") else "elsewhere"
        yield (
            each.get("Id", ""),
            sort,
            posixpath.normpath(posixpath.join("/" + folder, each.get("Target", "")))[1:],
        )


def _settings(archive: Archive, made: _Package) -> None:
    """Of the settings only what decides how pages look."""
    root = etree.Element(W + "settings", nsmap={"w": W[1:-1]})
    old = _tree(archive, "word/settings.xml")
    for each in old if old is not None else ():
        if each.tag.startswith(W) and each.tag.removeprefix(W) in _FOLLOWING:
            root.append(each)
    made.parts["word/settings.xml"], made.types["word/settings.xml"] = _written(root), f"{_WORD}.settings+xml"
    rels = "word/_rels/document.xml.rels"
    found = list(tree_of(made.parts[rels])) if rels in made.parts else []
    kept = [
        (each.get("Id", ""), each.get("Type", "").rpartition("/")[2], each.get("Target", "")[1:])
        for each in found
    ]
    made.parts[rels] = _relations_written([*kept, ("rSettings", "settings", "word/settings.xml")])


def _relations_written(relations: list[tuple[str, str, str]]) -> bytes:
    root = etree.Element("Relationships", xmlns=f"{_PACKAGE}/relationships")
    for key, sort, target in relations:
        etree.SubElement(root, "Relationship", Id=key, Type=f"{_OFFICE}/{sort}", Target="/" + target)
    return _written(root)


def _tree(archive: Archive, name: str) -> etree._Element | None:
    return tree_of(part_of(archive, name)) if name in archive.names else None


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _packed(made: _Package) -> bytes:
    types = etree.Element("Types", xmlns=f"{_PACKAGE}/content-types")
    for ending, told in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("jpeg", "image/jpeg"),
        ("png", "image/png"),
    ):
        etree.SubElement(types, "Default", Extension=ending, ContentType=told)
    for name, told in made.types.items():
        etree.SubElement(types, "Override", PartName="/" + name, ContentType=told)
    root = _relations_written([("rId1", "officeDocument", "word/document.xml")])
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {
            "[Content_Types].xml": _written(types),
            "_rels/.rels": root,
            **made.parts,
        }.items():
            archive.writestr(zipfile.ZipInfo(name, _WHEN), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()
