"""A telephone, and hands that never touch a mouse."""

import re

import pytest

from build import again, at
from jianyi.procedure.facts.said.topics import Announcing
from jianyi.procedure.words import Role
from jianyi.topics.commands import topics
from supervising import Topics


pytestmark = pytest.mark.django_db(transaction=True)
NARROW = {"width": 390, "height": 844}
HERE = "() => document.activeElement.getAttribute('href') || document.activeElement.className"
CUT = "() => [...document.querySelectorAll('.btn')].filter(e => e.offsetParent && e.scrollWidth > e.clientWidth + 1).map(e => e.innerText)"


@pytest.fixture
def page(house, world):
    """The clerk's browser."""
    house.tidy()
    page = house.page(world.clerk)
    page.set_viewport_size(NARROW)
    return page


def test_browser_a_menu_takes_whoever_opened_it_in_and_lets_them_out_again(page, house):
    page.goto(f"{house.url}/supervision/")
    page.locator(".jy-menu").focus()
    page.keyboard.press("Enter")
    assert page.locator("#nav.open").count() == 1
    assert page.evaluate("() => document.getElementById('nav').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert page.locator("#nav.open").count() == 0 and page.evaluate(HERE) == "#nav"
    account = page.locator("details.jy-drop > summary").first
    account.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.locator("details.jy-drop[open]").count() == 0
    assert account.evaluate("summary => summary === document.activeElement")


def test_browser_tabbing_through_the_menu_leaves_the_page_beside_it_where_it_is(page, house):
    page.set_viewport_size({"width": 1280, "height": 500})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{house.url}/help/")
    links = page.locator(".jy-side a:visible")
    links.first.focus()
    for _ in range(links.count() - 1):
        page.keyboard.press("Tab")
        page.wait_for_timeout(20)
    assert page.evaluate("() => document.activeElement.closest('.jy-side') !== null")
    assert page.evaluate("() => scrollY") < 150, "no more than the bars above the menu"


def test_browser_a_short_paper_is_printed_on_one_page(page, house):
    """And lies across, as it is drawn."""
    page.goto(f"{house.url}/supervision/board/")
    printed = page.pdf(prefer_css_page_size=True, format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    width, height = map(float, re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed).groups())
    assert width > height


def test_browser_what_one_asks_a_register_with_is_not_printed(page, house):
    """The rows are, not the form above them."""
    page.goto(f"{house.url}/registers/work/")
    assert page.locator(".register-asks").is_visible()
    page.emulate_media(media="print")
    assert (
        not page.locator(".register-asks").is_visible() and not page.locator(".register-keeps").is_visible()
    )
    page.emulate_media(media="screen")


def test_browser_four_buttons_have_room_for_their_words(page, house, world):
    with at("2026-02-26"):
        task = world.working(world.handed_over(("FGW", Role.SOLE))[0], "FGW")
    us = Topics(world)
    with at("2026-03-12"):
        topic = topics.announce(by=world.clerk, on=again(us.listed(task)), saying=Announcing("常委会副主任"))
    page.goto(f"{house.url}/topics/{topic.id}/")
    assert page.locator(".jy-head .act .btn").count() == 4
    assert page.evaluate(CUT) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") == NARROW["width"]
