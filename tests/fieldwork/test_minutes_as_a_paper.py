"""The minutes of a meeting are a numbered paper once they are settled (forms.md F28): frozen, printed again as they were."""

import pytest

from build import again, at
from gathering import Gatherings
from jianyi.cases.issued.files import content, is_unchanged, on_screen
from jianyi.cases.models import Letter
from jianyi.cases.queries.letters import checked
from jianyi.documents.letters.measuring import failures
from jianyi.documents.letters.webpage import page
from jianyi.fieldwork.commands import meetings
from jianyi.fieldwork.queries import papers
from jianyi.fieldwork.queries.meetings import file
from jianyi.journal.models import Line
from jianyi.parties.models import Organisation, Person
from jianyi.procedure.facts.said import Attending, Minuting
from jianyi.procedure.words import Role
from lettering import squeezed


@pytest.fixture
def house(wlt):
    return wlt


def settled(house, kind="progress", guests=(), present=(), away=(), **told):
    unit = house.unit
    with at("2026-04-01"):
        row = house.called(
            kind=kind,
            title="四月调度会",
            agenda="通报进度\n研究难点",
            guests=tuple(one.person for one in guests),
            **told,
        )
        for one in away:
            house.excused(row, one, "去外地出差")
    with at("2026-04-16T18:00"):
        row = house.held(row, unit.leader, *present, others="专家一人")
        house.decided(row, unit.head)
        return house.settled(row)


def text_of(meeting):
    letter = Letter.objects.get(root_id=meeting.id)
    return str(page(on_screen(letter)))


def test_settled_minutes_carry_number_places_people_and_what_was_decided(house):
    unit = house.unit
    row = settled(
        house, guests=(unit.head, unit.officer, unit.principal), present=(unit.head,), away=(unit.officer,)
    )
    letter = Letter.objects.get(root_id=row.id)
    assert letter.kind == "minutes" and "建纪〔2026〕1号" in letter.number and letter.unit_id == unit.id
    told = text_of(row)
    for part in (
        "四月调度会纪要", "2026年第1次调度会", "2026年4月16日14:30", "厅三楼会议室", f"主持：</b><span>{unit.leader.name}",
        "1.通报进度。", "2.研究难点。", f"由{unit.head.name}于2026年5月29日前完成", f"{unit.officer.name}（去外地出差）",
        f"缺席：</b><span>{unit.principal.name}", "专家一人", f"记录：</b><span>{unit.office.name}", f"签发：</b><span>{unit.leader.name}",
    ):  # fmt: skip
        assert part in told, part


def test_the_next_of_its_kind_has_the_next_number_and_another_kind_its_own(house):
    assert [settled(house).nth, settled(house).nth, settled(house, "topic").nth] == [1, 2, 1]
    numbers = list(Letter.objects.order_by("id").values_list("number", flat=True))
    assert [number.rpartition("〕")[2] for number in numbers] == ["1号", "2号", "3号"]


def test_a_corrected_list_keeps_the_number_of_the_meeting(house):
    with at("2026-04-01"):
        row = house.called(kind="progress")
    with at("2026-04-16T18:00"):
        row = house.held(row, house.unit.leader)
        assert house.held(row, house.unit.leader, house.unit.head).nth == row.nth == 1


def test_it_stays_as_it_was_and_its_digest_stands_in_the_journal(house):
    row = settled(house)
    letter = Letter.objects.get(root_id=row.id)
    first = {kind: content(letter, kind, 1) for kind in ("pdf", "docx")}
    Organisation.objects.filter(id=house.unit.id).update(name="改了名的厅")
    Person.objects.filter(id=house.unit.leader.person).update(name="改了名的人")
    letter.refresh_from_db()
    assert {kind: content(letter, kind, 1) for kind in first} == first
    assert "改了名" not in squeezed(first["pdf"]) and "四月调度会纪要" in squeezed(first["pdf"])
    assert failures(first["pdf"], on_screen(letter)) == []
    line = Line.objects.get(root_id=row.id, action="settle")
    assert line.said["letter"] == letter.told and is_unchanged(letter)
    found = checked(letter.code)
    assert found.unchanged and not found.replaced and found.number == letter.number
    Letter.objects.filter(id=letter.id).update(data=letter.data | {"title": "另一份纪要"})
    assert not checked(letter.code).unchanged


def test_what_deputies_answered_stays_out_of_the_minutes_of_an_activity(house, world):
    came, away = world.a_deputy("温知"), world.a_deputy("阮清")
    told = text_of(settled(house, "face_to_face", guests=(came, away), present=(came,), away=(away,)))
    assert f"人大代表 {came.name}" in told and away.name not in told and "出差" not in told


def test_only_numbers_of_suggestions_are_named_and_no_confidential_one(house, world):
    with at("2026-02-26"):
        shown = world.handed_over(("WLT", Role.SOLE))[0].root
        hidden = world.handed_over(("WLT", Role.SOLE), confidential=True, confidential_reason="怕影响工作")[
            0
        ].root
    told = text_of(settled(house, cases=(shown.id, hidden.id)))
    assert f"第{shown.no}号" in told and shown.title not in told and f"第{hidden.no}号" not in told


def test_those_who_took_part_read_it_and_nobody_else(house, world):
    unit, deputy = house.unit, world.a_deputy("温知")
    row = settled(house, "face_to_face", guests=(deputy,), present=(deputy,))
    number = Letter.objects.get(root_id=row.id).id
    for reader in (unit.office, unit.principal, unit.leader, deputy):
        assert papers.letter(number, by=reader).id == number
        assert [each.id for each in file(row.id, by=reader).letters] == [number]
    for stranger in (unit.head, unit.officer, world.clerk, world.deputy, world.unit("NYT").office):
        assert papers.letter(number, by=stranger) is None


def test_the_congress_issues_its_own(world):
    by = world.clerk
    with at("2026-04-01"):
        house = Gatherings(world)
        said = house.calling(kind="hand_over", title="交办会", chair=by.person)
        row = meetings.convene(by=by, on=house.new(by), saying=said)
    with at("2026-04-16T18:00"):
        row = meetings.hold(by=by, on=again(row), saying=Attending((by.person,)))
        row = meetings.minute(by=by, on=again(row), saying=Minuting("部署交办工作。"))
        meetings.settle(by=by, on=again(row))
    letter = Letter.objects.get(root_id=row.id)
    assert letter.unit_id == world.committee.id and papers.letter(letter.id, by=by)
