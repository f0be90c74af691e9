"""Every write about registers. Importing this loads all: the door knows them then."""

from . import notes


__all__ = ["notes"]
