"""Every write about meetings and activities. Importing this loads all: the door knows them then."""

from . import meetings


__all__ = ["meetings"]
