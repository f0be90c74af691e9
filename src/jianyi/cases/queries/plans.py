"""How far the plans of a page of handlings are: as many questions for many as for one."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Milestone as M

from ..facts.foreseen import Step, steps
from ..models import Contact, Handling, Milestone, Plan
from ..sight import own_handling


@dataclass(frozen=True)
class Kept:
    """Of the milestones that stand: reached, all, and those whose day has passed; and the contacts that are planned."""

    reached: int = 0
    of: int = 0
    late: int = 0
    contacts: tuple[Step, ...] = ()

    @property
    def met(self) -> int:
        return sum(step.state == "done" for step in self.contacts)

    @property
    def contacts_late(self) -> str:
        """「办中」 where the day of that contact has passed; empty where none is late."""
        return "、".join(step.phase for step in self.contacts if step.is_late)


def kept(by: Actor, handlings: Iterable[int]) -> dict[int, Kept]:
    """Of the actor's own house only: how a unit means to go about it is its own business."""
    own = Handling.objects.filter(own_handling(by), congress_id=by.congress, id__in=list(handlings))
    rows = Milestone.objects.filter(
        congress_id=by.congress, handling_id__in=own.values("id"), stage__in=[M.SET, M.REACHED]
    )
    reached, late = Count("id", filter=Q(stage=M.REACHED)), Count("id", filter=Milestone.are_late())
    found = rows.values("handling_id").annotate(all=Count("id"), reached=reached, late=late)
    counts = {row["handling_id"]: (row["reached"], row["all"], row["late"]) for row in found}
    planned = _contacts(by, own)
    return {n: Kept(*counts.get(n, (0, 0, 0)), planned.get(n, ())) for n in counts.keys() | planned.keys()}


def _contacts(by: Actor, own: QuerySet[Handling]) -> dict[int, tuple[Step, ...]]:
    rows = Plan.objects.filter(congress_id=by.congress, handling_id__in=own.values("id")).exclude(contacts=[])
    plans = list(rows.select_related("handling"))
    held: dict[int, list[Contact]] = {}
    for row in Contact.objects.filter(
        congress_id=by.congress, handling_id__in=[p.handling_id for p in plans]
    ):
        held.setdefault(row.handling_id, []).append(row)
    return {plan.handling_id: tuple(steps(plan, held.get(plan.handling_id, ()))) for plan in plans}
