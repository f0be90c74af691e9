"""Notes on the register: a few of the congress's office, a few of units; one that is not needed any more."""

from jianyi.cases.models import Handling
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Jotting
from jianyi.registers.commands import notes
from jianyi.registers.fresh import fresh
from jianyi.registers.models import Note

from .founding import Province


WORDS = ("本周内与主办处室对一次进度。", "代表希望面谈，时间待定。", "与去年同类建议一并回复。")


def notes_of(province: Province) -> None:
    """On the rows that came last."""
    last = Handling.objects.filter(congress_id=province.clerk.congress).order_by("-id")
    made = [
        row for task, words in zip(last, WORDS, strict=False) if (row := _jotted(province.clerk, task, words))
    ]
    for unit in list(province.units.values())[:3]:
        for task in last.filter(unit_id=unit.id).exclude(stage="named")[:1]:
            _jotted(unit.office, task, WORDS[1])
    if made:
        notes.erase(by=province.clerk, on=made[-1])


def _jotted(by: Actor, task: Handling, words: str) -> Note | None:
    row = fresh("note", {"handling": str(task.id)}, by=by)
    return notes.jot(by=by, on=row, saying=Jotting(words)) if row else None
