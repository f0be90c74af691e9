"""Whoever holds a form learns when it was drawn, from which data, and whether the record still says the same; no more."""

import re

import pytest
from django.test import Client

from build import again, at
from jianyi.cases.commands import handlings, oral, suggestions
from jianyi.cases.models import Sheet
from jianyi.cases.queries.files import case as file_of
from jianyi.cases.queries.forms import KINDS, checked, form, forms
from jianyi.documents.letters.webpage import page
from jianyi.procedure.facts.said import Countersigned, Receipt
from jianyi.procedure.words import Role


@pytest.fixture
def task(world):
    with at("2026-02-26"):
        (row,) = world.handed_over(("NYT", Role.SOLE), title="关于农机的建议")
    with at("2026-02-27"):
        return handlings.acknowledge(by=world.unit("NYT").office, on=row, saying=Receipt())


def drawn(kind, row, by):
    """The check line and what its QR code holds."""
    check = form(kind, row.id, by=by)[1].check
    return check, re.search(r"/check/form/([^/]+)/$", check.payload).group(1)


def test_the_line_says_of_which_minute_and_which_data(world, task):
    with at("2026-03-02T09:41:30"):
        check, token = drawn("receipt", task, world.unit("NYT").office)
        found = checked(token)
    assert check.line.startswith("本表按2026年3月2日09:41的记录生成") and re.fullmatch(
        r"(\w{4}-){2}\w{4}", check.code
    )
    assert (found.drawn.code, found.drawn.moment, found.same) == (check.code, "2026年3月2日09:41", True)
    assert len(check.payload) < 160


def test_on_another_day_an_unchanged_record_still_gives_the_same(world, task):
    with at("2026-03-02"):
        _, token = drawn("receipt", task, world.clerk)
    with at("2026-04-20"):
        assert checked(token).same is True


def test_a_record_that_went_on_is_told(world, task):
    nyt = world.unit("NYT")
    with at("2026-03-02"):
        _, token = drawn("flow", task, nyt.office)
        _, receipt = drawn("receipt", task, nyt.office)
        handlings.route(by=nyt.office, on=again(task), saying=nyt.team)
        assert checked(token).same is False and checked(receipt).same is True


def test_whoever_may_no_longer_have_it_gets_no_comparison(world, task, refused):
    with at("2026-03-02"):
        _, token = drawn("receipt", task, world.unit("NYT").office)
        number = token.split(".")
        assert checked(".".join([*number[:3], "0", *number[4:]])) is None
        other = checked_for(task, world.unit("JTT").office)
    assert other.same is None


def checked_for(task, by):
    """A form that this reader cannot have."""
    from jianyi.cases.queries.checking import Drawn
    from jianyi.kit import clock

    return checked(Drawn("receipt", task.id, by.person, clock.now(), "0" * 12).token)


@pytest.mark.parametrize(
    "token", ["", "x", "receipt.1.1.1.abc.def", "..../" * 9, "receipt.ü.1.1.0.1", "0" * 500]
)
def test_a_code_that_was_made_up_is_none_of_ours(token):
    assert checked(token) is None


def test_the_page_is_open_to_everybody_and_tells_nothing_of_the_matter(world, task):
    with at("2026-03-02"):
        check, token = drawn("receipt", task, world.unit("NYT").office)
        answer = Client().get(f"/check/form/{token}/")
        told = answer.content.decode()
    assert answer.status_code == 200 and check.code in told and "签收单" in told and "没有变动" in told
    for secret in ("关于农机的建议", "周知远", "NYT", "0001"):
        assert secret not in told.replace(check.code, "")
    assert Client().get("/check/form/made.up/").status_code == 404


def test_every_form_has_its_line_on_page_and_paper(world):
    with at("2026-02-26"):
        task = world.routed(world.handed_over(points=2)[0])
    with at("2026-03-10"):
        world.sent(world.working(again(task)))
        record = world.replied_orally(again(task))
        blank = form("oral_reply", record.id, by=world.clerk)[1]
        assert blank.check.code in page(blank) and "记录生成" in page(blank)
        oral.countersign(by=world.deputy, on=record, saying=Countersigned("agree", "", "no"))
        world.rate(Sheet.objects.get())
        suggestions.close(by=world.clerk, on=again(task.root))
        offered = {
            each.kind: (each, by)
            for by in (world.clerk, world.unit("NYT").office)
            for each in forms(file_of(task.root_id, by=by))
        }
        assert set(offered) >= set(KINDS) - {"plan", "collective", "oral_reply"}
        for each, by in offered.values():
            sheet = form(each.kind, each.number, by=by)[1]
            assert sheet.check.code in page(sheet) and "记录生成" in page(sheet)
            assert checked(sheet.check.payload.rstrip("/").rpartition("/")[2]).same is True
