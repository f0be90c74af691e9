"""The workbench: units are proposed singly and in bulk, cases are merged, and the head hands one over."""

import pytest

from build import again, at
from jianyi.cases.commands import suggestions
from jianyi.cases.models import Claim, Handling
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Offer
from jianyi.procedure.words import Role


@pytest.fixture(autouse=True)
def before_the_hand_over():
    with at("2026-02-10"):
        yield


def proposal(*rows, **more):
    told = {"act": "propose", "key": "k1", "unit": [str(unit.id) for unit, _, _ in rows], **more}
    for unit, role, scope in rows:
        told |= {f"role-{unit.id}": role, f"scope-{unit.id}": scope}
    return told


def test_it_is_for_the_office(world, browser):
    case = world.registered()
    page = browser(world.clerk).get("/workbench/")
    assert page.status_code == 200 and case.title in page.content.decode()
    assert browser(world.unit("NYT").office).get("/workbench/").status_code == 403
    assert browser(world.clerk).get("/workbench/123/").status_code == 404
    assert "没有等待分办" not in page.content.decode()


def test_claims_wishes_and_a_found_unit_stand_side_by_side(world, browser):
    fgw, jtt, ajt = world.unit("FGW"), world.unit("JTT"), world.unit("AJT")
    case = world.registered(wished_units=(jtt.id,))
    suggestions_claim(world, fgw, case, leads=True, reason="涉及多式联运")
    page = browser(world.office).get(f"/workbench/{case.id}/?q=AJ").content.decode()
    assert "愿牵头主办" in page and "涉及多式联运" in page and "代表希望" in page
    assert f'name="add" value="{ajt.id}"' in page
    assert f'name="role-{fgw.id}"' in page and f'name="role-{jtt.id}"' in page


def suggestions_claim(world, unit, case, *, leads, reason):
    return suggestions.claim(by=unit.office, on=Claim.of(case, unit_id=unit.id), saying=Offer(leads, reason))


def test_looking_for_a_unit_loses_nothing(world, browser):
    fgw, jtt = world.unit("FGW"), world.unit("JTT")
    case = world.registered()
    told = proposal((fgw, "lead", ""), note="拟由发改委牵头") | {"act": "search", "q": "JT"}
    page = browser(world.clerk).post(f"/workbench/{case.id}/", told).content.decode()
    assert (
        'value="lead" checked' in page and "拟由发改委牵头" in page and f'name="add" value="{jtt.id}"' in page
    )
    told = proposal((fgw, "lead", "")) | {"act": "", "add": str(jtt.id)}
    page = browser(world.clerk).post(f"/workbench/{case.id}/", told).content.decode()
    assert f'name="unit" value="{jtt.id}"' in page and 'value="co" checked' in page
    assert again(case).stage is w.Suggestion.REGISTERED


def test_a_lead_and_one_that_helps_are_proposed(world, browser):
    fgw, jtt = world.unit("FGW"), world.unit("JTT")
    case = world.registered()
    answer = browser(world.office).post(
        f"/workbench/{case.id}/", proposal((fgw, "lead", ""), (jtt, "co", "航道"))
    )
    assert answer.status_code == 302
    named = {h.unit_id: h.role for h in Handling.objects.filter(root_id=case.id)}
    assert named == {fgw.id: Role.LEAD, jtt.id: Role.CO} and again(case).stage is w.Suggestion.PROPOSED


def test_what_does_not_fit_is_refused_and_kept(world, browser):
    fgw, jtt = world.unit("FGW"), world.unit("JTT")
    case = world.registered()
    told = proposal((fgw, "separate", ""), (jtt, "separate", "骨干渠系"))
    answer = browser(world.clerk).post(f"/workbench/{case.id}/", told)
    page = answer.content.decode()
    assert answer.status_code == 409 and "须写明每个单位的承办内容" in page and "骨干渠系" in page
    assert not Handling.objects.filter(root_id=case.id).exists()


def test_in_bulk_the_rest_goes_on(world, browser):
    world.unit("NYT")
    good, gone = world.registered(), world.proposed(("SLT", Role.SOLE))
    suggestions.hand_over(by=world.head, on=gone)
    told = {"act": "bulk", "key": "k", "unit_name": "NYT", "picked": [str(good.id), str(gone.id)]}
    answer = browser(world.clerk).post("/workbench/", told)
    page = answer.content.decode()
    assert answer.status_code == 200 and "1 条没有办成" in page and gone.no in page
    assert again(good).stage is w.Suggestion.PROPOSED
    assert Handling.objects.get(root_id=good.id).unit_id == world.unit("NYT").id


def test_in_bulk_without_a_unit_nothing_happens(world, browser):
    case = world.registered()
    answer = browser(world.clerk).post(
        "/workbench/", {"act": "bulk", "unit_name": "没有的厅", "picked": [str(case.id)]}
    )
    assert answer.status_code == 409 and again(case).stage is w.Suggestion.REGISTERED


def test_one_is_merged_into_another(world, browser):
    main, other = world.registered(), world.registered()
    client = browser(world.clerk)
    told = {"act": "merge", "key": "k1", "into_no": main.no, "reason": "同一事项"}
    assert client.post(f"/workbench/{main.id}/", told).status_code == 409
    assert client.post(f"/workbench/{other.id}/", told | {"into_no": "9999"}).status_code == 409
    assert client.post(f"/workbench/{other.id}/", told | {"key": "k2"}).status_code == 302
    assert again(other).stage is w.Suggestion.MERGED and again(other).merged_into_id == main.id


def test_only_the_head_hands_over(world, browser):
    case = world.proposed(("NYT", Role.SOLE))
    action = f"/act/suggestion/{case.id}/hand_over/"
    assert action not in browser(world.clerk).get(f"/workbench/{case.id}/").content.decode()
    page = browser(world.head).get(f"/workbench/{case.id}/").content.decode()
    assert action in page and "再看看" in page
    assert browser(world.head).post(action, {"key": "k", "next": "/workbench/"}).status_code == 302
    assert again(case).stage is w.Suggestion.HANDED_OVER


def test_the_number_of_queries_does_not_grow(world, browser, django_assert_max_num_queries):
    client = browser(world.clerk)
    first = world.registered()
    for _ in range(4):
        suggestions_claim(world, world.unit("NYT"), world.registered(), leads=True, reason="")
    client.get("/workbench/")
    with django_assert_max_num_queries(60) as few:
        client.get(f"/workbench/{first.id}/")
    most = len(few)
    for _ in range(10):
        suggestions_claim(world, world.unit("SLT"), world.proposed(("NYT", Role.SOLE)), leads=True, reason="")
    with django_assert_max_num_queries(most):
        client.get(f"/workbench/{first.id}/")
