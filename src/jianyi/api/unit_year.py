"""A unit's year over the interface: figures with what they are counted from, and the contact plan."""

from datetime import date

from django.http import Http404, HttpRequest
from ninja import Router, Schema

from jianyi.cases.queries import exemptions as exempt
from jianyi.cases.queries.standing import Picture, pictures
from jianyi.fieldwork.fresh import home_of
from jianyi.fieldwork.models import SchemeText
from jianyi.fieldwork.queries import contact_plan as plans, figures as counted, schemes
from jianyi.kit import clock
from jianyi.procedure.ten import Drawn

from . import shapes
from .doors import who
from .inputs import Year
from .parts import Letter
from .refusing import READS
from .telling import letter


router = Router(tags=["unit"])


class Form(Schema):
    """Person-times of one form; `faces`: of these face to face."""

    label: str
    times: int
    faces: int


class Share(Schema):
    """Attended on `days`, out of `of` that the place asks for (0: it lays none down), by `article`."""

    kind: shapes.Word
    n: int
    of: int
    lacking: int
    article: str
    days: list[date]


class Leader(Schema):
    person: shapes.Named
    shares: list[Share]
    met: int
    deputies: int


class Trained(Schema):
    person: shapes.Named
    times: int
    hours: int


class Figures(Schema):
    """`met` of `of` proposers were met face to face; `staff`: of how many were `trained`."""

    year: int
    times: int
    faces: int
    met: int
    of: int
    forms: list[Form]
    leaders: list[Leader]
    trained: list[Trained]
    staff: int
    leadership_days: list[date]


class Exempted(Schema):
    """Of `of` replies that `unit` sent in the year, `n` left without the deputy having been shown the draft, by exemption."""

    unit: shapes.Named
    n: int
    of: int


class Planned(Schema):
    """`level`: who should meet the deputies by the unit's rule, `reached`: who has, on `on`; `stated`: that level is only stated."""

    suggestion: str
    handling: str
    kind: shapes.Word
    level: str
    person: shapes.Named | None
    reached: str
    stated: bool
    on: date | None
    done: bool


class Edition(Schema):
    edition: int
    goals: str
    phases: str
    safeguards: str
    written_by: str
    approved_by: str
    approved_on: date | None


class Phase(Schema):
    """Of the milestones whose day lies in it: reached, all, and late."""

    name: str
    until: date
    tasks: str
    reached: int
    of: int
    late: int


class Scheme(Schema):
    id: str
    year: int
    stage: shapes.Word
    editions: list[Edition]
    phases: list[Phase]
    letters: list[Letter]


class FlowLink(Schema):
    """`gates`: what is asked before its steps; `suggestions`: those that stand there."""

    key: str
    label: str
    steps: list[str]
    limits: list[str]
    gates: list[str]
    suggestions: list[str]


class Flow(Schema):
    """By the rules of one place; `done`: suggestions of which nothing waits any more."""

    place: str
    links: list[FlowLink]
    done: int


class Plan(Schema):
    year: int
    done: int
    of: int
    rows: list[Planned]


@router.get("/unit/year", response={200: Figures, **READS})
def figures(request: HttpRequest, year: Year | None = None) -> Figures:
    """年度履职, for the office and the leaders of a unit."""
    by, when = who(request), year or clock.today().year
    if not counted.unit_of(by):
        raise Http404
    met, (trained, staff) = counted.person_times(when, by=by), counted.trained(when, by=by)
    return Figures(
        year=when, times=met.times, faces=met.faces, met=met.met, of=met.of, staff=staff,
        forms=[Form(label=row.label, times=row.times, faces=row.faces) for row in met.forms],
        leaders=[_leader(row) for row in counted.leaders(when, by=by)],
        trained=[Trained(person=_named(row.person, row.name), times=row.times, hours=row.hours) for row in trained],
        leadership_days=counted.leadership_days(when, by=by),
    )  # fmt: skip


