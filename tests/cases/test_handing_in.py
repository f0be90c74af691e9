"""How a suggestion comes in: by its deputy, by a delegation, from paper; and what the office makes of it."""

import pytest

from build import again, at
from dates import due
from jianyi.cases.commands import suggestions
from jianyi.cases.models import Claim
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Entered, NotTaken, Offer, PassedOn, Reviewed
from jianyi.procedure.words import DelegationReview, Duty, Limit as L
from jianyi.turn.models import Deadline


# What it must have


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ({"title": ""}, "标题"), ({"situation": " "}, "情况与问题"), ({"points": 0}, "具体建议"),
        ({"publication_wish": "none"}, "不公开的理由"), ({"confidential": True}, "保密理由"),
    ],
)  # fmt: skip
def test_it_is_whole_when_it_is_handed_in(world, refused, told, missing):
    answer = refused("CHECKLIST_UNMET", suggestions.submit, by=world.deputy, on=world.draft(**told))
    assert missing in answer.reasons[0]


def test_its_title_has_fifty_characters_at_most(world, refused):
    answer = refused("CHECKLIST_UNMET", suggestions.submit, by=world.deputy, on=world.draft(title="字" * 53))
    assert "3 字" in answer.reasons[0]
    assert suggestions.submit(by=world.deputy, on=world.draft(title="字" * 50))


def test_it_has_nine_attachments_at_most(world, refused):
    """Whatever door it comes by: the number stands in the rules of the place, not on a page."""
    many = tuple(range(1, 11))
    answer = refused(
        "CHECKLIST_UNMET",
        suggestions.write,
        by=world.deputy,
        on=world.blank(),
        saying=world.writing(attachments=many),
    )
    assert "9 个" in answer.reasons[0]
    refused(
        "CHECKLIST_UNMET",
        suggestions.enter,
        by=world.clerk,
        on=world.blank(),
        saying=on_paper(attachments=many),
    )
    assert suggestions.write(by=world.deputy, on=world.blank(), saying=world.writing(attachments=many[:9]))


def test_without_a_seat_nothing_is_handed_in(world, refused):
    from jianyi.parties import commands as parties
    from jianyi.parties.models import Seat

    draft = world.draft()
    parties.end_seat(by=world.admin, on=Seat.objects.get(root_id=world.deputy.person))
    refused("WRONG_ACTOR", suggestions.submit, by=world.deputy, on=draft)
    refused("WRONG_ACTOR", suggestions.write, by=world.deputy, on=draft, saying=world.writing())


def test_nobody_else_writes_or_hands_it_in(world, refused):
    draft = world.draft()
    for by in (world.clerk, world.a_deputy("何望川"), world.unit("NYT").office):
        refused("WRONG_ACTOR", suggestions.submit, by=by, on=draft)
        refused("WRONG_ACTOR", suggestions.write, by=by, on=draft, saying=world.writing())


# Sitting or not


def test_a_draft_goes_by_the_day_on_which_it_is_handed_in(world):
    """Begun while the congress sat, handed in after it: it is one between sittings, with its clock and its number."""
    draft = world.draft()
    world.out_of_session()
    with at("2026-03-09"):
        case = suggestions.submit(by=world.deputy, on=draft)
        assert case.between and due(case, L.HAND_OVER) == "2026-03-18"
        assert suggestions.register(by=world.clerk, on=case, saying=Reviewed()).no == "闭0001"


def test_in_the_sitting_there_is_no_time_for_the_hand_over(world):
    case = world.submitted()
    assert not case.between and not Deadline.objects.filter(holder_id=case.id).exists()


def test_sent_back_and_handed_in_after_the_session_it_is_one_between_sittings(world):
    case = world.submitted()
    suggestions.send_back(by=world.clerk, on=case, saying=Because("补一条"))
    world.out_of_session()
    with at("2026-03-09"):
        assert suggestions.submit(by=world.deputy, on=case).between
    assert due(case, L.HAND_OVER) == "2026-03-18"


def test_both_series_of_numbers_run_apart(world):
    first = world.registered()
    world.out_of_session()
    numbers = [case.no for case in (again(first), world.registered(), world.registered())]
    assert numbers == ["0001", "闭0001", "闭0002"]


# Delegations


def test_a_delegation_speaks_through_its_head(world, refused):
    tuan = world.person("团长", (world.delegation, Duty.DELEGATION_HEAD))
    row = world.blank()
    row.by_delegation = True
    draft = suggestions.write(by=tuan, on=row, saying=world.writing())
    refused("WRONG_ACTOR", suggestions.submit, by=world.deputy, on=draft)
    case = suggestions.submit(by=tuan, on=draft)
    from jianyi.cases.queries.files import case as file_of

    assert file_of(case.id, by=tuan).is_proposer and file_of(case.id, by=world.clerk).proposers == [
        "云浦代表团"
    ]


def test_where_the_place_says_so_the_delegation_looks_first(world, lays_down, refused):
    lays_down(DelegationReview.IN_SITTING)
    clerk = world.person("代表团干部", (world.delegation, Duty.DELEGATION_CLERK))
    case = world.submitted()
    assert case.stage is w.Suggestion.AT_DELEGATION
    refused("TOO_EARLY", suggestions.register, by=world.clerk, on=case, saying=Reviewed())
    refused("REASON_REQUIRED", suggestions.send_back, by=clerk, on=case, saying=Because())
    assert suggestions.send_back(by=clerk, on=case, saying=Because("一事一议")).stage is w.Suggestion.DRAFT
    suggestions.submit(by=world.deputy, on=case)
    assert suggestions.endorse(by=clerk, on=case).stage is w.Suggestion.SUBMITTED


