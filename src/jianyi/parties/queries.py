"""Who is who: actors, posts, deputies, units."""

from collections import defaultdict

from django.db.models import Q, QuerySet

from jianyi.kit import clock
from jianyi.procedure import words
from jianyi.procedure.facts.acting import Actor, Post as Held
from jianyi.procedure.words import Duty, Kind

from .mandates import held_seats
from .models import Congress, Organisation, Person, Post, Proxy, Seat, Sitting


# Bodies of the congress itself, and the government's office: their posts are held in the congress.
WITHIN = frozenset({Kind.DIVISION, Kind.BODY})
CENTRAL = frozenset({Kind.COMMITTEE, Kind.OFFICE, Kind.PRESIDIUM, Kind.GOVERNMENT_OFFICE})


def actor(person: Person) -> Actor:
    """The person with the posts held today, and those handed on to them until now."""
    own = list(held_posts(person.congress_id).filter(person_id=person.id).select_related("root"))
    stood = proxied(person)
    every = [*own, *(proxy.post for proxy in stood)]
    unit_of = {
        post.root_id: post.root.parent_id
        for post in every
        if post.root.kind in WITHIN and post.root.parent_id
    }
    posts, mine = frozenset(map(held, every)), frozenset(map(held, own))
    return Actor(
        person.id, person.name, person.congress_id, posts, frozenset(proxy.post.person_id for proxy in stood), unit_of,
        lent=posts - mine,
    )  # fmt: skip


def held(post: Post) -> Held:
    """The post as the procedure sees it."""
    at = post.congress_id if post.root.kind in CENTRAL or post.duty is Duty.ADMINISTRATOR else post.root_id
    return Held(post.duty, at)


def held_posts(congress: int) -> QuerySet[Post]:
    """Held today."""
    today = clock.today()
    return Post.objects.filter(congress_id=congress, stage=words.Post.HELD, since__lte=today).filter(
        Q(until=None) | Q(until__gt=today)
    )


def proxied(person: Person) -> list[Proxy]:
    """Posts of others that this person stands in for now; of nobody whose account is closed."""
    given = Proxy.objects.filter(congress_id=person.congress_id, to_id=person.id, stage=words.Proxy.GRANTED)
    rows = given.filter(until__gt=clock.now()).select_related("post__root")
    rows = rows.exclude(post__person__stage=words.Person.DISABLED)
    return [row for row in rows if row.post.stage is words.Post.HELD]


def lines_of(person: Person) -> list[str]:
    """The person's posts and seat in words: 「省农业农村厅 · 办公室」."""
    posts = held_posts(person.congress_id).filter(person_id=person.id).select_related("root").order_by("id")
    told = [f"{post.root.known_as} · {post.title or post.duty.label}" for post in posts]
    seat = seat_of(person.congress_id, person.id)
    return ([f"代表 · {seat.delegation.name if seat.delegation else ''}".strip(" ·")] if seat else []) + told


def seat_of(congress: int, person: int) -> Seat | None:
    """The mandate held now."""
    seats = held_seats().filter(congress_id=congress, root_id=person)
    return seats.select_related("delegation").order_by("-term").first()


def deputies(*, by: Actor) -> QuerySet[Seat]:
    """Deputies of the actor's congress whose mandate is held."""
    return held_seats().filter(congress_id=by.congress).select_related("root", "delegation").order_by("id")


def units(*, by: Actor) -> QuerySet[Organisation]:
    """Units that may be handed to."""
    return organisations(by=by).filter(kind=Kind.UNIT)


def organisations(*, by: Actor) -> QuerySet[Organisation]:
    return Organisation.objects.filter(congress_id=by.congress, stage=words.Organisation.ACTIVE).order_by(
        "id"
    )


def house(unit: int, *, by: Actor) -> dict[Duty, list[tuple[int, str, str]]]:
    """Who works in a unit, its divisions and subordinate bodies: duty → (person, name, where)."""
    inside = Q(root_id=unit) | Q(root__parent_id=unit)
    found: dict[Duty, list[tuple[int, str, str]]] = defaultdict(list)
    for post in (
        held_posts(by.congress).filter(inside).select_related("person", "root").order_by("root_id", "id")
    ):
        found[post.duty].append((post.person_id, post.person.name, post.root.known_as))
    return found


