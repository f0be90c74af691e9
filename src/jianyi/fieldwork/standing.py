"""How people stand on a day: deputies, or of a unit at the level of their post."""

from collections.abc import Iterable
from datetime import date

from jianyi.parties.models import Post, Seat
from jianyi.parties.queries import WITHIN
from jianyi.procedure import words
from jianyi.procedure.levels import reaches
from jianyi.procedure.words import Duty


LEVEL_OF = {
    Duty.PRINCIPAL: "principal", Duty.LEADER: "leader", Duty.OFFICE_LEADER: "leader",
    Duty.DIVISION_HEAD: "division", Duty.UNIT_OFFICE: "division", Duty.OFFICER: "officer",
}  # fmt: skip
Stands = tuple[int, bool, int, str]


def standing(congress: int, people: Iterable[int], day: date) -> list[Stands]:
    """person, holds a seat, unit (0: none), level of the highest post held on that day; in the order given."""
    numbers = list(dict.fromkeys(people))
    seats = Seat.objects.filter(congress_id=congress, root_id__in=numbers, stage=words.Seat.HELD)
    deputies = set(seats.values_list("root_id", flat=True))
    posts = _posts(congress, numbers, day)
    return [(person, person in deputies, *posts.get(person, (0, ""))) for person in numbers]


def _posts(congress: int, people: list[int], day: date) -> dict[int, tuple[int, str]]:
    rows = Post.objects.filter(congress_id=congress, person_id__in=people, since__lte=day)
    found: dict[int, tuple[int, str]] = {}
    for row in rows.select_related("root").order_by("id"):
        level = LEVEL_OF.get(row.duty, "")
        gone = row.until is not None and row.until <= day
        if level and not gone and _above(level, found.get(row.person_id, (0, ""))[1]):
            inside = row.root.kind in WITHIN and row.root.parent_id
            found[row.person_id] = (row.root.parent_id if inside else row.root_id, level)
    return found


def _above(level: str, other: str) -> bool:
    return level != other and reaches(level, other)
