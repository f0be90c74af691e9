"""Two hands at one moment upon what stands above the cases: who goes on with a task and who is abolished, letters and documents of
supervision, circulars. Rows are locked on PostgreSQL; SQLite has one writer."""

from datetime import date

import pytest
from django.db import connection

from build import World, again, at
from circulating import Circulars
from jianyi.cases.commands import handlings, suggestions
from jianyi.cases.commands.division import inherit
from jianyi.cases.models import Handling, Letter
from jianyi.circulars.commands import circulars
from jianyi.circulars.models import Circular
from jianyi.console.checking import violations
from jianyi.jobs import rounds
from jianyi.journal.chain import first_bad_line
from jianyi.parties import commands as parties
from jianyi.parties.models import Organisation
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Inheriting, Naming, Reassigning, Units, UrgingAnswer
from jianyi.procedure.words import Duty, Role
from jianyi.supervision.commands import measures, urgings
from racing import at_once, codes, won
from urging import Urgings


if connection.vendor != "postgresql":
    pytest.skip("并发竞争在 PostgreSQL 上测：请设 JIANYI_TEST_POSTGRES", allow_module_level=True)
pytestmark = pytest.mark.django_db(transaction=True)
LATE = "2026-06-01"


def sound():
    assert not {name: found for name, (_, found) in violations().items() if found}


def lagging(world):
    """JTT has a suggestion, and its reply is late in June."""
    world.unit("NYT")
    with at("2026-02-26"):
        return world.working(world.handed_over(("JTT", Role.SOLE))[0], "JTT")


def at_late(act):
    """The clock of a thread is its own."""

    def run():
        with at(LATE):
            return act()

    return run


def abolishing(world, name):
    row = world.unit(name).organisation
    return at_late(lambda: parties.end_organisation(by=world.admin, on=again(row)))


def nobody_works_in_what_is_no_more():
    gone = Organisation.objects.filter(stage=w.Organisation.ABOLISHED).values("id")
    left = Handling.objects.filter(unit_id__in=gone, dropped=False)
    assert not left.exclude(stage__in=[w.Handling.MOVED, w.Handling.LAPSED]).exists()


def one_of_both(giving, ending):
    """Whoever is second is refused, and nobody has anything to do where nobody is left."""
    answers = at_once(giving, ending)
    assert len(won(answers)) == 1 and codes(answers)[0] in ("CHECKLIST_UNMET", "CHANGED_MEANWHILE")
    nobody_works_in_what_is_no_more()
    sound()


@pytest.mark.parametrize("n", range(8))
def test_nothing_passes_to_a_unit_that_is_abolished_at_that_moment(n):
    world = World()
    task = lagging(world)
    heir = world.unit("NYT").id
    passing = at_late(lambda: inherit(by=world.office, on=task, saying=Inheriting("职能划转", heir)))
    one_of_both(passing, abolishing(world, "NYT"))


@pytest.mark.parametrize("n", range(8))
def test_nothing_is_proposed_to_a_unit_that_is_abolished_at_that_moment(n):
    world = World()
    case, unit = world.registered(), world.unit("NYT").id
    proposing = at_late(
        lambda: suggestions.propose(by=world.clerk, on=case, saying=Units((Naming(unit, Role.SOLE, "部分"),)))
    )
    one_of_both(proposing, abolishing(world, "NYT"))


@pytest.mark.parametrize("n", range(8))
def test_nothing_is_reassigned_to_a_unit_that_is_abolished_at_that_moment(n):
    world = World()
    world.unit("SLT")
    request = world.approved(world.handed_over()[0], "NYT", "SLT")
    saying = Reassigning(world.unit("SLT").id, "同意")
    granting = at_late(lambda: handlings.grant_return(by=world.office, on=request, saying=saying))
    one_of_both(granting, abolishing(world, "SLT"))


@pytest.mark.parametrize("n", range(4))
def test_who_gives_a_task_away_is_abolished_after_it_has_gone(n):
    """Whichever is first: the unit stays while anything is with it."""
    world = World()
    task = lagging(world)
    heir = world.unit("NYT").id
    passing = at_late(lambda: inherit(by=world.office, on=task, saying=Inheriting("职能划转", heir)))
    answers = at_once(passing, abolishing(world, "JTT"))
    assert again(task).unit_id == heir and codes(answers) in ([], ["CHECKLIST_UNMET"])
    nobody_works_in_what_is_no_more()
    sound()


@pytest.mark.parametrize("n", range(4))
def test_of_two_units_that_are_to_go_on_with_a_task_one_does(n):
    world = World()
    task = lagging(world)
    heirs = [world.unit(name).id for name in ("NYT", "SLT")]
    seen = task.version
    ways = [
        at_late(
            lambda unit=unit: inherit(by=world.office, on=task, saying=Inheriting("划转", unit), seen=seen)
        )
        for unit in heirs
    ]
    answers = at_once(*ways)
    assert len(won(answers)) == 1 and codes(answers) == ["CHANGED_MEANWHILE"]
    assert again(task).unit_id == won(answers)[0].unit_id
    sound()


