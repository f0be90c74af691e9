"""What must be true first, one file per subject of the rules."""

from .need import Lookup, Need, need


__all__ = ["Lookup", "Need", "need"]
