"""A record that was signed or adopted is a paper: frozen, in the journal, the same bytes for ever (F15, F27)."""

from datetime import date

import pytest

from build import again, at
from jianyi.cases.commands import inside, oral
from jianyi.cases.issued.files import content, document
from jianyi.cases.models import Charge, Collective, Letter
from jianyi.cases.queries.files import case
from jianyi.cases.queries.forms import forms, issued
from jianyi.cases.queries.letters import checked, letter, letters
from jianyi.documents.letters.webpage import page
from jianyi.journal.models import Line
from jianyi.parties.models import Organisation
from jianyi.procedure.facts.said import Because, Charging, Countersigned


@pytest.fixture
def task(world):
    with at("2026-02-26"):
        (task,) = world.handed_over(points=2)
    with at("2026-03-20"):
        world.signed(world.working(task))
    return again(task)


@pytest.fixture
def spoken(world, task):
    """Signed by the deputy in the deputy's own session."""
    with at("2026-03-20T10:00"):
        record = world.replied_orally(task)
        return oral.countersign(by=world.deputy, on=record, saying=Countersigned("agree", "", "no"))


@pytest.fixture
def decision(world):
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        paper = world.written(world.working(world.handed_over()[0]))
        said = world.decision("NYT", date(2026, 2, 26), digest=paper.digest, note="按此办理")
        return inside.decide(by=nyt.office, on=Collective.about(again(paper)), saying=said)


def test_the_signed_record_is_kept_with_its_digest_in_the_journal(spoken):
    kept = Letter.objects.get(kind="oral_reply")
    line = Line.objects.get(subject=str(spoken), action="countersign")
    assert line.said["letter"] == kept.told and kept.number == spoken.number == "MF-2026-0001"
    told = checked(kept.code)
    assert told.unchanged and not told.replaced and kept.code in str(page(document(kept)))


def test_before_it_is_signed_nothing_is_issued_and_the_form_is_for_signing_by_hand(world, task):
    with at("2026-03-20T10:00"):
        record = world.replied_orally(task)
    assert not Letter.objects.filter(kind="oral_reply")
    offered = [each for each in forms(case(task.root_id, by=world.deputy)) if each.kind == "oral_reply"]
    assert [each.number for each in offered] == [record.id]


def test_whatever_changes_later_the_paper_and_its_files_stay_as_they_were(world, task, spoken):
    kept, by = Letter.objects.get(kind="oral_reply"), world.unit("NYT").officer
    before, drawn = (
        str(page(document(kept))),
        {kind: content(kept, kind, by.person) for kind in ("pdf", "docx")},
    )
    Organisation.objects.filter(id=world.unit("NYT").id).update(name="改了名的厅")
    type(spoken).objects.filter(id=spoken.id).update(opinion="后来改的")
    kept = again(kept)
    assert str(page(document(kept))) == before and "后来改的" not in before
    assert {kind: content(kept, kind, by.person) for kind in drawn} == drawn
    assert checked(kept.code).unchanged


def test_who_was_part_of_it_has_the_paper_in_place_of_the_form(world, task, spoken):
    kept = Letter.objects.get(kind="oral_reply")
    for by in (world.deputy, world.clerk, world.unit("NYT").office):
        file = case(task.root_id, by=by)
        assert kept in letters(file) and "oral_reply" not in {each.kind for each in forms(file)}, by.name
        assert issued("oral_reply", spoken.id, by=by) == kept
    for by in (world.a_deputy("何望川"), world.unit("JTT").office):
        assert letter(kept.id, by=by) is None
        assert issued("oral_reply", spoken.id, by=by) is None


def test_a_decision_is_issued_when_it_is_made_and_anew_when_it_charges_somebody(world, decision):
    nyt = world.unit("NYT")
    first = Letter.objects.get(kind="collective")
    assert Line.objects.get(subject=str(decision), action="decide").said["letter"] == first.told
    with at("2026-02-26"):
        said = Charging("补充分年清单", nyt.officer.person, date(2026, 3, 20))
        charge = inside.charge(by=nyt.office, on=Charge.by(decision), saying=said)
    second = Letter.objects.filter(kind="collective").latest("id")
    assert "补充分年清单" in str(page(document(second))) and "补充分年清单" not in str(page(document(first)))
    assert (
        checked(first.code).replaced and checked(first.code).unchanged and not checked(second.code).replaced
    )
    with at("2026-03-02"):
        inside.drop_charge(by=nyt.leader, on=again(charge), saying=Because("不需要了"))
    third = Letter.objects.filter(kind="collective").latest("id")
    assert "补充分年清单" not in str(page(document(third))) and checked(third.code).unchanged
    shown = [row for row in letters(case(decision.root_id, by=nyt.leader)) if row.kind == "collective"]
    assert shown == [third]
    assert all(row.kind != "collective" for row in letters(case(decision.root_id, by=world.clerk)))
