"""Every write about key topics. Importing this loads all: the door knows them then."""

from . import topics, visits


__all__ = ["topics", "visits"]
