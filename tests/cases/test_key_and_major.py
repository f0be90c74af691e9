"""Key by the chairpersons' meeting, major by the unit: who leads, who decides, who signs (源 G3, G6, W8)."""

from datetime import date

import pytest

from build import again, at
from jianyi.cases.commands import inside, papers, suggestions
from jianyi.cases.models import Collective, Handling
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, KeyMark, Leading, Read
from jianyi.procedure.words import Limit as L
from jianyi.turn.models import Deadline, Notice


@pytest.fixture
def fgw(world):
    return world.unit("FGW")


@pytest.fixture
def task(world):
    with at("2026-02-26"):
        return world.routed(world.handed_over(("FGW", w.Role.SOLE))[0], "FGW")


@pytest.fixture
def meeting(world):
    def described(outcome="agreed", day="2026-05-11", expected=9, present=8, digest="", **told):
        held_on = date.fromisoformat(day) if day else None
        plain = {"outcome": outcome, "note": "按此办理", "digest": digest}
        return world.decision("FGW", held_on, expected, present, **(plain | told))

    return described


# Key


def test_the_mark_carries_the_day_of_the_decision_and_moves_no_limit(world, task, fgw, refused):
    with at("2026-03-12"):
        for day in (None, date(2026, 3, 13)):
            refused(
                "CHECKLIST_UNMET", suggestions.mark_key, by=world.clerk, on=task.root, saying=KeyMark(day)
            )
        refused(
            "WRONG_ACTOR",
            suggestions.mark_key,
            by=fgw.office,
            on=task.root,
            saying=KeyMark(date(2026, 3, 12)),
        )
        case = suggestions.mark_key(
            by=world.clerk, on=task.root, saying=KeyMark(date(2026, 3, 12), 0, "裴长松")
        )
    assert (case.key, case.key_decided_on, case.supervising_leader) == (True, date(2026, 3, 12), "裴长松")
    assert str(Deadline.objects.get(holder_id=task.id, limit=L.REPLY).due_on) == "2026-05-26"
    told = Notice.objects.filter(action="mark_key").values_list("duty", "organisation_id")
    assert ("unit_office", fgw.id) in set(told)
    with at("2026-03-13"):
        refused("REASON_REQUIRED", suggestions.lift_key, by=world.clerk, on=case, saying=Because(""))
        assert suggestions.lift_key(by=world.clerk, on=again(case), saying=Because("误录")).key is False


def test_a_key_case_is_led_before_anybody_works_on_it(world, task, fgw, refused):
    """S9.2: no leading leader, no work."""
    with at("2026-03-12"):
        world.key(task.root)
    with at("2026-03-13"):
        answer = refused("RESPONSIBILITY_INCOMPLETE", inside_begin(), by=fgw.officer, on=again(task))
        assert "领衔" in answer.reasons[0]
        led = inside.lead(by=fgw.leader, on=again(task))
        assert (led.leading_leader_id, led.leads_since) == (fgw.leader.person, date(2026, 3, 13))
        refused("NO_CONTACT", inside_begin(), by=fgw.officer, on=again(task))


def inside_begin():
    from jianyi.cases.commands import handlings

    return handlings.begin


def test_the_office_names_who_leads_from_the_leaders_of_the_house(world, task, fgw, refused):
    with at("2026-03-13"):
        for person in (fgw.officer.person, world.deputy.person, 0):
            refused("CHECKLIST_UNMET", inside.name_leader, by=fgw.office, on=task, saying=Leading(person))
        named = inside.name_leader(by=fgw.office, on=task, saying=Leading(fgw.principal.person))
        assert named.leading_leader_id == fgw.principal.person
        refused("WRONG_ACTOR", inside.lead, by=fgw.officer, on=named)


def test_nobody_leads_more_than_two_in_a_year(world, fgw, refused):
    """S8.1: the third is refused; the same one again is no third."""
    with at("2026-02-26"):
        tasks = [world.routed(world.handed_over(("FGW", w.Role.SOLE))[0], "FGW") for _ in range(3)]
    with at("2026-03-03"):
        for one in tasks[:2]:
            inside.lead(by=fgw.leader, on=one)
        answer = refused("CHECKLIST_UNMET", inside.lead, by=fgw.leader, on=tasks[2])
        assert "2 件" in answer.reasons[0]
        said = Leading(fgw.leader.person)
        refused("CHECKLIST_UNMET", inside.name_leader, by=fgw.office, on=tasks[2], saying=said)
        inside.lead(by=fgw.leader, on=again(tasks[1]))
        inside.lead(by=fgw.principal, on=tasks[2])
    with at("2027-01-04"):
        last = Handling.objects.get(id=tasks[2].id)
        assert inside.lead(by=fgw.leader, on=last).leading_leader_id == fgw.leader.person


