"""Whether anything was written: the database itself counts every row that is made, changed or deleted.

What is rolled back is not counted, because the count rolls back with it; so it is right at any size of the tables, and no
column of any table is left out.
"""

from django.apps import apps
from django.db import connection

from jianyi.journal.models import Refusal


# A refusal is noted; everything else must be as it was.
NOTED = {Refusal._meta.db_table}
OPS = ("INSERT", "UPDATE", "DELETE")
SQLITE = 'CREATE TEMP TRIGGER "watch_{op}_{table}" AFTER {op} ON main."{table}" BEGIN UPDATE touched SET times = times + 1; END'
POSTGRES = (
    """CREATE FUNCTION pg_temp.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    PERFORM set_config('walk.touched', (current_setting('walk.touched')::bigint + 1)::text, false); RETURN NULL; END $$""",
    "SELECT set_config('walk.touched', '0', false)",
)
EACH = 'CREATE TRIGGER watch AFTER INSERT OR UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION pg_temp.touch()'


def watch():
    """From here on; it ends with the transaction of the test."""
    tables = sorted(
        model._meta.db_table
        for model in apps.get_models()
        if model.__module__.startswith("jianyi.") and model._meta.managed and not model._meta.proxy
    )
    assert set(tables) > NOTED
    with connection.cursor() as cursor:
        for statement in _statements([table for table in tables if table not in NOTED]):
            cursor.execute(statement)


def _statements(tables):
    if connection.vendor == "postgresql":
        return [*POSTGRES, *(EACH.format(table=table) for table in tables)]
    triggers = [SQLITE.format(op=op, table=table) for table in tables for op in OPS]
    return ["CREATE TEMP TABLE touched (times)", "INSERT INTO touched VALUES (0)", *triggers]


def touched():
    """How many rows have been written since the watch began; what was rolled back is not among them."""
    asked = (
        "current_setting('walk.touched')::bigint"
        if connection.vendor == "postgresql"
        else "times FROM touched"
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked}")
        return cursor.fetchone()[0]
