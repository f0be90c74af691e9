"""The register of contacts and that of promises: who reads which rows, what finds them, the same as a spreadsheet."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from build import again, at
from jianyi.procedure.words import Duty, Kind, Role
from jianyi.registers.queries.contacts import CONTACTS, Talks


@pytest.fixture
def talks(world):
    """One talk of NYT, one of JTT about a confidential suggestion."""
    with at("2026-02-26"):
        (first,) = world.handed_over(("NYT", Role.SOLE))
        (second,) = world.handed_over(
            ("JTT", Role.SOLE), title="关于公路的建议", confidential=True, confidential_reason="涉及本单位"
        )
    with at("2026-03-02"):
        world.met(world.routed(first))
        task = world.routed(second, "JTT")
    with at("2026-03-03"):
        return first, task


def cells(by, **asked):
    return [line.cells for line in CONTACTS.page(Talks.read(asked), CONTACTS.chosen([], by), by=by).rows]


def test_a_unit_reads_its_own_talks_and_who_watches_all(world, talks):
    nyt = world.unit("NYT")
    clerk = world.person(
        "尤敬之", (world.organisation("督查室", Kind.GOVERNMENT_OFFICE), Duty.GOVERNMENT_CLERK)
    )
    for reader in (nyt.office, nyt.officer, world.clerk, clerk):
        found = cells(reader)
        assert len(found) == 1 and found[0][0] == "0001" and found[0][5] == "电话" and "周知远" in found[0][8]
    assert cells(world.unit("JTT").office) == [] and cells(world.admin) == []


def test_conditions_narrow_and_nonsense_asks_nothing(world, talks):
    clerk = world.clerk
    assert len(cells(clerk, phase="before", mode="phone", face="no", year="2026")) == 1
    assert (
        cells(clerk, phase="after") == []
        and cells(clerk, face="yes") == []
        and cells(clerk, year="2025") == []
    )
    assert len(cells(clerk, phase="nothing", unit="²", year="x")) == 1
    assert cells(clerk, unit=str(world.unit("JTT").id)) == []


def test_as_spreadsheets(world, talks, sign_in):
    with at("2026-03-03"):
        client = sign_in(None, world.unit("NYT").office)
        assert "关于支持丘陵" in client.get("/registers/contacts/").content.decode()
        sheet = load_workbook(
            BytesIO(b"".join(client.get("/registers/contacts.xlsx").streaming_content))
        ).active
        assert sheet.max_row == 3 and sheet["A3"].value == "0001"
        assert sheet["A1"].value == "NYT2026年代表建议沟通台账（截至2026年3月3日09:00，1次，视图：当前筛选）"
        world.sent(world.working(again(talks[0])), reply_class="B")
        sheet = load_workbook(
            BytesIO(b"".join(client.get("/registers/promises.xlsx").streaming_content))
        ).active
        assert sheet.max_row == 3 and sheet["F3"].value == "完成整治" and sheet["I3"].value == "落实中"
        other = sign_in(None, world.unit("JTT").office).get("/registers/promises.xlsx")
        assert load_workbook(BytesIO(b"".join(other.streaming_content))).active.max_row == 2
