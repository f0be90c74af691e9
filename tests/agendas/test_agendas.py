"""Agendas made from what is on record: of a hand-over meeting and of a progress meeting (F28; 源 W1; stories S1.6, S8.8, S10.5)."""

import pytest

from build import again, at
from driving import client_of
from gathering import Gatherings
from jianyi.agendas.queries.agendas import agenda, may_use, sheet
from jianyi.cases.commands import batches
from jianyi.fieldwork.commands import meetings
from jianyi.fieldwork.fresh import fresh
from jianyi.fieldwork.models import Meeting
from jianyi.fieldwork.queries.meetings import file
from jianyi.kit import clock
from jianyi.parties import commands as parties
from jianyi.parties.models import Person
from jianyi.parties.queries import actor
from jianyi.procedure.facts.said import Calling, UnitRules
from jianyi.procedure.words import Duty, Role
from jianyi.web.desk import _attended
from supervising import Topics


def part(found, key):
    return next(each for each in found.parts if each.key == key)


@pytest.fixture
def fgw(world):
    return Gatherings(world, "FGW")


@pytest.fixture
def tasks(world):
    with at("2026-02-26"):
        return [
            world.routed(world.handed_over(("FGW", Role.SOLE), title=f"关于项目{n}的建议")[0], "FGW")
            for n in range(2)
        ]


def progress(fgw, day, **told):
    plain = {
        "kind": "progress",
        "title": f"{day}调度会",
        "starts_at": clock.moment(f"{day}T14:00"),
        "agenda": "",
    }
    return fgw.called(**(plain | told))


def test_a_progress_meeting_hears_what_lags_what_is_key_what_was_decided_and_what_is_disputed(
    world, fgw, tasks
):
    key = Topics(world)
    with at("2026-03-12"):
        key.listed(tasks[0])
        first = progress(fgw, "2026-03-12")
    with at("2026-03-12T18:00"):
        held = fgw.held(first, fgw.unit.leader)
        fgw.decided(held, fgw.unit.head, "补齐办理计划", "2026-03-20")
        fgw.settled(held)
    with at("2026-03-04"):
        world.approved(tasks[1], "FGW", "JTT")
    with at("2026-03-25"):
        second = progress(fgw, "2026-03-26")
        found = agenda(file(second.id, by=fgw.unit.office))
        assert part(found, "carried").rows == (("补齐办理计划", "FGW处长", "3 月 20 日", "逾期"),)
        assert part(found, "carried").note == "已落实 0/1"
        late = part(found, "slow")
        assert {row[2] for row in late.rows} and all("FGW" in row[3] for row in late.rows)
        assert [row[3:5] for row in part(found, "key").rows] == [("裴长松", "未定")]
        assert [row[2] for row in part(found, "apart").rows] == ["申请退回，建议改由JTT办理"]
        assert part(found, "leaders").rows[1][0] == "FGW副厅长" and part(found, "leaders").rows[1][2] == "1/2"
        assert found.text.splitlines()[0] == "听取上次会议议定事项的落实情况（已落实 0/1）"
        assert "听取重点督办 1 件的办理进展" in found.text and "领导" not in found.text


def test_what_is_about_to_be_due_hangs_on_the_days_that_are_asked_for(world, fgw, tasks):
    with at("2026-05-04"):
        row = progress(fgw, "2026-05-06")
        seen = file(row.id, by=fgw.unit.office)
        assert agenda(seen).soon == 14
        assert "答复代表" not in {cells[2] for cells in part(agenda(seen), "soon").rows}
        told = {cells[2] for cells in part(agenda(seen, soon=30), "soon").rows}
        assert "答复代表" in told and not any("逾期" in each for each in told), "what is to come is not late"
        assert part(agenda(seen, soon=30), "soon").of > part(agenda(seen), "soon").of
        assert agenda(seen, soon=10_000).soon == 14


def test_a_hand_over_meeting_of_the_congress_lists_its_batch_and_last_years_promises(world):
    with at("2026-02-25"):
        cases = [world.proposed(("FGW", Role.LEAD), ("JTT", Role.CO)), world.proposed(("NYT", Role.SOLE))]
        batch = world.batch(*cases)
        said = Calling(
            "hand_over",
            "代表建议交办会",
            clock.moment("2026-02-26T09:00"),
            "人大会议厅",
            world.head.person,
            batch=batch.id,
        )
        row = meetings.convene(by=world.clerk, on=fresh("meeting", {}, by=world.clerk), saying=said)
        before = agenda(file(row.id, by=world.clerk))
        assert (part(before, "items").of, part(before, "tasks").of) == (2, 3), "as it would be handed over"
    with at("2026-02-26"):
        batches.hand_over(by=world.head, on=batch)
        found = agenda(file(row.id, by=world.clerk))
        assert found.text.splitlines()[:2] == ["通报本次交办的 2 件建议", "向 3 个单位交办 3 条任务"]
        assert "合计 3 项任务" in part(found, "items").note
        assert ("JTT", "1", "0", "1", "0") in part(found, "tasks").rows
        assert part(found, "promised").title == "2025 年到期的承诺" and part(found, "promised").told == ""


def test_a_units_own_hand_over_meeting_lists_its_tasks_by_division(world, fgw, tasks):
    with at("2026-03-02"):
        row = progress(fgw, "2026-03-02", kind="hand_over")
        found = agenda(file(row.id, by=fgw.unit.office))
        assert part(found, "items").of == 2 and part(found, "tasks").rows == (("FGW一处（单办）", "2"),)


