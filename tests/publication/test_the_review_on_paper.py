"""The review of a publication as a form drawn on demand (F31): what bounds it, who did what, where what is taken out stood."""

import re

import pytest

from build import again, at
from jianyi.cases.queries.files import case
from jianyi.cases.queries.forms import checked, form, forms
from jianyi.documents.letters.webpage import page
from jianyi.procedure.facts import said as s
from jianyi.publication.commands import publishing
from publishing_roads import PHONE, SITUATION, checked as prepared, delivered, settled


@pytest.fixture
def row(world):
    return delivered(world, situation=SITUATION)


def drawn(row, by):
    found = form("publication", row.id, by=by)
    return re.sub("<[^>]+>", " ", page(found[1])) if found else ""


def token(row, by):
    return form("publication", row.id, by=by)[1].check.payload.rstrip("/").rpartition("/")[2]


def test_it_says_what_bounds_it_and_who_did_what_but_never_what_is_taken_out(world, row):
    nyt = world.unit("NYT")
    with at("2026-05-06"):
        before = drawn(row, nyt.officer)
        assert "尚未审查" in before and "未决定" in before and "公开审查单" in before
        done = prepared(nyt, row)
        told = drawn(done, world.clerk)
        assert nyt.officer.name in told and nyt.office.name in told and again(row).paper.number in told
        for words in ("全文公开", "2026年5月28日前", "情况", "隐去", "手机号码", "没有公开"):
            assert words in told, words
        for secret in (PHONE, "张小明", "青岭村三组12号"):
            assert secret not in told, secret
        publishing.publish(by=world.clerk, on=done)
        assert f"/open/items/{row.root_id}/" in drawn(row, world.clerk)


def test_what_is_kept_says_why(world, row):
    nyt = world.unit("NYT")
    with at("2026-05-06"):
        marks = [s.Marked(no, "redact") for no in range(1, len(row.marks) + 1)]
        marks[0] = s.Marked(1, "keep", "单位的公开热线")
        publishing.write(by=nyt.officer, on=row, saying=s.Clearing(marks=tuple(marks)))
        assert "单位的公开热线" in drawn(row, nyt.officer)


def test_the_line_tells_whether_the_review_went_on(world, row):
    nyt = world.unit("NYT")
    with at("2026-05-06"):
        code = token(row, nyt.officer)
        assert checked(code).same is True
    with at("2026-05-07"):
        assert checked(code).same is True, "a day has passed, nothing else"
        publishing.write(by=nyt.officer, on=row, saying=settled(row))
        assert checked(code).same is False


def test_only_those_who_may_read_the_review_have_its_form(world, row):
    nyt, jtt = world.unit("NYT"), world.unit("JTT")
    with at("2026-05-06"):
        for by in (nyt.officer, nyt.office, world.clerk):
            assert "publication" in {each.kind for each in forms(case(row.root_id, by=by))}, by.name
        for by in (world.deputy, jtt.office):
            assert drawn(row, by) == "", by.name
