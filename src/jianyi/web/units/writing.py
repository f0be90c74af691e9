"""The form in which a paper is written: point by point, with what is still missing and what co-units say beside it."""

from typing import Any

from django.http import HttpRequest, QueryDict

from jianyi.cases.issued import replies
from jianyi.cases.issued.about import waived
from jianyi.cases.models import Paper
from jianyi.cases.models.papers import answer_told
from jianyi.cases.queries.files import CaseFile
from jianyi.cases.queries.house import editions
from jianyi.kit.text import clean
from jianyi.parties.queries import organisations
from jianyi.procedure.facts.said import ADOPTIONS, PUBLICATIONS, QUOTABLE, WITH_MEASURES
from jianyi.procedure.words import Role
from jianyi.turn import buffers
from jianyi.turn.clocks import told as told_of
from jianyi.turn.models import Buffer
from jianyi.web import show
from jianyi.web.cases import steps

from . import grouped, promising


# Of each point, in the order in which an answer is told.
SAID = ("text", "adoption", "measure", "division", "shared")
PICKED = {"publication": "full", "quotable": ""}
LINES = ("opening", "closing", "reply_class", "publication_reason")


def buffer_of(paper: Paper) -> str:
    """The name under which unsent text is kept."""
    return f"paper-{paper.id}"


def plain(request: HttpRequest, paper: Paper) -> dict[str, Any]:
    """What the form says, as the words a step wants."""
    post, points = request.POST, range(1, len(paper.root.points) + 1)
    told: dict[str, list[Any]] = {name: [_line(post, f"p{no}-{name}") for no in points] for name in SAID}
    told["division"] = [promising.number(division) for division in told["division"]]
    answers = [answer_told(*answer) for answer in zip(points, *told.values(), strict=True)]
    lines = {name: _line(post, name) for name in LINES}
    rows = {"promises": promising.promises(post, len(points)), "bases": promising.bases(post)}
    picked = {name: post.get(name) or usual for name, usual in PICKED.items()}
    return {"answers": answers, **lines, **rows, **picked}


def _line(post: QueryDict, name: str) -> str:
    """As the paper keeps it, so that what was not touched is not taken for another text."""
    return clean(post.get(name, "")).text.strip()


def unreadable(request: HttpRequest, paper: Paper) -> list[str]:
    return promising.unreadable(request.POST, len(paper.root.points))


def is_as_kept(paper: Paper, told: dict[str, Any]) -> bool:
    """Is what the form says what the paper already says?"""
    return paper.edition > 0 and told == {name: getattr(paper, name) for name in told}


def form(request: HttpRequest, file: CaseFile, paper: Paper) -> dict[str, Any]:
    """The fields: what was typed before a refusal, else unsent text, else the paper."""
    unsent = _unsent(file, paper)
    opening, closing = replies.usual(paper, file.under)
    typed = _typed(request, paper, unsent)
    group = grouped.offer(file, paper)
    values = typed if typed is not None else _standing(file, paper)
    if group and request.method != "POST":
        values = grouped.taken_in(values, group, paper, anew=request.GET.get("shared") == "now")
    return {
        "points": [_point(paper, no, title, values) for no, title in enumerate(file.case.points, start=1)],
        "divisions": _divisions(file, paper) if paper.is_reply else [],
        "bases": promising.basis_fields(values) if paper.is_reply else [],
        "group": group, "opening": values.get("opening", ""), "closing": values.get("closing", ""),
        "classes": [
            {"key": key, "label": entry.label, "tracked": entry.needs_tracking, "on": key == values.get("reply_class")}
            for key, entry in file.under.place.classes.items()
        ] if paper.is_reply else [],
        "quotable": [] if paper.is_reply else _picked("quotable", QUOTABLE, values),
        "publications": _picked("publication", PUBLICATIONS, values) if paper.is_reply else [], "reason": values.get("publication_reason", ""),
        "usual": {
            "opening": f"不填的，函件用：{opening}", "closing": f"不填的，函件用：{closing}",
        },
        "unsent": unsent if typed is not None and request.method == "GET" else None,
        "version": unsent.version if unsent else 0, "buffer": buffer_of(paper),
    }  # fmt: skip


