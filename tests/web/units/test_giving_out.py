"""What was received is given out on one page: each to the division its rules propose, and what fails stays there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from build import again, at
from jianyi.cases.commands import handlings
from jianyi.parties import commands as parties
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import UnitRules
from jianyi.procedure.words import Kind


PAGE = "/unit/route/each/"


@pytest.fixture
def received(world):
    """Three of one unit: two about machines, whose division is laid down, and one that no rule finds."""
    nyt = world.unit("NYT")
    parties.set_rules(by=nyt.office, on=nyt.organisation, saying=UnitRules(contents="农机 = NYT一处"))
    with at("2026-02-26"):
        rows = [
            world.handed_over(title=f"关于{what}的建议")[0] for what in ("农机补贴", "农机维修", "𠮷水古桥")
        ]
        for row in rows:
            handlings.acknowledge(by=nyt.office, on=row)
    return rows


def card(row, unit, **other):
    seats = {"leader": unit.leader.person, "head": unit.head.person, "officer": unit.officer.person} | other
    return {f"{name}-{row.id}": str(value) for name, value in seats.items()}


def sent(office, rows, **told):
    picked = {"key": "k", "picked": [str(row.id) for row in rows], **told}
    return office.client.post(PAGE, picked, follow=True)


@pytest.fixture
def office(world, reader):
    with at("2026-02-27"):
        yield reader(world.unit("NYT").office)


def test_each_card_begins_with_the_division_its_rules_propose(world, received, office):
    page = sent(office, received, look="1").content.decode()
    assert page.count("归口建议：单一业务“农机”：归口NYT一处。") == 2 and "没有适用的归口规则" in page
    begins = page.partition(f'name="division-{received[0].id}"')[2]
    assert f'<option value="{world.unit("NYT").division.id}" selected>' in begins.partition("</select>")[0]
    assert {again(row).stage for row in received} == {w.Handling.RECEIVED}, "looking decides nothing"


def test_what_fails_stays_with_what_was_chosen_and_the_rest_goes_on(world, received, office):
    nyt, (first, second, third) = world.unit("NYT"), received
    told = card(first, nyt, division=nyt.division.id) | card(second, nyt, head="") | card(third, nyt)
    answer = sent(office, received, **told)
    page = answer.content.decode()
    assert answer.status_code == 200 and "已分办 2 件" in page and "下面 1 件没有办成" in page
    assert second.root.title in page and third.root.title not in page
    assert f'<option value="{nyt.officer.person}" selected>' in page, "what was chosen is kept"
    assert [again(row).stage for row in received] == [
        w.Handling.ROUTED,
        w.Handling.RECEIVED,
        w.Handling.ROUTED,
    ]
    assert again(first).proposal["division"] == again(first).division_id == nyt.division.id
    assert "已分办 1 件" in sent(office, [second], **card(second, nyt)).content.decode()
    assert again(second).stage is w.Handling.ROUTED


def test_the_next_one_of_a_division_begins_with_the_leader_and_head_of_its_last(world, received, office):
    nyt, (first, second, _) = world.unit("NYT"), received
    sent(office, [first], **card(first, nyt, division=nyt.division.id))
    page = sent(office, [second], look="1").content.decode()
    assert all(f'<option value="{seat.person}" selected>' in page for seat in (nyt.leader, nyt.head))


def test_nobody_gives_out_what_is_not_theirs_or_does_not_wait(world, received, reader, office):
    with at("2026-02-27"):
        for by in (world.unit("CZT").office, world.unit("NYT").officer, world.clerk):
            stranger = reader(by)
            told = card(received[0], world.unit("NYT"))
            page = sent(stranger, received[:1], **told).content.decode()
            assert received[0].root.title not in page
    assert again(received[0]).stage is w.Handling.RECEIVED
    sent(office, received[:1], **card(received[0], world.unit("NYT")))
    told = card(received[0], world.unit("NYT"), officer=world.unit("NYT").office.person)
    sent(office, received[:1], **told)
    assert again(received[0]).officer_id == world.unit("NYT").officer.person, (
        "given out already: not here again"
    )


def test_the_page_asks_as_much_for_three_as_for_one(received, office):
    def queries(rows):
        with CaptureQueriesContext(connection) as caught:
            sent(office, rows, look="1")
        return len(caught)

    queries(received)
    assert queries(received) == queries(received[:1])


def test_a_subordinate_body_stands_in_the_page_like_a_division(world, reader):
    wlt = world.unit("WLT", Kind.BODY)
    with at("2026-02-26"):
        (task,) = world.handed_over(("WLT", w.Role.SOLE))
        handlings.acknowledge(by=wlt.office, on=task)
    with at("2026-02-27"):
        page = reader(wlt.office)
        page.get(f"/handlings/{task.id}/route/")
        options = page.text.partition('name="division"')[2].partition("</select>")[0]
        assert f'value="{wlt.division.id}"' in options and wlt.division.name in options
        assert f"{wlt.officer.name}（{wlt.division.name}）" in page.text
        team = {"leader": wlt.leader, "head": wlt.head, "officer": wlt.officer}
        told = {name: str(by.person) for name, by in team.items()} | {"division": str(wlt.division.id)}
        assert page.press(where="", **told).status_code == 200
        assert again(task).division_id == wlt.division.id and again(task).stage is w.Handling.ROUTED
        assert reader(wlt.officer).get(f"/suggestions/{task.root_id}/").status_code == 200
