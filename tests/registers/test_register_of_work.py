"""The register of work (工作台账): who sees which rows, what finds them, what the columns say, the same questions for any number."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from build import again, at
from jianyi.cases.commands import handlings, suggestions
from jianyi.cases.models import Handling
from jianyi.kit.ids import new_id
from jianyi.parties import commands as parties
from jianyi.parties.models import Arrangement
from jianyi.procedure import words as w
from jianyi.procedure.calendar import calendar
from jianyi.procedure.facts.said import Arranging, KeyMark
from jianyi.procedure.words import Duty, Kind, Role
from jianyi.registers.asked import Asked
from jianyi.registers.queries.work import WORK
from jianyi.turn.days import days_of


EVERY = [column.key for group in WORK.groups for column in group.columns]


def numbers(by, order="new", **asked):
    found = WORK.page(Asked.read(asked), WORK.chosen(["no"], by), by=by, order=order)
    return [line.row.id for line in found.rows]


def told(by, task, *keys, **asked):
    found = WORK.page(Asked.read(asked), WORK.chosen(keys, by), by=by)
    return next(line.cells for line in found.rows if line.row.id == task.id)


@pytest.fixture
def tasks(world):
    """One of its own, one that three units share, one of another unit."""
    with at("2026-02-26"):
        (alone,) = world.handed_over(("NYT", Role.SOLE))
        lead, helping, _ = world.handed_over(
            ("NYT", Role.LEAD), ("CZT", Role.CO), ("JTT", Role.CO), title="关于农村公路的建议", deputy=world.a_deputy("何望川")
        )  # fmt: skip
        (other,) = world.handed_over(("SHT", Role.SOLE), title="关于噪声的建议")
    return alone, lead, helping, other


def test_everybody_has_what_sight_gives(world, tasks):
    alone, lead, helping, other = tasks
    nyt, czt = world.unit("NYT"), world.unit("CZT")
    clerk = world.person(
        "尤敬之", (world.organisation("督查室", Kind.GOVERNMENT_OFFICE), Duty.GOVERNMENT_CLERK)
    )
    with at("2026-03-02"):
        assert numbers(nyt.office) == [lead.id, alone.id] == numbers(nyt.principal, "new")
        assert numbers(czt.office) == [helping.id]
        assert numbers(nyt.officer) == [] and numbers(nyt.head) == []
        world.routed(alone)
        assert numbers(nyt.officer) == [alone.id] == numbers(nyt.head)
        assert len(numbers(world.clerk)) == 5 == len(numbers(clerk))
        assert numbers(world.admin) == [] and alone.id in numbers(world.deputy)


def test_a_committee_has_what_it_supervises(world, tasks):
    committee = world.organisation("财政经济委员会", Kind.SPECIAL)
    member = world.person("顾停云", (committee, Duty.MEMBER))
    alone = tasks[0]
    with at("2026-03-02"):
        assert numbers(member) == []
        suggestions.mark_key(
            by=world.clerk, on=again(alone.root), saying=KeyMark(date(2026, 3, 2), committee.id, "某副主任")
        )
        assert numbers(member) == [alone.id]


@pytest.mark.parametrize("rare", [1_000, 0])
def test_words_of_a_title_are_found_whether_few_or_many_have_them(world, tasks, monkeypatch, rare):
    monkeypatch.setattr("jianyi.cases.queries.searching.RARE", rare)
    alone, _, _, other = tasks
    case = again(alone.root)
    for words in ("噪声", "声", "的建议", "没有人写过的词"):
        told = numbers(world.clerk, words=words)
        assert told == [task for task in numbers(world.clerk) if words in titles(task)], words
    assert other.id in numbers(world.clerk, words="噪声")
    for words in (str(case.number), case.no):
        assert numbers(world.clerk, words=words) == [alone.id]


def titles(task):
    return Handling.objects.get(id=task).root.title


def test_conditions_find_and_what_cannot_be_read_asks_nothing(world, tasks):
    alone, lead, helping, other = tasks
    clerk, nyt = world.clerk, world.unit("NYT")
    with at("2026-03-02"):
        assert set(numbers(clerk, unit=str(nyt.id))) == {alone.id, lead.id}
        assert numbers(clerk, words="噪声") == [other.id]
        assert numbers(clerk, words=str(again(alone.root).number)) == [alone.id]
        assert helping.id in numbers(clerk, role="co") and lead.id not in numbers(clerk, role="co")
        assert numbers(clerk, stage="routed") == []
        routed = world.routed(alone)
        assert numbers(clerk, stage="routed") == [alone.id]
        assert numbers(clerk, division=str(nyt.division.id)) == [routed.id]
        assert numbers(clerk, responsible=str(nyt.head.person)) == [routed.id]
        assert len(numbers(clerk, year="2026")) == 5 and numbers(clerk, year="2025") == []
        assert len(numbers(clerk, unit="x²", year="-1", stage="nothing", within="99999", late="maybe")) == 5
        assert numbers(clerk, key="yes") == [] and len(numbers(clerk, key="no")) == 5
        assert set(numbers(clerk, delegation=str(world.delegation.id))) == set(numbers(clerk))
        assert len(numbers(clerk, within="0")) == 5 and len(numbers(clerk, within="30")) == 5


def test_late_is_a_clock_that_has_run_out(world, tasks):
    alone, lead, _, _ = tasks
    nyt = world.unit("NYT")
    with at("2026-03-02T23:59"):
        assert numbers(nyt.office, late="yes") == []
    with at("2026-03-03"):
        assert set(numbers(nyt.office, late="yes")) == {alone.id, lead.id}
        assert told(nyt.office, alone, "late", "late_days", "late_working_days", "due") == (
            "签收",
            1,
            1,
            date(2026, 3, 2),
        )
        handlings.acknowledge(by=nyt.office, on=again(alone))
        assert numbers(nyt.office, late="yes") == [lead.id]


def test_days_past_are_counted_by_the_arrangement_that_was_entered(world, tasks):
    """2027 was entered with a holiday of a week: none of its days is a worked day that somebody is late by."""
    with at("2026-11-20"):
        row = Arrangement(congress_id=world.congress.id, root_id=world.congress.id, year=2027)
        said = Arranging(2027, "2027-02-05 至 2027-02-11", "2027-02-14", "国办发明电（虚构）")
        parties.announce(by=world.clerk, on=row, saying=said)
    with at("2027-02-12"):
        past = days_of(world.congress.id).worked_days_between(date(2026, 3, 2), date(2027, 2, 12))
        assert told(world.unit("NYT").office, tasks[0], "late_working_days") == (past,)
        assert past != calendar().worked_days_between(date(2026, 3, 2), date(2027, 2, 12))


def test_in_the_order_of_the_days_every_handling_stands_once(world, tasks):
    alone, lead, helping, other = tasks
    with at("2026-03-02"):
        handlings.acknowledge(by=world.unit("NYT").office, on=again(alone))
        found = numbers(world.clerk, "due")
        assert len(found) == len(set(found)) == 5 and found[-1] == alone.id
        page, walked = None, []
        after = ""
        while page is None or after:
            page = WORK.page(
                Asked(), WORK.chosen(["no"], world.clerk), by=world.clerk, order="due", size=2, after=after
            )
            walked += [line.row.id for line in page.rows]
            after = page.after
        assert walked == found


def test_no_delegation_finds_whoever_is_to_stay_unknown(world):
    with at("2026-02-26"):
        (task,) = world.handed_over(("NYT", Role.SOLE), confidential=True, confidential_reason="涉及本单位")
    nyt = world.unit("NYT")
    with at("2026-03-02"):
        assert numbers(nyt.office) == [task.id]
        assert numbers(nyt.office, delegation=str(world.delegation.id)) == []
        assert numbers(world.clerk, delegation=str(world.delegation.id)) == [task.id]
        assert told(nyt.office, task, "lead", "delegation", "signers") == (
            "（代表要求保密）",
            "（代表要求保密）",
            None,
        )
        assert told(world.clerk, task, "lead") == ("周知远",)
        assert [part.label for part in WORK.parts(Asked(), "delegation", by=nyt.office)] == [
            "（代表要求保密）"
        ]
        assert [part.label for part in WORK.parts(Asked(), "delegation", by=world.clerk)] == ["云浦代表团"]


def test_what_stays_in_the_unit_is_shown_there_alone(world, tasks):
    alone = tasks[0]
    nyt = world.unit("NYT")
    clerk = world.person(
        "尤敬之", (world.organisation("督查室", Kind.GOVERNMENT_OFFICE), Duty.GOVERNMENT_CLERK)
    )
    with at("2026-03-04"):
        world.cleared(world.working(alone))
        assert told(nyt.office, alone, "step", "points", "mark") == ("待签发", "1/1", "A")
        for outside in (world.clerk, clerk):
            assert told(outside, alone, "step", "points", "mark") == (None, None, None)
            assert told(outside, alone, "before_mode", "head") == ("电话", "NYT处长")
    with at("2026-03-06"):
        from jianyi.cases.commands import papers
        from jianyi.cases.models import Paper
        from jianyi.procedure.facts.said import Read

        paper = world.agreed(Paper.objects.get(handling_id=alone.id))
        papers.send(by=nyt.officer, on=papers.sign(by=nyt.leader, on=paper, saying=Read()))
        number = again(paper).number
        assert told(world.clerk, alone, "reply_no", "replied_on", "mark") == (number, date(2026, 3, 6), "A")
        assert numbers(world.clerk, mark="A") == [alone.id] and numbers(world.clerk, mark="B") == []
        world.rate(world.sheet_of(again(alone.root)))
        assert told(nyt.office, alone, "attitude_first", "result_last", "again") == ("满意", "满意", 0)


def test_every_column_asks_no_more_where_there_is_more(world, tasks):
    """And a group is asked only where a column of it is chosen."""
    nyt = world.unit("NYT")
    with at("2026-03-04"):
        world.sent(world.working(tasks[0]))
        readers = (nyt.office, world.clerk)
        few = [_asked(reader, EVERY) for reader in readers]
        for n in range(4):
            world.handed_over(("NYT", Role.LEAD), ("CZT", Role.CO), title=f"又一件{n}")
            world.sent(world.working(world.handed_over(("NYT", Role.SOLE), title=f"另一件{n}")[0]))
        assert [_asked(reader, EVERY) for reader in readers] == few and max(few) <= 24
        assert _asked(nyt.office, ["no"]) < few[0]


def _asked(by, keys):
    with CaptureQueriesContext(connection) as found:
        WORK.page(Asked(), WORK.chosen(keys, by), by=by)
    return len(found)


def test_parts_are_counted_with_what_is_late(world, tasks):
    with at("2026-03-03"):
        world.routed(tasks[0])
        found = {part.label: (part.rows, part.late) for part in WORK.parts(Asked(), "unit", by=world.clerk)}
        assert found == {"NYT": (2, 1), "CZT": (1, 1), "JTT": (1, 1), "SHT": (1, 1)}
        roles = {part.label: part.rows for part in WORK.parts(Asked(), "role", by=world.clerk)}
        assert roles == {"会办": 2, "单办": 2, "主办": 1}
        marks = [part.label for part in WORK.parts(Asked(), "mark", by=world.clerk)]
        assert marks == ["尚未答复"] and WORK.parts(Asked(), "nothing", by=world.clerk) == []


def test_what_went_elsewhere_is_found_only_when_asked_for(world, tasks):
    with at("2026-03-03"):
        task = world.granted(again(tasks[0]), "NYT", "SHT")
        nyt = world.unit("NYT").office
        assert tasks[0].id not in numbers(nyt) and tasks[0].id in numbers(nyt, stage="all") + numbers(
            nyt, stage="moved"
        )
        assert task.id in numbers(world.unit("SHT").office)


# On pages


def test_the_page_the_sheet_and_the_paper_show_the_same_rows(world, tasks, sign_in):
    nyt = world.unit("NYT")
    with at("2026-03-03"):
        client = sign_in(None, nyt.office)
        page = client.get("/registers/?set=1&columns=no,title,late&late=yes&parts=unit")
        assert page.status_code == 200 and "关于农村公路的建议" in page.content.decode()
        assert "逾期 2" in page.content.decode()
        sheet = read(client.get("/registers/work.xlsx?set=1&columns=no,title,late&late=yes"))
        assert [cell.value for cell in sheet[2]] == [
            "建议编号",
            "标题",
            "逾期事项",
        ] and sheet.freeze_panes == "A3"
        assert sheet.max_row == 4
        assert sheet["A1"].value == "NYT2026年代表建议办理台账（截至2026年3月3日09:00，2件，视图：当前筛选）"
        paper = client.get("/registers/work/print/?set=1&columns=no,title&paper=a4").content.decode()
        assert "（截至2026年3月3日09:00，2件，视图：当前筛选）" in paper and "register-sheet a4" in paper
        assert client.get("/registers/?layout=1").status_code == 200
        deputy = sign_in(None, world.deputy)
        assert (
            deputy.get("/registers/").status_code == 200
            and deputy.get("/registers/nothing/").status_code == 404
        )
        assert deputy.get("/registers/pressed/").status_code == 404


def read(response):
    assert response.status_code == 200
    return load_workbook(BytesIO(b"".join(response.streaming_content))).active


def test_a_formula_stays_text(world, sign_in):
    with at("2026-02-26"):
        world.handed_over(("NYT", Role.SOLE), title="=HYPERLINK(1)&<关于丘陵>")
        sheet = read(
            sign_in(None, world.clerk).get("/registers/work.xlsx?set=1&columns=title,handed_over_on")
        )
        assert sheet["A3"].value == "'=HYPERLINK(1)&<关于丘陵>" and sheet[
            "B3"
        ].value.date() == date.fromisoformat("2026-02-26")


def test_columns_stand_where_they_are_put(world, tasks, sign_in):
    with at("2026-03-03"):
        client = sign_in(None, world.clerk)
        page = client.get("/registers/?set=1&column=no&column=title&column=unit&at_unit=1&at_no=2&at_title=3")
        assert page.context["setting"].keys == ["unit", "no", "title"]
        assert client.get("/registers/?columns=nothing").context["setting"].keys[0] == "no"


def test_a_layout_is_kept_used_shared_and_dropped(world, tasks, sign_in):
    nyt, czt = world.unit("NYT"), world.unit("CZT")
    with at("2026-03-03"):
        world.routed(again(tasks[0]))
        client = sign_in(None, nyt.office)
        asked = f"set=1&columns=no,late&late=yes&order=old&unit={nyt.id}"
        sent = client.post(
            f"/registers/work/layouts/?{asked}", {**pairs(asked), "name": "滞后件", "shared": "on"}
        )
        there = sent["Location"]
        page = client.get(there)
        setting = page.context["setting"]
        assert (setting.name, setting.keys, setting.order) == ("滞后件", ["no", "late"], "old")
        assert [line.row.id for line in page.context["rows"]] == [tasks[1].id]
        assert read(client.get(there.replace("/registers/work/", "/registers/work.xlsx"))).max_row == 3
        assert "滞后件" in sign_in(None, nyt.officer).get("/registers/").content.decode()
        assert "滞后件" not in sign_in(None, czt.office).get("/registers/").content.decode()
        assert "滞后件" not in sign_in(None, czt.office).get(there).content.decode()
        number = there.rpartition("=")[2]
        assert sign_in(None, nyt.officer).post(f"/registers/layouts/{number}/drop/").status_code == 404
        assert client.post(f"/registers/layouts/{number}/drop/").status_code == 302
        assert client.get(there).context["setting"].layout is None


def pairs(asked):
    return dict(part.split("=") for part in asked.split("&"))


def test_a_layout_without_a_name_says_what_to_do(world, tasks, sign_in):
    client = sign_in(None, world.clerk)
    for name in ("", "长" * 31):
        client.post("/registers/work/layouts/", {"set": "1", "name": name})
        assert "最多 30 字" in client.get("/registers/").content.decode()


def test_the_same_name_again_is_the_same_layout(world, tasks):
    from jianyi.registers import layouts

    first = layouts.keep("work", "滞后件", {"late": "yes"}, ["no"], "new", shared=False, by=world.clerk)
    again_ = layouts.keep("work", "滞后件", {}, ["title"], "due", shared=True, by=world.clerk)
    assert first.id == again_.id and again_.columns == ["title"] and again_.shared
    assert len(layouts.layouts("work", by=world.clerk)) == 1
    assert new_id() and Handling.objects.filter(stage=w.Handling.ARRIVED).count() == 5


def test_rows_are_signed_for_and_given_out_from_the_register(world, tasks, sign_in):
    """One press; what cannot be done is listed with its reason."""
    nyt = world.unit("NYT")
    with at("2026-03-02"):
        client = sign_in(None, nyt.office)
        page = client.get("/registers/").content.decode()
        assert 'formaction="/unit/route/each/"' in page
        sent = client.post("/unit/receipt/", {"picked": [str(tasks[0].id), str(tasks[3].id)], "key": "k"})
        assert again(tasks[0]).stage is w.Handling.RECEIVED and again(tasks[3]).stage is w.Handling.ARRIVED
        assert sent.status_code == 200
        assert 'name="picked"' not in sign_in(None, nyt.principal).get("/registers/").content.decode()
