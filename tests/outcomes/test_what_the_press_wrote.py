"""A report of the press is put on record by a unit or by the congress's office, about suggestions (源 W2)."""

from datetime import date

import pytest

from build import again, at
from crediting import proof
from jianyi.outcomes.commands import publicity as press
from jianyi.outcomes.fresh import fresh
from jianyi.outcomes.models import Featured, Publicity
from jianyi.outcomes.queries.publicity import publicity, publicity_file, reports_of_year, written_of
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because
from jianyi.turn.models import Notice


def test_the_office_puts_it_on_record_and_whoever_proposed_is_told(world, credits, tasks, refused):
    with at("2026-06-02"):
        for by in (credits.unit.officer, credits.unit.leader, world.deputy):
            assert fresh("publicity", {}, by=by) is None
        row = credits.reported(*tasks[:2])
    told = Notice.objects.filter(action="feature").values_list("person_id", flat=True)
    assert set(told) == {world.a_deputy(name).person for name in ("温知", "阮清")}
    assert written_of(tasks[0].root_id, by=world.a_deputy("温知")) == [row]
    assert publicity_file(row.id, by=world.a_deputy("卫南")) is None
    assert [case.id for case in publicity_file(row.id, by=world.a_deputy("温知")).cases] == [tasks[0].root_id]
    assert (
        publicity(by=world.clerk, year=2026).rows == [row] and not publicity(by=world.clerk, year=2025).rows
    )
    assert reports_of_year(2026, by=world.clerk) == 1


def test_the_congress_puts_it_on_record_for_any_unit(world, credits, tasks, handled, refused):
    other = handled(1, "NYT")[0]
    with at("2026-06-02"):
        row = credits.reported(tasks[0], other, by=world.clerk)
        assert row.unit_id is None and Featured.objects.filter(root_id=row.id).count() == 2
        refused("WRONG_ACTOR", press.remove, by=credits.unit.office, on=row, saying=Because("误登"))
        said = credits.reporting(tasks[0], other, title="另一篇")
        new = fresh("publicity", {}, by=credits.unit.office)
        answer = refused("CHECKLIST_UNMET", press.feature, by=credits.unit.office, on=new, saying=said)
        assert "有 1 件不能关联" in answer.reasons[0]


@pytest.mark.parametrize(
    ("told", "code", "sentence"),
    [
        ({"title": " "}, "CHECKLIST_UNMET", "报道标题"),
        ({"medium": ""}, "CHECKLIST_UNMET", "媒体"),
        ({"on": date(2026, 6, 3)}, "CHECKLIST_UNMET", "不能晚于今天"),
        ({"address": "javascript:alert(1)"}, "CHECKLIST_UNMET", "http"),
        ({"address": "https://example.test/a b"}, "CHECKLIST_UNMET", "空格"),
        ({"address": ""}, "NO_EVIDENCE", "网址"),
        ({"cases": ()}, "CHECKLIST_UNMET", "至少写明一件"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_kept(credits, tasks, refused, told, code, sentence):
    with at("2026-06-02"):
        new = fresh("publicity", {}, by=credits.unit.office)
        said = credits.reporting(tasks[0], **told)
        answer = refused(code, press.feature, by=credits.unit.office, on=new, saying=said)
    assert sentence in answer.reasons[0] and not Publicity.objects.exists()


def test_a_clipping_stands_for_an_address(credits, tasks):
    with at("2026-06-02"):
        row = credits.reported(tasks[0], address="", attachments=(proof(credits.unit.office, "剪报.txt"),))
        assert [each.name for each in publicity_file(row.id, by=credits.unit.office).attachments] == [
            "剪报.txt"
        ]
        again_ = press.feature(
            by=credits.unit.office, on=again(row), saying=credits.reporting(tasks[0], address="")
        )
    assert again_.version == 2


def test_the_same_report_is_not_put_on_record_twice(credits, tasks, refused):
    with at("2026-06-02"):
        row = credits.reported(tasks[0])
        new = fresh("publicity", {}, by=credits.unit.office)
        said = credits.reporting(tasks[1])
        answer = refused("CHECKLIST_UNMET", press.feature, by=credits.unit.office, on=new, saying=said)
        assert "不要重复登记" in answer.reasons[0]
        press.feature(by=credits.unit.office, on=again(row), saying=credits.reporting(*tasks[:2]))
        assert Featured.objects.count() == 2


def test_removed_with_a_reason_it_is_read_where_it_was_put_down_only(world, credits, tasks, refused):
    with at("2026-06-02"):
        row = credits.reported(tasks[0])
        refused("REASON_REQUIRED", press.remove, by=credits.unit.office, on=row, saying=Because(""))
        row = press.remove(by=credits.unit.office, on=row, saying=Because("不是这件建议"))
    assert row.stage is w.Publicity.REMOVED and publicity_file(row.id, by=credits.unit.office)
    assert publicity_file(row.id, by=world.a_deputy("温知")) is None and not publicity(by=world.clerk).rows
