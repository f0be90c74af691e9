"""How far the plans of a page of handlings are: one question for all of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Milestone as M

from ..models import Handling, Milestone
from ..sight import own_handling


@dataclass(frozen=True)
class Kept:
    """Of the milestones that stand: reached, all, and those whose day has passed."""

    reached: int = 0
    of: int = 0
    late: int = 0


def kept(by: Actor, handlings: Iterable[int]) -> dict[int, Kept]:
    """Of the actor's own house only: how a unit means to go about it is its own business."""
    own = Handling.objects.filter(own_handling(by), congress_id=by.congress, id__in=list(handlings))
    rows = Milestone.objects.filter(
        congress_id=by.congress, handling_id__in=own.values("id"), stage__in=[M.SET, M.REACHED]
    )
    reached, late = Count("id", filter=Q(stage=M.REACHED)), Count("id", filter=Milestone.are_late())
    found = rows.values("handling_id").annotate(all=Count("id"), reached=reached, late=late)
    return {row["handling_id"]: Kept(row["reached"], row["all"], row["late"]) for row in found}
