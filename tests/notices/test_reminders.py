"""Reminders: on the days the place lays down, once, to whose turn it is; whatever the clock went through meanwhile."""

import os
import time
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from build import World, again, at
from jianyi.cases.commands import division
from jianyi.clockwork import lease
from jianyi.kit import clock
from jianyi.notices import reminding
from jianyi.notices.lines import lines
from jianyi.notices.occasions import Reminder, in_time, reminder
from jianyi.notices.queries import notices
from jianyi.notices.reminding import due_days, remind
from jianyi.procedure.facts.said import Succession
from jianyi.procedure.places import Reminders, place
from jianyi.procedure.words import Duty, Limit, Role
from jianyi.turn.models import Deadline, Notice, WorkItem


OFFSETS = (30, 15, 7, 3, 1, 0, -1)


def told(limit=Limit.CO_OPINION):
    rows = Notice.objects.exclude(occasion="").order_by("occasion", "id")
    return [row.occasion for row in rows if row.occasion.startswith(f"{limit.value}/")]


def read_by(actor):
    return [line.text for line in lines(notices(by=actor).rows, by=actor)]


def at_work(world):
    """CZT owes its opinion by 3/26."""
    with at("2026-02-26"):
        _, task = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))
    with at("2026-03-04"):
        return world.working(task, "CZT")


def every_day(first, last):
    day = date.fromisoformat(first)
    while day <= date.fromisoformat(last):
        with at(f"{day}T00:05"):
            remind()
        day += timedelta(days=1)


def test_the_unit_is_told_three_days_before(world):
    at_work(world)
    with at("2026-03-23"):
        remind()
        assert any(
            "的“会办意见”距期限 3 日（2026 年 3 月 26 日）" in told
            for told in read_by(world.unit("CZT").officer)
        )
        assert not any("会办意见" in told for told in read_by(world.unit("NYT").officer))


def test_on_every_day_laid_down_once_however_often_it_is_asked(world):
    at_work(world)
    every_day("2026-03-05", "2026-04-02")
    every = [f"co_opinion/2026-03-26/{ahead}" for ahead in OFFSETS if ahead <= 15]
    holders = Notice.objects.exclude(occasion="").filter(occasion=every[0]).count()
    assert holders and sorted(told()) == sorted(every * holders)
    before = Notice.objects.count()
    with at("2026-04-02T23:59"):
        assert remind() == 0
    assert Notice.objects.count() == before


def test_what_is_said_is_true_on_the_day_it_is_said():
    of = Reminder(Limit.REPLY, date(2026, 5, 26), 3)
    assert reminder(of.occasion) == of
    said = [in_time(of, date(2026, 5, day), "《某件》") for day in (24, 26, 28)]
    assert ["距期限 2 日" in said[0], "今日到期" in said[1], "逾期 2 日" in said[2]] == [True] * 3


def holders_of_co_opinion():
    return (
        WorkItem.objects.filter(limit="co_opinion")
        .values("person_id", "duty", "organisation_id")
        .distinct()
        .count()
    )


def test_after_72_hours_stopped_every_missed_day_is_told_once_as_things_stand_now(world):
    at_work(world)
    with at("2026-03-22T08:00"):
        remind()
    with at("2026-03-25T08:00"):
        remind()
        remind()
    missed = [f"co_opinion/2026-03-26/{ahead}" for ahead in (1, 3)]
    assert told() == sorted(missed * holders_of_co_opinion())
    with at("2026-03-25T09:00"):
        said = [
            text for text in read_by(world.unit("CZT").officer) if "会办意见" in text and "距期限" in text
        ]
    assert ["距期限 1 日" in text for text in said] == [True, True]
    made_up = "本条应于 2026 年 3 月 23 日提醒，当日没有发出，现补发。"
    assert [made_up in text for text in said] == [False, True]


def test_what_began_while_the_clock_stood_is_not_told_of_days_before_it_began(world):
    """Three days before was no day of this item; the day before is."""
    at_work(world)
    with at("2026-03-16T08:00"):
        remind()
    for began, owed in (
        ("2026-03-24T00:00", (1,)),
        ("2026-03-23T23:59", (1, 3)),
        ("2026-03-19T23:59", (1, 3, 7)),
    ):
        Notice.objects.filter(action="remind").delete()
        WorkItem.objects.filter(limit="co_opinion").update(since=clock.moment(began))
        lease.reach("remind", "2026-03-16")
        with at("2026-03-25T11:00"):
            remind()
        assert set(told()) == {f"co_opinion/2026-03-26/{ahead}" for ahead in owed}, began


