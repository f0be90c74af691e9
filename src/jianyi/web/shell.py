"""What every page carries around it: who I am, where I can go, what waits for me."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from jianyi.cases.queries import lists
from jianyi.cases.queries.counting import Count
from jianyi.clockwork.health import alarm
from jianyi.kit import clock
from jianyi.notices.queries import MANY, unread
from jianyi.parties.mandates import is_to_come, was_deputy
from jianyi.parties.queries import lines_of, seat_of, sitting_now
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import CLERKS

from .menu import nav
from .templatetags.look import day_and_year


def context(request: HttpRequest) -> dict[str, Any]:
    """For every template; nothing but the demo's clock for those who are not signed in."""
    told: dict[str, Any] = {"demo_clock": _demo_clock(), "demo": settings.DEMO}
    person, by = getattr(request, "person", None), getattr(request, "actor", None)
    if person is None or by is None:
        return told
    sitting = sitting_now(by.congress)
    lines = lines_of(person)
    counters = counters_of(request)
    told |= {
        "me": {
            "id": str(person.id),
            "name": person.name,
            "line": "；".join(lines),
            "initial": person.name[:1],
        },
        "sitting_label": sitting.label if sitting else "",
        "unread": _unread(by),
        "counters": counters,
        "is_deputy": is_deputy(by),
        **_mandate_told(by),
        "nav": nav(by, counters, request.path, is_deputy(by)),
        "clock_alarm": alarm() if by.holds(Duty.ADMINISTRATOR, *CLERKS) else "",
        "search_url": "/suggestions/" if by.posts else "",
    }
    return told


def _mandate_told(by: Actor) -> dict[str, bool]:
    """Of whoever is a deputy alone, and is none today: not any more, or not yet."""
    none = is_deputy(by) and seat_of(by.congress, by.person) is None
    return {"mandate_over": none, "mandate_to_come": none and is_to_come(by.congress, by.person)}


def counters_of(request: HttpRequest) -> lists.Counters:
    """Asked for once a request, by the page and by what stands around it."""
    if not hasattr(request, "counters"):
        request.counters = lists.counters(by=request.actor)  # type: ignore[attr-defined]
    counters: lists.Counters = request.counters
    return counters


def is_deputy(by: Actor) -> bool:
    """Pages in the deputies' manner: for those who hold a seat and no post, or held one: what they proposed goes on."""
    return not by.posts and was_deputy(by.congress, by.person)


def _unread(by: Actor) -> Count:
    """Counted up to a point, and told so: 99+."""
    found = unread(by=by)
    return Count(found, found >= MANY)


def _demo_clock() -> str:
    if not settings.DEMO:
        return ""
    now = clock.now().astimezone(clock.HOME)
    return f"{day_and_year(now.date())} {now:%H:%M}"
