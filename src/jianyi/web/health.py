"""Is the house alive?"""

from django.db import connection
from django.http import HttpRequest, JsonResponse

from jianyi.clockwork.health import Health, healths
from jianyi.kit import clock


def healthz(request: HttpRequest) -> JsonResponse:
    """JSON for watchers: the database answers, what time it is here, and how the clock's jobs fare (without the words of a
    failure, which are for administrators)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    jobs = healths()
    return JsonResponse({
        "status": "ok", "database": connection.vendor, "at": clock.now().isoformat(),
        "clock": "ok" if all(job.is_well for job in jobs) else "alarm", "jobs": {job.name: _told(job) for job in jobs},
    })  # fmt: skip


def _told(job: Health) -> dict[str, str]:
    moments = {"began_at": job.began_at, "ended_at": job.ended_at, "failed_at": job.failed_at}
    return {"state": job.state, **{name: at.isoformat() for name, at in moments.items() if at}}
