"""What the procedure asks about the parties, answered."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from jianyi.procedure import words
from jianyi.procedure.facts.days import Arranged
from jianyi.procedure.facts.parties import Founded, Holding, Inner, Link, Powers, Register, Terms
from jianyi.procedure.words import Duty
from jianyi.turn.models import WorkItem
from jianyi.turn.under import Under

from .mandates import running_term
from .models import Arrangement, Congress, Organisation, Person, Post, Proxy, Seat, Sitting, Term
from .queries import held_posts


def founded(congress: Congress, under: Under) -> Founded:
    return Founded(Congress.objects.exclude(id=congress.id).count())


def terms(subject: Term | Sitting, under: Under) -> Terms:
    """Read from the congress itself, which is locked."""
    rows = [row for row in under.all(Term) if row.stage is not words.Term.NEW]
    running = [row.nth for row in rows if row.stage is words.Term.RUNNING]
    return Terms(
        max(running, default=0), subject.nth if isinstance(subject, Term) else subject.term, not rows
    )


def arranged(row: Arrangement, under: Under) -> Arranged:
    """Entered later is what counts."""
    others = under.all(Arrangement)
    return Arranged(any(other.year == row.year and other.id > row.id for other in others))


def terms_of(seat: Seat, under: Under) -> Terms:
    return Terms(running_term(seat.congress_id), seat.term)


def holding(post: Post, under: Under) -> Holding:
    """Only the last administrator cannot be let go."""
    held = Post.objects.filter(congress_id=post.congress_id, stage=words.Post.HELD).exclude(id=post.id)
    same = held.filter(root_id=post.root_number, person_id=_person(post), duty=post.duty)
    others = _administrators(post.congress_id, but=_person(post)) if post.duty is Duty.ADMINISTRATOR else 1
    return Holding(twice=same.exists(), others=others)


def _administrators(congress: int, *, but: int) -> int:
    """How many others can sign in: whose account is closed, or whose first password is not set, helps nobody back in."""
    held = Post.objects.filter(congress_id=congress, stage=words.Post.HELD, duty=Duty.ADMINISTRATOR)
    return held.filter(person__stage=words.Person.ACTIVE).exclude(person_id=but).count()


def register(person: Person, under: Under) -> Register:
    """Setting one's own first password is nothing that could be handed on. Who signs in names no congress: a sign-in
    name is one of the whole installation."""
    twins = Person.objects.filter(login=person.login).exclude(id=person.id)
    items = WorkItem.objects.filter(congress_id=person.congress_id, person_id=person.id).exclude(
        root_id=person.id
    )
    return Register(twins.exists(), items.count(), _administers_alone(person), _alone_at(person))


def posts_at_work(congress: int) -> QuerySet[Post]:
    """Posts that are held today by somebody whose account is not closed."""
    return held_posts(congress).exclude(person__stage=words.Person.DISABLED)


def _alone_at(person: Person) -> tuple[str, ...]:
    """What waits for a post of which this is the last holder would wait for nobody."""
    offices = held_posts(person.congress_id).filter(duty=Duty.UNIT_OFFICE)
    others = posts_at_work(person.congress_id).filter(duty=Duty.UNIT_OFFICE).exclude(person_id=person.id)
    waits = WorkItem.objects.filter(congress_id=person.congress_id, duty=Duty.UNIT_OFFICE.value)
    own = offices.filter(
        ~Exists(others.filter(root_id=OuterRef("root_id"))),
        Exists(waits.filter(organisation_id=OuterRef("root_id"))),
        person_id=person.id,
    )
    return tuple(own.order_by("root_id").values_list("root__name", flat=True))


def _administers_alone(person: Person) -> bool:
    own = Post.objects.filter(
        congress_id=person.congress_id, person_id=person.id, stage=words.Post.HELD, duty=Duty.ADMINISTRATOR
    )
    return own.exists() and not _administrators(person.congress_id, but=person.id)


def divisions_of(unit: Organisation) -> dict[int, str]:
    """Divisions and subordinate bodies of a unit in use, by number."""
    rows = Organisation.objects.filter(
        congress_id=unit.congress_id, parent_id=unit.id, stage=words.Organisation.ACTIVE
    )
    return dict(rows.order_by("id").values_list("id", "name"))


def inner(unit: Organisation, under: Under) -> Inner:
    divisions = divisions_of(unit)
    people = held_posts(unit.congress_id).filter(root_id__in=[unit.id, *divisions])
    return Inner(tuple(divisions.values()), frozenset(people.values_list("person_id", flat=True)))


def link(person: Person, under: Under) -> Link:
    return Link(person.token, person.token_until)


def powers(proxy: Proxy, under: Under) -> Powers:
    post = Post.objects.get(congress_id=proxy.congress_id, id=_number(proxy, "post_id"))
    held = post.stage is words.Post.HELD and post.duty is not Duty.ADMINISTRATOR
    return Powers(proxy.until, own_post=held, to_oneself=_person(post) == _number(proxy, "to_id"))


def _person(post: Post) -> int:
    return _number(post, "person_id")


def _number(row: Any, name: str) -> int:
    found: int = getattr(row, name)
    return found
