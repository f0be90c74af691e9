"""S1: twenty-three papers come in, twenty are registered; claims; one batch; receipts, two of them late."""

from build import again, at
from dates import due
from jianyi.agendas.queries.agendas import agenda, as_called
from jianyi.cases.commands import batches, handlings, suggestions
from jianyi.cases.models import Batch, Claim, Handling, Letter, Suggestion, Withdrawal
from jianyi.cases.queries import lists
from jianyi.cases.queries.handover import unit_list
from jianyi.fieldwork.commands import meetings
from jianyi.fieldwork.fresh import fresh as fresh_meeting
from jianyi.fieldwork.queries.meetings import file
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import (
    Because,
    Calling,
    Listing,
    Naming,
    NotTaken,
    Offer,
    PassedOn,
    Receipt,
    Reviewed,
    Units,
)
from jianyi.procedure.words import Role
from jianyi.turn.models import Deadline, Notice
from jianyi.turn.speech import read


S, L, C, P = Role.SOLE, Role.LEAD, Role.CO, Role.SEPARATE
PLAN = [
    [("JTT", L), ("CZT", C), ("YPS", C)], [("NYT", S)], [("SLT", S)], [("WJW", L), ("CZT", C)], [("SHT", L), ("GAT", C)],
    [("SHT", S)], *([("WLT", S)] for _ in range(6)), [("FGW", L), ("JTT", C)], *([("FGW", S)] for _ in range(6)),
    [("NYT", P), ("SLT", P)],
]  # fmt: skip


def handed_in(world, count):
    return [world.submitted(points=3, title=f"关于第{n}件事的建议") for n in range(count)]


def test_s1_1_the_receipt_names_the_time_and_points_are_numbered(world):
    with at("2026-01-27"):
        (case,) = handed_in(world, 1)
    assert case.stage is w.Suggestion.SUBMITTED and len(case.points) == 3 and case.submitted_at


def test_s1_2_twenty_three_come_in_and_twenty_are_registered_without_a_gap(world, refused):
    with at("2026-01-28"):
        rows = handed_in(world, 23)
        personal = NotTaken("", ("personal",))
        refused("REASON_REQUIRED", suggestions.turn_down, by=world.clerk, on=rows[0], saying=personal)
        suggestions.turn_down(by=world.clerk, on=rows[0], saying=NotTaken("属个人问题", ("personal",)))
        suggestions.treat_as_letter(by=world.clerk, on=rows[1], saying=PassedOn("系转来群众信件"))
    with at("2026-01-29"):
        suggestions.ask_withdrawal(by=world.deputy, on=Withdrawal.of(rows[2]), saying=Because("已解决"))
        done = [suggestions.register(by=world.clerk, on=row, saying=Reviewed()) for row in rows[3:]]
    assert [letter.number for letter in Letter.objects.order_by("id")] == [
        f"澜常代建交〔2026〕{n}号" for n in (1, 2)
    ]
    stages = [again(row).stage for row in rows]
    count = {stage: stages.count(stage) for stage in set(stages)}
    assert count == {
        w.Suggestion.REGISTERED: 20, w.Suggestion.RETURNED: 1, w.Suggestion.LETTER: 1, w.Suggestion.WITHDRAWN: 1,
    }  # fmt: skip
    assert [again(row).no for row in done] == [f"{n:04d}" for n in range(1, 21)]
    refused("FROZEN", suggestions.renumber, by=world.clerk, on=done[0], saying=Because("换一个"))


def test_s1_4_claims_until_the_set_day(world, refused):
    fgw, jtt, wlt = world.unit("FGW"), world.unit("JTT"), world.unit("WLT")
    with at("2026-02-09"):
        first, second, third = (world.registered(title=f"关于第{n}件事的建议") for n in range(3))
        suggestions.claim(
            by=fgw.office, on=Claim.of(first, unit_id=fgw.id), saying=Offer(True, "航道规划属本委")
        )
        suggestions.claim(by=jtt.office, on=Claim.of(first, unit_id=jtt.id), saying=Offer(False, "愿会办"))
    with at("2026-02-13"):
        named = Units((Naming(fgw.id, L), Naming(jtt.id, C)))
        suggestions.propose(by=world.office, on=first, saying=named)
    with at("2026-02-14T23:30"):
        suggestions.claim(by=wlt.office, on=Claim.of(second, unit_id=wlt.id), saying=Offer(False, ""))
    with at("2026-02-24"):
        refused(
            "TOO_LATE", suggestions.claim, by=wlt.office, on=Claim.of(third, unit_id=wlt.id), saying=Offer()
        )
    offered = Claim.objects.filter(root_id=first.id).order_by("id")
    assert [claim.leads for claim in offered] == [True, False]


