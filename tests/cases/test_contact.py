"""A contact counts once the deputy says it took place, or lets the time to say so pass."""

from datetime import date, timedelta

import pytest

from build import again, at
from dates import due
from jianyi.cases.commands import handlings, papers
from jianyi.cases.due import tick_all
from jianyi.cases.invariants.clocks import every_clock_is_right
from jianyi.cases.models import Contact
from jianyi.cases.queries.files import case
from jianyi.documents.store import keep
from jianyi.kit import clock
from jianyi.parties import commands as parties
from jianyi.parties.models import Post
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action
from jianyi.procedure.facts.said import Confirming, Met, UnitRules
from jianyi.procedure.words import ContactGate, Duty, Limit as L
from jianyi.turn.clocks import is_late
from jianyi.turn.models import Deadline
from pictures import png


@pytest.fixture
def task(world):
    with at("2026-02-26"):
        return world.routed(world.handed_over()[0])


def by_phone(world, **other):
    told = {
        "mode": "phone",
        "occurred_at": clock.now(),
        "deputies": (world.deputy.person,),
        "summary": "说明思路",
        "staff": "经办人",
    }
    return Met(**told | other)


def test_work_does_not_begin_before_a_confirmed_contact(world, task, refused):
    officer = world.unit("NYT").officer
    with at("2026-03-04"):
        refused("NO_CONTACT", handlings.begin, by=officer, on=task)
        contact = world.met(task)
        refused("NO_CONTACT", handlings.begin, by=officer, on=task)
        handlings.confirm_contact(by=world.deputy, on=contact, saying=Confirming("还谈了补贴"))
        assert handlings.begin(by=officer, on=task).stage is w.Handling.WORKING
    assert again(contact).addition == "还谈了补贴"


def first_contact(task):
    return Deadline.objects.get(holder_id=task.id, limit=L.CONTACT)


def disputed(world, contact):
    said = Confirming("没有这次通话")
    return handlings.dispute_contact(by=world.deputy, on=contact, saying=said)


def test_recorded_on_the_last_day_and_confirmed_on_the_next_it_was_in_time(world, task):
    with at("2026-03-18T17:00"):
        contact = world.met(task)
    with at("2026-03-19T09:00"):
        handlings.confirm_contact(by=world.deputy, on=contact)
        assert not is_late(first_contact(task), clock.now())


def test_recorded_a_day_late_it_was_late_whatever_it_says_of_itself(world, task):
    """The day on which it is put on record counts: nobody can date that back."""
    with at("2026-03-19T09:00"):
        said = by_phone(world, occurred_at=clock.moment("2026-03-18T17:00"))
        contact = handlings.record_contact(by=world.unit("NYT").officer, on=Contact.of(task), saying=said)
        handlings.confirm_contact(by=world.deputy, on=contact)
        assert is_late(first_contact(task), clock.now())


def test_disputed_it_counts_for_nothing_and_the_clock_runs_on(world, task, refused):
    with at("2026-03-18"):
        contact = disputed(world, world.met(task))
        refused("NO_CONTACT", handlings.begin, by=world.unit("NYT").officer, on=task)
    assert first_contact(task).ended_at is None and first_contact(task).due_on == date(2026, 3, 18)
    with at("2026-03-19T00:00"):
        assert is_late(first_contact(task), clock.now())
    assert again(contact).stage is w.Contact.DISPUTED


def test_the_clock_stops_at_the_first_contact_that_stands(world, task):
    with at("2026-03-04"):
        first = world.met(task)
    with at("2026-03-09"):
        second = world.met(task)
    with at("2026-03-10"):
        disputed(world, first)
    assert first_contact(task).ended_at == again(second).recorded_at
    with at("2026-03-11"):
        disputed(world, second)
    assert first_contact(task).ended_at is None


def test_disputed_after_the_reply_it_starts_no_clock_of_what_is_over(world, task, lays_down):
    lays_down(ContactGate.WARNS)
    with at("2026-03-04"):
        contact = world.met(task)
        world.sent(handlings.begin(by=world.unit("NYT").officer, on=task))
        disputed(world, contact)
        assert first_contact(task).ended_at == again(task).delivered_at is not None
        assert not list(every_clock_is_right())


