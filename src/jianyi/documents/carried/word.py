"""Word documents: what author, colleagues and program left in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from jianyi.documents.carried import hidden, package
from jianyi.documents.carried.thing import Carried, short
from jianyi.documents.guard import Unreadable
from jianyi.documents.reading.docx import W, part_of, tree_of
from jianyi.kit.archives import Archive


TEXTS = re.compile(r"^word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$")
_COMMENTS = re.compile(r"^word/comments\.xml$")
_CHANGES = re.compile(r"(Change|Ins|Del|moveFrom|moveTo|^ins|^del|cellMerge)$")
_WHERE = {"document": "正文", "footnotes": "脚注", "endnotes": "尾注"}
# Fields that only count or point; any other may have a path, a name or an address in it.
_HARMLESS = re.compile(
    r"^(PAGE|NUMPAGES|SECTIONPAGES|TOC|PAGEREF|REF|SEQ|STYLEREF|HYPERLINK|NOTEREF|=|EQ)\b|^\W*$"
)
_TOLD = {
    W + "docVar": "文档变量", W + "attachedTemplate": "模板路径", W + "mailMerge": "邮件合并的数据来源", W + "documentProtection": "编辑保护",
}  # fmt: skip


def read(content: bytes) -> Iterator[Carried]:
    """What a .docx file carries. Raises Unreadable as reading its text does."""
    archive = Archive(content)
    archive.check_sizes()
    if "word/document.xml" not in archive.names:
        raise Unreadable("broken")
    yield from package.read(archive, "word/media/")
    unseen = hidden.styles(_tree(archive, "word/styles.xml"))
    for name in archive.names:
        if TEXTS.match(name):
            yield from _text(tree_of(part_of(archive, name)), _where(name), unseen)
        elif _COMMENTS.match(name):
            yield from _comments(tree_of(part_of(archive, name)))
    yield from _settings(_tree(archive, "word/settings.xml"))


def _tree(archive: Archive, name: str) -> etree._Element | None:
    return tree_of(part_of(archive, name)) if name in archive.names else None


def _where(name: str) -> str:
    part = name.removeprefix("word/").removesuffix(".xml")
    return _WHERE.get(part, "页眉" if part.startswith("header") else "页脚")


def _text(root: etree._Element, where: str, unseen: frozenset[str]) -> Iterator[Carried]:
    yield from _revisions(root, where)
    yield from _hidden(root, where, unseen)
    for _ in hidden.cropped(root):
        yield Carried("picture", f"{where}有裁剪过的图片，被裁掉的画面仍在文件里。")
    for element, attribute in hidden.described(root):
        yield Carried("property", f"{where}的图片或对象带有说明：{short(element.get(attribute, ''))}。")
    yield from _fields(root, where)


def _hidden(root: etree._Element, where: str, unseen: frozenset[str]) -> Iterator[Carried]:
    for run in hidden.runs(root, unseen):
        if told := hidden.text(run).strip():
            yield Carried("hidden", f"{where}有看不见的文字（隐藏、白色或极小）：{short(told)}。")
    for row in hidden.rows(root):
        yield Carried("hidden", f"{where}的表格有隐藏的行：{short(hidden.text(row))}。")
    for _ in [*hidden.drawings(root), *hidden.shapes(root)]:
        yield Carried("hidden", f"{where}有隐藏的图形。")


def _revisions(root: etree._Element, where: str) -> Iterator[Carried]:
    changes = [each for each in root.iter() if _is_change(each)]
    if not changes:
        return
    people = "、".join(_authors(changes)) or "未署名"
    gone = short("".join(hidden.text(each) for each in changes if each.tag in (W + "del", W + "moveFrom")))
    struck = f"，已删去而仍在文件里的文字：{gone}" if gone else ""
    yield Carried("revision", f"{where}有 {len(changes)} 处修订痕迹（修订人：{people}）{struck}。")


def _is_change(element: etree._Element) -> bool:
    name = etree.QName(element).localname
    return element.get(W + "author") is not None or (
        element.tag.startswith(W) and bool(_CHANGES.search(name))
    )


def _authors(elements: Iterable[etree._Element]) -> list[str]:
    return sorted({short(each.get(W + "author", ""), 20) for each in elements} - {""})


def _comments(root: etree._Element) -> Iterator[Carried]:
    for comment in root.iter(W + "comment"):
        author = short(comment.get(W + "author", "")) or "未署名"
        yield Carried("comment", f"批注（{author}）：{short(hidden.text(comment))}。")


def _fields(root: etree._Element, where: str) -> Iterator[Carried]:
    told = [(each.text or "").strip() for each in root.iter(W + "instrText", W + "delInstrText")]
    told += [each.get(W + "instr", "").strip() for each in root.iter(W + "fldSimple")]
    for code in told:
        if not _HARMLESS.match(code) or "@" in code or "\\\\" in code:
            yield Carried("property", f"{where}的域代码里有：{short(code)}。")


def _settings(root: etree._Element | None) -> Iterator[Carried]:
    if root is None:
        return
    for each in root.iter(*_TOLD):
        told = short(" ".join(str(value) for value in each.attrib.values()), 40)
        yield Carried("property", f"文件设置里有{_TOLD[each.tag]}：{told}。")


__all__ = ["TEXTS", "Unreadable", "read"]
