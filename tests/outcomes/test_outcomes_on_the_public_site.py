"""What came of a suggestion stands on its public page once the office has published it, and for as long as it counts."""

import csv
import json
from io import StringIO

import pytest
from django.test import Client

from build import again, at
from crediting import Credits
from jianyi.cases.models import Suggestion
from jianyi.outcomes.commands import outcomes as commands, showing
from jianyi.outcomes.models import Link, PublicOutcome
from jianyi.procedure.facts.said import Because, Displaying, Document, Unlinking
from jianyi.publication.commands import publishing
from publishing_roads import delivered, published


@pytest.fixture
def credits(world):
    return Credits(world, "NYT")


@pytest.fixture
def row(world):
    """A public reply of the unit; its suggestion is public."""
    return published(world, world.unit("NYT"), delivered(world))


@pytest.fixture
def outcome(credits, row):
    papers = (Document("农机推广补助办法", "澜农发〔2026〕8号", None),)
    with at("2026-06-01"):
        return credits.registered(row.handling, documents=papers)


def shown(row, path=""):
    return Client().get(path or f"/open/items/{row.root_id}/").content.decode()


def test_it_is_shown_with_kind_quantity_and_measure_once_the_office_has_published_it(
    world, credits, row, outcome, refused
):
    before = shown(row)
    assert "转化成果" not in before and outcome.name not in before
    with at("2026-06-02"):
        for by in (credits.unit.office, credits.unit.leader, world.deputy):
            refused("WRONG_ACTOR", showing.publish, by=by, on=again(outcome))
        showing.publish(by=world.clerk, on=again(outcome))
        refused("TOO_LATE", showing.publish, by=world.clerk, on=again(outcome))
    page = shown(row)
    for told in (
        "转化成果",
        "重点工作",
        outcome.name,
        "储备资源 1130 处",
        "《农机推广补助办法》",
        "澜农发〔2026〕8号",
    ):
        assert told in page, told
    assert "全省调查完成" not in page, "the free text is not published"


def test_open_data_tell_it(world, row, outcome):
    with at("2026-06-02"):
        showing.publish(by=world.clerk, on=again(outcome))
    (line,) = csv.DictReader(StringIO(read("/open/data/suggestions.csv").removeprefix("\ufeff")))
    assert (
        line["转化成果"]
        == f"重点工作：{outcome.name}（《农机推广补助办法》澜农发〔2026〕8号，储备资源 1130 处）"
    )
    (one,) = json.loads(read("/open/data/suggestions.json"))["suggestions"]
    assert one["outcomes"] == json.loads(shown(row, f"/open/items/{row.root_id}.json"))["outcomes"]
    assert one["outcomes"][0]["quantities"] == ["储备资源 1130 处"]
    assert "转化成果" in read("/open/data/")


def read(path):
    answer = Client().get(path)
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()


def test_it_goes_with_what_counts(world, credits, row, outcome):
    with at("2026-06-02"):
        showing.publish(by=world.clerk, on=again(outcome))
        tag = Client().get(f"/open/items/{row.root_id}/")["ETag"]
        new = credits.corrected(outcome, row.handling, name="更正后的调查")
        assert outcome.name in shown(row), "until it is checked the earlier text counts"
    with at("2026-06-03"):
        credits.certified(new)
        assert outcome.name not in shown(row) and "更正后的调查" not in shown(row)
        assert Client().get(f"/open/items/{row.root_id}/")["ETag"] != tag
    with at("2026-06-04"):
        showing.publish(by=world.clerk, on=again(outcome))
        assert "更正后的调查" in shown(row)
    with at("2026-06-05"):
        commands.revoke(by=credits.unit.office, on=again(outcome), saying=Because("重复登记"))
        assert "更正后的调查" not in shown(row)
    assert {(each.gone, each.name) for each in PublicOutcome.objects.all()} == {(True, "")}


def test_it_is_taken_down_with_a_reason(world, row, outcome, refused):
    with at("2026-06-02"):
        refused("TOO_EARLY", showing.take_down, by=world.clerk, on=again(outcome), saying=Because("有误"))
        showing.publish(by=world.clerk, on=again(outcome))
        refused("REASON_REQUIRED", showing.take_down, by=world.clerk, on=again(outcome), saying=Because(""))
        showing.take_down(by=world.clerk, on=again(outcome), saying=Because("数字有误"))
    assert outcome.name not in shown(row) and again(outcome).standing == 1, "it still counts"


def test_a_link_that_is_taken_off_takes_it_off_the_page_and_a_new_one_brings_it(world, credits, row, outcome):
    with at("2026-06-02"):
        showing.publish(by=world.clerk, on=again(outcome))
        other = delivered(world, "2026-06-01")
        credits.linked(outcome, other.handling)
        rows = PublicOutcome.objects.filter(gone=False)
        assert set(rows.values_list("suggestion_id", flat=True)) == {row.root_id, other.root_id}
        assert Client().get(f"/open/items/{other.root_id}/").status_code == 404, (
            "its suggestion is not public"
        )
        link = Link.objects.get(root_id=outcome.id, suggestion_id=row.root_id)
        commands.unlink(by=credits.unit.office, on=link, saying=Unlinking("没有直接关系"))
    assert outcome.name not in shown(row)


def test_nothing_of_a_confidential_suggestion_is_written_for_the_public(world, credits, row, outcome):
    with at("2026-06-02"):
        other = world.handed_over(confidential=True, confidential_reason="怕影响亲属")[0]
        assert Suggestion.objects.get(id=other.root_id).confidential
        credits.linked(outcome, other)
        showing.publish(by=world.clerk, on=again(outcome))
    assert list(PublicOutcome.objects.values_list("suggestion_id", flat=True)) == [row.root_id]


def test_a_page_that_is_taken_down_shows_nothing_of_it(world, row, outcome):
    with at("2026-06-02"):
        showing.publish(by=world.clerk, on=again(outcome))
        publishing.take_down(by=world.clerk, on=again(row), saying=Because("有误"))
    assert outcome.name not in shown(row)


def test_what_looks_personal_is_published_with_a_reason_or_not_at_all(world, credits, row, refused):
    with at("2026-06-01"):
        mine = credits.registered(row.handling, name="服务热线13800001234开通")
        answer = refused("REASON_REQUIRED", showing.publish, by=world.clerk, on=again(mine))
        assert "13800001234" in answer.reasons[0]
        showing.publish(by=world.clerk, on=again(mine), saying=Displaying("单位公布的热线"))
    assert "服务热线13800001234开通" in shown(row)
