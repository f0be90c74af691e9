"""How the database is emptied after a test that really commits."""

from typing import Any

from django.db import connection


def by_rows(style: Any, tables: Any, **asked: Any) -> list[str]:
    """PostgreSQL gives every table that is truncated new files, and waits for the disk for each; few of them hold a row."""
    if not tables:
        return []
    looked = [f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM \"{table}\")" for table in sorted(tables)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(looked))
        return [f'DELETE FROM "{table}"' for (table,) in cursor.fetchall()]
