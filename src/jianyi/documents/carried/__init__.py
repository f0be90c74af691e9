"""What an attachment carries besides what is seen: `carried(name, content)`, in sentences for whoever decides on publishing it."""

from __future__ import annotations

from jianyi.documents import guard
from jianyi.documents.carried import pdf, picture, sheets, word
from jianyi.documents.carried.thing import Carried


__all__ = ["UNSEEN", "Carried", "carried"]

_READERS = {"docx": word.read, "xlsx": sheets.read, "pdf": pdf.read}
_PICTURES = {"jpeg", "png"}
_PLAIN = {"txt", "csv"}
_OLD = "这是旧版格式（.doc、.xls）的文件，其中的作者、修订、隐藏内容不能逐项查看。"
_PAGE = "这是网页文件，其中的注释、脚本、隐藏内容不能逐项查看。"
# What no reader here can tell, said with every list, also an empty one.
UNSEEN = {
    "docx": "看不出：移出纸面的文字、被图形盖住的文字、与有色底纹同色的文字。",
    "xlsx": "看不出：与有色底纹同色的文字、被图形盖住的格子。",
    "pdf": "看不出：被图片或色块盖住的文字、与底色同色的文字、扫描图像里的手写内容。",
    "jpeg": "看不出：画面里拍到的人脸、车牌、门牌。",
    "png": "看不出：画面里拍到的人脸、车牌、门牌。",
    "doc": _OLD,
    "xls": _OLD,
    "html": _PAGE,
    "txt": "",
    "csv": "",
}


def carried(name: str, content: bytes) -> tuple[Carried, ...]:
    """Everything found, in the order of the file, alike ones once.

    Raises Unreadable (documents.guard) for what may not be opened. What this reader knows it cannot see stands in `UNSEEN`
    under `kind(name, content)`.
    """
    sort = kind(name, content)
    if sort in _PICTURES:
        found = tuple(picture.read(content, "图片"))
    elif sort in _READERS:
        found = tuple(_READERS[sort](content))
    elif sort in _PLAIN:
        found = ()
    else:
        found = (Carried("unclear", UNSEEN[sort]),)
    return tuple(dict.fromkeys(found))


def kind(name: str, content: bytes) -> str:
    """What the file is, a picture too. Raises Unreadable."""
    return guard.picture_kind(name, content) or guard.kind_of(name, content)
