"""Fixtures of every test: the small world, and the check that a refusal leaves nothing behind."""

import gc
import os
import shutil

import pytest

from jianyi.procedure.refusals import Refused


# The gate has everything that tests need. What is skipped there all the same, and why; anything else skipped is a failure.
GATE = os.environ.get("JIANYI_NO_SKIPS") == "1"
MAY_BE_SKIPPED = (
    "并发竞争在 PostgreSQL 上测",  # the gate's stage on PostgreSQL plays them
    "只有 SQLite 数得出引擎的步数",  # the gate's stage on SQLite counts them
    "这一项不经过任何入口",  # a story's step that no door has
    "the real letters are not at hand",  # they are no part of the project
)


# Minutes in one piece, which no two workers can share: begun first, they leave nobody idle at the end.
LONG = ("test_random_walks.py",)


def pytest_configure(config):
    """What is asked of the database is written down, or read, by every process that plays tests."""
    from asked import plugin

    if found := plugin(LONG):
        config.pluginmanager.register(found)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: item.path.name not in LONG)


def pytest_collection_finish():
    """What is loaded by now stays; and what tests make is mostly gone by itself, so it is looked for more seldom."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def _unexpected(report):
    told = str(report.longrepr)
    if (
        GATE
        and report.skipped
        and not hasattr(report, "wasxfail")
        and not any(why in told for why in MAY_BE_SKIPPED)
    ):
        report.outcome, report.longrepr = "failed", f"nothing else may be skipped here: {told}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    return _unexpected((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report():
    return _unexpected((yield))


@pytest.fixture(scope="session")
def house():
    """One server and one browser for all tests of a process."""
    if not (shutil.which("chromium") or shutil.which("google-chrome")):
        pytest.skip("没有装浏览器，浏览器里的测试跳过")
    from browsing import House

    opened = House()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    from django.db import connection

    from emptying import by_rows

    if connection.vendor == "postgresql":
        connection.ops.sql_flush = by_rows


@pytest.fixture
def world(db):
    from build import World

    return World()


@pytest.fixture
def wlt(world):
    """A unit that calls meetings."""
    from gathering import Gatherings

    return Gatherings(world)


@pytest.fixture
def refused():
    """`refused(CODE, command, by=…, on=…)`: it is refused with this code, and nothing has changed."""

    def check(code, command, *, on, **told):
        from build import again

        before = again(on).version if not on._state.adding else None
        with pytest.raises(Refused) as refusal:
            command(on=on, **told)
        assert refusal.value.code == code, (refusal.value.code, refusal.value.reasons)
        assert refusal.value.reasons and all(refusal.value.reasons)
        assert before is None or again(on).version == before
        return refusal.value

    return check
