"""Meetings and activities: called, answered, held, minuted, settled, and what they decided is done (源 W1, W7, W8)."""

import pytest

from build import again, at
from dates import due
from jianyi.documents.store import keep
from jianyi.fieldwork.commands import meetings as commands
from jianyi.fieldwork.models import Attendance, Guest, Meeting, Resolution
from jianyi.fieldwork.queries.meetings import answers, file, meetings, work
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Attending, Because, Minuting, Passing, Reaching, Resolving
from jianyi.procedure.words import Limit as L
from jianyi.turn.models import Deadline, Notice, WorkItem


@pytest.fixture
def deputies(world):
    return [world.a_deputy(name) for name in ("温知", "阮清", "卫南", "简书", "童遥")]


@pytest.fixture
def meeting(wlt, deputies):
    with at("2026-04-01"):
        return wlt.called(guests=tuple(one.person for one in deputies))


# Called


def test_who_is_invited_is_told_and_has_it_on_the_list_until_the_day(wlt, meeting, deputies):
    row = wlt.guest(meeting, deputies[0])
    assert row.stage is w.Guest.INVITED and due(row, L.ATTENDANCE) == "2026-04-16"
    assert Notice.objects.filter(person_id=deputies[0].person, track="guest").count() == 1
    assert [todo.item.action for todo in work(by=deputies[0])] == ["attend"]
    assert due(meeting, L.MEETING) == "2026-04-16"


def test_what_is_lacking_is_named(wlt, refused):
    with at("2026-04-01"):
        answer = refused(
            "CHECKLIST_UNMET", commands.convene, by=wlt.unit.office, on=wlt.new(),
            saying=wlt.calling(title=" ", starts_at=None),
        )  # fmt: skip
    assert "名称、时间" in answer.reasons[0] and not Meeting.objects.exists()


def test_the_same_person_is_not_invited_twice(wlt, deputies, refused):
    with at("2026-04-01"):
        answer = refused(
            "CHECKLIST_UNMET", commands.convene, by=wlt.unit.office, on=wlt.new(),
            saying=wlt.calling(guests=(deputies[0].person, deputies[1].person, deputies[0].person)),
        )  # fmt: skip
    assert "第 3 位" in answer.reasons[0] and not Guest.objects.exists()


def test_the_chair_works_in_the_house(world, wlt, refused):
    with at("2026-04-01"):
        for stranger in (world.unit("NYT").leader, world.deputy, world.clerk):
            said = wlt.calling(chair=stranger.person)
            refused("CHECKLIST_UNMET", commands.convene, by=wlt.unit.office, on=wlt.new(), saying=said)


def test_nobody_calls_a_meeting_for_another_house(world, wlt, refused):
    with at("2026-04-01"):
        other = world.unit("NYT").office
        refused("WRONG_ACTOR", commands.convene, by=other, on=wlt.new(), saying=wlt.calling())
        refused("WRONG_ACTOR", commands.convene, by=world.deputy, on=wlt.new(), saying=wlt.calling())


def test_a_case_officer_may_call_one_and_the_office_goes_on_with_it(wlt, deputies):
    with at("2026-04-01"):
        row = wlt.called(by=wlt.unit.officer)
        again_ = commands.convene(
            by=wlt.unit.office, on=again(row), saying=wlt.calling(guests=(deputies[0].person,))
        )
    assert again_.made_by_id == wlt.unit.officer.person and Guest.objects.count() == 1


def test_called_anew_for_another_day_the_answers_are_due_then(wlt, meeting, deputies):
    with at("2026-04-02"):
        later = clock.moment("2026-04-20T09:00")
        row = commands.convene(by=wlt.unit.office, on=again(meeting), saying=wlt.calling(starts_at=later))
        assert due(row, L.MEETING) == "2026-04-20"
        assert due(wlt.guest(meeting, deputies[0]), L.ATTENDANCE) == "2026-04-20"
        assert Guest.objects.filter(root_id=row.id).count() == 5, "who was invited stays invited"


def test_the_day_to_answer_lies_before_it(wlt, deputies, refused):
    with at("2026-04-01"):
        for day in ("2026-04-17", "2026-03-31"):
            said = wlt.calling(guests=(deputies[0].person,), answer_by=clock.moment(day).date())
            refused("CHECKLIST_UNMET", commands.convene, by=wlt.unit.office, on=wlt.new(), saying=said)


# Answered


