"""Who may open the pages of the administration, and the few things all of them need."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from jianyi.cases.queries.files import acts_at
from jianyi.kit.text import clean
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.turn.models import Root, Subject
from jianyi.turn.under import Under


View = Callable[..., HttpResponse]


def for_duties(*duties: Duty) -> Callable[[View], View]:
    """Others are told that there is no such page."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **where: Any) -> HttpResponse:
            if not actor(request).holds(*duties):
                raise Http404
            return view(request, **where)

        return guarded

    return guard


administrators = for_duties(Duty.ADMINISTRATOR)


def actor(request: HttpRequest) -> Actor:
    by: Actor = request.actor  # type: ignore[attr-defined]
    return by


def acts(subject: Subject, root: Root, *, by: Actor) -> dict[str, Any]:
    """What may be done at a subject of the parties, by the name of the action: for buttons."""
    return {act.action.value: act for act in acts_at(subject, Under(root), by)}


def told(request: HttpRequest, name: str, most: int = 100) -> str:
    """One line of a form or an address, cleaned."""
    found = request.POST.get(name, "") if request.method == "POST" else request.GET.get(name, "")
    return clean(found).text.strip()[:most]


def one(found: Any) -> Any:
    """What was looked up, or no such page."""
    if found is None:
        raise Http404
    return found
