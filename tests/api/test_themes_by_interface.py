"""Groups and their problems over the interface: all that pages do, and nothing for strangers."""

import pytest

from build import at
from grouping import Groups


@pytest.fixture
def wlt(world):
    return Groups(world)


def test_a_group_its_problems_and_the_board(world, wlt, api):
    with at("2026-02-26"):
        tasks = wlt.tasks(3)
    with at("2026-03-03"):
        officer, office = api(wlt.unit.officer), api(wlt.unit.office)
        cases = [str(task.root_id) for task in tasks]
        said = {"title": "乡村旅游", "basis": "同类", "cases": cases[:2]}
        made = officer.do("/theme/new/group", said)
        assert (made["track"], made["stage"], made["suggestion"]) == ("theme", "open", "")
        number = made["id"]
        officer.do(f"/theme/{number}/group", said | {"cases": cases[2:]})
        officer.do(f"/theme/{number}/share", {"text": "调研了三个县。\n标准已定。"})
        finding = {
            "findings": "标识不清 = 更换\n讲解不足 = 培训",
            "owner": str(wlt.unit.officer.person),
            "due": "2026-05-20",
        }
        officer.do(f"/theme/{number}/find", finding)
        status, told = officer.get(f"/themes/{number}")
        assert status == 200 and [row["text"] for row in told["problems"]] == ["标识不清", "讲解不足"]
        assert told["shared"] == ["调研了三个县。", "标准已定。"] and len(told["members"]) == 3
        assert [row["action"] for row in told["events"]].count("join") == 3
        assert (
            told["events"][0]["what"].endswith("归类") and wlt.unit.officer.name in told["events"][0]["who"]
        )
        first, second = (row["id"] for row in told["problems"])
        officer.no(409, "NO_EVIDENCE", f"/problem/{first}/reach", {"evidence": "已换"})
        officer.do(
            f"/problem/{first}/reach", {"evidence": "已换", "attachments": [str(wlt.proof(wlt.unit.officer))]}
        )
        officer.no(409, "SAME_PERSON", f"/problem/{first}/verify")
        office.do(f"/problem/{first}/verify")
        officer.do(f"/problem/{second}/pledge", {"case": cases[0], "item": "完成培训", "due": "2026-10-31"})
        status, board = api(world.clerk).get("/problems", part="all")
        assert [(row["text"], row["stage"]["code"]) for row in board["rows"]] == [
            ("标识不清", "struck"),
            ("讲解不足", "promised"),
        ]
        assert {**board["units"][0], "unit": ""} == {
            "listed": 2,
            "struck": 1,
            "pledged": 1,
            "late": 0,
            "unit": "",
        }
        status, listed = officer.get("/themes")
        assert [row["figures"]["struck"] for row in listed["rows"]] == [1]
        assert api(world.clerk).get(f"/themes/{number}")[1]["shared"] == []
        member = told["members"][2]["id"]
        office.no(409, "REASON_REQUIRED", f"/member/{member}/take_out")
        assert office.do(f"/member/{member}/take_out", {"reason": "内容不同"})["stage"] == "out"


def test_a_case_tells_of_its_group(world, wlt, api):
    with at("2026-02-26"):
        tasks = wlt.tasks(2)
        theme = wlt.made(tasks)
        wlt.found(theme, "标识不清", cases=tasks[:1])
        for who, count in ((world.a_deputy("代表1"), 1), (world.a_deputy("代表2"), 0), (world.clerk, 1)):
            told = api(who).get(f"/suggestions/{tasks[0 if count else 1].root_id}")[1]["together"]
            assert [len(each["problems"]) for each in told] == [count], who.name


def test_strangers_find_nothing(world, wlt, api):
    with at("2026-02-26"):
        tasks = wlt.tasks(2)
        theme = wlt.made(tasks)
        row = wlt.found(theme)[0]
        for who in (world.unit("NYT").office, world.a_deputy("代表1"), world.a_deputy("外人")):
            client = api(who)
            assert client.get(f"/themes/{theme.id}")[0] == 404
            client.no(404, "NOT_FOUND", f"/problem/{row.id}/verify")
            assert client.get("/themes")[1]["rows"] == [] and client.get("/problems")[1]["rows"] == []
        api(world.clerk).no(403, "WRONG_ACTOR", f"/theme/{theme.id}/share", {"text": "某"})


@pytest.mark.parametrize("bad", ["", "0", "-1", "9" * 30, "x", "𠮷"])
def test_numbers_that_are_none(wlt, api, bad):
    client = api(wlt.unit.office)
    assert client.get(f"/themes/{bad or 'none'}")[0] in (404, 422)
    assert client.post("/theme/new/group", {"title": "甲", "basis": "乙", "cases": [bad]})[0] in (409, 422)
