"""The timeline of a group: what happened when, by whom, from the record, for each reader as far as they are shown it."""

import pytest

from build import again, at
from gathering import Gatherings
from grouping import Groups
from jianyi.procedure.facts.said import Because
from jianyi.themes.commands import problems
from jianyi.themes.queries.record import timeline
from jianyi.themes.queries.themes import file


@pytest.fixture
def wlt(world):
    return Groups(world)


@pytest.fixture
def theme(wlt):
    with at("2026-02-26"):
        tasks = wlt.tasks(3)
    with at("2026-03-03"):
        made = wlt.made(tasks)
        wlt.out(made, tasks[0], "内容不同")
        return again(made)


def told(theme, by):
    return [(each.what, each.about, each.note) for each in timeline(file(theme.id, by=by))]


def test_it_tells_every_step_oldest_first_with_who_and_about_what(world, wlt, theme):
    with at("2026-03-30"):
        meeting = Gatherings(world).called()
        wlt.linked(theme, meeting)
        row = wlt.found(theme, "标识不清")[0]
        wlt.reported(row)
        problems.send_back(by=wlt.unit.office, on=again(row), saying=Because("没有照片"))
        wlt.struck(row)
    events = timeline(file(theme.id, by=wlt.unit.officer))
    assert [each.at for each in events] == sorted(each.at for each in events)
    what = [each.what for each in events]
    assert what[0].endswith("归类") and what.count("类办件：加入本组") == 3
    assert ("类办件：移出本组", "0001 关于乡村旅游厕所的建议", "内容不同") in told(theme, wlt.unit.officer)
    linked = next(each for each in events if each.action == "link")
    assert linked.about == meeting.title and wlt.unit.office.name in linked.who
    problem = [(each.what, each.who) for each in events if each.about == "第 1 项：标识不清"]
    assert len(problem) == 5 and wlt.unit.office.name in problem[-1][1] and problem[0][1] == "程序"


def test_reasons_stay_inside_the_unit_and_what_is_not_shown_is_not_told(world, wlt, theme):
    with at("2026-03-30"):
        wlt.found(theme, "标识不清")
    office = told(theme, world.clerk)
    assert len(office) == len(told(theme, wlt.unit.officer)) and not any(note for _, _, note in office)
    assert file(theme.id, by=world.unit("NYT").office) is None
