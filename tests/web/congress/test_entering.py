"""Paper suggestions entered by the office; files and lists imported."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from build import at
from filemaking import docx
from jianyi.cases.models import Attachment, Past, Suggestion
from jianyi.kit.spreadsheets import Table, write
from jianyi.procedure import words as w
from jianyi.web.congress import intake


@pytest.fixture(autouse=True)
def some_day():
    with at("2026-02-03"):
        yield


def form(world, **more):
    told = {
        "act": "enter", "lead": str(world.deputy.person), "key": "k1", "title": "关于农村公路养护的建议",
        "situation": "村道失养。", "points": ["建立补助机制", "", "落实责任"], "kind": "proposal", "repeated_years": "first",
        "publication_wish": "full", "contact_wish": "phone", "received": "2 月 3 日收到纸质原件，本人签名",
    }  # fmt: skip
    return told | more


def test_the_deputy_is_found_by_name(world, browser):
    client = browser(world.clerk)
    page = client.get("/enter/?q=知远").content.decode()
    assert f"/enter/?lead={world.deputy.person}" in page
    assert "没有姓名相符" in client.get("/enter/?q=无此人").content.decode()
    assert client.get(f"/enter/?lead={world.deputy.person}").status_code == 200
    assert browser(world.unit("NYT").office).get("/enter/").status_code == 403


def test_it_is_entered_in_the_deputys_name_and_says_so(world, browser):
    nyt = world.unit("NYT")
    scan = SimpleUploadedFile("原件.txt", "原件扫描".encode())
    answer = browser(world.clerk).post("/enter/", form(world, wish=["NYT", "", ""], upload=scan))
    case = Suggestion.objects.get()
    assert answer["Location"] == f"/review/{case.id}/"
    assert case.entered and case.stage is w.Suggestion.SUBMITTED and case.lead_id == world.deputy.person
    assert case.points == ["建立补助机制", "落实责任"] and case.wished_units == [nyt.id]
    assert Attachment.objects.get(root_id=case.id).name == "原件.txt"
    assert "2 月 3 日收到纸质原件" in browser(world.clerk).get(f"/review/{case.id}/").content.decode()


def test_without_the_way_it_came_nothing_is_entered_and_the_text_stays(world, browser):
    answer = browser(world.clerk).post("/enter/", form(world, received=""))
    page = answer.content.decode()
    assert (
        answer.status_code == 409
        and "REASON_REQUIRED" in page
        and "村道失养。" in page
        and "落实责任" in page
    )
    assert not Suggestion.objects.exists()


def test_a_row_more_keeps_what_is_typed(world, browser):
    page = browser(world.clerk).post("/enter/", form(world, act="more")).content.decode()
    assert "建立补助机制" in page and not Suggestion.objects.exists()


def test_pressed_twice_it_is_one(world, browser):
    client = browser(world.clerk)
    assert [client.post("/enter/", form(world)).status_code for _ in range(2)] == [302, 302]
    assert Suggestion.objects.count() == 1


# Import


def a_letter(*lines):
    return SimpleUploadedFile("建议.docx", docx(*lines))


def a_list(*rows):
    header = ("编号", "标题", "领衔代表", "情况与问题", "具体建议")
    return SimpleUploadedFile("名单.xlsx", write([Table(header, rows)]))


ROWS = (
    ("1", "关于县域托育的建议", "周知远", "托位不足。", "1.增加托位\n2.提高补助"),
    ("2", "关于社区食堂的建议", "无此人", "老人吃饭难。", "支持社区食堂"),
)


def uploaded(client, *files, text=""):
    answer = client.post("/import/", {"files": list(files), "text": text})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def test_bad_files_say_why_and_the_rest_goes_on(world, browser):
    client = browser(world.clerk)
    broken = SimpleUploadedFile("坏.docx", b"PK\x03\x04rubbish")
    page = client.get(uploaded(client, broken, a_list(*ROWS))).content.decode()
    assert "没有读入" in page and "坏.docx" in page and "关于县域托育的建议" in page
    assert "在任代表中没有“无此人”" in page
    assert client.post("/import/", {"text": " "}).status_code == 409
    assert not Suggestion.objects.exists()


def test_what_is_more_than_one_import_takes_is_said_and_not_dropped(world, browser, monkeypatch):
    monkeypatch.setattr(intake, "MOST_ITEMS", 1)
    monkeypatch.setattr(intake, "MOST_FILES", 1)
    client = browser(world.clerk)
    page = client.get(uploaded(client, a_list(*ROWS), a_letter("另一件"))).content.decode()
    assert "还有 1 个没有读：建议.docx" in page
    assert "还有 1 条没有收进来，从“名单.xlsx”第 3 行起" in page and "关于社区食堂的建议" not in page


def test_confirmed_rows_become_suggestions_and_the_others_say_why(world, browser):
    client = browser(world.clerk)
    address = uploaded(client, a_list(*ROWS))
    client.post(address, {"key": "k", "picked": ["1", "2"]})
    client.post(address, {"key": "other", "picked": ["1", "2"]})
    case = Suggestion.objects.get()
    assert (
        case.title == "关于县域托育的建议"
        and case.entered
        and len(case.points) == 2
        and "第 2 行" in case.received
    )
    page = client.get(address).content.decode()
    assert "没有选定领衔代表" in page and f"/suggestions/{case.id}/" in page


def test_a_line_is_corrected_and_then_confirmed(world, browser):
    client = browser(world.clerk)
    address = uploaded(client, a_list(*ROWS))
    page = client.post(
        f"{address}2/",
        {"act": "find", "q": "知远", "title": "关于社区食堂的建议", "points": ["支持社区食堂"]},
    ).content.decode()
    assert f'value="{world.deputy.person}"' in page
    told = {
        "act": "save",
        "title": "关于社区食堂的建议",
        "situation": "老人吃饭难。",
        "points": ["支持社区食堂"],
        "lead": str(world.deputy.person),
    }
    assert client.post(f"{address}2/", told)["Location"] == address
    client.post(address, {"key": "k", "picked": ["2"]})
    assert Suggestion.objects.get().title == "关于社区食堂的建议"


def test_a_letter_brings_its_own_file(world, browser):
    client = browser(world.clerk)
    lines = (
        "关于完善农村公路养护机制的建议",
        "领衔代表：周知远",
        "一、情况与问题",
        "村道失养。",
        "二、具体建议",
        "1. 建立补助机制。",
        "2. 落实养护责任。",
    )
    address = uploaded(client, a_letter(*lines))
    page = client.get(address).content.decode()
    assert "关于完善农村公路养护机制的建议" in page and "可以确认" in page
    client.post(address, {"key": "k", "picked": ["1"]})
    case = Suggestion.objects.get()
    assert case.lead_id == world.deputy.person and Attachment.objects.get(root_id=case.id).name == "建议.docx"


REPLY = (
    "省交通运输厅关于省十四届人大四次会议第0001号建议的答复\n周知远代表：\n您提出的《关于完善农村公路养护机制的建议》收悉。"
    "现答复如下：\n一、已建立补助机制。\n二、已落实养护责任。\n感谢您对交通工作的关心和支持。\n省交通运输厅\n2025年5月20日"
)


def test_a_published_reply_is_kept_and_hangs_on_its_suggestion_too(world, browser):
    case = world.registered(title="关于完善农村公路养护机制的建议")
    client = browser(world.clerk)
    address = uploaded(client, text=REPLY)
    page = client.get(address).content.decode()
    assert "存入“历史答复”" in page and "可以确认" in page
    client.post(address, {"key": "k", "picked": ["1"]})
    client.post(address, {"key": "k", "picked": ["1"]})
    assert Attachment.objects.get(root_id=case.id).name.startswith("历史答复")
    assert Past.objects.get().suggestion_id == case.id and Suggestion.objects.count() == 1


def test_a_reply_to_what_the_platform_never_had_is_kept_all_the_same(world, browser):
    client = browser(world.clerk)
    client.post(uploaded(client, text=REPLY), {"key": "k", "picked": ["1"]})
    past = Past.objects.get()
    assert (past.stage, past.suggestion_id, past.unit) == (w.Past.KEPT, 0, "省交通运输厅")
    for reader in (client, browser(world.deputy), browser(world.unit("NYT").office)):
        assert past.title in reader.get("/past/?q=交通").content.decode()
        assert "已建立补助机制" in reader.get(f"/past/{past.id}/").content.decode()
        assert "补助机制" in reader.get(f"/past/{past.id}/file/").content.decode()
    assert "没有找到" in client.get("/past/?q=无此").content.decode()


def test_the_same_number_of_another_sitting_is_not_taken_for_it(world, browser):
    """Numbers begin anew with every sitting: a reply of last year's No. 1 is none to this year's."""
    case = world.registered(title="关于支持丘陵山区小型农机研发推广的建议")
    client = browser(world.clerk)
    address = uploaded(client, text=REPLY)
    assert "编号相同、标题不同" in client.get(address).content.decode()
    client.post(address, {"key": "k", "picked": ["1"]})
    assert Past.objects.get().suggestion_id == 0 and not Attachment.objects.filter(root_id=case.id).exists()


def test_only_the_office_removes_it_and_says_why(world, browser):
    client = browser(world.clerk)
    client.post(uploaded(client, text=REPLY), {"key": "k", "picked": ["1"]})
    past = Past.objects.get()
    assert browser(world.deputy).post(f"/act/past/{past.id}/remove/", {"reason": "误存"}).status_code == 409
    assert client.post(f"/act/past/{past.id}/remove/", {"reason": ""}).status_code == 409
    assert (
        client.post(f"/act/past/{past.id}/remove/", {"reason": "误存", "next": "/past/"}).status_code == 302
    )
    assert client.get(f"/past/{past.id}/").status_code == 404 and Past.objects.get().stage is w.Past.REMOVED


def test_an_import_is_seen_by_its_owner_only(world, browser):
    address = uploaded(browser(world.clerk), a_list(*ROWS))
    assert browser(world.office).get(address).status_code == 404
    assert browser(world.unit("NYT").office).get("/import/").status_code == 403


def test_a_bad_file_at_the_view_of_every_step_gets_its_sentence_and_the_text_stays(world, browser):
    draft = world.draft()
    locked = SimpleUploadedFile("原件.docx", docx("一")[:200])
    said = {"title": "关于村道的建议", "situation": "村道失养。", "points": ["甲"], "upload": locked}
    answer = browser(world.deputy).post(f"/act/suggestion/{draft.id}/write/", said)
    page = answer.content.decode()
    assert answer.status_code == 409 and "文件已损坏" in page and "村道失养。" in page
