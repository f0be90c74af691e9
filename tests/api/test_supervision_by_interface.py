"""Urging and the ladder over the interface: the same steps, the same rights, the same sentences."""

import pytest

from build import at
from driving import client_of
from jianyi.procedure.words import Role
from urging import Urgings


@pytest.fixture
def us(world):
    return Urgings(world)


@pytest.fixture
def tasks(world):
    with at("2026-02-26"):
        lead, helping = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))
        return world.working(lead, "JTT"), world.working(helping, "CZT")


def ask(by, path, status=200):
    answer = client_of(by).get(f"/api/v1{path}")
    assert answer.status_code == status, answer.json()
    return answer.json()


def send(by, path, body, status=200):
    answer = client_of(by).post(f"/api/v1{path}", body, content_type="application/json")
    assert answer.status_code == status, answer.json()
    return answer.json()


def test_a_letter_from_the_list_to_its_answer(world, us, tasks):
    clerk, czt = us.government(), world.unit("CZT")
    with at("2026-03-30"):
        (lag,) = ask(clerk, "/lags")["rows"]
        assert (lag["criterion"]["code"], lag["days"], lag["working_days"]) == ("co_opinion", 4, 2)
        about, said = {"unit": str(czt.id)}, {"lags": [lag["key"]], "demands": "抓紧\n写明时限"}
        refused = send(
            clerk, "/urging/new/urge", {"about": about, "saying": said | {"demands": ""}}, status=409
        )
        assert refused["code"] == "CHECKLIST_UNMET"
        made = send(clerk, "/urging/new/urge", {"about": about, "saying": said})
        ask(czt.office, f"/urgings/{made['id']}", status=404)
        send(clerk, f"/urging/{made['id']}/sign", {"seen": made["version"]})
        told = ask(czt.office, f"/urgings/{made['id']}")
        assert (
            told["number"] == "澜政办督〔2026〕1号"
            and told["due"] == "2026-04-02"
            and len(told["letters"]) == 1
        )
        assert [row["id"] for row in ask(czt.office, "/urgings?part=open")["rows"]] == [made["id"]]
        assert ask(world.unit("JTT").office, "/urgings")["rows"] == []
        said = {"text": "四月一日送达", "done_by": "2026-04-01"}
        done = send(czt.office, f"/urging/{made['id']}/respond", {"saying": said})
        assert done["stage"] == "answered"
        offered = {row["action"] for row in ask(clerk, f"/urging/{made['id']}/actions")["rows"]}
        assert {"find_corrected", "find_uncorrected", "revoke"} <= offered
        stands = ask(clerk, f"/standing?handlings={tasks[1].id},{tasks[0].id}")
        assert stands == [
            {"handling": str(tasks[1].id), "urged": 1, "on": "2026-03-30", "rung": 1, "label": "催办"}
        ]
        assert ask(world.unit("JTT").office, f"/standing?handlings={tasks[1].id}") == []
        case = ask(world.deputy, f"/suggestions/{tasks[1].root_id}")["supervised"]
        assert [(row["unit"], row["urged"], row["documents"]) for row in case["units"]] == [("CZT", 1, [])]


def test_a_rung_that_is_skipped_is_refused_with_its_code(world, us, tasks):
    clerk, jtt = us.government(), world.unit("JTT")
    with at("2026-06-01"):
        about = {"handling": str(tasks[0].id), "rung": "interview", "way": "government"}
        said = {
            "facts": "没有进展", "demands": "成稿", "owner": jtt.head.person, "due": "2026-07-01", "interviewer": clerk.person,
            "at": "2026-06-03T09:00", "where": "三楼",
        }  # fmt: skip
        told = send(clerk, "/measure/new/draw_up", {"about": about, "saying": said}, status=409)
        assert told["code"] == "LADDER_SKIPPED" and "挂牌督办" in told["reasons"][0]
        said |= {"skip_reason": "影响重大，时间紧迫", "skip_by": clerk.person}
        made = send(clerk, "/measure/new/draw_up", {"about": about, "saying": said})
        row = ask(clerk, f"/measures/{made['id']}")
        assert row["skip_reason"] == "影响重大，时间紧迫" and row["rung"]["code"] == "interview"
        ask(jtt.office, f"/measures/{made['id']}", status=404)
        assert {step["rung"]["code"] for step in ask(clerk, "/ladder")} == {
            "urging", "circular", "listing", "interview", "accountability",
        }  # fmt: skip


def test_help_and_requests_over_the_interface(world, us, tasks):
    jtt = world.unit("JTT")
    with at("2026-03-30"):
        about = {"suggestion": str(tasks[0].root_id)}
        said = {
            "kind": "hard", "what": "资金缺口", "leads": jtt.leader.person, "since": "2026-03-30", "until": "2026-10-31",
        }  # fmt: skip
        made = send(jtt.office, "/help/new/help", {"about": about, "saying": said})
        assert ask(jtt.office, f"/help-measures/{made['id']}")["what"] == "资金缺口"
        assert [row["id"] for row in ask(world.office, "/help-measures")["rows"]] == [made["id"]]
        ask(world.deputy, f"/help-measures/{made['id']}", status=404)
        plea = send(world.deputy, "/plea/new/ask", {"about": about, "saying": {"reason": "没有联系"}})
        assert plea["stage"] == "asked"
        send(world.unit("CZT").office, f"/plea/{plea['id']}/refuse", {"saying": {"reason": "x"}}, status=404)
        assert send(world.office, f"/plea/{plea['id']}/refuse", {"saying": {"reason": "单位已约定下周面商"}})["stage"] == "refused"  # fmt: skip
