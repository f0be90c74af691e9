"""The figures of the terms are counted along one index: a rating keeps the sitting of its suggestion."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from build import at
from jianyi.cases.invariants.ratings import every_rating_is_vouched_for
from jianyi.cases.models import Sheet
from jianyi.cases.queries.terms import by_terms


@pytest.fixture
def rated(world):
    with at("2026-02-26"):
        sheet = world.answered()
    with at("2026-03-20"):
        return world.rate(sheet)


def test_a_rating_keeps_the_sitting_and_is_counted_by_it(world, rated):
    assert Sheet.objects.get().sitting_id == world.sitting.id and not list(every_rating_is_vouched_for())
    (told,) = [row for row in by_terms(by=world.clerk) if row.rated]
    assert (told.rated, told.satisfied, told.content) == (1, 1, 1)
    for grades, counts in (
        ({"attitude": "satisfied", "result": "basically_satisfied"}, (1, 0, 1)),
        ({"attitude": "basically_satisfied", "result": "dissatisfied"}, (1, 0, 0)),
    ):
        Sheet.objects.update(**grades)
        (told,) = [row for row in by_terms(by=world.clerk) if row.rated]
        assert (told.rated, told.satisfied, told.content) == counts
    Sheet.objects.update(sitting_id=1)
    assert [told for told in every_rating_is_vouched_for() if "届次" in told]


def test_no_rating_asks_its_suggestion_for_its_sitting(world, rated):
    if connection.vendor != "sqlite":
        pytest.skip("只有 SQLite 数得出引擎的步数")
    with CaptureQueriesContext(connection) as asked:
        by_terms(by=world.clerk)
    (counted,) = [
        each["sql"] for each in asked if 'FROM "cases_sheet"' in each["sql"] and "EXISTS" not in each["sql"]
    ]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {counted}")
        plan = " ".join(row[3] for row in cursor.fetchall())
    assert "COVERING INDEX sheets_graded" in plan and "cases_suggestion" not in plan, plan