def congress_of(*, by: Actor) -> Congress:
    return Congress.objects.get(id=by.congress)


def sitting_now(congress: int) -> Sitting | None:
    """The sitting that numbers run in: the latest that is not ended."""
    rows = Sitting.objects.filter(congress_id=congress, stage=words.Sitting.OPEN)
    return rows.order_by("-term", "-nth").first()


def names(congress: int, people: set[int]) -> dict[int, str]:
    return dict(Person.objects.filter(congress_id=congress, id__in=people).values_list("id", "name"))


def cards(congress: int, people: set[int]) -> dict[int, str]:
    """Person → number of the deputy's card, of mandates held now."""
    seats = held_seats().filter(congress_id=congress, root_id__in=people)
    return dict(seats.order_by("term").values_list("root_id", "card_no"))


def phones(congress: int, people: set[int]) -> dict[int, tuple[str, str]]:
    """Name and telephone of each."""
    rows = Person.objects.filter(congress_id=congress, id__in=people).values_list("id", "name", "phone")
    return {number: (name, phone) for number, name, phone in rows}


def organisation_names(congress: int, numbers: set[int]) -> dict[int, str]:
    """Full names, also of bodies that are abolished."""
    return dict(Organisation.objects.filter(congress_id=congress, id__in=numbers).values_list("id", "name"))


SHOWN = (
    (Duty.OFFICE_CLERK, "人大机关"), (Duty.OFFICE_HEAD, "人大机关"), (Duty.COMMITTEE_HEAD, "人大机关"),
    (Duty.GOVERNMENT_CLERK, "政府办公厅"), (Duty.UNIT_OFFICE, "承办单位"), (Duty.DIVISION_HEAD, "承办单位"),
    (Duty.OFFICER, "承办单位"), (Duty.LEADER, "承办单位"), (Duty.OFFICE_LEADER, "承办单位"), (Duty.PRINCIPAL, "承办单位"),
    (Duty.DELEGATION_CLERK, "代表团"), (Duty.ADMINISTRATOR, "系统管理"),
)  # fmt: skip


def showcase(each: int = 4) -> list[dict[str, object]]:
    """People of every role for the demo's sign-in page; nobody is asked who they are there."""
    groups: dict[str, list[dict[str, str]]] = {"代表": []}
    seats = held_seats().filter(root__stage=words.Person.ACTIVE).select_related("root", "delegation")
    for seat in seats.order_by("id")[: each + 1]:
        line = f"代表 · {seat.delegation.name}" if seat.delegation else "代表"
        groups["代表"].append({"id": str(seat.root_id), "name": seat.root.name, "line": line})
    for duty, group in SHOWN:
        groups.setdefault(group, []).extend(_holders(duty, each))
    return [{"group": name, "people": people} for name, people in groups.items() if people]


def _holders(duty: Duty, each: int) -> list[dict[str, str]]:
    posts = Post.objects.filter(stage=words.Post.HELD, duty=duty, person__stage=words.Person.ACTIVE)
    return [
        {
            "id": str(p.person_id),
            "name": p.person.name,
            "line": f"{p.root.known_as} · {p.title or duty.label}",
        }
        for p in posts.select_related("person", "root").order_by("id")[:each]
    ]


def holders_of(congress: int, duty: Duty, organisation: int) -> set[int]:
    """Who holds a post now, and who stands in for them: the other way round of what an actor holds."""
    posts = held_posts(congress).filter(duty=duty)
    if duty is not Duty.ADMINISTRATOR:
        central = Q(root__kind__in=CENTRAL)
        posts = posts.filter(central if organisation == congress else Q(root_id=organisation) & ~central)
    elif organisation != congress:
        posts = posts.none()
    given = Proxy.objects.filter(
        congress_id=congress, stage=words.Proxy.GRANTED, until__gt=clock.now(), post_id__in=posts.values("id")
    )
    return set(posts.values_list("person_id", flat=True)) | set(given.values_list("to_id", flat=True))
