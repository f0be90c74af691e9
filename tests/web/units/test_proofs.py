"""Files that prove: why the deputy need not see a draft, and that something was done. Whoever is inside reads them."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from build import again, at
from jianyi.cases.commands import inside, papers, plans
from jianyi.cases.models import Attachment, Charge, Collective, Consultation, Milestone, Plan
from jianyi.cases.queries.exemptions import Exempted, exempted
from jianyi.cases.queries.files import case
from jianyi.documents.store import keep
from jianyi.fieldwork.queries.meetings import file as meeting_file
from jianyi.parties import commands as parties
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Charging, Exempting, Planning, Reaching, Read, Setting, UnitRules
from pictures import jpeg, png


@pytest.fixture(autouse=True)
def stored(settings, tmp_path):
    settings.JIANYI_FILES = tmp_path


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


@pytest.fixture
def cleared(world):
    with at("2026-04-20"):
        return world.cleared(world.working(world.handed_over(points=2)[0]))


def scan(by, name="代表来信.png"):
    return keep(png(), name=name, kind="png", congress=by.congress, owner=by.person).id


def body(answer):
    return answer.content.decode()


def asked(nyt, paper, reason="代表来信：不必看稿"):
    said = Exempting(reason, (scan(nyt.officer),))
    return inside.exempt(by=nyt.officer, on=Consultation.about(paper), saying=said)


# The exemption


def test_an_exemption_is_asked_on_the_page_and_whoever_decides_sees_the_letter(nyt, cleared, sign_in):
    there = f"/act/consultation/new/exempt/?paper={cleared.id}"
    with at("2026-04-24"):
        officer, office = sign_in(None, nyt.officer), sign_in(None, nyt.office)
        assert "代表书面说明" in body(officer.get(there))
        told = {"reason": "代表来信说不必看稿", "paper": cleared.id}
        bare = officer.post(there, told)
        assert bare.status_code == 409 and "请附佐证材料" in body(bare) and "代表来信说不必看稿" in body(bare)
        letter = SimpleUploadedFile("代表来信.jpg", jpeg(secret=b"GPS 30.12N"))
        assert officer.post(there, told | {"upload": letter}).status_code == 302
        row, hung = Consultation.objects.get(), Attachment.objects.get()
        assert (hung.subject_id, hung.inside) == (row.id, nyt.organisation.id)
        for page in (f"/suggestions/{row.root_id}/", f"/act/consultation/{row.id}/approve/"):
            assert f"/files/{hung.id}/picture/" in body(office.get(page))
        assert b"GPS" not in office.get(f"/files/{hung.id}/picture/").content
        assert office.get(f"/files/{hung.id}/").status_code == 200


def test_nobody_outside_the_unit_comes_across_the_letter(world, nyt, cleared, sign_in):
    with at("2026-04-24"):
        row = asked(nyt, cleared)
        hung = Attachment.objects.get()
        for reader in (nyt.officer, nyt.office, nyt.leader, nyt.head):
            found = case(row.root_id, by=reader)
            assert found.evidence[row.id] == [hung] and not found.attachments
            (told,) = sign_in(None, reader).get(f"/api/v1/suggestions/{row.root_id}").json()["consultations"]
            assert told["attachments"] == [{"id": str(hung.id), "name": "代表来信.png"}]
        for stranger in (world.deputy, world.clerk, world.head, world.unit("JTT").office):
            client = sign_in(None, stranger)
            found = case(row.root_id, by=stranger)
            assert found is None or not (found.evidence or found.attachments)
            for there in (
                f"/files/{hung.id}/",
                f"/files/{hung.file_id}/picture/",
                f"/api/v1/files/{hung.id}",
            ):
                assert client.get(there).status_code == 404
            for there in (f"/suggestions/{row.root_id}/", f"/api/v1/suggestions/{row.root_id}"):
                assert "代表来信" not in body(client.get(there))


def test_what_another_uploaded_proves_nothing(nyt, cleared, sign_in):
    with at("2026-04-24"):
        told = {"reason": "代表来信", "paper": cleared.id, "attachments": [scan(nyt.office)]}
        answer = sign_in(None, nyt.officer).post("/act/consultation/new/exempt/", told)
        assert answer.status_code == 409 and "只能附本人上传的" in body(answer)
    assert not Consultation.objects.exists()


RUBBISH = [
    ("空.png", b"", "空"),
    ("来信.pdf", png(), "后缀"),
    ("来信.exe", b"MZ\x90\x00" * 20, ""),
    ("大.png", png()[:-12] + b"\0" * (20 * 1024 * 1024), "20 MB"),
]


@pytest.mark.parametrize(("name", "content", "said"), RUBBISH, ids=[row[0] for row in RUBBISH])
def test_rubbish_is_told_in_words_and_what_was_typed_stays(nyt, cleared, sign_in, name, content, said):
    """At the exemption and where something is done alike."""
    with at("2026-04-24"):
        node = milestone(nyt, cleared.handling)
        officer = sign_in(None, nyt.officer)
        for there, told in (
            ("/act/consultation/new/exempt/", {"reason": "代表来信，𠮷先生转交", "paper": cleared.id}),
            (f"/act/milestone/{node.id}/reach/", {"evidence": "意见已收到，𠮷先生转交"}),
        ):
            answer = officer.post(there, told | {"upload": SimpleUploadedFile(name, content)})
            assert answer.status_code == 409 and "𠮷先生转交" in body(answer)
            assert "没有办成" in body(answer) and said in body(answer)
    assert not Attachment.objects.exists() and not Consultation.objects.exists()
    assert again(node).stage is w.Milestone.SET


def test_a_name_with_a_path_and_a_rare_character_comes_in_as_its_name(nyt, cleared, sign_in):
    with at("2026-04-24"):
        told = {"reason": "代表来信", "paper": cleared.id}
        letter = SimpleUploadedFile("x.png", png())
        letter._name = "../../etc/𠮷林来信.png"
        answer = sign_in(None, nyt.officer).post("/act/consultation/new/exempt/", told | {"upload": letter})
        assert answer.status_code == 302
        hung = Attachment.objects.get()
        assert hung.name == "𠮷林来信.png"
        assert sign_in(None, nyt.office).get(f"/files/{hung.id}/").status_code == 200


# How many


def test_exemptions_are_counted_out_of_the_replies_that_were_sent(world, nyt, cleared, sign_in):
    with at("2026-04-24"):
        inside.approve_exemption(by=nyt.office, on=asked(nyt, cleared))
        assert exempted(2026, by=world.clerk) == [], "nothing has been sent yet"
        signed = papers.sign(by=nyt.leader, on=again(cleared), saying=Read())
        papers.send(by=nyt.officer, on=signed)
        world.sent(world.working(world.handed_over()[0]))
        told = [Exempted(nyt.organisation.id, nyt.organisation.name, 1, 2)]
        for reader in (world.clerk, world.head, nyt.office, nyt.leader):
            assert exempted(2026, by=reader) == told and exempted(2025, by=reader) == []
        for stranger in (world.deputy, nyt.officer, world.unit("JTT").office):
            assert exempted(2026, by=stranger) == []
            assert sign_in(None, stranger).get("/exemptions/").status_code == 403
        assert "免予看稿 1 / 2" in body(sign_in(None, nyt.office).get("/unit/year/"))
        clerk = sign_in(None, world.clerk)
        assert "免予看稿 1 / 2" in body(clerk.get("/exemptions/"))
        (row,) = clerk.get("/api/v1/exemptions").json()
        assert (row["unit"]["name"], row["n"], row["of"]) == (nyt.organisation.name, 1, 2)


def test_a_refused_exemption_is_none(world, nyt, cleared):
    with at("2026-04-24"):
        row = asked(nyt, cleared)
        inside.refuse_exemption(by=nyt.office, on=row, saying=inside.refuse_exemption.says("请送代表看稿"))
        inside.accept_draft(by=world.deputy, on=world.shown(cleared))
        papers.send(by=nyt.officer, on=papers.sign(by=nyt.leader, on=again(cleared), saying=Read()))
        assert [(told.n, told.of) for told in exempted(2026, by=world.clerk)] == [(0, 1)]


# What was done


def milestone(nyt, task):
    row = plans.draw_up(by=nyt.officer, on=Plan.of(again(task)), saying=Planning("四月征求意见", "专班"))
    said = Setting("征求农机所意见", date(2026, 4, 28), nyt.officer.person)
    return plans.set_milestone(by=nyt.officer, on=Milestone.in_plan(row), saying=said)


def charge(world, nyt, paper):
    said = world.decision("NYT", date(2026, 4, 24), hour="9:00", observers="办公室主任", digest=paper.digest)
    row = inside.decide(by=nyt.office, on=Collective.about(paper), saying=said)
    told = Charging("补充分年清单", nyt.officer.person, date(2026, 4, 28))
    return inside.charge(by=nyt.office, on=Charge.by(row), saying=told)


def test_what_shows_that_it_was_done_hangs_there_for_the_unit_alone(world, nyt, cleared, sign_in):
    with at("2026-04-24"):
        rows = [milestone(nyt, cleared.handling), charge(world, nyt, cleared)]
        officer = sign_in(None, nyt.officer)
        for row in rows:
            told = {
                "evidence": "已办妥",
                "upload": SimpleUploadedFile("回函.txt", "农机所复函".encode()),
                "pictures": SimpleUploadedFile("现场.png", png()),
            }
            there = f"/act/{type(row).__name__.lower()}/{row.id}/reach/"
            assert officer.post(there, told).status_code == 302
        case_page, api = f"/suggestions/{cleared.root_id}/", f"/api/v1/suggestions/{cleared.root_id}"
        shown, told = (
            body(sign_in(None, nyt.office).get(case_page)),
            sign_in(None, nyt.office).get(api).json(),
        )
        for row, kind in zip(rows, ("milestones", "charges"), strict=True):
            picture, paper = Attachment.objects.filter(subject_id=row.id).order_by("-name")
            assert f"/files/{picture.id}/picture/" in shown and f"/files/{paper.id}/" in shown
            assert {each["name"] for each in told[kind][0]["attachments"]} == {"回函.txt", "现场.png"}
        for stranger in (world.deputy, world.clerk, world.unit("JTT").office):
            client = sign_in(None, stranger)
            for hung in Attachment.objects.all():
                assert client.get(f"/files/{hung.id}/").status_code == 404
            assert "回函.txt" not in body(client.get(case_page)) + body(client.get(api))


def test_where_the_unit_asks_for_it_nothing_is_done_without_a_file(world, nyt, cleared, refused):
    with at("2026-04-24"):
        rows = [
            (milestone(nyt, cleared.handling), plans.reach),
            (charge(world, nyt, cleared), inside.reach_charge),
        ]
        parties.set_rules(by=nyt.office, on=again(nyt.organisation), saying=UnitRules(evidence=True))
        for row, reach in rows:
            answer = refused("CHECKLIST_UNMET", reach, by=nyt.officer, on=again(row), saying=Reaching("已办"))
            assert "须附佐证材料" in answer.reasons[0]
            said = Reaching("已办", attachments=(scan(nyt.officer, "回函.png"),))
            assert reach(by=nyt.officer, on=again(row), saying=said).stage.value == "reached"


def test_of_a_meeting_whoever_is_shown_the_decision_reads_what_proves_it(world, wlt, refused, sign_in):
    unit, guest = wlt.unit, world.a_deputy("温知")
    with at("2026-03-10"):
        meeting = wlt.called(kind="research", title="三县联合调研", guests=(guest.person,))
    with at("2026-04-16T18:00"):
        row = wlt.decided(wlt.held(meeting, unit.leader, guest), unit.head)
        wlt.settled(meeting)
        parties.set_rules(by=unit.office, on=again(unit.organisation), saying=UnitRules(evidence=True))
        reach = f"/act/resolution/{row.id}/reach/"
        head = sign_in(None, unit.head)
        answer = head.post(reach, {"evidence": "标识已安装"})
        assert answer.status_code == 409 and "须附佐证材料" in body(answer) and "标识已安装" in body(answer)
        photo = SimpleUploadedFile("标识.png", png())
        assert head.post(reach, {"evidence": "标识已安装", "pictures": photo}).status_code == 302
        hung = Attachment.objects.get()
        for reader in (unit.office, unit.head, guest):
            client, found = sign_in(None, reader), meeting_file(meeting.id, by=reader)
            assert found.evidence == {row.id: [hung]} and not found.attachments
            assert f"/files/{hung.id}/picture/" in body(client.get(f"/meetings/{meeting.id}/"))
            (told,) = client.get(f"/api/v1/meetings/{meeting.id}").json()["decided"]
            assert told["attachments"] == [{"id": str(hung.id), "name": "标识.png"}]
        for stranger in (world.deputy, world.clerk, world.unit("NYT").office):
            assert sign_in(None, stranger).get(f"/files/{hung.id}/").status_code == 404


def test_the_rule_is_set_on_the_page_of_the_unit(nyt, sign_in):
    there = f"/organisations/{nyt.organisation.id}/rules/"
    office = sign_in(None, nyt.office)
    assert "登记完成、落实须附佐证材料" in body(office.get(there))
    office.post(there, {"coordinator": "0", "evidence": "1"})
    assert again(nyt.organisation).rule["evidence"] is True
    assert 'name="evidence" value="1" checked' in body(office.get(there))
