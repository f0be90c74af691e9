"""What may be done now, and why not; what must be said with it; what happens next."""

from dataclasses import fields
from typing import Any, cast

from ninja import Schema

from jianyi.cases.queries import preview
from jianyi.cases.queries.files import Act, acts_at
from jianyi.kit.ids import LARGEST
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Nothing, Said
from jianyi.procedure.permit import permit
from jianyi.procedure.refusals import Refused
from jianyi.turn.door import Command
from jianyi.turn.speech import adapter
from jianyi.turn.tracks import capacities

from .shapes import Taken
from .subjects import Found


class Offer(Schema):
    """`missing`: why not, in sentences, and `code`: the kind of the first; `asks`: the JSON schema of `saying`;
    `after`: what happens next; `warned`: what is lacking without holding it back."""

    action: str
    label: str
    ready: bool
    missing: list[str]
    warned: list[str] = []
    code: str
    asks: dict[str, Any]
    after: str


class Offers(Schema):
    subject: Taken
    rows: list[Offer]


def offers(found: Found, *, by: Actor) -> list[Offer]:
    """Everything this person may do here, ready or not."""
    return [_open(act, found) for act in acts_at(found.subject, found.under, by)]


def offer(found: Found, command: Command, *, by: Actor) -> Offer:
    """One action; where it is not this person's to take here and now, with the refusal it would meet."""
    for act in acts_at(found.subject, found.under, by):
        if act.action is command.action:
            return _open(act, found)
    return _closed(found, command, by)


def _open(act: Act, found: Found) -> Offer:
    return Offer(
        action=act.action.value, label=act.action.label, ready=act.ready, missing=act.missing, warned=act.warned, code=str(act.code),
        asks=schema(act.asks), after=preview.after(act.row, act.subject, found.under),
    )  # fmt: skip


def _closed(found: Found, command: Command, by: Actor) -> Offer:
    told = Offer(
        action=command.action.value, label=command.action.label, ready=False, missing=[], code="",
        asks=schema(command.says), after="",
    )  # fmt: skip
    can = capacities(by, found.subject, found.under)
    look_up = found.under.look_up(found.subject, by, Nothing(), can)
    try:
        permit(command.action, found.subject.stage, can, look_up, found.under.place)
    except Refused as refusal:
        told.code, told.missing = refusal.code.value, list(refusal.reasons)
    return told


def schema(kind: type[Said]) -> dict[str, Any]:
    """The JSON schema of what is said, with the Chinese labels and the options of each field."""
    told: dict[str, Any] = adapter(cast(Any, kind)).json_schema()
    for f in fields(cast(Any, kind)):
        if f.metadata:
            told["properties"][f.name] |= _about(told["properties"][f.name], f.metadata)
    return told


def _about(plain: dict[str, Any], about: Any) -> dict[str, Any]:
    extra: dict[str, Any] = {"title": about["label"], "x-kind": about["kind"]}
    if options := about["options"]:
        extra["x-labels"] = dict(options)
        listed = plain.get("type") == "array"
        extra |= {"items": {"enum": list(options)}} if listed else {"enum": ["", *options]}
    if plain.get("type") == "integer":
        extra |= {"minimum": 0, "maximum": LARGEST, "description": "编号也可以用十进制字符串"}
    return extra
