"""Every write about outcomes and about what the press wrote. Importing this loads all: the door knows them then."""

from . import outcomes, publicity


__all__ = ["outcomes", "publicity"]
