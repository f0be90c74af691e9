"""The dates of the stories, computed without a database; and every way of counting against an independent calculator."""

import random
from bisect import bisect_left, bisect_right
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from jianyi.procedure.calendar import calendar, in_words, months_after
from jianyi.procedure.limits import Period, due
from jianyi.procedure.places import place
from jianyi.procedure.words import Limit as L


HOME = ZoneInfo("Asia/Shanghai")
LJ, NATIONAL = place("lj-2026"), place("national")


def nine(day):
    return datetime.fromisoformat(day if "T" in day else f"{day}T09:00").replace(tzinfo=HOME)


def ends(limit, start, *, between=False, where=LJ, **running):
    known = {L(name): date.fromisoformat(day) for name, day in running.items()}
    return due(where.period(limit, between), nine(start), calendar(), known)


STORIES = [
    # §0.3, T0 = 2026-02-26
    ("0.3", L.ACKNOWLEDGE, "2026-02-26", "2026-03-02"),
    ("0.3", L.RETURN, "2026-02-26", "2026-03-06"),
    ("0.3", L.CONTACT, "2026-02-26", "2026-03-18"),
    ("0.3", L.CO_OPINION, "2026-02-26", "2026-03-26"),
    ("0.3", L.REPLY, "2026-02-26", "2026-05-26"),
    ("0.3", L.CEILING, "2026-02-26", "2026-08-26"),
    # S2
    ("S2.3", L.CONFIRM_CONTACT, "2026-03-04", "2026-03-11"),
    ("S2.8", L.RATING, "2026-04-28", "2026-05-21"),
    # S3: handed to another unit on 3/10
    ("S3.1", L.REASSIGN, "2026-03-05", "2026-03-12"),
    ("S3.3", L.ACKNOWLEDGE, "2026-03-10", "2026-03-13"),
    ("S3.3", L.RETURN, "2026-03-10", "2026-03-19"),
    ("S3.3", L.CONTACT, "2026-03-10", "2026-03-31"),
    ("S3.3", L.REPLY, "2026-03-10", "2026-06-10"),
    ("S3.3", L.CEILING, "2026-03-10", "2026-09-10"),
    # S4
    ("S4.6", L.CO_AGAIN, "2026-04-02", "2026-04-10"),
    ("S4.7", L.RATING, "2026-04-22", "2026-05-15"),
    # S5
    ("S5.5", L.RATING, "2026-08-07", "2026-08-28"),
    # S6
    ("S6", L.RATING, "2026-04-24", "2026-05-19"),
    ("S6.2", L.STUDY, "2026-04-29", "2026-05-09"),
    ("S6.2", L.REHANDLE, "2026-05-08", "2026-06-08"),
    ("S6.4", L.RATING, "2026-06-05", "2026-06-29"),
    # S7, S8, S9, S14
    ("S7.1", L.RATING, "2026-05-20", "2026-06-10"),
    ("S7.6", L.RATING, "2027-06-24", "2027-07-15"),
    ("S8.7", L.RATING, "2026-05-22", "2026-06-12"),
    ("S8.7", L.RATING_GRACE, "2026-06-12", "2026-06-22"),
    ("S9.5", L.RATING, "2026-05-18", "2026-06-08"),
    ("S14", L.REPLY, "2027-11-22", "2028-02-22"),
    ("S14.3", L.RATING, "2028-02-18", "2028-03-10"),
]


@pytest.mark.parametrize(
    ("step", "limit", "start", "day"), STORIES, ids=lambda part: str(getattr(part, "value", part))
)
def test_a_period_ends_on_the_day_the_story_says(step, limit, start, day):
    answer = ends(limit, start)
    assert str(answer.on) == day
    assert answer.at == nine(day).replace(hour=0) + timedelta(days=1), (
        "24:00 of the last day is still in time"
    )


# Hours and days


def test_in_a_sitting_an_invitation_ends_three_hours_later_to_the_minute():
    answer = ends(L.INVITATION, "2026-01-27T14:00")
    assert answer.at == nine("2026-01-27T17:00") and "止于 2026 年 1 月 27 日 17:00" in answer.why


def test_three_hours_run_past_midnight():
    answer = ends(L.INVITATION, "2026-01-27T22:30")
    assert answer.at == nine("2026-01-28T01:30") and str(answer.on) == "2026-01-28"


def test_between_sittings_an_invitation_ends_on_the_next_day_or_the_next_that_is_worked():
    assert str(ends(L.INVITATION, "2026-04-14", between=True).on) == "2026-04-15"
    assert str(ends(L.INVITATION, "2026-04-30", between=True).on) == "2026-05-06"


