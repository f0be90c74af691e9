"""Offices that urge, the unit that is urged, and what it has in hand."""

import pytest

from build import at
from jianyi.procedure.words import Role
from urging import Urgings


@pytest.fixture
def us(world):
    return Urgings(world)


@pytest.fixture
def jtt(world):
    return world.unit("JTT")


@pytest.fixture
def task(world, jtt):
    """Of JTT alone, at work."""
    with at("2026-02-26"):
        return world.working(world.handed_over(("JTT", Role.SOLE))[0], "JTT")
