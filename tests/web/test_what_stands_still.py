"""A page stays where it is while it is written on: what moves between press and release is never pressed."""

import json

import pytest

from jianyi.cases.models import Paper, Sheet
from jianyi.web.deputies.buffer import OVERTAKEN


USUAL = ("正在保存…", "14:05 已自动保存", "没存上，已留在本机", "没存上，请先不要关闭这一页")
CONFLICT = f"{OVERTAKEN}|看最新的"
PLACES = """words => {
  const mark = document.querySelector("[data-saved]");
  const [said, link] = words.split("|");
  mark.replaceChildren(...(said ? [window.jianyi.icon("cloud-check"), said] : []));
  if (link) { const go = document.createElement("a"); go.href = "/"; go.textContent = link; mark.append(go); }
  const of = each => { const r = each.getBoundingClientRect(); return [r.x, r.y, r.width, r.height].map(Math.round); };
  const all = [...document.querySelectorAll("form textarea, form label, form button, main a, h1, h2")];
  return all.filter(each => !mark.contains(each)).map(of);
}"""


@pytest.mark.django_db(transaction=True)
def test_the_autosave_mark_moves_nothing_on_any_page_that_has_it(house, world):
    nyt = world.unit("NYT")
    task = world.working(world.handed_over()[0])
    world.sent(world.working(world.handed_over()[0]))
    pages = [
        (world.deputy, "/suggestions/new/"),
        (world.deputy, f"/suggestions/{world.draft().id}/edit/"),
        (world.deputy, f"/sheets/{Sheet.objects.get().id}/"),
        (nyt.officer, f"/handlings/{task.id}/contact/"),
        (nyt.officer, f"/papers/{Paper.objects.get(handling_id=task.id).id}/"),
    ]
    moved = [
        (address, width, words)
        for who, address in pages
        for width in (1440, 390)
        for words in moving(house.page(who), house.url + address, width)
    ]
    assert not moved


def moving(page, address, width):
    """With which of the usual words anything lies elsewhere than without."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    quiet = page.evaluate(PLACES, "")
    assert len(quiet) > 5, json.dumps(quiet)
    return [words for words in (*USUAL, CONFLICT) if page.evaluate(PLACES, words) != quiet]
