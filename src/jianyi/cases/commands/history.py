"""Replies given before the platform was in use: kept with the suggestion they answer, for everybody who may see it."""

from jianyi.documents.models import File
from jianyi.procedure.facts.acting import Actor

from ..models import Attachment, Suggestion
from ..sight import is_office, may_see


def attach_reply(suggestion: int, file: int, *, name: str, by: Actor) -> Attachment | None:
    """Attach the stored file once; nothing where the actor is not of the office, or case or file is not there. It
    is no step: no stage, no clock and no rating hang on it."""
    case = Suggestion.objects.filter(may_see(by), id=suggestion).first()
    kept = File.objects.filter(congress_id=by.congress, owner_id=by.person, id=file).first()
    if case is None or kept is None or not is_office(by):
        return None
    there = {"congress_id": by.congress, "root_id": case.id, "subject_id": case.id, "file_id": kept.id}
    row, _ = Attachment.objects.get_or_create(**there, defaults={"name": f"历史答复：{name}"[:200]})
    return row
