"""The concrete requests of a suggestion: what stands after 「为此建议:」 or under 「具体建议」."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jianyi.documents.recognition.points import numbered
from jianyi.kit.text import fold


LABELS = frozenset(
    [
        "具体建议",
        "建议",
        "意见建议",
        "解决办法",
        "建议措施",
        "工作建议",
        "建议办法",
        "办法",
        "措施",
        "对策",
        "解决方案",
    ]
)
_ASKS = re.compile(
    r"(?:为此|因此|对此|鉴于此|据此|综上|现|特|故|在此|为了?[^。]{2,40}[,，])?[,，]?\s*(?:我们?|本人|特|现|提出|以下|如下|几点)*\s*"
    r"(?:建议|提出(?:如下|以下)(?:几点)?建议|具体建议|建议如下)\s*(?:如下)?\s*[::]"
)
_ASK_HEADING = re.compile(
    r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))?\s*(?:几点|对策|具体|意见|工作|相关|有关|我的|解决)?(?:和|与|及|的)?\s*(?:建议|对策|办法|措施)(?:和|与|及)?(?:建议|措施|办法|意见|对策)?\s*:?$"
)
_ASK_SENTENCE = re.compile(
    r"(?:^|[。;!?,\s])((?:为此|因此|对此)?[,]?\s*(?:我们?|特)?建议[^:。]{0,300}.*)$", re.DOTALL
)


def requests(asked: Sequence[str], body: Sequence[str]) -> tuple[str, ...]:
    """The requests under a label (`asked`), else after the marker in the main text: the numbered ones, else
    each line; without a marker the last sentence that begins with 建议, or ()."""
    asked = asked or _after_marker(body)
    if asked:
        return numbered(asked) or tuple(asked)
    sentence = next(
        (match[1].strip() for line in reversed(body) if (match := _ASK_SENTENCE.search(line))), ""
    )
    return numbered(body) or ((sentence,) if sentence else ())


def _after_marker(body: Sequence[str]) -> list[str]:
    for at, line in enumerate(body):
        folded = fold(line)
        heading = _ASK_HEADING.match(folded.strip())
        match = _ASKS.search(folded)
        if heading or match:
            rest = "" if heading or not match else line[match.end() :].strip()
            return [piece for piece in (rest, *body[at + 1 :]) if piece]
    return []
