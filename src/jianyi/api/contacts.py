"""A contact with a deputy, and who of the unit was there."""

from datetime import datetime

from ninja import Schema

from .shapes import Attachment, Part


class Present(Schema):
    """Who of the unit took part, as they stood on that day."""

    person: str
    name: str
    post: str
    level: str


class Contact(Part):
    """`level`: the highest of those present; where none of them has an account, as it was `stated`."""

    handling: str
    phase: str
    mode: str
    occurred_at: datetime | None
    where: str
    deputies: list[str]
    present: list[Present]
    staff: str
    summary: str
    deputy_view: str
    golden_idea: str
    level: str
    stated: bool
    addition: str
    relayed: bool
    attachments: list[Attachment]
