"""Preparing lines: parting what a copy has glued together, so that each line is one thing.

Published copies often lose their line ends: a whole letter, or a form with all its labels, stands in one
line. Only unmistakable places are parted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jianyi.documents.recognition.dates import DATE
from jianyi.documents.recognition.units import units_of
from jianyi.kit.text import fold


_LONG = 60
_OPENING = r"(?:您|你|贵|现将|由|收到|近日|经|首先|感谢|[^::。]{0,12}收悉)"
_AFTER_SALUTATION = re.compile(
    rf"^([^:。;!?]{{1,150}}(?:代表|委员|同志|组|会)(?:们|\([^()]*\))?:)\s*(?={_OPENING})"
)
# 「…。 二、…」: a space after the end of a sentence is what is left of a line end.
_SENTENCE_END = re.compile(r"(?<=[。!?;:”\")】])\s+(?=\S)")
_NUMERAL = r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))"
_HEADING = re.compile(rf"\s+(?={_NUMERAL})|(?<=[。!?])(?={_NUMERAL})")
_SHORT_HEADING = re.compile(rf"^({_NUMERAL}[^\s。,;:]{{2,20}})\s+(?=\S{{15,}})")
_DATE_END = re.compile(rf"({DATE})\s*$")
_DATE_INSIDE = re.compile(rf"(?<![^\s。)]){DATE}(?=\s|$)|{DATE}$")
_FOOT_LABEL = re.compile(
    r"\s+(?=[(]?(?:承\s*办\s*人|承办负责人|联\s*系\s*人|联\s*系\s*电\s*话|办复类别|答复类别|办理结果|抄\s*送|注)[^\s:。]{0,8}:)"
)
_SALUTATION_INSIDE = re.compile(
    rf"\s((?:尊敬的)?[^\s。,:;()]{{2,80}}?(?:代表|委员|组)(?:们)?:)\s*(?={_OPENING})"
)
_HEAD = 600
_LAST_STOP = re.compile(r"^.*[。!?;](?:[”\")】]*)|^[^()]*[)](?=\s*\S{2,40}$)", re.DOTALL)
_TAIL = 200


def letter_lines(lines: Iterable[str]) -> list[str]:
    """The lines with head, salutations, paragraphs and signatures parted where a copy ran them together."""
    return [piece for line in lines for piece in _part(line) if piece]


def _part(line: str) -> Iterator[str]:
    inside = _SALUTATION_INSIDE.search(fold(line)[:_HEAD])
    if inside:
        # Number, class and title before it: the title is put together again where titles are read.
        yield from line[: inside.start(1)].split()
        line = line[inside.start(1) :]
    salutation = _AFTER_SALUTATION.match(fold(line))
    if salutation:
        yield line[: salutation.end(1)].strip()
        line = line[salutation.end() :]
    cut = _signature_start(fold(line))
    yield from _paragraphs(line[:cut])
    yield from _signature(line[cut:].strip())


def _signature_start(folded: str) -> int:
    """Where, after the last sentence of a line, a signature with its date (or the date alone) begins."""
    date = _DATE_END.search(folded[-_TAIL:])
    if not date:
        return len(folded)
    offset = max(len(folded) - _TAIL, 0)
    before = folded[offset : offset + date.start()]
    stop = _LAST_STOP.match(before)
    if not stop:
        return len(folded)
    name = before[stop.end() :].strip()
    return offset + stop.end() if not name or units_of(name) else len(folded)


def _paragraphs(line: str) -> Iterator[str]:
    """One glued line as paragraphs; a line of ordinary length is left alone."""
    if len(line) < _LONG:
        yield from _signature(line.strip())
        return
    folded = fold(line)
    cuts = sorted(
        {match.end() for pattern in (_SENTENCE_END, _HEADING) for match in pattern.finditer(folded)}
    )
    for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True):
        piece = line[start:end].strip()
        heading = _SHORT_HEADING.match(fold(piece))
        if heading:
            yield piece[: heading.end(1)]
            piece = piece[heading.end() :]
        yield from _signature(piece)


def _signature(line: str) -> Iterator[str]:
    """「某县水利局 2019年7月9日 联系人:王某」 as three lines; labels of the foot stand alone."""
    at = 0
    for mark in _FOOT_LABEL.finditer(fold(line)):
        yield from _dated(line[at : mark.start()].strip())
        at = mark.end()
    yield from _dated(line[at:].strip())


def _dated(line: str) -> Iterator[str]:
    folded = fold(line)
    date = _DATE_INSIDE.search(folded) if len(line) < _TAIL else None
    before = folded[: date.start()].strip() if date else ""
    if not date or (before and not units_of(before)) or "。" in folded[date.end() :]:
        yield line
        return
    yield from (line[: date.start()].strip(), line[date.start() : date.end()].strip())
    yield line[date.end() :].strip()
