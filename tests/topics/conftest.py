"""Key topics of a committee, and what two units answer."""

import pytest

from build import at
from jianyi.procedure.words import Role
from supervising import Topics


@pytest.fixture
def key(world):
    return Topics(world)


@pytest.fixture
def tasks(world):
    with at("2026-02-26"):
        return [
            world.routed(world.handed_over((unit, Role.SOLE), title=f"关于{unit}的建议")[0], unit)
            for unit in ("FGW", "NYT")
        ]
