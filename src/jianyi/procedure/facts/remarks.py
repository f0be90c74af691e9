"""What stands in a draft for those who remark on it, and what remarks stand in the way of a paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field


def squeezed(text: str) -> str:
    """Without the blanks and line breaks that copying a passage may lose or add."""
    return "".join(text.split())


@dataclass(frozen=True, slots=True)
class Passages:
    """The text a remark speaks of. `texts`: of each point what is said to it; 0: the whole. `gone`: signed or void."""

    edition: int = 0
    digest: str = ""
    gone: bool = False
    texts: Mapping[int, str] = field(default_factory=dict)

    def hold(self, point: int, passage: str) -> bool:
        return squeezed(passage) in squeezed(self.texts.get(point, ""))


@dataclass(frozen=True, slots=True)
class Remarked:
    """The remarks on one paper that nobody has answered, where the unit's rule says that they hold it up. `told`: whose they are and how many;
    `officer`: who has to answer."""

    open: int = 0
    told: str = ""
    officer: str = ""
