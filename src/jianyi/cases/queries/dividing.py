"""What an office asks when it gives out what the unit received."""

from collections.abc import Iterable, Sequence

from django.db.models import OuterRef, Subquery

from jianyi.parties.queries import organisations
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.turn.models import WorkItem

from ..models import Handling


def to_give_out(numbers: Sequence[int], *, by: Actor) -> list[Handling]:
    """Of these handlings those that wait for the actor's unit office to give them out, in the order they are named in."""
    waiting = WorkItem.objects.filter(congress_id=by.congress, track="handling", action=A.ROUTE.value)
    rows = Handling.objects.filter(
        congress_id=by.congress, unit_id__in=by.where(Duty.UNIT_OFFICE), id__in=numbers,
    )  # fmt: skip
    found = rows.filter(id__in=waiting.values("subject_id")).select_related("root", "unit").in_bulk()
    return [found[number] for number in numbers if number in found]


def last_teams(divisions: Iterable[int], *, by: Actor) -> dict[int, tuple[int, int]]:
    """Division → the leader and the head who had its last task: one query, each division by its own index."""
    last = Handling.objects.filter(
        division_id=OuterRef("pk"), leader_id__isnull=False, head_id__isnull=False
    ).order_by("-id")
    rows = organisations(by=by).filter(id__in=list(divisions)).annotate(
        its_leader=Subquery(last.values("leader_id")[:1]), its_head=Subquery(last.values("head_id")[:1])
    )  # fmt: skip
    return {row.id: (row.its_leader, row.its_head) for row in rows if row.its_leader}
