"""The page on which an office hands all open work of one person to another, and what an administrator is told."""

import pytest

from build import again, at
from jianyi.cases.commands import division
from jianyi.parties import commands as parties
from jianyi.parties.models import Person
from jianyi.procedure.facts.said import Succession
from jianyi.procedure.words import Duty, Role


@pytest.fixture
def tasks(world):
    with at("2026-02-26"):
        return [
            world.routed(world.handed_over(("NYT", Role.SOLE), title=title)[0]) for title in ("其一", "其二")
        ]


@pytest.fixture
def successor(world):
    with at("2026-01-20"):
        return world.person("接手人", (world.unit("NYT").division, Duty.OFFICER))


def test_what_would_move_is_shown_before_it_moves(world, tasks, successor, sign_in):
    nyt = world.unit("NYT")
    client = sign_in(None, nyt.office)
    said = {"person": nyt.officer.person, "to": successor.person, "reason": "岗位调整"}
    page = client.get("/unit/hand-on/", said).content.decode()
    assert "在办 2 件" in page and "其一" in page and "其二" in page and "移交给接手人" in page
    assert {again(task).officer_id for task in tasks} == {nyt.officer.person}
    page = client.post("/unit/hand-on/", {**said, "key": "k"}).content.decode()
    assert "已移交 2 件，没有移交 0 件" in page
    assert {again(task).officer_id for task in tasks} == {successor.person}


def test_what_cannot_move_is_listed_with_its_reason_and_the_rest_goes_on(world, tasks, successor, sign_in):
    """Of one of the two the successor is head already."""
    nyt = world.unit("NYT")
    with at("2026-03-01"):
        said = Succession("分工调整", nyt.head.person, successor.person)
        division.hand_on(by=nyt.office, on=tasks[0], saying=said)
    client = sign_in(None, nyt.office)
    said = {"person": nyt.officer.person, "to": successor.person, "reason": "离职", "key": "k"}
    page = client.post("/unit/hand-on/", said).content.decode()
    assert "已移交 1 件，没有移交 1 件" in page and "另选接收人" in page
    assert [again(task).officer_id for task in tasks] == [nyt.officer.person, successor.person]


def test_what_is_missing_is_said_and_nothing_moves(world, tasks, sign_in):
    nyt = world.unit("NYT")
    client = sign_in(None, nyt.office)
    answer = client.post("/unit/hand-on/", {"person": nyt.officer.person, "to": "", "reason": "", "key": "k"})
    page = answer.content.decode()
    assert answer.status_code == 409 and "请选定接收人" in page and "请写明移交原因" in page
    assert {again(task).officer_id for task in tasks} == {nyt.officer.person}


def test_only_the_office_of_a_unit_has_the_page(world, tasks, sign_in):
    for who in (world.unit("NYT").officer, world.clerk, world.deputy):
        assert sign_in(None, who).get("/unit/hand-on/").status_code == 404


def test_an_account_with_open_work_says_how_much_and_where_to_go(world, tasks, refused):
    officer = Person.objects.get(id=world.unit("NYT").officer.person)
    with at("2026-03-02"):
        answer = refused("CHECKLIST_UNMET", parties.disable, by=world.admin, on=officer)
    assert "2 件" in answer.reasons[0] and "移交工作" in answer.reasons[0]
