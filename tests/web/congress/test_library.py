"""The library: filters in the address, names kept from those who may not know them, the table."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from build import at
from jianyi.procedure.words import Role


@pytest.fixture(autouse=True)
def some_day():
    with at("2026-02-26"):
        yield


def table(answer):
    return [[cell.value for cell in row] for row in load_workbook(BytesIO(answer.content)).active.iter_rows()]


def test_everybody_sees_what_is_theirs(world, browser):
    (task,) = world.handed_over(title="关于公路的建议")
    other = world.submitted(title="关于水利的建议")
    page = browser(world.clerk).get("/suggestions/").content.decode()
    assert task.root.title in page and other.title in page
    page = browser(world.unit("NYT").office).get("/suggestions/").content.decode()
    assert "关于公路的建议" in page and "关于水利的建议" not in page
    page = browser(world.deputy).get("/suggestions/").content.decode()
    assert "关于公路的建议" in page


def test_the_filter_lives_in_the_address(world, browser):
    world.handed_over(("NYT", Role.SOLE), title="关于公路的建议")
    world.handed_over(("SLT", Role.SOLE), title="关于水利的建议")
    world.submitted(title="关于教育的建议")
    client = browser(world.clerk)

    def titles(query):
        page = client.get(f"/suggestions/?{query}").content.decode()
        return [word for word in ("公路", "水利", "教育") if f"关于{word}的建议" in page]

    assert titles("stage=submitted") == ["教育"]
    assert titles("unit=SLT") == ["水利"] and titles("unit=没有的厅") == []
    assert (
        titles("q=公路") == ["公路"]
        and titles("q=0002") == ["水利"]
        and titles("q=周知远") == ["公路", "水利", "教育"]
    )
    assert titles("between=no") == ["公路", "水利", "教育"] and titles("between=yes") == []
    assert titles(f"sitting={world.sitting.id}&stage=handed_over") == ["公路", "水利"]
    assert titles("sitting=x&after=rubbish") == ["公路", "水利", "教育"]


def test_a_hidden_name_can_neither_be_read_nor_searched(world, browser):
    world.handed_over(
        ("NYT", Role.SOLE), title="关于公路的建议", confidential=True, confidential_reason="涉及举报"
    )
    client = browser(world.unit("NYT").office)
    page = client.get("/suggestions/").content.decode()
    assert "关于公路的建议" in page and "周知远" not in page and "云浦代表团" not in page
    assert "关于公路的建议" not in client.get("/suggestions/?q=周知远").content.decode()
    assert "周知远" not in str(table(client.get("/suggestions/export/")))
    assert "周知远" in str(table(browser(world.clerk).get("/suggestions/export/")))


def test_units_are_told_no_proposal(world, browser):
    case = world.proposed(("SLT", Role.SOLE))
    page = browser(world.unit("NYT").office).get("/suggestions/").content.decode()
    assert case.title in page and "SLT" not in page.split("<tbody>")[1].split("</tbody>")[0]


def test_the_table_follows_the_filter_and_is_safe(world, browser):
    world.handed_over(("NYT", Role.SOLE), title="=HYPERLINK(1)的建议")
    world.submitted(title="关于教育的建议")
    answer = browser(world.clerk).get("/suggestions/export/?stage=handed_over")
    assert answer.status_code == 200 and "spreadsheetml" in answer["Content-Type"]
    rows = table(answer)
    assert len(rows) == 3 and rows[2][1].startswith("'=HYPERLINK") and rows[2][7] == "NYT"


def test_the_number_of_queries_does_not_grow(world, browser, django_assert_max_num_queries):
    client = browser(world.clerk)
    for _ in range(5):
        world.handed_over(("NYT", Role.SOLE))
    client.get("/suggestions/")
    with django_assert_max_num_queries(40) as few:
        client.get("/suggestions/")
    most = len(few)
    for _ in range(15):
        world.handed_over(("NYT", Role.SOLE))
    with django_assert_max_num_queries(most):
        client.get("/suggestions/")
