"""Taking personal data out of a text, in the ways that published papers do."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jianyi.kit.text import fold
from jianyi.publication.personal.spans import Span
from jianyi.publication.personal.surnames import DOUBLE


BLOCK = "■"
HOME = "某处"
_LEFT_OF_A_NUMBER = 3


def redact(text: str, spans: Iterable[Span]) -> str:
    """The text without what the spans cover: 张某、138********、某小区, every other number as blocks.

    The spans must be those of this very text (see `find`); whoever decides gives the ones that are to go, `keep` is not
    looked at. Spans in any order; what overlaps is taken out as one. The answer may be longer or shorter than the text, so
    no span of the text holds for it. Raises ValueError for a span outside the text.
    """
    told, at = [], 0
    for span in sorted(spans):
        if not 0 <= span.start < span.end <= len(text):
            raise ValueError(span)
        if span.end <= at:
            continue
        start = max(span.start, at)
        told += [
            text[at:start],
            _masked(text[start : span.end], span.kind) if start == span.start else BLOCK * (span.end - start),
        ]
        at = span.end
    return "".join([*told, text[at:]])


def _masked(told: str, kind: str) -> str:
    return _WAYS.get(kind, _blocks)(told)


def _name(name: str) -> str:
    """The surname stays; of names without one nothing does."""
    if "·" in fold(name):
        return BLOCK * 2
    return (name[:2] if name[:2] in DOUBLE else name[0]) + "某"


def _number(number: str) -> str:
    """Its first three digits stay, as they are customarily shown."""
    told, seen = [], 0
    for letter in number:
        seen += letter.isalnum()
        told.append("*" if letter.isalnum() and seen > _LEFT_OF_A_NUMBER else letter)
    return "".join(told)


def _home(address: str) -> str:
    for word, stands in (
        ("小区", "某小区"),
        ("村", "某村"),
        ("社区", "某社区"),
        ("苑", "某小区"),
        ("栋", "某小区"),
        ("路", "某路"),
        ("街", "某街"),
    ):
        if word in address:
            return stands
    return HOME


def _blocks(told: str) -> str:
    return BLOCK * min(len(told), 12)


_WAYS: dict[str, Callable[[str], str]] = {
    "person": _name,
    "mobile": _number,
    "phone": _number,
    "address": _home,
}
