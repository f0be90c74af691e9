"""The list of key topics that strangers read: announced by the office, with nothing in it that was not published (源 R4, G6)."""

import json
from datetime import date

import pytest

from build import again, at
from driving import client_of
from jianyi.cases.models import Suggestion
from jianyi.jobs import rounds
from jianyi.kit import clock
from jianyi.parties import commands as parties
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Named
from jianyi.procedure.facts.said.topics import Announcing, Including
from jianyi.procedure.words import Role
from jianyi.public import reading
from jianyi.publication.models import Public, PublicTopic
from jianyi.topics.commands import topics
from jianyi.topics.models import Covered, KeyTopic
from jianyi.topics.queries.record import timeline
from jianyi.topics.queries.topics import file


@pytest.fixture
def topic(key, tasks):
    with at("2026-03-12"):
        return key.listed(*tasks)


def announced(world, topic, office="常委会副主任"):
    return topics.announce(by=world.clerk, on=again(topic), saying=Announcing(office))


def read(client, there="/open/topics/"):
    answer = client.get(there)
    assert answer.status_code == 200
    return answer.content.decode()


def test_nothing_is_public_before_the_office_announces_it(world, client, topic, key, refused):
    assert topic.title not in read(client)
    with at("2026-03-13"):
        refused("WRONG_ACTOR", topics.announce, by=key.member, on=again(topic), saying=Announcing("副主任"))
        for office in (" ", "副主任裴长松", "裴长松"):
            refused(
                "CHECKLIST_UNMET", topics.announce, by=world.clerk, on=again(topic), saying=Announcing(office)
            )
        announced(world, topic)
        told = read(client)
    assert topic.title in told and "常委会副主任" in told and "财经委" in told and "已列入重点督办" in told
    assert "裴长松" not in told and "关于FGW的建议" not in told and "尚未公开" in told


def test_what_is_public_already_is_corrected(world, topic):
    """No second announcement stands beside the button that takes it down."""
    with at("2026-03-13"):
        page = client_of(world.clerk).get(f"/topics/{topic.id}/").content.decode()
        assert "向社会公布" in page and "更正公布内容" not in page and "从公布清单撤下" not in page
        announced(world, topic)
        page = client_of(world.clerk).get(f"/topics/{topic.id}/").content.decode()
        assert "更正公布内容" in page and "从公布清单撤下" in page and ">向社会公布</a>" not in page


def test_a_title_is_told_when_the_suggestion_is_published(world, client, topic, tasks):
    with at("2026-03-13"):
        announced(world, topic)
        case = tasks[0].root
        row = Public.objects.create(
            congress_id=world.congress.id, id=case.id, no=case.no, sitting="会", year=2026, title="隐去后的标题", published_on="2026-03-13",
            at=clock.now(),
        )  # fmt: skip
        assert "隐去后的标题" in read(client) and "关于FGW的建议" not in read(client)
        told = json.loads(read(client, "/open/data/topics.json"))["topics"][0]["suggestions"]
        assert sorted(each["title"] for each in told) == ["", "隐去后的标题"]
    with at("2026-03-14"):
        Public.objects.filter(id=row.id).update(gone=True, at=clock.now())
        assert "隐去后的标题" not in read(client)


def test_it_moves_on_with_the_topic_and_leaves_with_it(world, client, topic, key, tasks):
    """Supervised; one moved out; taken down; announced again; lifted."""
    with at("2026-03-13"):
        announced(world, topic)
        key.planned(topic)
        assert "督办中" in read(client)
        gone = Covered.objects.get(root_id=topic.id, suggestion_id=tasks[1].root_id)
        topics.take_out(by=world.clerk, on=gone, saying=Because("内容单一"))
        assert [called for _, called, _ in reading.topics(world.congress.id)[0].cases] == [tasks[0].root.no]
    with at("2026-03-14"):
        topics.take_down(by=world.clerk, on=again(topic), saying=Because("表述待核"))
        assert topic.title not in read(client)
    row = PublicTopic.objects.get(id=topic.id)
    assert (row.gone, row.title, row.office, row.decided_on, row.announced_on, row.cases) == (
        True, "", "", None, None, []
    )  # fmt: skip
    with at("2026-03-15"):
        announced(world, topic)
        assert topic.title in read(client) and topic.title in read(client, "/open/feed.xml")
    with at("2026-03-16"):
        topics.lift_key(by=world.clerk, on=again(topic), saying=Because("纳入专项"))
        assert topic.title not in read(client) and topic.title not in read(client, "/open/data/topics.csv")


