"""Writing: from the empty sheet to the handed-in suggestion; buffers, rows, files, what is refused."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from build import again
from jianyi.cases.commands import suggestions
from jianyi.cases.models import Attachment, Suggestion
from jianyi.parties import commands as parties
from jianyi.parties.models import Person, Post
from jianyi.parties.queries import actor
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because
from jianyi.procedure.words import Duty
from jianyi.turn.models import Buffer


SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def client(world, sign_in):
    return sign_in(None, world.deputy)


def sheet(**told):
    plain = {
        "title": "关于小型农机的建议", "situation": "地块小，机器进不去。", "points": ["加大研发", "", "完善补贴"],
        "kind": "proposal", "repeated_years": "first", "publication_wish": "full", "contact_wish": "phone",
        "open_to_co_signers": "1", "act": "save", "key": "k1",
    }  # fmt: skip
    return plain | told


def text(response):
    return response.content.decode()


def test_from_the_empty_sheet_to_handed_in(world, client):
    page = text(client.get("/suggestions/new/"))
    assert "写一件建议" in page and page.count('name="points"') == 3 and "提交后" in page
    answer = client.post("/suggestions/new/", sheet(act="check"))
    draft = Suggestion.objects.get()
    assert answer.url == f"/suggestions/{draft.id}/submit/" and draft.points == ["加大研发", "完善补贴"]
    page = text(client.get(answer.url))
    assert "关于小型农机的建议" in page and "完善补贴" in page and "提交建议" in page and "还差" not in page
    answer = client.post(answer.url, {"key": "k2", "seen": again(draft).version})
    assert answer.url == f"/suggestions/{draft.id}/" and again(draft).stage is w.Suggestion.SUBMITTED
    assert "共 7 步：审查" in text(client.get(answer.url))


def test_what_is_missing_is_said_before_and_the_button_does_not_press(client):
    answer = client.post("/suggestions/new/", sheet(act="check", points=[]))
    page = text(client.get(answer.url))
    assert "还差 1 项：具体建议" in page and 'aria-disabled="true"' in page
    answer = client.post(answer.url, {"key": "k2"})
    assert answer.status_code == 409 and "还差：具体建议" in text(answer)


def test_sent_twice_makes_one_draft(client):
    for _ in range(2):
        client.post("/suggestions/new/", sheet())
    assert Suggestion.objects.count() == 1


def test_rows_are_added_moved_and_dropped_without_scripts(client):
    page = text(client.post("/suggestions/new/", sheet(act="more", points=["甲", "乙"])))
    assert page.count('name="points"') == 3 and Suggestion.objects.count() == 0
    page = text(client.post("/suggestions/new/", sheet(act="up-2", points=["甲", "乙"])))
    assert page.index(">乙</textarea>") < page.index(">甲</textarea>")
    page = text(client.post("/suggestions/new/", sheet(act="down-1", points=["甲", "乙"])))
    assert page.index(">乙</textarea>") < page.index(">甲</textarea>")
    page = text(client.post("/suggestions/new/", sheet(act="drop-1", points=["甲", "乙"])))
    assert ">甲</textarea>" not in page and ">乙</textarea>" in page
    assert "关于小型农机的建议" in page


def test_a_stale_page_keeps_the_text(world, client):
    draft = world.draft()
    answer = client.post(f"/suggestions/{draft.id}/edit/", sheet(seen=draft.version + 5, title="后写的标题"))
    assert answer.status_code == 409 and "后写的标题" in text(answer) and "内容已有变动" in text(answer)
    assert again(draft).title != "后写的标题"


def test_a_draft_handed_in_elsewhere_keeps_the_text(world, client):
    case = world.submitted()
    answer = client.post(f"/suggestions/{case.id}/edit/", sheet(title="晚到的改动"))
    assert answer.status_code == 409 and "晚到的改动" in text(answer) and again(case).title != "晚到的改动"
    assert client.get(f"/suggestions/{case.id}/edit/").status_code == 302


def test_an_overlong_title_is_told_not_cut(client):
    answer = client.post("/suggestions/new/", sheet(title="长" * 201))
    assert (
        answer.status_code == 409
        and "请缩短到 200 字以内" in text(answer)
        and Suggestion.objects.count() == 0
    )


def test_script_in_every_field_is_escaped_and_rare_characters_survive(world, client):
    rare = "𠮷龘𰻝㐂"
    told = sheet(
        title=f"{rare}{SCRIPT}", situation=SCRIPT, points=[SCRIPT + rare], publication_wish="none",
        publication_reason=SCRIPT, confidential="1", confidential_reason=SCRIPT,
    )  # fmt: skip
    client.post("/suggestions/new/", told)
    draft = Suggestion.objects.get()
    assert rare in draft.title and rare in draft.points[0]
    there = [f"/suggestions/{draft.id}/{page}" for page in ("edit/", "submit/", "invitations/", "")]
    for address in (*there, f"/forms/suggestion/{draft.id}/"):
        page = text(client.get(address))
        assert SCRIPT not in page and "&lt;script&gt;" in page and rare in page, address
    page = text(client.get("/"))
    assert SCRIPT not in page and rare in page


def test_invisible_characters_are_taken_out(client):
    client.post("/suggestions/new/", sheet(title="标\u202e题\x00好", situation="a\u200bb"))
    draft = Suggestion.objects.get()
    assert draft.title == "标题好" and draft.situation == "ab"


def test_files_are_kept_shown_and_given_up(world, client):
    good = SimpleUploadedFile("调研.txt", "走访 23 个村。".encode())
    answer = client.post("/suggestions/new/", sheet(upload=[good]))
    draft, row = Suggestion.objects.get(), Attachment.objects.get()
    assert row.name == "调研.txt" and "调研.txt" in text(client.get(answer.url))
    client.post(answer.url, sheet(key="k2", seen=draft.version, attachments=[str(row.file_id)]))
    assert Attachment.objects.count() == 1
    client.post(answer.url, sheet(key="k3"))
    assert Attachment.objects.count() == 0


def test_a_bad_file_is_told_by_name_and_nothing_is_lost(client):
    answer = client.post(
        "/suggestions/new/",
        sheet(upload=[SimpleUploadedFile("空.docx", b""), SimpleUploadedFile("好.txt", b"ok ok")]),
    )
    page = text(answer)
    assert (
        answer.status_code == 409
        and "空.docx" in page
        and "文件是空的" in page
        and "关于小型农机的建议" in page
        and "好.txt" in page
    )


def test_more_than_nine_files_are_refused(client):
    many = [SimpleUploadedFile(f"{n}.txt", b"text %d" % n) for n in range(10)]
    answer = client.post("/suggestions/new/", sheet(upload=many))
    assert answer.status_code == 409 and "附件最多 9 个" in text(answer)


def test_units_are_found_by_name(world, client):
    unit = world.unit("省交通运输厅")
    page = text(client.get("/wished-units/", {"unit_q": "交通"}))
    assert "省交通运输厅" in page and str(unit.id) in page
    assert "没有找到" in text(client.get("/wished-units/", {"unit_q": SCRIPT})) and SCRIPT not in page
    page = text(client.post("/suggestions/new/", sheet(act="find", unit_q="交通")))
    assert str(unit.id) in page
    client.post("/suggestions/new/", sheet(wished_units=[str(unit.id)]))
    draft = Suggestion.objects.get()
    assert draft.wished_units == [unit.id] and "省交通运输厅" in text(
        client.get(f"/suggestions/{draft.id}/edit/")
    )


def test_unsent_text_is_kept_offered_and_dropped(world, client):
    answer = client.post("/buffers/suggestion-new/", sheet(title="写到一半", version="0"))
    assert json.loads(answer.content)["version"] == 1
    page = text(client.get("/suggestions/new/"))
    assert "写到一半" in page and "自动保存" in page and 'name="version" value="1"' in page
    assert client.post("/buffers/suggestion-new/", sheet(version="0")).status_code == 409
    assert json.loads(client.post("/buffers/suggestion-new/", sheet(version="1")).content)["version"] == 2
    answer = client.post("/buffers/suggestion-new/", sheet(version="1", title="别处的"))
    assert answer.status_code == 409 and "没有覆盖" in json.loads(answer.content)["sentence"]
    client.post("/suggestions/new/", sheet())
    assert Buffer.objects.count() == 0


def test_unsent_text_is_its_owners_alone(world, client, sign_in):
    client.post("/buffers/suggestion-new/", sheet(title="只给自己看", version="0"))
    other = sign_in(None, world.a_deputy("林采薇"))
    assert "只给自己看" not in text(other.get("/suggestions/new/"))
    other.post("/buffers/suggestion-new/drop/")
    assert Buffer.objects.count() == 1
    client.post("/buffers/suggestion-new/drop/", {"next": "/suggestions/new/"})
    assert Buffer.objects.count() == 0
    assert client.get("/buffers/suggestion-new/").status_code == 405
    assert client.post("/buffers/a..b/", {}).status_code == 404


def test_who_holds_no_seat_does_not_write(world, sign_in):
    answer = sign_in(None, world.clerk).get("/suggestions/new/")
    assert answer.status_code == 403 and "代表资格" in text(answer)


def test_a_draft_sent_back_shows_why(world, client):
    case = suggestions.send_back(by=world.clerk, on=world.submitted(), saying=Because("请写明在哪几个县"))
    assert "请写明在哪几个县" in text(client.get(f"/suggestions/{case.id}/edit/"))
    page = text(client.get(f"/suggestions/{case.id}/"))
    assert "请写明在哪几个县" in page and "退回修改" in text(client.get("/"))


def test_the_head_of_a_delegation_writes_in_its_name(world, sign_in):
    head = world.a_deputy("团长")
    parties.appoint(
        by=world.admin,
        on=Post.in_(world.delegation, Person.objects.get(id=head.person), Duty.DELEGATION_HEAD),
    )
    client = sign_in(None, actor(Person.objects.get(id=head.person)))
    page = text(client.get("/suggestions/new/?delegation=1"))
    assert "以代表团名义提出" in page and "云浦代表团" in page
    answer = client.post("/suggestions/new/", sheet(delegation="1"))
    draft = Suggestion.objects.get()
    assert draft.by_delegation and answer.url == f"/suggestions/{draft.id}/edit/"
    assert "云浦代表团" in text(client.get(f"/suggestions/{draft.id}/"))


def test_the_paper_to_sign(world, client):
    case = world.registered(points=2)
    page = text(client.get(f"/forms/suggestion/{case.id}/"))
    assert "澜江省第十四届人民代表大会第四次会议代表建议、批评和意见专用纸" in page
    assert "0001" in page and "一、情况与问题" in page and "第2条具体建议" in page and "周知远" in page


def test_another_deputy_sees_nothing_of_a_draft(world, client, sign_in):
    draft = world.draft()
    stranger = sign_in(None, world.a_deputy("林采薇"))
    for address in ("edit/", "submit/", "invitations/", ""):
        assert stranger.get(f"/suggestions/{draft.id}/{address}").status_code == 404
    assert stranger.get(f"/forms/suggestion/{draft.id}/").status_code == 404
