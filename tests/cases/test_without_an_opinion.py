"""A reply that leaves without a co-unit's opinion: asked with what was tried, decided by the body that handed over."""

import pytest

from build import again, at
from jianyi.cases.commands import between, papers
from jianyi.cases.due import tick_all
from jianyi.cases.issued import replies
from jianyi.cases.models import Handling, Paper, Waiver
from jianyi.cases.queries.files import case
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Leave, Read, Waiving
from jianyi.procedure.words import Limit as L, Role
from jianyi.turn.models import Deadline, Notice
from jianyi.turn.under import Under


WHY = Waiving("3月20日电话、3月27日发函催要，对方称仍在测算", "省财政部门的测算尚未完成")


@pytest.fixture
def pair(world):
    """One leads and has its reply written, one helps and is late: due on 26 March, now it is the 30th."""
    with at("2026-02-26"):
        lead, helping = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))
        world.working(lead, "JTT")
        world.working(helping, "CZT")
        world.written(again(lead), "JTT")
    return again(lead), again(helping)


@pytest.fixture
def jtt(world):
    return world.unit("JTT")


def asked(jtt, pair, day="2026-03-30"):
    with at(day):
        return between.ask_waiver(by=jtt.officer, on=Waiver.between(*pair), saying=WHY)


def granted(world, jtt, pair):
    with at("2026-03-31"):
        return between.grant_waiver(by=world.office, on=asked(jtt, pair), saying=Leave("同意先行答复"))


def presented(pair, jtt, day="2026-04-01"):
    with at(day):
        return papers.present(by=jtt.officer, on=Paper.objects.get(handling_id=pair[0].id))


def test_before_its_time_has_run_out_nobody_goes_on_without_it(jtt, pair, refused):
    with at("2026-03-26"):
        answer = refused(
            "TOO_EARLY", between.ask_waiver, by=jtt.officer, on=Waiver.between(*pair), saying=WHY
        )
    assert "2026 年 3 月 26 日 24:00" in answer.reasons[0] and "催要" in answer.reasons[0]


def test_only_an_opinion_that_is_owed_is_done_without(world, jtt, pair, refused):
    """Not one's own, not that of a unit that answers apart, and none before the hand-over."""
    lead, helping = pair
    with at("2026-03-30"):
        for other in (Waiver.between(lead, lead), Waiver.between(helping, lead)):
            by = jtt if other.handling_id == lead.id else world.unit("CZT")
            answer = refused("CHECKLIST_UNMET", between.ask_waiver, by=by.office, on=other, saying=WHY)
            assert "会办单位" in answer.reasons[0]
        case = world.proposed(("JTT", Role.LEAD), ("CZT", Role.CO))
        named = {row.role: row for row in Handling.objects.filter(root_id=case.id)}
        early = Waiver.between(named[Role.LEAD], named[Role.CO])
        refused("CHECKLIST_UNMET", between.ask_waiver, by=jtt.office, on=early, saying=WHY)


@pytest.mark.parametrize("said", [Waiving(), Waiving("电话催要"), Waiving("", "测算未完成")], ids=str)
def test_what_was_tried_and_why_it_is_missing_are_both_told(jtt, pair, refused, said):
    with at("2026-03-30"):
        refused("REASON_REQUIRED", between.ask_waiver, by=jtt.officer, on=Waiver.between(*pair), saying=said)


def test_the_reply_waits_until_the_body_has_decided(world, jtt, pair, refused):
    paper = Paper.objects.get(handling_id=pair[0].id)
    waiver = asked(jtt, pair)
    with at("2026-03-31"):
        refused("CO_OPINION_MISSING", papers.present, by=jtt.officer, on=paper)
        for by in (jtt.officer, jtt.leader, world.unit("CZT").office, world.clerk, world.deputy):
            refused("WRONG_ACTOR", between.grant_waiver, by=by, on=waiver, saying=Leave("同意"))
        between.grant_waiver(by=world.office, on=waiver)
    assert presented(pair, jtt).stage is w.Paper.AT_DESK


def test_refused_it_goes_on_waiting_and_may_be_asked_again(world, jtt, pair, refused):
    waiver = asked(jtt, pair)
    with at("2026-03-31"):
        refused("REASON_REQUIRED", between.refuse_waiver, by=world.office, on=waiver, saying=Because())
        between.refuse_waiver(by=world.office, on=waiver, saying=Because("资金事项不能缺财政意见"))
        paper = Paper.objects.get(handling_id=pair[0].id)
        refused("CO_OPINION_MISSING", papers.present, by=jtt.officer, on=paper)
    assert asked(jtt, pair, "2026-04-02").stage is w.Waiver.ASKED


