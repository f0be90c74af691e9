"""The books of the congress: people with their posts and seats, organisations, sittings, authorisations."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from jianyi.kit.pages import Page, page
from jianyi.procedure import words
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty, Kind

from .mandates import held_seats
from .models import Arrangement, Organisation, Person, Post, Proxy, Seat, Sitting, Term
from .queries import WITHIN, held_posts, organisations


SIZE = 30


@dataclass(frozen=True)
class Entry:
    """One person of the list, with posts held and the seat held."""

    person: Person
    posts: list[Post] = field(default_factory=list)
    seat: Seat | None = None


@dataclass(frozen=True)
class Branch:
    """An organisation, what hangs on it, and how many posts are held in all of it."""

    organisation: Organisation
    inner: list[Organisation]
    posts: int


# People


def people(
    *, by: Actor, words_in: str = "", stage: str = "", after: str = "", before: str = "", size: int = SIZE
) -> Page:
    """By name, sign-in name, phone or number of the deputy's card, newest first, as Entries."""
    rows = Person.objects.filter(congress_id=by.congress)
    if words_in:
        seats = Seat.objects.filter(congress_id=by.congress, card_no=words_in).values("root_id")
        told = Q(name__contains=words_in) | Q(login__contains=words_in) | Q(phone__contains=words_in)
        rows = rows.filter(told | Q(id__in=seats))
    if stage in {word.value for word in words.Person}:
        rows = rows.filter(stage=words.Person(stage))
    found = page(rows, ("id",), size, after=after, before=before, newest=True)
    return Page(entries(found.rows, by=by), found.after, found.before)


def entries(rows: list[Person], *, by: Actor) -> list[Entry]:
    numbers = [row.id for row in rows]
    posts: dict[int, list[Post]] = defaultdict(list)
    for post in held_posts(by.congress).filter(person_id__in=numbers).select_related("root").order_by("id"):
        posts[post.person_id].append(post)
    seats = held_seats().filter(congress_id=by.congress, root_id__in=numbers)
    held = {seat.root_id: seat for seat in seats.select_related("delegation")}
    return [Entry(row, posts[row.id], held.get(row.id)) for row in rows]


def person(number: int, *, by: Actor) -> Person | None:
    return Person.objects.filter(congress_id=by.congress, id=number).first()


def by_login(login: str, *, by: Actor) -> Person | None:
    return Person.objects.filter(congress_id=by.congress, login=login).first()


def logins(names: Iterable[str], *, by: Actor) -> dict[str, Person]:
    """sign-in name → person, of those that are taken."""
    rows = Person.objects.filter(congress_id=by.congress, login__in=list(names))
    return {row.login: row for row in rows}


def waiting(numbers: Iterable[int], *, by: Actor) -> QuerySet[Person]:
    """Of these people those who have not yet set a password."""
    rows = Person.objects.filter(congress_id=by.congress, id__in=list(numbers), stage=words.Person.INVITED)
    return rows.order_by("id")


def posts_of(number: int, *, by: Actor) -> list[Post]:
    """Every post ever held, newest first."""
    rows = Post.objects.filter(congress_id=by.congress, person_id=number).select_related("root")
    return list(rows.order_by("-id"))


def seats_of(number: int, *, by: Actor) -> list[Seat]:
    rows = Seat.objects.filter(congress_id=by.congress, root_id=number).select_related("delegation", "root")
    return list(rows.order_by("-term"))


# Organisations


def organisation(number: int, *, by: Actor) -> Organisation | None:
    return Organisation.objects.filter(congress_id=by.congress, id=number).select_related("parent").first()


def named(name: str, *, by: Actor, kinds: Iterable[Kind] = ()) -> list[Organisation]:
    """Those in use that are called so: by name, short name, or 「单位 处室」."""
    rows = organisations(by=by).select_related("parent")
    rows = rows.filter(kind__in=[kind.value for kind in kinds]) if kinds else rows
    head, _, tail = name.rpartition(" ")
    told = Q(name=name) | Q(short=name)
    if head:
        told |= Q(name=tail) & (Q(parent__name=head) | Q(parent__short=head))
    return list(rows.filter(told))


