"""Nobody talks to themselves, judges themselves or takes down what is about themselves; who left the house signs for it no more."""

from datetime import date

import pytest

from build import again, at
from jianyi.kit import clock
from jianyi.parties import commands as parties
from jianyi.parties.models import Person, Post
from jianyi.parties.queries import actor
from jianyi.procedure.facts.said import Because, Cited, Decreed, Defence, TalkRecord
from jianyi.procedure.words import Duty, Measure, Role, Urging
from jianyi.supervision.commands import measures, urgings
from jianyi.supervision.queries import urgings as letters
from jianyi.supervision.queries.measures import file


def skipping(jtt):
    return {"skip_reason": "影响重大", "skip_by": jtt.leader.person}


def test_nobody_is_interviewed_by_themselves(us, jtt, task, refused):
    told = {"interviewer": jtt.leader.person, "at": clock.moment("2026-06-08T09:00"), "where": "三楼"}
    with at("2026-06-05"):
        row = us.measure(jtt.office, "interview", task)
        said = us.said(task, owner=jtt.leader.person, due=date(2026, 6, 30), **told, **skipping(jtt))
        answer = refused("SAME_PERSON", measures.draw_up, by=jtt.office, on=row, saying=said)
        assert "约谈人" in answer.reasons[0]


def test_whoever_answers_for_it_does_not_take_it_back(us, jtt, task, world, refused):
    """The only leader of the house is the one listed: another one, who is appointed, may."""
    with at("2026-06-05"):
        row = us.listing(jtt.office, task, jtt.leader, owner=jtt.leader.person, **skipping(jtt))
        refused("SAME_PERSON", measures.revoke, by=jtt.leader, on=again(row), saying=Because("不必了"))
        other = world.person("另一位厅领导", (jtt.organisation, Duty.LEADER))
        assert measures.revoke(by=other, on=again(row), saying=Because("重复")).stage is Measure.CANCELLED


def test_nobody_decides_about_themselves(us, jtt, task, world, refused):
    grounds = {
        "article": "办理办法（虚构）第三十条",
        "manner": "criticism",
        "decider": "JTT党组",
        "statement_by": date(2026, 6, 10),
    }
    with at("2026-06-05"):
        said = us.said(task, owner=jtt.leader.person, due=date(2026, 6, 30), **grounds, **skipping(jtt))
        row = measures.draw_up(by=jtt.office, on=us.measure(jtt.office, "accountability", task), saying=said)
        row = measures.call_to_account(by=jtt.leader, on=again(row))
        row = measures.defend(by=jtt.leader, on=again(row), saying=Defence("没有意见"))
        said = Decreed("不予追究", date(2026, 6, 5))
        refused("SAME_PERSON", measures.decide, by=jtt.leader, on=again(row), saying=said)
        refused("SAME_PERSON", measures.revoke, by=jtt.leader, on=again(row), saying=Because("不必了"))
        other = world.person("另一位厅领导", (jtt.organisation, Duty.PRINCIPAL))
        assert measures.decide(by=other, on=again(row), saying=said).stage is Measure.DECIDED


def test_an_interviewer_who_left_the_house_reads_and_signs_no_more(us, jtt, task, world, refused):
    """Also where another post is held elsewhere."""
    with at("2026-06-05"):
        row = us.interview(
            jtt.office, task, jtt.leader, "2026-06-08T09:00", due=date(2026, 6, 30), **skipping(jtt)
        )
    with at("2026-06-09"):
        row = measures.minute(by=jtt.office, on=again(row), saying=TalkRecord("整改", "成稿"))
        assert file(row.id, by=jtt.leader) is not None
        parties.end_post(by=world.admin, on=Post.objects.get(person_id=jtt.leader.person))
        world.appoint(jtt.leader, world.unit("CZT").organisation, Duty.LEADER)
        gone = actor(Person.objects.get(id=jtt.leader.person))
        assert file(row.id, by=gone) is None
        refused("SIGNER_NOT_ALLOWED", measures.sign, by=gone, on=again(row))


def test_whoever_approved_that_a_rung_is_skipped_still_leads_when_it_is_signed(us, jtt, task, world, refused):
    other = world.person("另一位厅领导", (jtt.organisation, Duty.LEADER))
    with at("2026-06-05"):
        said = us.said(task, due=None, conditions="成稿", **skipping(jtt))
        row = measures.draw_up(by=jtt.office, on=us.measure(jtt.office, "listing", task), saying=said)
    with at("2026-06-06"):
        parties.end_post(by=world.admin, on=Post.objects.get(person_id=jtt.leader.person))
        refused("LADDER_SKIPPED", measures.put_up, by=other, on=again(row))