def test_after_a_stop_a_number_that_was_taken_loses_none(world, monkeypatch):
    """Numbers are taken in a row; one that another row has leaves its reminder out, and the days of the stop do not come again."""
    at_work(world)
    real, lost = reminding.insert, []

    def leaves_one_out(*told):
        made = real(*told)
        if made and not lost:
            lost.append(Notice.objects.filter(seq=0).order_by("id").last().delete())
        return made

    with at("2026-03-22T08:00"):
        remind()
    monkeypatch.setattr(reminding, "insert", leaves_one_out)
    with at("2026-03-24T08:00"):
        remind()
    assert lost and {(row.person_id, row.duty, row.organisation_id) for row in Notice.objects.filter(seq=0, occasion="co_opinion/2026-03-26/3")} == {
        (row.person_id, row.duty, row.organisation_id) for row in WorkItem.objects.filter(limit="co_opinion")
    }  # fmt: skip


def test_a_stop_over_one_offset_loses_none(world):
    """The third day before fell into the stop; nothing nearer has come."""
    at_work(world)
    with at("2026-03-22T08:00"):
        remind()
    with at("2026-03-24T08:00"):
        remind()
    assert set(told()) == {"co_opinion/2026-03-26/3"}
    with at("2026-03-24T09:00"):
        assert any(
            "距期限 2 日" in text and "应于 2026 年 3 月 23 日提醒" in text
            for text in read_by(world.unit("CZT").officer)
        )


@pytest.mark.parametrize("seed", range(5))
def test_every_offset_reached_since_is_looked_for_once(seed):
    """Against the plain reading, day by day."""
    chance = Random(seed)
    for _ in range(200):
        today = date(2026, 3, 1) + timedelta(days=chance.randrange(300))
        since = today - timedelta(days=chance.randrange(0, 40))
        offsets = tuple(sorted(chance.sample(range(-5, 40), chance.randint(1, 8)), reverse=True))
        found = list(due_days(offsets, since, today))
        days = [since + timedelta(days=n) for n in range(-60, 120)]
        plain = {
            (day, ahead) for day in days for ahead in offsets if since <= day - timedelta(days=ahead) <= today
        }
        assert set(found) == plain and len(found) == len(plain)
        assert [ahead for _, ahead in found] == sorted((ahead for _, ahead in found), reverse=True)


def test_a_moved_deadline_is_told_anew_and_an_ended_one_never(world):
    task = at_work(world)
    with at("2026-03-23"):
        remind()
    first = told()
    moved = clock.midnight(date(2026, 4, 3))
    Deadline.objects.filter(holder_id=task.id, limit=Limit.CO_OPINION).update(
        due_at=moved, due_on=date(2026, 4, 2)
    )
    WorkItem.objects.filter(limit="co_opinion").update(due_at=moved)
    every_day("2026-03-24", "2026-03-30")
    assert set(told()) - set(first) == {"co_opinion/2026-04-02/7", "co_opinion/2026-04-02/3"}
    with at("2026-03-31"):
        world.sent(again(task), "CZT")
    before = told()
    every_day("2026-04-01", "2026-04-05")
    assert told() == before


def test_a_clock_set_back_tells_nothing_twice(world):
    at_work(world)
    every_day("2026-03-05", "2026-03-24")
    before = told()
    every_day("2026-03-20", "2026-03-24")
    assert told() == before and lease.watermark("remind") == "2026-03-24"


def test_what_a_clock_that_ran_ahead_has_told_is_taken_back_and_told_on_its_day(world):
    at_work(world)
    every_day("2026-03-05", "2026-03-12")
    with at("2027-03-12"):
        assert remind() > 0
    wrong = set(told())
    every_day("2026-03-12", "2026-03-28")
    every = {f"co_opinion/2026-03-26/{ahead}" for ahead in OFFSETS if ahead <= 15}
    assert set(told()) == every and set(wrong) - every == set()
    rows = Notice.objects.filter(occasion="co_opinion/2026-03-26/3")
    assert {str(row.at.astimezone(clock.HOME).date()) for row in rows} == {"2026-03-23"}
    assert len({(row.person_id, row.duty, row.organisation_id) for row in rows}) == rows.count()


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati", "UTC"])
def test_a_server_in_another_time_zone_tells_on_the_day_of_shanghai(world, zone, monkeypatch):
    at_work(world)
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        with at(clock.moment("2026-03-22T23:59").astimezone(tz=None)):
            remind()
            assert not told()
        with at(clock.moment("2026-03-23T00:01").astimezone(tz=None)):
            remind()
        assert set(told()) == {"co_opinion/2026-03-26/3"}
    finally:
        os.environ.pop("TZ", None)
        time.tzset()


