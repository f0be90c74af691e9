"""The same matter raised before."""

from datetime import date

from ninja import Schema

from .shapes import Word


class PromisedBefore(Schema):
    """`first_due`: the day that was promised first, `due`: the one that stands now."""

    called: str
    item: str
    due: date | None
    first_due: date | None
    stage: Word
    unit: str


class RaisedBefore(Schema):
    """`why`: how it hangs together with the suggestion at hand."""

    id: str
    number: str
    title: str
    why: str
    promises: list[PromisedBefore]


class PastAnswer(Schema):
    id: str
    title: str
    unit: str
    replied_on: str
    reply_class: str


class Before(Schema):
    earlier: list[RaisedBefore]
    past: list[PastAnswer]
