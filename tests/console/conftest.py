"""The command as people call it: a process of its own, on a data directory of its own."""

import json
import os

import pytest
from django.core.files import locks

from consoles import Home


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "empty")


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """A simulated province, shared by all who only look, and what the simulation said of itself. It takes a minute, so of
    several processes that play tests one makes it, and each has its copy."""
    here = tmp_path_factory.getbasetemp()
    whole = here.parent if "PYTEST_XDIST_WORKER" in os.environ else here
    first, told = Home(whole / "province"), whole / "province.json"
    with (whole / "province.lock").open("w") as lock:
        locks.lock(lock, locks.LOCK_EX)
        if not told.exists():
            first.path.mkdir()
            said = first.told("simulate", "--deputies", 20, "--units", 12, "--suggestions", 104)
            told.write_text(json.dumps(said), "utf-8")
    return first.copied(here / "made"), json.loads(told.read_text("utf-8"))


@pytest.fixture
def province(made, tmp_path):
    """The same province, to be spoilt."""
    return made[0].copied(tmp_path / "home")
