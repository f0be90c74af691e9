"""Key topics over the interface: lists, one topic as this reader may see it, the list as it is published, a case's own."""

from datetime import date

from django.http import Http404, HttpRequest
from ninja import Router, Schema

from jianyi.cases.queries.files import CaseFile
from jianyi.topics.models import Advice, KeyTopic
from jianyi.topics.queries import topics as queries
from jianyi.topics.queries.about import key_topic as ask
from jianyi.topics.queries.published import published
from jianyi.topics.queries.record import timeline
from jianyi.topics.queries.topics import TopicFile

from . import shapes
from .doors import who
from .inputs import Number, Paged, Word
from .refusing import READS


router = Router(tags=["topics"])


class Topic(Schema):
    """`committee`: who supervises, `nominated_by`: who proposed; empty where that is the congress's own office."""

    id: str
    title: str
    stage: shapes.Word
    version: int
    nominated_by: str
    proposed_on: date | None
    decided_on: date | None
    committee: str
    leader: str
    led_by: str
    announced_on: date | None


class Listed(Topic):
    """`advice`: opinions of visits, of them `answered`; of what this reader is shown."""

    suggestions: int
    advice: int
    answered: int


class Topics(Schema):
    rows: list[Listed]
    after: str
    before: str


class Covered(Schema):
    """`title` and `deputy`: empty for those who may not open the suggestion."""

    id: str
    suggestion: str
    number: str
    title: str
    deputy: str
    leads: str
    helps: str
    stage: shapes.Word
    version: int
    reason: str


class Asked(Schema):
    id: str
    unit: shapes.Named
    stage: shapes.Word
    version: int
    stand: str
    view: str
    answered_on: date | None


class Opinion(Schema):
    id: str
    nth: int
    text: str
    suggestion: str
    unit: shapes.Named
    due: date | None
    stage: shapes.Word
    version: int
    answer: str
    answered_on: date | None


class Visit(Schema):
    held_on: date
    where: str
    people: str
    meeting: str
    opinions: list[Opinion]


class Phase(Schema):
    name: str
    until: date
    tasks: str


class Day(Schema):
    on: date
    told: str


class Record(Schema):
    """The days of one suggestion, as they were frozen with the report."""

    suggestion: str
    number: str
    title: str
    days: list[Day]


class Whole(Topic):
    """`decided_by`: what decides at this level; `report` and `record`: for the congress and its committees."""

    decided_by: str
    criteria: list[str]
    basis: str
    reason: str
    question: str
    answer_by: date | None
    suggestions: list[Covered]
    soundings: list[Asked]
    plan: str
    phases: list[Phase]
    report_by: date | None
    visits: list[Visit]
    report: str
    reported_on: date | None
    record: list[Record]
    events: list[shapes.Event]


class InList(Schema):
    """One line of the list as it is published."""

    suggestion: str
    number: str
    title: str
    topic: str
    deputy: str
    delegation: str
    leads: str
    helps: str
    led_by: str
    leader: str
    committee: str
    decided_on: date | None


class Published(Schema):
    rows: list[InList]


class Numbered(Schema):
    """The suggestions that are called by these numbers and may be in a topic, and the numbers that are none."""

    suggestions: list[str]
    unknown: list[str]


class OfTopic(Schema):
    """`topic`: its number, for those who have a page of it."""

    topic: str
    title: str
    stage: shapes.Word
    decided_on: date | None
    leader: str
    led_by: str
    committee: str
    opinions: list[Opinion]


@router.get("/topics", response={200: Topics, **READS})
def every(request: HttpRequest, page: Paged, show: Word | None = None) -> Topics:
    """重点督办议题: all I may see, the latest first. `show`: open, listed, over."""
    found = queries.topics(by=who(request), show=show or "", **page.cursor)
    rows = [
        Listed(**_topic(row.topic), suggestions=row.cases, advice=row.advice, answered=row.answered) for row in found.rows
    ]  # fmt: skip
    return Topics(rows=rows, after=found.after, before=found.before)


@router.get("/topics/published", response={200: Published, **READS})
def listed(request: HttpRequest, year: int = 0) -> Published:
    """重点督办建议清单: what was decided, as far as I may see it; nothing confidential. `year`: in which it was decided."""
    rows = published(by=who(request), year=year if year in range(1900, 2200) else 0)
    return Published(
        rows=[
            InList(
                suggestion=str(row.case.id), number=row.case.no, title=row.case.title, topic=row.topic.title, deputy=row.deputy, delegation=row.delegation,
                leads=row.leads, helps=row.helps, led_by=row.topic.led_by, leader=row.topic.leader, committee=row.committee, decided_on=row.topic.decided_on,
            )
            for row in rows
        ]
    )  # fmt: skip


