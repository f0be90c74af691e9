"""The committee's plan, its visits and what it advises, its report with the days of what it is about (S9.3, S9.5; 源 R4, H3)."""

from datetime import date

import pytest

from build import again, at
from jianyi.cases.queries.files import case
from jianyi.jobs import rounds
from jianyi.procedure import words as w
from jianyi.procedure.facts.said.topics import Responding, Supervising, SupervisionReport, Visiting
from jianyi.procedure.words import Limit, Role
from jianyi.topics.commands import visits
from jianyi.topics.queries.about import key_topic
from jianyi.topics.queries.form import report
from jianyi.topics.queries.topics import file, topics as listed
from jianyi.topics.queries.work import work
from jianyi.turn.models import Deadline, Notice
from supervising import Topics, topic_of


@pytest.fixture
def topic(key, tasks):
    with at("2026-03-12"):
        return key.planned(key.listed(*tasks))


def test_a_plan_has_its_days_and_the_report_is_due_on_the_last(world, key, tasks, refused):
    with at("2026-03-12"):
        topic = key.listed(*tasks)
        for said in (
            Supervising("", "视察 = 2026-04-17 = 视察", date(2026, 6, 10)),
            Supervising("视察", "四月视察", date(2026, 6, 10)),
            Supervising("视察", "视察 = 2026-04-17 = 视察", None),
            Supervising("视察", "视察 = 2026-04-17 = 视察", date(2026, 4, 16)),
        ):
            refused("CHECKLIST_UNMET", visits.plan, by=key.member, on=again(topic), saying=said)
        said = Supervising("视察", "视察 = 2026-04-17 = 视察", date(2026, 6, 10))
        refused("WRONG_ACTOR", visits.plan, by=world.clerk, on=again(topic), saying=said)
        topic = key.planned(topic)
    assert topic.stage is w.KeyTopic.SUPERVISED
    clock_of = Deadline.objects.get(holder_id=topic.id, limit=Limit.SUPERVISION)
    assert clock_of.due_on == date(2026, 6, 10)
    with at("2026-03-13"):
        assert [each.action.value for each in work(by=key.member)] == ["hand_in"]


def test_every_opinion_goes_to_each_unit_that_replies_and_nowhere_else(world, key, tasks, topic, refused):
    with at("2026-04-17"):
        rows = key.visited(topic, "加快前期手续", "公布资金安排", cases=tasks[:1])
        assert [(row.nth, row.unit_id, row.suggestion_id) for row in rows] == [
            (1, tasks[0].unit_id, tasks[0].root_id), (2, tasks[0].unit_id, tasks[0].root_id),
        ]  # fmt: skip
        assert len(key.visited(topic, "统一发布")) == 4
        refused(
            "CHECKLIST_UNMET",
            visits.answer,
            by=world.unit("FGW").office,
            on=again(rows[0]),
            saying=Responding(),
        )
        assert file(topic.id, by=world.unit("NYT").office).answered == (0, 1)
        assert file(topic.id, by=key.member).answered == (0, 4)
        told = key_topic(case(tasks[0].root_id, by=world.deputy))
        assert [each.advice.text for each in told.opinions] == ["加快前期手续", "公布资金安排", "统一发布"]
        assert (
            key_topic(case(tasks[1].root_id, by=world.unit("NYT").officer)).opinions[0].advice.text
            == "统一发布"
        )


def test_a_visit_is_described_took_place_and_is_about_members(world, key, tasks, topic, refused):
    with at("2026-04-17"):
        plain = {
            "held_on": date(2026, 4, 17),
            "where": "云浦",
            "people": "5 人",
            "opinions": "加快",
            "answer_by": date(2026, 5, 8),
        }
        other = world.handed_over(("FGW", Role.SOLE))[0]
        for wrong in (
            {"opinions": ""}, {"where": ""}, {"people": ""}, {"answer_by": None}, {"held_on": date(2026, 4, 18)}, {"held_on": date(2026, 3, 11)},
            {"answer_by": date(2026, 4, 16)}, {"opinions": "长" * 501}, {"cases": (other.root_id,)}, {"meeting": 7},
        ):  # fmt: skip
            refused(
                "CHECKLIST_UNMET",
                visits.visit,
                by=key.member,
                on=again(topic),
                saying=Visiting(**(plain | wrong)),
            )
        refused(
            "WRONG_ACTOR",
            visits.visit,
            by=world.unit("FGW").office,
            on=again(topic),
            saying=Visiting(**plain),
        )


def test_advice_to_a_unit_that_handles_it_no_more_lapses_and_the_committee_is_told(world, key, tasks):
    world.unit("JTT")
    with at("2026-02-27"):
        topic = key.listed(*tasks, day="2026-02-27")
        (row,) = key.visited(topic, "加快", day="2026-02-27", cases=tasks[:1])
        world.granted(tasks[0], "FGW", "JTT")
        assert rounds.tick() > 0
        assert again(row).stage is w.Advice.LAPSED
        told = Notice.objects.filter(track="advice", action="lapse", organisation_id=key.committee.id)
        assert told.count() == 1


def test_a_report_freezes_the_days_of_what_it_is_about(world, key, tasks, topic, refused):
    with at("2026-04-17"):
        (row,) = key.visited(topic, "加快", cases=tasks[:1])
        assert report(file(topic.id, by=key.member)) is None
        refused("CHECKLIST_UNMET", visits.hand_in, by=key.member, on=again(topic), saying=SupervisionReport())
    with at("2026-05-20"):
        done = key.reported(topic)
        assert done.stage is w.KeyTopic.REPORTED
        key.responded(row, world.unit("FGW").office)
        told = {each["on"]: each["told"] for each in topic_of(topic).record[0]["days"]}
        assert told["2026-04-17"] == "视察，意见 1 条，已答复 0 条", (
            "what is handed in does not change any more"
        )
        sheet = report(file(topic.id, by=world.clerk))
        assert "财经委" in sheet.footer.unit and "主任会议" in sheet.lead
        assert report(file(topic.id, by=world.unit("FGW").office)) is None, (
            "the report is between the committee and the congress"
        )


def test_a_committee_finds_its_own_topics_and_what_waits_for_it(world, key, tasks):
    other = Topics(world, "农业委")
    with at("2026-03-12"):
        topic = key.listed(*tasks)
        assert [row.topic.id for row in listed(by=key.member).rows] == [topic.id]
        assert listed(by=other.member).rows == [] and file(topic.id, by=other.member) is None
        assert [(each.action.value, each.root.id) for each in work(by=key.member)] == [("plan", topic.id)]
        assert listed(by=world.deputy).rows == []
