"""The page on which a reply is prepared for the public, the list, the interface, and the attachments that go with it."""

from io import BytesIO

import pytest
from django.test import Client
from docx import Document

from build import again, at
from jianyi.cases.commands import papers
from jianyi.cases.models import Attachment, Sheet
from jianyi.documents.store import keep
from jianyi.procedure import words as w
from jianyi.procedure.facts import said as s
from jianyi.procedure.refusals import Refused
from jianyi.publication.commands import publishing
from jianyi.publication.copies import make_copies
from jianyi.publication.models import CleanCopy, Public, PublicReply
from jianyi.publication.parts import pieces
from publishing_roads import PHONE, SITUATION, delivered, published


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


@pytest.fixture
def row(world):
    return delivered(world, situation=SITUATION)


def page(sign_in, actor, row):
    return sign_in(None, actor).get(f"/publications/{row.id}/")


def pressed(client, row, **told):
    with at("2026-05-06"):
        return client.post(f"/publications/{row.id}/", {"seen": again(row).version, "way": "full", **told})


def test_every_mark_stands_in_the_text_and_nothing_is_decided_beforehand(nyt, row, sign_in):
    with at("2026-05-06"):
        told = page(sign_in, nyt.officer, row).content.decode()
    assert told.count('class="mk open"') == len(row.marks) and "个人姓名" in told and "手机号码" in told
    assert 'name="m1-how" value="redact" checked' not in told and "还有 " in told


def test_what_is_left_is_taken_out_by_one_press_and_sent_on_by_another(nyt, row, sign_in):
    client = sign_in(None, nyt.officer)
    assert pressed(client, row, act="rest").status_code == 302
    assert {mark["how"] for mark in again(row).marks} == {"redact"}
    kept = {f"m{no}-how": "redact" for no in range(1, len(row.marks) + 1)}
    assert pressed(client, row, act="present", **kept).status_code == 302
    assert again(row).stage is w.Publication.PRESENTED


def test_what_was_typed_stays_when_it_is_refused(nyt, row, sign_in):
    answer = pressed(
        sign_in(None, nyt.officer),
        row,
        act="write",
        added="不在稿中的𠮷字",
        reason="写了一半的理由",
        way="summary",
    )
    told = answer.content.decode()
    assert answer.status_code == 409 and "写了一半的理由" in told and "不在稿中的𠮷字" in told


@pytest.mark.parametrize("odd", ["1" * 5000, "²", "9" * 30, "-1"])
def test_a_number_that_is_none_chooses_no_attachment(nyt, row, sign_in, odd):
    sent = pressed(sign_in(None, nyt.officer), row, act="write", attachments=[odd])
    assert sent.status_code == 302 and again(row).files == []


def test_only_its_unit_and_the_office_open_it(world, nyt, row, sign_in):
    other = world.unit("JTT")
    for actor, code in (
        (nyt.officer, 200), (nyt.leader, 200), (world.clerk, 200), (world.deputy, 404), (other.office, 404),
    ):  # fmt: skip
        assert page(sign_in, actor, row).status_code == code, actor.name
    assert sign_in(None, world.clerk).post(f"/publications/{row.id}/", {"act": "write"}).status_code == 404
    assert Client().get(f"/publications/{row.id}/").status_code == 302


def test_the_lists_of_office_and_unit_say_where_each_stands(world, nyt, row, sign_in):
    with at("2026-05-06"):
        for actor in (nyt.office, nyt.officer, world.clerk):
            client = sign_in(None, actor)
            assert row.root.title in client.get("/publications/").content.decode()
            assert row.root.title not in client.get("/publications/?part=out").content.decode()
    assert (
        row.root.title not in sign_in(None, world.unit("JTT").office).get("/publications/").content.decode()
    )


def test_the_interface_tells_what_the_page_tells(nyt, row, sign_in):
    client = sign_in(None, nyt.officer)
    told = client.get(f"/api/v1/publications/{row.id}").json()
    assert (
        len(told["marks"]) == len(row.marks)
        and told["most"] == "full"
        and PHONE in told["preview"]["situation"]
    )
    assert [each["id"] for each in client.get("/api/v1/publications").json()["rows"]] == [str(row.id)]
    assert client.get("/api/v1/publications/12345").status_code == 404


# Attachments


def attached(world, row, name, content, kind):
    file = keep(content, name=name, kind=kind, congress=row.congress_id, owner=world.deputy.person)
    return Attachment.objects.create(
        congress_id=row.congress_id, root_id=row.root_id, subject_id=row.root_id, file_id=file.id, name=name
    )


def a_letter():
    document, out = Document(), BytesIO()
    document.core_properties.author = "张三三三"
    document.add_paragraph("看得见的正文")
    document.save(out)
    return out.getvalue()


