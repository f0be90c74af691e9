"""The sheet on which a deputy rates a reply (F16)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Self

from django.db import models

from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.parties.models import Person
from jianyi.procedure import words
from jianyi.procedure.facts.said import ALSO_ASKED, AXES, GRADES, Rated, RatedOnPaper
from jianyi.procedure.places import Axis

from .papers import Paper
from .suggestions import OfCase, Suggestion


if TYPE_CHECKING:
    from jianyi.turn.under import Under


class Sheet(OfCase):
    """One for every sent reply and rater; `number`: its own, ZX-2026-0001. `via`: how it was collected, of VIAS; `device`: a digest of
    what the browser brought; `sitting_id`: of the suggestion, which never changes: by it grades are counted; `entries`: what was entered from paper forms, each with what became of it; the last one
    counts when the deputy has said so."""

    root = Within(Suggestion, related_name="sheets")
    root_id: int
    stage = WordField(words.Rating)
    paper = Within(Paper)
    paper_id: int
    rater = Within(Person)
    rater_id: int
    sitting_id = models.BigIntegerField(default=0)
    round = models.PositiveIntegerField(default=1)
    number = models.CharField(max_length=24, blank=True)
    reminded = models.BooleanField(default=False)
    attitude = models.CharField(max_length=24, blank=True)
    result = models.CharField(max_length=24, blank=True)
    opinion = models.TextField(blank=True)
    contact_ok = models.CharField(max_length=12, blank=True)
    class_agree = models.CharField(max_length=12, blank=True)
    publication_view = models.CharField(max_length=12, blank=True)
    co_signers_view = models.TextField(blank=True)
    communication = models.CharField(max_length=24, blank=True)
    timeliness = models.CharField(max_length=24, blank=True)
    rated_at = models.DateTimeField(null=True)
    decision = models.TextField(blank=True)
    via = models.CharField(max_length=8, blank=True)
    device = models.CharField(max_length=64, blank=True)
    entries = models.JSONField(default=list)
    # No column: the token of a link that this very turn has made, for whoever asked for it.
    link_token = ""

    class Meta(OfCase.Meta):
        constraints = [
            *OfCase.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "paper_id", "rater_id"], name="one_sheet_each"),
        ]
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="sheets_of_case"),
            models.Index(fields=["congress_id", "rated_at"], name="sheets_by_day"),
            models.Index(fields=["congress_id", "device"], name="sheets_by_device"),
            models.Index(fields=["congress_id", "round", "root_id"], name="sheets_by_round"),
            models.Index(fields=["congress_id", "sitting_id", *AXES, "rated_at"], name="sheets_graded"),
        ]

    @classmethod
    def of(cls, suggestion: Suggestion, **fields: object) -> Self:
        return super().of(suggestion, sitting_id=suggestion.sitting_id, **fields)

    def come_home(self, under: "Under") -> Self:
        self.paper = under.get(Paper, self.paper_id)
        return super().come_home(under)

    def fill(self, said: Rated, via: str, device: str = "") -> None:
        for name in Rated.__dataclass_fields__:
            setattr(self, name, getattr(said, name))
        self.rated_at, self.via, self.device = clock.now(), via, device

    def enter(self, said: RatedOnPaper, by: str) -> None:
        """What stands on a paper form waits for the deputy; nothing of it is on the sheet yet."""
        told = {name: getattr(said, name) for name in Rated.__dataclass_fields__}
        day = said.day.isoformat() if said.day else ""
        self.entries = [*self.entries, {"said": told, "day": day, "by": by, "on": clock.today().isoformat()}]

    def take_entry(self, outcome: str) -> None:
        """The last entry counts: the deputy has confirmed it, or has let the time go by."""
        self._end_entry(outcome, "")
        self.fill(Rated(**self.entries[-1]["said"]), "paper")

    def drop_entry(self, reason: str) -> None:
        """It is not what the deputy said: kept, and counted nowhere; the time to rate begins anew."""
        self._end_entry("disputed", reason)
        self.reminded = False

    def _end_entry(self, outcome: str, reason: str) -> None:
        self.entries = [*self.entries[:-1], self.entries[-1] | {"outcome": outcome, "reason": reason}]

    @property
    def is_entered(self) -> bool:
        """From paper, and not yet checked by the deputy."""
        return self.stage is words.Rating.ENTERED

    @property
    def also(self) -> list[tuple[str, str]]:
        """What was answered beside the two grades: question and answer in words."""
        return [(label, self.answer(name)) for name, label in ALSO_ASKED.items() if self.answer(name)]

    def answer(self, name: str) -> str:
        told: str = getattr(self, name)
        options = Rated.__dataclass_fields__[name].metadata["options"]
        return options.get(told, "") if options else told

    @property
    def dissatisfied(self) -> bool:
        return "dissatisfied" in (getattr(self, axis) for axis in AXES)

    def grades(self, axes: Mapping[str, Axis]) -> list[tuple[str, str]]:
        """What was graded, and how: question as the place words it and grade in words."""
        told = {name: axes[name].label if name in axes else label for name, label in AXES.items()}
        return [(label, GRADES[grade]) for name, label in told.items() if (grade := getattr(self, name))]
