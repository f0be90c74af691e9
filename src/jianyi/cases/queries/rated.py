"""Ratings and what follows a second dissatisfaction, as far as one reader has a part in them."""

from collections.abc import Mapping
from functools import cached_property

from jianyi.procedure import words as w
from jianyi.procedure.words import Duty

from ..models import Attachment, Escalation, Sheet
from .attached import WithFiles


class Ratings(WithFiles):
    """The part of a case file about how replies were rated."""

    @cached_property
    def is_proposer(self) -> bool:
        raise NotImplementedError

    @cached_property
    def sheets(self) -> list[Sheet]:
        """Rated sheets for those who asked and answered; a sheet that waits only for its rater and the office. What was
        entered for a deputy and is not yet checked is between him and the office."""
        own = {h.id for h in self.own_handlings}
        wide = self.office or self.by.holds(Duty.GOVERNMENT_CLERK) or self.is_proposer
        return [
            row
            for row in self.under.all(Sheet)
            if (wide or row.paper.handling_id in own)
            and (row.stage is not w.Rating.ENTERED or self.rates(row))
        ]

    def rates(self, row: Sheet) -> bool:
        """What stands on a paper form, its scan, its links: for the rater and the congress's own bodies."""
        return self.office or row.rater_id == self.by.person

    @cached_property
    def rating_scans(self) -> Mapping[int, list[Attachment]]:
        """Scans of paper forms by their sheet."""
        shown = {row.id for row in self.under.all(Sheet) if row.entries and self.rates(row)}
        found: dict[int, list[Attachment]] = {}
        for row in self._attached if shown else ():
            if row.subject_id in shown:
                found.setdefault(row.subject_id, []).append(row)
        return found

    @cached_property
    def escalations(self) -> list[Escalation]:
        """Between the congress's body, the deputies and the unit."""
        own = {h.id for h in self.own_handlings} if not self.has_left else set()
        wide = self.office or self.by.holds(Duty.GOVERNMENT_CLERK) or self.is_proposer
        return [row for row in self.under.all(Escalation) if wide or row.handling_id in own]

    @cached_property
    def shown_minutes(self) -> set[int]:
        """Of which the minutes and proofs may be read: not where a name on them is hidden."""
        return set() if self.hides_names else {row.id for row in self.escalations}
