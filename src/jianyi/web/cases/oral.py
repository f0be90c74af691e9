"""Oral replies on the case page: who was there, and the paper that the deputy signed."""

from typing import TYPE_CHECKING, Any

from jianyi.cases.models import Attachment, OralReply
from jianyi.web import show


if TYPE_CHECKING:
    from .page import View


def present(view: "View", row: Any) -> list[tuple[str, str]]:
    """The deputies who were there, as far as this reader may know them."""
    if not isinstance(row, OralReply):
        return []
    hides = view.file.hides_names
    names = [show.HIDDEN] if hides else [view.known.name(person) for person in row.deputies]
    return [("在场代表", "、".join(names))]


def scans(view: "View", row: Any) -> list[Attachment]:
    return (
        [each for each in view.file.attachments if each.subject_id == row.id]
        if isinstance(row, OralReply)
        else []
    )