# Who is written to in each way, and who judges for the house that writes.
WAYS = ("inner", "government", "congress", "co")


@pytest.mark.parametrize("way", WAYS)
def test_whoever_answered_a_letter_does_not_judge_it(us, world, refused, way):
    """Also with a second post, in the house that writes."""
    with at("2026-02-26"):
        lead, helping = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))
        world.working(lead, "JTT"), world.working(helping, "CZT")
    jtt, czt = world.unit("JTT"), world.unit("CZT")
    with at("2026-06-01"):
        clerk = us.government()
        writer, signer, to, where, duty, about = {
            "inner": (jtt.office, jtt.office, jtt.head, jtt.organisation, Duty.UNIT_OFFICE, {"division": jtt.division.id}),
            "government": (clerk, clerk, czt.office, us.house, Duty.GOVERNMENT_CLERK, {"unit": czt.id}),
            "congress": (world.clerk, world.office, czt.office, world.committee, Duty.OFFICE_CLERK, {"unit": czt.id}),
            "co": (jtt.office, jtt.office, czt.office, jtt.organisation, Duty.UNIT_OFFICE, {"unit": czt.id}),
        }[way]  # fmt: skip
        letter = us.issued(writer, signer=signer, way=way, **about)
        world.appoint(to, where, duty)
        both = actor(Person.objects.get(id=to.person))
        row = us.answered(letter, both)
        for judge in (urgings.find_corrected, urgings.find_uncorrected, urgings.revoke):
            refused("SAME_PERSON", judge, by=both, on=again(row), saying=Because("自己核销"))
        assert not any(act.ready for act in letters.file(row.id, by=both).acts)
        assert urgings.find_corrected(by=writer, on=again(row)).stage is Urging.CORRECTED


def test_whoever_stands_in_for_the_one_who_answered_does_not_judge_it_either(us, jtt, task, world, refused):
    with at("2026-06-01"):
        letter = us.issued(jtt.office, division=jtt.division.id)
        row = us.answered(letter, jtt.head)
        world.appoint(jtt.head, jtt.organisation, Duty.UNIT_OFFICE)
        both = world.hands_on(actor(Person.objects.get(id=jtt.head.person)), jtt.office, "2026-07-01T00:00")
        refused("SAME_PERSON", urgings.find_corrected, by=both, on=again(row))


CITED = [
    ("督办通报第三期", "2026-06-05", None, "顺序号"),
    ("澜政办督〔2026〕003号", "2026-06-05", None, "顺序号"),
    ("澜政办督〔2025〕3号", "2026-06-05", None, "年份与通报日期一致"),
    ("澜政办督〔2026〕3号", "2026-02-25", None, "2026 年 2 月 26 日"),
    ("澜政办督〔2026〕3号", "2026-06-09", None, "今天或者以前"),
    ("澜政办督〔2026〕3号", "2026-06-05", "2026-06-04", "不能早于通报日期"),
]


@pytest.mark.parametrize(("number", "day", "due", "told"), CITED)
def test_a_circular_is_put_on_record_as_it_was_issued(us, jtt, task, refused, number, day, due, told):
    with at("2026-06-08"):
        until = date.fromisoformat(due) if due else None
        said = Cited(number, date.fromisoformat(day), "列名", until, jtt.head.person)
        row = us.measure(jtt.office, "circular", task)
        assert (
            told in refused("CHECKLIST_UNMET", measures.cite, by=jtt.office, on=row, saying=said).reasons[0]
        )


def test_a_circular_is_put_on_record_once_and_only_while_the_task_is_open(us, jtt, task, world, refused):
    """Whichever brackets and widths were typed."""
    with at("2026-06-08"):
        said = Cited("澜政办督[２０２６] 3号", date(2026, 2, 26), "列名", None, jtt.head.person)
        row = measures.cite(by=jtt.office, on=us.measure(jtt.office, "circular", task), saying=said)
        assert row.number == "澜政办督〔2026〕3号"
        again_ = us.measure(jtt.office, "circular", task)
        said = Cited("澜政办督〔2026〕3号", date(2026, 6, 1), "列名", None, jtt.head.person)
        refused("CHECKLIST_UNMET", measures.cite, by=jtt.office, on=again_, saying=said)
        world.sent(task, "JTT")
        said = Cited("澜政办督〔2026〕4号", date(2026, 6, 1), "列名", None, jtt.head.person)
        row = us.measure(jtt.office, "circular", task)
        assert "已经答复" in refused("TOO_LATE", measures.cite, by=jtt.office, on=row, saying=said).reasons[0]
