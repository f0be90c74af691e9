"""§0.1, S7.6: the arrangement of a year is entered, running clocks are computed again, and the list says what moved."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from build import again, at
from dates import due
from jianyi.cases import due as due_of_cases
from jianyi.cases.commands import inside
from jianyi.cases.due import tick_all
from jianyi.cases.models import Extension
from jianyi.console.checking import violations
from jianyi.journal.models import Line
from jianyi.kit.ids import new_id
from jianyi.parties import commands as parties
from jianyi.parties.models import Arrangement
from jianyi.procedure import words as w
from jianyi.procedure.calendar import Year, of_years, shipped
from jianyi.procedure.facts.said import Arranging, AskedExtension, Granting
from jianyi.procedure.words import Limit as L
from jianyi.turn import days
from jianyi.turn.case import too_busy
from jianyi.turn.clocks import told
from jianyi.turn.days import days_of
from jianyi.turn.models import Deadline, Moved, Notice
from jianyi.turn.ticking import Stuck
from jianyi.web.show import clock_of


REST = "2027-01-01 至 2027-01-03\n2027-02-05 至 2027-02-11"
SAID = Arranging(2027, REST, "2027-02-14", "国办发明电〔2026〕9号（虚构）")


def entered(world, said=SAID):
    row = Arrangement(congress_id=world.congress.id, root_id=world.congress.id, year=said.year)
    return parties.announce(by=world.clerk, on=row, saying=said)


def test_a_year_without_an_arrangement_says_so_and_moves_when_it_comes(world):
    """Answered within 3 months of 2026-11-06: 2027-02-06 is a Saturday, so Monday the 8th; which is a holiday."""
    with at("2026-11-06"):
        task = world.routed(world.handed_over()[0])
        row = Deadline.objects.get(holder_id=task.id, limit=L.REPLY)
        assert (due(task, L.REPLY), row.why["provisional"]) == ("2027-02-08", True)
        ack = Deadline.objects.get(holder_id=task.id, limit=L.CONTACT).due_on
    with at("2026-11-20"):
        entered(world)
        assert tick_all() == 1 and tick_all() == 0
    row = again(row)
    assert (due(task, L.REPLY), row.why["provisional"]) == ("2027-02-12", False)
    assert "原为 2027 年 2 月 8 日，放假安排有变动，重新推算" in row.why["notes"]
    assert Deadline.objects.get(holder_id=task.id, limit=L.CONTACT).due_on == ack
    line = Line.objects.get(action="reckon")
    assert (
        line.said["moved"] == [["reply", str(task.id), "2027-02-08", "2027-02-12"]]
        and line.by["person"] == "0"
    )
    (moved,) = Moved.objects.all()
    assert (moved.root_id, moved.was, moved.now) == (task.root_id, date(2027, 2, 8), date(2027, 2, 12))
    told = Notice.objects.filter(action="reckon")
    assert {(row.person_id, row.organisation_id) for row in told} == {
        (world.deputy.person, 0), (0, world.unit("NYT").id),
    }  # fmt: skip
    assert violations()["I5"][1] == []


def test_a_holiday_announced_after_the_hand_over(world):
    """2026 is known; then one more free day is announced: what ends on it moves to the next worked day."""
    with at("2026-02-26"):
        task = world.handed_over()[0]
        assert due(task, L.REPLY) == "2026-05-26"
    rest = (
        "2026-01-01 至 2026-01-03\n2026-02-15 至 2026-02-23\n2026-04-04 至 2026-04-06\n2026-05-01 至 2026-05-05\n"
        "2026-05-26\n2026-06-19 至 2026-06-21\n2026-09-25 至 2026-09-27\n2026-10-01 至 2026-10-07"
    )
    worked = "2026-01-04\n2026-02-14\n2026-02-28\n2026-05-09\n2026-09-20\n2026-10-10"
    with at("2026-03-10"):
        entered(world, Arranging(2026, rest, worked, "补充通知（虚构）"))
        tick_all()
    assert due(task, L.REPLY) == "2026-05-27"
    assert due(task, L.ACKNOWLEDGE) == "2026-03-02"
    with at("2026-03-11"):
        entered(world, Arranging(2026, rest.replace("2026-05-26\n", ""), worked, "更正（虚构）"))
        tick_all()
    assert due(task, L.REPLY) == "2026-05-26"
    stages = Arrangement.objects.order_by("id").values_list("stage", flat=True)
    assert list(stages) == [w.Arrangement.REPLACED, w.Arrangement.IN_FORCE]


def test_more_time_that_was_granted_is_rolled_again(world):

    with at("2026-11-06"):
        task = world.routed(world.handed_over()[0])
        unit = world.unit("NYT")
    with at("2026-12-01"):
        said = AskedExtension(
            date(2027, 2, 9), ("wide",), "涉及面广", "已调研", "继续", date(2026, 11, 30), "phone", "同意"
        )  # fmt: skip
        row = inside.ask_extension(by=unit.office, on=Extension.of(task), saying=said)
        row = inside.approve_extension(by=unit.leader, on=row)
        inside.grant_extension(by=world.office, on=again(row), saying=Granting(date(2027, 2, 9)))
        assert due(task, L.REPLY) == "2027-02-09"
        entered(world)
        tick_all()
    assert due(task, L.REPLY) == "2027-02-12"


def test_a_day_that_stays_is_certain_once_the_arrangement_is_there(world):
    with at("2026-10-13"):
        task = world.routed(world.handed_over()[0])
        row = Deadline.objects.get(holder_id=task.id, limit=L.REPLY)
        assert "放假安排未公布，暂推算" in told(row).steps
    with at("2026-11-20"):
        entered(world)
        assert tick_all() == 0 and again(row).due_on == row.due_on == date(2027, 1, 13)
        assert "放假安排未公布，暂推算" not in told(again(row)).steps


def test_running_clocks_are_looked_through_until_nothing_moves_and_not_each_minute(world, monkeypatch):
    monkeypatch.setattr(due_of_cases, "SETTLED", 0.0)
    with at("2026-11-06"):
        task = world.routed(world.handed_over()[0])
    with at("2026-11-20"):
        entered(world)
        assert tick_all() == 1 and tick_all() == 0
        with CaptureQueriesContext(connection) as asked:
            tick_all()
        assert not [each["sql"] for each in asked if '"why"' in each["sql"]]
        entered(
            world, Arranging(2027, REST.replace("2027-02-11", "2027-02-12"), "2027-02-14", "更正（虚构）")
        )
        assert tick_all() == 1, "another edition is looked through anew"
    assert due(task, L.REPLY) == "2027-02-14"


def shipped_with(monkeypatch, year):
    """A new edition of the program, which brings the arrangement of another year."""
    known = dict(days.shipped()) | {year.number: year}
    monkeypatch.setattr(days, "shipped", lambda: known)
    monkeypatch.setattr(days, "calendar", lambda: of_years(known.values()))
    days._known.clear()


NEXT_YEAR = Year(
    2027, "附带", ((date(2027, 1, 1), date(2027, 1, 3)), (date(2027, 2, 5), date(2027, 2, 11))), ()
)


def test_what_a_new_edition_of_the_program_brings_is_found_by_the_clock(world, monkeypatch):
    with at("2026-11-06"):
        task = world.routed(world.handed_over()[0])
        assert due(task, L.REPLY) == "2027-02-08"
    with at("2026-11-20"):
        assert tick_all() == 0
        shipped_with(monkeypatch, NEXT_YEAR)
        assert tick_all() == 1 and tick_all() == 0
    assert due(task, L.REPLY) == "2027-02-12"


def test_a_process_that_starts_does_not_look_through_what_was_looked_through(world, monkeypatch):
    monkeypatch.setattr(due_of_cases, "SETTLED", 0.0)
    with at("2026-11-06"):
        task = world.routed(world.handed_over()[0])
    with at("2026-11-20"):
        entered(world)
        assert tick_all() == 1 and tick_all() == 0
        due_of_cases.PASSES.clear()
        with CaptureQueriesContext(connection) as asked:
            assert tick_all() == 0
        assert not [each["sql"] for each in asked if '"why"' in each["sql"]]
    assert due(task, L.REPLY) == "2027-02-12"


def test_days_that_are_left_are_counted_by_the_days_in_force(world):
    """Monday the 16th is a holiday by now, and no round has moved the clock yet."""
    with at("2026-11-06"):
        task = world.routed(world.handed_over()[0])
        row = Deadline.objects.get(holder_id=task.id, limit=L.CONTACT)
    year = shipped()[2026]
    rest = "\n".join([*(f"{a} 至 {b}" if a < b else f"{a}" for a, b in year.rest), "2026-11-16"])
    with at("2026-11-12"):
        before = clock_of(told(row))["left"]
        worked = "\n".join(str(day) for day in year.worked)
        entered(world, Arranging(2026, rest, worked, "增加一日放假（虚构）"))
        after = clock_of(told(again(row)))["left"]
    assert again(row).due_on == row.due_on
    assert int(before.split()[1]) - int(after.split()[1]) == 1 and "个工作日" in after


def test_a_case_that_was_busy_when_the_days_moved_moves_at_the_next_round(world, monkeypatch):
    monkeypatch.setattr(due_of_cases, "SETTLED", 0.0)
    with at("2026-11-06"):
        task = world.routed(world.handed_over()[0])

    def busy(root):
        raise too_busy()

    with at("2026-11-20"):
        entered(world)
        with monkeypatch.context() as patched, pytest.raises(Stuck):
            patched.setattr(due_of_cases, "tick", busy)
            tick_all()
        assert tick_all() == 1
    assert due(task, L.REPLY) == "2027-02-12"


def test_what_has_ended_or_lies_before_stays(world):
    with at("2026-02-26"):
        done, open_ = world.handed_over()[0], world.handed_over()[0]
        days = {row.id: row.due_on for row in Deadline.objects.all()}
        entered(world)
        assert tick_all() == 0
    assert {row.id: row.due_on for row in Deadline.objects.all()} == days and done.id != open_.id


@pytest.mark.parametrize("said", [
    Arranging(2027, "", "", "文件"), Arranging(2027, "2027-01-01 到 三日", "", "文件"),
    Arranging(2027, "2026-12-31 至 2027-01-03", "", "文件"), Arranging(2027, "2027-02-30", "", "文件"),
    Arranging(2027, "2027-01-03 至 2027-01-01", "", "文件"), Arranging(2027, REST, "2027-02-15", "文件"),
    Arranging(2027, REST, "2027-02-07", "文件"), Arranging(2027, REST, "2027-02-14", " "),
    Arranging(2029, "2029-01-01", "", "文件"), Arranging(0, "2027-01-01", "", "文件"),
    Arranging(2027, "2027-01-01 至 2027-01-03\n2027-01-03 至 2027-01-05", "", "文件"),
])  # fmt: skip
def test_rubbish_is_refused(world, refused, said):
    row = Arrangement(congress_id=world.congress.id, root_id=world.congress.id)
    with at("2026-11-20"):
        refused("CHECKLIST_UNMET", parties.announce, by=world.clerk, on=row, saying=said)


def test_nobody_else_enters_it(world, refused):
    row = Arrangement(congress_id=world.congress.id, root_id=world.congress.id)
    with at("2026-11-20"):
        refused("WRONG_ACTOR", parties.announce, by=world.unit("NYT").office, on=row, saying=SAID)
        refused("WRONG_ACTOR", parties.announce, by=world.deputy, on=row, saying=SAID)


def test_one_congress_leaves_the_days_of_another_alone(world):
    with at("2026-11-20"):
        entered(world)
    assert 2027 in days_of(world.congress.id).covered and 2027 not in days_of(new_id()).covered


def test_the_page_shows_what_is_known_and_what_moved(world, client):
    from jianyi.parties.models import Person
    from jianyi.web.middleware import stamp

    def as_(by):
        session = client.session
        session["person"], session["since"] = by.person, stamp(Person.objects.get(id=by.person))
        session.save()
        return client

    with at("2026-11-06"):
        task = world.routed(world.handed_over(title="关于农机下田的建议")[0])
    with at("2026-11-20"):
        page = as_(world.clerk).get("/days/").content.decode()
        assert "2027 年的放假安排还没有登记" in page and "2026 年" in page
        said = {"year": "2027", "rest": "2027-01-01 至 三日", "worked": "", "source": "通知", "key": "1"}
        bad = as_(world.clerk).post("/days/", said)
        assert bad.status_code == 422 and "2027-01-01 至 三日" in bad.content.decode()
        said = {
            "year": "2027",
            "rest": REST,
            "worked": "2027-02-14",
            "source": "国办发明电（虚构）",
            "key": "2",
        }
        assert as_(world.clerk).post("/days/", said).status_code == 302
        tick_all()
        page = " ".join(as_(world.unit("NYT").office).get("/days/").content.decode().split())
        assert "关于农机下田的建议" in page and "2 月 8 日" in page and "2 月 12 日" in page
        assert "登记一年的安排" not in page
        assert "关于农机下田的建议" not in as_(world.unit("CZT").office).get("/days/").content.decode()
        assert as_(world.deputy).get("/days/").status_code == 404
    assert due(task, L.REPLY) == "2027-02-12"
