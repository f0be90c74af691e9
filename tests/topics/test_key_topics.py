"""A key topic: who proposes it, whom it asks, who decides, what it means for its suggestions, what leaves it by itself (代 52; S9.1)."""

from datetime import date
from threading import Barrier, Thread

import pytest

from build import World, again, at
from grouping import withdrawn
from jianyi.cases.commands import suggestions
from jianyi.cases.queries.files import case
from jianyi.console.checking import violations
from jianyi.jobs import rounds
from jianyi.parties.models import Congress
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, KeyMark
from jianyi.procedure.facts.said.topics import (
    Consulting,
    Decided,
    Including,
    Nominating,
    NotListed,
    Sounded,
    Supervising,
)
from jianyi.procedure.refusals import Refused
from jianyi.procedure.words import Kind, Role
from jianyi.topics.commands import topics, visits
from jianyi.topics.fresh import fresh
from jianyi.topics.models import Covered, KeyTopic, Sounding
from jianyi.turn.models import Notice
from supervising import Topics


@pytest.fixture
def tasks(world):
    with at("2026-02-26"):
        return [
            world.routed(world.handed_over(("FGW", Role.SOLE), title=f"关于项目{n}的建议")[0], "FGW")
            for n in range(2)
        ]


def test_a_committee_proposes_units_are_asked_the_meeting_decides_and_every_suggestion_is_marked(
    world, key, tasks
):
    with at("2026-03-05"):
        topic = key.asked(key.proposed(*tasks))
    assert topic.stage is w.KeyTopic.CONSULTED and topic.nominated_by_id == key.committee.id
    (row,) = Sounding.objects.filter(root_id=topic.id)
    assert row.stage is w.Sounding.ASKED and row.unit_id == world.unit("FGW").id
    with at("2026-03-09"):
        assert key.answered(topic, "FGW").stage is w.Sounding.GIVEN
    with at("2026-03-12"):
        topic = topics.mark_key(by=world.clerk, on=again(topic), saying=key.decision())
        assert topic.stage is w.KeyTopic.LISTED
        assert not again(tasks[0].root).key, "a suggestion is another root: its mark is a turn of its own"
        assert rounds.tick() == 2
        assert rounds.tick() == 0
    for task in tasks:
        row = again(task.root)
        assert (row.key, row.key_decided_on, row.key_topic_id) == (True, date(2026, 3, 12), topic.id)
        assert (row.supervising_committee_id, row.supervising_leader) == (key.committee.id, "裴长松")
    told = Notice.objects.filter(track="suggestion", action="mark_key", organisation_id=world.unit("FGW").id)
    assert told.count() == 2
    assert not any(found for _, found in violations().values())


def test_nobody_else_proposes_and_nobody_but_the_office_decides(world, key, tasks, refused):
    fgw = world.unit("FGW")
    assert all(fresh("keytopic", {}, by=by) is None for by in (fgw.office, world.deputy, world.head))
    assert fresh("keytopic", {}, by=world.clerk).nominated_by_id is None
    with at("2026-03-05"):
        topic = key.asked(key.proposed(*tasks))
        for by in (key.member, fgw.principal, world.deputy):
            refused("WRONG_ACTOR", topics.mark_key, by=by, on=again(topic), saying=key.decision("2026-03-05"))
        row = Sounding.objects.get(root_id=topic.id)
        refused("WRONG_ACTOR", topics.answer, by=fgw.officer, on=row, saying=Sounded("agree"))
        refused("CHECKLIST_UNMET", topics.answer, by=fgw.office, on=row, saying=Sounded("disagree"))


def test_a_proposal_says_what_and_why_and_names_what_is_on_its_way_to_a_reply(world, key, tasks, refused):
    new = fresh("keytopic", {}, by=key.member)
    numbers = tuple(task.root_id for task in tasks)
    with at("2026-03-05"):
        draft = world.draft()
        for said in (
            Nominating("", ("major",), "理由", numbers),
            Nominating("项目", (), "理由", numbers),
            Nominating("项目", ("major",), "", numbers),
            Nominating("项目", ("major",), "理由", ()),
            Nominating("项目", ("major",), "理由", (draft.id,)),
        ):
            refused("CHECKLIST_UNMET", topics.nominate, by=key.member, on=new, saying=said)
        key.proposed(*tasks)
        said = Nominating("另一个", ("major",), "理由", numbers[:1])
        refused(
            "CHECKLIST_UNMET",
            topics.nominate,
            by=key.member,
            on=fresh("keytopic", {}, by=key.member),
            saying=said,
        )


