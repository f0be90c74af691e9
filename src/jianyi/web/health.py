"""Is the house alive?"""

from django.db import connection
from django.http import HttpRequest, JsonResponse

from jianyi.kit import clock


def healthz(request: HttpRequest) -> JsonResponse:
    """JSON for watchers: the database answers, and what time it is here."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok", "database": connection.vendor, "at": clock.now().isoformat()})
