"""Dissatisfied: studied, handled again once, and then escalated. The first round stays first."""

from build import again, at
from dates import due
from jianyi.cases.commands import papers, suggestions
from jianyi.cases.due import tick_all
from jianyi.cases.models import Handling, Paper, Sheet
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Rated
from jianyi.procedure.words import Limit as L, Rehandle
from jianyi.turn.models import Deadline, Notice


def test_dissatisfaction_says_why_in_ten_characters(world, refused):
    sheet = world.answered()
    for opinion in ("", "没有说清楚"):
        said = Rated("satisfied", "dissatisfied", opinion)
        answer = refused("REASON_REQUIRED", papers.rate, by=world.deputy, on=sheet, saying=said)
        assert "10 字" in answer.reasons[0]
    refused(
        "REASON_REQUIRED", papers.rate, by=world.deputy, on=sheet, saying=Rated("dissatisfied", "satisfied")
    )


def test_both_questions_are_answered(world, refused):
    sheet = world.answered()
    for said in (Rated("satisfied"), Rated("", "satisfied"), Rated("good", "bad")):
        refused("CHECKLIST_UNMET", papers.rate, by=world.deputy, on=sheet, saying=said)


def test_only_the_deputy_rates(world, refused):
    sheet, nyt = world.answered(), world.unit("NYT")
    for by in (nyt.officer, nyt.office, nyt.leader, world.clerk, world.head, world.a_deputy("陆怀谷")):
        refused("WRONG_ACTOR", papers.rate, by=by, on=sheet, saying=Rated("satisfied", "satisfied"))


def test_it_is_studied_within_five_worked_days(world):
    with at("2026-04-24"):
        sheet = world.answered()
    with at("2026-04-29"):
        world.rate(sheet, "dissatisfied")
    assert due(sheet, L.STUDY) == "2026-05-09"
    told = set(Notice.objects.filter(action="alert").values_list("duty", "person_id"))
    assert told == {("office_head", 0), ("committee_head", 0), ("", world.unit("NYT").leader.person)}


def test_handled_again_within_a_month_of_the_notice_with_the_same_team(world):
    with at("2026-04-29"):
        sheet = world.rated("dissatisfied")
    with at("2026-05-08"):
        second = world.handled_again(sheet)
    first = sheet.paper.handling
    assert (second.stage, second.round, second.officer_id) == (w.Handling.ROUTED, 2, again(first).officer_id)
    assert due(second, L.REHANDLE) == "2026-06-08" and again(first).stage is w.Handling.DELIVERED
    assert not Deadline.objects.filter(holder_id=sheet.id, ended_at=None).exists()


def test_the_decision_has_a_reason_and_is_the_congress_s(world, refused):
    sheet = world.rated("dissatisfied")
    refused("REASON_REQUIRED", papers.handle_again, by=world.office, on=sheet, saying=Because(""))
    refused("WRONG_ACTOR", papers.handle_again, by=world.clerk, on=sheet, saying=Because("重办"))
    refused("WRONG_ACTOR", papers.uphold, by=world.unit("NYT").leader, on=sheet, saying=Because("已尽力"))


def test_it_may_be_decided_not_to_handle_it_again(world):
    sheet = world.rated("dissatisfied")
    papers.uphold(by=world.office, on=sheet, saying=Because("答复合法合理，已向代表说明"))
    assert again(sheet).stage is w.Rating.UPHELD and again(sheet.root).stage is w.Suggestion.RATED
    assert again(sheet).decision.startswith("答复合法合理")


def test_before_it_is_decided_it_is_not_closed(world, refused):
    sheet = world.rated("dissatisfied")
    refused("TOO_EARLY", suggestions.close, by=world.clerk, on=sheet.root)


def test_the_first_reply_and_its_rating_are_kept(world):
    first = world.rated("dissatisfied")
    second = world.handled_again(first)
    world.sent(world.working(second), reply_class="C")
    world.rate(world.sheet_of(first.root, 2), "basically_satisfied")
    papers_ = Paper.objects.order_by("handling__round").values_list("stage", "reply_class")
    assert list(papers_) == [(w.Paper.SENT, "A"), (w.Paper.SENT, "C")]
    results = Sheet.objects.order_by("round").values_list("result", flat=True)
    assert list(results) == ["dissatisfied", "basically_satisfied"]
    assert again(first.root).stage is w.Suggestion.RATED


def test_a_second_dissatisfaction_is_escalated_and_starts_no_third_round(world):
    first = world.rated("dissatisfied")
    second = world.dissatisfied_again(first)
    assert again(second).stage is w.Rating.ESCALATED and again(first.root).stage is w.Suggestion.ESCALATED
    assert Handling.objects.count() == 2


