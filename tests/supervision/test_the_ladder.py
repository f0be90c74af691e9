"""The ladder: no rung is skipped without a reason and an approver; each ends with what shows it, by somebody else (H7, F21)."""

from datetime import date

import pytest

from build import again, at
from jianyi.cases.models import Handling, Letter
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Cited, Decreed, Defence, Kept, TalkRecord, Verified
from jianyi.supervision import circulated
from jianyi.supervision.commands import measures
from jianyi.supervision.queries import measures as queries
from jianyi.supervision.queries.standing import standing


@pytest.fixture
def task(task, us, jtt):
    """Late with its reply, urged inside the unit on 1 June; the answer was due on the 4th and did not come."""
    with at("2026-06-01"):
        us.issued(jtt.office, division=jtt.division.id)
    return task


@pytest.fixture
def circular(monkeypatch, task, jtt):
    """The monthly circular of 5 June names it: told through the relay."""
    row = circulated.Circulated(task.id, "澜JTT建通〔2026〕1号", date(2026, 6, 5), jtt.id)
    found = Handling.objects.filter(id=task.id).values("id")
    told = (lambda _, handlings: [row] if task.id in handlings else [], lambda by: found)
    monkeypatch.setattr(circulated, "ASKED", [told])


@pytest.fixture
def listing(us, jtt, task, circular):
    with at("2026-06-08"):
        return us.listing(jtt.office, task, jtt.leader)


def test_a_rung_waits_until_the_one_below_it_has_passed(us, jtt, task, refused):
    """A circular asks for improvement until a day: until then nothing is put on the board."""
    with at("2026-06-05"):
        row = us.measure(jtt.office, "circular", task)
        said = Cited("澜JTT建通〔2026〕1号", date(2026, 6, 5), "列名", date(2026, 6, 12), jtt.head.person)
        row = measures.cite(by=jtt.office, on=row, saying=said)
        assert row.stage is w.Measure.NAMED and row.previous.startswith("澜JTT内督〔2026〕1号")
        refused("CHECKLIST_UNMET", measures.cite, by=jtt.office, on=us.measure(jtt.office, "circular", task))
    with at("2026-06-12"):
        on, said = us.measure(jtt.office, "listing", task), us.said(task, due=None, conditions="成稿")
        refused("LADDER_SKIPPED", measures.draw_up, by=jtt.office, on=on, saying=said)
    with at("2026-06-13"):
        assert us.listing(jtt.office, task, jtt.leader).previous.startswith("澜JTT建通〔2026〕1号")


def test_a_circular_that_names_the_case_counts_as_the_second_rung(us, jtt, task, listing):
    assert (listing.board, listing.number, listing.due) == (
        "GP-2026-1",
        "澜JTT内督〔2026〕2号",
        date(2026, 6, 23),
    )
    assert listing.previous.startswith("澜JTT建通〔2026〕1号")
    assert [row.kind for row in Letter.objects.filter(root_id=listing.id)] == ["listed"]


def test_skipping_takes_a_reason_and_an_approver_of_the_house(us, jtt, task, refused, world):
    told = {"interviewer": jtt.leader.person, "at": None, "where": "三楼"}
    with at("2026-06-05"):
        row = us.measure(jtt.office, "listing", task)
        for more in (
            {},
            {"skip_reason": "影响重大"},
            {"skip_reason": "影响重大", "skip_by": jtt.officer.person},
            {"skip_by": jtt.leader.person},
        ):
            said = us.said(task, due=None, conditions="成稿", **more)
            answer = refused("LADDER_SKIPPED", measures.draw_up, by=jtt.office, on=row, saying=said)
        assert "通报" in answer.reasons[0]
        said = us.said(task, due=None, conditions="成稿", skip_reason="影响重大", skip_by=jtt.leader.person)
        row = measures.draw_up(by=jtt.office, on=row, saying=said)
        assert measures.put_up(by=jtt.leader, on=row).stage is w.Measure.LISTED
        refused(
            "CHECKLIST_UNMET",
            measures.draw_up,
            by=jtt.office,
            on=us.measure(jtt.office, "interview", task),
            saying=us.said(task, skip_reason="x", skip_by=jtt.leader.person, **told),
        )


