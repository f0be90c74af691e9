"""备注 and 档号: who writes a note on a row, who reads it, that nobody else finds it; under which number a closed file is kept."""

import pytest

from build import again, at
from jianyi.cases.commands import suggestions
from jianyi.cases.commands.division import inherit
from jianyi.journal.models import Line
from jianyi.procedure.facts.said import Inheriting, Jotting
from jianyi.procedure.words import Role
from jianyi.registers.commands import notes
from jianyi.registers.fresh import fresh
from jianyi.registers.models import Note
from jianyi.registers.queries.notes import file
from jianyi.registers.queries.work import WORK
from urging import Urgings


@pytest.fixture
def tasks(world):
    with at("2026-02-26"):
        (first,) = world.handed_over(("NYT", Role.SOLE))
        (second,) = world.handed_over(("SHT", Role.SOLE), title="关于噪声的建议")
        return world.routed(first), second


def new(by, task):
    return fresh("note", {"handling": str(task.id)}, by=by)


def jot(by, task, text):
    return notes.jot(by=by, on=new(by, task), saying=Jotting(text))


def told(by, **asked):
    rows = WORK.page(WORK.read(asked), WORK.chosen(["no", "note"], by), by=by).rows
    return {line.cells[0]: line.cells[-1] for line in rows}


def test_each_house_has_its_own_and_reads_no_other(world, tasks):
    first, second = tasks
    nyt, watching = world.unit("NYT"), Urgings(world).government()
    with at("2026-03-02"):
        jot(nyt.office, first, "周五前找财政厅")
        jot(world.clerk, first, "常委会领导关注")
        jot(watching, first, "政务督查件")
        for reader in (nyt.office, nyt.officer, nyt.head, nyt.leader):
            assert told(reader) == {first.root.no: "周五前找财政厅"}
        assert (
            told(world.clerk)[first.root.no] == "常委会领导关注"
            and told(watching)[first.root.no] == "政务督查件"
        )
        assert told(world.unit("SHT").office) == {second.root.no: None}
        for reader, own, others in (
            (nyt.office, "财政厅", "关注"),
            (world.clerk, "关注", "督查"),
            (watching, "督查", "财政厅"),
        ):
            assert list(told(reader, note=own)) == [first.root.no] == list(told(reader, noted="yes"))
            assert told(reader, note=others) == {}, "what another house notes is not found out by asking"
        assert Line.objects.filter(root_id=first.root_id, action="jot").count() == 0, (
            "it is no part of the case"
        )


def test_who_keeps_it(world, tasks, refused):
    first, second = tasks
    nyt = world.unit("NYT")
    with at("2026-03-02"):
        row = jot(nyt.officer, first, "已约时间")
        row = notes.jot(by=nyt.head, on=again(row), saying=Jotting("改到周三"))
        assert (row.text, Note.objects.count()) == ("改到周三", 1) and told(nyt.office)[
            first.root.no
        ] == "改到周三"
        refused("WRONG_ACTOR", notes.jot, by=nyt.leader, on=again(row), saying=Jotting("领导不记"))
        refused("WRONG_ACTOR", notes.erase, by=world.clerk, on=again(row))
        refused("REASON_REQUIRED", notes.jot, by=nyt.office, on=again(row), saying=Jotting(" "))
        assert (
            new(nyt.office, second) is None
            and new(world.deputy, first) is None
            and new(world.unit("SHT").office, first) is None
        )
        assert (
            file(row.id, by=nyt.leader)
            and not file(row.id, by=world.clerk)
            and not file(row.id, by=world.deputy)
        )
        notes.erase(by=nyt.office, on=again(row))
        assert told(nyt.office) == {first.root.no: None} and told(nyt.office, noted="yes") == {}
        assert jot(nyt.office, first, "又写").id == row.id
    said = Line.objects.filter(root_id=row.id).order_by("seq").values_list("action", "said__text", "inside")
    assert list(said) == [
        ("jot", "已约时间", nyt.id),
        ("jot", "改到周三", nyt.id),
        ("erase", None, nyt.id),
        ("jot", "又写", nyt.id),
    ]


def test_what_a_unit_noted_does_not_pass_with_the_task(world, tasks):
    """Another unit goes on with it and begins with a note of its own; what the old one wrote nobody else reads, finds or erases."""
    first, _ = tasks
    nyt, heir = world.unit("NYT"), world.unit("JTT")
    with at("2026-03-02"):
        row = jot(nyt.office, first, "厅内意见不一")
        inherit(by=world.office, on=again(first), saying=Inheriting("职能划转", heir.id))
        assert told(heir.office) == {first.root.no: None} and told(heir.office, note="不一") == {}
        assert file(row.id, by=heir.office) is None and file(row.id, by=nyt.office) is None
        own = jot(heir.office, first, "已接")
        assert (own.id != row.id, own.inside, again(row).text) == (True, heir.id, "厅内意见不一")
        assert told(heir.office) == {first.root.no: "已接"}


def test_many_at_once_from_the_page(world, tasks, sign_in):
    first, second = tasks
    with at("2026-03-02"):
        client = sign_in(None, world.clerk)
        assert "写备注" in client.get("/registers/").content.decode()
        picked = {"picked": [str(first.id), str(second.id), "7"], "text": "列入月度通报", "key": "k"}
        done = client.post("/registers/work/notes/?set=1&year=2026", picked)
        page = done.content.decode()
        assert done.status_code == 200 and page.partition("<main")[2].count("circle-check") == 2
        assert "没有办成 1 件" in page and "刷新后重新勾选" in page, "the third is no row of this reader's"
        assert 'href="/registers/work/?set=1&amp;year=2026"' in page
        assert set(told(world.clerk, note="月度").values()) == {"列入月度通报"}
        nobody = client.post("/registers/work/notes/?set=1&year=2026", {"text": "谁也没选"}, follow=True)
        assert nobody.redirect_chain == [("/registers/work/?set=1&year=2026", 302)]
        assert "请先在台账中勾选" in nobody.content.decode()
        long = client.post("/registers/work/notes/", {"picked": str(first.id), "text": "长" * 201})
        assert long.status_code == 409 and "200" in long.content.decode()
        client.post("/registers/work/notes/", {"picked": str(first.id), "erase": "1"})
        assert list(told(world.clerk, noted="yes")) == [second.root.no]
        leader = sign_in(None, world.unit("NYT").leader)
        assert "写备注" not in leader.get("/registers/").content.decode()
        assert (
            "𠮷" in sign_in(None, world.unit("NYT").office).get("/registers/?set=1&note=𠮷").content.decode()
        )


def test_the_number_of_a_closed_file_is_that_of_its_list_of_contents(world):
    from jianyi.cases.queries.drawn.archive import contents
    from jianyi.cases.queries.files import case

    with at("2026-02-26"):
        (task,) = world.handed_over(("NYT", Role.SOLE))
    nyt = world.unit("NYT")
    with at("2026-03-04"):
        world.sent(world.working(task))
        world.rate(world.sheet_of(again(task.root)))

    def number(by):
        (line,) = WORK.page(WORK.read({}), WORK.chosen(["archive_no"], by), by=by).rows
        return line.cells[0]

    with at("2026-04-01"):
        assert number(nyt.office) is None
        suggestions.close(by=world.clerk, on=again(task.root))
        for by in (nyt.office, world.clerk):
            drawn = contents(case(task.root_id, by=by), again(task.root))
            assert number(by) and number(by) in str(drawn)
        assert number(nyt.office) != number(world.clerk)
