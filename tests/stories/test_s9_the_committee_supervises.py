"""S9.1, S9.3, S9.5, the congress's side: the committee proposes, the meeting decides, the committee visits and reports (R4, G6, H3)."""

from build import again, at
from dates import due
from jianyi.jobs import rounds
from jianyi.procedure import words as w
from jianyi.procedure.facts.said.topics import Responding
from jianyi.procedure.words import Limit as L, Role
from jianyi.topics.commands import topics, visits
from jianyi.topics.queries.published import published
from jianyi.topics.queries.topics import file
from supervising import Topics, topic_of


def test_s9_1_3_5_proposed_decided_visited_reported(world, refused):
    fgw, key = world.unit("FGW"), Topics(world)
    with at("2026-02-26"):
        task, helping = world.handed_over(("FGW", Role.LEAD), ("JTT", Role.CO))
        task = world.routed(task, "FGW")
    with at("2026-03-05"):
        topic = key.proposed(task)
        refused(
            "WRONG_ACTOR", topics.mark_key, by=key.member, on=again(topic), saying=key.decision("2026-03-05")
        )
        topic = key.asked(topic, answer_by="2026-03-10")
    with at("2026-03-09"):
        key.answered(topic, "FGW")
        key.answered(topic, "JTT", "disagree", "本单位只提供运输方案")
    with at("2026-03-12"):
        topic = topics.mark_key(by=world.clerk, on=again(topic), saying=key.decision(led_by="省政府负责同志"))
        rounds.tick()
        (row,) = published(by=key.member)
        case = again(task.root)
        assert row.cells == (
            "营商环境和重大项目", case.no, case.title, "周知远", "云浦代表团", "FGW", "JTT", "省政府负责同志", "裴长松", "财经委",
        )  # fmt: skip
        assert case.key and due(task, L.REPLY) == "2026-05-26"
        topic = key.planned(topic)
    with at("2026-04-17T16:00"):
        first, second = key.visited(topic)
        assert (first.unit_id, second.unit_id) == (fgw.id, fgw.id), (
            "what helps answers to the unit in the lead"
        )
    with at("2026-04-20"):
        assert key.responded(first, fgw.officer).stage is w.Advice.ANSWERED
        refused("WRONG_ACTOR", visits.answer, by=fgw.head, on=again(second), saying=Responding("已经办理"))
        key.responded(second, fgw.office, "五月底前公布")
    with at("2026-06-10"):
        topic = key.reported(topic)
        assert topic.stage is w.KeyTopic.REPORTED
        told = file(topic.id, by=key.member)
        (record,) = told.record
        days = {each["on"]: each["told"] for each in record["days"]}
        assert days["2026-03-05"] == "提议列为重点督办" and "裴长松" in days["2026-03-12"]
        assert days["2026-04-17"] == "视察，意见 2 条，已答复 2 条"
        assert "交办" in days["2026-02-26"] or "签收" in days["2026-02-26"]
    assert topic_of(topic).reported_on.isoformat() == "2026-06-10"
