"""What each test asked of the database, written down on one engine, chooses what is worth playing on another.

The programs are the same on both engines; what differs is how the engine takes a statement. So the second stage plays as
many tests as it takes to ask everything that was asked on the first: each statement, with each sort of values, and each way
in which it ended. Nobody picks them: the first stage writes the list, the second reads it (`JIANYI_ASKED`, a folder).
"""

import heapq
import json
import os
import re
from hashlib import blake2b
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from django.db.backends.signals import connection_created


LISTS = re.compile(r"\((?:%s, )+%s\)")
DATA = ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")
# What an engine may take in its own way: numbers beyond its columns, texts in other letters than English ones, and NUL.
HALF, WHOLE = 2**31, 2**63


def sort_of(value: Any) -> str:
    if isinstance(value, str):
        return f"str{value.isascii():d}{chr(0) in value:d}"
    if type(value) is int:
        return f"int{(abs(value) >= HALF) + (abs(value) >= WHOLE)}"
    return type(value).__name__


def what(sql: str, params: Any, many: bool) -> str:
    """A list of any length is one and the same question."""
    rows = params if many else [params]
    sorts = {sort_of(value) for row in rows or () for value in row or ()}
    return f"{LISTS.sub('(…)', sql)} {sorted(sorts)}"


class Keeping:
    """Beside the tests of one process: what each of them asked, how it ended, and what the test cost. `elsewhere`: files
    that go another way on the second engine, so that nothing can be told of them."""

    def __init__(self, folder: Path, elsewhere: tuple[str, ...]) -> None:
        self.elsewhere = elsewhere
        self.file = folder / f"{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}.json"
        self.tests: dict[str, tuple[float, list[str]]] = {}
        self.asked: set[str] = set()

    def note(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith(DATA):
            return execute(sql, params, many, context)
        ended = "failed"
        try:
            answer = execute(sql, params, many, context)
            ended = str(min(context["cursor"].rowcount, 1))
            return answer
        except Exception as error:
            ended = type(error).__name__
            raise
        finally:
            self.asked.add(f"{what(sql, params, many)} {ended}")

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: Any) -> Any:
        if item.path.name in self.elsewhere:
            return (yield)
        from django.db import connections

        began, self.asked, self.item, self.connection = process_time(), set(), item, connections["default"]
        connection_created.connect(self.opened)
        with self.connection.execute_wrapper(self.note):
            yielded = yield
        connection_created.disconnect(self.opened)
        marks = sorted(
            blake2b(told.encode(errors="surrogatepass"), digest_size=6).hexdigest() for told in self.asked
        )
        self.tests[item.nodeid] = process_time() - began, marks
        return yielded

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: Any) -> Any:
        """What could not be played here is played there."""
        report = yield
        if report.skipped:
            self.asked.add(f"skipped {item.nodeid}")
        return report

    def opened(self, connection: Any, **_: Any) -> None:
        """Whoever asks over a connection of their own asks what nobody listens to."""
        if connection is not self.connection:
            self.asked.add(f"unheard {self.item.nodeid}")

    def pytest_sessionfinish(self) -> None:
        if self.tests:
            self.file.write_text(json.dumps(self.tests))


class Choosing:
    """As many tests as it takes to ask everything again; those that really commit or were not heard, and what nobody has
    written down."""

    def __init__(self, folder: Path) -> None:
        files = sorted(folder.glob("*.json"))
        if not files:
            raise pytest.UsageError(
                f"nothing is written down in {folder}: play the tests on SQLite with it first"
            )
        self.tests = {name: told for file in files for name, told in json.loads(file.read_text()).items()}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, config: Any, items: list[Any]) -> None:
        always = {item.nodeid for item in items if item.nodeid not in self.tests or commits(item)}
        chosen = always | enough(
            {item.nodeid: self.tests.get(item.nodeid, (0, [])) for item in items}, always
        )
        left = [item for item in items if item.nodeid not in chosen]
        items[:] = [item for item in items if item.nodeid in chosen]
        config.hook.pytest_deselected(items=left)


def commits(item: Any) -> bool:
    mark = item.get_closest_marker("django_db")
    return "transactional_db" in item.fixturenames or bool(mark and mark.kwargs.get("transaction"))


def enough(tests: dict[str, tuple[float, list[str]]], already: set[str]) -> set[str]:
    """The one that asks most of what nobody has asked yet, for what it costs, again and again until nothing is left."""
    done = {mark for name in already for mark in tests[name][1]}
    asking: dict[str, set[str]] = {name: set(marks) - done for name, (_, marks) in tests.items()}
    worth = [(-len(new) / (tests[name][0] + 0.01), name, len(new)) for name, new in asking.items() if new]
    heapq.heapify(worth)
    found = set()
    while worth:
        _, name, counted = heapq.heappop(worth)
        new = asking[name] - done
        if len(new) == counted:
            found.add(name)
            done |= new
        elif new:
            heapq.heappush(worth, (-len(new) / (tests[name][0] + 0.01), name, len(new)))
    return found


def plugin(elsewhere: tuple[str, ...]) -> Keeping | Choosing | None:
    """Where a folder is named: writing on SQLite, reading on PostgreSQL."""
    folder = os.environ.get("JIANYI_ASKED")
    if not folder:
        return None
    return (
        Choosing(Path(folder)) if os.environ.get("JIANYI_TEST_POSTGRES") else Keeping(Path(folder), elsewhere)
    )
