"""Who may still take a paper in hand: drafting, every desk and the signature are different people's (源 W8)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ahead:
    """The desks still to come and the signature, in order: label, and who holds it and has not had the paper yet."""

    desks: tuple[tuple[str, frozenset[int]], ...] = ()

    @property
    def stuck(self) -> str:
        """The first desk for which nobody of its own is left, if each person takes one; nothing where all can be manned.
        Maximum matching by augmenting paths (Kuhn 1955)."""
        taken: dict[int, int] = {}
        for nth, (label, _) in enumerate(self.desks):
            if not self._is_manned(nth, taken, set()):
                return label
        return ""

    def _is_manned(self, nth: int, taken: dict[int, int], tried: set[int]) -> bool:
        for person in sorted(self.desks[nth][1] - tried):
            tried.add(person)
            if person not in taken or self._is_manned(taken[person], taken, tried):
                taken[person] = nth
                return True
        return False
