"""A suggestion is taken back by all who made it; and one goes along with another without losing itself."""

import pytest

from build import again, at
from jianyi.cases.commands import suggestions
from jianyi.cases.models import Delivery, Handling, Invitation, Sheet, Withdrawal
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Inviting, Merging
from jianyi.procedure.words import Role, Withdraw
from jianyi.turn.models import Deadline


@pytest.fixture
def joint(world):
    """Handed in by three deputies."""
    draft = world.draft()
    for invitation, name in zip(world.invited(draft, "何望川", "陆怀谷"), ("何望川", "陆怀谷"), strict=True):
        world.co_signed(invitation, name)
    return suggestions.submit(by=world.deputy, on=draft)


def test_a_single_deputy_takes_it_back_with_a_reason(world, refused):
    case = world.submitted()
    refused(
        "REASON_REQUIRED",
        suggestions.ask_withdrawal,
        by=world.deputy,
        on=Withdrawal.of(case),
        saying=Because(" "),
    )
    assert world.withdrawing(case).stage is w.Withdrawal.GRANTED
    assert again(case).stage is w.Suggestion.WITHDRAWN


def test_only_the_lead_asks(world, joint, refused):
    for by in (world.a_deputy("何望川"), world.clerk):
        refused(
            "WRONG_ACTOR", suggestions.ask_withdrawal, by=by, on=Withdrawal.of(joint), saying=Because("撤回")
        )


def test_a_joint_one_is_taken_back_when_all_agree(world, joint, refused):
    asked = world.withdrawing(joint)
    suggestions.agree(by=world.a_deputy("何望川"), on=asked)
    assert again(joint).stage is w.Suggestion.SUBMITTED
    refused("WRONG_ACTOR", suggestions.agree, by=world.a_deputy("何望川"), on=asked)
    suggestions.agree(by=world.a_deputy("陆怀谷"), on=asked)
    assert again(asked).stage is w.Withdrawal.GRANTED and again(joint).stage is w.Suggestion.WITHDRAWN


def test_one_who_objects_is_enough(world, joint):
    asked = world.withdrawing(joint)
    suggestions.object_(by=world.a_deputy("陆怀谷"), on=asked)
    assert again(asked).stage is w.Withdrawal.REFUSED and again(joint).stage is w.Suggestion.SUBMITTED
    assert world.withdrawing(joint).stage is w.Withdrawal.ASKED, "and it may be asked anew"


def test_there_is_one_request_at_a_time_and_the_lead_may_drop_it(world, joint, refused):
    asked = world.withdrawing(joint)
    refused(
        "CHECKLIST_UNMET",
        suggestions.ask_withdrawal,
        by=world.deputy,
        on=Withdrawal.of(joint),
        saying=Because("撤"),
    )
    assert suggestions.drop_withdrawal(by=world.deputy, on=asked).stage is w.Withdrawal.DROPPED


def test_handed_over_it_ends_every_handling_and_every_clock_in_the_same_turn(world):
    lead, helping = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))
    paper = world.written(world.working(lead, "JTT"), "JTT")
    world.withdrawing(lead.root)
    assert {again(lead).stage, again(helping).stage} == {w.Handling.LAPSED} and again(
        paper
    ).stage is w.Paper.VOID
    assert not Deadline.objects.filter(root_id=lead.root_id, ended_at=None).exists()


def test_once_it_is_answered_it_is_too_late(world, refused):
    case = world.answered().root
    refused(
        "TOO_LATE",
        suggestions.ask_withdrawal,
        by=world.deputy,
        on=Withdrawal.of(case),
        saying=Because("撤回"),
    )


def test_a_request_that_is_overtaken_by_the_reply_lapses(world):
    draft = world.draft()
    world.co_signed(world.invited(draft, "何望川")[0], "何望川")
    case = suggestions.register(by=world.clerk, on=suggestions.submit(by=world.deputy, on=draft))
    (task,) = world.handed_to(case, ("NYT", Role.SOLE))
    asked = world.withdrawing(case)
    world.sent(world.working(task))
    assert again(asked).stage is w.Withdrawal.DROPPED and again(case).stage is w.Suggestion.ANSWERED


def test_where_the_place_says_so_it_is_too_late_from_the_hand_over_on(world, lays_down, refused):
    lays_down(Withdraw.BEFORE_HAND_OVER)
    (task,) = world.handed_over()
    answer = refused(
        "TOO_LATE",
        suggestions.ask_withdrawal,
        by=world.deputy,
        on=Withdrawal.of(task.root),
        saying=Because("撤回"),
    )
    assert "已交办" in answer.reasons[0]
    assert world.withdrawing(world.proposed(("NYT", Role.SOLE))).stage is w.Withdrawal.GRANTED


def test_a_draft_is_thrown_away_without_asking(world):
    assert suggestions.discard(by=world.deputy, on=world.draft()).stage is w.Suggestion.WITHDRAWN


# Merging


@pytest.fixture
def main(world):
    return world.registered()