def test_one_request_at_a_time_and_it_may_be_taken_back(jtt, pair, refused):
    waiver = asked(jtt, pair)
    with at("2026-03-31"):
        refused("CHECKLIST_UNMET", between.ask_waiver, by=jtt.office, on=Waiver.between(*pair), saying=WHY)
        assert between.recall_waiver(by=jtt.office, on=waiver).stage is w.Waiver.DROPPED
    assert asked(jtt, pair, "2026-04-02").stage is w.Waiver.ASKED


def test_who_is_told(world, jtt, pair):
    granted(world, jtt, pair)
    told = Notice.objects.filter(track="waiver")
    helping = {world.unit("CZT").officer.person}
    assert helping <= set(told.filter(action="ask").values_list("person_id", flat=True))
    people = set(told.filter(action="grant").values_list("person_id", flat=True))
    assert helping | {jtt.officer.person, world.deputy.person} <= people


def test_the_letter_says_that_and_why_the_opinion_is_missing(world, jtt, pair):
    granted(world, jtt, pair)
    paper = Paper.objects.get(handling_id=pair[0].id)
    told = str(replies.letter(paper, Under(again(paper.root))))
    assert "CZT的会办意见未按期送达（会办期限为2026年3月26日），经交办机构同意先行答复" in told
    assert "省财政部门的测算尚未完成" in told and "对方称仍在测算" not in told


def test_what_comes_after_all_is_still_adopted_before_the_signature(world, jtt, pair):
    waiver = granted(world, jtt, pair)
    with at("2026-04-02"):
        opinion = world.sent(pair[1], "CZT")
        papers.adopt(by=jtt.officer, on=opinion)
    assert again(waiver).stage is w.Waiver.LAPSED and again(pair[1]).stage is w.Handling.DELIVERED
    paper = Paper.objects.get(handling_id=pair[0].id)
    assert replies.co_summary(paper, Under(again(paper.root))) == "CZT提出的会办意见已经采用"


def signed(world, jtt, pair):
    granted(world, jtt, pair)
    paper = presented(pair, jtt)
    with at("2026-04-02"):
        papers.pass_(by=jtt.head, on=paper, saying=Read())
        papers.pass_(by=jtt.office, on=again(paper), saying=Read())
        return papers.sign(by=jtt.leader, on=world.agreed(paper, "JTT"), saying=Read())


def test_after_the_signature_it_is_too_late(world, jtt, pair, refused):
    paper = signed(world, jtt, pair)
    with at("2026-04-03"):
        opinion = world.sent(pair[1], "CZT")
        refused("TOO_LATE", papers.adopt, by=jtt.officer, on=opinion)
        refused("TOO_LATE", papers.ask_again, by=jtt.officer, on=opinion, saying=Because("没有措施"))
        papers.send(by=jtt.officer, on=paper)
    assert again(opinion).stage is w.Paper.VOID and again(pair[1]).stage is w.Handling.WAIVED


def test_who_never_answered_is_told_so_and_stands_in_the_record(world, jtt, pair):
    paper = signed(world, jtt, pair)
    with at("2026-04-03"):
        papers.send(by=jtt.officer, on=paper)
        assert tick_all() == 0
    helping = Handling.objects.get(id=pair[1].id)
    assert helping.stage is w.Handling.WAIVED and helping.stage.label == "会办意见未送达"
    clock = Deadline.objects.get(holder_id=helping.id, limit=L.CO_OPINION)
    assert clock.ended_at >= clock.due_at, "late it stays"
    office = Notice.objects.filter(track="handling", action="lapse").get()
    assert office.organisation_id == world.unit("CZT").id
    assert again(helping.root).stage is w.Suggestion.ANSWERED


def test_what_lies_on_the_table_is_used_or_asked_for_again(world, jtt, pair, refused):
    with at("2026-03-30"):
        world.sent(pair[1], "CZT")
        answer = refused(
            "CHECKLIST_UNMET", between.ask_waiver, by=jtt.officer, on=Waiver.between(*pair), saying=WHY
        )
        assert "采用" in answer.reasons[0]


def test_it_ends_with_the_task(world, jtt, pair):
    waiver = asked(jtt, pair)
    with at("2026-03-31"):
        from jianyi.cases.commands import suggestions
        from jianyi.cases.models import Withdrawal

        said = Because("问题已经解决")
        suggestions.ask_withdrawal(by=world.deputy, on=Withdrawal.of(again(pair[0].root)), saying=said)
    assert again(waiver).stage is w.Waiver.LAPSED


def test_only_the_two_units_and_who_decides_know_of_a_request(world, jtt, pair):
    waiver = asked(jtt, pair)
    with at("2026-03-30"):
        for by in (jtt.officer, world.unit("CZT").officer, world.clerk):
            assert case(waiver.root_id, by=by).waivers == [waiver]
        assert not case(waiver.root_id, by=world.deputy).waivers
        granted_ = between.grant_waiver(by=world.office, on=waiver)
        assert case(waiver.root_id, by=world.deputy).waivers == [granted_]
