"""Every write about publication. Importing this loads all: the door knows them then."""

from . import publishing


__all__ = ["publishing"]
