"""What is counted from attendance and confirmed contacts, and the contact plan that follows from it (源 N5, W1, W8)."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from build import again, at
from jianyi.cases.commands import handlings, inside
from jianyi.cases.models import Contact
from jianyi.fieldwork.queries import figures
from jianyi.fieldwork.queries.contact_plan import contact_plan
from jianyi.kit import clock
from jianyi.parties import commands as parties
from jianyi.procedure.facts.said import Leading, Met, UnitRules
from jianyi.procedure.words import Role


SIX = ("温知", "阮清", "卫南", "简书", "童遥", "周知远")


@pytest.fixture
def six(world):
    """Six suggestions of six deputies, all with the one unit."""
    with at("2026-02-26"):
        tasks = [
            world.routed(world.handed_over(("WLT", Role.SOLE), deputy=world.a_deputy(name))[0], "WLT")
            for name in SIX
        ]
    return [(world.a_deputy(name), task) for name, task in zip(SIX, tasks, strict=True)]


def spoken(wlt, deputy, task, mode="phone", phase="before", level="officer"):
    said = Met(
        phase=phase, mode=mode, occurred_at=clock.now(), where="云浦", summary="说明思路",
        deputies=(deputy.person,), present=(wlt.unit.of(level),),
    )  # fmt: skip
    row = handlings.record_contact(by=wlt.unit.officer, on=Contact.of(again(task)), saying=said)
    return handlings.confirm_contact(by=deputy, on=row)


def test_s8_3_twenty_one_person_times_nine_face_to_face_six_of_six(wlt, six):
    """S8.2, S8.3: six telephoned, three on the trip, five at the meeting, one visited, six telephoned afterwards."""
    people = [deputy for deputy, _ in six]
    with at("2026-03-05"):
        for deputy, task in six:
            spoken(wlt, deputy, task)
        trip = wlt.called(
            kind="research", title="三县调研", starts_at=clock.moment("2026-03-24T09:00"),
            guests=tuple(who.person for who in people),
        )  # fmt: skip
        for who in people[3:]:
            wlt.excused(trip, who)
    with at("2026-03-27T18:00"):
        wlt.held(trip, wlt.unit.leader, *people[:3])
    with at("2026-04-01"):
        meeting = wlt.called(guests=tuple(who.person for who in people))
    with at("2026-04-16T18:00"):
        wlt.held(meeting, wlt.unit.leader, *(who for who in people if who is not people[3]))
    with at("2026-04-20"):
        spoken(wlt, people[3], six[3][1], mode="visit", phase="during")
    with at("2026-05-26"):
        for deputy, task in six:
            spoken(wlt, deputy, task, phase="after")
        met = figures.person_times(2026, by=wlt.unit.office)
    assert (met.times, met.faces, met.met, met.of) == (21, 9, 6, 6)
    assert {row.label: row.times for row in met.forms} == {
        "沟通：电话": 12, "联合调研": 3, "见面会": 5, "沟通：走访": 1,
    }  # fmt: skip


def test_who_is_on_the_list_and_put_down_as_a_contact_on_the_same_day_counts_once(wlt, six):
    (deputy, task), *_ = six
    with at("2026-04-01"):
        meeting = wlt.called()
    with at("2026-04-16T18:00"):
        wlt.held(meeting, deputy)
        spoken(wlt, deputy, task, mode="symposium")
        spoken(wlt, deputy, task)
        met = figures.person_times(2026, by=wlt.unit.office)
    assert (met.times, met.faces, met.twice) == (2, 1, 1)


def test_what_nobody_confirmed_what_is_called_off_and_inner_meetings_count_nothing(world, wlt, six):
    (deputy, task), *_ = six
    with at("2026-04-16T18:00"):
        said = Met(
            mode="phone", occurred_at=clock.now(), summary="说明", deputies=(deputy.person,), staff="经办人"
        )
        handlings.record_contact(by=wlt.unit.officer, on=Contact.of(again(task)), saying=said)
        inner = wlt.called(kind="progress", starts_at=clock.moment("2026-04-16T14:00"))
        wlt.held(inner, wlt.unit.leader, deputy)
        wlt.called(guests=(deputy.person,), starts_at=clock.moment("2026-04-17T14:00"))
        met = figures.person_times(2026, by=wlt.unit.office)
        assert (met.times, met.met, met.of) == (0, 0, 6)
        assert figures.person_times(2025, by=wlt.unit.office).of == 0
        for stranger in (world.clerk, wlt.unit.officer, world.deputy):
            assert figures.unit_of(stranger) == 0


def test_s8_8_one_of_two_is_lacking_until_the_second_was_attended(wlt):
    leader = wlt.unit.leader

    def progress(day):
        with at(day):
            row = wlt.called(kind="progress", starts_at=clock.moment(f"{day}T14:00"))
        with at(f"{day}T18:00"):
            wlt.held(row, leader)

    with at("2026-03-02"):
        row = wlt.called(kind="hand_over", starts_at=clock.moment("2026-03-02T14:00"))
    with at("2026-03-02T18:00"):
        wlt.held(row, leader, wlt.unit.principal)
    progress("2026-05-12")
    with at("2026-06-15"):
        told = {row.person: row for row in figures.leaders(2026, by=wlt.unit.office)}
        mine, principal = told[leader.person], told[wlt.unit.principal.person]
        assert [(share.n, share.of, share.lacking) for share in mine.shares] == [(1, 1, 0), (1, 2, 1)]
        assert [(share.n, share.of) for share in principal.shares] == [(1, 1), (0, 2)]
        assert mine.shares[1].days == [date(2026, 5, 12)] and "不少于两次" in mine.shares[1].article
    progress("2026-08-20")
    with at("2026-08-21"):
        mine = next(row for row in figures.leaders(2026, by=wlt.unit.leader) if row.person == leader.person)
        assert [(share.n, share.of, share.lacking) for share in mine.shares] == [(1, 1, 0), (2, 2, 0)]


def test_training_is_counted_in_hours_and_against_everybody_who_works_there(wlt):
    unit = wlt.unit
    for day, who in (("2026-03-10", (unit.officer, unit.head)), ("2026-04-10", (unit.officer,))):
        with at(day):
            row = wlt.called(kind="training", title="文稿培训", starts_at=clock.moment(f"{day}T14:00"))
        with at(f"{day}T18:00"):
            wlt.held(row, *who, hours=4)
    with at("2026-05-01"):
        trained, staff = figures.trained(2026, by=unit.office)
    assert [(row.person, row.times, row.hours) for row in trained] == [
        (unit.officer.person, 2, 8), (unit.head.person, 1, 4),
    ]  # fmt: skip
    assert staff == 5


def test_the_leadership_sat_on_as_many_days_as_there_are_records_of(wlt):
    for day in ("2026-03-10", "2026-05-11"):
        with at(day):
            row = wlt.called(kind="party_group", title="党组会议", starts_at=clock.moment(f"{day}T14:00"))
        with at(f"{day}T18:00"):
            wlt.held(row, wlt.unit.principal, wlt.unit.leader)
    with at("2026-06-01"):
        assert figures.leadership_days(2026, by=wlt.unit.office) == [date(2026, 3, 10), date(2026, 5, 11)]


# The contact plan


@pytest.fixture
def ruled(wlt):
    with at("2026-02-20"):
        said = UnitRules(meets_key="principal", meets_led="leader", meets_other="division")
        parties.set_rules(by=wlt.unit.office, on=again(wlt.unit.organisation), saying=said)


def plan(wlt, by=None):
    return {row.handling.id: row for row in contact_plan(2026, by=by or wlt.unit.office)}


def test_without_a_rule_nobody_is_outstanding(wlt, six):
    with at("2026-03-05"):
        assert not any(row.level or row.done for row in plan(wlt).values())


def test_key_goes_to_the_principal_led_to_its_leader_the_rest_to_the_division(world, wlt, six, ruled):
    (_, led), (_, major), (_, plain), *_ = six
    with at("2026-03-05"):
        inside.name_leader(by=wlt.unit.office, on=again(led), saying=Leading(wlt.unit.leader.person))
        from jianyi.procedure.facts.said import Because

        inside.mark_major(by=wlt.unit.office, on=again(major), saying=Because("涉及面广"))
        rows = plan(wlt)
    unit = wlt.unit
    assert (rows[led.id].level, rows[led.id].person) == ("leader", unit.leader.person)
    assert (rows[major.id].level, rows[major.id].person) == ("principal", unit.principal.person)
    assert (rows[plain.id].level, rows[plain.id].person) == ("division", unit.head.person)


def test_a_telephone_call_or_a_lower_level_is_not_enough_and_attendance_is(wlt, six, ruled):
    (deputy, task), (other, second), *_ = six
    with at("2026-03-05"):
        spoken(wlt, deputy, task, level="leader")
        assert not plan(wlt)[task.id].reached, "nobody met over the telephone"
        spoken(wlt, deputy, task, mode="visit", level="officer")
        assert plan(wlt)[task.id].reached == "officer" and not plan(wlt)[task.id].done
        spoken(wlt, deputy, task, mode="visit", level="division")
        row = plan(wlt)[task.id]
        assert row.done and row.on == date(2026, 3, 5)
    with at("2026-04-01"):
        meeting = wlt.called(cases=(second.root_id,), guests=(other.person,))
    with at("2026-04-16T18:00"):
        wlt.held(meeting, wlt.unit.leader)
        assert not plan(wlt)[second.id].reached, "its deputy was not there"
        wlt.held(meeting, wlt.unit.leader, other)
        assert plan(wlt)[second.id].done and plan(wlt)[second.id].reached == "leader"
        outstanding = [row.done for row in contact_plan(2026, by=wlt.unit.office)]
        assert outstanding == sorted(outstanding), "what is outstanding comes first"


def test_a_level_that_is_only_stated_is_told_as_such_until_somebody_is_named(wlt, six, ruled):
    (deputy, task), *_ = six
    with at("2026-03-05"):
        said = Met(
            phase="during", mode="visit", occurred_at=clock.now(), where="云浦", summary="说明思路",
            deputies=(deputy.person,), staff="某某（处长）", level="division",
        )  # fmt: skip
        row = handlings.record_contact(by=wlt.unit.officer, on=Contact.of(again(task)), saying=said)
        handlings.confirm_contact(by=deputy, on=row)
        assert plan(wlt)[task.id].done and plan(wlt)[task.id].stated
    with at("2026-03-06"):
        spoken(wlt, deputy, task, mode="visit", level="division")
        row = plan(wlt)[task.id]
        assert (row.reached, row.on, row.stated) == ("division", date(2026, 3, 6), False)


def test_a_division_sees_its_own_and_strangers_nothing(world, wlt, six, ruled):
    with at("2026-03-05"):
        assert len(plan(wlt, by=wlt.unit.officer)) == 6
        assert not plan(wlt, by=world.unit("NYT").office) and not plan(wlt, by=world.clerk)


def test_the_plan_asks_as_much_for_many_as_for_few(world, wlt, ruled):
    def asked(count):
        with at("2026-02-26"):
            for _ in range(count):
                world.handed_over(("WLT", Role.SOLE))
            with CaptureQueriesContext(connection) as queries:
                contact_plan(2026, by=wlt.unit.office)
        return len(queries)

    assert asked(1) == asked(3)
