"""What waits too long is told to the administrators, once for as long as it lasts."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from jianyi.kit import clock
from jianyi.parties.models import Congress
from jianyi.procedure.actions import Action
from jianyi.procedure.words import Duty
from jianyi.turn.models import Notice

from .channels import CHANNELS
from .models import WAITING, Channel, Sending
from .occasions import UNSENT


def raise_alarms() -> int:
    """For every congress and channel; answers how many alarms were raised now."""
    congresses = list(Congress.objects.order_by("id").values_list("id", flat=True))
    return sum(_of(congress, name) for congress in congresses for name in CHANNELS)


def is_unsent(congress: int, name: str) -> bool:
    """Is there something that could have left hours ago? What is held back by a wish could not."""
    since = clock.now() - timedelta(hours=settings.JIANYI_UNSENT_HOURS)
    tried = Q(tries__gt=0) | Q(due_at__lte=since)
    rows = Sending.objects.filter(
        tried, congress_id=congress, channel=name, state=WAITING, made_at__lte=since
    )
    return rows.exists()


def _of(congress: int, name: str) -> int:
    rows = Channel.objects.filter(congress_id=congress, name=name)
    if not is_unsent(congress, name):
        rows.exclude(alarmed_at=None).update(alarmed_at=None)
        return 0
    Channel.objects.get_or_create(congress_id=congress, name=name)
    now = clock.now()
    with transaction.atomic():
        first = rows.filter(alarmed_at=None).update(alarmed_at=now)
        if first:
            Notice.objects.create(
                congress_id=congress, root_id=congress, subject_id=congress, track="congress",
                action=Action.ALERT.value, seq=0, at=now, duty=Duty.ADMINISTRATOR.value, organisation_id=congress,
                occasion=f"{UNSENT}/{name}/{now:%Y%m%d%H%M%S}",
            )  # fmt: skip
    return first
