"""What went wrong gets a page with a sentence that says what to do; a program gets the same as an answer."""

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jianyi.cases.models import Attachment
from jianyi.web import desk


@pytest.fixture
def deputy(world, sign_in):
    return sign_in(None, world.deputy)


def test_too_much_at_once_is_said_and_nothing_is_written(deputy):
    answer = deputy.post("/suggestions/new/", {"title": "大", "situation": "长" * 2_000_000, "key": "k"})
    assert answer.status_code == 413 and "删减一些" in answer.content.decode()
    answer = deputy.post("/suggestions/new/", {f"x{n}": "1" for n in range(5_001)})
    assert answer.status_code == 413 and "内容太多" in answer.content.decode()


def test_an_unknown_host_name_is_told_where_to_enter_it(deputy):
    answer = deputy.get("/suggestions/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400 and "JIANYI_HOSTS" in answer.content.decode()


def test_an_interface_answers_in_its_own_form(db):
    answer = Client().get("/api/v1/nowhere")
    assert answer.status_code == 404 and answer.headers["Content-Type"] == "application/json"
    assert json.loads(answer.content)["code"] == "NOT_FOUND"


def test_what_breaks_has_a_number_that_stands_in_the_log(deputy, monkeypatch, caplog):
    monkeypatch.setattr(desk, "is_deputy", None)
    deputy.raise_request_exception = False
    answer = deputy.get("/")
    told = answer.content.decode()
    number = next(line for line in caplog.messages if line.startswith("incident ")).split()[1].rstrip(":")
    assert answer.status_code == 500 and f"编号 {number}" in told


def test_the_address_of_a_button_is_explained(deputy):
    answer = deputy.get("/sign-out/")
    assert answer.status_code == 405 and answer.headers["Allow"] == "POST"
    assert "不能直接打开" in answer.content.decode()


def test_after_a_press_one_comes_back_to_the_page_it_was_pressed_on(db, world):
    stranger = Client()
    came = {"referer": "http://testserver/unit/?stage=arrived"}
    assert stranger.post("/unit/receipt/", headers=came).url == "/sign-in/?next=%2Funit%2F%3Fstage%3Darrived"
    assert stranger.post("/unit/receipt/", headers={"referer": "http://evil.example/x"}).url == "/sign-in/"
    assert stranger.get("/unit/?stage=arrived").url == "/sign-in/?next=%2Funit%2F%3Fstage%3Darrived"


def test_an_attachment_that_the_store_has_lost_is_gone(deputy, tmp_path, settings):
    settings.JIANYI_FILES = tmp_path
    scan = SimpleUploadedFile("说明.txt", "附上照片说明。".encode())
    deputy.post("/suggestions/new/", {"title": "修路", "key": "k", "upload": scan})
    row = Attachment.objects.get()
    assert deputy.get(f"/files/{row.id}/").status_code == 200
    for kept in Path(tmp_path).rglob("*"):
        kept.is_file() and kept.unlink()
    answer = deputy.get(f"/files/{row.id}/")
    assert answer.status_code == 410 and "从备份恢复" in answer.content.decode()
    assert f'href="/suggestions/{row.root_id}/"' in answer.content.decode()


@pytest.mark.parametrize(
    "next_", ["无此页", "//evil.example/", "https://evil.example/", "javascript:alert(1)", "/\\evil.example"]
)
def test_a_step_leads_on_only_within_the_house(world, sign_in, next_):
    draft = world.draft()
    told = {"next": next_, "key": "k", "seen": draft.version}
    answer = sign_in(None, world.deputy).post(f"/act/suggestion/{draft.id}/discard/", told)
    assert answer.status_code == 302 and answer.url.startswith("/suggestions/")