def test_where_the_place_says_so_it_is_handled_again_without_a_decision(world, lays_down, refused):
    lays_down(Rehandle.AUTOMATIC)
    sheet = world.rated("dissatisfied")
    assert again(sheet).stage is w.Rating.REHANDLED and again(sheet.root).stage is w.Suggestion.HANDED_OVER
    assert Handling.objects.get(round=2).stage is w.Handling.ROUTED
    refused("NOT_IN_THIS_PLACE", papers.uphold, by=world.office, on=sheet, saying=Because("不重办"))


def test_two_who_are_dissatisfied_with_one_reply_get_one_new_round(world):
    case = world.registered()
    other = world.merged(world.registered(deputy=world.a_deputy("何望川")), case)
    world.sent(world.working(world.handed_to(case, ("NYT", w.Role.SOLE))[0]))
    for deputy in (world.deputy, world.a_deputy("何望川")):
        world.rate(world.sheet_of(case, deputy=deputy), "dissatisfied", by=deputy)
    for sheet in Sheet.objects.all():
        papers.handle_again(by=world.office, on=sheet, saying=Because("须明确时限"))
    assert (
        Handling.objects.filter(root_id=case.id, round=2).count() == 1
        and again(other).stage is w.Suggestion.MERGED
    )


# The time to rate


def test_a_reminder_comes_at_the_end_and_leaves_five_worked_days(world):
    with at("2026-05-22"):
        sheet = world.answered()
    assert due(sheet, L.RATING) == "2026-06-12"
    with at("2026-06-12T23:59"):
        assert tick_all() == 0
    with at("2026-06-13T00:00"):
        assert tick_all() == 1
    assert again(sheet).stage is w.Rating.AWAITED and due(sheet, L.RATING_GRACE) == "2026-06-22"
    assert Notice.objects.filter(action="remind", person_id=world.deputy.person).count() == 1


def test_in_the_days_of_grace_the_rating_counts(world):
    with at("2026-05-22"):
        sheet = world.answered()
    with at("2026-06-13T00:00"):
        tick_all()
    with at("2026-06-22T23:00"):
        world.rate(sheet)
    assert again(sheet).stage is w.Rating.CONTENT


def test_unanswered_it_lapses_after_one_reminder_and_the_case_can_be_closed(world, refused):
    with at("2026-05-22"):
        sheet = world.answered()
    with at("2026-06-13T00:00"):
        tick_all()
    with at("2026-06-22T23:59"):
        assert tick_all() == 0
    with at("2026-06-23T00:00"):
        tick_all()
        assert again(sheet).stage is w.Rating.LAPSED and again(sheet).result == ""
        refused("TOO_LATE", papers.rate, by=world.deputy, on=sheet, saying=Rated("satisfied", "satisfied"))
    assert again(sheet.root).stage is w.Suggestion.RATED


# How it ends


def test_a_class_that_needs_tracking_goes_to_tracking_and_never_to_closed(world, refused):
    sheet = world.rate(world.answered(reply_class="B"))
    assert again(sheet.root).stage is w.Suggestion.TRACKING
    refused("TOO_EARLY", suggestions.close, by=world.clerk, on=sheet.root)


def test_it_goes_to_tracking_also_when_nobody_rates(world):
    with at("2026-05-22"):
        sheet = world.answered(reply_class="B")
    for day in ("2026-06-13", "2026-07-13"):
        with at(day):
            tick_all()
    assert again(sheet.root).stage is w.Suggestion.TRACKING


def test_of_two_rounds_the_last_class_counts(world):
    first = world.rated("dissatisfied", reply_class="B")
    world.sent(world.working(world.handled_again(first)), reply_class="A")
    world.rate(world.sheet_of(first.root, 2))
    assert again(first.root).stage is w.Suggestion.RATED


def test_where_a_place_lays_it_down_it_closes_by_itself(world, lays_down):
    lays_down(close=("days", 30))
    with at("2026-05-06"):
        sheet = world.rated()
    assert due(sheet.root, L.CLOSE) == "2026-06-05"
    with at("2026-06-05T23:59"):
        assert tick_all() == 0
    with at("2026-06-06T00:00"):
        assert tick_all() == 1
    assert again(sheet.root).stage is w.Suggestion.CLOSED


def test_where_none_is_laid_down_it_waits_for_the_office(world):
    with at("2026-05-06"):
        sheet = world.rated()
    with at("2027-05-06"):
        assert tick_all() == 0 and again(sheet.root).stage is w.Suggestion.RATED
    assert suggestions.close(by=world.clerk, on=sheet.root).stage is w.Suggestion.CLOSED
