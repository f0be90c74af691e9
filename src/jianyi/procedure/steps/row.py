"""One row of the table: who may do what, at which stage, where it leads."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..actions import Action
from ..needs import Need
from ..words import Capacity, Limit, Word


@dataclass(frozen=True, slots=True)
class Step:
    """`to` None: the subject stays where it is. `at_will`: may be done, but nobody waits for it.
    `inside`: the record of it stays inside the unit. `reverts`: the limits that an earlier step of this subject had
    ended, and that now stand as if it had not. `warns`: needs that hold nobody back here; what is lacking is told."""

    action: Action
    at: tuple[Word, ...]
    to: Word | None
    by: tuple[Capacity, ...]
    needs: tuple[Need, ...]
    starts: tuple[Limit, ...]
    ends: tuple[Limit, ...]
    reverts: tuple[Limit, ...]
    tells: tuple[Capacity, ...]
    only: tuple[Word, ...]
    at_will: bool
    inside: bool
    warns: tuple[Need, ...]

    @property
    def track(self) -> type[Word]:
        return type(self.at[0])

    @property
    def is_own(self) -> bool:
        """Taken by the procedure itself."""
        return Capacity.THE_PROCEDURE in self.by

    def is_in_force(self, switches: frozenset[Word]) -> bool:
        """Every switch the row mentions stands on one of the words it names."""
        return {type(word) for word in self.only} == {type(word) for word in self.only if word in switches}


STAYS = None


def step(
    action: Action, at: Any, to: Word | None, *, by: Any,
    needs: Any = (), starts: Any = (), ends: Any = (), reverts: Any = (), tells: Any = (), only: Any = (),
    at_will: bool = False, inside: bool = False, warns: Any = (),
) -> Step:  # fmt: skip
    return Step(
        action,
        _all(at),
        to,
        _all(by),
        _all(needs),
        _all(starts),
        _all(ends),
        _all(reverts),
        _all(tells),
        _all(only),
        at_will,
        inside,
        _all(warns),
    )


def _all(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, Iterable) else (value,)
