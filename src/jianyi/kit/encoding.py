"""Turning the bytes of a Chinese text file into text, whatever charset it declares.

GB2312 and GBK are read as GB 18030, their superset. The codec of Python 3.11 holds the mapping of
GB 18030-2000; `repair` brings its private-use results to that of GB 18030-2022 (the 18 pairs of
Unicode document L2/22-274, and U+1E3F of the 2005 edition).
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass


_VERTICAL = zip(
    range(0xE78D, 0xE797),
    (0xFE10, 0xFE12, 0xFE11, 0xFE13, 0xFE14, 0xFE15, 0xFE16, 0xFE17, 0xFE18, 0xFE19),
    strict=True,
)
_COMPONENTS = zip(
    (0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864), range(0x9FB4, 0x9FBC), strict=True
)
REPAIR = {**dict(_VERTICAL), **dict(_COMPONENTS), 0xE7C7: 0x1E3F}

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHERS = {"big5": "big5hkscs", "big5-hkscs": "big5hkscs", "utf-16": "utf-16", "utf-16le": "utf-16-le"}
UNSURE = "文件的编码不完整，有些字没有读出来（显示为“\ufffd”）。请对照原件补上。"


@dataclass(frozen=True)
class Decoded:
    """Text, the charset it was read with, and Chinese sentences about what could not be read."""

    text: str
    charset: str
    warnings: tuple[str, ...] = ()


def repair(text: str) -> str:
    """Text from the GB 18030-2000 codec, with the 19 changed characters at their present code points."""
    return text.translate(REPAIR)


def decode(content: bytes, declared: str = "") -> Decoded:
    """The text of `content`: byte-order mark first, then UTF-8 if it fits, then what is declared, then GB 18030.

    UTF-8 goes before the declaration because text in GB 18030 almost never happens to be valid UTF-8, while
    pages that declare the wrong charset are common. Never raises.
    """
    for mark, charset in _MARKS:
        if content.startswith(mark):
            return _lenient(content[len(mark) :], charset)
    candidates = ("utf-8", _OTHERS.get(declared.strip().lower(), "gb18030"), "gb18030")
    for charset in candidates:
        try:
            return Decoded(_finish(content.decode(charset), charset), charset)
        except UnicodeDecodeError:
            continue
    # A cut-off file or a stray byte: the charset that loses fewer characters is the right one.
    return min((_lenient(content, name) for name in ("utf-8", "gb18030")), key=_lost)


def _finish(text: str, charset: str) -> str:
    return repair(text) if charset == "gb18030" else text


def _lenient(content: bytes, charset: str) -> Decoded:
    text = content.decode(charset, errors="replace")
    warnings = (UNSURE,) if "\ufffd" in text else ()
    return Decoded(_finish(text, charset), charset, warnings)


def _lost(decoded: Decoded) -> int:
    return decoded.text.count("\ufffd")
