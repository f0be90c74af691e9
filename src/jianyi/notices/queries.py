"""The reader's notices, newest first, and how many are unread."""

from django.db.models import Q, QuerySet

from jianyi.kit.pages import Page, page
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Notice, ReadMark


MANY = 99


def inbox(*, by: Actor) -> QuerySet[Notice]:
    """What was told to this person, or to a post held today."""
    mine = Q(person_id=by.person) if by.person else Q(pk__in=[])
    for post in by.posts:
        mine |= Q(organisation_id=post.organisation, duty=post.duty.value)
    return Notice.objects.filter(mine, congress_id=by.congress)


def notices(*, by: Actor, after: str = "", before: str = "", size: int = 30) -> Page:
    return page(inbox(by=by), ("id",), size, after=after, before=before, newest=True)


def unread(*, by: Actor) -> int:
    """How many notices have come since the last look, counted up to 99."""
    return inbox(by=by).filter(id__gt=last_read(by=by))[:MANY].count()


def last_read(*, by: Actor) -> int:
    row = ReadMark.objects.filter(congress_id=by.congress, person_id=by.person).first()
    return row.notice_id if row else 0


def mark_read(*, by: Actor) -> None:
    """A read mark, no fact: written without a turn."""
    newest = inbox(by=by).order_by("-id").values_list("id", flat=True).first()
    if newest:
        ReadMark.objects.update_or_create(
            congress_id=by.congress, person_id=by.person, defaults={"notice_id": newest}
        )
