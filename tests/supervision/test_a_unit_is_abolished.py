"""A unit is abolished while urged: it is refused with what is open, until another unit goes on with it; letters and measures follow."""

from datetime import date

import pytest

from build import again, at
from jianyi.cases.commands import handlings, papers
from jianyi.cases.commands.division import inherit
from jianyi.console.checking import violations
from jianyi.jobs import rounds
from jianyi.parties import commands as parties
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Defence, Inheriting
from jianyi.procedure.words import Duty, Role
from jianyi.supervision.commands import measures as measures_
from jianyi.supervision.due import due_roots
from jianyi.supervision.queries import measures, urgings
from jianyi.turn.models import Deadline, WorkItem


@pytest.fixture
def heir(world):
    return world.unit("NYT")


@pytest.fixture
def task(world, jtt):
    with at("2026-02-26"):
        lead, _ = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))
        return world.working(lead, "JTT")


@pytest.fixture
def sole(world):
    with at("2026-02-26"):
        return world.working(world.handed_over(("JTT", Role.SOLE))[0], "JTT")


def end(world, unit):
    return parties.end_organisation(by=world.admin, on=again(unit.organisation))


def passed(world, task, unit, reason="机构改革，职能划转"):
    return inherit(by=world.office, on=again(task), saying=Inheriting(reason, unit.id))


def test_what_is_open_is_told_and_holds_the_abolition_up(us, world, jtt, task, refused):
    with at("2026-06-01"):
        letter = us.issued(us.government(), unit=jtt.id)
        for unit in (jtt.organisation, jtt.division):
            told = refused(
                "CHECKLIST_UNMET", parties.end_organisation, by=world.admin, on=again(unit)
            ).reasons[0]
            assert f"在办建议 1 件（第{task.root.no}号）" in told and "由承接单位接续办理" in told
        told = refused(
            "CHECKLIST_UNMET", parties.end_organisation, by=world.admin, on=again(jtt.organisation)
        )
        assert letter.number in told.reasons[0]


def test_letters_and_measures_follow_the_suggestion(us, world, jtt, heir, task, refused):
    """With their numbers, their days and what was found in them; the unit that had it may then be abolished."""
    with at("2026-06-01"):
        clerk = us.government()
        letter = us.issued(clerk, unit=jtt.id)
        draft = us.drafted(clerk, unit=jtt.id)
        row = us.listing(clerk, task, clerk, skip_reason="影响重大", skip_by=clerk.person)
        inside = us.issued(jtt.office, division=jtt.division.id)
        own = us.listing(jtt.office, task, jtt.leader, skip_reason="影响重大", skip_by=jtt.leader.person)
        due = Deadline.objects.get(holder_id=task.id, limit=w.Limit.REPLY).due_at
        new = passed(world, task, heir)
        rounds.tick()
    assert (new.unit_id, new.stage, new.officer_id, new.division_id) == (
        heir.id,
        w.Handling.RECEIVED,
        None,
        None,
    )
    assert Deadline.objects.get(holder_id=task.id, limit=w.Limit.REPLY).due_at == due
    assert [(again(x).unit_id, again(x).stage) for x in (letter, draft, row)] == [
        (heir.id, w.Urging.ISSUED), (heir.id, w.Urging.DRAFTED), (heir.id, w.Measure.LISTED)
    ]  # fmt: skip
    assert (again(letter).number, again(letter).due) == (letter.number, letter.due)
    assert (again(inside).stage, again(own).stage) == (w.Urging.LAPSED, w.Measure.LAPSED)
    assert urgings.file(letter.id, by=heir.office) and measures.file(row.id, by=heir.office)
    assert urgings.file(draft.id, by=heir.office) is None
    assert not WorkItem.objects.filter(root_id__in=[letter.id, draft.id, row.id], organisation_id=jtt.id)
    with at("2026-06-02"):
        assert us.answered(letter, heir.office).stage is w.Urging.ANSWERED
        assert us.reported(row, heir.office).stage is w.Measure.REPORTED
        assert end(world, jtt).stage is w.Organisation.ABOLISHED
        assert {name: found for name, (_, found) in violations().items() if found} == {}


def test_a_letter_that_nobody_can_answer_alone_comes_to_nothing(us, world, jtt, heir, task):
    """Two suggestions go to two units."""
    with at("2026-02-26"):
        other = world.working(world.handed_over(("JTT", Role.SOLE))[0], "JTT")
    with at("2026-06-01"):
        letter = us.issued(us.government(), unit=jtt.id)
        passed(world, task, heir), passed(world, other, world.unit("SLT"))
        rounds.tick()
    assert again(letter).stage is w.Urging.LAPSED


