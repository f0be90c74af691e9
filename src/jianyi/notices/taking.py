"""Taking what waits: for a while it is one process's own. The lease ends by itself, so that nothing is lost with a process."""

from django.db import transaction
from django.db.models import F, QuerySet

from jianyi.clockwork.lease import lasting
from jianyi.kit import clock

from .models import Sending


def taken(rows: QuerySet[Sending], most: int) -> list[Sending]:
    """The first few of `rows`, now ours."""
    with transaction.atomic():
        found = list(rows.select_for_update(skip_locked=True)[:most])
        Sending.objects.filter(id__in=[row.id for row in found]).update(
            leased_until=clock.now() + lasting(), tries=F("tries") + 1
        )
    for row in found:
        row.tries += 1
    return found
