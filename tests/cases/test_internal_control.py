"""The internal-control sheet: twelve checks of a reply, each with result, time and person, read from the record."""

import pytest

from build import again, at
from jianyi.cases.commands import handlings, papers
from jianyi.cases.models import Contact
from jianyi.cases.queries.control import control
from jianyi.cases.queries.files import case
from jianyi.kit import clock
from jianyi.procedure.facts.said import Because, Met
from jianyi.procedure.words import Role


TWELVE = [
    "签收", "分办到人", "首次沟通", "沟通经代表确认", "开始办理", "成稿", "送审", "承办处室审核", "办公室审核", "代表看稿", "签发", "送达",
]  # fmt: skip


@pytest.fixture
def task(world):
    with at("2026-02-26"):
        return world.handed_over(("NYT", Role.SOLE))[0]


def sheet(world, task, by=None):
    file = case(task.root_id, by=by or world.unit("NYT").office)
    (paper,) = file.papers
    return control(file, paper)


def done(rows):
    return [row.label for row in rows if row.met]


def test_each_of_twelve_checks_has_its_result_its_time_and_its_person(world, task):
    with at("2026-03-02"):
        world.sent(world.working(task))
        rows = sheet(world, task)
    assert [row.label for row in rows] == TWELVE == done(rows)
    assert all(row.at is not None and row.who for row in rows)
    who = {row.label: row.who for row in rows}
    assert (who["签收"], who["承办处室审核"], who["办公室审核"]) == ("NYT办公室", "NYT处长", "NYT办公室")
    assert (who["代表看稿"], who["签发"], who["送达"]) == ("周知远", "NYT副厅长", "NYT经办")


def test_what_is_not_done_yet_has_no_time_and_no_person(world, task):
    with at("2026-03-02"):
        world.working(task)
        rows = sheet(world, task)
    assert done(rows) == TWELVE[:5]
    assert {(row.result, row.at, row.who) for row in rows[5:]} == {("未办", None, "")}


def test_what_was_late_says_so(world, task):
    with at("2026-07-01"):
        world.sent(world.working(task))
        rows = {row.label: row for row in sheet(world, task)}
    assert {label for label, row in rows.items() if row.late} == {"签收", "首次沟通", "送达"}
    assert rows["送达"].result == "已办，逾期" and not rows["送达"].met


def test_a_review_of_an_earlier_text_counts_no_more(world, task):
    with at("2026-03-02"):
        paper = world.cleared(world.working(task))
        papers.send_back(by=world.unit("NYT").leader, on=paper, saying=Because("补时限"))
        papers.write(by=world.unit("NYT").officer, on=paper, saying=world.text(task, "B"))
        assert not {"承办处室审核", "办公室审核"} & set(done(sheet(world, task)))


def test_others_are_shown_nothing_of_it(world, task):
    with at("2026-03-02"):
        world.sent(world.working(task))
        file = case(task.root_id, by=world.clerk)
        assert file.papers and control(file, file.papers[0]) == []


def test_a_deputy_who_stays_unnamed_is_not_named_here(world):
    told = {"confidential": True, "confidential_reason": "涉及本人所在单位"}
    with at("2026-03-02"):
        (task,) = world.handed_over(("NYT", Role.SOLE), **told)
        task = world.routed(task)
        said = Met(
            "before",
            "phone",
            clock.now(),
            deputies=(world.deputy.person,),
            summary="说明思路",
            staff="经办人",
        )
        contact = handlings.relay_contact(by=world.clerk, on=Contact.of(task), saying=said)
        handlings.confirm_contact(by=world.deputy, on=contact)
        handlings.begin(by=world.unit("NYT").officer, on=again(task))
        rows = {row.label: row for row in sheet(world, task)}
    assert rows["沟通经代表确认"].met and rows["沟通经代表确认"].who == "代表（身份保密）"
    assert "周知远" not in {row.who for row in rows.values()}
