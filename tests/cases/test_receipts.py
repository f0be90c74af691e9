"""Signing for what was handed over (F06): counted, whole or not, objected to or not, in time or not."""

import json

import pytest

from build import at
from jianyi.cases.commands import batches, handlings
from jianyi.cases.models import Handling
from jianyi.cases.queries.drawn.receipts import late_days
from jianyi.cases.queries.files import case as file_of
from jianyi.cases.queries.forms import form, forms
from jianyi.cases.queries.handover import received
from jianyi.documents.letters.laid import facts
from jianyi.documents.letters.webpage import page
from jianyi.documents.letters.word import docx
from jianyi.procedure.facts.said import Receipt
from jianyi.procedure.words import Role


@pytest.fixture
def task(world):
    with at("2026-02-26"):
        return world.handed_over(("NYT", Role.LEAD), ("JTT", Role.CO))[0]


def signed(world, task, day="2026-02-27", **told):
    with at(day):
        return handlings.acknowledge(by=world.unit("NYT").office, on=task, saying=Receipt(**told))


def drawn(task, by):
    found = form("receipt", task.id, by=by)
    return "".join(json.dumps(facts(found[1]), ensure_ascii=False).split()) if found else ""


@pytest.mark.parametrize(
    "told",
    [{"count_checked": False}, {"materials": "lacking"}, {"objection": "return"}, {"objection": "roles"}],
)
def test_whatever_is_not_in_order_is_explained(world, task, refused, told):
    office = world.unit("NYT").office
    refused("REASON_REQUIRED", handlings.acknowledge, by=office, on=task, saying=Receipt(**told))
    row = signed(world, task, note="缺一份附件", **told)
    assert row.objection_note == "缺一份附件" and row.counted is told.get("count_checked", True)


def test_in_order_and_in_time_it_says_so(world, task):
    row = signed(world, task)
    told = drawn(row, world.unit("NYT").office)
    for part in (
        "代表建议签收单",
        "QS-2026-0001",
        "未超期",
        "■核对无误",
        "■材料齐全",
        "■无异议",
        "经核对无误",
        "NYT办公室",
    ):
        assert part in told, part


def test_late_it_says_by_how_many_days(world, task):
    row = signed(
        world, task, "2026-03-06", objection="return", materials="lacking", note="属交通部门职责，缺附图"
    )
    told = drawn(row, world.clerk)
    assert late_days(file_of(task.root_id, by=world.clerk), row) == 4
    for part in ("超期4日", "■拟退回", "■缺件", "属交通部门职责", "有出入，见说明"):
        assert part in told, part


def test_each_unit_counts_its_own_receipts(world, task):
    other = world.handed_over(("NYT", Role.SOLE), title="另一件")[0]
    rows = [signed(world, task), signed(world, other)]
    assert [row.receipt_number for row in rows] == ["QS-2026-0001", "QS-2026-0002"]


def test_it_is_for_the_unit_that_gave_it_and_for_the_body_that_handed_over(world, task):
    row = signed(world, task)
    nyt, jtt = world.unit("NYT"), world.unit("JTT")
    for by, has in ((nyt.office, True), (world.clerk, True), (jtt.office, False), (world.deputy, False)):
        assert bool(drawn(row, by)) is has
        offered = [each.label for each in forms(file_of(task.root_id, by=by)) if each.kind == "receipt"]
        assert offered == (["签收单（NYT）"] if has else [])


def test_before_anybody_signed_there_is_none(world, task):
    assert not drawn(task, world.unit("NYT").office)


def test_it_is_a_page_and_a_word_file(world, task):
    found = form("receipt", signed(world, task).id, by=world.clerk)
    assert "代表建议签收单" in page(found[1]) and docx(found[1]).content.startswith(b"PK")


def test_the_body_sees_of_each_unit_of_a_batch_how_its_receipts_stand(world):
    cases = [world.proposed(("NYT", Role.LEAD), ("JTT", Role.CO)), world.proposed(("NYT", Role.SOLE))]
    with at("2026-02-26"):
        batch = batches.hand_over(by=world.head, on=world.batch(*cases))
    nyt, jtt = world.unit("NYT"), world.unit("JTT")
    first = Handling.objects.filter(unit_id=nyt.id).order_by("id")[0]
    signed(world, first, objection="return", note="属交通部门职责")
    found = received(batch, by=world.clerk)
    assert (found[nyt.id].signed, found[nyt.id].tasks, found[nyt.id].objected) == (1, 2, 1)
    assert (found[jtt.id].signed, found[jtt.id].tasks, found[jtt.id].objected) == (0, 1, 0)
    assert "".join(batch.name.split()) in drawn(first, world.clerk)
    assert received(batch, by=nyt.office) == {}
