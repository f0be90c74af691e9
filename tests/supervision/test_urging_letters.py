"""Urging letters: drafted from what lags, seen by nobody until they are signed, frozen then, answered, judged (G4, F20)."""

from datetime import date

import pytest

from build import again, at
from driving import client_of
from jianyi.cases.issued.files import document
from jianyi.cases.models import Letter
from jianyi.documents.letters.webpage import page
from jianyi.jobs import rounds
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Prolonging, Urged, UrgingAnswer
from jianyi.procedure.words import Role
from jianyi.supervision.commands import urgings
from jianyi.supervision.models import Line, Urging
from jianyi.supervision.queries import urgings as queries
from jianyi.turn.models import WorkItem


@pytest.fixture
def tasks(world):
    """JTT leads, CZT helps and owes its opinion by 26 March."""
    with at("2026-02-26"):
        lead, helping = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))
        return world.working(lead, "JTT"), world.working(helping, "CZT")


@pytest.fixture
def letter(world, us, tasks):
    with at("2026-03-30"):
        return us.issued(us.government(), unit=world.unit("CZT").id)


def test_it_is_numbered_frozen_and_due_on_the_third_working_day(world, letter):
    assert (letter.number, letter.stage, letter.due, letter.nth) == (
        "澜政办督〔2026〕1号",
        w.Urging.ISSUED,
        date(2026, 4, 2),
        1,
    )
    (line,) = Line.objects.filter(root_id=letter.id)
    assert (line.criterion, line.due, line.days, line.working_days) == ("co_opinion", date(2026, 3, 26), 4, 2)
    told = str(page(document(Letter.objects.get(root_id=letter.id))))
    assert "2026年4月2日前书面回复" in told and "补齐滞后的工作" in told and "CZT：" in told


def test_nobody_whom_it_is_written_to_sees_it_before_it_is_signed(world, us, tasks):
    czt = world.unit("CZT")
    with at("2026-03-30"):
        clerk = us.government()
        draft = us.drafted(clerk, unit=czt.id)
        people = (czt.office, czt.leader, czt.officer, world.office, world.deputy, world.unit("JTT").office)
        assert [queries.file(draft.id, by=who) for who in people] == [None] * 6
        assert not WorkItem.objects.filter(root_id=draft.id, organisation_id=czt.id)
        letter = urgings.sign(by=clerk, on=draft)
        seen = [queries.file(letter.id, by=who) is not None for who in people]
    assert seen == [True, True, True, True, False, False]


def test_without_a_fact_or_a_demand_there_is_no_letter(world, us, tasks, refused):
    clerk, unit = us.government(), world.unit("CZT").id
    key = f"{tasks[1].id}.co_opinion.2026-03-26"
    with at("2026-03-20"):
        for lags in ((), (key,)):
            said = Urged(lags, "抓紧")
            refused("CHECKLIST_UNMET", urgings.urge, by=clerk, on=us.new(clerk, unit=unit), saying=said)
    with at("2026-03-30"):
        said = Urged((key,), " \n ")
        answer = refused("CHECKLIST_UNMET", urgings.urge, by=clerk, on=us.new(clerk, unit=unit), saying=said)
    assert "至少一条" in answer.reasons[0]


def test_what_is_done_meanwhile_is_not_urged(world, us, tasks, refused):
    clerk = us.government()
    with at("2026-03-30"):
        draft = us.drafted(clerk, unit=world.unit("CZT").id)
    with at("2026-03-31"):
        world.sent(tasks[1], "CZT")
        answer = refused("CHECKLIST_UNMET", urgings.sign, by=clerk, on=again(draft))
    assert "会办意见逾期" in answer.reasons[0]


def test_who_may_write_to_whom(world, us, tasks, refused):
    jtt, czt = world.unit("JTT"), world.unit("CZT")
    with at("2026-03-30"):
        assert us.new(czt.officer, unit=jtt.id) is None
        assert us.new(world.deputy, unit=czt.id) is None
        assert us.new(jtt.office, way="government", unit=czt.id) is None
        assert us.new(jtt.office, division=czt.division.id) is None
        draft = us.drafted(world.clerk, way="congress", unit=czt.id)
        refused("SIGNER_NOT_ALLOWED", urgings.sign, by=world.clerk, on=draft)
        letter = urgings.sign(by=world.office, on=draft)
        refused("WRONG_ACTOR", urgings.acknowledge, by=jtt.office, on=letter)
        refused(
            "WRONG_ACTOR",
            urgings.respond,
            by=world.office,
            on=letter,
            saying=UrgingAnswer("x", date(2026, 4, 9)),
        )
    assert letter.number == "澜常代建督〔2026〕1号"


def test_the_unit_in_the_lead_urges_the_one_that_helps(world, us, tasks):
    jtt, czt = world.unit("JTT"), world.unit("CZT")
    with at("2026-03-30"):
        letter = us.issued(jtt.office, way="co", unit=czt.id)
        assert letter.number == "澜JTT催告〔2026〕1号"
        assert [row.criterion for row in queries.owing(by=jtt.office, house=jtt.id)] == ["co_opinion"]
        assert queries.owing(by=czt.office, house=jtt.id) == [] == queries.owing(by=jtt.officer, house=jtt.id)
        assert us.answered(letter, czt.office).stage is w.Urging.ANSWERED


