"""The text of a document as it can be drawn: cleaned, rare characters written out, endless words given places to break."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from jianyi.kit.text import clean

from .document import Document


D = TypeVar("D", bound=Document)
LONG_WORD = re.compile(r"[!-~]{24,}")
PIECE = re.compile(".{1,8}")
BREAK = "\u200b"


@dataclass(frozen=True)
class Spelled:
    """A document whose every character is drawable, and Chinese sentences about what was changed."""

    document: Any
    warnings: tuple[str, ...] = ()


def tidy(document: D) -> D:
    """NUL, control and direction characters taken out of every text; nothing else is changed."""
    return _each(document, lambda text: clean(text).text)  # type: ignore[no-any-return]


def spelled(document: Document, has: Callable[[str], bool]) -> Spelled:
    """What no font has is described; each such character is named once, in the order met."""
    missing: dict[str, None] = {}

    def written(text: str) -> str:
        for char in dict.fromkeys(text):
            if not has(char):
                missing[char] = None
        described = "".join(describe(char) if char in missing else char for char in text)
        return LONG_WORD.sub(lambda found: BREAK.join(PIECE.findall(found[0])), described)

    drawn = _each(document, written)
    return Spelled(drawn, tuple(_warning(char) for char in missing))


def describe(char: str) -> str:
    return f"〔U+{ord(char):04X}〕"


def _warning(char: str) -> str:
    name = unicodedata.name(char, "").title()
    kind = f"“{char}”" if name else "一个字符"
    return (
        f"{kind}（U+{ord(char):04X}）现有字体里都没有，PDF 中写作“{describe(char)}”。"
        "请管理员把含这个字的字体放进数据目录的 fonts 文件夹，重启平台后重新生成；Word 文档和网页不受影响。"
    )


def _each(value: Any, change: Callable[[str], str]) -> Any:
    """The same value with every text in it changed; what a QR code says and versions are no text."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_each(part, change) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        told = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(
            value, **{name: _each(part, change) for name, part in told.items() if name not in UNTOUCHED}
        )
    return value


UNTOUCHED = frozenset({"payload", "template_version", "style", "align", "kind"})
