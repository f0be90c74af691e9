"""What belongs in the file of a closed case by the record of what was done, and is not there; only what this reader
would have in the file."""

from collections.abc import Iterable, Iterator

from jianyi.procedure import words as w
from jianyi.procedure.words import Limit

from ...models import Handling, Letter
from ...models.handlings import ENDED
from ..files import GIVEN, OPINIONS, CaseFile


UNSIGNED = (w.OralReply.RECORDED, w.OralReply.SCANNED, w.OralReply.LAPSED)


def lacking(file: CaseFile, letters: Iterable[Letter], units: dict[int, str]) -> Iterator[str]:
    noticed = {row.subject_id for row in letters if row.kind in ("notice", "reassigned", "rehandle")}
    for task in file.handlings:
        if task.is_open and (file.office or task in file.own_handlings):
            yield from (f"{units[task.unit_id]}{what}" for what in _of_task(file, task, noticed))
    yield from _unfinished(file, units)


def _of_task(file: CaseFile, task: Handling, noticed: set[int]) -> Iterator[str]:
    """A unit's notice came alone or with its batch; that of a new round is told of the new task."""
    if noticed.isdisjoint({task.id, task.unit_id}):
        yield "交办通知"
    if task.received_at is None:
        yield "签收单"
    if task.stage not in ENDED:
        yield from _of_work(file, task)


def _of_work(file: CaseFile, task: Handling) -> Iterator[str]:
    given = {paper.stage for paper in file.papers if paper.handling_id == task.id}
    if task.advises:
        waived = any(row.helping_id == task.id and row.stage is w.Waiver.GRANTED for row in file.waivers)
        if given.isdisjoint(OPINIONS) and not waived:
            yield "会办意见函"
        return
    if given.isdisjoint(GIVEN):
        yield "答复函"
    if _must_meet(file, task) and not any(
        row.handling_id == task.id and _met(row.stage) for row in file.contacts
    ):
        yield "沟通记录"


def _must_meet(file: CaseFile, task: Handling) -> bool:
    """Where the place has a day for it; a new round goes on from the talks of the first."""
    return task.round == 1 and file.under.place.lays_down(Limit.CONTACT)


def _met(stage: w.Contact) -> bool:
    return stage not in (w.Contact.NEW, w.Contact.DISPUTED)


def _unfinished(file: CaseFile, units: dict[int, str]) -> Iterator[str]:
    """What was begun and never became a paper of the file."""
    for spoken in file.oral_replies:
        if spoken.stage in UNSIGNED and spoken.handling.is_open:
            yield f"{units.get(spoken.handling.unit_id, '')}当面答复记录（代表未签署）"
    for plan in file.plans:
        if plan.approved_on is None and plan.stage is not w.Plan.NEW:
            yield f"{units[plan.handling.unit_id]}办理计划（未批准）"
    yield from (f"{units[task.unit_id]}党组会议研究记录" for task in _undecided(file))


def _undecided(file: CaseFile) -> list[Handling]:
    """What the unit marked as major and its leadership has no decision on."""
    decided = {row.handling_id for row in file.collectives}
    rows = [task for task in file.own_handlings if task.major and task.is_open and not task.advises]
    return [task for task in rows if task.id not in decided]
