"""A database of the benchmark's own, where a PostgreSQL answers."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg


NAME, KEPT = f"jianyi_bench_{os.getpid()}", "_kept"


@contextmanager
def database() -> Iterator[dict[str, str]]:
    """The environment that names the database; empty where no server answers."""
    where = {
        "PGHOST": os.environ.get("PGHOST", "127.0.0.1"),
        "PGPORT": os.environ.get("PGPORT", "5432"),
        "PGUSER": os.environ.get("PGUSER", "postgres"),
    }
    try:
        server = _server(where)
    except psycopg.OperationalError:
        yield {}
        return
    with server:
        server.execute(f"CREATE DATABASE {NAME}")
        try:
            yield {**where, "JIANYI_POSTGRES": NAME}
        finally:
            for name in (NAME, f"{NAME}{KEPT}"):
                server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def copied(name: str) -> str:
    """A copy of a database, under its name with `KEPT` after it; nobody may be connected to it meanwhile."""
    with _server(dict(os.environ)) as server:
        server.execute(f"CREATE DATABASE {name}{KEPT} TEMPLATE {name}")
    return f"{name}{KEPT}"


def _server(where: dict[str, str]) -> psycopg.Connection:
    return psycopg.connect(
        host=where["PGHOST"], port=where["PGPORT"], user=where["PGUSER"], dbname="postgres",
        connect_timeout=3, autocommit=True,
    )  # fmt: skip