def test_what_is_answered_and_went_to_several_waits_for_a_person(us, world, jtt, heir, task):
    """The clock looks at it no more; where all of it went to one unit, the letter follows."""
    with at("2026-02-26"):
        other = world.working(world.handed_over(("JTT", Role.SOLE))[0], "JTT")
    with at("2026-06-01"):
        clerk = us.government()
        letter = us.answered(us.received(us.issued(clerk, unit=jtt.id), jtt.office), jtt.office)
        passed(world, task, heir)
        assert letter.id not in [root.id for root in due_roots()]
        passed(world, other, heir)
        assert letter.id in [root.id for root in due_roots()]
        rounds.tick()
    assert (again(letter).stage, again(letter).unit_id) == (w.Urging.ANSWERED, heir.id)


def test_what_the_house_in_the_lead_asked_for_ends_with_it(us, world, jtt, heir, task):
    with at("2026-06-01"):
        letter = us.issued(jtt.office, way="co", unit=world.unit("CZT").id)
        passed(world, task, heir)
        rounds.tick()
    assert again(letter).stage is w.Urging.LAPSED


def test_another_unit_in_use_goes_on_with_it_and_somebody_says_why(us, world, jtt, heir, task, refused):
    with at("2026-06-01"):
        for unit, reason, code in (
            (jtt.id, "划转", "CHECKLIST_UNMET"),
            (world.unit("CZT").id, "划转", "CHECKLIST_UNMET"),
            (world.committee.id, "划转", "CHECKLIST_UNMET"),
            (heir.id, " ", "REASON_REQUIRED"),
        ):
            refused(code, inherit, by=world.office, on=again(task), saying=Inheriting(reason, unit))
        for who in (jtt.office, heir.office, world.deputy, world.clerk):
            refused("WRONG_ACTOR", inherit, by=who, on=again(task), saying=Inheriting("划转", heir.id))
        first = passed(world, task, heir)
        refused(
            "CHECKLIST_UNMET", inherit, by=world.office, on=again(task), saying=Inheriting("划转", heir.id)
        )
        assert handlings.route(by=heir.office, on=again(first), saying=heir.team).stage is w.Handling.ROUTED


def test_a_text_goes_on_and_passes_the_desks_of_the_new_house(us, world, jtt, heir, sole):
    """Reviewed in the old house, it is a draft again in the new one, and is sent from there."""
    from jianyi.cases.models import Paper

    with at("2026-06-01"):
        paper = papers.present(by=jtt.officer, on=world.written(sole, "JTT"))
        heir.organisation.rule = {"desks": [["division", False]]}
        heir.organisation.save()
        passed(world, sole, heir)
        rounds.tick()
        now = Paper.objects.get(id=paper.id)
        assert (now.stage, now.desks, now.passed) == (w.Paper.DRAFTING, [["division", False]], [])
        assert now.answers == paper.answers


def test_what_was_signed_is_sent_first(us, world, jtt, heir, sole, refused):
    with at("2026-06-01"):
        world.signed(sole, "JTT")
        said = Inheriting("划转", heir.id)
        assert (
            "先送达" in refused("TOO_LATE", inherit, by=world.office, on=again(sole), saying=said).reasons[0]
        )


def test_a_unit_that_is_renamed_keeps_its_letters(us, world, jtt, task):
    from jianyi.procedure.facts.said import Named

    with at("2026-06-01"):
        letter = us.issued(us.government(), unit=jtt.id)
        parties.change_organisation(
            by=world.admin, on=again(jtt.organisation), saying=Named("省交通运输局", "交通局")
        )
        assert us.answered(letter, jtt.office).unit.name == "省交通运输局"


def test_a_proposal_about_a_person_stays_where_the_person_can_speak(us, world, jtt, heir, task, refused):
    """It goes along with whoever works in the other unit now; until it is decided the unit is not abolished."""
    grounds = {
        "article": "办理办法（虚构）第三十条",
        "manner": "criticism",
        "decider": "省政府",
        "statement_by": date(2026, 6, 10),
    }
    with at("2026-06-01"):
        clerk = us.government()
        rows = []
        for owner in (jtt.head.person, jtt.officer.person):
            said = us.said(
                task,
                owner=owner,
                skip_reason="影响重大",
                skip_by=clerk.person,
                **grounds | {"due": date(2026, 6, 30)},
            )
            row = measures_.draw_up(by=clerk, on=us.measure(clerk, "accountability", task), saying=said)
            rows.append(measures_.call_to_account(by=clerk, on=again(row)))
        stays, goes = rows
        passed(world, task, heir)
        world.appoint(jtt.officer, heir.division, Duty.OFFICER)
        rounds.tick()
        assert (again(stays).unit_id, again(goes).unit_id) == (jtt.id, heir.id)
        refused("CHECKLIST_UNMET", parties.end_organisation, by=world.admin, on=again(jtt.organisation))
        row = measures_.defend(by=jtt.head, on=again(stays), saying=Defence("三月起已三次联系"))
        assert row.stage is w.Measure.HEARD and measures.file(row.id, by=jtt.head)
