"""Cleaning and comparing Chinese text, and telling whether a string can be a person's name.

Names are checked by code-point ranges because `\\w` and Han properties lag behind the standard: they
refuse characters of the newer extensions that do occur in real names.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass


# Unicode 17.0 Blocks.txt: every block of Han characters, and 〇.
HAN_RANGES = (
    (0x3007, 0x3007),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2EE5F),
    (0x2F800, 0x2FA1F),
    (0x30000, 0x3347F),
)
HAN = "".join(f"{chr(low)}-{chr(high)}" for low, high in HAN_RANGES)
# Selectors that pick one written form of the character before them; some registers print them in names.
SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
DOTS = "·•‧∙⋅・･．"
LONGEST_NAME = 30

BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
ZERO_WIDTH = re.compile("[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]")
BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
SURROGATES = re.compile("[\ud800-\udfff]")
NAME = re.compile(f"[{HAN}][{HAN}{SELECTORS}]*(?:·[{HAN}][{HAN}{SELECTORS}]*)*")

NUL_WARNING = "文字里有空字符，已去掉。请核对内容。"
BIDI_WARNING = "文字里有会改变显示方向的隐藏字符，已去掉。请核对内容。"
BROKEN_WARNING = "有个别字符无法识别，已用“\ufffd”代替。请对照原件补上。"

# One character to one character, so that positions in a folded string hold in the original too.
_FOLDING: dict[int, int | str] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLDING.update(dict.fromkeys((0x3000, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F), 0x20))
_FOLDING.update({ord("﹝"): "〔", ord("﹞"): "〕", ord("﹕"): ":", ord("︰"): ":", ord("∶"): ":"})
_FOLDING.update(dict.fromkeys(map(ord, "•‧∙⋅・･"), "·"))
_FOLDING.update({ord("﹒"): ".", ord("﹐"): ",", ord("﹔"): ";"})


@dataclass(frozen=True)
class Cleaned:
    """Cleaned text, and Chinese sentences about what was taken out of it."""

    text: str
    warnings: tuple[str, ...] = ()


def clean(text: str) -> Cleaned:
    """Take out NUL, control, direction and zero-width characters, unify line ends, normalise to NFC.

    Rare characters stay. NUL and direction controls are reported, because they can hide content.
    """
    warnings = tuple(
        sentence
        for found, sentence in (
            ("\x00" in text, NUL_WARNING),
            (BIDI.search(text), BIDI_WARNING),
            ("\ufffd" in text or SURROGATES.search(text), BROKEN_WARNING),
        )
        if found
    )
    text = SURROGATES.sub("\ufffd", BREAKS.sub("\n", text))
    text = CONTROLS.sub("", ZERO_WIDTH.sub("", BIDI.sub("", text)))
    return Cleaned(unicodedata.normalize("NFC", text), warnings)


def fold(text: str) -> str:
    """The text with full-width ASCII made half-width, character by character (the length never changes)."""
    return text.translate(_FOLDING)


def comparable(text: str) -> str:
    """A key for comparing two texts: both widths alike, no white space, no case, quotes alike."""
    folded = fold(unicodedata.normalize("NFC", text)).casefold()
    return re.sub(r"\s+", "", folded).translate({ord("“"): '"', ord("”"): '"', ord("‘"): "'", ord("’"): "'"})


def same(left: str, right: str) -> bool:
    """Whether two texts are the same but for width, spaces and case."""
    return comparable(left) == comparable(right)


def tidy_name(name: str) -> str:
    """A name as kept: cleaned, without inner spaces (「刘 毅」→「刘毅」), its dot written ·."""
    name = clean(name).text.translate(dict.fromkeys(map(ord, DOTS), "·"))
    return re.sub(r"\s+", "", name)


def is_name(name: str) -> bool:
    """Whether the string can be a Chinese person's name: Han characters, with · only between them."""
    return 2 <= len(name) <= LONGEST_NAME and NAME.fullmatch(name) is not None
