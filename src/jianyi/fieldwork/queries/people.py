"""Who can be invited or was there, by name; who works in the houses that hold a meeting; suggestions by number."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from re import findall, split

from django.db.models import Exists, OuterRef, Q

from jianyi.cases.models import Suggestion
from jianyi.cases.sight import is_office, may_see
from jianyi.parties.models import Person, Post, Seat
from jianyi.parties.queries import CENTRAL, held_posts, sitting_now
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor

from ..models import Meeting


@dataclass(frozen=True)
class Named:
    """`people`: in the order of the names; `unknown` and `several`: names of nobody, and of more than one."""

    people: list[int] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    several: list[str] = field(default_factory=list)

    @property
    def problem(self) -> str:
        told = [f"找不到{'、'.join(self.unknown)}：请核对姓名"] if self.unknown else []
        told += [f"{'、'.join(self.several)}有同名的人：请在名单中勾选"] if self.several else []
        return f"{'；'.join(told)}。" if told else ""


def _names_in(text: str) -> list[str]:
    """One a line, or parted by commas; not by blanks, which names of some peoples hold."""
    return [part.strip() for part in split(r"[\n,，、;；]", text) if part.strip()]


def by_names(text: str, *, by: Actor) -> Named:
    """Deputies whose mandate is held, and whoever holds a post today."""
    told = _names_in(text)
    seats = Seat.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("id"), stage=w.Seat.HELD
    )
    posts = held_posts(by.congress).filter(person_id=OuterRef("id"))
    rows = Person.objects.filter(Exists(seats) | Exists(posts), congress_id=by.congress, name__in=told)
    found: dict[str, list[int]] = {}
    for number, name in rows.order_by("id").values_list("id", "name"):
        found.setdefault(name, []).append(number)
    return Named(
        [found[name][0] for name in told if len(found.get(name, ())) == 1],
        [name for name in told if name not in found],
        [name for name in told if len(found.get(name, ())) > 1],
    )


def staff(units: Iterable[int], *, by: Actor) -> list[tuple[int, str]]:
    """person and 「姓名（单位·职务）」 of everybody in these houses, leaders first; of the congress's own bodies for none."""
    houses = [unit for unit in units if unit]
    inside = Q(root_id__in=houses) | Q(root__parent_id__in=houses)
    own = Q(root__kind__in=[kind.value for kind in CENTRAL if kind is not w.Kind.GOVERNMENT_OFFICE])
    rows = held_posts(by.congress).filter(inside if houses else own).exclude(duty=w.Duty.ADMINISTRATOR)
    ranked = sorted(rows.select_related("person", "root"), key=_rank)
    return list({row.person_id: f"{row.person.name}（{_post(row)}）" for row in reversed(ranked)}.items())[
        ::-1
    ]


def hosts(meeting: Meeting, joint: Iterable[int] = (), *, by: Actor) -> list[tuple[int, str]]:
    """The same of the houses that hold a meeting; the bodies of the congress go along with a committee."""
    found = staff([meeting.unit_id or 0, *joint], by=by)
    return list(dict([*found, *(staff([], by=by) if meeting.topic_id else [])]).items())


ORDER = list(w.Duty)


def _rank(row: Post) -> tuple[bool, int, int, int]:
    return bool(row.root.parent_id), row.root_id, ORDER.index(row.duty), row.id


def _post(row: Post) -> str:
    return f"{row.root.known_as} · {row.title or row.duty.label}"


def leaders(unit: int, *, by: Actor) -> list[tuple[int, str]]:
    """The leaders of a unit today, the principal first: person and name."""
    duties = (w.Duty.PRINCIPAL, w.Duty.OFFICE_LEADER, w.Duty.LEADER)
    rows = held_posts(by.congress).filter(root_id=unit, duty__in=duties).select_related("person")
    ranked = sorted(rows, key=lambda row: (duties.index(row.duty), row.id))
    return list({row.person_id: row.person.name for row in ranked}.items())


def cases_by_number(text: str, *, by: Actor) -> tuple[list[Suggestion], list[str]]:
    """Of the sitting that runs, as far as the actor may see them (「0013」, between sittings 「闭0013」); and the numbers
    that are none."""
    told = list(dict.fromkeys(findall(r"闭?\d{1,6}", text)))
    sitting = sitting_now(by.congress)
    asked = Q(pk__in=[])
    for part in told:
        asked |= Q(between=part.startswith("闭"), number=int(part.lstrip("闭")))
    rows = Suggestion.objects.filter(may_see(by), asked, sitting_id=sitting.id if sitting else 0)
    found = {(row.between, row.number): row for row in rows.order_by("between", "number")}
    unknown = [part for part in told if (part.startswith("闭"), int(part.lstrip("闭"))) not in found]
    return list(found.values()), unknown


def leads_of(cases: Iterable[Suggestion], *, by: Actor) -> list[int]:
    """Their lead deputies; of a confidential one only the congress's own bodies know who it is."""
    knows = is_office(by)
    return list(dict.fromkeys(row.lead_id for row in cases if knows or not row.confidential))
