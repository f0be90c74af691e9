"""S14: a new term begins, and what was proposed in the one before is done to its end."""

from dataclasses import replace
from datetime import date

import pytest

from build import again, at
from driving import client_of
from jianyi.cases.commands import division, papers, promises, suggestions
from jianyi.cases.due import tick_mandates
from jianyi.cases.issued.files import document
from jianyi.cases.models import Letter, Paper, Promise, Sheet, Suggestion
from jianyi.cases.queries.successions import Sheet as Handed, left, open_work, sheet
from jianyi.cases.queries.terms import by_terms, end_of_term
from jianyi.documents.letters.webpage import page
from jianyi.parties import commands as parties
from jianyi.parties.models import Person, Seat, Sitting, Term
from jianyi.parties.queries import actor
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import (
    Convening,
    Lasting,
    Named,
    Progressing,
    Promise as Promised,
    Rated,
    Read,
    Reviewed,
    Succession,
)
from jianyi.turn.models import Deadline


HANDED_OVER, CHANGED, ANSWERED, RATED = "2027-11-22", "2028-01-16", "2028-02-18", "2028-02-25"


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


@pytest.fixture
def task(world, nyt):
    """闭0007 of the deputy who is not elected again, handed over on 22 November 2027."""
    world.out_of_session()
    with at(HANDED_OVER):
        for _ in range(6):
            world.registered()
        (row,) = world.handed_over(("NYT", w.Role.SOLE), title="关于加强丘陵农机推广的建议")
    with at("2027-11-23"):
        return world.working(row, "NYT")


def change_of_term(world, until=date(2028, 1, 15)):
    """On 16 January: the term, its first sitting, a deputy of it."""
    with at(CHANGED):
        term = Term(congress_id=world.congress.id, root_id=world.congress.id)
        parties.open_term(by=world.clerk, on=term, saying=Lasting(15, date(2028, 1, 16)))
        tick_mandates(world.congress.id)
        sitting = Sitting(congress_id=world.congress.id, root_id=world.congress.id)
        return parties.open_sitting(
            by=world.clerk, on=sitting, saying=Convening("省十五届人大一次会议", 15, 1, None, True)
        )


def elected(world, name="云程"):
    with at(CHANGED):
        person = Person.objects.get(id=world.person(name).person)
        seat = Seat(
            congress_id=world.congress.id, root_id=person.id, term=15, delegation_id=world.delegation.id
        )
        parties.elect(by=world.admin, on=seat)
        return actor(person)


def sent(world, nyt, task, reply_class="A", said=()):
    """Written, shown, passed and signed; on its way to the deputy."""
    paper = Paper.objects.get(handling_id=task.id)
    text = world.text(again(task), reply_class)
    papers.write(by=nyt.officer, on=paper, saying=replace(text, promises=said or text.promises))
    papers.present(by=nyt.officer, on=again(paper))
    for desk in (nyt.head, nyt.office):
        papers.pass_(by=desk, on=again(paper), saying=Read())
    papers.sign(by=nyt.leader, on=world.agreed(again(paper), "NYT"), saying=Read())
    return papers.send(by=nyt.officer, on=again(paper))


def test_s14_1_numbers_begin_anew_and_what_is_going_on_stays(world, nyt, task, refused, way):
    waiting = world.draft()
    sitting = change_of_term(world)
    assert Seat.objects.get(root_id=world.deputy.person).stage is w.Seat.EXPIRED
    assert again(world.sitting).stage is w.Sitting.CLOSED
    assert [(row.nth, row.stage, row.until) for row in Term.objects.order_by("nth")] == [
        (14, w.Term.OVER, date(2028, 1, 15)),
        (15, w.Term.RUNNING, None),
    ]
    with at("2028-01-17"):
        answer = refused("WRONG_ACTOR", suggestions.submit, by=world.deputy, on=waiting)
        assert way == "browser" or "届满" in answer.reasons[0]
        new = elected(world)
        row = Suggestion.draft(
            lead=Person.objects.get(id=new.person),
            sitting=sitting,
            delegation=world.delegation.id,
            place=world.place,
        )
        row = suggestions.write(by=new, on=row, saying=world.writing())
        row = suggestions.register(
            by=world.clerk, on=suggestions.submit(by=new, on=row), saying=Reviewed(("title",))
        )
    case = again(task.root)
    assert (row.no, row.sitting_id, case.no, case.sitting_id) == (
        "0001",
        sitting.id,
        "闭0007",
        world.sitting.id,
    )
    assert again(task).stage is w.Handling.WORKING
    told = {each.term.nth: (each.handed_in, each.going_on) for each in by_terms(by=world.clerk)}
    assert told == {14: (7, 7), 15: (1, 1)}
    library = client_of(world.clerk).get("/api/v1/suggestions?term=15").json()
    assert [each["number"] for each in library["rows"]] == ["0001"]
    old = client_of(world.deputy).get("/").content.decode()
    assert "您的代表资格已届满" in old and "/suggestions/new/" not in old and task.root.title in old


