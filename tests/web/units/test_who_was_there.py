"""Who of the unit met the deputy, and at what level: picked by name, shown to the deputy before anything is confirmed."""

from build import at
from jianyi.cases.models import Contact
from jianyi.procedure.words import Role


def form(world, **told):
    return {
        "phase": "before", "mode": "phone", "occurred_at": "2026-03-04T09:00", "deputies": world.deputy.person,
        "summary": "说明思路", "key": "k", "seen": "0",
    } | told  # fmt: skip


def recorded(world, sign_in, **told):
    with at("2026-02-26"):
        task = world.routed(world.handed_over(("NYT", Role.SOLE))[0])
    with at("2026-03-04T10:00"):
        officer = sign_in(None, world.unit("NYT").officer)
        there = f"/handlings/{task.id}/contact/"
        return task, officer.get(there).content.decode(), officer.post(there, form(world, **told))


def test_the_deputy_reads_who_it_was_and_the_level_that_follows(world, sign_in):
    nyt = world.unit("NYT")
    task, page, answer = recorded(world, sign_in, present=[nyt.leader.person, nyt.officer.person])
    assert answer.status_code == 302 and Contact.objects.get().level == "leader"
    assert f'name="present" value="{nyt.officer.person}" checked' in page, (
        "who records it was there, as a rule"
    )
    assert f'name="present" value="{nyt.leader.person}">' in page
    assert f'value="{world.unit("FGW").officer.person}"' not in page
    with at("2026-03-04T11:00"):
        for reader in (world.deputy, nyt.office, world.clerk):
            shown = sign_in(None, reader).get(f"/suggestions/{task.root_id}/").content.decode()
            assert f"{nyt.leader.name}（分管领导）" in shown and "据填报" not in shown
        told = sign_in(None, world.deputy).get(f"/suggestions/{task.root_id}/").content.decode()
        assert "<dt>沟通层级</dt><dd>分管领导</dd>" in told and "confirm" in told


def test_what_is_only_stated_is_shown_as_stated(world, sign_in):
    task, _, answer = recorded(world, sign_in, staff="某某（副厅长）", level="leader")
    assert answer.status_code == 302
    with at("2026-03-04T11:00"):
        told = sign_in(None, world.deputy).get(f"/suggestions/{task.root_id}/").content.decode()
    assert "<dt>沟通层级</dt><dd>分管领导（据填报）</dd>" in told and "某某（副厅长）" in told


def test_a_claim_without_a_name_is_refused_and_what_was_typed_stays(world, sign_in):
    _, _, answer = recorded(world, sign_in, level="leader")
    told = answer.content.decode()
    assert answer.status_code == 409 and "请写明本单位谁参加了沟通" in told and "说明思路" in told
    assert 'name="level" value="leader" checked' in told and not Contact.objects.exists()


def test_the_register_tells_a_handful_without_a_percentage(world, sign_in):
    recorded(world, sign_in, present=[world.unit("NYT").officer.person])
    with at("2026-03-04T11:00"):
        page = sign_in(None, world.unit("NYT").office).get("/unit/").content.decode()
    assert '见面覆盖 <span class="num">0 / 1 名</span>' in page and "0.00%" not in page
