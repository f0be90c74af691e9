"""Whose turn it is: the stored items are at every moment what stages, rows and holders call for."""

import pytest

import invariants
from build import again, at
from jianyi.cases.commands import handlings, papers, suggestions
from jianyi.cases.due import due_roots, tick_all
from jianyi.cases.invariants.turns import the_lists_are_what_they_should_be
from jianyi.cases.models import Handling, Paper, Return, Sheet, Suggestion, Withdrawal
from jianyi.cases.queries.lists import work
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import (
    AskedReturn,
    Because,
    Met,
    Naming,
    Rated,
    Reassigning,
    Receipt,
    Reviewed,
    Units,
)
from jianyi.procedure.words import Role
from jianyi.turn import door
from jianyi.turn.models import WorkItem


@pytest.fixture
def watched(monkeypatch):
    """After every step of any command everything must hold."""
    seen = []
    take = door.Command.__call__

    def and_look(self, **told):
        done = take(self, **told)
        case = Suggestion.objects.filter(id=done.root_number).first()
        if case:
            invariants.check(case)
            seen.append(done)
        return done

    monkeypatch.setattr(door.Command, "__call__", and_look)
    return seen


def test_on_a_long_road_the_items_are_right_after_every_step(world, watched):
    """Two invitations, merging in, lead and co, a return, an opinion sent back, dissatisfaction, a second round."""
    draft = world.draft(points=2)
    for invitation, name in zip(world.invited(draft, "何望川", "陆怀谷"), ("何望川", "陆怀谷"), strict=True):
        world.co_signed(invitation, name)
    case = suggestions.register(
        by=world.clerk, on=suggestions.submit(by=world.deputy, on=draft), saying=Reviewed()
    )
    other = world.registered(deputy=world.a_deputy("林采薇"))
    suggestions.merge(by=world.clerk, on=other, saying=suggestions.Merging(case.id, "同一事项"))
    named = tuple(Naming(world.unit(n).id, r) for n, r in (("SLT", Role.LEAD), ("CZT", Role.CO)))
    suggestions.propose(by=world.clerk, on=case, saying=Units(named))
    suggestions.hand_over(by=world.head, on=case)
    lead, helping = (Handling.objects.get(root_id=case.id, unit_id=naming.unit) for naming in named)
    told = AskedReturn(
        "职责分工已经调整，这项工作由住房和城乡建设部门承担，不属于本单位职责。",
        "三定方案",
        world.unit("ZJT").id,
    )
    request = handlings.ask_return(by=world.unit("SLT").office, on=Return.of(lead), saying=told)
    handlings.approve_return(by=world.unit("SLT").leader, on=request)
    handlings.grant_return(by=world.office, on=request, saying=Reassigning(world.unit("ZJT").id, "同意"))
    lead = Handling.objects.get(root_id=case.id, unit_id=world.unit("ZJT").id)
    opinion = world.advised(helping, "CZT")
    lead = world.working(lead, "ZJT")
    papers.ask_again(by=world.unit("ZJT").officer, on=opinion, saying=Because("没有实质内容"))
    papers.adopt(by=world.unit("ZJT").officer, on=world.sent(again(helping), "CZT"))
    world.sent(lead, "ZJT")
    sheets = list(Sheet.objects.filter(root_id=case.id))
    assert {s.rater_id for s in sheets} == {world.deputy.person, world.a_deputy("林采薇").person}
    for sheet in sheets:
        by = world.deputy if sheet.rater_id == world.deputy.person else world.a_deputy("林采薇")
        papers.rate(
            by=by, on=sheet, saying=Rated("satisfied", "dissatisfied", "没有说明由谁来执行和何时实施")
        )
    for sheet in sheets:
        papers.handle_again(by=world.office, on=sheet, saying=Because("明确执行单位和时限"))
    second = Handling.objects.get(root_id=case.id, round=2)
    world.sent(world.working(second, "ZJT"), "ZJT")
    for sheet in Sheet.objects.filter(root_id=case.id, round=2):
        by = world.deputy if sheet.rater_id == world.deputy.person else world.a_deputy("林采薇")
        papers.rate(by=by, on=sheet, saying=Rated("satisfied", "satisfied"))
    suggestions.close(by=world.clerk, on=case)
    assert again(case).stage is w.Suggestion.CLOSED and len(watched) > 60
    left = WorkItem.objects.filter(root_id=case.id).exclude(track="publication")
    assert not left.exists(), "what was answered may still be made public"


def items(case):
    return sorted(WorkItem.objects.filter(root_id=case.id).values_list("action", flat=True))


def test_what_may_be_done_at_will_is_nobody_s_turn(world):
    draft = world.draft()
    assert items(draft) == ["submit"]


