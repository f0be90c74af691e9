"""S10.1: on which days a unit's dispatch, urging and assessment fall, with the holidays of 2026."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jianyi.procedure.calendar import calendar
from jianyi.procedure.rhythm import Rhythm
from jianyi.procedure.words import Beat


EVERY_TWO = Rhythm(2, date(2026, 2, 27), 5, True)


def days(rhythm, beat, first, last):
    each = (first + timedelta(n) for n in range((last - first).days + 1))
    return [f"{day.month}/{day.day}" for day in each if beat in rhythm.beats_on(day, calendar())]


def test_s10_1_every_second_worked_day_from_the_anchor():
    found = days(EVERY_TWO, Beat.DISPATCH, date(2026, 1, 1), date(2026, 3, 31))
    assert found == [
        "2/27",
        "3/2",
        "3/4",
        "3/6",
        "3/10",
        "3/12",
        "3/16",
        "3/18",
        "3/20",
        "3/24",
        "3/26",
        "3/30",
    ]
    assert found.index("3/20") == 8


def test_s10_1_friday_or_the_last_worked_day_before_it():
    found = days(EVERY_TWO, Beat.URGING, date(2026, 2, 24), date(2026, 5, 10))
    assert found[:5] == ["2/27", "3/6", "3/13", "3/20", "3/27"]
    assert "4/3" in found and "4/30" in found and "5/1" not in found and found[-1] == "5/8"


def test_a_week_without_worked_days_has_no_urging():
    """2/15–2/23 is the Spring Festival: nothing falls in the week of the 16th; Saturday the 28th is worked and changes nothing."""
    assert days(EVERY_TWO, Beat.URGING, date(2026, 2, 16), date(2026, 3, 1)) == ["2/27"]


def test_s10_1_the_last_worked_day_of_a_month():
    found = days(EVERY_TWO, Beat.ASSESSMENT, date(2026, 3, 1), date(2026, 5, 31))
    assert found == ["3/31", "4/30", "5/29"]


def test_the_next_and_the_last():
    assert EVERY_TWO.next(Beat.DISPATCH, date(2026, 3, 20), calendar()) == date(2026, 3, 24)
    assert EVERY_TWO.last(Beat.ASSESSMENT, date(2026, 5, 28), calendar()) == date(2026, 4, 30)
    assert EVERY_TWO.last(Beat.DISPATCH, date(2026, 2, 26), calendar()) is None


@pytest.mark.parametrize("beat", list(Beat))
def test_where_nothing_is_laid_down_nothing_falls(beat):
    assert Rhythm().next(beat, date(2026, 3, 1), calendar()) is None


def test_it_is_kept_and_read_again():
    since = date(2026, 2, 26)
    assert Rhythm.read(EVERY_TWO.kept(since)) == replace(EVERY_TWO, since=since)
    assert Rhythm().kept(since) is None and Rhythm.read({}) == Rhythm()


def test_nothing_falls_before_it_was_laid_down():
    late = replace(EVERY_TWO, since=date(2026, 3, 10))
    assert late.last(Beat.DISPATCH, date(2026, 3, 9), calendar()) is None
    assert late.last(Beat.DISPATCH, date(2026, 3, 11), calendar()) == date(2026, 3, 10)
