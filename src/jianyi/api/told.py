"""How I am told outside the platform, and how clock and channels fare."""

from datetime import datetime
from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import Body, Router, Schema

from jianyi.clockwork.health import alarm, healths
from jianyi.notices.commands import send_again
from jianyi.notices.manner import manner_of
from jianyi.notices.outbox import fares, stuck, without_address
from jianyi.parties.commands import set_manner
from jianyi.parties.models import Person
from jianyi.parties.queries import congress_of
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import CLERKS
from jianyi.turn.under import Under

from .doors import who
from .inputs import Step
from .refusing import ANSWERS, READS
from .shapes import Taken
from .steps import NOTHING, call, taken, understood
from .subjects import Found


router = Router(tags=["notices"])


class Told(Schema):
    """`pace`: each, digest (one mail a day at `digest_at`) or none; in the quiet hours nothing is sent. `version`: to be given
    back as `seen`."""

    email: str
    pace: str
    digest_at: str
    quiet_from: str
    quiet_until: str
    version: int


class Job(Schema):
    """`seconds`: how often it runs; `state`: well, running, failing, late, never; `watermark`: up to where it has come."""

    name: str
    label: str
    seconds: int
    state: str
    began_at: datetime | None
    ended_at: datetime | None
    failed_at: datetime | None
    failure: str
    done: int
    watermark: str


class ChannelOf(Schema):
    """`lacking`: what must be set before anything can be sent; counts stop at 1000; `since`: of the oldest that waits."""

    name: str
    label: str
    is_wanted: bool
    lacking: str
    waiting: int
    since: datetime | None
    refused: int
    no_address: int
    sent_at: datetime | None
    failure: str
    failed_at: datetime | None
    rests_until: datetime | None
    alarmed_at: datetime | None


class StuckOne(Schema):
    """What did not go to one person for one reason; moments are those of the latest."""

    channel: str
    person: str
    state: str
    failure: str
    count: int
    tries: int
    made_at: datetime
    due_at: datetime | None


class Clockwork(Schema):
    """`alarm`: a sentence while the clock stands still."""

    alarm: str
    without_address: int
    jobs: list[Job]
    channels: list[ChannelOf]
    stuck: list[StuckOne]


@router.get("/me/notices", response={200: Told, **READS})
def mine(request: HttpRequest) -> Told:
    """消息设置: how I am told outside the platform."""
    person = _me(who(request))
    told = manner_of(person)
    same = {name: getattr(told, name) for name in Told.model_fields if name != "version"}
    return Told(**same, version=person.version)


@router.post("/me/notices", response={200: Taken, **ANSWERS})
def set_mine(request: HttpRequest, step: Annotated[Step, Body()] = NOTHING) -> Taken:
    """Say it anew; what is not said goes back to the usual."""
    by = who(request)
    return _take(set_manner, _me(by), step, by)


@router.get("/clockwork", response={200: Clockwork, **READS})
def clockwork(request: HttpRequest) -> Clockwork:
    """时钟和发送: for administrators and the congress's office."""
    by = who(request)
    if not by.holds(Duty.ADMINISTRATOR, *CLERKS):
        raise Http404
    return Clockwork(
        alarm=alarm(), without_address=without_address(by=by), jobs=[_as(Job, job) for job in healths()],
        channels=[_as(ChannelOf, row) for row in fares(by=by)], stuck=[_as(StuckOne, row) for row in stuck(by=by)],
    )  # fmt: skip


@router.post("/clockwork/send-again", response={200: Taken, **ANSWERS})
def resend(request: HttpRequest, step: Annotated[Step, Body()] = NOTHING) -> Taken:
    """立即重发: `saying.channel` tries again at once what waits, was refused, or has an address by now."""
    by = who(request)
    return _take(send_again, congress_of(by=by), step, by)


def _take(command: Any, subject: Any, step: Step, by: Actor) -> Taken:
    said = understood(command, step.saying, by)
    return taken(call(command, Found(subject, Under(subject)), said, step, by))


def _me(by: Actor) -> Person:
    return Person.objects.get(congress_id=by.congress, id=by.person)


def _as(kind: Any, row: Any) -> Any:
    return kind(**{name: getattr(row, name) for name in kind.model_fields})