def test_the_decision_waits_for_the_units_until_the_day_that_was_set(world, key, tasks, refused):
    with at("2026-03-05"):
        topic = key.asked(key.proposed(*tasks), answer_by="2026-03-10")
        answer = refused(
            "TOO_EARLY", topics.mark_key, by=world.clerk, on=topic, saying=key.decision("2026-03-05")
        )
        assert "1 个单位" in answer.reasons[0]
    with at("2026-03-11"):
        rounds.tick()
        row = Sounding.objects.get(root_id=topic.id)
        assert row.stage is w.Sounding.LAPSED
        assert key.decided(topic, "2026-03-11").stage is w.KeyTopic.LISTED


def test_a_decision_has_its_day_and_who_supervises(world, key, tasks, refused):
    with at("2026-03-05"):
        topic = key.asked(key.proposed(*tasks))
        key.answered(topic, "FGW")
    with at("2026-03-12"):
        for said in (
            key.decision("2026-03-13"),
            key.decision("2026-03-04"),
            key.decision(leader=""),
            key.decision(committee=0),
            key.decision(committee=world.unit("FGW").id),
        ):
            answer = refused("CHECKLIST_UNMET", topics.mark_key, by=world.clerk, on=again(topic), saying=said)
        answer = refused(
            "CHECKLIST_UNMET",
            topics.mark_key,
            by=world.clerk,
            on=again(topic),
            saying=key.decision("2026-03-13"),
        )
        assert "主任会议" in answer.reasons[0]


def test_what_is_not_listed_says_why_and_is_free_again(world, key, tasks, refused):
    with at("2026-03-05"):
        topic = key.asked(key.proposed(*tasks))
    with at("2026-03-12"):
        said = NotListed("列入面上督办即可", date(2026, 3, 12))
        refused(
            "REASON_REQUIRED",
            topics.refuse,
            by=world.clerk,
            on=again(topic),
            saying=NotListed("", date(2026, 3, 12)),
        )
        topic = topics.refuse(by=world.clerk, on=again(topic), saying=said)
        assert topic.stage is w.KeyTopic.NOT_LISTED and topic.reason == "列入面上督办即可"
        assert Sounding.objects.get(root_id=topic.id).stage is w.Sounding.LAPSED
        assert key.proposed(*tasks, title="再次提议").stage is w.KeyTopic.PROPOSED
        assert not again(tasks[0].root).key


def test_members_leave_and_join_with_a_reason_and_the_mark_goes_with_them(world, key, tasks, refused):
    with at("2026-03-12"):
        topic = key.listed(*tasks)
        row = key.member_of(topic, tasks[0])
        refused("REASON_REQUIRED", topics.take_out, by=world.clerk, on=row, saying=Because())
        refused("WRONG_ACTOR", topics.take_out, by=key.member, on=row, saying=Because("另行办理"))
        topics.take_out(by=world.clerk, on=row, saying=Because("另行办理"))
        last = key.member_of(topic, tasks[1])
        refused("CHECKLIST_UNMET", topics.take_out, by=world.clerk, on=last, saying=Because("另行办理"))
        assert rounds.tick() == 1
        assert not again(tasks[0].root).key and again(tasks[1].root).key
        topics.join_again(by=world.clerk, on=again(row))
        rounds.tick()
        assert again(tasks[0].root).key_topic_id == topic.id
        other = world.routed(world.handed_over(("FGW", Role.SOLE), title="关于港口的建议")[0], "FGW")
        said = Including("主任会议补充", (other.root_id,), date(2026, 3, 12))
        topics.include(by=world.clerk, on=again(topic), saying=said)
        rounds.tick()
        assert again(other.root).key
    assert not any(found for _, found in violations().values())


def test_what_is_withdrawn_leaves_by_itself_and_a_lifted_topic_lifts_every_mark(world, key, tasks):
    with at("2026-03-12"):
        topic = key.listed(*tasks)
    with at("2026-03-16"):
        withdrawn(world, tasks[0])
        rounds.tick()
        assert key.member_of(topic, tasks[0]).stage is w.Covered.GONE
        topics.lift_key(by=world.clerk, on=again(topic), saying=Because("任务已完成"))
        rounds.tick()
        assert not again(tasks[1].root).key and again(tasks[1].root).key_topic_id is None
        assert rounds.tick() == 0
    assert not any(found for _, found in violations().values())


