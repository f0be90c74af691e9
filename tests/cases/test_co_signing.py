"""Co-signers: asked by a limit, for one text, of their own will."""

import pytest

from build import again, at
from dates import due
from jianyi.cases.commands import suggestions
from jianyi.cases.due import tick_all
from jianyi.cases.models import Invitation
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import CoSigning, Inviting


@pytest.fixture
def draft(world):
    with at("2026-01-27T14:00"):
        return world.draft()


@pytest.fixture
def invitation(world, draft):
    with at("2026-01-27T14:00"):
        return world.invited(draft, "何望川")[0]


def test_in_the_sitting_the_answer_is_due_in_three_hours(world, invitation):
    with at("2026-01-27T16:59"):
        assert world.co_signed(invitation, "何望川").stage is w.Invitation.CONFIRMED


def test_after_the_last_minute_it_is_too_late_even_before_the_clock_has_looked(world, invitation, refused):
    with at("2026-01-27T17:00"):
        answer = refused(
            "TOO_LATE",
            suggestions.co_sign,
            by=world.a_deputy("何望川"),
            on=invitation,
            saying=CoSigning(True),
        )
        assert "2026 年 1 月 27 日 17:00" in answer.reasons[0]
        refused("TOO_LATE", suggestions.decline, by=world.a_deputy("何望川"), on=invitation)


def test_unanswered_it_lapses_by_the_clock(world, invitation):
    with at("2026-01-27T17:00"):
        assert tick_all() == 1
    assert again(invitation).stage is w.Invitation.LAPSED


def test_between_sittings_there_is_one_day(world):
    world.out_of_session()
    with at("2026-03-10T14:00"):
        invitation = world.invited(world.draft(), "何望川")[0]
    assert due(invitation, w.Limit.INVITATION) == "2026-03-11"


def test_a_changed_text_asks_those_again_who_had_confirmed(world, draft, invitation):
    with at("2026-01-27T15:00"):
        world.co_signed(invitation, "何望川")
    with at("2026-01-27T16:00"):
        suggestions.write(by=world.deputy, on=draft, saying=world.writing(title="另一个标题"))
    assert again(invitation).stage is w.Invitation.INVITED and again(invitation).digest == ""
    with at("2026-01-27T18:59"):
        world.co_signed(again(invitation), "何望川")
    assert again(invitation).stage is w.Invitation.CONFIRMED


def test_a_draft_saved_without_a_change_asks_nobody_again(world, draft, invitation):
    with at("2026-01-27T15:00"):
        world.co_signed(invitation, "何望川")
        suggestions.write(by=world.deputy, on=draft, saying=world.writing())
        suggestions.write(by=world.deputy, on=draft, saying=world.writing(publication_wish="title_only"))
    assert again(invitation).stage is w.Invitation.CONFIRMED


def test_who_has_not_answered_when_it_is_submitted_is_not_among_them(world, draft):
    with at("2026-01-27T14:00"):
        confirmed, silent = world.invited(draft, "何望川", "陆怀谷")
        world.co_signed(confirmed, "何望川")
        suggestions.submit(by=world.deputy, on=draft)
    assert again(silent).stage is w.Invitation.LAPSED and again(confirmed).stage is w.Invitation.CONFIRMED


def test_it_is_signed_after_reading_and_of_one_s_own_will(world, invitation, refused):
    with at("2026-01-27T15:00"):
        refused(
            "CHECKLIST_UNMET",
            suggestions.co_sign,
            by=world.a_deputy("何望川"),
            on=invitation,
            saying=CoSigning(False),
        )


def test_nobody_signs_for_another(world, invitation, refused):
    with at("2026-01-27T15:00"):
        for other in (world.deputy, world.a_deputy("陆怀谷"), world.clerk):
            refused("WRONG_ACTOR", suggestions.co_sign, by=other, on=invitation, saying=CoSigning(True))


def test_nobody_is_invited_twice_or_by_themselves(world, draft, invitation, refused):
    with at("2026-01-27T15:00"):
        for person in (world.a_deputy("何望川"), world.deputy):
            row = Invitation.of(draft, person_id=person.person)
            refused("CHECKLIST_UNMET", suggestions.invite, by=world.deputy, on=row, saying=Inviting("请阅"))


def test_who_declined_may_be_asked_once_more(world, draft, invitation):
    with at("2026-01-27T15:00"):
        suggestions.decline(by=world.a_deputy("何望川"), on=invitation)
        assert world.invited(draft, "何望川")[0].stage is w.Invitation.INVITED


def test_an_invitation_says_why(world, draft, refused):
    row = Invitation.of(draft, person_id=world.a_deputy("何望川").person)
    refused("REASON_REQUIRED", suggestions.invite, by=world.deputy, on=row, saying=Inviting(" "))


def test_who_has_confirmed_may_step_back_until_it_is_submitted(world, draft, invitation, refused):
    with at("2026-01-27T15:00"):
        world.co_signed(invitation, "何望川")
        second = world.invited(draft, "陆怀谷")[0]
        world.co_signed(second, "陆怀谷")
        assert suggestions.resign(by=world.a_deputy("陆怀谷"), on=second).stage is w.Invitation.DECLINED
        suggestions.submit(by=world.deputy, on=draft)
        refused("TOO_LATE", suggestions.resign, by=world.a_deputy("何望川"), on=again(invitation))


def test_after_it_is_submitted_nobody_is_invited(world, refused):
    case = world.submitted()
    row = Invitation.of(case, person_id=world.a_deputy("何望川").person)
    refused("TOO_LATE", suggestions.invite, by=world.deputy, on=row, saying=Inviting("请阅"))
