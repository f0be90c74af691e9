"""The case file, as this reader may see it."""

from django.http import Http404, HttpRequest
from ninja import Router

from jianyi.cases.holders import proposers
from jianyi.cases.models import Past
from jianyi.cases.queries import earlier as before, files, preview
from jianyi.cases.queries.files import CaseFile
from jianyi.kit import clock
from jianyi.parties.queries import names
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.clocks import is_late, told

from . import shapes, supervised, telling, together, topics
from .doors import who
from .earlier import Before, PastAnswer, PromisedBefore, RaisedBefore
from .inputs import Number
from .offers import offers
from .parts import File, Happened, Proposer
from .refusing import READS
from .subjects import Found, shown


router = Router(tags=["cases"])


@router.get("/suggestions/{number}", response={200: File, **READS})
def case(request: HttpRequest, number: Number) -> File:
    """One suggestion with its handlings, contacts, papers, sheets, deadlines and its record."""
    by = who(request)
    found = files.case(int(number), by=by)
    if found is None:
        raise Http404
    return told_of(found, by)


@router.get("/suggestions/{number}/earlier", response={200: Before, **READS})
def earlier(request: HttpRequest, number: Number) -> Before:
    """以前的承诺: suggestions of the same matter raised before, with what their replies promised and how it stands; and answers
    from before the platform."""
    found = files.case(int(number), by=who(request))
    if found is None:
        raise Http404
    return Before(
        earlier=[_raised(each) for each in before.earlier(found)],
        past=[_past(row) for row in before.past_answers(found)],
    )


def _raised(each: before.Earlier) -> RaisedBefore:
    case = each.case
    promises = [
        PromisedBefore(called=row.called, item=row.item, due=row.due, first_due=row.first_due, stage=shapes.word(row.stage), unit=row.unit.name)
        for row in each.promises
    ]  # fmt: skip
    return RaisedBefore(id=str(case.id), number=case.no, title=case.title, why=each.why, promises=promises)


def _past(row: Past) -> PastAnswer:
    return PastAnswer(
        id=str(row.id), title=row.title, unit=row.unit, replied_on=row.replied_on, reply_class=row.reply_class
    )


def told_of(file: CaseFile, by: Actor) -> File:
    case = file.case
    return File(
        id=str(case.id), number=case.no, title=case.title, stage=shapes.word(case.stage), version=case.version,
        sitting=case.sitting.label, between=case.between, place=case.place, key=case.key, entered=case.entered,
        situation=case.situation, points=case.points, kind=case.kind, basis=case.basis,
        repeated_years=case.repeated_years, wished_units=shapes.plain(case.wished_units),
        publication_wish=case.publication_wish, contact_wish=case.contact_wish, confidential=case.confidential,
        merged_into=shapes.number(case.merged_into_id), submitted_at=case.submitted_at,
        handed_over_at=case.handed_over_at, proposers=proposers_of(file), delegation=_delegation(file),
        waits_for=[shapes.word(capacity) for capacity in preview.waits_for(case.stage, file.under)],
        actions=offers(Found(case, file.under), by=by), clocks=clocks(file), timeline=timeline(file),
        together=together.together(file), supervised=supervised.supervised(file), key_topic=topics.key_topic(file), **telling.everything(file),
    )  # fmt: skip


def proposers_of(file: CaseFile) -> list[Proposer]:
    """The lead first; nameless for units where the deputy asked for it."""
    if file.hides_names:
        return [Proposer(name=name) for name in file.proposers]
    people = proposers(file.under)
    known = names(file.case.congress_id, set(people))
    return [Proposer(id=str(person), name=known[person]) for person in people]


def _delegation(file: CaseFile) -> str:
    """A delegation's name would tell half of who it is."""
    return "" if file.hides_names or not file.case.delegation else file.case.delegation.name


def clocks(file: CaseFile) -> list[shapes.Clock]:
    """The running deadlines of what the reader is shown, each with its reason."""
    now, numbers = clock.now(), shown(file)
    found = [row for row in file.clocks if row.holder_id in numbers]
    return [
        clock_
        for row in found
        if (clock_ := shapes.clock(told(row), late=is_late(row, now), holder=row.holder_id))
    ]


def timeline(file: CaseFile) -> list[Happened]:
    return [
        Happened(at=e.at, who=e.who, what=e.what, note=e.note, track=e.track, action=e.action, stage=e.stage)
        for e in preview.timeline(file)
    ]