def test_what_is_made_between_sittings_is_handed_over_within_seven_worked_days():
    assert str(ends(L.HAND_OVER, "2026-09-21", between=True).on) == "2026-10-08"
    assert LJ.period(L.HAND_OVER, between=False) is None


# Months


@pytest.mark.parametrize(
    ("start", "months", "day"),
    [
        ("2026-11-30", 3, "2027-02-28"), ("2027-11-30", 3, "2028-02-29"), ("2026-01-31", 1, "2026-02-28"),
        ("2026-05-31", 1, "2026-06-30"), ("2026-12-31", 2, "2027-02-28"), ("2026-08-31", 6, "2027-02-28"),
        ("2026-02-28", 1, "2026-03-28"), ("2028-02-29", 12, "2029-02-28"), ("2026-10-15", 3, "2027-01-15"),
    ],
)  # fmt: skip
def test_a_month_ends_on_the_same_day_or_on_its_last(start, months, day):
    assert str(months_after(date.fromisoformat(start), months)) == day


def test_a_month_that_ends_on_a_free_day_goes_on_to_the_next_worked_one():
    answer = ends(L.REPLY, "2026-02-03")
    assert (
        str(answer.on) == "2026-05-06" and "2026 年 5 月 3 日非工作日，顺延至 2026 年 5 月 6 日" in answer.why
    )


def test_a_saturday_that_is_worked_does_not_move_the_end():
    assert str(ends(L.CO_OPINION, "2026-04-09").on) == "2026-05-09"


# The ceiling


def test_the_new_unit_has_its_own_three_months_under_the_first_ceiling():
    early, late = (ends(L.REPLY, start, ceiling="2026-08-26") for start in ("2026-03-10", "2026-06-10"))
    assert str(early.on) == "2026-06-10" and "不超过总上限 2026 年 8 月 26 日" in early.why
    assert str(late.on) == "2026-08-26" and late.at == nine("2026-08-27T00:00")


def test_without_a_ceiling_nothing_is_said_of_one():
    assert "总上限" not in ends(L.REPLY, "2026-03-10").why


# Reasons


def test_a_date_says_from_when_how_long_until_when_and_by_what_article():
    assert ends(L.ACKNOWLEDGE, "2026-02-26").steps == (
        "自 2026 年 2 月 26 日起算（当日不计）", "期限 3 个工作日", "止于 2026 年 3 月 2 日 24:00", "依据：澜江省办法（虚构）第十二条",
    )  # fmt: skip


def test_every_period_of_every_place_says_its_article():
    for where in (LJ, NATIONAL, place("hunan"), place("chongqing")):
        for period in where.limits.values():
            running = {period.before: date(2026, 5, 26)} if period.before else {}
            answer = due(period, nine("2026-02-26"), calendar(), running)
            assert answer.article in answer.why and in_words(answer.on) in answer.why


def test_a_year_whose_arrangement_is_not_known_is_provisional_and_says_so():
    late, known = ends(L.RATING, "2027-06-24"), ends(L.RATING, "2026-06-05")
    assert late.provisional and late.why.endswith("放假安排未公布，暂推算")
    assert not known.provisional and "暂推算" not in known.why
    assert ends(L.REPLY, "2026-11-30").provisional, "it ends in a year that is not known"


def test_what_a_place_has_not_laid_down_has_no_end():
    assert NATIONAL.period(L.ACKNOWLEDGE, between=False) is None
    assert place("hunan").period(L.RATING, between=True) is None


def test_the_calendar_is_named_with_every_answer():
    assert "2026.1" in ends(L.REPLY, "2026-02-26").calendar


# An independent calculator: days as whole numbers looked up in one list of the worked ones, months as whole numbers, hours and
# midnights in the time of Greenwich; with the State Council's lists and the summers of 1986 to 1991 typed in a second time.

REST = {
    2024: ((1, 1, 1), (2, 10, 17), (4, 4, 6), (5, 1, 5), (6, 10, 10), (9, 15, 17), (10, 1, 7)),
    2025: ((1, 1, 1), (1, 28, 31), (2, 1, 4), (4, 4, 6), (5, 1, 5), (5, 31, 31), (6, 1, 2), (10, 1, 8)),
    2026: ((1, 1, 3), (2, 15, 23), (4, 4, 6), (5, 1, 5), (6, 19, 21), (9, 25, 27), (10, 1, 7)),
}  # fmt: skip
MADE_UP = {
    2024: ((2, 4), (2, 18), (4, 7), (4, 28), (5, 11), (9, 14), (9, 29), (10, 12)),
    2025: ((1, 26), (2, 8), (4, 27), (9, 28), (10, 11)),
    2026: ((1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)),
}  # fmt: skip
# From two in the night of the first day to two of the last.
SUMMERS = {
    1986: ((5, 4), (9, 14)), 1987: ((4, 12), (9, 13)), 1988: ((4, 17), (9, 11)), 1989: ((4, 16), (9, 17)),
    1990: ((4, 15), (9, 16)), 1991: ((4, 14), (9, 15)),
}  # fmt: skip
FIRST, LAST = date(1985, 1, 1), date(2040, 12, 31)