def test_a_leader_signs_and_the_office_does_not(us, jtt, task, circular, refused):
    with at("2026-06-08"):
        said = us.said(task, due=None, conditions="成稿")
        row = measures.draw_up(by=jtt.office, on=us.measure(jtt.office, "listing", task), saying=said)
        refused("WRONG_ACTOR", measures.put_up, by=jtt.office, on=row)
        refused("NOT_IN_THIS_PLACE", measures.summon, by=jtt.leader, on=row)
        assert queries.file(row.id, by=jtt.head) is None
        row = measures.put_up(by=jtt.leader, on=row)
        assert queries.file(row.id, by=jtt.head) is not None


def test_it_comes_off_the_board_with_proof_and_by_somebody_else(us, jtt, listing, refused, world):
    with at("2026-06-15"):
        refused(
            "NO_EVIDENCE",
            measures.reach,
            by=jtt.head,
            on=again(listing),
            saying=Kept("已见面", attachments=()),
        )
        refused(
            "WRONG_ACTOR", measures.reach, by=world.unit("CZT").office, on=again(listing), saying=Kept("x")
        )
        row = us.reported(listing, jtt.head)
        world.appoint(jtt.head, jtt.organisation, w.Duty.UNIT_OFFICE)
        both = again_actor(jtt.head)
        refused("SAME_PERSON", measures.take_down, by=both, on=again(row), saying=Verified("属实"))
        back = measures.send_back(by=jtt.office, on=again(row), saying=Because("缺稿"))
        assert back.stage is w.Measure.LISTED
        row = us.released(us.reported(back, jtt.head), jtt.office)
    assert (row.stage, row.closed_on, row.is_late) == (w.Measure.CORRECTED, date(2026, 6, 15), False)


def again_actor(who):
    from jianyi.parties.models import Person
    from jianyi.parties.queries import actor

    return actor(Person.objects.get(id=who.person))


def test_an_interview_is_held_recorded_and_signed_by_both(us, jtt, task, listing, refused):
    with at("2026-06-23"):
        row = us.measure(jtt.office, "interview", task)
        told = {"interviewer": jtt.leader.person, "at": date_at("2026-06-26T09:00"), "where": "三楼会议室"}
        told |= {"due": date(2026, 7, 10)}
        refused("LADDER_SKIPPED", measures.draw_up, by=jtt.office, on=row, saying=us.said(task, **told))
    with at("2026-06-24"):
        row = us.interview(jtt.office, task, jtt.leader, "2026-06-26T09:00", due=date(2026, 7, 10))
        assert row.stage is w.Measure.SUMMONED and row.previous.startswith("GP-2026-1")
        refused("TOO_EARLY", measures.minute, by=jtt.office, on=row, saying=TalkRecord("整改", "成稿"))
    with at("2026-06-26T11:00"):
        refused("CHECKLIST_UNMET", measures.minute, by=jtt.office, on=row, saying=TalkRecord("整改", ""))
        refused("TOO_EARLY", measures.countersign, by=jtt.head, on=again(row))
        row = us.held(row, jtt.office, jtt.leader, jtt.head)
        assert row.stage is w.Measure.PLEDGED
        assert [name for name, _ in row.signed_by] == [jtt.leader.name, jtt.head.name]
        refused("TOO_LATE", measures.countersign, by=jtt.head, on=again(row))
    assert [each.kind for each in Letter.objects.filter(root_id=row.id).order_by("id")] == ["summons", "talk"]
    with at("2026-07-11"):
        row = measures.find_uncorrected(by=jtt.office, on=again(row), saying=Because("没有成稿"))
        assert row.stage is w.Measure.UNCORRECTED


def date_at(told):
    from jianyi.kit import clock

    return clock.moment(told)


@pytest.fixture
def proposal(us, jtt, task, listing):
    with at("2026-06-24"):
        us.interview(jtt.office, task, jtt.leader, "2026-06-25T09:00", due=date(2026, 7, 10))
    with at("2026-07-13"):
        told = us.said(
            task, due=date(2026, 7, 31), article="办理办法（虚构）第三十条", manner="criticism", decider="中共JTT党组",
            statement_by=date(2026, 7, 16),
        )  # fmt: skip
        row = measures.draw_up(by=jtt.office, on=us.measure(jtt.office, "accountability", task), saying=told)
        return measures.call_to_account(by=jtt.leader, on=row)