@router.get("/topics/numbered", response={200: Numbered, **READS})
def numbered(request: HttpRequest, numbers: str = "") -> Numbered:
    """For whoever may propose a topic: the suggestions with these numbers, 「0013、0014」."""
    found, unknown = queries.by_number(numbers[:2000], by=who(request))
    return Numbered(suggestions=[str(number) for number in found], unknown=unknown)


@router.get("/topics/{number}", response={200: Whole, **READS})
def one(request: HttpRequest, number: Number) -> Whole:
    """One of them."""
    file = queries.file(int(number), by=who(request))
    if file is None:
        raise Http404
    topic = file.topic
    return Whole(
        **_topic(topic), decided_by=file.decider, criteria=topic.criteria_told, basis=topic.basis, reason=topic.reason, question=topic.question,
        answer_by=topic.answer_by, suggestions=_covered(file), soundings=_asked(file), plan=topic.plan,
        phases=[Phase(**{name: getattr(row, name) for name in ("name", "until", "tasks")}) for row in file.phases], report_by=topic.report_by, visits=_visits(file),
        report=file.report, reported_on=topic.reported_on, record=_record(file), events=[shapes.Event(**vars(each)) for each in timeline(file)],
    )  # fmt: skip


def _topic(row: KeyTopic) -> dict[str, object]:
    return {
        "id": str(row.id), "title": row.title, "stage": shapes.word(row.stage), "version": row.version, "nominated_by": row.nominated_by.name if row.nominated_by else "",
        "proposed_on": row.proposed_on, "decided_on": row.decided_on, "committee": row.committee.name if row.committee else "", "leader": row.leader, "led_by": row.led_by, "announced_on": row.announced_on,
    }  # fmt: skip


def _covered(file: TopicFile) -> list[Covered]:
    return [
        Covered(
            id=str(each.row.id), suggestion=str(each.case.id), number=each.case.no, title=each.case.title if each.seen else "", deputy=each.deputy if each.seen else "",
            leads=each.leads, helps=each.helps, stage=shapes.word(each.row.stage), version=each.row.version, reason=each.row.reason,
        )
        for each in file.members
    ]  # fmt: skip


def _asked(file: TopicFile) -> list[Asked]:
    return [
        Asked(
            id=str(row.id), unit=shapes.Named(id=str(row.unit_id), name=row.unit.name), stage=shapes.word(row.stage), version=row.version, stand=row.told, view=row.view,
            answered_on=row.answered_on,
        )
        for row in file.soundings
    ]  # fmt: skip


def _visits(file: TopicFile) -> list[Visit]:
    return [
        Visit(
            held_on=each.visit.held_on, where=each.visit.where, people=each.visit.people, meeting=shapes.number(each.visit.meeting_id) if each.meeting else "",
            opinions=[_opinion(row) for row in each.advice],
        )
        for each in file.visits
    ]  # fmt: skip


def _opinion(row: Advice) -> Opinion:
    return Opinion(
        id=str(row.id), nth=row.nth, text=row.text, suggestion=str(row.suggestion_id), unit=shapes.Named(id=str(row.unit_id), name=row.unit.name), due=row.due,
        stage=shapes.word(row.stage), version=row.version, answer=row.answer, answered_on=row.answered_on,
    )  # fmt: skip


def _record(file: TopicFile) -> list[Record]:
    return [
        Record(suggestion=str(row["case"]), number=str(row["no"]), title=str(row["title"]), days=[Day(**day) for day in row["days"]])  # type: ignore[attr-defined]
        for row in file.record
    ]  # fmt: skip


def key_topic(file: CaseFile) -> OfTopic | None:
    """On a case: the topic it is in, and the opinions of visits that concern it."""
    found = ask(file)
    if found is None:
        return None
    topic = found.topic
    return OfTopic(
        topic=str(topic.id) if found.opens else "", title=topic.title, stage=shapes.word(topic.stage), decided_on=topic.decided_on, leader=topic.leader, led_by=topic.led_by,
        committee=topic.committee.name if topic.committee else "", opinions=[_opinion(each.advice) for each in found.opinions],
    )  # fmt: skip
