"""Everybody has the registers of what they do: which rows stand there for whom, in each of the four."""

from datetime import date

import pytest

from build import again, at
from jianyi.cases.commands import handlings, suggestions
from jianyi.cases.models import Contact
from jianyi.kit.clock import now
from jianyi.procedure.facts.said import KeyMark, Met
from jianyi.procedure.words import Duty, Kind, Role
from jianyi.registers.registers import REGISTERS, open_to
from urging import Urgings


@pytest.fixture
def scene(world):
    """NYT answers two deputies, one of them unknown outside; SHT has one of its own; NYT is urged, NYT's first reply promises."""
    other = world.a_deputy("何望川")
    committee = world.organisation("财政经济委员会", Kind.SPECIAL)
    member = world.person("顾停云", (committee, Duty.MEMBER))
    watching = Urgings(world).government()
    with at("2026-02-26"):
        (first,) = world.handed_over(("NYT", Role.SOLE))
        (second,) = world.handed_over(
            ("NYT", Role.SOLE), title="关于噪声的建议", deputy=other, confidential=True, confidential_reason="涉及本单位"
        )  # fmt: skip
        (third,) = world.handed_over(("SHT", Role.SOLE), title="关于河道的建议")
    with at("2026-03-02"):
        suggestions.mark_key(
            by=world.clerk, on=again(third.root), saying=KeyMark(date(2026, 3, 2), committee.id, "某副主任")
        )
        world.sent(world.working(again(first)), reply_class="B")
        world.met(world.routed(third, "SHT"), "SHT")
    with at("2026-03-25"):
        made = Urgings(world)
        made.house = watching_house(watching)
        made.issued(watching, way="government", unit=world.unit("NYT").id)
        yield (
            {"lead": world.deputy, "other deputy": other, "member": member, "government": watching},
            (first, second, third),
        )


def watching_house(watching):
    from jianyi.parties.models import Organisation

    return Organisation.objects.get(kind=Kind.GOVERNMENT_OFFICE, congress_id=watching.congress)


def shown(by, key):
    """Numbers of the suggestions that a register speaks of; nothing where there is no such register."""
    register = REGISTERS[key]
    if register not in open_to(by):
        return None
    asked = register.read({"part": "all"})
    lines = register.page(asked, register.chosen(["no"], by), by=by).rows
    assert len(lines) == register.count(asked, by=by).number
    return sorted({line.cells[0] for line in lines})


ROLES = {
    # register: work, pressed, contacts, promises; which of the three suggestions
    "lead": ((1, 3), None, (1, 3), (1,)),
    "other deputy": ((2,), None, (), ()),
    "member": ((3,), (), None, None),
    "government": ((1, 2, 3), (2,), (1, 3), (1,)),
    "clerk": ((1, 2, 3), (2,), (1, 3), (1,)),
    "NYT.office": ((1, 2), (2,), (1,), (1,)),
    "NYT.leader": ((1, 2), (2,), (1,), (1,)),
    "NYT.head": ((1,), (), (1,), (1,)),
    "NYT.officer": ((1,), (), (1,), (1,)),
    "SHT.office": ((3,), (), (3,), ()),
    "SHT.officer": ((3,), (), (3,), ()),
    "CZT.office": ((), (), (), ()),
}


def reader(world, people, name):
    if name in people:
        return people[name]
    unit, _, seat = name.partition(".")
    return getattr(world.unit(unit), seat) if seat else world.clerk


def test_who_has_which_rows(world, scene):
    people, tasks = scene
    nos = [task.root.no for task in tasks]
    for name, wanted in ROLES.items():
        by = reader(world, people, name)
        told = tuple(shown(by, key) for key in REGISTERS)
        expected = tuple(None if each is None else sorted(nos[n - 1] for n in each) for each in wanted)
        assert told == expected, name


def test_a_deputy_reads_what_the_page_of_the_suggestion_tells_and_no_more(world, scene):
    people, (first, second, _) = scene
    work = REGISTERS["work"]
    keys = [
        "no",
        "lead",
        "unit",
        "stage",
        "mark",
        "before_mode",
        "division",
        "officer",
        "milestones",
        "step",
        "urged",
        "trips",
        "co_state",
    ]

    def lines(by, **asked):
        return [line.cells for line in work.page(work.read(asked), work.chosen(keys, by), by=by).rows]

    told = lines(people["lead"], words=first.root.no)
    assert told == [(first.root.no, "周知远", "NYT", "已送达", "B", "电话", "已送达")], (
        "the rest are no columns of theirs"
    )
    assert lines(people["other deputy"])[0][:3] == (second.root.no, "何望川", "NYT"), (
        "one's own name is no secret"
    )
    nyt = world.unit("NYT")
    everything = lines(people["lead"])
    for asked in ({"division": nyt.division.id}, {"responsible": nyt.officer.person}):
        assert lines(people["lead"], **asked) == everything, "what is not told is not found out by asking"
    assert work.parts(work.read({}), "division", by=people["lead"]) == []
    assert [part.rows for part in work.parts(work.read({}), "unit", by=people["lead"])] == [1, 1]


def test_a_reply_that_waits_to_be_handed_on_is_not_yet_the_deputys(world, scene):
    people, (_, second, _) = scene
    work = REGISTERS["work"]
    other = people["other deputy"]
    task = world.routed(again(second))
    said = Met(phase="before", mode="phone", occurred_at=now(), summary="说明思路", deputies=(other.person,))
    talk = handlings.relay_contact(by=world.clerk, on=Contact.of(task), saying=said)
    handlings.confirm_contact(by=other, on=talk)
    world.sent(handlings.begin(by=world.unit("NYT").officer, on=again(task)))

    def found(by):
        lines = work.page(work.read({"mark": "A"}), work.chosen(["no", "mark"], by), by=by).rows
        return [line.cells for line in lines]

    assert found(world.clerk) == [(second.root.no, "A")]
    assert found(other) == [] and [each.value for each in work.parts(work.read({}), "mark", by=other)] == [""]


def test_on_pages_for_a_deputy(world, scene, sign_in):
    people, (first, _, third) = scene
    client = sign_in(None, people["lead"])
    page = client.get("/registers/").content.decode()
    assert (
        first.root.title in page
        and "督办台账" not in page
        and "本单位共享" not in page
        and "牵头处室" not in page
    )
    assert client.get("/registers/pressed/").status_code == 404
    assert third.root.title in client.get("/registers/contacts/").content.decode()
    assert "完成整治" in client.get("/registers/promises/").content.decode()
    head = client.get("/registers/work/print/").content.decode()
    assert "周知远2026年代表建议办理台账" in head


def test_who_keeps_no_notes_is_not_asked_about_them(world, scene, sign_in):
    people, _ = scene
    for by, keeps in ((people["member"], False), (people["government"], True), (world.clerk, True)):
        page = sign_in(None, by).get("/registers/work/").content.decode()
        assert ('name="noted"' in page) is keeps, by.name
