"""A place that asks other things than 澜江: 沟通联系, 办理时效 and 落实情况, and nothing of the attitude. By command, page, paper form, figures."""

from dataclasses import replace

import pytest
from django.test import Client

from build import again, at
from jianyi.cases.commands import papers, ratings
from jianyi.cases.queries.forms import with_link
from jianyi.cases.queries.terms import by_terms
from jianyi.documents.letters.webpage import page
from jianyi.parties.signing import digest
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Rated
from jianyi.procedure.places import Axis, place
from publishing_roads import delivered, published


WHY = "答复超过了约定的时间，也没有说明原因"
AXES = {
    "communication": Axis("沟通联系情况", "某省办法（虚构）第三十条第一项"),
    "timeliness": Axis("办理时效情况", "某省办法（虚构）第三十条第二项"),
    "result": Axis("意见落实情况", "某省办法（虚构）第三十条第三项"),
}
GOOD = Rated(communication="satisfied", timeliness="satisfied", result="satisfied")


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch):
    other = replace(place("lj-2026"), rating_axes=AXES)
    monkeypatch.setattr("jianyi.turn.under.place", lambda key: other)


@pytest.fixture
def sheet(world):
    with at("2026-04-24"):
        return world.answered()


def test_every_axis_of_the_place_and_no_other_is_asked_by_the_command(world, sheet, refused):
    with at("2026-04-27"):
        told = refused(
            "CHECKLIST_UNMET", papers.rate, by=world.deputy, on=sheet, saying=replace(GOOD, timeliness="")
        )
        assert "每一项" in told.reasons[0]
        refused(
            "NOT_IN_THIS_PLACE",
            papers.rate,
            by=world.deputy,
            on=sheet,
            saying=replace(GOOD, attitude="satisfied"),
        )
        bad = replace(GOOD, timeliness="dissatisfied")
        refused("REASON_REQUIRED", papers.rate, by=world.deputy, on=sheet, saying=bad)
        row = papers.rate(by=world.deputy, on=sheet, saying=replace(bad, opinion=WHY))
    assert row.stage is w.Rating.DISSATISFIED, "on any axis is dissatisfied"


def test_the_pages_ask_and_show_them_in_the_words_of_the_place(world, sheet, sign_in):
    with at("2026-04-27"):
        asked = sign_in(None, world.deputy).get(f"/sheets/{sheet.id}/").content.decode()
        link = ratings.issue_link(by=world.clerk, on=sheet).link_token
        phone = Client()
        opened = phone.post(f"/rate/{sheet.id}/{link}/", {"open": "yes"}).content.decode()
        for shown in (asked, opened):
            assert all(axis.label in shown for axis in AXES.values()) and "办理态度" not in shown
            assert 'name="timeliness"' in shown and 'name="attitude"' not in shown
        said = {
            "rate": "yes",
            "communication": "satisfied",
            "timeliness": "basically_satisfied",
            "result": "satisfied",
        }
        assert phone.post(f"/rate/{sheet.id}/{link}/", said).status_code == 200
        case = sign_in(None, world.clerk).get(f"/suggestions/{sheet.root_id}/").content.decode()
    row = again(sheet)
    assert (row.via, row.timeliness, row.attitude, row.stage) == (
        "link",
        "basically_satisfied",
        "",
        w.Rating.CONTENT,
    )
    assert "办理时效情况" in case and "意见落实情况" in case and "办理态度" not in case


def test_the_paper_form_asks_them(world, sheet):
    with at("2026-04-27"):
        link = ratings.issue_link(by=world.clerk, on=sheet).link_token
        form = str(page(with_link(sheet.id, "http://localhost/rate/", digest(link), by=world.clerk)))
    assert all(axis.label in form for axis in AXES.values()) and "办理态度" not in form


def test_the_figures_count_every_axis(world, sign_in):
    """One satisfied on all, one basically, one dissatisfied with the time alone: none of them said anything of the attitude."""
    with at("2026-04-24"):
        sheets = [world.answered() for _ in range(3)]
    said = (
        GOOD,
        replace(GOOD, communication="basically_satisfied"),
        replace(GOOD, timeliness="dissatisfied", opinion=WHY),
    )
    with at("2026-04-27"):
        for row, one in zip(sheets, said, strict=True):
            papers.rate(by=world.deputy, on=row, saying=one)
        (told,) = [row for row in by_terms(by=world.clerk) if row.rated]
        shown = sign_in(None, world.clerk).get("/terms/").content.decode()
    assert (told.rated, told.satisfied, told.basically) == (3, 1, 1)
    assert "每一项都满意" in shown


def test_the_public_reads_them_too(world):
    nyt = world.unit("NYT")
    row = published(world, nyt, delivered(world))
    with at("2026-05-27"):
        said = replace(GOOD, communication="basically_satisfied", timeliness="dissatisfied", opinion=WHY)
        papers.rate(by=world.deputy, on=world.sheet_of(again(row.root)), saying=said)
        shown = Client().get(f"/open/items/{row.root_id}/").content.decode()
        figures = Client().get("/open/figures/").content.decode()
        told = Client().get(f"/open/items/{row.root_id}.json").json()
    for axis in AXES.values():
        assert axis.label in shown and f'<th scope="row">{axis.label}</th>' in figures
    assert "办理态度" not in shown + figures
    assert told["replies"][0]["ratings"] == {
        "沟通联系情况": "基本满意", "办理时效情况": "不满意", "意见落实情况": "满意",
    }  # fmt: skip