def full_name(row: Organisation) -> str:
    """「省农业农村厅 科技教育处」"""
    return f"{row.parent.name} {row.name}" if row.kind in WITHIN and row.parent else row.name


def every_name(*, by: Actor) -> list[str]:
    """For a list to choose from."""
    return [full_name(row) for row in organisations(by=by).select_related("parent")]


def branches(*, by: Actor) -> dict[Kind, list[Branch]]:
    """Everything in use, by kind; divisions and subordinate bodies under their unit."""
    rows = list(organisations(by=by))
    inner: dict[int, list[Organisation]] = defaultdict(list)
    for row in rows:
        if row.kind in WITHIN and row.parent_id:
            inner[row.parent_id].append(row)
    held: dict[int, int] = defaultdict(int)
    for number in held_posts(by.congress).values_list("root_id", flat=True):
        held[number] += 1
    found: dict[Kind, list[Branch]] = defaultdict(list)
    for row in rows:
        if row.kind not in WITHIN:
            whole = [row, *inner[row.id]]
            found[row.kind].append(Branch(row, inner[row.id], sum(held[part.id] for part in whole)))
    return found


def within(row: Organisation, *, by: Actor) -> list[Organisation]:
    return list(organisations(by=by).filter(parent_id=row.id))


def holders_in(row: Organisation, *, by: Actor) -> list[Post]:
    return list(
        held_posts(by.congress).filter(root_id=row.id).select_related("person", "root").order_by("duty", "id")
    )


# Sittings


def sittings(*, by: Actor) -> list[Sitting]:
    return list(Sitting.objects.filter(congress_id=by.congress).order_by("-term", "-nth"))


def terms(*, by: Actor) -> list[Term]:
    """Newest first."""
    rows = Term.objects.filter(congress_id=by.congress).exclude(stage=words.Term.NEW)
    return list(rows.select_related("root").order_by("-nth"))


def arrangements(*, by: Actor) -> list[Arrangement]:
    """Those that were entered, newest first."""
    rows = Arrangement.objects.filter(congress_id=by.congress).exclude(stage=words.Arrangement.NEW)
    return list(rows.order_by("-id"))


def sitting(number: int, *, by: Actor) -> Sitting | None:
    return Sitting.objects.filter(congress_id=by.congress, id=number).select_related("root").first()


# Authorisations


def own_posts(*, by: Actor) -> list[Post]:
    """Those that may be handed on for a time: one's own, but not the administrator's."""
    rows = held_posts(by.congress).filter(person_id=by.person).exclude(duty=Duty.ADMINISTRATOR)
    return list(rows.select_related("root").order_by("id"))


def colleagues(*, by: Actor) -> list[Person]:
    """Who may stand in: those with a post in the same house."""
    mine = [post.root for post in own_posts(by=by)]
    tops = {row.parent_id if row.kind in WITHIN else row.id for row in mine}
    inside = Q(root_id__in=tops) | Q(root__parent_id__in=tops)
    if any(row.kind in (Kind.OFFICE, Kind.COMMITTEE, Kind.PRESIDIUM) for row in mine):
        inside |= Q(root__kind__in=[Kind.OFFICE.value, Kind.COMMITTEE.value, Kind.PRESIDIUM.value])
    numbers = held_posts(by.congress).filter(inside).values("person_id")
    rows = Person.objects.filter(congress_id=by.congress, id__in=numbers, stage=words.Person.ACTIVE)
    return list(rows.exclude(id=by.person).order_by("name", "id"))


def proxies(*, by: Actor) -> tuple[list[Proxy], list[Proxy]]:
    """Given by me, and given to me; the newest first."""
    rows = Proxy.objects.filter(congress_id=by.congress).exclude(stage=words.Proxy.NEW)
    rows = rows.select_related("post__root", "post__person", "to", "root").order_by("-id")
    return list(rows.filter(post__person_id=by.person)[:50]), list(rows.filter(to_id=by.person)[:50])
