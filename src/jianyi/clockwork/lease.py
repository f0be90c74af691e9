"""Who may run a job: two clocks at once are safe, one that was killed is followed after some seconds, and a clock that was
set back does not make everybody wait for the time it came from."""

from datetime import timedelta
from os import getpid
from secrets import token_hex
from socket import gethostname
from traceback import format_exception_only

from django.conf import settings
from django.db.models import Q

from jianyi.kit import clock

from .models import Beat


# A job that hangs is held on to so long; then another may try, and the page says since when it has not ended.
LONGEST = timedelta(minutes=10)
# Who waited for the row looked at the clock a moment before who had it; beyond that the clock was set back.
APART = timedelta(minutes=1)


def lasting() -> timedelta:
    """How long a lease holds if it is not renewed."""
    return timedelta(seconds=settings.JIANYI_LEASE)


def me() -> str:
    return f"{gethostname()[:40]}:{getpid()}:{token_hex(4)}"


def take(name: str, every: timedelta, holder: str) -> bool:
    """Is it time, and ours to run? Then it is begun, and nobody else's until the lease ends. What a killed process left
    unfinished is due at once."""
    now = clock.now()
    Beat.objects.get_or_create(name=name, defaults={"congress_id": 0})
    free = Q(leased_until=None) | Q(leased_until__lte=now) | Q(leased_until__gt=now + LONGEST)
    due = (
        Q(began_at=None)
        | Q(began_at__lte=now - every)
        | Q(began_at__gt=now + APART)
        | (~Q(holder="") & Q(leased_until__lte=now))
    )
    taken = Beat.objects.filter(free, due, name=name).update(
        began_at=now, holder=holder, leased_until=now + lasting()
    )
    return taken == 1


def renew(holder: str) -> int:
    """Still at work: whatever this process runs stays its own, unless it has been at it for too long."""
    now = clock.now()
    running = Beat.objects.filter(holder=holder, leased_until__gt=now, began_at__gt=now - LONGEST)
    return running.update(leased_until=now + lasting())


def ended(name: str, holder: str, done: int) -> None:
    Beat.objects.filter(name=name, holder=holder).update(
        ended_at=clock.now(), done=done, holder="", leased_until=None
    )


def failed(name: str, holder: str, error: BaseException) -> None:
    """With the last line of what went wrong; tried again at its next time."""
    told = format_exception_only(error)[-1].strip()[:300]
    Beat.objects.filter(name=name, holder=holder).update(
        failed_at=clock.now(), failure=told, holder="", leased_until=None
    )


def watermark(name: str) -> str:
    row = Beat.objects.filter(name=name).values_list("watermark", flat=True).first()
    return row or ""


def reach(name: str, watermark: str) -> None:
    """The job has come so far: told when that is done, never before."""
    row, _ = Beat.objects.get_or_create(name=name, defaults={"congress_id": 0})
    Beat.objects.filter(id=row.id).update(watermark=watermark)
