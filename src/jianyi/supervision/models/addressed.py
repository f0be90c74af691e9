"""What one house writes to another, and at which stages of it the addressee sees anything."""

from datetime import date

from django.db import models

from jianyi.kit import clock
from jianyi.kit.relations import Within
from jianyi.parties.models import Organisation, Person
from jianyi.procedure import words
from jianyi.procedure.facts.said import WAYS
from jianyi.turn.models import Root


U, M = words.Urging, words.Measure
# Of these the addressee sees nothing.
UNISSUED = (U.NEW, U.DRAFTED, U.DROPPED)
UNSEEN = (M.NEW, M.DRAFTED, M.DROPPED)
# Of the ladder: taken back, or come to nothing because nobody is left to answer.
VOID = (M.CANCELLED, M.LAPSED)
ENDED = (M.SETTLED, M.CORRECTED, M.UNCORRECTED, M.DECIDED, *VOID)
# Drafted, or under way.
STANDING = tuple(stage for stage in M if stage not in (M.NEW, M.DROPPED, *ENDED))
OPEN = (U.ISSUED, U.RECEIVED, U.UNANSWERED)
# A letter that was issued and stands: one that was taken back as mistaken counts for nothing.
COUNTED = (*OPEN, U.ANSWERED, U.CORRECTED, U.UNCORRECTED)


class Addressed(Root):
    """What one house writes to another, or to a division of its own. `way`: one of WAYS; `house`: whose paper it is; `unit`: whose
    matter; `division`: of the unit, where it never leaves the house; `number`: taken when it is issued; `due`: by when; `prolonged`: [[the day it had, the day
    it got, why, who, when], …]: the paper keeps the day that it says."""

    way = models.CharField(max_length=12)
    house = Within(Organisation, related_name="+")
    house_id: int
    unit = Within(Organisation, related_name="+")
    unit_id: int
    division = Within(Organisation, null=True, related_name="+")
    division_id: int | None
    made_by = Within(Person, related_name="+")
    made_by_id: int
    number = models.CharField(max_length=60, blank=True)
    demands = models.JSONField(default=list)
    issued_on = models.DateField(null=True)
    issued_by = models.CharField(max_length=60, blank=True)
    due = models.DateField(null=True)
    prolonged = models.JSONField(default=list)
    reason = models.TextField(blank=True)
    outcome = models.TextField(blank=True)
    closed_on = models.DateField(null=True)
    closed_by = models.CharField(max_length=60, blank=True)

    class Meta(Root.Meta):
        abstract = True

    @property
    def inside(self) -> int:
        return self.unit_id if self.is_inner else 0

    @property
    def is_inner(self) -> bool:
        return self.way == "inner"

    @property
    def way_told(self) -> str:
        return WAYS[self.way]

    @property
    def addressee(self) -> str:
        name: str = self.division.name if self.division_id and self.division else self.unit.name
        return name

    def issue(self, number: str, name: str) -> None:
        self.number, self.issued_on, self.issued_by = number, clock.today(), name

    def prolong(self, was: date, now: date, reason: str, name: str) -> None:
        self.due = now
        self.prolonged = [*self.prolonged, [str(was), str(now), reason, name, str(clock.today())]]

    def close(self, name: str, told: str) -> None:
        self.closed_on, self.closed_by, self.outcome = clock.today(), name, told
