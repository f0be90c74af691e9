"""Every write about urging, the ladder, requests and help. Importing this loads all: the door knows them then."""

from . import helps, measures, pleas, urgings


__all__ = ["helps", "measures", "pleas", "urgings"]
