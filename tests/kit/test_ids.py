"""A number that somebody sends: what no row can hold is none, and nothing about it raises."""

import pytest

from jianyi.kit.ids import LARGEST, read_number, read_numbers


@pytest.mark.parametrize("told", ["", "²", "٣", "-1", "1.5", " 7", "1" * 5000, str(LARGEST + 1)])
def test_what_is_no_number(told):
    assert read_number(told) is None


def test_every_number_that_a_row_can_have():
    assert [read_number(str(n)) for n in (0, 7, 10**18, LARGEST)] == [0, 7, 10**18, LARGEST]


def test_several_each_once_in_their_order():
    assert read_numbers(["7", "²", "3", "7"]) == [7, 3]
