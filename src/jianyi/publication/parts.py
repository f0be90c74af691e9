"""The texts of a suggestion and its reply, part by part: which of them are shown, and how they read with what is taken out."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any

from jianyi.cases.models import Paper, Suggestion

from .personal import Span, redact


Part = dict[str, str]
Mark = dict[str, Any]


def parts_of(case: Suggestion, paper: Paper) -> list[Part]:
    """Everything that could be shown; a part without text is left out."""
    return [
        {"key": key, "label": label, "text": text} for key, label, text in _parts(case, paper) if text.strip()
    ]


def _parts(case: Suggestion, paper: Paper) -> Iterator[tuple[str, str, str]]:
    yield "title", "标题", case.title
    yield "situation", "情况与问题", case.situation
    yield from ((f"point-{no}", f"具体建议 {no}", text) for no, text in enumerate(case.points, start=1))
    yield "opening", "答复开头", paper.opening
    for each in paper.answers:
        yield f"answer-{each['no']}", f"对第 {each['no']} 条的答复", each["text"]
        yield f"measure-{each['no']}", f"对第 {each['no']} 条的措施", each.get("measure", "")
    yield "closing", "答复结尾", paper.closing
    for nth, each in enumerate(paper.promises, start=1):
        yield f"promise-{nth}", f"承诺 {nth}", each["item"]


def is_of_suggestion(key: str) -> bool:
    return key in ("title", "situation") or key.startswith("point-")


def is_shown(key: str, way: str) -> bool:
    """Is the part told to the public where the reply is published this way?"""
    if way == "full":
        return key != "summary"
    return key == "title" or (way == "summary" and key == "summary")


def redacted(text: str, marks: list[Mark]) -> str:
    """The text without what was decided to be taken out."""
    gone = [Span(m["start"], m["end"], m["kind"], m["why"]) for m in marks if m["how"] == "redact"]
    return redact(text, gone)


def pieces(text: str, marks: list[Mark]) -> list[tuple[str, bool]]:
    """The text cut into (how it will read, whether it is marked and nobody has decided on it): what is undecided stands as it is
    and is no text for the public yet. What is taken out lies whole in one piece."""
    gone = {at for m in marks if m["how"] == "redact" for at in range(m["start"], m["end"])}
    loose = {at for m in marks if not m["how"] for at in range(m["start"], m["end"])} - gone
    if not text:
        return []
    starts = [at for at in range(len(text)) if at == 0 or (at in loose) != (at - 1 in loose)]
    own: dict[int, list[Mark]] = {start: [] for start in starts}
    for m in (m for m in marks if m["how"] == "redact"):
        start = starts[bisect_right(starts, m["start"]) - 1]
        own[start].append(m | {"start": m["start"] - start, "end": m["end"] - start})
    return [
        (text[start:end] if start in loose else redacted(text[start:end], own[start]), start in loose)
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
    ]


def texts(parts: list[Part], marks: list[Mark], way: str) -> Mapping[str, str]:
    """part → its text as the public will read it, for what is shown this way."""
    return {
        part["key"]: redacted(part["text"], [m for m in marks if m["part"] == part["key"]])
        for part in parts
        if is_shown(part["key"], way)
    }