def test_a_post_s_item_is_on_the_list_of_everybody_who_holds_it(world):
    world.submitted()
    assert [row.action.value for row in work(by=world.clerk).rows] == ["register"]
    assert [row.action.value for row in work(by=world.office).rows] == ["register"]
    assert not work(by=world.deputy).rows


def test_the_item_is_due_when_the_clock_is_that_its_step_stops(world):
    with at("2026-02-26"):
        (task,) = world.handed_over()
    item = WorkItem.objects.get(subject_id=task.id)
    assert (item.action, item.limit, str(item.due_at.astimezone(clock.HOME))[:16]) == (
        "acknowledge", "acknowledge", "2026-03-03 00:00",
    )  # fmt: skip


def test_the_first_day_stands_beside_the_task(world):
    """It follows the clocks through every step, is told where somebody changed it, and is gone with the last clock."""
    with at("2026-03-02"):
        (task,) = world.handed_over(("NYT", Role.SOLE))
        receipt = again(task).due_at
        later = world.working(task)
    assert receipt < again(later).due_at and not list(the_lists_are_what_they_should_be())
    Handling.objects.filter(id=task.id).update(due_at=receipt)
    assert [told for told in the_lists_are_what_they_should_be() if "最近期限" in told]
    with at("2026-03-03"):
        world.sent(again(task))
    assert again(task).due_at is None and not list(the_lists_are_what_they_should_be())


def test_who_stands_in_has_the_work_on_the_list(world):
    task = world.working(world.handed_over()[0])
    world.ready(task)
    stand_in = world.stands_in(world.unit("NYT").leader, "代行人", "2027-01-01")
    assert [row.action.value for row in work(by=stand_in).rows] == ["sign"]


def test_everything_ends_with_the_withdrawal(world):
    lead, _ = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))
    suggestions.ask_withdrawal(by=world.deputy, on=Withdrawal.of(lead.root), saying=Because("已经解决"))
    assert not items(lead.root)
    invariants.check(lead.root)


# The clock


def test_the_tick_takes_what_time_has_made_ready_once(world):
    with at("2026-02-26"):
        task = world.routed(world.handed_over()[0])
        contact = world.met(task)
    with at("2026-03-04T23:59"):
        assert tick_all() == 0
    with at("2026-03-05T00:00"):
        assert [root.id for root in due_roots()] == [task.root_id]
        assert tick_all() == 1 and tick_all() == 0 and not list(due_roots())
    assert again(contact).stage is w.Contact.UNANSWERED
    invariants.check(task.root)


def test_missed_ticks_catch_up(world):
    with at("2026-05-22"):
        sheet = world.answered()
    with at("2026-07-30"):
        assert tick_all() == 1 and again(sheet).reminded, "a reminder that comes late still leaves its days"
    with at("2026-08-30"):
        assert tick_all() >= 2 and again(sheet).stage is w.Rating.LAPSED
        assert tick_all() == 0


def test_an_authorisation_ends_by_the_clock(world):
    from jianyi.parties.models import Proxy

    with at("2026-03-01"):
        world.stands_in(world.unit("NYT").leader, "代行人", "2026-03-05T12:00")
    with at("2026-03-05T12:00"):
        assert tick_all() == 1 and tick_all() == 0
    assert Proxy.objects.get().stage is w.Proxy.ENDED


def test_a_tick_where_nothing_is_ready_writes_nothing(world):
    (task,) = world.handed_over()
    before = again(task.root).seq
    assert door.tick(again(task.root)) == 0 and again(task.root).seq == before


def test_nothing_waits_that_a_person_s_step_has_made_ready(world):
    """The procedure's own steps are taken in the same turn: a tick right after any step finds nothing."""
    task = world.working(world.handed_over()[0])
    world.sent(task)
    assert door.tick(again(task.root)) == 0
    sheet = Sheet.objects.get()
    papers.rate(by=world.deputy, on=sheet, saying=Rated("satisfied", "satisfied"))
    assert door.tick(again(task.root)) == 0


def test_a_receipt_without_saying_anything_is_a_plain_one(world):
    (task,) = world.handed_over()
    done = handlings.acknowledge(by=world.unit("NYT").office, on=task)
    assert (done.materials, done.objection) == (Receipt().materials, Receipt().objection)


def test_the_paper_is_laid_out_by_the_unit_s_rule_as_it_stands(world):
    task = world.working(world.handed_over()[0])
    assert Paper.objects.get(handling_id=task.id).desks == [["division", False], ["office", True]]


def test_a_meeting_wants_a_place(world, refused):
    from jianyi.cases.models import Contact

    task = world.routed(world.handed_over()[0])
    said = Met(
        mode="meeting",
        occurred_at=clock.now(),
        deputies=(world.deputy.person,),
        summary="说明思路",
        staff="经办人",
    )
    refused(
        "CHECKLIST_UNMET",
        handlings.record_contact,
        by=world.unit("NYT").officer,
        on=Contact.of(task),
        saying=said,
    )
