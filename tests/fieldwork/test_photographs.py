"""What was photographed and written on the way hangs on the meeting; with the minutes it is settled (源 H5; S8.2)."""

from dataclasses import replace

import pytest

from build import again, at
from jianyi.cases.models import Attachment
from jianyi.documents.store import keep
from jianyi.fieldwork.commands import meetings as commands
from jianyi.fieldwork.queries.meetings import file
from jianyi.parties import commands as parties
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Attaching, Minuting, UnitRules
from pictures import png


@pytest.fixture
def trip(world, wlt, settings, tmp_path):
    settings.JIANYI_FILES = tmp_path
    guest = world.a_deputy("温知")
    with at("2026-03-10"):
        row = wlt.called(kind="research", title="三县联合调研", guests=(guest.person,))
    with at("2026-04-16T18:00"):
        return wlt.held(row, wlt.unit.leader, guest)


def of(by, name="现场.png", kind="png"):
    return keep(png(), name=name, kind=kind, congress=by.congress, owner=by.person).id


def attached(wlt, trip, **told):
    return commands.attach(by=wlt.unit.office, on=again(trip), saying=Attaching(**told))


def photographed(wlt, trip):
    return attached(wlt, trip, photographs=(of(wlt.unit.office),))


def asks_for_photographs(wlt):
    parties.set_rules(by=wlt.unit.office, on=again(wlt.unit.organisation), saying=UnitRules(photographs=True))


def test_where_the_unit_asks_for_photographs_no_minutes_go_on_without_one(wlt, trip, refused):
    with at("2026-04-16T19:00"):
        asks_for_photographs(wlt)
        said = Minuting("三县情况")
        answer = refused("CHECKLIST_UNMET", commands.minute, by=wlt.unit.office, on=trip, saying=said)
        assert "照片" in answer.reasons[0]
        attached(wlt, trip, attachments=(of(wlt.unit.office, "报告.txt", "txt"),))
        refused("CHECKLIST_UNMET", commands.minute, by=wlt.unit.office, on=trip, saying=said)
        photographed(wlt, trip)
        assert wlt.settled(trip).stage is w.Meeting.SETTLED


def test_nothing_is_asked_where_the_rule_is_not_set_and_of_meetings_of_the_house(wlt, trip):
    with at("2026-04-16T19:00"):
        assert wlt.settled(trip).stage is w.Meeting.SETTLED
        asks_for_photographs(wlt)
        inner = wlt.called(kind="progress", title="调度会", starts_at=trip.starts_at)
        assert wlt.settled(wlt.held(inner, wlt.unit.leader)).stage is w.Meeting.SETTLED


def test_a_rule_that_came_while_the_minutes_were_with_the_chair_sends_them_back(wlt, trip, refused):
    with at("2026-04-16T19:00"):
        row = wlt.presented(trip)
        asks_for_photographs(wlt)
        answer = refused("CHECKLIST_UNMET", commands.settle, by=wlt.unit.leader, on=row)
        assert "退回" in answer.reasons[0]


def test_what_is_attached_is_frozen_with_the_minutes(wlt, trip, refused):
    with at("2026-04-16T19:00"):
        photographed(wlt, trip)
        row = wlt.presented(trip)
        said = Attaching((of(wlt.unit.office, "又一张.png"),))
        refused("TOO_LATE", commands.attach, by=wlt.unit.office, on=row, saying=said)


def test_nobody_attaches_what_another_brought_and_nothing_twice(world, wlt, trip):
    other, mine = of(world.deputy), of(wlt.unit.office)
    with at("2026-04-16T19:00"):
        attached(wlt, trip, photographs=(other, mine, mine))
        attached(wlt, trip, photographs=(mine,))
    assert [row.file_id for row in Attachment.objects.all()] == [mine]


def test_what_does_not_belong_there_is_taken_off(wlt, trip, refused):
    with at("2026-04-16T19:00"):
        photographed(wlt, trip)
        row = Attachment.objects.get()
        refused("CHECKLIST_UNMET", commands.attach, by=wlt.unit.office, on=again(trip), saying=Attaching())
        attached(wlt, trip, taken_off=(row.id,))
    assert not Attachment.objects.exists()


def test_only_those_who_read_the_minutes_are_shown_it(world, wlt, trip):
    guest, office = world.a_deputy("温知"), wlt.unit.office
    with at("2026-04-16T19:00"):
        photographed(wlt, trip)
        assert len(file(trip.id, by=office).attachments) == 1 and not file(trip.id, by=guest).attachments
        wlt.settled(trip)
        assert len(file(trip.id, by=guest).attachments) == 1
        assert file(trip.id, by=world.deputy) is None


def test_the_rules_keep_it_with_the_others(wlt):
    said = UnitRules(meets_key="principal")
    with at("2026-04-01"):
        for wanted in (True, False):
            row = parties.set_rules(
                by=wlt.unit.office, on=again(wlt.unit.organisation), saying=replace(said, photographs=wanted)
            )
            assert row.rule["photographs"] is wanted and row.rule["meets"]["key"] == "principal"
