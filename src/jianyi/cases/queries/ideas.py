"""Golden ideas: those of one case as its reader may see them, and all of a house."""

from functools import cached_property

from jianyi.kit.pages import Page, Way, page
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.under import Under

from ..models import Contact, Handling, Idea
from ..sight import ways_to_own


class Ideas:
    """Whoever reads the record of a contact reads what becomes of the idea that was noted there."""

    under: Under

    @cached_property
    def contacts(self) -> list[Contact]:
        raise NotImplementedError

    @cached_property
    def ideas(self) -> list[Idea]:
        return [row for row in self.under.all(Idea) if row.contact in self.contacts]


SIZE = 20


def of_house(*, by: Actor, stage: str = "", after: str = "", before: str = "", size: int = SIZE) -> Page:
    """Those of the handlings of the actor's house, newest first; each way to a handling is a way of its own."""
    rows = Idea.objects.filter(congress_id=by.congress).select_related("root", "unit", "contact")
    mine = [Handling.objects.filter(way, congress_id=by.congress) for way in ways_to_own(by)]
    ways = [Way(Idea.objects.filter(handling_id__in=found.values("id"), **_at(stage))) for found in mine]
    return page(
        rows if ways else rows.none(), ("id",), size, after=after, before=before, newest=True, ways=ways
    )


def _at(stage: str) -> dict[str, w.Idea]:
    """Only those at a stage, where it is one."""
    return {"stage": w.Idea(stage)} if stage in {word.value for word in w.Idea} else {}
