"""Each sitting begins with 0001: a line of the push list is about one suggestion, and says which where two have its number."""

import pytest

from build import again, at
from circulating import of_government, phrasing, pushed
from jianyi.cases.models import Suggestion
from jianyi.circulars.commands import circulars
from jianyi.circulars.models import Circular
from jianyi.parties.models import Sitting
from jianyi.procedure import words as w
from jianyi.procedure.words import Role
from jianyi.web.circulars.circulars import _proposed


LINE = "{} = 没有沟通 = 与代表见面 = NYT 综合处 = 2026-04-10"


@pytest.fixture
def government(world):
    return of_government(world)


@pytest.fixture
def both(world):
    """0001 of this sitting, and 0001 of the one before."""
    with at("2026-02-26"):
        (now,), (earlier,) = (
            world.handed_over(("NYT", Role.SOLE), title=title) for title in ("本次的", "上次的")
        )
    before = Sitting.objects.create(
        congress_id=world.congress.id,
        root_id=world.congress.id,
        stage=w.Sitting.CLOSED,
        label="上一次会议",
        term=1,
        nth=1,
    )
    Suggestion.objects.filter(id=earlier.root_id).update(sitting_id=before.id, number=now.root.number)
    return again(now), again(earlier)


def test_a_line_says_of_which_sitting_it_is(world, government, both, refused):
    now, earlier = both
    no = now.root.no
    with at("2026-04-01"):
        row = government.drawn()
        told = refused(
            "CHECKLIST_UNMET",
            circulars.write,
            by=government.by,
            on=again(row),
            saying=phrasing(LINE.format(no)),
        ).reasons[0]
        assert f"“上一次会议 {no}”" in told and f"“{now.root.sitting.label} {no}”" in told
        assert {line.split(" = ")[0] for line in _proposed(again(row)).splitlines()} == {
            f"上一次会议 {no}", f"{now.root.sitting.label} {no}"
        }  # fmt: skip
        lines = [LINE.format(f"上一次会议  {no}"), LINE.format(f"{now.root.sitting.label} {no}")]
        government.written(row, *lines)
        circulars.present(by=government.by, on=again(row))
        circulars.approve(by=government.approver, on=again(row))
        row = circulars.sign(by=government.by, on=again(row))
    assert [(pushed(row, nth).suggestion_id, pushed(row, nth).no) for nth in (1, 2)] == [
        (earlier.root_id, no), (now.root_id, no)
    ]  # fmt: skip


def test_facts_of_an_earlier_edition_are_read(world, government, both):
    """Keyed by the printed number: what was frozen so is pushed forward so."""
    now, _ = both
    with at("2026-04-01"):
        row = government.drawn()
        facts = again(row).facts | {"cases": {now.root.no: str(now.root_id)}}
        Circular.objects.filter(id=row.id).update(facts=facts)
        government.written(row, LINE.format(now.root.no))
        circulars.present(by=government.by, on=again(row))
        circulars.approve(by=government.approver, on=again(row))
        row = circulars.sign(by=government.by, on=again(row))
    assert pushed(row).suggestion_id == now.root_id


def test_what_no_longer_fits_what_was_drawn_anew_is_not_presented(world, government, refused):
    with at("2026-02-26"):
        world.handed_over(("SHT", Role.SOLE))
    with at("2026-03-10"):
        (late,) = world.handed_over(("NYT", Role.SOLE))
    with at("2026-04-01"):
        row = government.written(government.drawn(), LINE.format(late.root.no))
        government.drawn("2026-03-05", on=again(row))
        told = refused("CHECKLIST_UNMET", circulars.present, by=government.by, on=again(row)).reasons
        assert any("重新取数以后，推进清单第 1 行" in each for each in told)