@pytest.fixture
def other(world):
    """何望川's, co-signed by 林采薇."""
    he = world.a_deputy("何望川")
    draft = world.draft(deputy=he)
    row = Invitation.of(draft, person_id=world.a_deputy("林采薇").person)
    row = suggestions.invite(by=he, on=row, saying=Inviting("请阅"))
    world.co_signed(row, "林采薇")
    return suggestions.register(by=world.clerk, on=suggestions.submit(by=he, on=draft))


def test_what_is_merged_keeps_its_number(world, main, other):
    world.merged(other, main)
    assert (again(other).stage, again(other).number, again(other).merged_into_id) == (
        w.Suggestion.MERGED,
        2,
        main.id,
    )


def test_whoever_must_not_be_named_is_not_merged_into_what_names_its_proposers(world, main, refused):
    hidden = {"deputy": world.a_deputy("何望川"), "confidential": True, "confidential_reason": "涉及本单位"}
    other = world.registered(**hidden)
    answer = refused(
        "CHECKLIST_UNMET", suggestions.merge, by=world.clerk, on=other, saying=Merging(main.id, "同一事项")
    )
    assert "身份保密" in answer.reasons[0] and "类办组" in answer.reasons[0]
    assert again(other).stage is w.Suggestion.REGISTERED and again(other).merged_into_id is None
    world.merged(main, other)
    assert again(main).merged_into_id == other.id, "there nobody is named"
    third = world.registered(**hidden)
    world.merged(third, other)
    assert again(third).stage is w.Suggestion.MERGED


def test_its_proposers_get_the_reply_and_its_lead_rates(world, main, other):
    world.merged(other, main)
    world.sent(world.working(world.handed_to(main, ("NYT", Role.SOLE))[0]))
    he, lin = world.a_deputy("何望川").person, world.a_deputy("林采薇").person
    assert set(Delivery.objects.values_list("person_id", flat=True)) == {world.deputy.person, he, lin}
    assert set(Sheet.objects.values_list("rater_id", flat=True)) == {world.deputy.person, he}
    world.rate(world.sheet_of(main, deputy=world.a_deputy("何望川")), by=world.a_deputy("何望川"))
    assert again(main).stage is w.Suggestion.ANSWERED, "the other sheet has not come back"


def test_it_sees_the_case_it_was_merged_into(world, main, other):
    from jianyi.cases.queries.files import case

    lin = world.a_deputy("林采薇")
    assert case(main.id, by=lin) is None
    world.merged(other, main)
    assert case(main.id, by=lin).is_proposer


def test_what_was_merged_into_a_merged_one_goes_along(world, main, other):
    third = world.registered(deputy=world.a_deputy("沈明溪"))
    world.merged(third, other)
    world.merged(other, main)
    world.sent(world.working(world.handed_to(main, ("NYT", Role.SOLE))[0]))
    shen = world.a_deputy("沈明溪").person
    assert Delivery.objects.filter(person_id=shen).exists() and Sheet.objects.filter(rater_id=shen).exists()


def test_whoever_was_merged_in_must_agree_when_it_is_taken_back(world, main, other):
    world.merged(other, main)
    asked = world.withdrawing(main)
    assert asked.stage is w.Withdrawal.ASKED
    for name in ("何望川", "林采薇"):
        suggestions.agree(by=world.a_deputy(name), on=asked)
    assert again(main).stage is w.Suggestion.WITHDRAWN


def test_units_proposed_for_what_is_merged_are_let_go(world, main, other):
    world.named(other, ("SLT", Role.SOLE))
    world.merged(other, main)
    assert Handling.objects.get(root_id=other.id).stage is w.Handling.LAPSED


def test_merging_says_into_which_and_why(world, main, other, refused):
    refused("CHECKLIST_UNMET", suggestions.merge, by=world.clerk, on=other, saying=Merging(0, "同一事项"))
    refused("REASON_REQUIRED", suggestions.merge, by=world.clerk, on=other, saying=Merging(main.id, ""))


def test_nothing_is_merged_into_itself_or_into_what_is_not_there(world, main, refused):
    refused("TOO_LATE", suggestions.merge, by=world.clerk, on=main, saying=Merging(main.id, "同一事项"))
    refused("CHANGED_MEANWHILE", suggestions.merge, by=world.clerk, on=main, saying=Merging(7, "同一事项"))


def test_after_the_hand_over_nothing_is_merged_any_more(world, main, other, refused):
    world.handed_to(main, ("NYT", Role.SOLE))
    refused("TOO_LATE", suggestions.merge, by=world.clerk, on=other, saying=Merging(main.id, "同一事项"))
    refused("TOO_LATE", suggestions.merge, by=world.clerk, on=main, saying=Merging(other.id, "同一事项"))


def test_a_claim_on_what_is_merged_is_settled(world, main, other):
    from jianyi.cases.models import Claim

    with at("2026-02-10"):
        row = Claim.of(other, unit_id=world.unit("SLT").id)
        claim = suggestions.claim(by=world.unit("SLT").office, on=row)
        world.merged(other, main)
    assert again(claim).stage is w.Claim.SETTLED
