"""Deciding what a file is, by its content, and whether it may be read at all.

The name only has to agree: a file whose ending says something else than its bytes is refused, because
programs that trust the ending and programs that trust the bytes would treat it differently.
"""

from __future__ import annotations

import re

from jianyi.kit import compound
from jianyi.kit.archives import Archive
from jianyi.kit.unreadable import Unreadable


__all__ = ["MAX_BYTES", "PICTURES", "Unreadable", "kind_of", "picture_kind"]

MAX_BYTES = 20 * 1024 * 1024

_ENDINGS = {
    "docx": {"docx"},
    "doc": {"doc", "wps"},
    "xlsx": {"xlsx"},
    "xls": {"xls", "et"},
    "pdf": {"pdf"},
    "html": {"html", "htm", "shtml", "jhtml"},
    "txt": {"txt", "text"},
    "csv": {"csv"},
}
_MACRO_ENDINGS = {"docm", "dotm", "xlsm", "xlsb", "xltm"}
_TITLES = {
    "docx": "Word 文档（.docx）",
    "doc": "旧版 Word 文档（.doc）",
    "xlsx": "Excel 表格（.xlsx）",
    "xls": "旧版 Excel 表格（.xls）",
    "pdf": "PDF 文件（.pdf）",
    "html": "网页（.html）",
    "txt": "纯文本（.txt）",
}
# A remark is read once and never given back: many of them could else be taken apart in more ways than there is time for.
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--.*?-->\s*)*)<(?:!doctype\s+html|html|head|body|meta|title|div|p|h1|table)\b",
    re.IGNORECASE | re.DOTALL,
)
# Bytes that no text file has near its beginning (a lone NUL is let through, and reported when cleaned).
_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"BM",
    b"MZ",
    b"\x7fELF",
    b"II*\x00",
)
_MARKED = (b"\xff\xfe", b"\xfe\xff")
# First bytes → kind, endings, and what every whole picture holds.
PICTURES = {
    b"\x89PNG\r\n\x1a\n": ("png", ("png",), b"IHDR"), b"\xff\xd8\xff": ("jpeg", ("jpg", "jpeg"), b"\xff\xda"),
}  # fmt: skip


def kind_of(name: str, content: bytes) -> str:
    """What the file is: docx, doc, xlsx, xls, pdf, html, txt or csv.

    Raises Unreadable: empty, oversized, encrypted, macros, broken, bomb, nested, traversal, rtf, unknown
    or wrong_name.
    """
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise Unreadable("empty")
    if len(content) > MAX_BYTES:
        raise Unreadable("oversized")
    ending = name.rpartition(".")[2].strip().lower() if "." in name else ""
    if ending in _MACRO_ENDINGS:
        raise Unreadable("macros")
    kind = _by_content(content)
    if kind == "txt":
        kind = _which_text(ending)
    if ending not in _ENDINGS[kind]:
        raise Unreadable(
            "wrong_name", named=f".{ending}" if ending else "没有后缀", found=_TITLES.get(kind, kind)
        )
    return kind


def picture_kind(name: str, content: bytes) -> str:
    """png or jpeg, by its first bytes; "" for what is no picture. Raises Unreadable: oversized, wrong_name or broken."""
    for magic, (kind, endings, inside) in PICTURES.items():
        if content.startswith(magic):
            return _picture(name, content, kind, endings, inside)
    return ""


def _picture(name: str, content: bytes, kind: str, endings: tuple[str, ...], inside: bytes) -> str:
    ending = name.rpartition(".")[2].lower()
    if len(content) > MAX_BYTES:
        raise Unreadable("oversized")
    if ending not in endings:
        raise Unreadable("wrong_name", named=f".{ending}"[:20], found=f"{kind.upper()} 图片")
    if inside not in content:
        raise Unreadable("broken")
    return kind


def _by_content(content: bytes) -> str:
    if content.startswith(b"PK\x03\x04"):
        return _in_archive(content)
    if content.startswith(compound.MAGIC):
        return _in_compound(content)
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"{\\rtf"):
        raise Unreadable("rtf")
    return _in_text(content)


def _in_text(content: bytes) -> str:
    start = content[:4096].removeprefix(b"\xef\xbb\xbf")
    if content.startswith(_MARKED):
        start = start.replace(b"\x00", b"")[2:]
    if start.startswith(_BINARY) or start.count(b"\x00") > max(len(start) // 20, 4):
        raise Unreadable("unknown")
    return "html" if _HTML.match(start) else "txt"


def _which_text(ending: str) -> str:
    """Plain text has no sign of its own; a page without any early tag is still a page if it is named so."""
    return next((kind for kind in ("csv", "html") if ending in _ENDINGS[kind]), "txt")


def _in_archive(content: bytes) -> str:
    names = set(Archive(content).names)
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    raise Unreadable("unknown")


def _in_compound(content: bytes) -> str:
    names = set(compound.Compound(content).names)
    if names & {"EncryptedPackage", "EncryptionInfo"}:
        raise Unreadable("encrypted")
    if names & {"_VBA_PROJECT_CUR", "_VBA_PROJECT"}:
        raise Unreadable("macros")
    if "WordDocument" in names:
        return "doc"
    if names & {"Workbook", "Book"}:
        return "xls"
    raise Unreadable("unknown")
