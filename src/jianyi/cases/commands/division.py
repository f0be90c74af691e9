"""Who works on it changes: a division hands back, a person's work goes to another, another unit goes on with it."""

from jianyi.parties.relying import rely_on
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Inheriting, Nothing, Succession
from jianyi.turn.case import Turn
from jianyi.turn.door import command, own
from jianyi.turn.under import Under

from ..models import Assisting, Handling, Idea, Paper, Promise


def note_assisting(handling: Handling) -> None:
    """The index follows the row."""
    kept = Assisting.objects.filter(congress_id=handling.congress_id, handling_id=handling.id)
    kept.exclude(division_id__in=handling.assisting).delete()
    there = set(kept.values_list("division_id", flat=True))
    Assisting.objects.bulk_create(
        Assisting(congress_id=handling.congress_id, handling_id=handling.id, division_id=division)
        for division in handling.assisting
        if division not in there
    )


def give_promises(under: Under, handling: Handling) -> None:
    """Those that came with the task and are no division's yet are followed by the one that has it now."""
    for row in under.all(Promise):
        if row.handling_id == handling.id and row.division_id is None and handling.division_id:
            row.division_id = handling.division_id
            row.save(update_fields=["division_id"])


@command(Handling, A.GIVE_BACK)
def give_back(turn: Turn, handling: Handling, said: Because) -> None:
    """The unit's office gives it to somebody else; what was written stays with the handling."""
    handling.leave(said.reason)
    note_assisting(handling)


@own(Paper, A.REDRAFT)
def redraft(turn: Turn, paper: Paper, said: Nothing) -> None:
    """Nobody reviews a text whose division has handed it back."""
    paper.start_over("承办处室已退回办公室，待重新分办后修改。")


@command(Handling, A.HAND_ON)
def hand_on(turn: Turn, handling: Handling, said: Succession) -> None:
    """Wherever the one stood the other stands now."""
    handling.succeed(said.person, said.to)


@command(Handling, A.INHERIT)
def inherit(turn: Turn, handling: Handling, said: Inheriting) -> None:
    """The same task under another unit, with its days, and with nobody of the old one on it. A text that is not signed passes the desks
    of the new house."""
    rely_on(handling.congress_id, [said.unit])
    under, was = turn.under(handling), handling.unit_id
    turn.keep(was=str(was), division=str(handling.division_id or 0))
    handling.pass_to(said.unit)
    note_assisting(handling)
    for paper in under.all(Paper):
        if paper.handling_id == handling.id and not paper.number:
            paper.desks = handling.unit.desks
            paper.save(update_fields=["desks"])
    followed: list[Promise | Idea] = [*under.all(Promise), *under.all(Idea)]
    for row in followed:
        if row.handling_id == handling.id and row.unit_id == was:
            row.pass_to(said.unit)
            row.save()