def test_an_attachment_is_published_as_a_copy_that_a_person_has_chosen(world, nyt, row, sign_in):
    first = attached(world, row, "调研报告（张三三三）.docx", a_letter(), "docx")
    attached(world, row, "不公开的材料.docx", a_letter() + b"", "docx")
    with at("2026-05-06"):
        told = page(sign_in, nyt.officer, row).content.decode()
        assert "已去除" in told and "张三三三" in told
    row = published(world, nyt, again(row), attachments=(first.id,))
    reply = PublicReply.objects.get()
    assert len(reply.files) == 1
    there = f"/open/items/{row.root_id}/files/1/{reply.id}/"
    answer, site = Client().get(there), Client().get(f"/open/items/{row.root_id}/").content.decode()
    assert there in site and "张三三三" not in site and answer.status_code == 200
    copy = Document(BytesIO(answer.content))
    assert copy.paragraphs[0].text == "看得见的正文" and "张三三三" not in copy.core_properties.author
    for forged in ("files/2/", "files/0/"):
        assert Client().get(f"/open/items/{row.root_id}/{forged}{reply.id}/").status_code == 404


def test_what_cannot_be_shown_to_be_clean_cannot_be_chosen(world, nyt, row):
    bad = attached(world, row, "旧文件.doc", b"\xd0\xcf\x11\xe0 broken", "doc")
    other = delivered(world, title="关于另一件事的建议")
    foreign = attached(world, other, "别件的材料.txt", "别件".encode(), "txt")
    make_copies(row)
    make_copies(other)
    assert CleanCopy.objects.get(file_id=bad.file_id).refused
    for number in (bad.id, foreign.id, 12345):
        with at("2026-05-06"), pytest.raises(Refused) as caught:
            publishing.write(by=nyt.officer, on=again(row), saying=s.Clearing(attachments=(number,)))
        assert "副本" in caught.value.reasons[0]


def test_a_title_alone_has_no_attachment(world, nyt, row):
    first = attached(world, row, "说明.txt", "说明".encode(), "txt")
    make_copies(row)
    published(world, nyt, row, way="title", reason="按代表意愿", attachments=(first.id,))
    assert PublicReply.objects.get().files == [] and Public.objects.get().situation == ""


# What is undecided, and what the deputy says later


def preview_of(told):
    return told.split('id="preview-t"')[1].split("</section>")[0]


def test_the_preview_tells_what_is_undecided_from_what_will_be_read(nyt, row, sign_in):
    client = sign_in(None, nyt.officer)
    with at("2026-05-06"):
        before = preview_of(client.get(f"/publications/{row.id}/").content.decode())
        told = client.get(f"/api/v1/publications/{row.id}").json()
    assert before.count('class="mk undecided"') == len(row.marks) == told["undecided"]
    assert f'undecided">{PHONE}<span class="tag">未决定' in before and "不能送审查，也不能发布" in before
    assert f"【未决定：{PHONE}】" in told["preview"]["situation"]
    phone = next(no for no, mark in enumerate(row.marks, start=1) if mark["kind"] == "mobile")
    assert pressed(client, row, act="write", **{f"m{phone}-how": "redact"}).status_code == 302
    with at("2026-05-06"):
        after = preview_of(client.get(f"/publications/{row.id}/").content.decode())
        told = client.get(f"/api/v1/publications/{row.id}").json()
    assert (
        PHONE not in after and "138********" in after and after.count("未决定</span>") == len(row.marks) - 1
    )
    assert PHONE not in told["preview"]["situation"] and told["undecided"] == len(row.marks) - 1
    assert pressed(client, row, act="rest", **{f"m{phone}-how": "redact"}).status_code == 302
    with at("2026-05-06"):
        done = preview_of(client.get(f"/publications/{row.id}/").content.decode())
        assert client.get(f"/api/v1/publications/{row.id}").json()["undecided"] == 0
    assert "未决定" not in done


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        ([], [("甲13800001234乙", False)]),
        ([(1, 12, "")], [("甲", False), ("13800001234", True), ("乙", False)]),
        ([(1, 12, "redact")], [("甲138********乙", False)]),
        ([(1, 12, "redact"), (0, 13, "")], [("甲", True), ("138********", False), ("乙", True)]),
        ([(1, 12, "keep")], [("甲13800001234乙", False)]),
        ([(0, 1, ""), (1, 12, "redact"), (0, 1, "")], [("甲", True), ("138********乙", False)]),
    ],
)
def test_pieces_of_a_text(marks, told):
    rows = [
        {"start": start, "end": end, "kind": "mobile", "why": "", "how": how} for start, end, how in marks
    ]
    assert pieces("甲13800001234乙", rows) == told and pieces("", []) == []


def test_a_later_objection_stands_on_the_page_the_list_and_the_interface(world, nyt, row, sign_in):
    published(world, nyt, row, day="2026-05-06")
    with at("2026-05-07"):
        said = s.Rated("satisfied", "satisfied", "", "all", "agree", "disagree")
        papers.rate(by=world.deputy, on=Sheet.objects.get(paper_id=row.paper_id), saying=said)
        for actor in (world.clerk, nyt.office, nyt.officer):
            client = sign_in(None, actor)
            told = client.get(f"/publications/{row.id}/").content.decode()
            assert (
                "代表不同意公开这份答复" in told
                and "超出代表意见" in told
                and "5 月 7 日" in told.replace("\u202f", " ").replace("\xa0", " ")
            )
            assert "代表不同意公开" in client.get("/publications/?part=out").content.decode()
            one = client.get(f"/api/v1/publications/{row.id}").json()
            assert one["objected_at"] and one["oversteps"]
        notices = sign_in(None, world.clerk).get("/notices/").content.decode()
    assert "不同意公开答复" in notices