def test_unanswered_for_five_worked_days_it_counts_as_such(world, task):
    with at("2026-03-04"):
        contact = world.met(task)
    assert due(contact, L.CONFIRM_CONTACT) == "2026-03-11"
    with at("2026-03-12T00:00"):
        assert tick_all() == 1
        assert handlings.begin(by=world.unit("NYT").officer, on=task).stage is w.Handling.WORKING
    assert again(contact).stage is w.Contact.UNANSWERED


def test_each_contact_has_a_time_of_its_own_to_be_confirmed(world, task):
    with at("2026-03-04"):
        first = world.met(task)
    with at("2026-03-09"):
        second = world.met(task)
    assert (due(first, L.CONFIRM_CONTACT), due(second, L.CONFIRM_CONTACT)) == ("2026-03-11", "2026-03-16")
    with at("2026-03-12"):
        tick_all()
    assert (again(first).stage, again(second).stage) == (w.Contact.UNANSWERED, w.Contact.RECORDED)


def test_only_who_took_part_and_proposed_it_confirms(world, task, refused):
    """A colleague written into the list of deputies confirms nothing."""
    officer = world.unit("NYT").officer
    with at("2026-03-04"):
        said = by_phone(
            world, deputies=(world.deputy.person, officer.person, world.a_deputy("陆怀谷").person)
        )
        contact = handlings.record_contact(by=officer, on=Contact.of(task), saying=said)
        for by in (officer, world.unit("NYT").office, world.a_deputy("陆怀谷")):
            refused("WRONG_ACTOR", handlings.confirm_contact, by=by, on=contact)
        assert handlings.confirm_contact(by=world.deputy, on=contact).stage is w.Contact.CONFIRMED


# At what level it was


def met(world, task, day="2026-03-04", **told):
    with at(f"{day}T12:00"):
        said = by_phone(world, **{"staff": ""} | told)
        return handlings.record_contact(by=world.unit("NYT").officer, on=Contact.of(again(task)), saying=said)


def test_the_level_is_that_of_the_highest_who_was_there(world, task):
    nyt = world.unit("NYT")
    row = met(world, task, present=(nyt.officer.person, nyt.leader.person, nyt.head.person), staff="村支书甲")
    assert (row.level, row.stated, row.level_told) == ("leader", False, "分管领导")
    assert [each["level"] for each in row.present] == ["officer", "leader", "division"]
    assert nyt.leader.name in row.of_unit and row.of_unit.endswith("；村支书甲")


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({}, "谁参加了沟通"),
        ({"staff": " "}, "谁参加了沟通"),
        ({"level": "leader"}, "谁参加了沟通"),
        ({"present": "own", "level": "leader"}, "请不要另填层级"),
        ({"present": "stranger"}, "只选本单位人员"),
    ],
)
def test_nobody_claims_a_leader_without_naming_one(world, task, refused, told, says):
    who = {
        "own": (world.unit("NYT").officer.person,),
        "stranger": (world.unit("FGW").leader.person,),
        None: (),
    }
    with at("2026-03-04"):
        said = by_phone(world, **{"staff": ""} | told | {"present": who[told.get("present")]})
        answer = refused(
            "CHECKLIST_UNMET", handlings.record_contact, by=world.unit("NYT").officer, on=Contact.of(task), saying=said
        )  # fmt: skip
    assert any(says in reason for reason in answer.reasons) and not Contact.objects.exists()


def test_where_nobody_has_an_account_the_level_is_stated_and_shown_as_stated(world, task):
    row = met(world, task, staff="某某（副厅长）", level="leader")
    assert (row.level, row.stated, row.level_told) == ("leader", True, "分管领导（据填报）")
    assert met(world, task, staff="某某").level_told == ""


def test_as_they_stood_on_that_day(world, task):
    """A head who has become a leader since was there as a head; who has left since can still be named."""
    nyt = world.unit("NYT")
    with at("2026-03-06"):
        post = Post.objects.get(person_id=nyt.head.person)
        parties.end_post(by=world.admin, on=post)
        new = Post.in_(nyt.organisation, post.person, Duty.LEADER, "副厅长")
        parties.appoint(by=world.admin, on=new)
    on = {"present": (nyt.head.person,)}
    assert (
        met(world, task, "2026-03-09", **on, occurred_at=clock.moment("2026-03-05T10:00")).level == "division"
    )
    assert (
        met(world, task, "2026-03-09", **on, occurred_at=clock.moment("2026-03-09T10:00")).level == "leader"
    )


