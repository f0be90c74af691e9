"""Every write about meetings, activities and work schemes. Importing this loads all: the door knows them then."""

from . import meetings, schemes


__all__ = ["meetings", "schemes"]
