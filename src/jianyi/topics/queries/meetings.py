"""Meetings and visits that were called for a topic, as far as the reader was given them."""

from jianyi.fieldwork.models import Meeting
from jianyi.fieldwork.sight import may_see

from ..facts import activities
from .topics import TopicFile


MOST = 30


def called_for(file: TopicFile) -> list[Meeting]:
    """The latest first, the first MOST."""
    rows = Meeting.objects.filter(
        may_see(file.by), congress_id=file.topic.congress_id, topic_id=file.topic.id
    )
    return list(rows.order_by("-starts_at", "-id")[:MOST])


def linkable(file: TopicFile) -> list[Meeting]:
    """What a visit may be linked with, of what the reader was given: the latest first, the first MOST."""
    return list(activities(file.topic).filter(may_see(file.by)).order_by("-starts_at", "-id")[:MOST])
