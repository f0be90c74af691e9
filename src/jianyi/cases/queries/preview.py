"""What happens next: to whom a step goes, which clocks start, and what the record says in sentences."""

from dataclasses import dataclass
from datetime import datetime

from jianyi.journal.models import Line
from jianyi.kit import clock
from jianyi.procedure.actions import Action
from jianyi.procedure.calendar import in_words
from jianyi.procedure.facts.said import Said
from jianyi.procedure.limits import due
from jianyi.procedure.permit import rows_of
from jianyi.procedure.steps import Step
from jianyi.procedure.words import TRACK_LABELS, Capacity, Word
from jianyi.turn.days import days_of
from jianyi.turn.models import Subject
from jianyi.turn.tracks import by_name
from jianyi.turn.under import Under

from .files import HIDDEN_NAME, CaseFile
from .record import note


# What a step that stays where it is leads to.
STAYS = {Action.PASS: "转下一环节审核；各环节都通过后待签发"}
PERSONAL = ("lead_deputy", "co_signer", "invitee", "contacted", "rater")


def after(row: Step, subject: Subject, under: Under) -> str:
    """「转柳成荫……审核；签收期限 3 月 2 日」: the next-step preview of a button, from the table alone."""
    parts = []
    if row.to is not None:
        parts.append("或者".join(f"转为“{label}”" for label in _ends(row, subject, under)))
    elif row.action in STAYS:
        parts.append(STAYS[row.action])
    told = "、".join(dict.fromkeys(capacity.label for capacity in row.tells))
    if told:
        parts.append(f"告知{told}")
    return "；".join([*parts, *_clocks(row, subject, under)]) or "记入办理记录"


def _ends(row: Step, subject: Subject, under: Under) -> list[str]:
    """Where it leads; where that hangs on what will be said, every end it may have."""
    rows = rows_of(under.place, row.track) if _hangs_on_words(row) else ()
    beside = [r for r in rows if r.action is row.action and subject.stage in r.at and set(r.by) & set(row.by)]
    ends = [r.to for r in beside if _hangs_on_words(r)] or [row.to]
    return list(dict.fromkeys(to.label for to in ends if to))


def _hangs_on_words(row: Step) -> bool:
    return any(issubclass(kind, Said) for need in row.needs for kind in need.reads.values())


def _clocks(row: Step, subject: Subject, under: Under) -> list[str]:
    """Those of the step itself, and those of the procedure's step that follows on the subject's new stage."""
    found = []
    known = {r.limit: r.due_on for r in under.deadlines}
    for limit in row.starts:
        period = under.place.period(limit, under.root.is_between)
        if period and period.counts_from in (None, row.action):
            answer = due(period, clock.now().astimezone(clock.HOME), days_of(under.root.congress_id), known)
            if answer:
                found.append(f"{limit.label}期限 {in_words(answer.on)}")
    return found


def waits_for(stage: Word, under: Under) -> list[Capacity]:
    """Whose turn it is at a stage."""
    rows = [row for row in rows_of(under.place, type(stage)) if stage in row.at and not row.at_will]
    return list(dict.fromkeys(capacity for row in rows for capacity in row.by))


@dataclass(frozen=True)
class Event:
    """One line of the timeline. `note`: the reason or opinion that went with it, where there is one."""

    at: datetime
    who: str
    what: str
    note: str
    track: str
    action: str
    stage: str


def timeline(file: CaseFile) -> list[Event]:
    """The record in sentences, oldest first, as far as the reader may read it."""
    return [_event(line, file) for line in file.lines]


def happened(line: Line) -> str:
    """What one line of the record tells: 「登记编号」, 「沟通：登记沟通」."""
    track, action = _track(line.subject), Action(line.action)
    return (
        action.label if track == "suggestion" else f"{TRACK_LABELS[by_name()[track].stages]}：{action.label}"
    )


def _event(line: Line, file: CaseFile) -> Event:
    track = _track(line.subject)
    stage = by_name()[track].stages(line.stage)
    return Event(
        datetime.fromisoformat(line.at),
        _who(line, file),
        happened(line),
        note(line, file),
        track,
        line.action,
        stage.label,
    )


def _track(subject: str) -> str:
    """Rows are called after their models; the rating's model is the sheet."""
    name = subject.split("/")[0]
    return {"sheet": "rating"}.get(name, name)


def _who(line: Line, file: CaseFile) -> str:
    if file.hides_names and any(capacity in PERSONAL for capacity in line.by["as"]):
        return HIDDEN_NAME
    return who_acted(line)


def who_acted(line: Line) -> str:
    """With the capacity, and whether for somebody else."""
    label = "、".join(Capacity(capacity).label for capacity in line.by["as"])
    stood = "（代行）" if line.by.get("for") else ""
    return label if line.by["person"] == "0" else f"{line.by['name']}{stood}（{label}）"
