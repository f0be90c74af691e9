"""What the engine knows of how its rows are spread: without it SQLite takes every index for as good as another."""

from django.db import connection


# Rows looked at of each index: enough to tell a congress from a case, and a hundred thousand cases take under a second.
LOOKED_AT = 1_000


def renew() -> int:
    """Have SQLite look at its indexes anew, for connections made from now on; answers how many it now knows.
    PostgreSQL does this by itself (autovacuum): nothing is done there."""
    if connection.vendor != "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA analysis_limit = {LOOKED_AT}")
        cursor.execute("ANALYZE")
        cursor.execute("SELECT COUNT(*) FROM sqlite_stat1")
        known: int = cursor.fetchone()[0]
    return known
