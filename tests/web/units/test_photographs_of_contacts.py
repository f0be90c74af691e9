"""A photograph taken while talking with a deputy: kept when the form is refused, shown to those who see the contact."""

from django.core.files.uploadedfile import SimpleUploadedFile

from build import again, at
from jianyi.cases.models import Attachment, Contact
from jianyi.parties import commands as parties
from jianyi.procedure.facts.said import UnitRules
from jianyi.procedure.words import Role
from pictures import png


def form(world, **told):
    return {
        "phase": "before", "mode": "meeting", "occurred_at": "2026-03-04T09:00", "where": "县政府", "deputies": world.deputy.person,
        "present": world.unit("NYT").officer.person, "summary": "说明思路", "key": "k", "seen": "0",
    } | told  # fmt: skip


def test_what_was_refused_need_not_be_chosen_again_and_the_deputy_is_shown_it(world, sign_in):
    unit = world.unit("NYT")
    with at("2026-02-26"):
        task = world.routed(world.handed_over(("NYT", Role.SOLE))[0])
    with at("2026-03-04T10:00"):
        parties.set_rules(by=unit.office, on=again(unit.organisation), saying=UnitRules(photographs=True))
        officer, there = sign_in(None, unit.officer), f"/handlings/{task.id}/contact/"
        bare = officer.post(there, form(world))
        assert bare.status_code == 409 and "须附照片" in bare.content.decode()
        refused = officer.post(
            there, form(world, summary="", pictures=[SimpleUploadedFile("面商.png", png())])
        )
        page = refused.content.decode()
        assert refused.status_code == 409 and "已收到 1 个，不用再选" in page
        number = page.split('name="photographs" value="')[1].split('"')[0]
        assert officer.post(there, form(world, photographs=number, key="k2")).status_code == 302
    row, contact = Attachment.objects.get(), Contact.objects.get()
    assert (row.subject_id, row.root_id) == (contact.id, task.root_id)
    shown = f'src="/files/{row.id}/picture/"'
    for reader in (unit.office, world.deputy, world.clerk):
        client = sign_in(None, reader)
        assert shown in client.get(f"/suggestions/{task.root_id}/").content.decode()
        assert client.get(f"/files/{row.id}/picture/").status_code == 200
    assert sign_in(None, world.unit("JTT").office).get(f"/files/{row.id}/").status_code == 404


def test_something_that_is_no_picture_is_told_at_its_field(world, sign_in):
    with at("2026-02-26"):
        task = world.routed(world.handed_over(("NYT", Role.SOLE))[0])
    with at("2026-03-04T10:00"):
        officer = sign_in(None, world.unit("NYT").officer)
        wrong = [SimpleUploadedFile("面商.jpg", b"no picture")]
        answer = officer.post(f"/handlings/{task.id}/contact/", form(world, pictures=wrong))
    assert answer.status_code == 409 and "后缀与内容不一致" in answer.content.decode()
    assert not Contact.objects.exists() and not Attachment.objects.exists()