def prepared(world):
    rows = handed_in(world, 20)
    for row, units in zip(rows, PLAN, strict=True):
        suggestions.register(by=world.clerk, on=row, saying=Reviewed())
        named = tuple(Naming(world.unit(name).id, role, "本单位职责部分") for name, role in units)
        suggestions.propose(by=world.clerk, on=row, saying=Units(named))
    batch = Batch(congress_id=world.congress.id, sitting_id=world.sitting.id)
    return batches.prepare(
        by=world.clerk, on=batch, saying=Listing(tuple(row.id for row in rows), "大会建议")
    )


def test_s1_5_6_7_one_batch_twenty_six_tasks_and_their_receipts(world, refused):
    with at("2026-02-25"):
        batch = prepared(world)
        wlt = world.unit("WLT").office
        refused(
            "WRONG_ACTOR", suggestions.hand_over, by=wlt, on=Suggestion.objects.order_by("number").first()
        )
        refused("WRONG_ACTOR", batches.freeze, by=world.clerk, on=batch)
    with at("2026-02-26"):
        batch = batches.hand_over(by=world.head, on=batch)
        refused("TOO_LATE", batches.freeze, by=world.head, on=batch)
    assert again(batch).number == "澜常代建交〔2026〕1号"
    tasks = list(Handling.objects.filter(stage=w.Handling.ARRIVED))
    assert len(tasks) == 26 and len({task.unit_id for task in tasks}) == 10
    assert {due(task, w.Limit.ACKNOWLEDGE) for task in tasks} == {"2026-03-02"}
    assert Batch.objects.count() == 1 and again(batch).stage is w.Batch.DONE
    assert Notice.objects.filter(action="hand_over", person_id=world.deputy.person).count() == 20
    roles = {name: roles_of(world, batch, name) for name in ("FGW", "JTT", "CZT")}
    assert len(roles["FGW"]) == 7 and C not in roles["FGW"]
    assert roles["JTT"] == [L, C] and roles["CZT"] == [C, C]

    with at("2026-03-02"):
        for task in tasks:
            if task.unit_id != world.unit("SLT").id:
                handlings.acknowledge(by=office_of(world, task), on=task, saying=Receipt())
    slt = world.unit("SLT").office
    with at("2026-03-03"):
        waiting = lists.counters(by=slt)
        assert waiting.overdue == 2
        for task in tasks:
            if task.unit_id == world.unit("SLT").id:
                handlings.acknowledge(by=slt, on=task, saying=Receipt(objection="return", note="拟退回"))
        assert lists.counters(by=slt).overdue == 0
    on_time = [
        t for t in Handling.objects.filter(stage=w.Handling.RECEIVED) if t.received_at < last_moment(t)
    ]
    assert (len(on_time), len(tasks)) == (24, 26)
    assert {due(task, w.Limit.REPLY) for task in tasks if task.role is not C} == {"2026-05-26"}


def test_s1_6_the_agenda_lists_twenty_suggestions_and_twenty_six_tasks(world):
    """Of the meeting that hands over the batch, in one click; the text is taken for the meeting."""
    with at("2026-02-25"):
        batch = prepared(world)
        said = Calling(
            "hand_over",
            "代表建议交办会",
            clock.moment("2026-02-26T09:00"),
            "人大会议厅",
            world.head.person,
            batch=batch.id,
        )
        row = meetings.convene(by=world.clerk, on=fresh_meeting("meeting", {}, by=world.clerk), saying=said)
        found = agenda(file(row.id, by=world.clerk))
        assert found.text.splitlines() == ["通报本次交办的 20 件建议", "向 10 个单位交办 26 条任务"]
        told = as_called(file(row.id, by=world.clerk), found.text)
        meetings.convene(by=world.clerk, on=again(row), saying=read(Calling, told))
    assert again(row).agenda == found.text and again(row).batch_id == batch.id


def roles_of(world, batch, name):
    """The hand-over list of one unit: what it leads first."""
    return [line.role for line in unit_list(again(batch), world.unit(name).id, by=world.clerk).lines]


def office_of(world, task):
    return next(unit.office for unit in world.units.values() if unit.id == task.unit_id)


def last_moment(task):
    return Deadline.objects.get(holder_id=task.id, limit=w.Limit.ACKNOWLEDGE).due_at
