"""The numbered points of a text: 一、 （一） 1. （1） ① 第一， 一是."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jianyi.kit.text import fold


_CHINESE = "[一二三四五六七八九十]"
_SCHEMES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^{_CHINESE}{{1,3}}\s*[、.,](?!\d)",
        rf"^\({_CHINESE}{{1,3}}\)",
        r"^\d{1,2}\s*(?:[、,:]|\.(?!\d))",
        r"^\(\d{1,2}\)",
        r"^[①-⑳]",
        rf"^第{_CHINESE}{{1,2}}\s*[、,.:]",
        rf"^{_CHINESE}{{1,2}}是",
    )
)
_INLINE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:^|(?<=[。;:,]))(?={_CHINESE}{{1,2}}是)",
        rf"(?:^|(?<=[。;:]))(?=\s*{_CHINESE}{{1,2}}、)",
        rf"(?:^|(?<=[。;:,]))(?=\s*\((?:\d{{1,2}}|{_CHINESE}{{1,2}})\))",
        r"(?:^|(?<=[。;:,]))(?=\s*\d{1,2}(?:、|\.(?!\d)))",
        r"(?=[①-⑳])",
        rf"(?:^|(?<=[。;:]))(?=第{_CHINESE}{{1,2}}[,、:])",
    )
)
_CLOSING = re.compile(
    r"^(?:再次)?(?:最后|衷心|诚挚|非常|十分)?[,]?(?:再次)?(?:感谢|特此|专此|此复|以上(?:是|意见|答复|建议))"
)


def numbered(lines: Sequence[str]) -> tuple[str, ...]:
    """The points that these lines number, each with the lines under it; () when nothing is numbered.

    The first scheme that numbers at least two lines is taken as the upper one.
    """
    folded = [fold(line).strip() for line in lines]
    uses = {scheme: [at for at, line in enumerate(folded) if scheme.match(line)] for scheme in _SCHEMES}
    upper = (
        min((at[0], number) for number, at in enumerate(uses.values()) if len(at) > 1)
        if any(len(at) > 1 for at in uses.values())
        else None
    )
    if upper is None:
        return _inline(lines)
    starts = uses[_SCHEMES[upper[1]]]
    ends = [*starts[1:], _end(folded, starts[-1])]
    return tuple("\n".join(lines[start:end]).strip() for start, end in zip(starts, ends, strict=True))


def _end(folded: Sequence[str], last: int) -> int:
    """Where the last point ends: before the closing words, or at the end."""
    closing = (at for at in range(last + 1, len(folded)) if _CLOSING.match(folded[at]))
    return next(closing, len(folded))


def _inline(lines: Sequence[str]) -> tuple[str, ...]:
    for line in lines:
        folded = fold(line)
        for scheme in _INLINE:
            cuts = [match.start() for match in scheme.finditer(folded)]
            if len(cuts) > 1:
                pieces = zip(cuts, [*cuts[1:], len(line)], strict=True)
                return tuple(line[start:end].strip() for start, end in pieces)
    return ()
