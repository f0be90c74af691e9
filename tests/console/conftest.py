"""The command as people call it: a process of its own, on a data directory of its own."""

import pytest

from consoles import Home


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "empty")


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """A simulated province, shared by all who only look, and what the simulation said of itself."""
    home = Home(tmp_path_factory.mktemp("made") / "home")
    home.path.mkdir()
    told = home.told("simulate", "--deputies", 20, "--units", 12, "--suggestions", 104)
    return home, told


@pytest.fixture
def province(made, tmp_path):
    """The same province, to be spoilt."""
    return made[0].copied(tmp_path / "home")