def test_between_sittings_the_delegation_is_left_out(world, lays_down):
    lays_down(DelegationReview.IN_SITTING)
    world.out_of_session()
    assert world.submitted().stage is w.Suggestion.SUBMITTED


# From paper


def on_paper(**told):
    text = {
        "title": "关于灌排设施管护的建议",
        "situation": "年久失修。",
        "points": ("明确责任",),
        "received": "2月3日收到原件",
    }
    return Entered(**text | told)


def test_the_office_enters_a_paper_and_the_record_says_so(world):
    case = suggestions.enter(by=world.clerk, on=world.blank(), saying=on_paper())
    kept = again(case)
    assert (kept.stage, kept.entered, kept.title) == (w.Suggestion.SUBMITTED, True, "关于灌排设施管护的建议")
    assert (
        kept.points == ["明确责任"]
        and kept.received == "2月3日收到原件"
        and kept.submitted_at
        and kept.text_digest
    )
    from jianyi.journal.models import Line

    assert Line.objects.get(root_id=case.id).by["as"] == ["congress_office"]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"title": " "}, "CHECKLIST_UNMET"),
        ({"points": ("", " ")}, "CHECKLIST_UNMET"),
        ({"received": ""}, "REASON_REQUIRED"),
    ],
)
def test_what_is_entered_is_whole_and_says_how_it_came(world, refused, told, code):
    refused(code, suggestions.enter, by=world.clerk, on=world.blank(), saying=on_paper(**told))


def test_a_deputy_enters_nothing(world, refused):
    refused("WRONG_ACTOR", suggestions.enter, by=world.deputy, on=world.blank(), saying=on_paper())


def test_an_entered_one_is_the_deputy_s_from_there_on(world):
    case = suggestions.enter(by=world.clerk, on=world.blank(), saying=on_paper())
    assert world.withdrawing(case).stage is w.Withdrawal.GRANTED


# Review


@pytest.mark.parametrize(
    ("command", "stage"),
    [
        (suggestions.turn_down, w.Suggestion.RETURNED),
        (suggestions.treat_as_letter, w.Suggestion.LETTER),
        (suggestions.keep_for_reference, w.Suggestion.REFERENCE),
    ],
)
def test_what_is_not_taken_is_given_its_reason_and_ends(world, refused, command, stage):
    case = world.submitted()
    refused("REASON_REQUIRED", command, by=world.clerk, on=case, saying=PassedOn("", ("personal",)))
    done = command(by=world.clerk, on=case, saying=PassedOn("请求解决亲属编制", ("personal",)))
    assert done.stage is stage and done.number is None
    refused("TOO_LATE", suggestions.register, by=world.clerk, on=case, saying=Reviewed())


def test_what_is_on_the_negative_list_is_not_registered(world, refused):
    refused(
        "CHECKLIST_UNMET",
        suggestions.register,
        by=world.clerk,
        on=world.submitted(),
        saying=Reviewed((), ("personal",)),
    )


def test_a_number_is_frozen(world, refused):
    case = world.registered()
    for by in (world.clerk, world.head, world.deputy):
        answer = refused("FROZEN", suggestions.renumber, by=by, on=case, saying=Because("改号"))
        assert "冻结" in answer.reasons[0]


def test_numbers_have_no_gap_when_one_is_turned_down(world):
    world.registered()
    suggestions.turn_down(by=world.clerk, on=world.submitted(), saying=NotTaken("个人问题"))
    assert world.registered().number == 2


# Claims


@pytest.fixture
def waiting(world):
    with at("2026-02-02"):
        return world.registered()


def claim(world, case, name, leads=False):
    unit = world.unit(name)
    return suggestions.claim(
        by=unit.office, on=Claim.of(case, unit_id=unit.id), saying=Offer(leads, "职责所在")
    )


def test_units_claim_until_the_day_that_was_set(world, waiting, refused):
    with at("2026-02-14T23:59"):
        assert claim(world, waiting, "FGW", leads=True).leads
    with at("2026-02-15T00:00"):
        row = Claim.of(waiting, unit_id=world.unit("WLT").id)
        refused("TOO_LATE", suggestions.claim, by=world.unit("WLT").office, on=row)


def test_a_unit_claims_once_and_may_step_back(world, waiting, refused):
    with at("2026-02-10"):
        row = claim(world, waiting, "FGW")
        refused(
            "CHECKLIST_UNMET",
            suggestions.claim,
            by=world.unit("FGW").office,
            on=Claim.of(waiting, unit_id=row.unit_id),
        )
        suggestions.unclaim(by=world.unit("FGW").office, on=row)
        assert claim(world, waiting, "FGW").stage is w.Claim.CLAIMED


def test_a_unit_claims_in_its_own_name(world, waiting, refused):
    with at("2026-02-10"):
        row = Claim.of(waiting, unit_id=world.unit("FGW").id)
        for by in (world.unit("JTT").office, world.unit("FGW").leader, world.clerk):
            refused("WRONG_ACTOR", suggestions.claim, by=by, on=row)


def test_the_hand_over_settles_every_claim(world, waiting):
    with at("2026-02-10"):
        rows = [claim(world, waiting, name) for name in ("FGW", "JTT")]
        world.handed_to(waiting, ("FGW", w.Role.SOLE))
    assert {again(row).stage for row in rows} == {w.Claim.SETTLED}
