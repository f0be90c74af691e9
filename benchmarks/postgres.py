"""A database of the benchmark's own, where a PostgreSQL answers."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg


NAME = f"jianyi_bench_{os.getpid()}"


@contextmanager
def database() -> Iterator[dict[str, str]]:
    """The environment that names the database; empty where no server answers."""
    where = {
        "PGHOST": os.environ.get("PGHOST", "127.0.0.1"),
        "PGPORT": os.environ.get("PGPORT", "5432"),
        "PGUSER": os.environ.get("PGUSER", "postgres"),
    }
    try:
        server = psycopg.connect(
            host=where["PGHOST"], port=where["PGPORT"], user=where["PGUSER"], dbname="postgres",
            connect_timeout=3, autocommit=True,
        )  # fmt: skip
    except psycopg.OperationalError:
        yield {}
        return
    with server:
        server.execute(f"CREATE DATABASE {NAME}")
        try:
            yield {**where, "JIANYI_POSTGRES": NAME}
        finally:
            server.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
