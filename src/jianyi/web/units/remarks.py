"""Remarks beside a draft: who said what on which edition, what the drafter says to it, and the words they speak of."""

import re
from typing import Any

from jianyi.cases.models import Paper, Remark
from jianyi.cases.models.remarks import passages
from jianyi.cases.queries.files import CaseFile
from jianyi.parties.queries import names
from jianyi.procedure.words import Remark as K
from jianyi.web import acting
from jianyi.web.cases import steps

from .redline import Part


AROUND = 16


def beside(file: CaseFile, paper: Paper) -> dict[str, Any] | None:
    """Nothing for those outside the unit. What waits for somebody comes first."""
    if paper.handling not in file.own_handlings:
        return None
    rows = sorted(Remark.of_paper(paper, file.remarks), key=lambda row: (not row.is_waiting, row.id))
    new = file.acts_on(Remark.about(paper).come_home(file.under))
    known = names(paper.congress_id, {row.maker_id or 0 for row in rows}) if rows else {}
    return {
        "rows": [_told(file, row, known[row.maker_id or 0]) for row in rows],
        "open": sum(row.stage is K.OPEN for row in rows), "holds": bool(paper.handling.unit.rule.get("remarks_block")),
        "paper": paper, "key": acting.new_key(), "points": list(enumerate(file.case.points, start=1)),
        "may": any(act.ready for act in new),
    }  # fmt: skip


def _told(file: CaseFile, row: Remark, maker: str) -> dict[str, Any]:
    acts = sorted(file.acts_on(row), key=lambda act: act.row.at_will)
    return {
        "row": row, "anchor": steps.anchor(row), "who": maker, "bar": steps.bar(file, acts),
        "about": f"第 {row.point} 条" if row.point else "全文", "context": context(row) if row.passage else None,
    }  # fmt: skip


def context(row: Remark) -> tuple[str, str, str] | None:
    """The words with a little of what stands before and after them in the newest edition; nothing where they are gone."""
    text = passages(row.paper).get(row.point, "")
    found = _pattern(row.passage).search(text)
    if found is None:
        return None
    start, end = found.span()
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return (
        f"{'……' if start > AROUND else ''}{before}",
        found.group(),
        f"{after}{'……' if end + AROUND < len(text) else ''}",
    )


def _pattern(passage: str) -> re.Pattern[str]:
    """Blanks and line breaks may have come or gone while it was copied."""
    return re.compile(r"\s*".join(map(re.escape, "".join(passage.split()))))


def marked(rows: list[dict[str, Any]], remarks: list[Remark]) -> list[dict[str, Any]]:
    """The paragraphs of a comparison, with the words that an open remark speaks of marked in the new text."""
    waiting = [row for row in remarks if row.is_waiting and row.passage]
    return [row | {"parts": _cut(row["parts"], _spans(row, waiting))} for row in rows]


def _spans(row: dict[str, Any], remarks: list[Remark]) -> set[int]:
    """Which characters of the new text they speak of."""
    text = "".join(part.text for part in row["parts"] if part.kind != "del")
    about = [r for r in remarks if not r.point or row["key"] == f"point-{r.point}"]
    found = (match for r in about for match in _pattern(r.passage).finditer(text))
    return {n for match in found for n in range(*match.span())}


def _cut(parts: list[Part], spans: set[int]) -> list[Part]:
    if not spans:
        return parts
    found: list[Part] = []
    at = 0
    for part in parts:
        if part.kind == "del":
            found.append(part)
            continue
        found += _pieces(part, at, spans)
        at += len(part.text)
    return found


def _pieces(part: Part, at: int, spans: set[int]) -> list[Part]:
    """One part, cut where a mark begins or ends."""
    found: list[Part] = []
    for n, character in enumerate(part.text, start=at):
        if found and found[-1].mark == (n in spans):
            found[-1] = Part(part.kind, found[-1].text + character, n in spans)
        else:
            found.append(Part(part.kind, character, n in spans))
    return found
