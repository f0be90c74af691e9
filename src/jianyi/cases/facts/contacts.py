"""Who of a unit may have taken part in a contact, and as what (分级见面, 源 W8)."""

from collections.abc import Iterable
from datetime import date

from jianyi.kit import clock
from jianyi.parties.models import Organisation, Post
from jianyi.parties.standing import LEVEL_OF, highest, posts_since
from jianyi.procedure import words
from jianyi.procedure.levels import reaches

from ..models import Contact, Handling


def staff_of(handling: Handling) -> dict[int, str]:
    """person → 「姓名（处室 · 职务）」 of everybody who has worked in the unit since it was handed over, leaders first."""
    found: dict[int, str] = {}
    for row in sorted(posts_since(handling.congress_id, handling.unit_id, _since(handling)), key=_rank):
        found.setdefault(row.person_id, f"{row.person.name}（{_post(row, handling.unit)}）")
    return found


def as_they_stood(contact: Contact, people: Iterable[int]) -> list[dict[str, str]]:
    """What is kept of those present: the highest post that each held in the unit on the day of the contact; of whoever is
    entered only with a later day, the first."""
    unit, wanted = contact.handling.unit, tuple(dict.fromkeys(people))
    rows = posts_since(contact.congress_id, unit.id, _since(contact.handling)).filter(person_id__in=wanted)
    first = {row.person_id: row for row in sorted(rows, key=lambda row: (row.since, row.id), reverse=True)}
    posts = first | highest(rows, _day(contact))
    return [_kept(posts[person], unit) for person in wanted if person in posts]


def met_at(level: str, row: Contact) -> bool:
    """Was it at least at that level? One that is only stated the deputy must have confirmed."""
    shown = not row.stated or row.stage is words.Contact.CONFIRMED
    return shown and reaches(row.level, level)


def _kept(post: Post, unit: Organisation) -> dict[str, str]:
    return {
        "person": str(post.person_id), "name": post.person.name, "post": _post(post, unit), "level": LEVEL_OF[post.duty],
    }  # fmt: skip


def _post(post: Post, unit: Organisation) -> str:
    duty = post.title or post.duty.label
    return duty if post.root_id == unit.id else f"{post.root.known_as} · {duty}"


def _rank(post: Post) -> tuple[int, int, int]:
    return list(LEVEL_OF).index(post.duty), post.root_id, post.id


def _since(handling: Handling) -> date:
    at = handling.handed_over_at
    return at.astimezone(clock.HOME).date() if at else clock.today()


def _day(contact: Contact) -> date:
    at = contact.occurred_at or clock.now()
    return at.astimezone(clock.HOME).date()
