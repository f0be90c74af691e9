"""The stored lists of whose turn it is say what the table says."""

from collections.abc import Iterator
from datetime import timedelta

from jianyi.turn import soonest
from jianyi.turn.items import wanted_items
from jianyi.turn.models import Root, WorkItem
from jianyi.turn.tracks import by_name
from jianyi.turn.under import Under


Told = tuple[int, str, str, str, int, str, int]
CLOSE = timedelta(seconds=1)


def the_lists_are_what_they_should_be() -> Iterator[str]:
    for model in dict.fromkeys(track.root for track in by_name().values()):
        for root in model._default_manager.order_by("id").iterator(chunk_size=500):
            yield from _of(root)
    yield from _of_nobody()


def _of(root: Root) -> Iterator[str]:
    under = Under(root)
    stored = {
        told(row): row.due_at
        for row in WorkItem.objects.filter(congress_id=root.congress_id, root_id=root.id)
    }
    wanted = {told(row): row.due_at for row in wanted_items(under)}
    for key in stored.keys() ^ wanted.keys():
        yield f"{root}：待办“{key[1]}”{'多出' if key in stored else '缺少'}"
    for key in stored.keys() & wanted.keys():
        if abs(stored[key] - wanted[key]) > CLOSE:
            yield f"{root}：待办“{key[1]}”的期限与重算不符"
    for row, _ in soonest.wrong(under):
        yield f"{row}：记下的最近期限与在走的期限不符"


def _of_nobody() -> Iterator[str]:
    """Items whose root is no more."""
    roots = {
        number
        for track in by_name().values()
        for number in track.root._default_manager.values_list("id", flat=True)
    }
    for number, root in WorkItem.objects.values_list("id", "root_id").iterator():
        if root not in roots:
            yield f"待办 {number}：所属事项 {root} 不存在"


def told(row: WorkItem) -> Told:
    """Everything an item says but its time."""
    return row.subject_id, row.action, row.stage, row.limit, row.person_id, row.duty, row.organisation_id
