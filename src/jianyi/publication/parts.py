"""The texts of a suggestion and its reply, part by part: which of them are shown, and how they read with what is taken out."""

from collections.abc import Iterator, Mapping
from typing import Any

from jianyi.cases.models import Paper, Suggestion


Part = dict[str, str]
Mark = dict[str, Any]
# What is put where something was taken out, by what it was.
OUT = {
    "mobile": "〔手机号已隐去〕", "phone": "〔电话已隐去〕", "id_card": "〔证件号已隐去〕", "email": "〔邮箱已隐去〕",
    "address": "〔住址已隐去〕", "name": "〔姓名已隐去〕", "bank_card": "〔账号已隐去〕", "plate": "〔车牌已隐去〕",
}  # fmt: skip
USUAL = "〔已隐去〕"


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
    """The text with what is to be taken out taken out; what overlaps is one gap."""
    told, at = "", 0
    for start, end, kind in _gaps(marks):
        told += text[at:start] + OUT.get(kind, USUAL)
        at = end
    return told + text[at:]


def _gaps(marks: list[Mark]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for mark in sorted((m for m in marks if m["how"] == "redact"), key=lambda m: (m["start"], -m["end"])):
        if found and mark["start"] < found[-1][1]:
            start, end, kind = found[-1]
            found[-1] = (start, max(end, mark["end"]), kind)
        else:
            found.append((mark["start"], mark["end"], mark["kind"]))
    return found


def texts(parts: list[Part], marks: list[Mark], way: str) -> Mapping[str, str]:
    """part → its text as the public will read it, for what is shown this way."""
    return {
        part["key"]: redacted(part["text"], [m for m in marks if m["part"] == part["key"]])
        for part in parts
        if is_shown(part["key"], way)
    }
