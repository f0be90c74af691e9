"""What changed between two editions: sentence by sentence, and within a sentence where it stayed much the same."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


SENTENCE = re.compile(r"[^。；！？\n]*(?:[。；！？]+|\n+|$)")
PIECE = re.compile(r"[0-9０-９.,％%]+|[A-Za-z]+|\s+|.", re.S)
ALIKE, LONGEST = 0.5, 600


@dataclass(frozen=True, slots=True)
class Part:
    """`kind`: same, ins or del; `mark`: somebody has remarked on it."""

    kind: str
    text: str
    mark: bool = False


def compare(old: str, new: str) -> list[Part]:
    """The parts that lead from the old text to the new, in reading order."""
    before, after = _sentences(old), _sentences(new)
    parts: list[Part] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(Part("same", "".join(before[a:b])))
        else:
            parts += _block(before[a:b], after[c:d])
    return joined(parts)


def count(parts: Iterable[Part]) -> int:
    """How many places changed: a deletion with what stands in its stead is one."""
    found, before = 0, "same"
    for part in parts:
        if part.kind != "same" and before == "same":
            found += 1
        before = part.kind
    return found


def joined(parts: Iterable[Part]) -> list[Part]:
    """Neighbours of one kind become one; what is empty goes."""
    found: list[Part] = []
    for part in parts:
        if not part.text:
            continue
        if found and found[-1].kind == part.kind:
            found[-1] = Part(part.kind, found[-1].text + part.text)
        else:
            found.append(part)
    return found


def _sentences(text: str) -> list[str]:
    return [found for found in SENTENCE.findall(text) if found]


def _block(before: list[str], after: list[str]) -> list[Part]:
    """As many sentences as before are taken one by one where at least one of them stayed much the same."""
    if len(before) == len(after) > 1:
        pairs = [_replaced(old, new) for old, new in zip(before, after, strict=True)]
        if any(part.kind == "same" for parts in pairs for part in parts):
            return [part for parts in pairs for part in parts]
    return _replaced("".join(before), "".join(after))


def _replaced(old: str, new: str) -> list[Part]:
    """Word by word where the two are alike; otherwise the whole."""
    before, after = PIECE.findall(old), PIECE.findall(new)
    if not old or not new or max(len(before), len(after)) > LONGEST:
        return [Part("del", old), Part("ins", new)]
    match = SequenceMatcher(None, before, after, autojunk=False)
    if match.quick_ratio() < ALIKE or match.ratio() < ALIKE:
        return [Part("del", old), Part("ins", new)]
    return _pieces(match, before, after)


def _pieces(match: SequenceMatcher[str], before: Sequence[str], after: Sequence[str]) -> list[Part]:
    parts: list[Part] = []
    for kind, a, b, c, d in match.get_opcodes():
        if kind == "equal":
            parts.append(Part("same", "".join(before[a:b])))
        else:
            parts += [Part("del", "".join(before[a:b])), Part("ins", "".join(after[c:d]))]
    return parts
