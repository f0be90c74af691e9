"""Person-times are counted from the records that stand; a level that was asked for must have been reached (源 G9, N5)."""

import pytest

from build import again, at
from jianyi.cases.commands import handlings, papers
from jianyi.cases.due import tick_all
from jianyi.cases.models import Contact, Handling, Paper
from jianyi.cases.queries.meetings import Tally, tallies
from jianyi.kit import clock
from jianyi.procedure.facts.said import Again, Because, Confirming, Met
from jianyi.procedure.words import Role


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


@pytest.fixture
def task(world):
    with at("2026-02-26"):
        return world.routed(world.handed_over(("NYT", Role.SOLE))[0])


def met(world, task, mode="meeting", level="officer", deputies=None):
    said = Met(
        phase="during", mode=mode, occurred_at=clock.now(), where="云浦市", summary="说明思路",
        deputies=tuple(deputies or (world.deputy.person,)), present=(world.unit("NYT").of(level),),
    )  # fmt: skip
    return handlings.record_contact(by=world.unit("NYT").officer, on=Contact.of(task), saying=said)


def counted(by, task):
    return tallies(by, [again(task)]).get(task.id)


def test_what_is_not_confirmed_yet_counts_nothing(world, nyt, task):
    with at("2026-03-04"):
        assert counted(nyt.office, task) == Tally(of=1)
        row = met(world, task)
        assert counted(nyt.office, task) == Tally(of=1)
        handlings.confirm_contact(by=world.deputy, on=row)
        assert counted(nyt.office, task) == Tally(times=1, faces=1, met=1, of=1)


def test_what_is_disputed_counts_nothing(world, nyt, task):
    with at("2026-03-04"):
        handlings.dispute_contact(by=world.deputy, on=met(world, task), saying=Confirming("没有见面"))
        assert counted(nyt.office, task) == Tally(of=1)


def test_what_nobody_answered_passes_the_gate_and_is_counted_apart(world, nyt, task):
    with at("2026-03-04"):
        met(world, task)
    with at("2026-03-12"):
        tick_all()
        assert counted(nyt.office, task) == Tally(of=1, unanswered=1)
        handlings.begin(by=nyt.officer, on=again(task))


def test_a_telephone_call_is_a_person_time_and_nobody_was_met(world, nyt, task):
    with at("2026-03-04"):
        handlings.confirm_contact(by=world.deputy, on=met(world, task, "phone"))
    told = counted(nyt.office, task)
    assert (told.times, told.faces, told.met, told.rate) == (1, 0, 0, "0.00%")


def test_nobody_else_is_told_how_often(world, nyt, task):
    assert counted(world.unit("FGW").office, task) is None and counted(world.deputy, task) is None


def second_round(world, min_level):
    sheet = world.rated("dissatisfied")
    papers.handle_again(by=world.office, on=sheet, saying=Again("写明由谁执行", min_level))
    return Handling.objects.get(root_id=sheet.root_id, round=2)


def ready(world, task, level):
    handlings.confirm_contact(by=world.deputy, on=met(world, task, level=level))
    handlings.begin(by=world.unit("NYT").officer, on=again(task))
    paper = Paper.objects.get(handling_id=task.id)
    return papers.write(by=world.unit("NYT").officer, on=paper, saying=world.text(again(task), "B"))


@pytest.mark.parametrize("level", ["officer", "division"])
def test_a_lower_level_than_asked_for_does_not_let_the_reply_go_to_the_desks(world, nyt, refused, level):
    task = second_round(world, "leader")
    paper = ready(world, task, level)
    answer = refused("CHECKLIST_UNMET", papers.present, by=nyt.officer, on=paper)
    assert "不低于分管领导" in answer.reasons[0]
    handlings.confirm_contact(by=world.deputy, on=met(world, task, level="leader"))
    papers.present(by=nyt.officer, on=paper)


def test_a_call_by_that_level_is_not_the_talk_face_to_face_that_the_letter_asks_for(world, nyt, refused):
    task = second_round(world, "leader")
    paper = ready(world, task, "officer")
    handlings.confirm_contact(by=world.deputy, on=met(world, task, "phone", level="leader"))
    answer = refused("CHECKLIST_UNMET", papers.present, by=nyt.officer, on=paper)
    assert "请由分管领导以上当面与代表沟通" in answer.reasons[0]


@pytest.mark.parametrize("level", ["leader", "principal"])
def test_that_level_or_a_higher_one_does(world, nyt, level):
    papers.present(by=nyt.officer, on=ready(world, second_round(world, "leader"), level))


def test_where_no_level_is_asked_for_any_will_do(world, nyt):
    papers.present(by=nyt.officer, on=ready(world, second_round(world, ""), "officer"))


def test_a_leader_met_in_the_first_round_is_not_met_in_the_second(world, nyt, refused):
    """The level is asked of the round that was decided, whatever happened before."""
    sheet = world.rated("dissatisfied")
    first = sheet.paper.handling
    handlings.confirm_contact(by=world.deputy, on=met(world, first, level="principal"))
    papers.handle_again(by=world.office, on=sheet, saying=Again("写明由谁执行", "leader"))
    task = Handling.objects.get(root_id=sheet.root_id, round=2)
    refused("CHECKLIST_UNMET", papers.present, by=nyt.officer, on=ready(world, task, "officer"))


def test_a_reason_is_still_asked_for(world, refused):
    sheet = world.rated("dissatisfied")
    refused("REASON_REQUIRED", papers.handle_again, by=world.office, on=sheet, saying=Again(" ", "leader"))
    refused("REASON_REQUIRED", papers.handle_again, by=world.office, on=sheet, saying=Because(""))


def test_a_level_that_is_only_stated_passes_once_the_deputy_has_confirmed_it(world, nyt, refused):
    with at("2026-05-06"):
        task = second_round(world, "leader")
        paper = ready(world, task, "officer")
        said = Met(
            phase="during", mode="meeting", occurred_at=clock.now(), where="云浦市", summary="说明思路",
            deputies=(world.deputy.person,), staff="某某（副厅长）", level="leader",
        )  # fmt: skip
        row = handlings.record_contact(by=nyt.officer, on=Contact.of(again(task)), saying=said)
    with at("2026-05-20"):
        tick_all()
        assert again(row).stage.value == "unanswered" and again(row).stated
        refused("CHECKLIST_UNMET", papers.present, by=nyt.officer, on=again(paper))
        row = handlings.record_contact(by=nyt.officer, on=Contact.of(again(task)), saying=said)
        handlings.confirm_contact(by=world.deputy, on=row)
        papers.present(by=nyt.officer, on=again(paper))