def test_the_person_speaks_before_it_is_decided(us, jtt, proposal, refused, world):
    with at("2026-07-14"):
        said = Decreed("通报批评，季度不得评优", date(2026, 7, 14))
        refused("TOO_EARLY", measures.decide, by=jtt.leader, on=again(proposal), saying=said)
        refused("WRONG_ACTOR", measures.defend, by=jtt.officer, on=again(proposal), saying=Defence("x"))
        refused("CHECKLIST_UNMET", measures.defend, by=jtt.head, on=again(proposal), saying=Defence(" "))
        assert queries.file(proposal.id, by=jtt.officer) is None
        assert queries.file(proposal.id, by=jtt.head) is not None
        row = measures.defend(by=jtt.head, on=again(proposal), saying=Defence("当时在外地防汛"))
        assert row.stage is w.Measure.HEARD
    with at("2026-07-20"):
        refused(
            "CHECKLIST_UNMET",
            measures.decide,
            by=jtt.leader,
            on=again(row),
            saying=Decreed("x", date(2026, 7, 21)),
        )
        row = measures.decide(by=jtt.leader, on=again(row), saying=Decreed("通报批评", date(2026, 7, 20)))
    assert (row.stage, row.decision) == (w.Measure.DECIDED, "通报批评")


def test_who_says_nothing_until_the_day_is_decided_about_without(us, jtt, proposal):
    with at("2026-07-17"):
        said = Decreed("责令检查", date(2026, 7, 17))
        assert measures.decide(by=jtt.leader, on=again(proposal), saying=said).stage is w.Measure.DECIDED


def test_how_handlings_stand_is_told_for_many_at_once_and_by_who_asks(
    us, jtt, task, listing, world, django_assert_num_queries
):
    with at("2026-06-09"):
        inside = standing([task.id], by=jtt.office)[task.id]
        assert (inside.urged, inside.rung, inside.label) == (1, 3, "挂牌督办")
        assert [row.number for row in inside.documents] == [
            "澜JTT内督〔2026〕1号",
            "澜JTT建通〔2026〕1号",
            "GP-2026-1",
        ]
        assert standing([task.id], by=world.office) == {} == standing([task.id], by=us.government())
        with django_assert_num_queries(3):
            standing([task.id, *range(1, 400)], by=jtt.office)


def test_what_is_inside_a_unit_and_what_goes_between_houses_are_two_ladders(
    us, jtt, task, listing, world, refused
):
    """The government's office cannot rest on papers that it must not know."""
    clerk = us.government()
    with at("2026-06-24"):
        row = us.measure(clerk, "interview", task)
        said = us.said(
            task,
            due=date(2026, 7, 30),
            interviewer=clerk.person,
            at=date_at("2026-06-30T09:00"),
            where="二楼",
        )
        refused("LADDER_SKIPPED", measures.draw_up, by=clerk, on=row, saying=said)


def test_two_boards_at_once_have_two_numbers(us, jtt, task, listing, world):
    with at("2026-06-09"):
        other = us.listing(jtt.office, task, jtt.leader, skip_reason="另有事项", skip_by=jtt.leader.person)
        assert other.board == "GP-2026-2"
        row = measures.revoke(by=jtt.leader, on=again(other), saying=Because("重复"))
        assert row.stage is w.Measure.CANCELLED
        assert standing([task.id], by=jtt.office)[task.id].rung == 3


def test_who_left_acts_no_more_and_the_post_goes_on(us, jtt, listing, world, refused):
    from jianyi.parties import commands as parties
    from jianyi.parties.models import Post

    with at("2026-06-10"):
        post = Post.objects.get(person_id=jtt.head.person)
        parties.end_post(by=world.admin, on=post)
        gone = again_actor(jtt.head)
        refused("WRONG_ACTOR", measures.reach, by=gone, on=again(listing), saying=Kept("x"))
        heir = world.person("继任处长", (jtt.division, w.Duty.DIVISION_HEAD))
        assert us.reported(listing, heir).stage is w.Measure.REPORTED
