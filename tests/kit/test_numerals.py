"""Numbers of lines that somebody typed before them."""

import pytest

from jianyi.kit.numerals import unnumbered


@pytest.mark.parametrize(
    "typed, place, kept",
    [
        ("一、修桥", 1, "修桥"),
        ("（二）修桥", 2, "修桥"),
        ("(2) 修桥", 2, "修桥"),
        ("3. 修桥", 3, "修桥"),
        ("４．修桥", 4, "修桥"),
        ("十二、修桥", 12, "修桥"),
        ("二、修桥", 1, "二、修桥"),
        ("三、四年级课后服务", 3, "三、四年级课后服务"),
        ("1.5 公里的路", 1, "1.5 公里的路"),
        ("一是修桥", 1, "一是修桥"),
        ("一张网", 1, "一张网"),
        ("", 1, ""),
    ],
)
def test_only_the_number_of_its_own_place_is_taken_off(typed, place, kept):
    assert unnumbered(typed, place) == kept