def test_a_place_without_days_of_its_own_has_those_of_the_floor(world):
    at_work(world)
    floor = place("national").reminders
    assert place("hunan").reminders == floor and floor.days == OFFSETS and floor.article.startswith("未规定")
    type(world.congress).objects.update(place="hunan")
    with at("2026-03-23"):
        assert remind() > 0


@pytest.mark.django_db
def test_a_county_that_lays_down_nothing_is_reminded_of_the_national_limits():
    county = World(place="national")
    with at("2026-02-26"):
        county.handed_over(("JTT", Role.SOLE))
    due = Deadline.objects.get(limit=Limit.REPLY).due_on
    with at(f"{due - timedelta(days=30)}T08:00"):
        assert remind() > 0
        assert any("“答复”距期限 30 日" in text for text in read_by(county.unit("JTT").office))


def test_a_place_may_lay_down_that_nobody_is_reminded(world, monkeypatch):
    at_work(world)
    none = replace(place("lj-2026"), reminders=Reminders((), "某地办法（虚构）：不提醒"))
    monkeypatch.setattr(reminding, "place", lambda key: none)
    with at("2026-03-23"):
        assert remind() == 0


def test_days_are_laid_down_with_their_article():
    rule = place("lj-2026").reminders
    assert rule.days == OFFSETS and rule.article


def test_whoever_takes_over_is_told_too(world):
    """The item is another person's from now on: what is due today is told to who has it today."""
    task = at_work(world)
    czt = world.unit("CZT")
    with at("2026-03-23T08:00"):
        remind()
        other = world.person("另一经办", (czt.division, Duty.OFFICER))
        division.hand_on(
            by=czt.office, on=again(task), saying=Succession("岗位调整", czt.officer.person, other.person)
        )
        remind()
        assert any("会办意见" in text and "距期限 3 日" in text for text in read_by(other))


# Many items, and a clock that stops and starts as it likes


def items(world, ends):
    """A work item each, of a case and a person of its own; each stood from the beginning."""
    WorkItem.objects.all().delete()
    WorkItem.objects.bulk_create(
        WorkItem(
            congress_id=world.congress.id, root_id=10**6 + nth, subject_id=10**6 + nth, track="handling", stage="routed",
            action="finish", limit="reply", person_id=7 + nth, since=clock.moment("2026-03-01"), due_at=clock.midnight(day + timedelta(days=1)),
        )
        for nth, day in enumerate(ends)
    )  # fmt: skip


def reached_since(day, last, now):
    """The plain reading for one item: the offsets that fell after `last` up to `now`."""
    return [ahead for ahead in OFFSETS if last < day - timedelta(days=ahead) <= now]


@pytest.mark.parametrize("seed", range(4))
def test_however_the_clock_stops_every_offset_is_told_once(world, seed):
    """72 hours and more: against the plain reading, item by item."""
    chance, first = Random(seed), date(2026, 3, 2)
    ends = [first + timedelta(days=chance.randrange(1, 90)) for _ in range(150)]
    items(world, ends)
    now = first
    with at(f"{now}T06:00"):
        remind()
    while now < first + timedelta(days=100):
        now += timedelta(days=chance.choice([1, 1, 1, 2, 3, 4, 11]))
        for hour in sorted(chance.sample(range(24), chance.randint(1, 3))):
            with at(f"{now}T{hour:02}:30"):
                remind()
    wanted = {
        (nth, day, ahead)
        for nth, day in enumerate(ends)
        for ahead in reached_since(day, first - timedelta(days=1), now)
    }
    rows = Notice.objects.filter(action="remind").values_list("root_id", "occasion")
    found = [(root - 10**6, (told := reminder(occasion)).due_on, told.ahead) for root, occasion in rows]
    assert len(found) == len(set(found)) and set(found) == wanted