def test_the_mark_of_a_topic_is_not_changed_on_the_suggestion_itself(world, key, tasks, refused):
    with at("2026-03-12"):
        key.listed(*tasks)
        row = again(tasks[0].root)
        refused("CHECKLIST_UNMET", suggestions.lift_key, by=world.clerk, on=row, saying=Because("理由"))
        said = KeyMark(date(2026, 3, 12), 0, "某副主任")
        refused("CHECKLIST_UNMET", suggestions.mark_key, by=world.clerk, on=again(row), saying=said)


def test_a_committee_reads_the_suggestions_it_supervises_and_no_others(world, key, tasks):
    with at("2026-03-05"):
        topic = key.asked(key.proposed(tasks[0]))
        assert case(tasks[0].root_id, by=key.member) is None, "to propose a suggestion does not open it"
        key.answered(topic, "FGW")
        key.decided(topic, "2026-03-05")
        assert case(tasks[0].root_id, by=key.member) is not None
        assert case(tasks[1].root_id, by=key.member) is None
        topics.lift_key(by=world.clerk, on=again(topic), saying=Because("任务已完成"))
        rounds.tick()
        assert case(tasks[0].root_id, by=key.member) is None


@pytest.mark.parametrize(
    ("level", "body"), [("national", "委员长会议"), ("county", "主任会议"), ("township", "主席团")]
)
def test_who_decides_is_called_by_its_name_at_every_level(world, key, tasks, refused, level, body):
    Congress.objects.filter(id=world.congress.id).update(level=level)
    with at("2026-03-05"):
        topic = key.asked(key.proposed(*tasks))
        key.answered(topic, "FGW")
        answer = refused(
            "CHECKLIST_UNMET",
            topics.mark_key,
            by=world.clerk,
            on=again(topic),
            saying=key.decision("2026-03-13"),
        )
    assert body in answer.reasons[0]


@pytest.fixture
def township(db):
    return World(place="national", heads=Kind.PRESIDIUM)


def test_a_township_has_no_special_committee_and_its_presidium_supervises(township, refused):
    """代 52: the presidium looks after suggestions; the office plans and reports."""
    Congress.objects.filter(id=township.congress.id).update(level="township")
    with at("2026-03-05"):
        task = township.handed_over(("FGW", Role.SOLE))[0]
        said = Nominating("镇区道路", ("major",), "群众关注", (task.root_id,))
        topic = topics.nominate(by=township.clerk, on=fresh("keytopic", {}, by=township.clerk), saying=said)
        refused(
            "TOO_EARLY",
            topics.mark_key,
            by=township.clerk,
            on=topic,
            saying=Decided(date(2026, 3, 5), 0, "主席"),
        )
        topics.consult(by=township.clerk, on=again(topic), saying=Consulting("", date(2026, 3, 5)))
        row = Sounding.objects.get(root_id=topic.id)
        topics.answer(by=township.unit("FGW").office, on=row, saying=Sounded("agree"))
        topic = topics.mark_key(
            by=township.clerk, on=again(topic), saying=Decided(date(2026, 3, 5), 0, "主席")
        )
        said = Supervising("走访一次", "走访 = 2026-03-20 = 走访", date(2026, 4, 1))
        assert visits.plan(by=township.office, on=again(topic), saying=said).stage is w.KeyTopic.SUPERVISED


@pytest.mark.django_db(transaction=True)
def test_two_who_propose_the_same_suggestion_at_once_make_one_topic_of_it():
    from django.db import connection, connections

    if connection.vendor != "postgresql":
        pytest.skip("并发竞争在 PostgreSQL 上测")
    world = World()
    key = Topics(world)
    task = world.handed_over(("FGW", Role.SOLE))[0]
    start, answers = Barrier(2), []

    def propose(n):
        try:
            start.wait()
            answers.append(key.proposed(task, title=f"议题{n}"))
        except Refused as refusal:
            answers.append(refusal.code)
        finally:
            connections.close_all()

    threads = [Thread(target=propose, args=(n,)) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Covered.objects.filter(suggestion_id=task.root_id, holds=True).count() == 1


def test_the_same_decision_sent_twice_is_one(world, key, tasks):
    with at("2026-03-12"):
        topic = key.asked(key.proposed(*tasks), answer_by="2026-12-31")
        key.answered(topic, "FGW")
        topic = again(topic)
        for _ in range(2):
            done = topics.mark_key(by=world.clerk, on=topic, saying=key.decision(), key="one")
        assert done.version == again(topic).version
        assert KeyTopic.objects.filter(stage=w.KeyTopic.LISTED).count() == 1
        with pytest.raises(Refused) as refusal:
            topics.mark_key(by=world.clerk, on=topic, saying=key.decision())
        assert refusal.value.code in ("TOO_LATE", "WRONG_ACTOR")
