"""What waits is sent, channel by channel, outside every transaction of a turn.

A piece is taken by a lease that ends by itself: what a killed process had taken is sent again, under the same number. Failures of
one message put that one off; a channel that is down rests as a whole, longer each time, and holds up no other channel."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic

from django.db.models import F, Q, QuerySet

from jianyi.clockwork.lease import LONGEST, lasting
from jianyi.kit import clock

from .channels import CHANNELS
from .channels.channel import Channel, Down, Later, Message, Post, Refused
from .composing import Composed, composed
from .models import REFUSED, SENT, WAITING, Channel as Kept, Sending
from .taking import taken


AT_ONCE = 20
# A run ends after so long and the next follows: what is new in between is not kept waiting behind a long queue.
RUN = 240.0
FIRST, MOST = timedelta(seconds=30), timedelta(hours=1)
REST, LONGEST_REST = timedelta(seconds=5), timedelta(minutes=10)
# Nothing is held back so long on purpose: what is put off farther was put off by a clock that ran ahead.
FAR = timedelta(days=3)
log = logging.getLogger(__name__)


def email() -> int:
    return run("email")


def webhook() -> int:
    return run("webhook")


def run(name: str) -> int:
    """Send what is due by one channel; answers how many messages were accepted."""
    channel = CHANNELS[name]
    if not channel.is_wanted() or _rests(name) or not due(name).exists():
        return 0
    if lacking := channel.lacking():
        _say(name, lacking)
        return 0
    return _run(name, channel)


def _run(name: str, channel: Channel) -> int:
    sent, began = 0, monotonic()
    try:
        with channel.open() as post:
            while monotonic() - began < RUN and (rows := taken(due(name), AT_ONCE)):
                for done in _sent(post, rows):
                    sent += done
    except Down as down:
        _down(name, down.told)
        return sent
    _well(name)
    return sent


def due(name: str) -> QuerySet[Sending]:
    """What may go now and nobody is at."""
    now = clock.now()
    free = Q(leased_until=None) | Q(leased_until__lte=now) | Q(leased_until__gt=now + LONGEST)
    time_has_come = Q(due_at__lte=now) | Q(due_at__gt=now + FAR)
    return Sending.objects.filter(free, time_has_come, channel=name, state=WAITING).order_by("due_at", "id")


@dataclass
class _Lease:
    """Of what is not sent yet; held on to while others are sent."""

    numbers: set[int]
    renewed: float

    def hold(self) -> None:
        if monotonic() - self.renewed > lasting().total_seconds() / 3:
            Sending.objects.filter(id__in=self.numbers, state=WAITING).update(
                leased_until=clock.now() + lasting()
            )
            self.renewed = monotonic()


def _sent(post: Post, rows: list[Sending]) -> Iterator[int]:
    """One message after another. Raises Down, with all that is not sent set free."""
    lease = _Lease({row.id for row in rows}, monotonic())
    for theirs in composed(rows):
        lease.numbers.update(number for each in theirs for number in each.numbers)
        for each in theirs:
            lease.hold()
            if each.message is None:
                _put_off(each)
            else:
                try:
                    yield _try(post, each, each.message)
                except Down:
                    _free(lease.numbers)
                    raise
            lease.numbers.difference_update(each.numbers)


def _try(post: Post, each: Composed, message: Message) -> int:
    rows = Sending.objects.filter(id__in=each.numbers)
    try:
        receipt = post.send(message)
    except Refused as refused:
        rows.update(state=REFUSED, failure=refused.told, leased_until=None)
        return 0
    except (Later, Down) as failure:
        _failed(each, failure.told)
        if isinstance(failure, Down):
            raise
        return 0
    except Exception as error:
        log.exception("message %s could not be sent", message.number)
        _failed(each, f"消息没有发成（{type(error).__name__}：{error}），稍后自动再试。"[:300])
        return 0
    rows.update(state=SENT, sent_at=clock.now(), receipt=receipt, failure="", leased_until=None)
    return 1


def _failed(each: Composed, told: str) -> None:
    """For now: it is tried again, later each time."""
    Sending.objects.filter(id__in=each.numbers).update(
        failure=told, leased_until=None, due_at=clock.now() + put_off(each.tries)
    )


def put_off(tries: int) -> timedelta:
    """30 seconds after the first try, twice as long after each, an hour at most."""
    return min(FIRST * (1 << min(max(tries - 1, 0), 10)), MOST)


def _put_off(each: Composed) -> None:
    """Held back by its reader's wish, or not theirs any more."""
    if each.failure:
        _failed(each, each.failure)
        return
    told = {"due_at": each.until} if each.until else {"state": each.state}
    Sending.objects.filter(id__in=each.numbers).update(leased_until=None, tries=F("tries") - 1, **told)


def _free(numbers: set[int]) -> None:
    """Those that were not tried wait on as they were."""
    Sending.objects.filter(id__in=numbers, state=WAITING, leased_until__isnull=False).update(
        leased_until=None, tries=F("tries") - 1
    )


# How the channel fares


def _row(name: str) -> Kept:
    row, _ = Kept.objects.get_or_create(congress_id=0, name=name)
    return row


def _rests(name: str) -> bool:
    until, now = _row(name).rests_until, clock.now()
    return until is not None and now < until <= now + LONGEST_REST


def _say(name: str, told: str) -> None:
    """What is missing is missing until somebody sets it: looked for anew each time."""
    Kept.objects.filter(id=_row(name).id).update(failed_at=clock.now(), failure=told)


def _down(name: str, told: str) -> None:
    row, now = _row(name), clock.now()
    rest = min(REST * (1 << min(row.failures, 10)), LONGEST_REST)
    Kept.objects.filter(id=row.id).update(
        failures=row.failures + 1, failed_at=now, failure=told, rests_until=now + rest
    )


def _well(name: str) -> None:
    Kept.objects.filter(id=_row(name).id).update(
        failures=0, failure="", rests_until=None, sent_at=clock.now()
    )
