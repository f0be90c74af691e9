"""The text with what is marked in it, the decision on each mark, and how the public will read it."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest

from jianyi.cases.queries import preview as foreseen
from jianyi.cases.queries.files import CaseFile
from jianyi.kit.ids import read_numbers
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.publication import WAYS
from jianyi.procedure.facts.said import HOW, WISHES
from jianyi.publication.copies import attachments_of, copies_of
from jianyi.publication.facts import wished
from jianyi.publication.models import Publication
from jianyi.publication.parts import is_shown, pieces
from jianyi.publication.personal import KINDS
from jianyi.turn.clocks import told as due_told
from jianyi.web import show
from jianyi.web.acting import Outcome
from jianyi.web.cases import steps
from jianyi.web.templatetags.look import minute


Told = dict[str, Any]
LABELS = {**KINDS, "other": "人工添加"}


def plain(request: HttpRequest, row: Publication) -> Told:
    """What the form says, as the words a step wants."""
    post = request.POST
    rest = "redact" if post.get("act") == "rest" else ""
    marks = [
        {"no": no, "how": post.get(f"m{no}-how", rest), "reason": post.get(f"m{no}-reason", "").strip()}
        for no in range(1, len(row.marks) + 1)
    ]
    return {
        "way": post.get("way", row.way), "reason": post.get("reason", ""), "summary": post.get("summary", ""), "marks": [each for each in marks if each["how"] in HOW],
        "added": [line.strip() for line in post.get("added", "").splitlines() if line.strip()],
        "attachments": read_numbers(post.getlist("attachments")),
    }  # fmt: skip


def form(request: HttpRequest, row: Publication, outcome: Outcome) -> Told:
    """What was typed before a refusal, else what stands."""
    typed = request.POST if request.method == "POST" and outcome.reasons else None
    way = typed.get("way", row.way) if typed else row.way
    return {
        "ways": [(key, label, key == way) for key, label in WAYS.items()],
        "reason": typed.get("reason", "") if typed else row.reason, "summary": typed.get("summary", "") if typed else row.summary,
        "added": typed.get("added", "") if typed else "", "parts": [_part(row, part, typed) for part in row.parts],
        "undecided": sum(not mark["how"] for mark in row.marks if is_shown(mark["part"], row.way)), "marks": len(row.marks),
    }  # fmt: skip


def _part(row: Publication, part: Told, typed: Any) -> Told:
    numbered = [(no, mark) for no, mark in enumerate(row.marks, start=1) if mark["part"] == part["key"]]
    numbered.sort(key=lambda each: (each[1]["start"], each[1]["end"]))
    return {
        "label": part["label"], "shown": is_shown(part["key"], row.way), "pieces": list(_pieces(part["text"], numbered)),
        "marks": [_mark(no, mark, part["text"], typed) for no, mark in numbered],
    }  # fmt: skip


def _mark(no: int, mark: Told, text: str, typed: Any) -> Told:
    how = typed.get(f"m{no}-how", "") if typed else mark["how"]
    reason = typed.get(f"m{no}-reason", "") if typed else mark["reason"]
    return mark | {
        "no": no, "quote": text[mark["start"] : mark["end"]], "label": LABELS.get(mark["kind"], mark["kind"]), "decided": bool(mark["how"]),
        "choices": [(key, label, key == how) for key, label in HOW.items()], "told": HOW.get(mark["how"], "未决定"),
        "reason": reason or (mark["why"] if mark["keep"] else ""),
    }  # fmt: skip


def _pieces(text: str, numbered: list[tuple[int, Told]]) -> Iterator[Told]:
    """The text cut at its marks; what overlaps an earlier mark begins where that one ends."""
    at = 0
    for no, mark in numbered:
        start = max(at, mark["start"])
        yield {"text": text[at:start], "no": 0}
        if mark["end"] > start:
            yield {"text": text[start : mark["end"]], "no": no, "how": mark["how"] or "open"}
        at = max(at, mark["end"])
    yield {"text": text[at:], "no": 0}


def files(request: HttpRequest, row: Publication, outcome: Outcome) -> list[Told]:
    """The attachments of the suggestion, each with what its copy does not carry any more."""
    copies = copies_of(row)
    typed = request.POST.getlist("attachments") if request.method == "POST" and outcome.reasons else None
    chosen = set(typed) if typed is not None else {str(each["attachment"]) for each in row.files}
    return [
        {"row": each, "copy": copies.get(each.id), "on": str(each.id) in chosen}
        for each in attachments_of(row)
    ]


def preview(row: Publication) -> list[tuple[str, list[tuple[str, bool]]]]:
    """(label, pieces) of every part as the public will read it; what is marked and undecided is told apart."""
    if row.way == "none":
        return []
    return [
        (part["label"], pieces(part["text"], [mark for mark in row.marks if mark["part"] == part["key"]]))
        for part in row.parts
        if is_shown(part["key"], row.way)
    ]


def facts(file: CaseFile, row: Publication) -> list[tuple[str, str]]:
    """What bounds it, and who has done what (F31)."""
    case = file.case
    return [
        ("答复文号", row.paper.number), ("代表公开意愿", WISHES.get(case.publication_wish, "") + (f"（{case.publication_reason}）" if case.publication_reason else "")),
        ("最多可以", WAYS[wished(row, file.under)]), ("签发时定为", WAYS.get(row.paper.publication, "")), ("公开方式", WAYS[row.way]), ("理由", row.reason),
        ("审查人", row.checked_by), ("批准人", row.approved_by), ("发布人", row.published_by), ("退回理由", row.sent_back), ("撤下理由", row.taken_down), ("撤下人", row.taken_down_by), ("代表异议", f"{minute(row.objected_at)} 在征询意见表中不同意公开答复" if row.objected_at else ""),
    ]  # fmt: skip


def clocks(file: CaseFile, row: Publication) -> list[Told]:
    rows = [each for each in file.under.deadlines if each.holder_id == row.id]
    return [told for each in rows if (told := show.clock_of(due_told(each), each.ended_at))]


def buttons(file: CaseFile, row: Publication) -> list[Told]:
    """What may be done here beside the form, with what follows."""
    acts = [act for act in file.acts_on(row) if act.action not in (A.WRITE, A.PRESENT)]
    return [
        {
            "label": steps.label(act), "href": f"/act/publication/{row.id}/{act.action.value}/?next=/publications/{row.id}/",
            "kind": "" if act.row.at_will else "primary", "missing": act.missing, "after": foreseen.after(act.row, row, file.under),
        }
        for act in acts
    ]  # fmt: skip