def test_yes_no_with_a_reason_and_a_change_of_mind(wlt, meeting, deputies, refused):
    with at("2026-04-02"):
        first, second = deputies[:2]
        assert commands.attend(by=first, on=wlt.guest(meeting, first)).stage is w.Guest.COMING
        refused(
            "REASON_REQUIRED", commands.excuse, by=second, on=wlt.guest(meeting, second), saying=Because(" ")
        )
        assert wlt.excused(meeting, second).answer == "no"
        changed = commands.attend(by=second, on=wlt.guest(meeting, second))
        assert changed.answer == "yes" and not changed.reason
        told = answers([meeting], by=wlt.unit.office)[meeting.id]
        assert (told.asked, told.coming, told.excused, told.silent) == (5, 2, 0, 3)
        assert not WorkItem.objects.filter(person_id=first.person).exists()


def test_nobody_answers_for_another(wlt, meeting, deputies, refused):
    with at("2026-04-02"):
        for other in (deputies[1], wlt.unit.office):
            refused("WRONG_ACTOR", commands.attend, by=other, on=wlt.guest(meeting, deputies[0]))


def test_called_off_everybody_is_told_and_nothing_is_left_to_answer(wlt, meeting, deputies, refused):
    with at("2026-04-02"):
        refused("REASON_REQUIRED", commands.call_off, by=wlt.unit.office, on=meeting, saying=Because(""))
        row = commands.call_off(by=wlt.unit.office, on=meeting, saying=Because("改为线上沟通"))
        assert row.called_off == "改为线上沟通" and wlt.guest(meeting, deputies[0]).stage is w.Guest.PAST
        refused("TOO_LATE", commands.attend, by=deputies[0], on=wlt.guest(meeting, deputies[0]))
    assert not WorkItem.objects.filter(root_id=row.id).exists()
    assert not Deadline.objects.filter(root_id=row.id, ended_at=None).exists()
    assert Notice.objects.filter(person_id=deputies[0].person, action="call_off").exists()


# Held


def test_attendance_is_taken_when_it_has_begun(wlt, meeting, deputies, refused):
    with at("2026-04-16T14:00"):
        said = Attending((deputies[0].person,))
        answer = refused("TOO_EARLY", commands.hold, by=wlt.unit.office, on=meeting, saying=said)
        assert "2026 年 4 月 16 日 14:30" in answer.reasons[0]
    with at("2026-04-16T18:00"):
        refused("CHECKLIST_UNMET", commands.hold, by=wlt.unit.office, on=meeting, saying=Attending())
        row = wlt.held(meeting, *deputies[:3], wlt.unit.leader)
        assert row.stage is w.Meeting.HELD and Attendance.objects.filter(root_id=row.id).count() == 4
        assert wlt.guest(meeting, deputies[4]).stage is w.Guest.PAST


def test_an_attendance_list_with_the_same_person_twice_is_refused(wlt, meeting, deputies, refused):
    with at("2026-04-16T18:00"):
        first, second = deputies[:2]
        said = Attending((first.person, second.person, second.person, first.person))
        answer = refused("CHECKLIST_UNMET", commands.hold, by=wlt.unit.office, on=meeting, saying=said)
    assert "第 3、4 位" in answer.reasons[0] and not Attendance.objects.exists()


def test_each_is_put_down_as_they_stand_and_a_corrected_list_replaces_the_first(wlt, meeting, deputies):
    unit = wlt.unit
    with at("2026-04-16T18:00"):
        wlt.held(meeting, deputies[0], unit.principal, unit.leader, unit.head, unit.officer)
        rows = {row.person_id: row for row in Attendance.objects.filter(root_id=meeting.id)}
        assert rows[deputies[0].person].deputy and not rows[deputies[0].person].level
        levels = [rows[one.person].level for one in (unit.principal, unit.leader, unit.head, unit.officer)]
        assert levels == ["principal", "leader", "division", "officer"]
        assert {row.unit_id for row in rows.values() if row.level} == {unit.id}
        wlt.held(meeting, deputies[1])
    assert list(Attendance.objects.values_list("person_id", flat=True)) == [deputies[1].person]


def test_a_training_has_its_hours(wlt, refused):
    with at("2026-04-01"):
        row = wlt.called(kind="training", title="答复文稿规范培训")
    with at("2026-04-16T18:00"):
        said = Attending((wlt.unit.officer.person,))
        answer = refused("CHECKLIST_UNMET", commands.hold, by=wlt.unit.office, on=row, saying=said)
        assert "学时" in answer.reasons[0]
        assert wlt.held(row, wlt.unit.officer, hours=4).hours == 4