@pytest.mark.parametrize("n", range(4))
def test_a_letter_goes_along_whether_it_is_issued_before_or_after(n):
    world = World()
    task = lagging(world)
    us, heir = Urgings(world), world.unit("NYT")
    clerk = us.government()
    with at(LATE):
        draft = us.drafted(clerk, unit=world.unit("JTT").id)
    at_once(
        at_late(lambda: inherit(by=world.office, on=task, saying=Inheriting("划转", heir.id))),
        at_late(lambda: urgings.sign(by=clerk, on=draft)),
    )
    with at(LATE):
        rounds.tick()
        letter = again(draft)
        assert (letter.unit_id, letter.stage) == (heir.id, w.Urging.ISSUED)
        assert us.answered(letter, heir.office).stage is w.Urging.ANSWERED
    sound()


@pytest.mark.parametrize("n", range(4))
def test_of_two_answers_to_one_letter_one_counts(n):
    world = World()
    lagging(world)
    us, jtt = Urgings(world), world.unit("JTT")
    other = world.person("办公室副主任", (jtt.organisation, Duty.UNIT_OFFICE))
    with at(LATE):
        letter = us.received(us.issued(us.government(), unit=jtt.id), jtt.office)
    texts = {jtt.office: "已经补办", other: "另有安排"}
    ways = [
        at_late(
            lambda by=by, text=text: urgings.respond(
                by=by, on=letter, saying=UrgingAnswer(text, date(2026, 6, 30)), seen=letter.version
            )
        )
        for by, text in texts.items()
    ]
    answers = at_once(*ways)
    assert len(won(answers)) == 1 and codes(answers) == ["CHANGED_MEANWHILE"]
    now = again(letter)
    assert (now.answer, now.stage) == (won(answers)[0].answer, w.Urging.ANSWERED)
    assert first_bad_line(now) is None
    sound()


@pytest.mark.parametrize("n", range(4))
def test_an_answer_and_the_end_of_its_time_leave_one_stage(n):
    world = World()
    lagging(world)
    us, jtt = Urgings(world), world.unit("JTT")
    with at(LATE):
        letter = us.received(us.issued(us.government(), unit=jtt.id), jtt.office)

    def out():
        with at("2026-08-03"):
            return rounds.tick()

    at_once(out, at_late(lambda: us.answered(letter, jtt.office)))
    with at("2026-08-03"):
        rounds.tick()
    assert again(letter).stage in (w.Urging.ANSWERED, w.Urging.UNANSWERED)
    sound()


@pytest.mark.parametrize("n", range(4))
def test_a_document_of_supervision_that_two_sign_is_issued_once(n):
    """One number, one board, one paper."""
    world = World()
    task = lagging(world)
    us, jtt = Urgings(world), world.unit("JTT")
    other = world.person("分管副厅长", (jtt.organisation, Duty.LEADER))
    with at(LATE):
        said = us.said(
            task, due=None, conditions="代表见面", skip_reason="影响重大", skip_by=jtt.leader.person
        )
        draft = measures.draw_up(by=jtt.office, on=us.measure(jtt.office, "listing", task), saying=said)
    seen = draft.version
    ways = [at_late(lambda by=by: measures.put_up(by=by, on=draft, seen=seen)) for by in (jtt.leader, other)]
    answers = at_once(*ways)
    assert len(won(answers)) == 1 and codes(answers) == ["CHANGED_MEANWHILE"]
    row = again(draft)
    assert (row.stage, row.board) == (w.Measure.LISTED, "GP-2026-1")
    assert Letter.objects.filter(root_id=row.id).count() == 1 and first_bad_line(row) is None
    sound()


@pytest.mark.parametrize("n", range(4))
def test_documents_that_are_issued_at_once_are_numbered_without_a_gap(n):
    world = World()
    task = lagging(world)
    us, jtt = Urgings(world), world.unit("JTT")
    with at(LATE):
        drafts = [us.drafted(jtt.office, division=jtt.division.id) for _ in range(2)]
        said = us.said(
            task, due=None, conditions="代表见面", skip_reason="影响重大", skip_by=jtt.leader.person
        )
        board = measures.draw_up(by=jtt.office, on=us.measure(jtt.office, "listing", task), saying=said)
    ways = [at_late(lambda row=row: urgings.sign(by=jtt.office, on=row)) for row in drafts]
    answers = at_once(*ways, at_late(lambda: measures.put_up(by=jtt.leader, on=board)))
    assert len(won(answers)) == 3
    assert sorted(answer.number for answer in answers) == [f"澜JTT内督〔2026〕{n}号" for n in (1, 2, 3)]
    sound()


@pytest.mark.parametrize("n", range(6))
def test_of_two_circulars_of_one_month_one_is_issued(n):
    world = World()
    with at("2026-02-26"):
        world.working(world.handed_over(("JTT", Role.SOLE))[0], "JTT")
    jtt = world.unit("JTT")
    other = world.person("办公室副主任", (jtt.organisation, Duty.UNIT_OFFICE))
    line = "0001 = 进展不快 = 加快 = JTT一处 = 2026-04-15"
    with at("2026-04-01"):
        ready = [Circulars(by, jtt.leader).approved(line) for by in (jtt.office, other)]

    def signing(by, row):
        with at("2026-04-01"):
            return circulars.sign(by=by, on=row)

    answers = at_once(lambda: signing(jtt.office, ready[0]), lambda: signing(other, ready[1]))
    assert len(won(answers)) == 1 and codes(answers)[0] in ("CHECKLIST_UNMET", "CHANGED_MEANWHILE")
    assert {again(row).stage for row in ready} == {w.Circular.APPROVED, w.Circular.ISSUED}
    assert Circular.objects.exclude(number="").count() == 1
    sound()
