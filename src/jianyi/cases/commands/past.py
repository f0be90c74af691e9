"""Replies from before the platform: kept, corrected, removed. No clock and no rating hang on them."""

from jianyi.documents.models import File
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Replied
from jianyi.turn.case import Turn
from jianyi.turn.door import bare, command

from ..models import Attachment, Past, Suggestion


@command(Past, A.KEEP)
def keep(turn: Turn, past: Past, said: Replied) -> None:
    """Whoever reads the suggestion it answers finds its file there too."""
    past.write(said, turn.by.name)
    case = Suggestion.objects.filter(congress_id=past.congress_id, id=past.suggestion_id).first()
    file = File.objects.filter(congress_id=past.congress_id, id=past.file_id).first()
    if case and file:
        there = {
            "congress_id": past.congress_id,
            "root_id": case.id,
            "subject_id": case.id,
            "file_id": file.id,
        }
        Attachment.objects.get_or_create(**there, defaults={"name": f"历史答复：{file.name}"[:200]})


remove = bare(Past, A.REMOVE, Because)
