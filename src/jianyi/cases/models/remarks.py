"""What somebody of the unit remarks on a draft; nobody outside reads it."""

from typing import Self

from django.db import models

from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.parties.models import Person
from jianyi.procedure import words
from jianyi.procedure.facts.remarks import Passages
from jianyi.procedure.facts.said import Remarking

from .handlings import Handling
from .inside import OfPaper
from .papers import Paper
from .suggestions import Suggestion


def passages(paper: Paper) -> dict[int, str]:
    """Of each point of the case what the paper says to it; under 0 the whole."""
    said = {answer["no"]: answer["text"] for answer in paper.answers}
    points = {no: said.get(no, "") for no in range(1, len(paper.root.points) + 1)}
    return {0: "\n".join([paper.opening, *points.values(), paper.closing]), **points}


class Remark(OfPaper):
    """`edition`, `digest`: the text it was made on; `point`: 0 for the whole; `passage`: words of that text; `reason`: why
    its maker was not content with the answer."""

    root = Within(Suggestion)
    root_id: int
    stage = WordField(words.Remark)
    handling = Within(Handling, related_name="remarks")
    handling_id: int
    paper = Within(Paper)
    paper_id: int
    edition = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    point = models.PositiveIntegerField(default=0)
    passage = models.CharField(max_length=500, blank=True)
    note = models.TextField(blank=True)
    maker = Within(Person, null=True)
    maker_id: int | None
    made_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    reason = models.TextField(blank=True)

    class Meta(OfPaper.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="remarks_of_case")]

    # Mutators

    def make(self, said: Remarking, maker: int) -> None:
        """On the text as it stands."""
        self.edition, self.digest = self.paper.edition, self.paper.digest
        self.point, self.passage, self.note = said.point, said.passage.strip(), said.note.strip()
        self.maker_id, self.made_at = maker, clock.now()

    # Properties

    @property
    def is_waiting(self) -> bool:
        return self.stage in (words.Remark.OPEN, words.Remark.ANSWERED)

    @property
    def still_stands(self) -> bool:
        """Are the words it quotes in the newest edition?"""
        return Passages(texts=passages(self.paper)).hold(self.point, self.passage)

    @classmethod
    def of_paper(cls, paper: Paper, rows: list[Self]) -> list[Self]:
        """Those on one paper, oldest first."""
        return [row for row in rows if row.paper_id == paper.id]
