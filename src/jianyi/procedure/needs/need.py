"""A need: one phrase, true or false, with its code and a sentence that says what to do next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import signature
from typing import Any

from ..refusals import Code
from ..words import Limit


Lookup = Callable[[type], Any]


@dataclass(frozen=True, slots=True)
class Need:
    """`watches`: the limits whose end may change the answer."""

    phrase: str
    code: Code
    sentence: str
    reads: Mapping[str, type]
    rule: Callable[..., bool]
    watches: frozenset[Limit] = frozenset()

    def holds(self, look_up: Lookup) -> bool:
        return self.rule(**self.read(look_up))

    def tell(self, look_up: Lookup) -> str:
        return self.sentence.format(**self.read(look_up))

    def read(self, look_up: Lookup) -> dict[str, Any]:
        return {name: look_up(kind) for name, kind in self.reads.items()}

    def __hash__(self) -> int:
        return hash((self.phrase, self.sentence))


def need(code: Code, sentence: str, *watches: Limit) -> Callable[[Callable[..., bool]], Need]:
    """Make a need of a pure function; the type of each parameter says which facts it reads."""

    def named(rule: Callable[..., bool]) -> Need:
        reads = {name: parameter.annotation for name, parameter in signature(rule).parameters.items()}
        return Need(rule.__name__, code, sentence, reads, rule, frozenset(watches))

    return named
