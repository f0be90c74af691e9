"""What a test asked of one engine chooses what is played on the other: nothing that was asked may be left out."""

from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from asked import Keeping, enough, what
from jianyi.journal.models import Refusal
from jianyi.parties.models import Person


def test_everything_is_asked_again_and_what_asks_nothing_new_is_not_played():
    tests = {"all": (9, ["a", "b", "c"]), "a": (1, ["a"]), "b": (1, ["b"]), "c": (1, ["c"]), "none": (1, [])}
    found = enough(tests, set())
    assert found == {"a", "b", "c"}
    assert enough(tests, {"all"}) == set()
    assert enough({**tests, "d": (99, ["d"])}, set()) == found | {"d"}, (
        "what it costs never leaves anything out"
    )


@pytest.mark.parametrize(
    "one, other, is_same",
    [
        (("x IN (%s)", [1]), ("x IN (%s)", [2]), True),
        (("x IN (%s, %s)", [1, 2]), ("x IN (%s, %s, %s)", [1, 2, 3]), True),
        (("x = %s", [1]), ("y = %s", [1]), False),
        (("x = %s", [1]), ("x = %s", [2**31]), False),
        (("x = %s", [2**31]), ("x = %s", [2**63]), False),
        (("x = %s", ["a"]), ("x = %s", ["建议"]), False),
        (("x = %s", ["a"]), ("x = %s", ["a\0"]), False),
        (("x = %s", ["a"]), ("x = %s", [None]), False),
    ],
)
def test_a_statement_is_known_by_its_words_and_the_sorts_of_its_values(one, other, is_same):
    assert (what(*one, False) == what(*other, False)) is is_same


def row(number):
    return Refusal(
        id=number, congress_id=1, person=1, action="a", subject="s", code="C", reasons=[], minute="m"
    )


def test_how_it_ended_is_written_down_with_it(db):
    keeping = Keeping(Path(), ())
    with connection.execute_wrapper(keeping.note):
        list(Person.objects.filter(id=1))
        Refusal.objects.bulk_create([row(1)])
        with pytest.raises(IntegrityError), transaction.atomic():
            Refusal.objects.bulk_create([row(2)])
    told = sorted(mark.split()[0] + " " + mark.split()[-1] for mark in keeping.asked)
    assert [line.split()[0] for line in told] == ["INSERT", "INSERT", "SELECT"], "no savepoint among them"
    assert told[0] == "INSERT 1" and told[1] == "INSERT IntegrityError"