LACKING = {
    "no summary": {"summary": " "}, "no time": {"occurred_at": None}, "nobody": {"deputies": ()},
    "no place": {"mode": "visit"}, "nobody of the proposers": {"deputies": (7,)},
}  # fmt: skip


@pytest.mark.parametrize("lacking", LACKING)
def test_a_contact_is_described(world, task, refused, lacking):
    with at("2026-03-04"):
        said = by_phone(world, **LACKING[lacking])
        refused(
            "CHECKLIST_UNMET",
            handlings.record_contact,
            by=world.unit("NYT").officer,
            on=Contact.of(task),
            saying=said,
        )


@pytest.mark.parametrize("away", [timedelta(hours=1), timedelta(days=-9)])
def test_it_took_place_after_the_hand_over_and_before_now(world, task, refused, away):
    with at("2026-03-04"):
        said = by_phone(world, occurred_at=clock.now() + away)
        refused(
            "CHECKLIST_UNMET",
            handlings.record_contact,
            by=world.unit("NYT").officer,
            on=Contact.of(task),
            saying=said,
        )


def test_before_the_receipt_nothing_is_recorded(world, refused):
    (task,) = world.handed_over()
    refused(
        "WRONG_ACTOR",
        handlings.record_contact,
        by=world.unit("NYT").officer,
        on=Contact.of(task),
        saying=by_phone(world),
    )
    handlings.acknowledge(by=world.unit("NYT").office, on=task)
    refused(
        "WRONG_ACTOR",
        handlings.record_contact,
        by=world.unit("NYT").office,
        on=Contact.of(task),
        saying=by_phone(world),
    )


def test_where_the_place_only_warns_work_begins_without(world, task, lays_down):
    lays_down(ContactGate.WARNS)
    file = case(task.root_id, by=world.unit("NYT").officer)
    (act,) = [act for act in file.acts_on(task.come_home(file.under)) if act.action is Action.BEGIN]
    assert act.ready and act.warned == ["还没有经代表确认的办前沟通：先登记一次沟通，请代表确认。"]
    task = handlings.begin(by=world.unit("NYT").officer, on=task)
    assert papers.present(by=world.unit("NYT").officer, on=world.written(task)).stage is w.Paper.AT_DESK


def test_a_second_round_needs_a_contact_of_its_own(world, refused):
    second = world.handled_again(world.rated("dissatisfied"))
    refused("NO_CONTACT", handlings.begin, by=world.unit("NYT").officer, on=second)


# What is attached


def asks_for_photographs(world):
    unit = world.unit("NYT")
    said = UnitRules(photographs=True)
    return parties.set_rules(by=unit.office, on=again(unit.organisation), saying=said)


def test_where_the_unit_asks_for_it_nobody_was_met_without_a_photograph(
    world, task, refused, settings, tmp_path
):
    settings.JIANYI_FILES = tmp_path
    officer = world.unit("NYT").officer
    with at("2026-03-04"):
        asks_for_photographs(world)
        met = {"mode": "meeting", "where": "县政府"}
        answer = refused(
            "CHECKLIST_UNMET", handlings.record_contact, by=officer, on=Contact.of(again(task)), saying=by_phone(world, **met)
        )  # fmt: skip
        assert "照片" in answer.reasons[0]
        handlings.record_contact(by=officer, on=Contact.of(again(task)), saying=by_phone(world))
        picture = keep(png(), name="面商.png", kind="png", congress=officer.congress, owner=officer.person)
        said = by_phone(world, **met, photographs=(picture.id,))
        row = handlings.record_contact(by=officer, on=Contact.of(again(task)), saying=said)
    for reader, shown in ((officer, 1), (world.deputy, 1), (world.clerk, 1), (world.unit("NYT").head, 1)):
        file = case(task.root_id, by=reader)
        assert len(file.evidence.get(row.id, [])) == shown and not file.attachments
    assert case(task.root_id, by=world.unit("JTT").office) is None
