"""New topics and meetings for them, as far as the actor may make them: for pages and interface."""

from collections.abc import Callable

from jianyi.cases.fresh import About, number
from jianyi.fieldwork.models import Meeting
from jianyi.parties.models import Congress
from jianyi.procedure import words
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.turn.models import Subject

from .models import KeyTopic
from .sight import may_propose, may_see


def fresh(track: str, about: About, *, by: Actor) -> Subject | None:
    """An unsaved topic, or a meeting for one; nothing where the actor may make none."""
    make = MAKERS.get(track)
    return make(about, by) if make else None


def topic(about: About, by: Actor) -> Subject | None:
    """Of the actor's committee, or of the congress's office; nothing for anybody else."""
    if not may_propose(by):
        return None
    committees = by.where(Duty.MEMBER)
    place = Congress.objects.get(id=by.congress).place
    return KeyTopic(
        congress_id=by.congress, place=place, nominated_by_id=committees[0] if committees else None, made_by_id=by.person
    )  # fmt: skip


def meeting(about: About, by: Actor) -> Subject | None:
    """A visit or a meeting of the committee that supervises the `topic` named, from its decision to its report."""
    rows = KeyTopic.objects.filter(
        may_see(by), id=number(about, "topic"), committee_id__in=by.where(Duty.MEMBER)
    )
    found = rows.filter(stage__in=[words.KeyTopic.LISTED, words.KeyTopic.SUPERVISED]).first()
    if found is None:
        return None
    return Meeting(
        congress_id=by.congress, place=found.place, unit_id=found.committee_id, topic_id=found.id, made_by_id=by.person,
        kind=str(about.get("kind") or "visit")[:20],
    )  # fmt: skip


MAKERS: dict[str, Callable[[About, Actor], Subject | None]] = {"keytopic": topic, "meeting": meeting}
