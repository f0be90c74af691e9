"""What the leadership charged somebody with when it decided on a text: a task with owner and day (forms.md F27)."""

from datetime import date

import pytest

from build import again, at
from dates import due
from jianyi.cases.commands import inside
from jianyi.cases.issued.files import document
from jianyi.cases.models import Charge, Collective
from jianyi.cases.queries.files import case
from jianyi.cases.queries.letters import letter_of
from jianyi.documents.letters.webpage import page
from jianyi.fieldwork.queries.figures import leadership_days
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Charging, PassingOn, Reaching
from jianyi.turn.models import Notice, WorkItem


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


@pytest.fixture
def decision(world, nyt):
    with at("2026-03-02"):
        paper = world.written(world.working(world.handed_over()[0]))
        said = world.decision(
            "NYT", date(2026, 3, 2), hour="9:00", observers="办公室主任", digest=paper.digest
        )
        return inside.decide(by=nyt.office, on=Collective.about(paper), saying=said)


def charged(nyt, decision, owner=None, day="2026-03-20", text="补充分年清单"):
    said = Charging(text, (owner or nyt.officer).person, date.fromisoformat(day) if day else None)
    with at("2026-03-02"):
        return inside.charge(by=nyt.office, on=Charge.by(again(decision)), saying=said)


def waiting(who):
    return [row.action for row in WorkItem.objects.filter(track="charge", person_id=who.person)]


def test_a_charge_is_a_task_of_its_owner_until_the_day_that_was_decided(nyt, decision, refused):
    row = charged(nyt, decision)
    assert row.stage is w.Charge.IN_FORCE and due(row, w.Limit.RESOLUTION) == "2026-03-20"
    assert waiting(nyt.officer) == ["reach"]
    assert Notice.objects.filter(track="charge", person_id=nyt.officer.person).count() == 1
    with at("2026-03-10"):
        refused("REASON_REQUIRED", inside.reach_charge, by=nyt.officer, on=row, saying=Reaching(" "))
        refused("WRONG_ACTOR", inside.reach_charge, by=nyt.head, on=row, saying=Reaching("已补充"))
        row = inside.reach_charge(by=nyt.officer, on=row, saying=Reaching("清单已附"))
    assert (
        row.stage is w.Charge.REACHED and str(row.reached_on) == "2026-03-10" and waiting(nyt.officer) == []
    )


def test_the_record_tells_of_it_inside_the_unit_alone(world, nyt, decision):
    row = charged(nyt, decision)
    told = {
        by.name: [line.action for line in case(row.root_id, by=by).lines if line.subject == str(row)]
        for by in (nyt.office, nyt.officer, world.clerk, world.deputy)
    }
    assert list(told.values()) == [["resolve"], ["resolve"], [], []]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [({"text": " "}, "做什么"), ({"day": ""}, "完成日期"), ({"day": "2026-03-01"}, "已经过去")],
)
def test_what_is_no_charge_is_told(nyt, decision, refused, wrong, told):
    plain = {"text": "补充清单", "day": "2026-03-20"} | wrong
    day = date.fromisoformat(plain["day"]) if plain["day"] else None
    with at("2026-03-02"):
        said = Charging(plain["text"], nyt.officer.person, day)
        answer = refused("CHECKLIST_UNMET", inside.charge, by=nyt.office, on=Charge.by(decision), saying=said)
    assert told in answer.reasons[0]


def test_nobody_outside_is_charged_and_only_the_office_records_it(world, nyt, decision, refused):
    with at("2026-03-02"):
        for stranger in (world.unit("JTT").officer, world.deputy, world.clerk):
            said = Charging("补充清单", stranger.person, date(2026, 3, 20))
            refused("CHECKLIST_UNMET", inside.charge, by=nyt.office, on=Charge.by(decision), saying=said)
        said = Charging("补充清单", nyt.officer.person, date(2026, 3, 20))
        for other in (nyt.officer, nyt.leader, world.clerk):
            refused("WRONG_ACTOR", inside.charge, by=other, on=Charge.by(decision), saying=said)