def test_s14_2_a_unit_is_renamed_and_whoever_leaves_hands_over(world, nyt, task, refused, monkeypatch):
    with at("2027-12-20"):
        world.met(task, "NYT")
        (earlier,) = world.handed_over(("NYT", w.Role.SOLE))
    with at("2027-12-21"):
        sent(world, nyt, world.working(earlier, "NYT"))
    with at(CHANGED):
        parties.change_organisation(
            by=world.admin, on=again(nyt.organisation), saying=Named("农业农村委员会", "农业农村委")
        )
        answer = refused(
            "CHECKLIST_UNMET", parties.disable, by=world.admin, on=Person.objects.get(id=nyt.officer.person)
        )
        assert "在办" in answer.reasons[0]
        loads = open_work(nyt.officer.person, by=nyt.office)
        assert [load.handling.id for load in loads] == [task.id, earlier.id], (
            "its reply is still to be made public"
        )
        assert left(nyt.officer.person, by=nyt.office).get("promise", 0) == 0
        assert sheet(nyt.officer.person, by=nyt.office) == Handed(handlings=1, promises=0, unconfirmed=1)
        page_of = client_of(nyt.office).get(f"/unit/hand-on/?person={nyt.officer.person}").content.decode()
        assert "在办 1 件、承诺 0 项、代表还没有确认的沟通 1 次" in page_of
        other = world.person("石磊", (nyt.division, w.Duty.OFFICER))
        said = Succession("", nyt.officer.person, other.person)
        refused("REASON_REQUIRED", division.hand_on, by=nyt.office, on=again(task), saying=said)
        for left_behind in (task, earlier):
            division.hand_on(by=nyt.office, on=again(left_behind), saying=replace(said, reason="工作调动"))
        parties.disable(by=world.admin, on=Person.objects.get(id=nyt.officer.person))
    assert again(task).officer_id == other.person and again(task).stage is w.Handling.WORKING
    unit = again(nyt.organisation)
    assert (unit.name, unit.named_on(date(2027, 12, 1))) == ("农业农村委员会", "NYT")
    with at("2028-01-20"):
        new = replace(nyt, officer=other)
        monkeypatch.setitem(world.units, "NYT", new)
        sent(world, new, task)
    old, late = Letter.objects.filter(kind="reply").order_by("id")
    assert "NYT" in page(document(old)) and "农业农村委员会" not in page(document(old))
    assert "农业农村委员会" in page(document(late))
    shown = client_of(world.clerk).get(f"/suggestions/{earlier.root_id}/").content.decode()
    assert "<b>NYT</b>" in shown, "a reply is shown under the name under which it was signed"


def test_s14_3_the_proposer_rates_and_nobody_of_the_new_term_does(world, nyt, task, refused, way):
    change_of_term(world)
    new = elected(world)
    with at(ANSWERED):
        paper = sent(world, nyt, task)
        sheet = Sheet.objects.get(paper_id=paper.id)
        due = Deadline.objects.get(holder_id=sheet.id, limit=w.Limit.RATING)
        assert sheet.rater_id == world.deputy.person
        assert (due.due_on, due.why["provisional"]) == (date(2028, 3, 10), True)
        if way == "commands":
            refused("WRONG_ACTOR", papers.rate, by=new, on=sheet, saying=Rated("satisfied", "satisfied"))
        answer = client_of(new).post(f"/api/v1/rating/{sheet.id}/rate", {}, content_type="application/json")
        assert answer.status_code == 404, "whoever may not read the case is not told that there is a sheet"
    with at(RATED):
        papers.rate(by=world.deputy, on=again(sheet), saying=Rated("satisfied", "satisfied"))
    assert again(sheet).result == "satisfied"


