"""S13: what the public may read of a reply: personal data found, decided by people, published, withheld, answered anew."""

from datetime import date

import pytest
from django.test import Client

from build import again, at
from jianyi.cases.commands import papers
from jianyi.cases.models import Paper, Sheet
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Clearing, Marked, Rated
from jianyi.publication.commands import publishing
from jianyi.publication.models import Public, Publication, PublicReply
from jianyi.turn.models import Deadline


MOBILES = ("13800001234", "13912345678")
HOME = "青岭村三组12号"
SITUATION = f"云坪镇村民张小明反映购机后无处维修，手机{MOBILES[0]}，家住{HOME}。村民李红英说零件要等两个月，手机{MOBILES[1]}。"
ADDED = "云坪镇"


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


def answered(world, day, **told):
    with at("2026-02-26"):
        (task,) = world.handed_over(**told)
    with at("2026-02-27"):
        task = world.working(task)
    with at(day):
        world.sent(task)
    return Publication.objects.get(handling_id=task.id)


def all_out(row):
    return tuple(Marked(no, "redact") for no in range(1, len(row.marks) + 1))


def page(row):
    return Client().get(f"/open/items/{row.root_id}/")


def out(world, nyt, row, **told):
    """Prepared, checked and published on the day the clock shows."""
    row = publishing.write(by=nyt.officer, on=row, saying=Clearing(marks=all_out(row), **told))
    row = publishing.check(by=nyt.office, on=publishing.present(by=nyt.officer, on=row))
    return publishing.publish(by=world.clerk, on=row)


def test_s13_1_the_whole_text_is_published_without_what_is_personal(world, nyt, refused):
    row = answered(world, "2026-04-28", situation=SITUATION)
    assert Deadline.objects.get(holder_id=row.id, limit=w.Limit.PUBLICATION).due_on == date(2026, 5, 28)
    kinds = [mark["kind"] for mark in row.marks]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {"mobile": 2, "address": 1, "person": 2}
    with at("2026-05-20"):
        refused("CHECKLIST_UNMET", publishing.present, by=nyt.officer, on=row)
        row = publishing.write(by=nyt.officer, on=row, saying=Clearing(marks=all_out(row), added=(ADDED,)))
        assert len(row.marks) == 6
        row = publishing.present(by=nyt.officer, on=row)
        refused("WRONG_ACTOR", publishing.check, by=nyt.officer, on=row)
        row = publishing.check(by=nyt.office, on=row)
    with at("2026-05-26"):
        row = publishing.publish(by=world.clerk, on=row)
    told = page(row).content.decode()
    assert row.stage is w.Publication.PUBLISHED and "已解决或采纳" in told and world.deputy.name in told
    assert not any(each in told for each in (*MOBILES, HOME, ADDED, "张小明", "李红英"))


def test_s13_1_whoever_prepared_it_does_not_check_it(world, nyt, refused):
    row = answered(world, "2026-04-28")
    with at("2026-02-26"):
        both = world.person("一人两职", (nyt.organisation, w.Duty.UNIT_OFFICE))
    type(row.handling).objects.filter(id=row.handling_id).update(officer_id=both.person)
    with at("2026-05-20"):
        row = publishing.write(by=both, on=row, saying=Clearing(marks=all_out(row)))
        row = publishing.present(by=both, on=row)
        refused("SAME_PERSON", publishing.check, by=both, on=row)


def test_s13_2_the_second_round_is_published_and_the_first_says_so(world, nyt):
    first = answered(world, "2026-04-20")
    with at("2026-05-06"):
        first = out(world, nyt, first)
        sheet = papers.rate(
            by=world.deputy, on=Sheet.objects.get(paper_id=first.paper_id),
            saying=Rated("satisfied", "dissatisfied", "没有写明由谁执行、何时实施"),
        )  # fmt: skip
    with at("2026-05-08"):
        task = world.handled_again(sheet)
    with at("2026-05-11"):
        task = world.working(task)
    with at("2026-06-05"):
        world.sent(task)
    second = Publication.objects.get(paper_id=Paper.objects.get(handling_id=task.id).id)
    assert Deadline.objects.get(holder_id=second.id, limit=w.Limit.PUBLICATION).due_on == date(2026, 7, 6)
    with at("2026-06-15"):
        out(world, nyt, second)
    assert {row.round: row.again for row in PublicReply.objects.all()} == {1: True, 2: False}
    assert "已重新答复" in page(first).content.decode()


def test_s13_2_a_summary_is_published_in_place_of_the_text(world, nyt):
    row = answered(world, "2026-05-15")
    with at("2026-05-26"):
        row = out(world, nyt, row, way="summary", reason="篇幅较长", summary="所提意见已采纳，年内印发办法。")
    told = page(row).content.decode()
    assert "年内印发办法" in told and "丘陵地块小" not in told and "第1条答复" not in told


def test_s13_2_what_is_withheld_is_to_a_stranger_as_if_it_were_not_there(world, nyt, refused):
    row = answered(world, "2026-05-21")
    with at("2026-05-26"):
        row = publishing.write(by=nyt.officer, on=row, saying=Clearing("none"))
        refused("REASON_REQUIRED", publishing.present, by=nyt.officer, on=row)
        row = publishing.write(by=nyt.officer, on=row, saying=Clearing("none", "涉及商业秘密"))
        row = publishing.present(by=nyt.officer, on=row)
        refused("WRONG_ACTOR", publishing.withhold, by=nyt.office, on=row)
        row = publishing.withhold(by=nyt.leader, on=row)
    assert (row.stage, row.reason, row.approved_by) == (
        w.Publication.WITHHELD,
        "涉及商业秘密",
        nyt.leader.name,
    )
    for address in (f"/open/items/{row.root_id}/", f"/open/items/{row.root_id}.json"):
        unknown = Client().get(address.replace(str(row.root_id), "12345"))
        assert (Client().get(address).status_code, unknown.status_code) == (404, 404)
        assert Client().get(address).content == unknown.content
    assert (
        Client().get(f"/api/v1/suggestions/{row.root_id}").status_code == 401 and not Public.objects.exists()
    )


def test_s13_2_what_was_published_is_taken_down_with_a_reason_on_record(world, nyt, refused):
    row = answered(world, "2026-04-28")
    with at("2026-05-26"):
        row = out(world, nyt, row)
    with at("2026-05-27"):
        refused("REASON_REQUIRED", publishing.take_down, by=world.clerk, on=row)
        row = publishing.take_down(by=world.clerk, on=row, saying=Because("须重新处理"))
    assert page(row).status_code == 410 and again(row).taken_down == "须重新处理"