def test_it_is_handed_on_within_the_crew_and_all_concerned_are_told(world, nyt, decision, refused):
    row = charged(nyt, decision)
    with at("2026-03-03"):
        refused(
            "REASON_REQUIRED",
            inside.hand_on_charge,
            by=nyt.officer,
            on=row,
            saying=PassingOn("", nyt.head.person),
        )
        for nobody in (world.unit("JTT").officer.person, nyt.officer.person, 0):
            refused(
                "CHECKLIST_UNMET",
                inside.hand_on_charge,
                by=nyt.officer,
                on=row,
                saying=PassingOn("调岗", nobody),
            )
        refused(
            "WRONG_ACTOR",
            inside.hand_on_charge,
            by=nyt.head,
            on=row,
            saying=PassingOn("调岗", nyt.head.person),
        )
        row = inside.hand_on_charge(by=nyt.officer, on=row, saying=PassingOn("调岗", nyt.head.person))
        assert (row.owner_id, row.before_id, row.due) == (
            nyt.head.person,
            nyt.officer.person,
            date(2026, 3, 20),
        )
        assert waiting(nyt.officer) == [] and waiting(nyt.head) == ["reach"]
        told = Notice.objects.filter(track="charge", action="hand_on")
        assert set(told.values_list("person_id", "duty")) == {
            (nyt.officer.person, ""), (nyt.head.person, ""), (0, "unit_office"),
        }  # fmt: skip
        row = inside.hand_on_charge(by=nyt.office, on=row, saying=PassingOn("处长出差", nyt.officer.person))
        assert row.owner_id == nyt.officer.person


def test_a_leader_drops_it_with_a_reason(nyt, decision, refused):
    row = charged(nyt, decision)
    with at("2026-03-03"):
        refused("WRONG_ACTOR", inside.drop_charge, by=nyt.office, on=row, saying=Because("不需要了"))
        refused("REASON_REQUIRED", inside.drop_charge, by=nyt.leader, on=row, saying=Because(" "))
        assert inside.drop_charge(by=nyt.leader, on=row, saying=Because("不需要了")).stage is w.Charge.DROPPED


def test_it_goes_on_when_the_reply_has_left_and_ends_when_the_task_goes_elsewhere(world, nyt, decision):
    row = charged(nyt, decision)
    with at("2026-03-05"):
        world.granted(again(decision.handling), "NYT", "JTT")
    assert again(row).stage is w.Charge.LAPSED and waiting(nyt.officer) == []


def test_the_record_is_whole_on_paper_and_bound_to_its_text(nyt, decision):
    charged(nyt, decision)
    dropped = charged(nyt, decision, text="另行测算")
    with at("2026-03-03"):
        inside.drop_charge(by=nyt.leader, on=dropped, saying=Because("不需要了"))
    told = str(page(document(letter_of(case(decision.root_id, by=nyt.leader), decision.id))))
    for part in (
        "2026年第9次党组会议", "2026年3月2日9:00", "厅第一会议室", nyt.leader.name, "应到9人，实到8人", "办公室主任", nyt.officer.name,
        f"校验码 {decision.digest[:8].upper()}", "补充分年清单", "2026-03-20", f"记录人：<u>{nyt.office.name}", f"签发人：<u>{nyt.leader.name}",
    ):  # fmt: skip
        assert part in told, part
    assert "另行测算" not in told


def test_charges_stay_inside_the_unit(world, nyt, decision):
    row = charged(nyt, decision)
    for reader in (nyt.office, nyt.leader, nyt.head, nyt.officer):
        assert [each.id for each in case(row.root_id, by=reader).charges] == [row.id]
    for reader in (world.deputy, world.clerk):
        file = case(row.root_id, by=reader)
        assert not file.charges and not [line for line in file.lines if line.subject.startswith("charge")]


def test_a_day_of_the_leadership_is_counted_as_before(nyt, decision):
    with at("2026-03-03"):
        assert leadership_days(2026, by=nyt.office)
