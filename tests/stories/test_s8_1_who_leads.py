"""S8.1, the picking: a leader of the unit picks the suggestions that they lead, one or two a year; the third is refused.

That the six are found to be alike is not played here: it is owed.
"""

from datetime import date

from build import again, at
from jianyi.cases.commands import inside
from jianyi.procedure.facts.said import Leading
from jianyi.procedure.words import Role


TITLES = [f"关于发展{what}与红色旅游服务的建议" for what in ("乡村", "古道", "研学", "民宿", "文创", "山村")]


def handed_to_the_unit(world):
    """The six of the story (0007 to 0012), each given out."""
    with at("2026-02-26"):
        return [
            world.routed(world.handed_over(("WLT", Role.SOLE), title=title)[0], "WLT") for title in TITLES
        ]


def led(tasks):
    return [(again(task).leading_leader_id, again(task).leads_since) for task in tasks]


def test_s8_1_a_leader_picks_two_to_lead_and_the_third_is_refused(world, refused, way):
    wlt, tasks = world.unit("WLT"), handed_to_the_unit(world)
    first, third, sixth = tasks[0], tasks[2], tasks[5]
    with at("2026-03-03"):
        refused("WRONG_ACTOR", inside.lead, by=wlt.officer, on=first)
        for task in (first, third):
            inside.lead(by=wlt.leader, on=again(task))
        answer = refused("CHECKLIST_UNMET", inside.lead, by=wlt.leader, on=sixth)
        # In a browser there is no button to press; the sentence is that of the other two ways.
        assert way == "browser" or ("不超过 2 件" in answer.reasons[0] and "领衔满额" in answer.reasons[0])
        named = refused(
            "CHECKLIST_UNMET", inside.name_leader, by=wlt.office, on=sixth, saying=Leading(wlt.leader.person)
        )
        assert "不超过 2 件" in named.reasons[0]
    mine, nobody = (wlt.leader.person, date(2026, 3, 3)), (None, None)
    assert led(tasks) == [mine, nobody, mine, nobody, nobody, nobody]
    with at("2026-03-04"):
        inside.lead(by=wlt.principal, on=again(sixth))
    assert led([sixth]) == [(wlt.principal.person, date(2026, 3, 4))]
