"""What the group that a suggestion is in has for the reply to it: for whoever writes that reply."""

from dataclasses import dataclass

from jianyi.cases.models import Paper
from jianyi.cases.queries.files import CaseFile

from ..facts import is_stale, member_of, pledged, taken_in
from ..models import Problem, SharedText, Theme


@dataclass(frozen=True)
class Offer:
    """`paragraphs`: as they stand now; `taken`: the paper took some in, `stale`: that stand otherwise now; `lacking`: problems that it
    shall promise to solve, and does not yet."""

    theme: Theme
    paragraphs: tuple[str, ...]
    edition: int
    stale: bool
    taken: bool
    lacking: tuple[Problem, ...]


def offer(file: CaseFile, paper: Paper) -> Offer | None:
    """Nothing for those outside the unit, and where the suggestion is in no group of it."""
    if paper.handling not in file.own_handlings or not paper.is_reply:
        return None
    member = member_of(paper, file.under)
    if member is None:
        return None
    theme: Theme = member.root
    text = SharedText.of(theme).first()
    present = text.paragraphs if text else []
    items = {row["item"].strip() for row in paper.promises}
    lacking = tuple(row for row in pledged(paper) if row.pledged_item not in items)
    return Offer(
        theme, tuple(present), theme.edition, is_stale(paper, present), bool(taken_in(paper)), lacking
    )
