"""A unit with suggestions at work, and what it registers."""

import pytest

from build import at
from crediting import Credits
from jianyi.procedure.words import Role


@pytest.fixture
def credits(world):
    return Credits(world)


@pytest.fixture
def handled(world):
    """`handled(3)`: so many suggestions, each of another deputy, at work in one unit."""

    def hand(count, unit="WLT"):
        people = ("温知", "阮清", "卫南", "裘禾", "简书", "童遥")[:count]
        with at("2026-02-26"):
            return [
                world.handed_over(
                    (unit, Role.SOLE), deputy=world.a_deputy(name), title=f"{name}关于乡村旅游的建议"
                )[0]
                for name in people
            ]

    return hand


@pytest.fixture
def tasks(handled):
    return handled(3)
