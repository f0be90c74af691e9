"""A copy of an attachment that may be published: what is seen of it, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jianyi.documents import pictures
from jianyi.documents.carried import Carried, carried, kind
from jianyi.documents.cleaning import pdf, sheets, word
from jianyi.kit.unreadable import Unreadable


__all__ = ["Cleaned", "clean"]


@dataclass(frozen=True)
class Cleaned:
    """The copy, and what the original carried and the copy does not."""

    content: bytes
    removed: tuple[Carried, ...]


_CLEANERS: dict[str, Callable[[bytes], bytes]] = {
    "docx": word.clean,
    "xlsx": sheets.clean,
    "pdf": pdf.clean,
    "jpeg": lambda content: pictures.bare(content, "jpeg"),
    "png": lambda content: pictures.bare(content, "png"),
    "txt": bytes,
    "csv": bytes,
}
_SENTENCES = {"pdf": "uncertain_pdf", "jpeg": "uncertain_picture", "png": "uncertain_picture"}
_OLD = {"doc": "旧版 Word 文档里的隐藏内容", "xls": "旧版 Excel 表格里的隐藏内容", "html": "网页里的隐藏内容"}


def clean(name: str, content: bytes) -> Cleaned:
    """A copy to publish; the bytes given are never changed. The copy is read again, and given out only if nothing is found.

    Raises Unreadable (documents.guard): what may not be opened, and `uncertain…` where it cannot be shown that everything is gone.
    """
    sort = kind(name, content)
    if sort in _OLD:
        raise Unreadable("uncertain", what=_OLD[sort])
    removed = carried(name, content)
    copy = _CLEANERS[sort](content)
    left = carried(name, copy)
    if left:
        raise Unreadable(_SENTENCES.get(sort, "uncertain"), what=_put(left[0]))
    return Cleaned(copy, removed)


_LEFT = {
    "author": "作者信息", "revision": "修订痕迹", "comment": "批注", "hidden": "隐藏内容", "property": "文件属性", "place": "拍摄地点",
    "picture": "图片里的附加数据", "inside": "嵌入的对象", "unclear": "本系统看不懂的内容",
}  # fmt: skip


def _put(thing: Carried) -> str:
    return _LEFT[thing.kind]
