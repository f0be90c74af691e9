"""A proposer who asked for it is hidden from the units; the congress's office speaks for the unit, and it counts."""

import pytest

from build import again, at
from jianyi.cases.commands import handlings, papers
from jianyi.cases.models import Contact, Delivery, Handling
from jianyi.cases.queries.files import HIDDEN_NAME, case as file_of
from jianyi.cases.queries.preview import timeline
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Met
from jianyi.procedure.words import Limit as L
from jianyi.turn.models import Deadline


@pytest.fixture
def task(world):
    told = {"confidential": True, "confidential_reason": "涉及本人所在单位"}
    with at("2026-02-26"):
        return world.routed(world.handed_over(**told)[0])


@pytest.fixture
def said(world):
    def met():
        return Met(
            mode="phone",
            occurred_at=clock.now(),
            deputies=(world.deputy.person,),
            summary="已转告思路",
            staff="经办人",
        )

    return met


@pytest.fixture
def relayed(world, task, said):
    with at("2026-03-04"):
        return handlings.relay_contact(by=world.clerk, on=Contact.of(task), saying=said())


@pytest.fixture
def sent(world, task, relayed):
    with at("2026-03-05"):
        handlings.confirm_contact(by=world.deputy, on=relayed)
        return world.sent(handlings.begin(by=world.unit("NYT").officer, on=task))


def test_a_reason_is_given_with_the_wish(world, refused):
    from jianyi.cases.commands import suggestions

    answer = refused(
        "CHECKLIST_UNMET", suggestions.submit, by=world.deputy, on=world.draft(confidential=True)
    )
    assert "保密理由" in answer.reasons[0]


def test_the_unit_does_not_speak_with_the_deputy_itself(world, task, said, refused):
    with at("2026-03-04"):
        answer = refused(
            "WRONG_ACTOR",
            handlings.record_contact,
            by=world.unit("NYT").officer,
            on=Contact.of(task),
            saying=said(),
        )
    assert "议案建议处" in answer.reasons[0]


def test_what_is_open_is_not_relayed(world, said, refused):
    task = world.routed(world.handed_over()[0])
    refused("WRONG_ACTOR", handlings.relay_contact, by=world.clerk, on=Contact.of(task), saying=said())


def test_a_relayed_contact_counts_like_any_other(world, task, relayed):
    with at("2026-03-05"):
        handlings.confirm_contact(by=world.deputy, on=relayed)
        assert handlings.begin(by=world.unit("NYT").officer, on=task).stage is w.Handling.WORKING
    assert relayed.relayed and Deadline.objects.get(holder_id=task.id, limit=L.CONTACT).ended_at is not None


def test_the_reply_is_relayed_and_the_time_to_rate_begins_with_that(world, sent):
    assert again(sent).stage is w.Paper.TO_RELAY and not Deadline.objects.filter(limit=L.RATING).exists()
    assert again(Handling.objects.get()).stage is w.Handling.WORKING
    with at("2026-03-09"):
        papers.relay(by=world.clerk, on=sent)
    assert str(Deadline.objects.get(limit=L.RATING).due_on) == "2026-03-30"
    assert again(Handling.objects.get()).stage is w.Handling.DELIVERED
    assert Delivery.objects.get().channel == "relayed"
    world.rate(world.sheet_of(sent.root))


def test_the_clock_of_the_reply_stops_when_the_unit_has_sent_it(task, sent):
    assert Deadline.objects.get(holder_id=task.id, limit=L.REPLY).ended_at is not None


def test_the_unit_does_not_relay_by_itself(world, sent, refused):
    for by in (world.unit("NYT").officer, world.unit("NYT").office):
        refused("WRONG_ACTOR", papers.relay, by=by, on=sent)


@pytest.fixture
def readers(world):
    nyt = world.unit("NYT")
    return [nyt.office, nyt.leader, nyt.head, nyt.officer, nyt.principal]


def test_no_reader_of_the_unit_learns_the_name(world, sent, readers):
    papers.relay(by=world.clerk, on=sent)
    for by in readers:
        file = file_of(sent.root_id, by=by)
        assert file.hides_names and file.proposers == [HIDDEN_NAME] and file.salutation == HIDDEN_NAME
        assert not file.deliveries and not file.invitations
        told = " ".join(event.who for event in timeline(file))
        assert "周知远" not in told and HIDDEN_NAME in told


def test_the_congress_and_the_deputy_know_it(world, sent):
    for by in (world.clerk, world.head, world.deputy):
        assert file_of(sent.root_id, by=by).proposers == ["周知远"]


def test_on_the_unit_s_lists_the_name_is_hidden_as_well(world, sent):
    from jianyi.cases.queries import lists

    (row,) = lists.handlings(by=world.unit("NYT").office).rows
    assert row.suggestion.confidential
    assert not lists.suggestions(by=world.unit("NYT").office, words_in_title="周知远").rows
    assert lists.suggestions(by=world.clerk, words_in_title="周知远").rows