# Minutes


def test_the_chair_settles_the_minutes_and_then_they_are_frozen(wlt, meeting, deputies, refused):
    with at("2026-04-16T18:00"):
        held = wlt.held(meeting, deputies[0], wlt.unit.leader)
        refused("CHECKLIST_UNMET", commands.minute, by=wlt.unit.office, on=held, saying=Minuting("  "))
        row = wlt.presented(meeting)
        assert WorkItem.objects.filter(person_id=wlt.unit.leader.person, action="settle").exists()
        refused("WRONG_ACTOR", commands.settle, by=wlt.unit.office, on=row)
        refused("REASON_REQUIRED", commands.send_back, by=wlt.unit.leader, on=row, saying=Because(""))
        assert commands.send_back(by=wlt.unit.leader, on=row, saying=Because("补写阮清的意见")).sent_back
        done = wlt.settled(meeting)
        assert done.stage is w.Meeting.SETTLED and str(done.settled_on) == "2026-04-16"
        for command, said in (
            (commands.minute, Minuting("改")),
            (commands.hold, Attending((deputies[1].person,))),
        ):
            refused("TOO_LATE", command, by=wlt.unit.office, on=again(done), saying=said)
    assert not WorkItem.objects.filter(root_id=done.id).exists()


def test_a_decision_binds_nobody_before_the_minutes_are_settled(wlt, meeting, refused):
    unit = wlt.unit
    with at("2026-04-16T18:00"):
        wlt.held(meeting, unit.leader)
        row = wlt.decided(meeting, unit.head)
        assert row.stage is w.Resolution.NOTED and not WorkItem.objects.filter(subject_id=row.id).exists()
        refused("WRONG_ACTOR", commands.reach, by=unit.officer, on=row, saying=Reaching("已办"))
        wlt.presented(meeting)
        new = Resolution.of(again(meeting))
        refused("FROZEN", commands.resolve, by=unit.office, on=new, saying=_said(unit.head))
        commands.settle(by=unit.leader, on=again(meeting))
        assert again(row).stage is w.Resolution.IN_FORCE and due(row, L.RESOLUTION) == "2026-05-29"
        assert [todo.row.text for todo in work(by=unit.head)] == ["五月底前完成线路标识"]


def _said(owner, text="另一事项"):
    return Resolving(text, owner.person, clock.moment("2026-05-29").date())


@pytest.mark.parametrize(
    ("text", "due_on", "told"),
    [(" ", "2026-05-29", "做什么"), ("修路", "", "完成日期"), ("修路", "2026-04-15", "已经过去")],
)
def test_a_decision_says_what_and_until_when(wlt, meeting, refused, text, due_on, told):
    with at("2026-04-16T18:00"):
        wlt.held(meeting, wlt.unit.leader)
        with pytest.raises(Exception, match=told):
            wlt.decided(meeting, wlt.unit.head, text, due_on)
    assert not Resolution.objects.exists()


def test_its_owner_is_of_the_house_or_took_part(world, wlt, meeting, deputies, refused):
    with at("2026-04-16T18:00"):
        wlt.held(meeting, wlt.unit.leader)
        stranger = world.unit("NYT").head
        new = Resolution.of(again(meeting))
        refused("CHECKLIST_UNMET", commands.resolve, by=wlt.unit.office, on=new, saying=_said(stranger))
        assert wlt.decided(meeting, deputies[0]).owner_id == deputies[0].person


def test_done_with_evidence_and_late_when_the_day_has_passed(wlt, meeting, refused):
    unit = wlt.unit
    with at("2026-04-16T18:00"):
        wlt.held(meeting, unit.leader)
        row, other = wlt.decided(meeting, unit.head), wlt.decided(meeting, unit.officer, "摸底", "2026-04-30")
        wlt.settled(meeting)
    with at("2026-05-06"):
        assert [todo.late for todo in work(by=unit.officer)] == [True]
        assert [todo.late for todo in work(by=unit.head)] == [False]
        refused("REASON_REQUIRED", commands.reach, by=unit.head, on=again(row), saying=Reaching(""))
        refused("WRONG_ACTOR", commands.reach, by=unit.office, on=again(row), saying=Reaching("已办"))
        theirs = keep(
            b"x", name="别人的.txt", kind="txt", congress=unit.office.congress, owner=unit.office.person
        )
        borrowed = Reaching("标识已安装，见照片", attachments=(theirs.id,))
        refused("NO_EVIDENCE", commands.reach, by=unit.head, on=again(row), saying=borrowed)
        done = commands.reach(by=unit.head, on=again(row), saying=Reaching("标识已安装，见照片"))
        assert str(done.reached_on) == "2026-05-06" and not work(by=unit.head)
        dropped = commands.drop(by=unit.leader, on=again(other), saying=Because("并入另一项"))
        assert dropped.stage is w.Resolution.DROPPED and not work(by=unit.officer)