def works(day):
    """A year nobody has announced by the week alone."""
    if (day.month, day.day) in MADE_UP.get(day.year, ()):
        return True
    if any(day.month == m and first <= day.day <= last for m, first, last in REST.get(day.year, ())):
        return False
    return day.isoweekday() <= 5


WORKED = [n for n in range(FIRST.toordinal(), LAST.toordinal() + 1) if works(date.fromordinal(n))]


def worked_day(start, count):
    return date.fromordinal(WORKED[bisect_right(WORKED, start.toordinal()) + count - 1])


def month_later(start, count):
    months = start.year * 12 + start.month - 1 + count
    year, month = months // 12, months % 12 + 1
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    longest = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    return date(year, month, min(start.day, longest))


def rolled(day):
    return date.fromordinal(WORKED[bisect_left(WORKED, day.toordinal())])


def greenwich(day, hour):
    """A moment in Shanghai, by its date and the hour that the clocks show."""
    ahead = 8
    if day.year in SUMMERS:
        begin, end = (date(day.year, *told) for told in SUMMERS[day.year])
        ahead += begin < day < end or (day == begin and hour >= 3) or (day == end and hour < 2)
    return datetime(day.year, day.month, day.day, hour) - timedelta(hours=ahead)


COUNT = {
    "days": lambda start, count: date.fromordinal(start.toordinal() + count),
    "working_days": worked_day,
    "months": month_later,
}
MOST = {"days": 400, "working_days": 120, "months": 24}
EDGES = [
    date(2024, 2, 29),
    date(2028, 2, 29),
    date(1988, 2, 29),
    date(2026, 2, 14),
    date(1986, 5, 3),
    date(1991, 9, 14),
]


def one_of(chance):
    """A unit, a length, a first day, whether it rolls, and a ceiling."""
    unit = chance.choice(["days", "working_days", "months"])
    start = (
        chance.choice(EDGES) if chance.random() < 0.05 else FIRST + timedelta(days=chance.randrange(365 * 50))
    )
    top = start + timedelta(days=chance.randint(1, 200)) if chance.random() < 0.3 else None
    return unit, chance.randint(1, MOST[unit]), start, chance.random() < 0.8, top


def test_a_hundred_thousand_random_periods_end_where_an_independent_calculator_says():
    """The day, the instant, and whether it is provisional."""
    chance, days, differ, provisional = random.Random(20261129), calendar(), [], 0
    for _ in range(100_000):
        unit, count, start, rolls, top = told = one_of(chance)
        period = Period(L.REPLY, unit, count, (), "第一条", rolls, under=L.CEILING if top else None)
        begun = datetime(start.year, start.month, start.day, chance.choice([0, 9, 23]), tzinfo=HOME)
        answer = due(period, begun, days, {L.CEILING: top} if top else {})
        raw = COUNT[unit](start, count)
        on = min(rolled(raw) if rolls else raw, top or date.max)
        unsure = raw.year not in REST or (unit == "working_days" and start.year not in REST)
        at = greenwich(on + timedelta(days=1), 0)
        provisional += unsure
        if (answer.on, answer.at.astimezone(UTC).replace(tzinfo=None), answer.provisional) != (
            on,
            at,
            unsure,
        ):
            differ.append((told, answer))
    assert differ == [] and 1_000 < provisional < 99_000


def test_hours_are_hours_that_pass_also_when_the_clocks_are_changed():
    chance, days = random.Random(1986), calendar()
    for _ in range(5_000):
        year = chance.choice([1985, 1992, 2026, *SUMMERS])
        edge = date(year, *chance.choice(SUMMERS.get(year, ((5, 4), (9, 14)))))
        start, hour, count = (
            edge + timedelta(days=chance.randint(-2, 1)),
            chance.choice([0, 5, 9, 22, 23]),
            chance.randint(1, 72),
        )
        begun = datetime(start.year, start.month, start.day, hour, tzinfo=HOME)
        answer = due(Period(L.INVITATION, "hours", count, (), "第一条", False), begun, days, {})
        assert answer.at.astimezone(UTC).replace(tzinfo=None) == greenwich(start, hour) + timedelta(
            hours=count
        )


def test_counting_worked_days_there_and_back_agrees():
    days = calendar()
    for n in range(0, 365, 7):
        start = date(2026, 1, 1) + timedelta(days=n)
        end = days.worked_days_after(start, 15)[-1]
        assert days.worked_days_between(start, end) == 15 == -days.worked_days_between(end, start)
