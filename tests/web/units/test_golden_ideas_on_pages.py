"""What becomes of a golden idea, on the pages of those who say it and of those who are told."""

import pytest

from build import again, at
from jianyi.cases.commands import handlings
from jianyi.cases.models import Contact, Idea
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Met


SLOPE = "按坡度<分级>补贴"
TOLD = "按坡度&lt;分级&gt;补贴"


@pytest.fixture
def idea(world):
    with at("2026-03-04"):
        task = world.routed(world.handed_over()[0])
        said = Met(
            "before", "phone", clock.now(), "", (world.deputy.person,), (), "经办人", "说明思路", "", SLOPE
        )
        row = handlings.record_contact(by=world.unit("NYT").officer, on=Contact.of(task), saying=said)
        handlings.confirm_contact(by=world.deputy, on=row)
    return Idea.objects.get()


def test_the_officer_says_on_the_page_of_the_case_what_becomes_of_it(world, idea, reader):
    nyt = world.unit("NYT")
    officer, here = reader(nyt.officer), f"/suggestions/{idea.root_id}/"
    with at("2026-03-20"):
        page = officer.get(here).content.decode()
        assert f'id="idea-{idea.id}"' in page and TOLD in page and "待研究" in page
        assert f"/act/idea/{idea.id}/study/" in page and f"/act/idea/{idea.id}/set_aside/" in page
        officer.get(f"/act/idea/{idea.id}/study/")
        refused = officer.press("go", reason=" ")
        assert refused.status_code == 409 and "请写明由谁研究" in officer.text
        officer.press("go", reason="推广处研究，4 月底前有结果")
    assert again(idea).stage is w.Idea.STUDIED
    with at("2026-04-20"):
        officer.get(f"/act/idea/{idea.id}/take_up/")
        refused = officer.press("go", landing="project", title="", document="分级补贴通知")
        assert refused.status_code == 409 and 'value="分级补贴通知"' in officer.text
        assert 'value="project" checked' in officer.text and "现在的去向" in officer.text
        officer.press("go", landing="project", title="丘陵农机工程", document="分级补贴通知")
    for by in (world.deputy, world.clerk, nyt.office):
        page = reader(by).get(here).content.decode()
        assert "已采纳→《分级补贴通知》" in page and "列入重点工程：丘陵农机工程" in page, by.name
    told = reader(world.deputy).get("/notices/").content.decode()
    assert "金点子已采纳" in told and "金点子已列入研究" in told
    assert "/act/idea/" not in reader(world.deputy).get(here).content.decode()


def test_rubbish_in_the_choice_is_refused_and_kept(world, idea, reader):
    officer = reader(world.unit("NYT").officer)
    officer.get(f"/act/idea/{idea.id}/take_up/")
    refused = officer.press("go", landing="moon", title="农机" * 200, document="")
    assert refused.status_code == 409 and "农机农机" in officer.text
    assert again(idea).stage is w.Idea.NOTED


def test_a_house_lists_its_ideas_by_what_became_of_them(world, idea, reader):
    office = reader(world.unit("NYT").office)
    page = office.get("/unit/ideas/").content.decode()
    assert TOLD in page and f"/suggestions/{idea.root_id}/#idea-{idea.id}" in page
    assert TOLD in office.get("/unit/ideas/?stage=noted").content.decode()
    assert "没有金点子" in office.get("/unit/ideas/?stage=taken_up").content.decode()
    assert TOLD in office.get("/unit/ideas/?stage=rubbish").content.decode()
    assert TOLD not in reader(world.unit("JTT").office).get("/unit/ideas/").content.decode()
    assert TOLD not in reader(world.deputy).get("/unit/ideas/").content.decode()
