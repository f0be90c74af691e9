"""Publication of replies over the interface: the list, and one with its marks and how the public will read it."""

from datetime import datetime

from django.http import Http404, HttpRequest
from ninja import Router, Schema

from jianyi.cases.queries.files import CaseFile
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.publication import WAYS
from jianyi.publication.copies import attachments_of, copies_of, make_copies
from jianyi.publication.facts import oversteps, shown_marks, wished
from jianyi.publication.models import Publication
from jianyi.publication.parts import is_shown, pieces
from jianyi.publication.queries.files import listed, publication

from . import shapes
from .doors import who
from .inputs import Number, Paged, Word
from .refusing import READS


router = Router(tags=["publications"])


class Row(Schema):
    id: str
    suggestion: str
    no: str
    title: str
    unit: shapes.Named
    round: int
    stage: shapes.Word


class Rows(Schema):
    rows: list[Row]
    after: str
    before: str


class Mark(Schema):
    """`no`: what WRITE calls it by; `how`: redact, keep, or nothing while it is undecided; `keep`: it looks like an office's."""

    no: int
    part: str
    start: int
    end: int
    kind: str
    why: str
    keep: bool
    by_hand: bool
    how: str
    reason: str


class Copy(Schema):
    """`removed`: what the original carries and the copy does not; `refused`: why there is no copy."""

    id: str
    name: str
    ready: bool
    removed: list[str]
    refused: str


class Whole(Row):
    """`most`: the widest way that deputy's wish allows; `preview`: part → text as the public will read it, with 【未决定：…】 around what is
    marked and not decided; `undecided`: how many of these stand in the way; `objected_at`: when the deputy said on the rating sheet that
    it should not be public, `oversteps`: more is shown than the deputy allows."""

    version: int
    way: str
    reason: str
    summary: str
    most: str
    signed: str
    parts: dict[str, str]
    marks: list[Mark]
    attachments: list[Copy]
    chosen: list[str]
    preview: dict[str, str]
    checked_by: str
    approved_by: str
    published_by: str
    published_at: datetime | None
    sent_back: str
    taken_down: str
    undecided: int
    objected_at: datetime | None
    oversteps: bool


@router.get("/publications", response={200: Rows, **READS})
def every(request: HttpRequest, page: Paged, part: Word | None = None) -> Rows:
    """答复公开: newest first. `part`: open, publish, out, withheld, down."""
    found = listed(by=who(request), part=part or "open", **page.cursor)
    return Rows(rows=[Row(**_row(row)) for row in found.rows], after=found.after, before=found.before)


@router.get("/publications/{number}", response={200: Whole, **READS})
def one(request: HttpRequest, number: Number) -> Whole:
    """One of them, for the unit that prepares it and for the office that publishes it."""
    file, row = _found(int(number), who(request))
    make_copies(row)
    shown = row.way != "none"
    return Whole(
        **_row(row), version=row.version, way=row.way, reason=row.reason, summary=row.summary, most=wished(row, file.under),
        signed=row.paper.publication if row.paper.publication in WAYS else "", parts={part["key"]: part["text"] for part in row.parts},
        marks=[_mark(no, mark) for no, mark in enumerate(row.marks, start=1)], attachments=_copies(row),
        chosen=[str(each["attachment"]) for each in row.files], preview=_preview(row) if shown else {},
        checked_by=row.checked_by, approved_by=row.approved_by, published_by=row.published_by, published_at=row.published_at,
        sent_back=row.sent_back, taken_down=row.taken_down, undecided=sum(not mark["how"] for mark in shown_marks(row)),
        objected_at=row.objected_at, oversteps=oversteps(row, file.under),
    )  # fmt: skip


def _preview(row: Publication) -> dict[str, str]:
    marks = {part["key"]: [mark for mark in row.marks if mark["part"] == part["key"]] for part in row.parts}
    return {
        part["key"]: "".join(
            f"【未决定：{text}】" if undecided else text
            for text, undecided in pieces(part["text"], marks[part["key"]])
        )
        for part in row.parts
        if is_shown(part["key"], row.way)
    }


def _found(number: int, by: Actor) -> tuple[CaseFile, Publication]:
    found = publication(number, by=by)
    if found is None:
        raise Http404
    return found


def _row(row: Publication) -> dict[str, object]:
    unit = row.handling.unit
    return {
        "id": str(row.id), "suggestion": str(row.root_id), "no": row.root.no, "title": row.root.title,
        "unit": shapes.Named(id=str(unit.id), name=unit.name), "round": row.handling.round, "stage": shapes.word(row.stage),
    }  # fmt: skip


def _mark(no: int, mark: dict[str, object]) -> Mark:
    told = {name: mark[name] for name in ("part", "start", "end", "kind", "why", "keep", "how", "reason")}
    return Mark(no=no, by_hand=bool(mark["hand"]), **told)  # type: ignore[arg-type]


def _copies(row: Publication) -> list[Copy]:
    copies = copies_of(row)
    return [
        Copy(
            id=str(each.id), name=each.name, ready=bool(there and there.digest),
            removed=there.removed if there else [], refused=there.refused if there else "",
        )
        for each in attachments_of(row)
        for there in [copies.get(each.id)]
    ]  # fmt: skip