# Sight


def test_who_may_see_what(world, wlt, meeting, deputies):
    unit = wlt.unit
    with at("2026-04-16T18:00"):
        wlt.held(meeting, deputies[0], unit.leader)
        wlt.decided(meeting, unit.head)
        wlt.presented(meeting)
        assert file(meeting.id, by=unit.office).minutes and len(file(meeting.id, by=unit.office).guests) == 5
        mine = file(meeting.id, by=deputies[1])
        assert not mine.minutes and [row.person_id for row in mine.guests] == [deputies[1].person]
        assert not mine.resolutions
        for stranger in (world.deputy, world.unit("NYT").office, world.clerk, unit.head):
            assert file(meeting.id, by=stranger) is None and not meetings(by=stranger).rows
        commands.settle(by=unit.leader, on=again(meeting))
        assert file(meeting.id, by=deputies[1]).minutes and file(meeting.id, by=unit.head).resolutions


def test_joint_research_is_seen_by_every_unit_that_holds_it(world, wlt, deputies):
    other = world.unit("JTT")
    with at("2026-03-20"):
        row = wlt.called(kind="research", units=(other.id,), guests=(deputies[0].person,))
        assert Notice.objects.filter(organisation_id=other.id, track="meeting").exists()
        assert file(row.id, by=other.office).is_host
        assert [found.id for found in meetings(by=other.office).rows] == [row.id]


def test_the_office_of_the_congress_holds_meetings_of_its_own(world, wlt):
    with at("2026-02-20"):
        new = wlt.new(by=world.clerk)
        said = wlt.calling(kind="hand_over", chair=world.head.person, guests=(wlt.unit.leader.person,))
        row = commands.convene(by=world.clerk, on=new, saying=said)
        assert file(row.id, by=world.office).is_host and not file(row.id, by=wlt.unit.leader).is_host
        assert file(row.id, by=wlt.unit.officer) is None


# Un-invited singly


def test_one_is_uninvited_and_told_and_the_others_stay(wlt, meeting, deputies, refused):
    first, second = deputies[:2]
    with at("2026-04-02"):
        commands.attend(by=first, on=wlt.guest(meeting, first))
        guest = wlt.guest(meeting, first)
        refused("REASON_REQUIRED", commands.uninvite, by=wlt.unit.office, on=guest, saying=Because(" "))
        refused("WRONG_ACTOR", commands.uninvite, by=first, on=guest, saying=Because("不来了"))
        row = commands.uninvite(by=wlt.unit.office, on=guest, saying=Because("改邀下一批"))
        assert row.stage is w.Guest.UNINVITED and not row.answer
        assert Notice.objects.filter(person_id=first.person, action="uninvite").count() == 1
        assert not WorkItem.objects.filter(person_id=first.person).exists()
        refused("TOO_LATE", commands.attend, by=first, on=row)
        told = answers([meeting], by=wlt.unit.office)[meeting.id]
        assert (told.asked, told.coming) == (4, 0) and wlt.guest(meeting, second).stage is w.Guest.INVITED


def test_who_was_uninvited_reads_why_and_nothing_of_what_came_of_it(wlt, meeting, deputies):
    first = deputies[0]
    with at("2026-04-02"):
        commands.uninvite(by=wlt.unit.office, on=wlt.guest(meeting, first), saying=Because("改邀下一批"))
    with at("2026-04-16T18:00"):
        row = wlt.held(meeting, deputies[1], wlt.unit.leader)
        wlt.decided(row, wlt.unit.head)
        wlt.settled(row)
        seen = file(meeting.id, by=first)
        assert seen.guests[0].uninvited == "改邀下一批"
        assert not seen.minutes and not seen.resolutions and not seen.attendance


def test_nobody_is_uninvited_once_it_was_held(wlt, meeting, deputies, refused):
    with at("2026-04-16T18:00"):
        wlt.held(meeting, deputies[0])
        for one in deputies[:2]:
            refused(
                "TOO_LATE",
                commands.uninvite,
                by=wlt.unit.office,
                on=wlt.guest(meeting, one),
                saying=Because("误邀"),
            )


