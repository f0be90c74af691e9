"""A number that somebody sends: what no row can hold is none, and nothing about it raises."""

from datetime import timedelta

import pytest

from jianyi.kit.ids import LARGEST, earlier, new_id, read_number, read_numbers


@pytest.mark.parametrize("told", ["", "²", "٣", "-1", "1.5", " 7", "1" * 5000, str(LARGEST + 1)])
def test_what_is_no_number(told):
    assert read_number(told) is None


def test_every_number_that_a_row_can_have():
    assert [read_number(str(n)) for n in (0, 7, 10**18, LARGEST)] == [0, 7, 10**18, LARGEST]


def test_several_each_once_in_their_order():
    assert read_numbers(["7", "²", "3", "7"]) == [7, 3]


def test_the_number_of_so_much_earlier():
    """A row made an hour before has a smaller one, and none made since; before the first of all there is none."""
    now = new_id()
    hour = earlier(now, timedelta(hours=1))
    assert (now >> 22) - (hour >> 22) == 3_600_000 and hour & (1 << 22) - 1 == 0
    assert earlier(now, timedelta(0)) <= now and earlier(5 << 22, timedelta(days=1)) == 0
