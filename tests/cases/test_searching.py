"""A suggestion is found by what its title says now, by its number and by its lead's name."""

import pytest

from build import at
from jianyi.cases.commands import suggestions
from jianyi.cases.models import TitlePair
from jianyi.cases.models.titles import pairs_of
from jianyi.cases.queries import lists
from jianyi.procedure.facts.said import Because
from jianyi.procedure.words import Role


def found(word, by, **also):
    return [row.suggestion.title for row in lists.suggestions(by=by, words_in_title=word, **also).rows]


@pytest.fixture
def bridge(world):
    with at("2026-01-28"):
        return world.submitted(title="关于修建𠮷水河大桥的建议（ABC 段）")


@pytest.mark.parametrize("word", ["大桥", "𠮷水", "河", "关于修建𠮷水河大桥的建议（ABC 段）", "ABC", "桥的"])
def test_by_any_part_of_the_title(world, bridge, word):
    assert found(word, world.clerk) == [bridge.title]


@pytest.mark.parametrize("word", ["桥大", "大 桥", "大桥%", "__", "建水", "？", "大桥" * 30])
def test_not_by_what_the_title_does_not_say(world, bridge, word):
    assert found(word, world.clerk) == []


def test_a_changed_title_is_found_by_its_new_words_only(world, bridge):
    with at("2026-01-28T10:00"):
        case = suggestions.send_back(by=world.clerk, on=bridge, saying=Because("请换一件事写"))
        case = suggestions.write(
            by=world.deputy, on=case, saying=world.writing(title="关于改造老旧码头的建议")
        )
        suggestions.submit(by=world.deputy, on=case)
    assert found("大桥", world.clerk) == [] and found("码头", world.clerk) == ["关于改造老旧码头的建议"]
    assert {row.pair for row in TitlePair.objects.filter(root_id=case.id)} == pairs_of(
        "关于改造老旧码头的建议"
    )


def test_with_the_other_filters(world):
    with at("2026-02-26"):
        task = world.handed_over(("NYT", Role.SOLE), title="关于渡口的建议")[0]
    asked = {"unit": task.unit_id, "stage": "handed_over", "sitting": task.root.sitting_id, "between": "no"}
    assert found("渡口", world.clerk, **asked) == ["关于渡口的建议"]
    other = {"unit": -1, "stage": "closed", "sitting": 1, "between": "yes"}
    for name, value in other.items():
        assert found("渡口", world.clerk, **(asked | {name: value})) == [], name


def test_by_number_and_by_the_name_of_the_lead(world):
    with at("2026-01-28"):
        case = world.registered(title="关于渡口的建议")
    for word in (str(case.number), case.no, case.lead.name, case.lead.name[:2]):
        assert found(word, world.clerk) == ["关于渡口的建议"], word
    assert found(f"闭{case.number}", world.clerk) == []


def test_a_name_that_very_many_bear(world, monkeypatch):
    monkeypatch.setattr("jianyi.cases.queries.searching.NAMED", 1)
    with at("2026-01-28"):
        for n in range(3):
            world.submitted(deputy=world.a_deputy(f"同名{n}"), title=f"第{n}件")
    assert found("同名", world.clerk) == ["第2件", "第1件", "第0件"]


def test_nobody_finds_a_draft_of_others(world):
    with at("2026-01-28"):
        world.draft(title="还没写完的渡口")
    assert found("渡口", world.clerk) == [] and found("渡口", world.deputy) == ["还没写完的渡口"]