def test_a_topic_that_would_give_somebody_away_is_not_announced(world, topic, tasks, refused):
    with at("2026-03-13"):
        Suggestion.objects.filter(id=tasks[0].root_id).update(confidential=True)
        told = refused(
            "CHECKLIST_UNMET", topics.announce, by=world.clerk, on=again(topic), saying=Announcing("副主任")
        )
        assert "身份保密的建议（1 件）" in told.reasons[0]


def test_a_title_with_personal_data_is_not_announced(world, key, tasks, refused):
    with at("2026-03-12"):
        topic = key.asked(key.proposed(tasks[0], title="联系13800138000解决问题"), answer_by="2026-03-12")
        key.answered(topic, "FGW")
        row = key.decided(topic)
        told = refused(
            "CHECKLIST_UNMET", topics.announce, by=world.clerk, on=again(row), saying=Announcing("副主任")
        )
        assert "13800138000" in told.reasons[0]


def test_a_name_is_told_neither_beside_an_office_nor_in_the_title(world, key, tasks, refused):
    """Of a leader, a member, a proposer: also where the decision told an office of them, and no name."""
    with at("2026-03-12"):
        topic = key.listed(tasks[0], leader="常委会副主任")
        for office in (f"常委会副主任{key.member.name}", f"{world.deputy.name}（副主任）"):
            refused(
                "CHECKLIST_UNMET", topics.announce, by=world.clerk, on=again(topic), saying=Announcing(office)
            )
        KeyTopic.objects.filter(id=topic.id).update(title=f"{world.deputy.name}代表所提康养建议")
        told = refused(
            "CHECKLIST_UNMET",
            topics.announce,
            by=world.clerk,
            on=again(topic),
            saying=Announcing("常委会副主任"),
        )
        assert f"疑似有个人信息（{world.deputy.name}）" in told.reasons[0]


def test_what_hides_does_not_come_into_what_is_public(world, key, topic, refused):
    with at("2026-03-13"):
        more = world.routed(world.handed_over(("SHT", Role.SOLE))[0], "SHT").root
        Suggestion.objects.filter(id=more.id).update(confidential=True)
        announced(world, topic)
        said = Including("会议补充", (more.id,), date(2026, 3, 13))
        told = refused("CHECKLIST_UNMET", topics.include, by=world.clerk, on=again(topic), saying=said)
        assert "请先撤下议题" in told.reasons[0]
        topics.take_down(by=world.clerk, on=again(topic), saying=Because("要补充保密件"))
        assert topics.include(by=world.clerk, on=again(topic), saying=said)


def test_that_the_report_is_handed_in_is_told(world, client, topic, key):
    with at("2026-03-13"):
        announced(world, topic)
        key.planned(topic)
    with at("2026-03-20"):
        key.reported(topic)
        assert again(topic).stage.label in read(client) and "督办中" not in read(client)


def test_what_was_not_announced_is_not_taken_down(world, topic, refused):
    refused("TOO_EARLY", topics.take_down, by=world.clerk, on=again(topic), saying=Because("误"))


def test_what_hides_does_not_come_back_into_what_is_public(world, topic, tasks, refused):
    """Moved out so that the topic could be announced: it stays out until the topic is taken down."""
    with at("2026-03-13"):
        Suggestion.objects.filter(id=tasks[1].root_id).update(confidential=True)
        gone = Covered.objects.get(root_id=topic.id, suggestion_id=tasks[1].root_id)
        topics.take_out(by=world.clerk, on=gone, saying=Because("要公布议题"))
        announced(world, topic)
        told = refused("CHECKLIST_UNMET", topics.join_again, by=world.clerk, on=again(gone))
        assert "请先撤下议题" in told.reasons[0]
        topics.take_down(by=world.clerk, on=again(topic), saying=Because("要重新列入保密件"))
        assert topics.join_again(by=world.clerk, on=again(gone)).stage is w.Covered.IN


def test_a_committee_that_is_renamed_is_told_by_its_name(world, client, topic, key):
    """By the clock, once; nothing is written again while the name stays."""
    with at("2026-03-13"):
        announced(world, topic)
        parties.change_organisation(
            by=world.admin, on=again(key.committee), saying=Named("财政经济委员会", "财经委")
        )
        assert rounds.tick() and "财政经济委员会" in read(client)
        assert timeline(file(topic.id, by=world.clerk))[-1].what.endswith("更新公开的进展")
        assert rounds.tick() == 0


def test_the_page_of_the_topic_leads_to_where_the_public_reads_it(world, client, topic):
    """Also where several congresses are on one platform: to the list of this one, at this topic."""
    with at("2026-03-13"):
        announced(world, topic)
        there = f"/open/topics/?house={world.congress.id}"
        assert f'href="{there}#topic-{topic.id}"' in read(client_of(world.clerk), f"/topics/{topic.id}/")
        assert f'id="topic-{topic.id}"' in read(client, there)
