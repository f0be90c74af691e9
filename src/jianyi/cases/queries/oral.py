"""Records of oral replies, as far as one reader has a part in them."""

from functools import cached_property

from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.turn.under import Under

from ..models import Handling, OralReply


class OralReplies:
    """The part of a case file about what was replied in person."""

    by: Actor
    under: Under

    @cached_property
    def office(self) -> bool:
        raise NotImplementedError

    @cached_property
    def own_handlings(self) -> list[Handling]:
        raise NotImplementedError

    @cached_property
    def is_proposer(self) -> bool:
        raise NotImplementedError

    @cached_property
    def hides_names(self) -> bool:
        raise NotImplementedError

    @cached_property
    def oral_replies(self) -> list[OralReply]:
        """Between the unit and the proposers, and for those who watch over it; no other unit reads them."""
        own = {h.id for h in self.own_handlings}
        wide = self.office or self.is_proposer or self.by.holds(Duty.GOVERNMENT_CLERK)
        return [row for row in self.under.all(OralReply) if wide or row.handling_id in own]

    @property
    def oral_scans(self) -> set[int]:
        """The records whose signed paper this reader may look at: not where the name on it is hidden."""
        return set() if self.hides_names else {row.id for row in self.oral_replies}
