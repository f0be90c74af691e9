"""Every write about the rhythm. Importing this loads all: the door knows them then."""

from . import tallies


__all__ = ["tallies"]
