"""Names of private people: every candidate of the rules, of the tagger and between marks, decided by trees that were learned.

The rules say what they believe, the tagger what it reads, and both are evidence among other. The reason that is given is
that of the rule where one had it, else what spoke most for the candidate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from jianyi.publication.personal import belief, cues, evidence, grammar, names, tagging, trees
from jianyi.publication.personal.evidence import Place, Text
from jianyi.publication.personal.spans import Known, Span


# Chosen for recall: see 0039 for what either side costs.
THRESHOLD = 0.35
_RUN = re.compile("[\u4e00-\u9fff·]{2,8}")


def find(text: str, read: tagging.Read, known: Known, numbers: Iterable[Span]) -> list[Span]:
    """Names of private people in a folded text whose numbers are known, in order and without overlap."""
    if not text:
        return []
    all_ = prepared(text, read, known, numbers)
    places = [place for place in all_.candidates if place in all_.likely]
    told = trees.shares("people", [evidence.of(all_, place) for place in places])
    official = {re.sub(r"\s", "", name) for name in known.names} | cues.PUBLIC
    believed = sorted(
        (-share, place)
        for place, share in zip(places, told, strict=True)
        if share > THRESHOLD
        and re.sub(r"\s", "", text[slice(*place)]) not in official
        and not _is_called(all_, place)
    )
    taken = bytearray(len(text))
    spans = []
    for _, (start, end) in believed:
        if 1 not in taken[start:end]:
            taken[start:end] = b"\1" * (end - start)
            spans.append(Span(start, end, "person", _why(all_, (start, end))))
    return sorted(spans)


def _is_called(all_: Text, place: Place) -> bool:
    """李女士, 周老师, 张某 and, unless a rule knows better, 靳老四: what somebody is called is no name."""
    start, end = place
    given = all_.text[start + 1 : end]
    return (
        given in cues.CALLED
        or "某" in given
        or all_.text[start + 1 : start + 3] in cues.CALLED
        or (place not in all_.ruled and belief.is_elder(given))
    )


def prepared(text: str, read: tagging.Read, known: Known, numbers: Iterable[Span]) -> Text:
    """The text with its candidates and what the rules and the tagger say of them."""
    ruled, office = names.ruled(text, known)
    places = [(span.start, span.end) for span in numbers]
    inside = bytearray(len(text))
    for start, end in places:
        inside[start:end] = b"\1" * (end - start)
    told = {(span.start, span.end): span.why for span in ruled}
    found = dict.fromkeys([*_of_grammar(text), *told, *_of_marks(text), *_of_reading(text, read)])
    return Text(
        text, read, told, office, places, [place for place in found if 1 not in inside[slice(*place)]]
    )


def _of_grammar(text: str) -> Iterable[Place]:
    return ((start, end) for start, ends in grammar.candidates(text) for end in ends)


def _of_marks(text: str) -> Iterable[Place]:
    """What stands alone between marks, in a cell of a table or behind a number."""
    for pattern in (evidence.CELL, evidence.NUMBERED):
        yield from (match.span(1) for match in pattern.finditer(text))


def _of_reading(text: str, read: tagging.Read) -> Iterable[Place]:
    """Runs of letters that the tagger takes for the name of a person."""
    shown = "".join(
        letter if share > 0.5 else "\n" for letter, share in zip(text, read.people[: len(text)], strict=True)
    )
    return (match.span() for match in _RUN.finditer(shown))


def _why(all_: Text, place: Place) -> str:
    """The reason of a rule, else what speaks most for it."""
    start, end = place
    if place in all_.ruled:
        return all_.ruled[place]
    told = belief.announced(all_.text[max(0, start - 14) : start])
    if told and told != "office":
        return f"前面的“{told}”说明是个人。"
    if cues.DETAILS.match(all_.text[end : end + 24]):
        return "后面写有此人的情况。"
    if max(evidence.beside(all_, place)) > -3:
        return "与其他像姓名的字并列。"
    return "单独成项，像是姓名。" if place in all_.cells else "像是姓名，前后文也像在说一个人。"