def _divisions(file: CaseFile, paper: Paper) -> list[tuple[str, str]]:
    """The divisions of the unit that may be named as responsible."""
    rows = organisations(by=file.by).filter(parent_id=paper.handling.unit_id)
    return [(str(row.id), row.name) for row in rows]


def _picked(name: str, options: dict[str, str], values: dict[str, str]) -> list[tuple[str, str, bool]]:
    chosen = values.get(name) or PICKED[name]
    return [(value, label, value == chosen) for value, label in options.items()]


def _unsent(file: CaseFile, paper: Paper) -> Buffer | None:
    """Only what was typed after the latest edition."""
    found = buffers.read(buffer_of(paper), by=file.by)
    known = editions(paper, file)
    return found if found and (not known or found.saved_at > known[-1].at) else None


def _typed(request: HttpRequest, paper: Paper, unsent: Buffer | None) -> dict[str, str] | None:
    if request.method == "POST":
        return promising.taken_over(request.POST.dict(), paper, request.POST.get("take", ""))
    return {name: values[0] for name, values in unsent.fields.items() if values} if unsent else None


def _standing(file: CaseFile, paper: Paper) -> dict[str, str]:
    """The paper's own text; on a blank one the customary closing. The customary opening is not filled in: it names the
    talks with the deputy, also those that are still to come."""
    found = {f"p{a['no']}-{name}": str(a.get(name, "")) for a in paper.answers for name in SAID}
    if not paper.edition:
        return {"closing": replies.usual(paper, file.under)[1]}
    lines = {name: getattr(paper, name) for name in (*LINES, *PICKED)}
    return found | promising.standing(paper) | lines


def _point(paper: Paper, no: int, title: str, values: dict[str, str]) -> dict[str, Any]:
    text, adoption, measure, division, shared = (values.get(f"p{no}-{name}", "") for name in SAID)
    return {
        "measure": measure, "division": division, "bare": adoption in WITH_MEASURES and bool(text.strip()) and not measure.strip(),
        "promises": promising.promise_fields(values, no) if paper.is_reply else [],
        "shared": shared, "number": no, "title": title, "prefix": f"p{no}", "text": text,
        "seeming": promising.seeming(paper, no), "struck": [row for row in paper.struck if row["no"] == no],
        "choices": [(value, label, value == adoption) for value, label in ADOPTIONS.items()] if paper.is_reply else [],
        "ready": bool(text.strip() and (adoption or not paper.is_reply)), "idle": not paper.is_reply and not text.strip(),
    }  # fmt: skip


# Beside the form


def co_opinions(file: CaseFile, paper: Paper) -> list[dict[str, Any]]:
    """Of every co-unit of this round: its opinion with what may be done with it, or until when it is awaited."""
    if not paper.is_reply:
        return []
    helping = [
        h for h in file.handlings if h.role is Role.CO and h.is_open and h.round == paper.handling.round
    ]
    given = {p.handling_id: p for p in file.papers if not p.is_reply}
    without = {row.helping_id for row in waived(file.under, paper.handling)}
    return [_opinion(file, h, given.get(h.id), h.id in without) for h in helping]


def _opinion(file: CaseFile, handling: Any, paper: Paper | None, waived: bool) -> dict[str, Any]:
    rows = [row for row in file.clocks if row.holder_id == handling.id]
    clock = next((show.clock_of(told_of(row)) for row in rows if row.limit.value.startswith("co_")), None)
    return {
        "unit": handling.unit.name, "paper": paper, "clock": clock, "waived": waived,
        "answers": [a for a in paper.answers if a["text"].strip()] if paper else [],
        "bar": steps.bar(file, sorted(file.acts_on(paper), key=lambda act: act.row.at_will)) if paper else None,
    }  # fmt: skip
