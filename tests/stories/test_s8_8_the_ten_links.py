"""S8.8: the ten links are drawn from the table that runs, and the six stand where their next duty is (W2)."""

from dataclasses import replace

from build import again, at
from jianyi.cases.queries.standing import pictures
from jianyi.procedure.places import place
from jianyi.procedure.ten import drawn
from jianyi.procedure.words import ContactGate, Role
from jianyi.turn.models import WorkItem


TEN = ["承办", "交办", "改办", "沟通", "调研", "督查", "答复", "落实", "宣传", "考核"]


def test_s8_8_six_stand_at_their_links_and_the_picture_follows_the_rules(world):
    wlt = world.unit("WLT")
    with at("2026-02-26"):
        tasks = [world.handed_over(("WLT", Role.SOLE), title=f"关于第{n}件的建议")[0] for n in range(6)]
        routed = world.routed(tasks[1], "WLT")
        working = world.working(tasks[2], "WLT")
        world.approved(tasks[3], "WLT", "JTT")
        paper = world.cleared(world.working(tasks[4], "WLT"), "WLT")
        rated = world.sent(world.working(tasks[5], "WLT"), "WLT")
        (picture,) = pictures(by=wlt.office)
    assert [each.link.label for each in picture.links] == TEN
    at_ = {key: {case.id for case in cases} for key, cases in picture.at.items()}
    assert {tasks[0].root_id, routed.root_id} <= at_["undertake"] and routed.root_id in at_["contact"]
    assert tasks[3].root_id in at_["reassign"]
    assert {working.root_id, paper.root_id} <= at_["reply"]
    assert rated.root_id in at_["assess"] and rated.root_id not in at_["reply"]
    assert again(tasks[0]).stage.value == "arrived" and WorkItem.objects.exists()


def test_s8_8_without_the_contact_gate_the_picture_only_warns():
    """What began under other rules keeps its place, and so its own picture."""
    where = place("lj-2026")
    words = {word for word in where.switches if not isinstance(word, ContactGate)}
    turned = replace(where, key="lj-2026-warns", switches=frozenset({*words, ContactGate.WARNS}))
    gates = [
        next(each.gates for each in drawn(one) if each.link.key == "undertake") for one in (where, turned)
    ]
    contact = [told for told in gates[0] if "沟通" in told]
    assert contact and not any(told in gates[1] for told in contact)
    assert any(told.startswith("提醒：") and "沟通" in told for told in gates[1])