def test_an_answer_comes_late_and_that_is_shown(world, us, letter, refused):
    czt = world.unit("CZT")
    with at("2026-04-02"):
        us.received(letter, czt.office)
        refused("CHECKLIST_UNMET", urgings.respond, by=czt.office, on=again(letter), saying=UrgingAnswer(" "))
        rounds.tick()
        assert again(letter).stage is w.Urging.RECEIVED
    with at("2026-04-03T00:01"):
        rounds.tick()
        assert again(letter).stage is w.Urging.UNANSWERED
    with at("2026-04-07"):
        row = us.answered(letter, czt.office)
        assert row.is_late and row.stage is w.Urging.ANSWERED
        row = urgings.find_corrected(by=us.government("另一位"), on=row)
    assert (row.stage, row.closed_by) == (w.Urging.CORRECTED, "另一位")


def test_what_was_not_corrected_or_was_a_mistake_says_why(world, us, letter, refused):
    clerk, czt = us.government(), world.unit("CZT")
    with at("2026-04-01"):
        row = us.answered(letter, czt.office)
        refused("REASON_REQUIRED", urgings.find_uncorrected, by=clerk, on=row, saying=Because(""))
        refused("WRONG_ACTOR", urgings.find_uncorrected, by=czt.office, on=row, saying=Because("x"))
        assert us.uncorrected(row, clerk).stage is w.Urging.UNCORRECTED
        refused("TOO_LATE", urgings.revoke, by=clerk, on=again(row), saying=Because("误催"))
    with at("2026-04-02"):
        second = us.issued(clerk, unit=czt.id)
        assert (second.number, second.nth) == ("澜政办督〔2026〕2号", 2)
        assert "第 2 次催办" in client_of(clerk).get(f"/urgings/{second.id}/").content.decode()
        assert "第 2 次" in client_of(clerk).get("/supervision/?show=urgings").content.decode()
        urgings.revoke(by=clerk, on=second, saying=Because("对方已按要求送达"))
        assert us.issued(clerk, unit=czt.id).nth == 2


def test_a_letter_to_who_does_not_handle_it_any_more_comes_to_nothing(world, us, letter, tasks):
    with at("2026-04-01"):
        tasks[1].__class__.objects.filter(id=tasks[1].id).update(stage=w.Handling.MOVED)
        rounds.tick()
        assert again(letter).stage is w.Urging.LAPSED


def test_inside_a_unit_it_never_leaves_the_unit_and_follows_the_division(world, us, tasks):
    """Signed by the office, to the division in the lead; who follows there as head reads and answers it."""
    jtt = world.unit("JTT")
    with at("2026-06-01"):
        letter = us.issued(jtt.office, division=jtt.division.id)
        assert letter.number == "澜JTT内督〔2026〕1号"
        outside = (world.office, us.government(), world.deputy, world.unit("CZT").office)
        assert [queries.file(letter.id, by=who) for who in outside] == [None] * 4
        successor = world.person("新处长", (jtt.division, w.Duty.DIVISION_HEAD))
        assert queries.file(letter.id, by=successor) is not None
        assert us.answered(letter, successor).answered_by == "新处长"


def test_two_press_at_once_and_one_number_is_taken(world, us, tasks, refused):
    with at("2026-03-30"):
        clerk = us.government()
        draft = us.drafted(clerk, unit=world.unit("CZT").id)
        first = urgings.sign(by=clerk, on=draft, seen=draft.version)
        refused("CHANGED_MEANWHILE", urgings.sign, by=clerk, on=draft, seen=draft.version)
        refused("TOO_LATE", urgings.sign, by=clerk, on=draft)
    assert [row.number for row in Urging.objects.exclude(number="")] == [first.number]


def test_where_no_rule_says_so_a_day_is_set(world, us, tasks, refused):
    """A place that lays down no days to answer an urging letter."""
    clerk = us.government()
    with at("2026-03-30"):
        letter = us.new(clerk, unit=world.unit("CZT").id)
        letter.place = "hunan"
        keys = (f"{tasks[1].id}.co_opinion.2026-03-26",)
        refused("CHECKLIST_UNMET", urgings.urge, by=clerk, on=letter, saying=Urged(keys, "抓紧"))
        row = urgings.urge(by=clerk, on=letter, saying=Urged(keys, "抓紧", date(2026, 4, 10)))
        assert urgings.sign(by=clerk, on=row).due == date(2026, 4, 10)


def test_the_unit_gets_more_time_by_a_recorded_act_and_the_paper_stays(world, us, letter, refused):
    czt, clerk = world.unit("CZT"), us.government()
    with at("2026-04-01"):
        for until, reason, code in (
            (date(2026, 4, 2), "会议冲突", "CHECKLIST_UNMET"),
            (None, "会议冲突", "CHECKLIST_UNMET"),
            (date(2026, 4, 10), "", "REASON_REQUIRED"),
        ):
            refused(code, urgings.prolong, by=clerk, on=again(letter), saying=Prolonging(reason, until))
        said = Prolonging("防汛值守", date(2026, 4, 10))
        refused("WRONG_ACTOR", urgings.prolong, by=czt.office, on=again(letter), saying=said)
        row = urgings.prolong(by=clerk, on=again(letter), saying=said)
        assert row.due == date(2026, 4, 10)
        assert row.prolonged == [["2026-04-02", "2026-04-10", "防汛值守", "尤敬之", "2026-04-01"]]
    told = str(page(document(Letter.objects.get(root_id=letter.id))))
    assert "2026年4月2日前书面回复" in told
    with at("2026-04-10T20:00"):
        rounds.tick()
        assert again(letter).stage is w.Urging.ISSUED
    with at("2026-04-11T00:01"):
        later = Prolonging("防汛值守", date(2026, 4, 20))
        told = refused("TOO_LATE", urgings.prolong, by=clerk, on=again(letter), saying=later)
        assert "2026 年 4 月 10 日）已过" in told.reasons[0]
        rounds.tick()
        assert again(letter).stage is w.Urging.UNANSWERED
        refused("TOO_LATE", urgings.prolong, by=clerk, on=again(letter), saying=said)
