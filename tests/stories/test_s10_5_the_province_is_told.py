"""S10.5 (its circular and its register): twenty suggestions with eleven units, the government's circular of March with exact figures, and
the register of a unit filtered to one division's late ones. What led up to it has stories of its own and goes straight."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from build import again, at
from circulating import of_government, pushed, reached, read
from driving import client_of
from jianyi.cases.commands import handlings, plans
from jianyi.cases.models import Handling, Milestone, Plan
from jianyi.circulars.models import Circular
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Planning, Receipt, Setting, Team
from jianyi.procedure.words import Duty, Kind, Role
from jianyi.turn.door import Command


STRAIGHT = Command.__call__
LEAD, CO, SOLE, SEPARATE = Role.LEAD, Role.CO, Role.SOLE, Role.SEPARATE
TWENTY = (
    (("JTT", LEAD), ("CZT", CO), ("YPS", CO)), (("NYT", SOLE),), (("SLT", SOLE),), (("WJW", LEAD), ("CZT", CO)), (("SHT", LEAD), ("GAT", CO)),
    (("SHT", SOLE),), *[(("WLT", SOLE),)] * 6, (("FGW", LEAD), ("JTT", CO)), *[(("FGW", SOLE),)] * 6, (("NYT", SEPARATE), ("SLT", SEPARATE)),
)  # fmt: skip
# Opinions that came, by number and unit; that of CZT on 0001 did not.
OPINIONS = {
    (1, "YPS"): "2026-03-20",
    (5, "GAT"): "2026-03-24",
    (4, "CZT"): "2026-03-25",
    (13, "JTT"): "2026-03-25",
}
LATE = 14


@pytest.fixture
def energy(world):
    """能源处 of FGW: its head and its officer."""
    with at("2026-01-21"):
        where = world.organisation("能源处", Kind.DIVISION, world.unit("FGW").organisation)
        return (
            where,
            world.person("祁大川", (where, Duty.DIVISION_HEAD)),
            world.person("能源处经办", (where, Duty.OFFICER)),
        )


@pytest.fixture
def march(world, energy, monkeypatch):
    """(number, unit) → task, as the province stood at the end of March."""
    government = of_government(world)
    with monkeypatch.context() as patch:
        patch.setattr(Command, "__call__", STRAIGHT)
        return government, the_month(world, energy)


def the_month(world, energy):
    with at("2026-02-26"):
        tasks = {
            (number, name): task
            for number, units in enumerate(TWENTY, start=1)
            for (name, _), task in zip(units, world.handed_over(*units, title=f"第{number}件"), strict=True)
        }
    with at("2026-02-27"):
        for (number, name), task in tasks.items():
            handlings.acknowledge(by=world.unit(name).office, on=task, saying=Receipt())
            if number != 3:
                handlings.route(
                    by=world.unit(name).office, on=again(task), saying=team_of(world, name, number, energy)
                )
    with at("2026-03-05"):
        request = world.approved(again(tasks.pop((3, "SLT"))), "SLT", "ZJT")
        for (number, name), task in tasks.items():
            if number != LATE and not again(task).advises:
                contacted(world, task, name, energy)
        with_a_plan(tasks[LATE, "FGW"], energy)
    with at("2026-03-10"):
        from jianyi.procedure.facts.said import Reassigning

        handlings.grant_return(by=world.office, on=request, saying=Reassigning(world.unit("ZJT").id, "同意"))
        tasks[3, "ZJT"] = world.routed(
            Handling.objects.get(root_id=request.root_id, unit_id=world.unit("ZJT").id), "ZJT"
        )
    with at("2026-03-18"):
        contacted(world, tasks[3, "ZJT"], "ZJT", energy)
    for key, day in OPINIONS.items():
        with at(day):
            world.sent(world.working(again(tasks[key]), key[1]), key[1])
    with at("2026-03-23"):
        contacted(world, tasks[LATE, "FGW"], "FGW", energy)
    return tasks


def team_of(world, name, number, energy):
    where, head, officer = energy
    unit = world.unit(name)
    return (
        Team(unit.leader.person, head.person, officer.person, where.id)
        if number in (LATE, LATE + 1)
        else unit.team
    )


def contacted(world, task, name, energy):
    task = again(task)
    by = energy[2] if task.division_id == energy[0].id else None
    said = world.met(task, name, by=by)
    handlings.confirm_contact(by=world.deputy, on=said)


def with_a_plan(task, energy):
    plan = plans.draw_up(by=energy[2], on=Plan.of(again(task)), saying=Planning("逐件办理", "专班推进"))
    plans.set_milestone(
        by=energy[2],
        on=Milestone.in_plan(plan),
        saying=Setting("调研测算", date(2026, 3, 27), energy[2].person),
    )


def test_s10_5_the_circular_of_march_and_the_register_of_one_division(world, march, energy):
    government, tasks = march
    with at("2026-04-01T00:30"):
        line = "0001 = 会办意见没有送出 = 送出会办意见 = CZT 预算处 金衡 = 2026-04-03"
        row = government.issued(line)
        totals = {label: (n, of) for label, n, of in row.facts["totals"]}
        assert row.facts["tasks"] == 26 and row.as_of_told == "2026年3月31日24:00"
        assert totals["签收"] == (26, 26)
        assert totals["首次沟通（主办、单办、分别办理）"] == (21, 21) and totals["首次沟通按期"] == (20, 21)
        assert totals["会办意见按期"] == (4, 5) and totals["答复（主办、单办、分别办理）"] == (0, 21)
        assert ("0001", "CZT", "会办意见") in {
            (each["no"], each["name"], each["limit"]) for each in row.facts["late"]
        }
        told = client_of(government.by).get(f"/circulars/{row.id}/").content.decode()
        assert "20/21（95.24%）" in told and "4/5（80.00%）" in told and "0/21（0.00%）" in told
    with at("2026-04-01"):
        czt = world.unit("CZT")
        assert read(row, czt.id, czt.office).stage is w.Addressee.READ
    with at("2026-04-02"):
        assert reached(row, czt.office, evidence="四月一日已送会办意见").stage is w.Push.DONE
        assert again(Circular.objects.get()).facts == row.facts and pushed(row).due == date(2026, 4, 3)
    with at("2026-04-01"):
        the_register(world, tasks, energy)


def the_register(world, tasks, energy):
    """责任处=能源处 and late, kept as 「滞后件」: the spreadsheet has the one row 0014."""
    client = client_of(world.unit("FGW").office)
    asked = {
        "set": "1",
        "division": str(energy[0].id),
        "late": "yes",
        "columns": "no,title,division,late,late_days",
    }
    kept = client.post("/registers/work/layouts/", asked | {"name": "滞后件"})
    answer = client.get(kept["Location"].replace("/registers/work/?", "/registers/work.xlsx?"))
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)] == [
        ["0014", "第14件", "能源处", "计划节点", 5]
    ]
    assert sheet["A1"].value == "FGW2026年代表建议办理台账（截至2026年4月1日09:00，1件，视图：滞后件）"
    number = kept["Location"].rpartition("=")[2]
    told = client.get(f"/api/v1/registers/work?layout={number}").json()
    assert [row["cells"][0] for row in told["rows"]] == ["0014"] and told["total"] == 1
    assert tasks[LATE, "FGW"].id == int(told["rows"][0]["handling"])
