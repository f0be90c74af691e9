"""What reading a file gives: clean lines, and what a person should know about them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from jianyi.kit.spreadsheets import Sheet
from jianyi.kit.text import clean


_SPACES = re.compile(r"[^\S\n]{9,}")


@dataclass(frozen=True)
class Text:
    """The text of one file. `kind` is the file's kind, `title` the title that its container gives, if any;
    `sheets` is filled for spreadsheets only."""

    kind: str
    lines: tuple[str, ...]
    title: str = ""
    warnings: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()


def text_of(kind: str, raw: Iterable[str], title: str = "", warnings: Iterable[str] = ()) -> Text:
    """A Text from raw lines: cleaned, trimmed, empty ones dropped."""
    cleaned = clean("\n".join(raw))
    # Long runs of spaces only set things apart; cut short, they cannot slow down the rules that follow.
    spaced = _SPACES.sub(lambda run: run[0][:8], cleaned.text)
    lines = tuple(line.strip() for line in spaced.split("\n") if line.strip())
    return Text(kind, lines, clean(title).text.strip(), tuple(dict.fromkeys((*warnings, *cleaned.warnings))))
