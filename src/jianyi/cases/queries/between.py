"""What lies between the units of a case, as far as one reader has a part in it."""

from functools import cached_property

from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty

from ..models import Waiver
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