@router.get("/exemptions", response={200: list[Exempted], **READS})
def exemptions(request: HttpRequest, year: Year | None = None) -> list[Exempted]:
    """免予看稿: of every unit for the congress's own bodies, of their own for the office and the leaders of a unit."""
    rows = exempt.exempted(year or clock.today().year, by=who(request))
    return [Exempted(unit=_named(row.unit, row.name), n=row.n, of=row.of) for row in rows]


@router.get("/unit/contact-plan", response={200: Plan, **READS})
def contact_plan(request: HttpRequest, year: Year | None = None) -> Plan:
    """分级见面计划, for everybody who works in a unit: outstanding first."""
    by, when = who(request), year or clock.today().year
    if not home_of(by):
        raise Http404
    rows = plans.contact_plan(when, by=by)
    ruled = [row for row in rows if row.level]
    return Plan(
        year=when, done=sum(row.done for row in ruled), of=len(ruled), rows=[_planned(row) for row in rows]
    )


@router.get("/unit/flow", response={200: list[Flow], **READS})
def flow(request: HttpRequest) -> list[Flow]:
    """流程图, for the office and the leaders of a unit: the ten links by the rules that run, and which suggestions stand at each."""
    by = who(request)
    if not counted.unit_of(by):
        raise Http404
    return [
        Flow(place=each.place, links=[_link(row, each) for row in each.links], done=len(each.done)) for each in pictures(by=by)
    ]  # fmt: skip


def _link(row: Drawn, of: Picture) -> FlowLink:
    return FlowLink(
        key=row.link.key, label=row.link.label, steps=[step.action for step in row.steps], limits=list(row.limits), gates=list(row.gates),
        suggestions=[str(case.id) for case in of.at.get(row.link.key, [])],
    )  # fmt: skip


@router.get("/unit/scheme", response={200: Scheme, **READS})
def scheme(request: HttpRequest, year: Year | None = None) -> Scheme:
    """年度工作方案: the editions I may read, the latest first, with how far its phases are."""
    by = who(request)
    unit = home_of(by)
    file = schemes.of_year(unit, year or clock.today().year, by=by) if unit else None
    if file is None:
        raise Http404
    return Scheme(
        id=str(file.scheme.id), year=file.scheme.year, stage=shapes.word(file.scheme.stage),
        editions=[_edition(text) for text in file.texts], phases=[_phase(each) for each in file.progress],
        letters=[letter(row) for row in file.letters],
    )  # fmt: skip


def _edition(text: SchemeText) -> Edition:
    return Edition(
        edition=text.edition, goals=text.goals, phases=text.phases, safeguards=text.safeguards, written_by=text.written_by,
        approved_by=text.approved_by, approved_on=text.approved_on,
    )  # fmt: skip


def _phase(each: schemes.Progress) -> Phase:
    told = each.phase
    return Phase(
        name=told.name, until=told.until, tasks=told.tasks, reached=each.reached, of=each.of, late=each.late
    )


def _named(number: int, name: str) -> shapes.Named:
    return shapes.Named(id=str(number), name=name)


def _leader(row: counted.LeaderYear) -> Leader:
    shares = [
        Share(
            kind=shapes.Word(code=each.kind, label=each.label), n=each.n, of=each.of, lacking=each.lacking,
            article=each.article, days=each.days,
        )
        for each in row.shares
    ]  # fmt: skip
    return Leader(person=_named(row.person, row.name), shares=shares, met=row.met, deputies=row.deputies)


def _planned(row: plans.Planned) -> Planned:
    return Planned(
        suggestion=str(row.handling.root_id), handling=str(row.handling.id), level=row.level, reached=row.reached, stated=row.stated,
        kind=shapes.Word(code=row.kind, label=row.kind_told), on=row.on, done=row.done,
        person=_named(row.person, row.name) if row.person else None,
    )  # fmt: skip
