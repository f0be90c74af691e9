"""The internal-control sheet of one paper (源 G8): every check with its result, when and by whom, read from the record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jianyi.journal.models import Line
from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.words import ANSWERING, Limit as L
from jianyi.turn.clocks import is_late

from ..facts import DESK_LABELS
from ..models import Consultation, Contact, Paper
from .files import HIDDEN_NAME, CaseFile


@dataclass(frozen=True)
class Checked:
    """`met`: it took place, and in time where a limit runs; `late`: its time ran out; who and when are empty until then."""

    label: str
    met: bool
    late: bool = False
    at: datetime | None = None
    who: str = ""

    @property
    def result(self) -> str:
        if self.at is None:
            return "逾期未办" if self.late else "未办"
        return "已办，逾期" if self.late else "已办"


# What is looked for, in the order of the road: label, on what, which steps, limits that it ends, whether a deputy
# speaks.
Item = tuple[str, str, tuple[A, ...], tuple[L, ...], bool]
ITEMS: tuple[Item, ...] = (
    ("签收", "handling", (A.ACKNOWLEDGE,), (L.ACKNOWLEDGE,), False),
    ("分办到人", "handling", (A.ROUTE,), (), False),
    ("首次沟通", "contact", (A.RECORD, A.RELAY), (L.CONTACT,), False),
    ("沟通经代表确认", "contact", (A.CONFIRM,), (), True),
    ("开始办理", "handling", (A.BEGIN,), (), False),
    ("成稿", "paper", (A.WRITE,), (), False),
    ("送审", "paper", (A.PRESENT,), (), False),
    ("代表看稿", "consultation", (A.ACCEPT_DRAFT, A.ADDRESS, A.LAPSE, A.APPROVE), (), True),
    ("签发", "paper", (A.SIGN,), (), False),
    ("送达", "paper", (A.SEND,), ANSWERING, False),
)
FIRST = (A.RECORD, A.RELAY)


def control(file: CaseFile, paper: Paper) -> list[Checked]:
    """For those inside the unit; nothing for anybody else."""
    if paper.handling not in file.own_handlings:
        return []
    lines = list(_lines(file, paper))
    items = [item for item in ITEMS if paper.is_reply or item[0] != "代表看稿"]
    found = [_checked(item, lines, file, paper) for item in items]
    place = 1 + [item[0] for item in items].index("送审")
    return [*found[:place], *_desks(paper, lines), *found[place:]]


def _lines(file: CaseFile, paper: Paper) -> Iterable[Line]:
    """The record of the paper, of its handling, and of the contacts and consultations that belong to it."""
    contacts = [row for row in file.under.all(Contact) if row.handling_id == paper.handling_id]
    shown = [row for row in file.under.all(Consultation) if row.paper_id == paper.id]
    subjects = {str(row) for row in (paper, paper.handling, *contacts, *shown)}
    return (line for line in file.lines if line.subject in subjects)


def _checked(item: Item, lines: list[Line], file: CaseFile, paper: Paper) -> Checked:
    """The last time that it was done counts; of the first contact the first."""
    label, kind, actions, limits, deputy = item
    done = [line for line in lines if _is(line, kind, actions)]
    late = _late(file, paper, limits)
    if not done:
        return Checked(label, False, late)
    line = done[0] if actions == FIRST else done[-1]
    hidden = deputy and file.hides_names
    return Checked(label, not late, late, _at(line), HIDDEN_NAME if hidden else line.by["name"])


def _is(line: Line, kind: str, actions: tuple[A, ...]) -> bool:
    return line.subject.startswith(f"{kind}/") and line.action in {action.value for action in actions}


def _late(file: CaseFile, paper: Paper, limits: tuple[L, ...]) -> bool:
    rows = [row for row in file.under.deadlines if row.holder_id == paper.handling_id and row.limit in limits]
    return any(is_late(row, clock.now()) for row in rows)


def _desks(paper: Paper, lines: list[Line]) -> list[Checked]:
    """Each desk once: a pass that fell with an earlier text counts no more."""
    passes = [line for line in lines if _is(line, "paper", (A.PASS,))]
    stand = passes[len(passes) - len(paper.passed) :] if paper.passed else []
    by_desk = {desk: line for (desk, *_), line in zip(paper.passed, stand, strict=False)}
    return [_desk(str(name), by_desk.get(name)) for name, _ in paper.desks]


def _desk(name: str, line: Line | None) -> Checked:
    label = f"{DESK_LABELS.get(name, name)}审核"
    return Checked(label, True, at=_at(line), who=line.by["name"]) if line else Checked(label, False)


def _at(line: Line) -> datetime:
    return datetime.fromisoformat(line.at)
