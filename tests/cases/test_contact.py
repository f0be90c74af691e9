"""A contact counts once the deputy says it took place, or lets the time to say so pass."""

from datetime import timedelta

import pytest

from build import again, at
from dates import due
from jianyi.cases.commands import handlings, papers
from jianyi.cases.due import tick_all
from jianyi.cases.models import Contact
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Confirming, Met
from jianyi.procedure.words import ContactGate, Limit as L
from jianyi.turn.models import Deadline


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


def test_confirmed_it_stops_the_clock_of_the_first_contact(world, task):
    with at("2026-03-04"):
        handlings.confirm_contact(by=world.deputy, on=world.met(task))
    assert Deadline.objects.get(holder_id=task.id, limit=L.CONTACT).ended_at is not None


def test_disputed_it_counts_for_nothing(world, task, refused):
    with at("2026-03-04"):
        contact = world.met(task)
        handlings.dispute_contact(by=world.deputy, on=contact, saying=Confirming("没有这次通话"))
        refused("NO_CONTACT", handlings.begin, by=world.unit("NYT").officer, on=task)
    assert Deadline.objects.get(holder_id=task.id, limit=L.CONTACT).ended_at is None
    assert again(contact).stage is w.Contact.DISPUTED


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
    task = handlings.begin(by=world.unit("NYT").officer, on=task)
    assert papers.present(by=world.unit("NYT").officer, on=world.written(task)).stage is w.Paper.AT_DESK


def test_a_second_round_needs_a_contact_of_its_own(world, refused):
    second = world.handled_again(world.rated("dissatisfied"))
    refused("NO_CONTACT", handlings.begin, by=world.unit("NYT").officer, on=second)
