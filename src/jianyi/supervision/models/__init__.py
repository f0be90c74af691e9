"""Urging letters with what they rest on, documents of the ladder, requests of deputies, and help."""

from .addressed import COUNTED, ENDED, OPEN, STANDING, UNISSUED, UNSEEN, VOID, Addressed
from .helps import Help
from .measures import Measure
from .pleas import Plea
from .urgings import Line, Urging


__all__ = [
    "COUNTED", "ENDED", "OPEN", "STANDING", "UNISSUED", "UNSEEN", "VOID", "Addressed", "Help", "Line", "Measure", "Plea", "Urging",
]  # fmt: skip
