"""What somebody answers for until a day: decided at a meeting or by the leadership, or set in a plan."""

from datetime import date
from typing import Any

from jianyi.kit import clock
from jianyi.procedure.facts.said import Passing, Reaching, Resolving


class Reached:
    """Done, with what shows it."""

    reached_on: date | None

    def reach(self: Any, said: Reaching) -> None:
        self.evidence, self.reached_on = said.evidence, clock.today()


class Owned(Reached):
    """What was decided, who answers for it (`owner`) and who did before it was handed on (`before`)."""

    owner_id: int | None

    def resolve(self: Any, said: Resolving) -> None:
        self.text, self.owner_id, self.due = said.text.strip(), said.owner, said.due

    def pass_on(self: Any, said: Passing) -> None:
        self.before_id, self.owner_id, self.reason = self.owner_id, said.to, said.reason
