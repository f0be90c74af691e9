"""At which of the ten links the suggestions of a unit stand, told from their open duties and running clocks (stories S8.8)."""

from collections import defaultdict
from dataclasses import dataclass

from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.places import place
from jianyi.procedure.ten import Drawn, drawn, stands_at
from jianyi.procedure.words.duties import WHOLE_UNIT
from jianyi.turn.models import Deadline, WorkItem

from ..models import Consultation, Contact, Handling, Ledger, Paper, Plan, Promise, Return, Sheet, Suggestion
from ..models.handlings import OVER


MOST = 300
PARTS = (Consultation, Contact, Ledger, Paper, Plan, Promise, Return)


@dataclass(frozen=True)
class Picture:
    """The ten links by the rules of one place, with the suggestions that stand at each; `done`: those of which nothing waits any more."""

    place: str
    links: list[Drawn]
    at: dict[str, list[Suggestion]]
    done: list[Suggestion]


def pictures(*, by: Actor) -> list[Picture]:
    """One for each set of rules by which the unit's suggestions go, that of most of them first: what began under other rules goes on by them. The
    newest MOST parts of the unit. Nothing for who is no office or leader of one."""
    units = by.where(*WHOLE_UNIT)
    rows = Handling.objects.filter(congress_id=by.congress, unit_id__in=units).exclude(
        stage__in=[w.Handling.NAMED, *OVER]
    )
    tasks = list(rows.select_related("root").order_by("-id")[:MOST])
    items, running = _open(by.congress, tasks)
    found: dict[str, dict[int, tuple[Suggestion, list[str]]]] = defaultdict(dict)
    for task in tasks:
        keys = stands_at(items[task.id], running[task.id])
        found[task.root.place].setdefault(task.root_id, (task.root, keys))
    ordered = sorted(found.items(), key=lambda each: -len(each[1]))
    return [_picture(key, list(cases.values())) for key, cases in ordered]


def _picture(key: str, cases: list[tuple[Suggestion, list[str]]]) -> Picture:
    where, at = place(key), defaultdict(list)
    for case, keys in sorted(cases, key=lambda each: (each[0].between, each[0].number or 0)):
        for name in keys:
            at[name].append(case)
    return Picture(where.name, drawn(where), dict(at), [case for case, keys in cases if not keys])


Items = dict[int, list[tuple[str, str]]]
Clocks = dict[int, list[w.Limit]]


def _open(congress: int, tasks: list[Handling]) -> tuple[Items, Clocks]:
    """handling → its open duties, with those of what hangs on it and of its suggestion; and its running clocks."""
    owner, roots = _owners(congress, tasks), {task.root_id for task in tasks}
    items: Items = defaultdict(list)
    open_ = WorkItem.objects.filter(congress_id=congress, root_id__in=roots)
    for subject, track, action in open_.values_list("subject_id", "track", "action"):
        for number in owner.get(subject, []):
            items[number].append((track, action))
    running: Clocks = defaultdict(list)
    for row in Deadline.objects.filter(congress_id=congress, root_id__in=roots, ended_at=None):
        running[row.holder_id].append(row.limit)
    return items, running


def _owners(congress: int, tasks: list[Handling]) -> dict[int, list[int]]:
    """What hangs on a handling → that handling; the suggestion → all of the unit's handlings of it."""
    numbers = {task.id for task in tasks}
    owner: dict[int, list[int]] = {task.id: [task.id] for task in tasks}
    for task in tasks:
        owner.setdefault(task.root_id, []).append(task.id)
    for model in PARTS:
        rows = model._default_manager.filter(congress_id=congress, handling_id__in=numbers)
        owner |= {row: [number] for row, number in rows.values_list("id", "handling_id")}
    sheets = Sheet.objects.filter(congress_id=congress, paper__handling_id__in=numbers)
    return owner | {row: [number] for row, number in sheets.values_list("id", "paper__handling_id")}
