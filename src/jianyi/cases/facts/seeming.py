"""What the present text of a reply seems to promise, as far as nobody has taken it over or struck it."""

from collections.abc import Iterator

from jianyi.kit import clock
from jianyi.procedure.facts.papers import Seeming
from jianyi.turn.under import Under

from ..models import Paper
from ..proposing import Candidate, find, unsettled


def seeming(paper: Paper, under: Under) -> Seeming:
    return Seeming(tuple((no, each.item) for no, each in candidates(paper)))


def candidates(paper: Paper) -> Iterator[tuple[int, Candidate]]:
    """Point by point, in the order of the text; days count from the day of signing, until then from today."""
    if not paper.is_reply:
        return
    day = paper.signed_at.astimezone(clock.HOME).date() if paper.signed_at else clock.today()
    for answer in paper.answers:
        no = answer["no"]
        text = "\n".join((answer.get("text", ""), answer.get("measure", "")))
        written = [row["item"] for row in paper.promises if row["no"] == no]
        struck = [row["item"] for row in paper.struck if row["no"] == no]
        yield from ((no, each) for each in unsettled(find(text, day), written, struck))
