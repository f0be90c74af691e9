"""What must always be true of the lists that were taken."""

from collections.abc import Callable, Iterator

from jianyi.journal.models import Line
from jianyi.procedure.actions import Action as A

from .models import Tally
from .stock import digest


def every_list_is_as_it_was_taken() -> Iterator[str]:
    """Its digest is the one in the record."""
    for tally in Tally.objects.order_by("id").iterator():
        line = Line.objects.filter(
            congress_id=tally.congress_id, root_id=tally.id, action=A.TAKE_STOCK.value
        ).first()
        if line is None or line.said.get("facts") != digest(tally.facts):
            yield f"{tally.title}（{tally.id}）：与取数时的记录不一致"


Invariant = Callable[[], Iterator[str]]
INVARIANTS: tuple[tuple[str, str, Invariant], ...] = (
    ("tallies", "调度单、督促单、考评数据与取数时一致", every_list_is_as_it_was_taken),
)
