"""What one looks up: who I am, units, deputies, the rules of a place, the procedure itself; batches."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Router, Schema

from jianyi.cases.models import Batch, Entry
from jianyi.cases.queries import lists
from jianyi.cases.sight import is_office
from jianyi.fieldwork.queries.batches import meeting_of
from jianyi.kit.pages import page as cut
from jianyi.parties import queries
from jianyi.parties.models import Person
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.places import Place, every_place

from .doors import who
from .inputs import Number, Paged, Word, Words
from .refusing import READS
from .rules import Row, Rules, rows, rules
from .shapes import Counters, Named, Word as Told, word


router = Router(tags=["reference"])


class Post(Schema):
    duty: Told
    organisation: Named


class Me(Schema):
    """`lines`: the posts and the seat in words; `stands_for`: whose posts are held by authorisation."""

    id: str
    name: str
    lines: list[str]
    posts: list[Post]
    stands_for: list[Named]
    deputy: bool
    congress: Named
    place: str
    sitting: Named | None
    counters: Counters


class Unit(Schema):
    id: str
    name: str
    short: str
    code: str
    of_government: bool


class Units(Schema):
    rows: list[Unit]
    after: str
    before: str


class Deputy(Schema):
    id: str
    name: str
    delegation: str
    card_no: str


class Deputies(Schema):
    rows: list[Deputy]
    after: str
    before: str


class Listed(Schema):
    suggestion: str
    number: str
    title: str
    done: bool
    reason: str


class Pile(Schema):
    """A batch of the hand-over; `meeting`: at which it is handed over; `reason`: why one was not handed over."""

    id: str
    name: str
    stage: Told
    version: int
    prepared_by: str
    handed_over_by: str
    handed_over_at: datetime | None
    meeting: Named | None = None
    rows: list[Listed]


@router.get("/me", response={200: Me, **READS})
def me(request: HttpRequest) -> Me:
    """Who I am here, what I hold, how much waits for me."""
    by = who(request)
    person, congress = Person.objects.get(congress_id=by.congress, id=by.person), queries.congress_of(by=by)
    sitting, found = queries.sitting_now(by.congress), lists.counters(by=by)
    counters = Counters(**{name: getattr(found, name) for name in Counters.model_fields})
    return Me(
        id=str(by.person), name=by.name, lines=queries.lines_of(person), posts=posts(by), stands_for=stands_for(by),
        deputy=queries.seat_of(by.congress, by.person) is not None, place=congress.place,
        congress=Named(id=str(congress.id), name=congress.name), counters=counters,
        sitting=Named(id=str(sitting.id), name=sitting.label) if sitting else None,
    )  # fmt: skip


def posts(by: Actor) -> list[Post]:
    known = {
        row.id: row.name
        for row in queries.organisations(by=by).filter(id__in=[p.organisation for p in by.posts])
    }
    congress = queries.congress_of(by=by)
    ordered = sorted(by.posts, key=lambda post: (post.organisation, post.duty.value))
    return [
        Post(duty=word(post.duty), organisation=Named(id=str(post.organisation), name=known.get(post.organisation, congress.name)))
        for post in ordered
    ]  # fmt: skip


def stands_for(by: Actor) -> list[Named]:
    known = queries.names(by.congress, set(by.stands_for))
    return [Named(id=str(number), name=name) for number, name in sorted(known.items())]


@router.get("/units", response={200: Units, **READS})
def units(request: HttpRequest, page: Paged, q: Words = "") -> Units:
    """Units that may be handed to."""
    found = cut(queries.units(by=who(request)).filter(name__contains=q), ("id",), **_sized(page))
    told = [
        Unit(id=str(row.id), name=row.name, short=row.short, code=row.code, of_government=row.of_government)
        for row in found.rows
    ]
    return Units(rows=told, after=found.after, before=found.before)


@router.get("/deputies", response={200: Deputies, **READS})
def deputies(request: HttpRequest, page: Paged, q: Words = "") -> Deputies:
    """Deputies whose mandate is held, by a part of the name."""
    found = cut(queries.deputies(by=who(request)).filter(root__name__contains=q), ("id",), **_sized(page))
    told = [
        Deputy(
            id=str(seat.root_id), name=seat.root.name, delegation=seat.delegation.name if seat.delegation else "",
            card_no=seat.card_no,
        )
        for seat in found.rows
    ]  # fmt: skip
    return Deputies(rows=told, after=found.after, before=found.before)


def _sized(page: Any) -> dict[str, Any]:
    return {"size": page.size, "after": page.after, "before": page.before}


@router.get("/places/{key}", response={200: Rules, **READS})
def place(request: HttpRequest, key: str) -> Rules:
    """What a place has laid down, each value with its article."""
    return rules(known(key))


def known(key: str) -> Place:
    found = next((place for place in every_place() if place.key == key), None)
    if found is None:
        raise Http404("没有这个地方的规则。")
    return found


@router.get("/procedure", response={200: list[Row], **READS})
def procedure(request: HttpRequest, place: str = "", track: Word | None = None) -> list[Row]:
    """The table: every step of every track, or those in force in one place."""
    where = known(place) if place else None
    return [row for row in rows(where) if track in (None, row.track)]


@router.get("/batches/{number}", response={200: Pile, **READS})
def batch(request: HttpRequest, number: Number) -> Pile:
    """A batch with what is listed in it; for the congress's own bodies."""
    by = who(request)
    row = Batch.objects.filter(congress_id=by.congress, id=int(number)).first() if is_office(by) else None
    if row is None:
        raise Http404
    return Pile(
        id=str(row.id), name=row.name, stage=word(row.stage), version=row.version, prepared_by=row.prepared_by,
        handed_over_by=row.handed_over_by, handed_over_at=row.handed_over_at, rows=listed(row, by), meeting=_meeting(row, by),
    )  # fmt: skip


def _meeting(batch: Batch, by: Actor) -> Named | None:
    found = meeting_of(batch.id, by=by)
    return Named(id=str(found.id), name=found.title) if found else None


def listed(batch: Batch, by: Actor) -> list[Listed]:
    entries = Entry.objects.filter(congress_id=batch.congress_id, root_id=batch.id).order_by("id")
    known = lists.named({entry.suggestion_id for entry in entries}, by=by)
    return [
        Listed(
            suggestion=str(entry.suggestion_id), number=no, title=title, done=entry.done, reason=entry.reason
        )
        for entry in entries
        for no, title, _ in [known.get(entry.suggestion_id, ("", "", False))]
    ]