def test_who_was_uninvited_is_invited_again_singly_and_by_no_list(wlt, meeting, deputies, refused):
    first = deputies[0]
    with at("2026-04-02"):
        row = commands.uninvite(by=wlt.unit.office, on=wlt.guest(meeting, first), saying=Because("误点"))
        said = wlt.calling(guests=(first.person,))
        answer = refused(
            "CHECKLIST_UNMET", commands.convene, by=wlt.unit.office, on=again(meeting), saying=said
        )
        assert "重新邀请" in answer.reasons[0]
        refused("WRONG_ACTOR", commands.invite_again, by=first, on=row)
        row = commands.invite_again(by=wlt.unit.office, on=row)
        assert row.stage is w.Guest.INVITED and not row.uninvited and due(row, L.ATTENDANCE) == "2026-04-16"
        assert [todo.item.action for todo in work(by=first)] == ["attend"]
        commands.uninvite(by=wlt.unit.office, on=wlt.guest(meeting, deputies[1]), saying=Because("误邀"))
        row = commands.convene(by=wlt.unit.office, on=again(meeting), saying=wlt.calling())
        assert wlt.guest(row, deputies[1]).stage is w.Guest.UNINVITED, (
            "a list that is changed invites nobody anew"
        )


# Handed on


def in_force(wlt, meeting, owner):
    with at("2026-04-16T18:00"):
        row = wlt.held(meeting, wlt.unit.leader)
        wlt.decided(row, owner)
        wlt.settled(row)
    return Resolution.objects.get(root_id=meeting.id)


def test_a_decision_is_handed_on_within_the_house_and_all_concerned_are_told(
    world, wlt, meeting, deputies, refused
):
    unit = wlt.unit
    row = in_force(wlt, meeting, unit.head)
    with at("2026-04-20"):
        refused(
            "REASON_REQUIRED", commands.hand_on, by=unit.head, on=row, saying=Passing("", unit.officer.person)
        )
        for nobody in (deputies[0].person, world.unit("NYT").officer.person, unit.head.person, 0):
            refused("CHECKLIST_UNMET", commands.hand_on, by=unit.head, on=row, saying=Passing("调岗", nobody))
        refused(
            "WRONG_ACTOR",
            commands.hand_on,
            by=unit.officer,
            on=row,
            saying=Passing("调岗", unit.officer.person),
        )
        row = commands.hand_on(by=unit.head, on=row, saying=Passing("调岗", unit.officer.person))
        assert (row.owner_id, row.before_id, row.stage) == (
            unit.officer.person,
            unit.head.person,
            w.Resolution.IN_FORCE,
        )
        assert due(row, L.RESOLUTION) == "2026-05-29", "the day stays as it was decided"
        told = set(Notice.objects.filter(action="hand_on").values_list("person_id", flat=True))
        assert {unit.head.person, unit.officer.person} <= told
        assert [todo.item.action for todo in work(by=unit.officer)] == ["reach"] and not work(by=unit.head)
        refused("WRONG_ACTOR", commands.reach, by=unit.head, on=row, saying=Reaching("已办"))
        row = commands.hand_on(by=unit.office, on=row, saying=Passing("出差", unit.head.person))
        assert commands.reach(by=unit.head, on=row, saying=Reaching("已办")).stage is w.Resolution.REACHED


def test_who_handed_it_on_still_reads_what_became_of_it(wlt, meeting):
    unit = wlt.unit
    row = in_force(wlt, meeting, unit.head)
    with at("2026-04-20"):
        commands.hand_on(by=unit.head, on=row, saying=Passing("调岗", unit.officer.person))
        for reader in (unit.head, unit.officer):
            assert [each.id for each in file(meeting.id, by=reader).resolutions] == [row.id]


def test_nothing_is_handed_on_before_it_binds_or_when_it_is_done(wlt, meeting, refused):
    unit = wlt.unit
    with at("2026-04-16T18:00"):
        noted = wlt.decided(wlt.held(meeting, unit.leader), unit.head)
        refused(
            "TOO_EARLY",
            commands.hand_on,
            by=unit.office,
            on=noted,
            saying=Passing("调岗", unit.officer.person),
        )
        wlt.settled(meeting)
        done = commands.reach(by=unit.head, on=again(noted), saying=Reaching("已办"))
        refused(
            "TOO_LATE", commands.hand_on, by=unit.office, on=done, saying=Passing("调岗", unit.officer.person)
        )
