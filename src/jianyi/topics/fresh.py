"""New topics, as far as the actor may propose them: for pages and interface."""

from jianyi.cases.fresh import About
from jianyi.parties.models import Congress
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.turn.models import Subject

from .models import KeyTopic
from .sight import may_propose


def fresh(track: str, about: About, *, by: Actor) -> Subject | None:
    """An unsaved topic of the actor's committee, or of the congress's office; nothing for anybody else."""
    if track != "keytopic" or not may_propose(by):
        return None
    committees = by.where(Duty.MEMBER)
    place = Congress.objects.get(id=by.congress).place
    return KeyTopic(
        congress_id=by.congress, place=place, nominated_by_id=committees[0] if committees else None, made_by_id=by.person
    )  # fmt: skip
