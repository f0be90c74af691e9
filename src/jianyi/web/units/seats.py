"""The four ones as lists to choose from: only people of the house; for one handling, or for many on one page."""

from typing import Any

from django.http import HttpRequest, QueryDict

from jianyi.parties.queries import house, organisations
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Team
from jianyi.web.wording import DUTIES


Choices = dict[str, list[tuple[str, str]]]


def choices(unit: int, *, by: Actor) -> Choices:
    """Seat → who or which division may be chosen: two queries, however many handlings are given out with them."""
    people = house(unit, by=by)
    divisions = [(str(row.id), row.name) for row in organisations(by=by).filter(parent_id=unit)]
    return {
        name: [(str(person), f"{called}（{where}）") for duty in duties for person, called, where in people.get(duty, [])]
        for name, duties in DUTIES.items()
    } | {"division": divisions}  # fmt: skip


def sent(request: HttpRequest) -> QueryDict | None:
    """What was chosen, where something was."""
    return request.POST if request.method == "POST" else None


def seats_of(
    told: QueryDict | None, found: Choices, now: dict[str, Any] | None = None, suffix: str = ""
) -> list[dict[str, Any]]:
    """The fields; `told`: what was sent, `now`: what stands there at first, `suffix`: tells the fields of one handling from another's."""
    now, labels = now or {}, {name: f.metadata["label"] for name, f in Team.__dataclass_fields__.items()}
    seats = [
        _seat(told, name + suffix, labels[name], found[name], now.get(name))
        | {"optional": name == "division"}
        for name in found
    ]
    helping = _assisting(
        told, "assisting" + suffix, labels["assisting"], found["division"], now.get("assisting")
    )
    return [*seats, helping]


def _assisting(
    told: QueryDict | None, name: str, label: str, options: list[tuple[str, str]], now: Any
) -> dict[str, Any]:
    """Several of them, each a box to tick."""
    chosen = told.getlist(name) if told is not None else list(map(str, now or []))
    return {"name": name, "label": label, "options": options, "chosen": chosen, "many": True}


def _seat(
    told: QueryDict | None, name: str, label: str, options: list[tuple[str, str]], now: int | None
) -> dict[str, Any]:
    only = options[0][0] if len(options) == 1 else ""
    value = told.get(name, "") if told is not None else str(now or only)
    return {"name": name, "label": label, "options": list(dict(options).items()), "value": value}
