"""A note on a row is written, written anew, erased."""

from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Jotting, Nothing
from jianyi.turn.case import Turn
from jianyi.turn.door import command

from ..models import Note


@command(Note, A.JOT)
def jot(turn: Turn, note: Note, said: Jotting) -> None:
    note.text = said.text.strip()
    if note._state.adding:
        note.save(force_insert=True)


@command(Note, A.ERASE)
def erase(turn: Turn, note: Note, said: Nothing) -> None:
    note.text = ""
