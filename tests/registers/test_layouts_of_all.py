"""A layout of any register: kept with its grouping, of its register alone, whatever has changed since it was kept."""

import pytest

from build import again, at
from jianyi.parties import commands as parties
from jianyi.parties.models import Post
from jianyi.procedure.words import Role
from jianyi.registers import layouts
from jianyi.registers.registers import REGISTERS


@pytest.fixture
def task(world):
    with at("2026-02-26"):
        (task,) = world.handed_over(("NYT", Role.SOLE), title="关于𠮷镇𰻞面产业的建议")
    with at("2026-03-02"):
        world.sent(world.working(task), reply_class="B")
        yield again(task)


@pytest.mark.parametrize("key", REGISTERS)
def test_each_keeps_conditions_columns_order_and_parts(world, task, sign_in, key):
    register, client = REGISTERS[key], sign_in(None, world.unit("NYT").office)
    order = list(register.orders)[-1]
    sent = client.post(
        f"/registers/{key}/layouts/",
        {"set": "1", "columns": "title,no", "order": order, "parts": "unit", "words": "𰻞面", "name": "本处"},
    )
    page = client.get(sent["Location"])
    setting = page.context["setting"]
    assert sent["Location"].startswith(f"/registers/{key}/?layout=")
    assert (setting.keys, setting.order, setting.parts, setting.asked.words) == (
        ["title", "no"],
        order,
        "unit",
        "𰻞面",
    )
    assert len(page.context["rows"]) == (0 if key == "pressed" or order == "due" and key == "work" else 1)
    assert "视图：本处）" in client.get(f"{sent['Location'].replace('?', 'print/?')}").content.decode()
    others = [each for each in REGISTERS if each != key]
    assert not any(layouts.layouts(other, by=world.unit("NYT").office) for other in others)
    number = sent["Location"].rpartition("=")[2]
    assert client.get(f"/registers/{others[0]}/?layout={number}").context["setting"].layout is None


@pytest.mark.parametrize("key", ["work", "contacts", "promises"])
def test_rare_characters_are_found_and_nothing_else_is(world, task, sign_in, key):
    register, by = REGISTERS[key], world.clerk

    def found(words):
        asked = register.read({"words": words, "part": "all"})
        return len(register.page(asked, register.chosen(["no"], by), by=by).rows)

    assert [found(words) for words in ("𠮷", "𰻞面", "吉镇", "%", "_", "\x00𠮷", "'; --")] == [
        1,
        1,
        0,
        0,
        0,
        1,
        0,
    ]
    page = sign_in(None, by).get(f"/registers/{key}/?set=1&words=𰻞")
    assert page.status_code == 200 and 'value="𰻞"' in page.content.decode()


def test_what_is_there_no_more_is_left_out(world, task, sign_in):
    by = world.unit("NYT").office
    kept = {"stage": "gone", "late": "maybe", "nothing": "1", "unit": "x"}
    row = layouts.keep(
        "work", "旧视图", kept, ["gone", "no", "was_here"], "sideways", parts="moon", shared=False, by=by
    )
    bare = layouts.keep("work", "空视图", {}, ["gone"], "new", shared=False, by=by)
    client = sign_in(None, by)
    setting = client.get(f"/registers/work/?layout={row.id}").context["setting"]
    assert (setting.keys, setting.order, setting.parts, setting.asked.told) == (["no"], "new", "", {})
    assert client.get(f"/registers/work/?layout={bare.id}").context["setting"].keys[0] == "no"
    assert client.get(f"/registers/work.xlsx?layout={row.id}").status_code == 200


def test_whoever_shared_it_has_left(world, task, sign_in):
    """The house goes on using it, its office may take it away; who has left finds nothing of the house by it."""
    nyt, czt = world.unit("NYT"), world.unit("CZT")
    row = layouts.keep("work", "滞后件", {"unit": nyt.id}, ["no", "note"], "new", shared=True, by=nyt.officer)
    post = Post.objects.get(person_id=nyt.officer.person, root_id=nyt.division.id)
    parties.end_post(by=world.admin, on=post)
    gone = sign_in(None, nyt.officer)
    page = gone.get(f"/registers/work/?layout={row.id}")
    assert page.context["setting"].layout == row and page.context["rows"] == []
    assert [each.name for each in layouts.layouts("work", by=nyt.office)] == ["滞后件"]
    for stranger in (czt.office, nyt.head, world.clerk):
        assert layouts.drop(row.id, by=stranger) == ""
    assert layouts.drop(row.id, by=nyt.office) == "work" and layouts.layouts("work", by=nyt.head) == []
