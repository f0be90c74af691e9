"""Every write about groups of suggestions. Importing this loads all: the door knows them then."""

from . import problems, themes


__all__ = ["problems", "themes"]