def test_nobody_else_has_the_agenda_and_other_meetings_have_none(world, fgw, tasks):
    with at("2026-03-25"):
        row = progress(fgw, "2026-03-26", guests=(fgw.unit.officer.person,))
        assert agenda(file(row.id, by=fgw.unit.officer)) is None, "who was invited does not hold it"
        other = fgw.called(starts_at=clock.moment("2026-04-16T14:30"))
        assert agenda(file(other.id, by=fgw.unit.office)) is None


def test_the_text_is_edited_taken_and_stands_in_the_minutes(world, fgw, tasks):
    with at("2026-03-25"):
        row = progress(fgw, "2026-03-26", guests=(fgw.unit.officer.person,))
        browser = client_of(fgw.unit.office)
        page = browser.get(f"/meetings/{row.id}/agenda/").content.decode()
        assert "由数据生成议程" in page and "逐项研究滞后的" in page
        answer = browser.post(
            f"/meetings/{row.id}/agenda/",
            {"agenda": "一、听取进展\n二、研究分歧", "seen": row.version, "key": "a"},
        )
        assert (
            answer.status_code == 302
            and Meeting.objects.get(id=row.id).agenda == "一、听取进展\n二、研究分歧"
        )
        told = client_of(fgw.unit.office).get(f"/api/v1/meetings/{row.id}/agenda").json()
        assert told["standing"].startswith("一、") and "滞后" in told["text"]
        assert client_of(fgw.unit.officer).get(f"/meetings/{row.id}/agenda/").status_code == 404
        stale = browser.post(
            f"/meetings/{row.id}/agenda/", {"agenda": "另一份", "seen": row.version, "key": "b"}
        )
        assert stale.status_code == 409 and "另一份" in stale.content.decode(), "what was typed is kept"
        paper = sheet(file(row.id, by=fgw.unit.office), agenda(file(row.id, by=fgw.unit.office)))
        assert any("听取进展" in getattr(block, "text", "") for block in paper.blocks)
        assert browser.get(f"/meetings/{row.id}/agenda.docx").status_code == 200
    with at("2026-03-26T18:00"):
        held = fgw.held(row, fgw.unit.leader)
        assert not may_use(file(held.id, by=fgw.unit.office))
        assert browser.post(f"/meetings/{row.id}/agenda/", {"agenda": "改"}).status_code == 404
        page = browser.get(f"/meetings/{row.id}/agenda/").content.decode()
        assert "议程不再改动" in page and "不是开会时的" in page and "采用后替换" not in page
        fgw.settled(held)
    assert again(row).agenda.startswith("一、")


def test_a_unit_may_ask_more_of_its_leaders_than_the_place_and_never_less(world, fgw):
    """1/2 by the place; 1/3 by the unit's own rule; a smaller number changes nothing."""
    with at("2026-05-12"):
        row = progress(fgw, "2026-05-12")
    with at("2026-05-12T18:00"):
        fgw.held(row, fgw.unit.leader)
    with at("2026-06-15"):
        shares = {share.kind: (share.n, share.of, share.lacking) for share in _attended(fgw.unit.leader)}
        assert shares == {"hand_over": (0, 1, 1), "progress": (1, 2, 1)}
        for own, of in ((3, 3), (1, 2)):
            said = UnitRules(progress_meetings=own)
            parties.set_rules(by=fgw.unit.office, on=again(fgw.unit.organisation), saying=said)
            assert {share.kind: share.of for share in _attended(fgw.unit.leader)}["progress"] == of
        assert _attended(fgw.unit.office) == []


def test_an_agenda_that_is_too_long_is_refused_in_words(world, fgw, tasks):
    with at("2026-03-25"):
        row = progress(fgw, "2026-03-26")
        client = client_of(fgw.unit.office)
        told = client.post(f"/meetings/{row.id}/agenda/", {"agenda": "议" * 20_001, "seen": row.version})
        assert told.status_code == 409 and "太长" in told.content.decode()
        assert again(row).agenda == ""


def test_who_holds_a_joint_meeting_does_not_read_what_the_other_house_decided_before(world, fgw, tasks):
    jtt = world.unit("JTT")
    with at("2026-03-12"):
        first = progress(fgw, "2026-03-12")
    with at("2026-03-12T18:00"):
        held = fgw.held(first, fgw.unit.leader)
        fgw.decided(held, fgw.unit.head, "补齐办理计划", "2026-03-20")
        fgw.settled(held)
    with at("2026-03-25"):
        second = progress(fgw, "2026-03-26", units=(jtt.id,))
        assert part(agenda(file(second.id, by=fgw.unit.office)), "carried").of == 1
        theirs = agenda(file(second.id, by=jtt.office))
        assert theirs is None or part(theirs, "carried").of == 0


def test_an_agenda_tells_of_the_house_that_meets_alone(world, fgw, tasks):
    """Also to who holds a post in another one as well."""
    czt = Gatherings(world, "CZT")
    office = czt.unit.office
    with at("2026-03-25"):
        row = progress(czt, "2026-03-26")
        world.appoint(office, fgw.unit.organisation, Duty.UNIT_OFFICE)
        both = actor(Person.objects.get(id=office.person))
        names = {cells[0] for cells in part(agenda(file(row.id, by=both)), "leaders").rows}
        assert names and all(name.startswith("CZT") for name in names)
