"""The forms of a case that are drawn as things stand, each for those who may see what is on it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from jianyi.documents.letters.document import Sheet as Form
from jianyi.documents.letters.wording import long_moment
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor

from ..facts import links
from ..issued.records import KINDS as RECORDS
from ..models import Collective, Handling, Letter, OralReply, Plan, Sheet, Suggestion
from . import checking
from .drawn import archive, deputies, inside, oral, receipts
from .files import CaseFile, case
from .letters import letter_of


@dataclass(frozen=True)
class Kind:
    """`of`: the rows of which this reader may have the form; `draw`: the form of one of them."""

    label: str
    model: type[Any]
    of: Callable[[CaseFile], list[Any]]
    draw: Callable[[CaseFile, Any], Form]


@dataclass(frozen=True)
class Beside:
    """A form of something that is no case. `draw`: of the row with this number, for this reader, judged as of this day."""

    label: str
    draw: Callable[[int, Actor, date], Form | None]


@dataclass(frozen=True)
class Offered:
    """One form that a reader may open."""

    kind: str
    number: int
    label: str


def _sheets(file: CaseFile) -> list[Sheet]:
    """Between whoever rates and the congress's own body; it does not pass through the unit (forms.md F16)."""
    own = [row for row in file.sheets if file.office or row.rater_id == file.by.person]
    return [row for row in own if row.stage not in (w.Rating.NEW, w.Rating.VOID)]


def _own(file: CaseFile) -> list[Handling]:
    return [] if file.has_left else [h for h in file.own_handlings if not h.dropped]


def _spoken(file: CaseFile) -> list[OralReply]:
    """Before the deputy has signed: it is printed to be signed by hand."""
    return [row for row in file.oral_replies if row.stands and row.id not in _issued(file)]


def _decided(file: CaseFile) -> list[Collective]:
    """Recorded before such records were issued."""
    return [row for row in file.collectives if row.id not in _issued(file)]


def _issued(file: CaseFile) -> set[int]:
    """Of which records there is a paper, which stands for them from then on."""
    if not file.oral_replies and not file.collectives:
        return set()
    rows = Letter.objects.filter(congress_id=file.case.congress_id, root_id=file.case.id, kind__in=RECORDS)
    found: set[int] = file.under.once(
        "records issued", lambda: set(rows.values_list("subject_id", flat=True))
    )
    return found


def issued(name: str, number: int, *, by: Actor) -> Letter | None:
    """The paper that has taken the place of this form, for those who may have it."""
    kind = KINDS.get(name)
    row = (
        kind.model.objects.filter(congress_id=by.congress, id=number).first()
        if kind and name in RECORDS
        else None
    )
    file = case(row.root_number, by=by) if row else None
    return letter_of(file, number, name) if file else None


def _closed(file: CaseFile) -> list[Suggestion]:
    """Who keeps a file of it: the congress's body and the units."""
    files = file.office or bool(_own(file))
    return [file.case] if files and file.case.stage is w.Suggestion.CLOSED else []


def _received(file: CaseFile) -> list[Handling]:
    """What the unit found is for itself and the congress's own bodies."""
    rows = file.handlings if file.office else _own(file)
    return [row for row in rows if row.received_by]


KINDS: dict[str, Kind] = {
    "suggestion": Kind("建议专用纸", Suggestion, lambda file: [file.case], deputies.written),
    "receipt": Kind("签收单", Handling, _received, receipts.receipt),
    "rating": Kind("征询意见表", Sheet, _sheets, deputies.rating),
    "plan": Kind("办理计划", Plan, lambda file: file.plans, inside.plan),
    "flow": Kind("办理工作流程图", Handling, _own, inside.flow),
    "collective": Kind("党组会议研究记录", Collective, _decided, inside.collective),
    "oral_reply": Kind("当面答复记录", OralReply, _spoken, oral.record),
    "archive": Kind("卷内文件目录", Suggestion, _closed, archive.contents),
}
BESIDE: dict[str, Beside] = {}


def lay(of_cases: Mapping[str, Kind], beside: Mapping[str, Beside]) -> None:
    """Called once, when everything is loaded: a case knows nothing of what other parts of the house draw."""
    KINDS.update(of_cases)
    BESIDE.update(beside)


def label_of(name: str) -> str:
    """What a form that was drawn here is called."""
    kind = KINDS.get(name) or BESIDE.get(name)
    return kind.label if kind else ""


def forms(file: CaseFile) -> list[Offered]:
    """What this reader may draw of the case, in the order of the work."""
    return [
        Offered(name, row.id, f"{kind.label}{_of_unit(name, row)}{_which(row)}")
        for name, kind in KINDS.items()
        for row in kind.of(file)
    ]


def _of_unit(name: str, row: Any) -> str:
    """Several units have signed for one suggestion."""
    return f"（{row.unit.known_as}）" if name == "receipt" else ""


def _which(row: Any) -> str:
    """What tells one of several apart."""
    number = getattr(row, "number", "")
    if isinstance(row, (Sheet, Plan, OralReply)) and number:
        return f"（{number}）"
    return f"（第 {row.edition} 稿）" if isinstance(row, Collective) else ""


def form(name: str, number: int, *, by: Actor) -> tuple[CaseFile, Form] | None:
    """One form, drawn now, with its check line; nothing for those who may not have it."""
    found = _drawn(name, number, by)
    return (found[0], checking.marked(found[1], name, number, by=by)) if found else None


def with_link(number: int, address: str, digest: str, *, by: Actor) -> Form | None:
    """The rating sheet with the code of a link on it, for the congress's own bodies, while the link is good and is the last."""
    row = Sheet.objects.filter(congress_id=by.congress, id=number).first()
    file = case(row.root_number, by=by) if row else None
    if file is None or not file.office:
        return None
    sheet = file.under.get(Sheet, number)
    last = links(sheet, file.under).last
    if (
        last is None
        or last.digest != digest
        or clock.now() >= last.until
        or sheet.stage is not w.Rating.AWAITED
    ):
        return None
    drawn = checking.marked(deputies.rating(file, sheet), "rating", number, by=by)
    if drawn.check is None:
        return None
    line = f"扫码可在线测评：限本人一次，限最先打开的一台设备，有效至{long_moment((last.until - timedelta(seconds=1)).astimezone(clock.HOME))}。"
    return replace(drawn, check=replace(drawn.check, payload=address, line=line))


def checked(token: str) -> checking.Checked | None:
    """For whoever holds a form with this code, without signing in."""
    return checking.checked(token, _sheet)


def _sheet(name: str, number: int, by: Actor, on: date) -> Form | None:
    if name in BESIDE:
        return BESIDE[name].draw(number, by, on)
    found = _drawn(name, number, by)
    return found[1] if found else None


def _drawn(name: str, number: int, by: Actor) -> tuple[CaseFile, Form] | None:
    kind = KINDS.get(name)
    row = kind.model.objects.filter(congress_id=by.congress, id=number).first() if kind else None
    file = case(row.root_number, by=by) if row else None
    if file is None or kind is None:
        return None
    found: Iterator[Any] = (each for each in kind.of(file) if each.id == number)
    return next(((file, kind.draw(file, each)) for each in found), None)
