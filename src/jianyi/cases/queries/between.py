"""What lies between the units of a case, as far as one reader has a part in it."""

from functools import cached_property

from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import WHOLE_UNIT

from ..models import Negotiation, Waiver
from .own import OwnBusiness


class BetweenUnits(OwnBusiness):
    """The part of a case file that units share with each other and with those who watch over them."""

    by: Actor

    @cached_property
    def office(self) -> bool:
        raise NotImplementedError

    @cached_property
    def has_left(self) -> bool:
        raise NotImplementedError

    @cached_property
    def watches(self) -> bool:
        """The congress's own bodies and the government's office look after what goes on between units."""
        return self.office or self.by.holds(Duty.GOVERNMENT_CLERK)

    @cached_property
    def waivers(self) -> list[Waiver]:
        """Between the two units and the body that decides; granted, everybody knows why an opinion is missing."""
        return [
            row
            for row in self.under.all(Waiver)
            if self.watches
            or row.handling in self.own_handlings
            or row.helping in self.own_handlings
            or (row.stage is w.Waiver.GRANTED and not self.has_left)
        ]

    @cached_property
    def negotiations(self) -> list[Negotiation]:
        """Between two units, each of which reads both sides, and whoever may have to decide."""
        rows = self.under.all(Negotiation)
        return [row for row in rows if self._decides_talks or not self._sides.isdisjoint(row.units)]

    @cached_property
    def _sides(self) -> frozenset[int]:
        """The units for which this reader speaks here."""
        own = {h.unit_id for h in self.own_handlings}
        return frozenset({*own, *self.by.where(*WHOLE_UNIT)})

    @cached_property
    def _decides_talks(self) -> bool:
        governs = self.by.holds(Duty.GOVERNMENT_CLERK) and self.under.place.says(w.Mediation.GOVERNMENT)
        return self.office or governs

    @cached_property
    def is_only_asked(self) -> bool:
        """A unit that is asked about a case it has no part in reads the suggestion and the talk, and nothing else of it."""
        return not self.watches and not self.own_handlings and bool(self.negotiations)
