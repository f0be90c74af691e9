"""Work items: whose turn it is, derived from stages, rows and holders. The list is rewritten by every turn."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from jianyi.kit import clock
from jianyi.procedure.facts.acting import Holder, Post, Someone
from jianyi.procedure.permit import duties
from jianyi.procedure.steps import Step
from jianyi.procedure.words import NO_DUTY

from . import tracks
from .models import Deadline, Subject, WorkItem
from .under import Under


NEVER = datetime(9999, 1, 1, tzinfo=clock.HOME)
Key = tuple[int, str, int, str, int]


def rewrite(under: Under) -> None:
    """Make the stored items of a root say what they should; what is right already stays untouched."""
    root = under.root
    stored = {_key(row): row for row in under.items}
    wanted = {_key(row): row for row in wanted_items(under)}
    gone = [row.id for key, row in stored.items() if key not in wanted or _differs(row, wanted[key])]
    new = [row for key, row in wanted.items() if key not in stored or _differs(stored[key], row)]
    if gone:
        WorkItem.objects.filter(congress_id=root.congress_id, id__in=gone).delete()
    if new:
        WorkItem.objects.bulk_create(new)


def wanted_items(under: Under) -> Iterator[WorkItem]:
    """What the items of a root should be."""
    for track in tracks.under(type(under.root)):
        if not duties(under.place, track.stages):
            continue
        for subject in under.all(track.model):
            yield from _of_subject(track, subject, under)


def _of_subject(track: tracks.Track, subject: Subject, under: Under) -> Iterator[WorkItem]:
    """One item per holder: the first duty that is theirs at this stage."""
    seen: set[Holder] = set()
    for row in duties(under.place, track.stages):
        if subject.stage not in row.at:
            continue
        for capacity in row.by:
            for holder in track.holders(capacity, subject, under):
                if holder not in seen:
                    seen.add(holder)
                    yield _item(track, row, holder, subject, under)


def _item(track: tracks.Track, row: Step, holder: Holder, subject: Subject, under: Under) -> WorkItem:
    clock_row = binding(row, subject, under)
    item = WorkItem(
        congress_id=under.root.congress_id, root_id=under.root.id, subject_id=subject.id, track=track.name,
        stage=subject.stage.value, action=row.action.value, since=clock.now(),
        due_at=clock_row.due_at if clock_row else NEVER, limit=clock_row.limit.value if clock_row else "",
    )  # fmt: skip
    match holder:
        case Someone(person):
            item.person_id = person
        case Post(duty, organisation):
            item.duty, item.organisation_id = duty.value, organisation
    return item


def binding(row: Step, subject: Subject, under: Under) -> Deadline | None:
    """The running clock that the step would stop, else the nearest that anybody must keep."""
    holders = (subject.id, subject.clock_holder)
    running = [r for r in under.deadlines if r.holder_id in holders and r.ended_at is None]
    binding = [r for r in running if r.limit not in NO_DUTY]
    own = [r for r in binding if r.limit in row.ends] or binding
    return min(own, key=lambda r: r.due_at, default=None)


def _key(row: WorkItem) -> Key:
    return row.subject_id, row.action, row.person_id, row.duty, row.organisation_id


def _differs(a: WorkItem, b: WorkItem) -> bool:
    return (a.stage, a.limit) != (b.stage, b.limit) or abs(a.due_at - b.due_at) > timedelta(seconds=1)
