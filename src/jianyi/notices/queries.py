"""The reader's notices, newest first, and how many are unread."""

from jianyi.kit.pages import Page, Way, first, page
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Notice, ReadMark

from .models import Sending


MANY = 99


def ways_to(*, by: Actor) -> list[Way]:
    """What was told to this person, and to each post held today: each alone lies along an index, and no two overlap."""
    told = Notice.objects.filter(congress_id=by.congress)
    ways = [Way(told.filter(person_id=by.person))] if by.person else []
    ways += [
        Way(told.filter(organisation_id=post.organisation, duty=post.duty.value))
        for post in sorted(by.posts, key=lambda post: (post.organisation, post.duty.value))
    ]
    return ways or [Way(told.none())]


def notices(*, by: Actor, after: str = "", before: str = "", size: int = 30) -> Page:
    told = Notice.objects.filter(congress_id=by.congress)
    return page(told, ("id",), size, after=after, before=before, newest=True, ways=ways_to(by=by))


def unread(*, by: Actor) -> int:
    """How many notices have come since the last look, counted up to 99."""
    few = first(Notice, ways_to(by=by), ("id",), MANY, [last_read(by=by)])
    return Notice.objects.filter(congress_id=by.congress, id__in=few)[:MANY].count()


def last_read(*, by: Actor) -> int:
    row = ReadMark.objects.filter(congress_id=by.congress, person_id=by.person).first()
    return row.notice_id if row else 0


def mark_read(*, by: Actor) -> None:
    """A read mark, no fact: written without a turn."""
    last = first(Notice, ways_to(by=by), ("id",), 1, down=True)
    told = Notice.objects.filter(congress_id=by.congress, id__in=last)
    newest = told.order_by("-id").values_list("id", flat=True).first()
    if newest:
        ReadMark.objects.update_or_create(
            congress_id=by.congress, person_id=by.person, defaults={"notice_id": newest}
        )


def receipts(numbers: list[int], *, by: Actor) -> dict[int, list[Sending]]:
    """notice → how it was sent to this reader by each channel."""
    found: dict[int, list[Sending]] = {}
    rows = Sending.objects.filter(congress_id=by.congress, person_id=by.person, notice_id__in=numbers)
    for row in rows.order_by("id"):
        found.setdefault(row.notice_id, []).append(row)
    return found
