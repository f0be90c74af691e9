"""Pages of topics: what was typed stays, numbers that are none are said so; hidden names stay hidden, the list never has them."""

import io

from build import again, at
from driving import client_of
from jianyi.kit.spreadsheets import read_rows
from jianyi.procedure import words as w
from jianyi.procedure.words import Role
from jianyi.topics.models import KeyTopic, Sounding
from jianyi.topics.queries.published import published, sheet
from jianyi.topics.queries.topics import HIDDEN, file


def test_a_number_that_is_none_is_told_and_what_was_typed_stays(world, key):
    with at("2026-03-05"):
        world.handed_over(("NYT", Role.SOLE))
        typed = {
            "title": "营商环境",
            "criteria": ["major"],
            "reason": "代表反映集中",
            "numbers": "9999",
            "key": "a",
        }
        answer = client_of(key.member).post("/topics/new/", typed)
        page = answer.content.decode()
        assert answer.status_code == 409 and "找不到第 9999 号建议" in page
        assert "代表反映集中" in page and 'value="9999"' in page and not KeyTopic.objects.exists()
        assert client_of(world.unit("NYT").office).get("/topics/new/").status_code == 404


def test_from_the_proposal_to_the_answer_on_its_pages(world, key):
    with at("2026-03-05"):
        task = world.routed(world.handed_over(("NYT", Role.SOLE))[0])
        typed = {
            "title": "营商环境",
            "criteria": ["major"],
            "reason": "代表反映集中",
            "numbers": task.root.no,
            "key": "a",
        }
        answer = client_of(key.member).post("/topics/new/", typed)
        topic = KeyTopic.objects.get()
        assert answer["Location"] == f"/topics/{topic.id}/"
        assert "决定列入以后" in client_of(key.member).get(f"/topics/{topic.id}/").content.decode()
        key.asked(topic, answer_by="2026-03-05")
        row = Sounding.objects.get()
        said = {"stand": "agree", "view": "", "seen": row.version, "key": "b", "next": f"/topics/{topic.id}/"}
        client_of(world.unit("NYT").office).post(f"/act/sounding/{row.id}/reply/", said)
        assert again(row).stage is w.Sounding.GIVEN
        told = {
            "decided_on": "2026-03-05",
            "committee": str(key.committee.id),
            "leader": "裴长松",
            "key": "c",
        }
        client_of(world.clerk).post(
            f"/act/keytopic/{topic.id}/mark_key/", told | {"seen": again(topic).version}
        )
        assert again(topic).stage is w.KeyTopic.LISTED
        assert again(task.root).key, "a page has the marks made at once"
        assert "重点督办：" in client_of(world.deputy).get(f"/suggestions/{task.root_id}/").content.decode()


def test_a_hidden_name_is_told_to_no_committee_and_stands_in_no_list(world, key):
    with at("2026-02-26"):
        hidden = world.handed_over(
            ("NYT", Role.SOLE), title="身份保密的一件", confidential=True, confidential_reason="涉及本单位"
        )[0]
        open_ = world.handed_over(("NYT", Role.SOLE))[0]
    with at("2026-03-12"):
        topic = key.listed(world.routed(hidden), world.routed(open_))
        assert {(each.deputy, each.delegation) for each in file(topic.id, by=key.member).members} == {
            (HIDDEN, ""), ("周知远", "云浦代表团"),
        }  # fmt: skip
        for by in (world.clerk, key.member, world.unit("NYT").office):
            assert [row.case.id for row in published(by=by)] == [open_.root_id]
        assert again(hidden.root).title not in str(sheet(published(by=world.clerk), by=world.clerk))
        table = client_of(world.clerk).get("/topics/list.xlsx")
        (rows,) = read_rows("清单.xlsx", io.BytesIO(table.content).getvalue())
        assert len(rows.rows) == 3 and rows.rows[1][2] == "编号"
        for address in ("/topics/list/", "/topics/list/paper/", "/topics/list.docx", f"/topics/{topic.id}/"):
            assert client_of(world.clerk).get(address).status_code == 200, address
