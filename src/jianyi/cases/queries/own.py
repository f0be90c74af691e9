"""What a unit alone reads of a case: how it means to go about it."""

from functools import cached_property
from typing import TypeVar

from ..models import Charge, Handling, Milestone, Plan, Remark
from .ideas import Ideas
from .promises import Promises


R = TypeVar("R", Plan, Milestone, Charge, Remark)


class OwnBusiness(Ideas, Promises):
    """The part of a case file that nobody outside the unit is shown."""

    @cached_property
    def own_handlings(self) -> list[Handling]:
        raise NotImplementedError

    @cached_property
    def plans(self) -> list[Plan]:
        return self._own(Plan)

    @cached_property
    def milestones(self) -> list[Milestone]:
        """In the order of their days."""
        return sorted(self._own(Milestone), key=lambda row: (str(row.day), row.id))

    @cached_property
    def charges(self) -> list[Charge]:
        return self._own(Charge)

    @cached_property
    def remarks(self) -> list[Remark]:
        return self._own(Remark)

    def _own(self, model: type[R]) -> list[R]:
        return [row for row in self.under.all(model) if row.handling in self.own_handlings]
