"""Dissatisfied again: by the way the place has laid down, with minutes, and to an end; never a third round."""

from datetime import date

import pytest

from build import again, at
from dates import due
from jianyi.cases.commands import papers, ratings, suggestions
from jianyi.cases.due import tick_all
from jianyi.cases.models import Escalation, Handling
from jianyi.console.checking import violations
from jianyi.documents.store import keep
from jianyi.fieldwork.commands import meetings
from jianyi.fieldwork.fresh import fresh
from jianyi.fieldwork.queries.escalations import beginning
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Calling, Determined, Kept, Summoned
from jianyi.procedure.words import Escalate, Limit as L
from jianyi.turn.models import Notice, WorkItem


COMING = Summoned(date(2026, 6, 12), "代工委会议室", "领衔代表、省交通运输厅分管领导", "夜间限行由谁执行")


def escalated(world, reply_class="A"):
    return world.escalated(reply_class=reply_class)


def paper(by):
    return keep(
        b"%PDF-1.4 minutes", name="会商纪要.pdf", kind="pdf", congress=by.congress, owner=by.person
    ).id


def determined(by, **told):
    said = {
        "held_on": date(2026, 6, 12), "participants": "领衔代表、分管领导", "opinion": "由市公安局执行，限期发布通告",
        "outcome": "follow", "requirements": "发布限行通告并报代表", "due": date(2026, 7, 31), "attachments": (paper(by),),
    }  # fmt: skip
    return Determined(**(said | told))


def test_it_opens_with_a_limit_and_is_the_body_s_turn(world):
    row = escalated(world)
    assert row.stage is w.Escalation.OPEN and again(row.root).stage is w.Suggestion.ESCALATED
    assert due(row, L.CONFER) == "2026-05-26"
    assert set(WorkItem.objects.filter(subject_id=row.id).values_list("duty", flat=True)) == {
        "office_head",
        "committee_head",
    }
    assert Handling.objects.filter(root_id=row.root_id).count() == 2


def test_what_the_unit_must_do_is_followed_to_its_end(world, refused):
    row, nyt = escalated(world), world.unit("NYT")
    with at("2026-06-01"):
        refused("CHECKLIST_UNMET", ratings.convene, by=world.office, on=row, saying=Summoned())
        refused("WRONG_ACTOR", ratings.convene, by=nyt.office, on=row, saying=COMING)
        row = ratings.convene(by=world.office, on=row, saying=COMING)
        told = Notice.objects.filter(track="escalation", action="convene")
        assert told.filter(person_id=world.deputy.person).exists()
        assert told.filter(person_id=nyt.leader.person).exists()
        refused(
            "CHECKLIST_UNMET", ratings.determine, by=world.office, on=row, saying=determined(world.office)
        )
    with at("2026-06-12"):
        for wrong in ({"opinion": " "}, {"requirements": ""}, {"due": date(2026, 6, 12)}, {"outcome": ""}):
            said = determined(world.office, **wrong)
            refused("CHECKLIST_UNMET", ratings.determine, by=world.office, on=row, saying=said)
        said = determined(world.office, attachments=())
        refused("NO_EVIDENCE", ratings.determine, by=world.office, on=row, saying=said)
        row = ratings.determine(by=world.office, on=row, saying=determined(world.office))
    assert row.stage is w.Escalation.FOLLOWED and due(row, L.CARRY_OUT) == "2026-07-31"
    assert again(row.root).stage is w.Suggestion.ESCALATED, "it stays until it is done"
    with at("2026-07-20"):
        refused("NO_EVIDENCE", ratings.reach, by=nyt.officer, on=row, saying=Kept("已发布"))
        row = ratings.reach(by=nyt.officer, on=row, saying=Kept("已发布", attachments=(paper(nyt.officer),)))
        row = ratings.send_back(by=world.office, on=row, saying=Because("请附通告文本"))
        assert due(row, L.CARRY_OUT) == "2026-07-31"
        row = ratings.reach(by=nyt.officer, on=row, saying=Kept("附通告", attachments=(paper(nyt.officer),)))
        row = ratings.verify(by=world.office, on=row)
    assert row.stage is w.Escalation.DONE and again(row.root).stage is w.Suggestion.RATED
    with at("2026-07-21"):
        assert suggestions.close(by=world.clerk, on=again(row.root)).stage is w.Suggestion.CLOSED
    assert not violations()["I10"][1] and not violations()["I13"][1]
    assert Handling.objects.filter(root_id=row.root_id, round__gt=2).count() == 0


