"""How people stand on a day: deputies, or of a unit at the level of their post."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from jianyi.procedure.levels import reaches
from jianyi.procedure.words import Duty

from .mandates import held_seats
from .models import Post
from .queries import WITHIN


LEVEL_OF = {
    Duty.PRINCIPAL: "principal", Duty.LEADER: "leader", Duty.OFFICE_LEADER: "leader",
    Duty.DIVISION_HEAD: "division", Duty.UNIT_OFFICE: "division", Duty.OFFICER: "officer",
}  # fmt: skip
Stands = tuple[int, bool, int, str]


def standing(congress: int, people: Iterable[int], day: date) -> list[Stands]:
    """person, holds a seat, unit (0: none), level of the highest post held on that day; in the order given."""
    numbers = list(dict.fromkeys(people))
    seats = held_seats().filter(congress_id=congress, root_id__in=numbers)
    deputies = set(seats.values_list("root_id", flat=True))
    posts = highest(Post.objects.filter(congress_id=congress, person_id__in=numbers), day)
    found = {person: (_house(row), LEVEL_OF[row.duty]) for person, row in posts.items()}
    return [(person, person in deputies, *found.get(person, (0, ""))) for person in numbers]


def posts_since(congress: int, unit: int, day: date) -> QuerySet[Post]:
    """Those of the unit, its divisions and subordinate bodies that were held on that day or later."""
    inside = Q(root_id=unit) | Q(root__parent_id=unit)
    rows = Post.objects.filter(inside, congress_id=congress, duty__in=[duty.value for duty in LEVEL_OF])
    return (
        rows.filter(Q(until=None) | Q(until__gt=day))
        .select_related("person", "root")
        .order_by("root_id", "id")
    )


def highest(posts: QuerySet[Post], day: date) -> dict[int, Post]:
    """person → of these posts the highest held on that day."""
    found: dict[int, Post] = {}
    for row in posts.filter(since__lte=day).select_related("person", "root").order_by("id"):
        gone = row.until is not None and row.until <= day
        if row.duty in LEVEL_OF and not gone and _above(row, found.get(row.person_id)):
            found[row.person_id] = row
    return found


def _house(post: Post) -> int:
    inside = post.root.kind in WITHIN and post.root.parent_id
    return post.root.parent_id or 0 if inside else post.root_id


def _above(post: Post, other: Post | None) -> bool:
    if other is None:
        return True
    level, least = LEVEL_OF[post.duty], LEVEL_OF[other.duty]
    return level != least and reaches(level, least)