def open_promise(world, nyt, task):
    """A reply of class B sent in December, whose promise reaches over the term."""
    with at("2027-12-20"):
        sent(world, nyt, task, "B", (Promised(1, "建成示范点", date(2028, 9, 30)),))
    return Promise.objects.get(root_id=task.root_id)


def test_s14_4_what_is_open_is_explained_before_the_term_is_over(world, nyt, task, refused):
    row = open_promise(world, nyt, task)
    said = Progressing("项目已立项，因跨年度实施届末尚未完成，下一届由责任处室接着落实。")
    with at("2028-01-05"):
        refused("TOO_EARLY", promises.explain, by=nyt.officer, on=row, saying=said)
        term = Term.objects.get(nth=14)
        parties.change_term(by=world.clerk, on=term, saying=Lasting(14, date(2023, 1, 14), date(2028, 1, 15)))
        told = end_of_term(14, by=world.clerk)
        assert (told.day, told.explained, told.open, told.is_red) == (date(2028, 1, 15), 0, 1, False)
    with at(CHANGED):
        red = end_of_term(14, by=world.clerk)
        assert red.is_red and [(each.explained, each.open) for each in red.units] == [(0, 1)]
        sheet = client_of(world.clerk).get("/api/v1/terms/14/promises").json()
        assert sheet["red"] and [each["id"] for each in sheet["missing"]] == [str(row.id)]
        assert "缺说明" in client_of(world.clerk).get("/terms/14/promises/").content.decode()
    with at("2028-01-14"):
        refused("REASON_REQUIRED", promises.explain, by=nyt.officer, on=again(row), saying=Progressing(" "))
        promises.explain(by=nyt.officer, on=again(row), saying=said)
    change_of_term(world)
    with at("2028-01-17"):
        told = end_of_term(14, by=world.clerk)
        assert (told.explained, told.open, told.is_red) == (1, 1, False)
        assert (
            "下一届由责任处室接着落实"
            in client_of(world.deputy).get(f"/suggestions/{row.root_id}/").content.decode()
        )
        assert again(row).stage is w.Promise.MADE, "a promise goes on over the term"


def test_s14_4_the_ceiling_of_an_extension_does_not_begin_anew(world, nyt, task):
    ceiling = Deadline.objects.get(holder_id=task.root_id, limit=w.Limit.CEILING)
    reply = Deadline.objects.get(holder_id=task.id, limit=w.Limit.REPLY)
    change_of_term(world)
    now = Deadline.objects.get(id=ceiling.id), Deadline.objects.get(id=reply.id)
    assert [row.due_on for row in now] == [ceiling.due_on, reply.due_on]
    assert ceiling.due_on == date(2028, 5, 22) and reply.due_on == date(2028, 2, 22)


def test_s14_5_the_rating_counts_in_the_term_of_the_suggestion(world, nyt, task):
    change_of_term(world)
    with at(ANSWERED):
        paper = sent(world, nyt, task)
    with at(RATED):
        papers.rate(
            by=world.deputy, on=Sheet.objects.get(paper_id=paper.id), saying=Rated("satisfied", "satisfied")
        )
        told = {each.term.nth: (each.satisfied, each.rated) for each in by_terms(by=world.clerk)}
    assert told == {14: (1, 1), 15: (0, 0)}
    shown = client_of(world.clerk).get("/api/v1/terms").json()
    assert [(row["nth"], row["satisfied"], row["rated"]) for row in shown] == [(15, 0, 0), (14, 1, 1)]
    assert "1 / 1" in client_of(world.clerk).get("/terms/").content.decode()
