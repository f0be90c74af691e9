"""Every write about circulars. Importing this loads all: the door knows them then."""

from . import circulars


__all__ = ["circulars"]
