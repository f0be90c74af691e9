"""What Word and Excel packages have in common: properties, things laid inside, pictures, links, persons.

Parts are told by their place in the package; a part at no known place is not passed over but said to be there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from jianyi.documents.carried import picture
from jianyi.documents.carried.thing import Carried, short
from jianyi.documents.guard import PICTURES
from jianyi.documents.reading.docx import part_of, tree_of
from jianyi.kit.archives import Archive
from jianyi.kit.unreadable import Unreadable


_PROPERTIES = {
    "creator": "作者", "lastModifiedBy": "最后修改人", "title": "标题", "subject": "主题", "description": "备注", "keywords": "关键词",
    "category": "类别", "Company": "单位", "Manager": "主管", "Template": "模板", "HyperlinkBase": "链接基址",
}  # fmt: skip
_USUAL_TEMPLATES = {"Normal", "Normal.dotm", "Normal.wpt"}
_PEOPLE = re.compile(r"(^|/)(people\.xml|persons/.*\.xml)$")
_LAID_INSIDE = re.compile(
    r"(^|/)(embeddings|charts|diagrams|activeX|ctrlProps|externalLinks|pivotCache|pivotTables|afchunk|model|queries|slicers)/"
    r"|(^|/)(connections|xmlMaps)\.xml$|(^|/)glossary/"
)
_ADDED = re.compile(r"^customXml/item\d+\.xml$|(^|/)docProps/thumbnail\.|(^|/)printerSettings/")
_RELATIONS = re.compile(r"\.rels$")
# At these places nothing is said about anybody that is not looked at elsewhere.
_PLAIN = re.compile(
    r"^\[Content_Types\]\.xml$|^docProps/|^customXml/|^_xmlsignatures/|^word/(theme/)?_rels/|"
    r"^word/(document|styles|stylesWithEffects|numbering|fontTable|settings|webSettings|header\d*|footer\d*|footnotes|endnotes|"
    r"comments\w*|theme/theme\d+)\.xml$|^word/fonts/|"
    r"^xl/(workbook|styles|sharedStrings|calcChain|metadata|theme/theme\d+|worksheets/sheet\d+|comments\d*|tables/table\d+|"
    r"threadedComments/\w+|drawings/\w+|richData/\w+)\.(xml|vml)$|/$"
)
_SIGNED = re.compile(r"^_xmlsignatures/.+\.xml$")


def read(archive: Archive, pictures: str) -> Iterator[Carried]:
    """Properties, persons, pictures and whatever else lies in a package. `pictures` is where its pictures lie."""
    for name in archive.names:
        yield from _part(archive, name, pictures)


def _part(archive: Archive, name: str, pictures: str) -> Iterator[Carried]:
    if name.startswith(pictures):
        yield from _picture(archive, name)
    elif name.startswith("docProps/") and name.endswith(".xml"):
        yield from _properties(tree_of(part_of(archive, name)))
    elif _RELATIONS.search(name):
        yield from _links(tree_of(part_of(archive, name)))
    else:
        yield from _by_place(name)


def _by_place(name: str) -> Iterator[Carried]:
    if _PEOPLE.search(name):
        yield Carried("author", "文件里有一份批注人、修订人名单。")
    elif _LAID_INSIDE.search(name):
        yield Carried("inside", f"文件里嵌有图表、表格或其他对象（{short(name)}），里面可能有看不见的数据。")
    elif _ADDED.search(name):
        yield Carried("property", f"文件里有附加数据（{short(name)}）。")
    elif _SIGNED.search(name):
        yield Carried("author", "文件里有电子签名，含签名人的证书。")
    elif not _PLAIN.search(name):
        yield Carried("unclear", f"文件里有本系统看不懂的部分（{short(name)}）。")


def _properties(root: etree._Element) -> Iterator[Carried]:
    if etree.QName(root).namespace.endswith("/custom-properties"):
        for each in root:
            told = short("".join(map(str, each.itertext())))
            yield Carried("property", f"自定义属性“{short(each.get('name', ''))}”：{told}。")
        return
    for each in root:
        label, told = _PROPERTIES.get(etree.QName(each).localname), short("".join(map(str, each.itertext())))
        if label and told and not (label == "模板" and told in _USUAL_TEMPLATES):
            kind = "author" if label in ("作者", "最后修改人", "主管") else "property"
            yield Carried(kind, f"文件属性“{label}”：{told}。")


def _links(root: etree._Element) -> Iterator[Carried]:
    for link in root:
        target = link.get("Target", "")
        if link.get("TargetMode") == "External" and not re.match(r"https?://", target):
            yield Carried("property", f"链接里有邮箱或电脑里的路径：{short(target)}。")


def _picture(archive: Archive, name: str) -> Iterator[Carried]:
    content = archive.read(name)
    where = f"插图 {short(name.rpartition('/')[2])} "
    if not content.startswith(tuple(PICTURES)):
        yield Carried("unclear", f"{where}不是 JPEG 或 PNG 图片，其中的信息看不出来。")
        return
    try:
        yield from picture.read(content, where)
    except Unreadable:
        yield Carried("unclear", f"{where}已损坏，其中的信息看不出来。")
