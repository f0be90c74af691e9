"""Drafts and remarks stay inside the unit; the case page is small, and asks as often for many rows as for few."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from build import again, at
from jianyi.cases.commands import inside, papers
from jianyi.cases.models import Attachment, Collective, Paper
from jianyi.documents.store import keep
from jianyi.procedure.facts.said import Answer, Because, Rated, Text
from jianyi.procedure.words import Duty, Kind, Role


CANARIES = ("金丝雀开头", "金丝雀答复", "金丝雀结尾", "金丝雀理由")


def pages(case, handling, paper):
    return [
        "/", "/unit/", "/notices/", f"/suggestions/{case}/", f"/suggestions/{case}/?full=1", f"/papers/{paper}/", f"/papers/{paper}/letter/",
        f"/papers/{paper}/?edit=1", f"/handlings/{handling}/route/", f"/handlings/{handling}/contact/",
        f"/handlings/{handling}/receipt/", f"/handlings/{handling}/return/", f"/act/paper/{paper}/write/", f"/act/paper/{paper}/sign/",
    ]  # fmt: skip


def drafted(world):
    with at("2026-02-26"):
        lead, _ = world.handed_over(("NYT", Role.LEAD), ("JTT", Role.CO))
        world.working(lead, "NYT")
        paper = Paper.objects.get()
        nyt = world.unit("NYT")
        text = Text((Answer(1, CANARIES[1], "adopted"),), "A", CANARIES[0], CANARIES[2])
        paper = papers.write(by=nyt.officer, on=paper, saying=text)
    return lead, paper


def test_a_draft_is_read_inside_only(world, reader):
    lead, paper = drafted(world)
    nyt, jtt = world.unit("NYT"), world.unit("JTT")
    government = world.person(
        "督查", (world.organisation("省政府办公厅", Kind.GOVERNMENT_OFFICE), Duty.GOVERNMENT_CLERK)
    )
    outside = [
        government,
        world.clerk,
        world.office,
        world.head,
        jtt.office,
        jtt.officer,
        jtt.leader,
        world.deputy,
    ]
    with at("2026-02-27"):
        page = reader(nyt.office).get(f"/papers/{paper.id}/letter/").content.decode()
        assert all(word in page for word in CANARIES[:3])
        for someone in outside:
            eye = reader(someone)
            for address in pages(lead.root_id, lead.id, paper.id):
                answer = eye.get(address)
                found = [word for word in CANARIES if word in answer.content.decode()]
                assert not found, (someone.name, address, found)
            assert eye.get(f"/papers/{paper.id}/").status_code == 404
            refused = eye.client.post(f"/papers/{paper.id}/", {"act": "sign"})
            assert refused.status_code == 404


def test_remarks_stay_inside(world, reader):
    lead, paper = drafted(world)
    nyt = world.unit("NYT")
    with at("2026-02-27"):
        rows = Paper.objects.filter(id=paper.id)
        rows.update(stage="at_desk")
        papers.send_back(by=nyt.head, on=rows.get(), saying=Because(CANARIES[3]))
        assert CANARIES[3] in reader(nyt.officer).get(f"/suggestions/{lead.root_id}/").content.decode()
        for someone in (world.clerk, world.unit("JTT").office):
            assert CANARIES[3] not in reader(someone).get(f"/suggestions/{lead.root_id}/").content.decode()


def test_a_hidden_proposer_is_not_named(world, reader):
    with at("2026-02-26"):
        (task,) = world.handed_over(confidential=True, confidential_reason="怕受影响")
        task = world.routed(task)
        officer = reader(world.unit("NYT").officer)
        for address in (f"/suggestions/{task.root_id}/", f"/handlings/{task.id}/contact/", "/unit/", "/"):
            assert "周知远" not in officer.get(address).content.decode(), address
        assert "由其代为转达并登记" in officer.get(f"/handlings/{task.id}/contact/").content.decode()
    with at("2026-02-27"):
        office = reader(world.clerk)
        assert "周知远" in office.get(f"/handlings/{task.id}/contact/").content.decode()
        office.press("relay", occurred_at="2026-02-26T15:00", summary="转达了思路")
        assert office.answer.status_code == 200 and "议案建议处转达" in office.text


def test_the_page_of_a_case_is_small_and_asks_as_often(world, reader):
    with at("2026-02-26"):
        (one,) = world.handed_over(("NYT", Role.SOLE), title="关于夜间公交的建议")
        three = (("NYT", Role.LEAD), ("JTT", Role.CO), ("CZT", Role.CO))
        many = world.handed_over(*three, points=5, title="保护古树名木")
    case_one, case_many = one.root_id, many[0].root_id
    counts = {}
    with at("2026-03-02"):
        world.working(one)
        for row, name in zip(many, ("NYT", "JTT", "CZT"), strict=True):
            world.working(row, name)
            for _ in range(3):
                world.met(row, name)
        office = reader(world.unit("NYT").office)
        for case in (case_one, case_many):
            office.get(f"/suggestions/{case}/")
            with CaptureQueriesContext(connection) as asked:
                office.get(f"/suggestions/{case}/")
            counts[case] = len(asked)
            assert len(office.answer.content) <= 60_000, len(office.answer.content)
    assert counts[case_one] == counts[case_many], counts


def test_a_rated_case_and_its_second_round(world, reader):
    with at("2026-02-26"):
        sheet = world.answered()
    with at("2026-03-02"):
        papers.rate(
            by=world.deputy, on=sheet, saying=Rated("satisfied", "dissatisfied", "没有说清楚由谁来执行")
        )
        sheet.refresh_from_db()
        page = reader(world.office).get(f"/suggestions/{sheet.root_id}/").content.decode()
        assert f'id="rating-{sheet.id}"' in page and f"/dissatisfied/{sheet.id}/" in page
        papers.handle_again(by=world.office, on=sheet, saying=Because("补充说明执行单位"))
        page = reader(world.unit("NYT").officer).get(f"/suggestions/{sheet.root_id}/").content.decode()
        assert "第 2 轮" in page and "补充说明执行单位" in page
        assert len(page.encode()) <= 60_000


def test_an_attachment_is_handed_out_and_never_opened(world, reader):
    with at("2026-02-26"):
        (task,) = world.handed_over()
        file = keep(
            b"<script>alert(1)</script>",
            name="情况.html",
            kind="html",
            congress=world.congress.id,
            owner=world.deputy.person,
        )
        attachment = Attachment.objects.create(
            congress_id=world.congress.id,
            root_id=task.root_id,
            subject_id=task.root_id,
            file_id=file.id,
            name=file.name,
        )
        answer = reader(world.unit("NYT").office).get(f"/files/{attachment.id}/")
        assert answer.status_code == 200 and answer["Content-Disposition"].startswith("attachment")
        assert (
            answer["X-Content-Type-Options"] == "nosniff" and "sandbox" in answer["Content-Security-Policy"]
        )
        assert reader(world.unit("JTT").office).get(f"/files/{attachment.id}/").status_code == 404


def test_help_tells_what_runs_here(world, reader):
    eye = reader(world.unit("NYT").officer)
    page = eye.get("/help/").content.decode()
    assert "澜江省办法（虚构）第十七条第一款" in page and "WRONG_ACTOR" in page and "登记沟通" in page
    image = eye.get("/help/flow.svg?place=hunan")
    assert image["Content-Type"].startswith("image/svg+xml") and "style=" not in image.content.decode()


def test_nobody_sees_what_is_not_theirs(world, reader):
    with at("2026-02-26"):
        (task,) = world.handed_over()
        stranger = reader(world.unit("JTT").office)
        assert stranger.get(f"/suggestions/{task.root_id}/").status_code == 404
        assert stranger.get("/suggestions/123/").status_code == 404


def test_the_page_of_a_step_tells_no_more_of_its_subject_than_the_case_does(world, reader):
    """An address can be typed in: what the leadership decided stays inside the unit there too."""
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        paper = world.written(world.working(world.handed_over()[0]))
        said = world.decision("NYT", date(2026, 2, 26), note="会上另有安排", digest=paper.digest)
        row = inside.decide(by=nyt.office, on=Collective.about(again(paper)), saying=said)
    for by, told in ((nyt.office, True), (world.deputy, False), (world.clerk, False)):
        page = reader(by).client.get(f"/act/collective/{row.id}/decide/").content.decode()
        assert ("会上另有安排" in page) is told, by.name