def test_it_may_end_with_an_explanation(world, refused):
    row = escalated(world)
    with at("2026-06-12"):
        row = ratings.convene(by=world.office, on=row, saying=COMING)
        said = determined(world.office, outcome="explain", requirements="还要办", due=None)
        refused("CHECKLIST_UNMET", ratings.determine, by=world.office, on=row, saying=said)
        said = determined(world.office, outcome="explain", requirements="", due=None)
        row = ratings.determine(by=world.office, on=row, saying=said)
    assert row.stage is w.Escalation.EXPLAINED and again(row.root).stage is w.Suggestion.RATED


def test_a_class_that_is_followed_is_followed_on(world):
    row = escalated(world, reply_class="B")
    with at("2026-06-12"):
        row = ratings.convene(by=world.office, on=row, saying=COMING)
        said = determined(world.office, outcome="explain", requirements="", due=None)
        row = ratings.determine(by=world.office, on=row, saying=said)
    assert again(row.root).stage is w.Suggestion.TRACKING


def test_the_day_may_be_changed_before_it_is_held(world):
    row = escalated(world)
    with at("2026-06-01"):
        row = ratings.convene(by=world.office, on=row, saying=COMING)
        moved = Summoned(date(2026, 6, 15), "云坪镇", "代表、厅长", "")
        row = ratings.change(by=world.office, on=row, saying=moved)
    assert (row.held_on, row.stage) == (date(2026, 6, 15), w.Escalation.CONVENED)


@pytest.mark.parametrize(
    ("word", "command"), [(Escalate.EXPERTS, ratings.assess), (Escalate.INTERVIEW, ratings.meet)]
)
def test_the_way_is_that_of_the_place(world, lays_down, refused, word, command):
    lays_down(word)
    row = escalated(world)
    with at("2026-06-01"):
        refused("NOT_IN_THIS_PLACE", ratings.convene, by=world.office, on=row, saying=COMING)
        assert command(by=world.office, on=row, saying=COMING).stage is w.Escalation.CONVENED


@pytest.mark.parametrize(
    ("word", "kind"), [(Escalate.EXPERTS, "assessment"), (Escalate.INTERVIEW, "interview")]
)
def test_the_meeting_called_for_it_is_of_the_kind_of_the_place(world, lays_down, refused, word, kind):
    lays_down(word)
    row = escalated(world)
    with at("2026-06-01"):
        assert beginning(row.id, by=world.clerk).kind == kind
        new = fresh("meeting", {}, by=world.clerk)
        plain = {
            "title": "再次不满意事项处理", "starts_at": clock.moment("2026-06-12T09:00"), "where": "代工委会议室", "chair": world.head.person,
            "escalation": row.id, "cases": (row.root_id,),
        }  # fmt: skip
        said = Calling(kind="conferral", **plain)
        refused("CHECKLIST_UNMET", meetings.convene, by=world.clerk, on=new, saying=said)
        assert meetings.convene(by=world.clerk, on=new, saying=Calling(kind=kind, **plain)).kind == kind


def test_two_who_are_dissatisfied_again_are_heard_together(world):
    with at("2026-04-24"):
        case = world.registered()
        world.merged(world.registered(deputy=world.a_deputy("何望川")), case)
        world.sent(world.working(world.handed_to(case, ("NYT", w.Role.SOLE))[0]))
        both = (world.deputy, world.a_deputy("何望川"))
        for deputy in both:
            world.rate(world.sheet_of(case, deputy=deputy), "dissatisfied", by=deputy)
        second = world.handled_again(world.sheet_of(case))

        papers.handle_again(by=world.office, on=world.sheet_of(case, deputy=both[1]), saying=Because("同上"))
        world.sent(world.working(second))
        for deputy in both:
            world.rate(world.sheet_of(case, 2, deputy), "dissatisfied", by=deputy)
    assert Escalation.objects.count() == 1 and again(case).stage is w.Suggestion.ESCALATED


def test_what_stood_there_before_is_led_on_by_the_clock(world):
    """As the migration leaves it: a row that nothing has begun yet."""
    row = escalated(world)
    Escalation.objects.filter(id=row.id).update(stage=w.Escalation.NEW)
    with at("2026-06-01"):
        assert tick_all() == 1
        assert again(row).stage is w.Escalation.OPEN and tick_all() == 0


def test_nobody_is_asked_for_a_third_round(world, refused):
    row = escalated(world)
    sheet = world.sheet_of(row.root, 2)

    refused("TOO_LATE", papers.handle_again, by=world.office, on=sheet, saying=Because("再办一次"))