# Major


def test_a_major_text_is_decided_on_before_the_principal_signs_it(world, task, fgw, refused, meeting):
    """S9.4, S9.5: decided with changes on one edition; the next one is decided on anew."""
    with at("2026-03-13"):
        refused("REASON_REQUIRED", inside.mark_major, by=fgw.office, on=task, saying=Because(" "))
        task = inside.mark_major(by=fgw.office, on=task, saying=Because("涉 12 亿元投资"))
        task = world.working(task, "FGW")
    with at("2026-05-11"):
        paper = world.ready(task, "FGW", "B")
        refused("SIGNER_NOT_ALLOWED", papers.sign, by=fgw.leader, on=paper, saying=Read())
        answer = refused(
            "COLLECTIVE_DECISION_MISSING", papers.sign, by=fgw.principal, on=paper, saying=Read()
        )
        assert "第 1 稿" in answer.reasons[0] and "办公室" in answer.reasons[0]
        inside.decide(by=fgw.office, on=Collective.about(paper), saying=meeting("with_changes"))
        answer = refused(
            "COLLECTIVE_DECISION_MISSING", papers.sign, by=fgw.principal, on=paper, saying=Read()
        )
        assert "修改后同意" in answer.reasons[0]
    with at("2026-05-14"):
        papers.send_back(by=fgw.principal, on=again(paper), saying=Because("按党组会意见修改"))
        papers.write(by=fgw.officer, on=again(paper), saying=world.text(task, "A"))
        papers.present(by=fgw.officer, on=again(paper))
        for by in (fgw.head, fgw.office):
            papers.pass_(by=by, on=again(paper), saying=Read())
        paper = world.agreed(again(paper), "FGW")
        refused("COLLECTIVE_DECISION_MISSING", papers.sign, by=fgw.principal, on=paper, saying=Read())
        inside.decide(by=fgw.office, on=Collective.about(paper), saying=meeting(day="2026-05-14"))
        signed = papers.sign(by=fgw.principal, on=again(paper), saying=Read())
    assert signed.stage is w.Paper.SIGNED and Collective.objects.count() == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"day": ""}, {"day": "2026-05-12"}, {"expected": 0, "present": 0}, {"expected": 8, "present": 9},
        {"expected": 9, "present": 0}, {"name": " "}, {"where": ""}, {"chair": 0}, {"signer": 0},
    ],
    ids=[
        "no day", "in the future", "nobody", "more than there are", "nobody came", "no name", "no place", "nobody in the chair",
        "nobody signs",
    ],
)  # fmt: skip
def test_a_meeting_is_described(world, task, fgw, refused, meeting, wrong):
    with at("2026-05-11"):
        paper = world.written(world.working(task, "FGW"), "FGW")
        said = meeting(**wrong)
        refused("CHECKLIST_UNMET", inside.decide, by=fgw.office, on=Collective.about(paper), saying=said)


def test_who_sat_there_works_in_the_house(world, task, fgw, refused, meeting):
    with at("2026-05-11"):
        paper = world.written(world.working(task, "FGW"), "FGW")
        said = meeting(reporter=world.unit("NYT").officer.person)
        answer = refused(
            "CHECKLIST_UNMET", inside.decide, by=fgw.office, on=Collective.about(paper), saying=said
        )
    assert "本单位在职人员" in answer.reasons[0]


def test_a_decision_is_about_the_text_that_was_on_the_table(world, task, fgw, refused, meeting):
    with at("2026-05-11"):
        paper = world.written(world.working(task, "FGW"), "FGW")
        old = paper.digest
        paper = papers.write(by=fgw.officer, on=paper, saying=world.text(again(task), "B"))
        said = meeting(digest=old)
        refused("CHANGED_MEANWHILE", inside.decide, by=fgw.office, on=Collective.about(paper), saying=said)
        refused("WRONG_ACTOR", inside.decide, by=fgw.officer, on=Collective.about(paper), saying=meeting())


def test_no_longer_major_it_needs_no_meeting(world, task, fgw, refused):
    with at("2026-03-13"):
        refused("CHECKLIST_UNMET", inside.lift_major, by=fgw.leader, on=task, saying=Because("误标"))
        task = inside.mark_major(by=fgw.leader, on=task, saying=Because("误标"))
        refused("WRONG_ACTOR", inside.lift_major, by=fgw.office, on=task, saying=Because("不涉投资"))
        inside.lift_major(by=fgw.leader, on=task, saying=Because("不涉投资"))
        assert world.signed(world.working(again(task), "FGW"), "FGW").stage is w.Paper.SIGNED
