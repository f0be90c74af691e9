"""Meetings on pages: names become people, what is refused loses nothing, a phone answers."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from build import again, at
from jianyi.cases.models import Attachment
from jianyi.cases.queries import lists
from jianyi.fieldwork.models import Attendance, Guest, Meeting, Resolution
from jianyi.procedure.words import Role
from pictures import png


FORM = {
    "kind": "symposium", "title": "农机推广座谈会", "starts_at": "2026-04-16T14:30", "where": "厅三楼会议室", "agenda": "听取意见",
    "key": "k1", "seen": "0",
}  # fmt: skip


@pytest.fixture
def office(wlt, sign_in):
    return sign_in(None, wlt.unit.office)


def form(wlt, **told):
    return FORM | {"chair": wlt.unit.leader.person} | told


def test_names_and_numbers_become_people_and_suggestions(world, wlt, office):
    world.a_deputy("温知"), world.a_deputy("阮清")
    with at("2026-02-10"):
        case = world.registered()
    with at("2026-02-26"):
        task = world.handed_over(("WLT", Role.SOLE))[0]
    with at("2026-04-01"):
        said = form(wlt, names="温知\n阮清", cases=task.root.no, leads="1")
        answer = office.post("/meetings/new/", said)
        assert answer.status_code == 302, answer.content.decode()
        row = Meeting.objects.get()
        assert set(Guest.objects.values_list("person__name", flat=True)) == {"温知", "阮清", "周知远"}
        page = office.get(f"/meetings/{row.id}/").content.decode()
        assert "农机推广座谈会" in page and task.root.title in page and "温知" in page
        assert case.id != task.root_id
        assert row.title in office.get(f"/suggestions/{task.root_id}/").content.decode()
        assert row.title not in office.get(f"/suggestions/{case.id}/").content.decode()


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"names": "查无此人"}, "找不到查无此人"),
        ({"cases": "9999"}, "找不到第 9999 号建议"),
        ({"names": "温知、温知"}, "同一人出现两次"),
        ({"title": ""}, "还缺：名称"),
        ({"starts_at": "很快"}, "时间"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_typed_is_lost(world, wlt, office, told, sentence):
    world.a_deputy("温知")
    with at("2026-04-01"):
        answer = office.post("/meetings/new/", form(wlt, **told))
    page = answer.content.decode()
    assert answer.status_code == 409 and sentence in page and "厅三楼会议室" in page and "听取意见" in page
    assert not Meeting.objects.exists()


def test_a_deputy_answers_on_the_phone(world, wlt, sign_in):
    deputy = world.a_deputy("温知")
    with at("2026-04-01"):
        row = wlt.called(guests=(deputy.person,))
        browser = sign_in(None, deputy)
        assert "乡村与红色旅游服务集中见面会" in browser.get("/").content.decode()
        page = browser.get(f"/meetings/{row.id}/").content.decode()
        guest = wlt.guest(row, deputy)
        assert f"/act/guest/{guest.id}/attend/" in page and "受邀人员" not in page
        done = browser.post(f"/act/guest/{guest.id}/attend/", {"key": "a", "seen": "1"})
        assert done.status_code == 302 and done.url == f"/meetings/{row.id}/"
        refused = browser.post(f"/act/guest/{guest.id}/excuse/", {"key": "b", "reason": ""})
        assert refused.status_code == 409 and "请写明理由" in refused.content.decode()
        assert again(guest).answer == "yes"


def test_nobody_else_opens_it(world, wlt, sign_in):
    with at("2026-04-01"):
        row = wlt.called(guests=(world.a_deputy("温知").person,))
        guest = Guest.objects.get()
        for stranger in (world.deputy, world.unit("NYT").office, world.clerk):
            browser = sign_in(None, stranger)
            for address in ("", "edit/", "attendance/"):
                assert browser.get(f"/meetings/{row.id}/{address}").status_code == 404
            assert browser.get(f"/act/guest/{guest.id}/attend/").status_code == 404
            assert row.title not in browser.get("/meetings/").content.decode()


def test_attendance_minutes_and_decisions(world, wlt, office, sign_in):
    deputy, walked_in = world.a_deputy("温知"), world.a_deputy("阮清")
    with at("2026-04-01"):
        row = wlt.called(guests=(deputy.person,))
        assert "开始以后才能登记到会" in office.get(f"/meetings/{row.id}/").content.decode()
    with at("2026-04-16T18:00"):
        twice = {"present": [deputy.person], "names": "温知", "others": "两位专家", "key": "1"}
        answer = office.post(f"/meetings/{row.id}/attendance/", twice)
        assert answer.status_code == 409 and "同一人出现两次" in answer.content.decode()
        assert "两位专家" in answer.content.decode() and not Attendance.objects.exists()
        right = {"present": [deputy.person, wlt.unit.leader.person], "names": "阮清", "key": "2"}
        assert office.post(f"/meetings/{row.id}/attendance/", right).status_code == 302
        assert Attendance.objects.filter(person_id=walked_in.person, deputy=True).exists()
        bad = office.post(
            f"/meetings/{row.id}/decisions/", {"text": "修路", "owner": wlt.unit.head.person, "key": "3"}
        )
        assert (
            bad.status_code == 409 and "修路" in bad.content.decode() and "完成日期" in bad.content.decode()
        )
        good = {"text": "修路", "owner": wlt.unit.head.person, "due": "2026-05-29", "key": "4"}
        assert office.post(f"/meetings/{row.id}/decisions/", good).status_code == 302
        assert office.post(f"/meetings/{row.id}/minutes/", {"minutes": " ", "key": "5"}).status_code == 409
        assert (
            office.post(f"/meetings/{row.id}/minutes/", {"minutes": "逐条听取意见", "key": "6"}).status_code
            == 302
        )
        leader = sign_in(None, wlt.unit.leader)
        assert "审定纪要" in leader.get("/").content.decode()
        assert leader.post(f"/act/meeting/{row.id}/settle/", {"key": "7"}).status_code == 302
    assert again(row).stage.value == "settled"
    with at("2026-05-30"):
        head = sign_in(None, wlt.unit.head)
        assert "修路" in head.get("/").content.decode() and "已超期" in head.get("/").content.decode()
        page = office.get(f"/meetings/{row.id}/").content.decode()
        assert "已逾期" in page and "此后不再改动" in page
    assert Resolution.objects.get().stage.value == "in_force"


def test_what_waits_on_meetings_takes_no_room_in_the_work_list(wlt, office):
    with at("2026-04-01"):
        for _ in range(4):
            wlt.called()
    with at("2026-04-16T18:00"):
        page = lists.work(by=wlt.unit.office, size=2)
        assert page.rows == [] and not page.after
        desk = office.get("/").content.decode()
    assert "会议和活动待办" in desk and "还有 1 项" in desk and "没有待办事项" not in desk


def test_a_list_asks_as_much_for_many_as_for_few(world, wlt, office):
    deputies = tuple(world.a_deputy(name).person for name in ("温知", "阮清", "卫南"))

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert office.get("/meetings/").status_code == 200
        return len(queries)

    with at("2026-04-01"):
        wlt.called(guests=deputies)
        office.get("/meetings/")
        few = asked()
        for _ in range(6):
            wlt.called(guests=deputies)
        assert asked() == few


def test_a_photograph_is_shown_to_those_who_read_the_minutes_and_to_nobody_else(world, wlt, office, sign_in):
    guest = world.a_deputy("温知")
    with at("2026-04-01"):
        row = wlt.called(guests=(guest.person,))
    with at("2026-04-16T18:00"):
        wlt.held(row, wlt.unit.leader, guest)
        there = f"/meetings/{row.id}/attachments/"
        brought = {
            "pictures": [SimpleUploadedFile("现场.png", png())],
            "upload": [SimpleUploadedFile("签到表.txt", "签到".encode())],
        }
        assert office.post(there, brought | {"key": "a"}).status_code == 302
        page = office.get(f"/meetings/{row.id}/").content.decode()
        sheet, picture = sorted(Attachment.objects.all(), key=lambda row: row.is_picture)
        assert f'src="/files/{picture.id}/picture/"' in page and "签到表.txt" in page
        shown = office.get(f"/files/{picture.id}/picture/")
        assert (
            shown["Content-Type"] == "image/png"
            and shown.content == png()
            and "sandbox" in shown["Content-Security-Policy"]
        )
        assert office.get(f"/files/{sheet.id}/picture/").status_code == 404
        assert office.get(f"/files/{sheet.id}/").content == "签到".encode()
        for reader in (guest, world.deputy, world.unit("NYT").office):
            assert sign_in(None, reader).get(f"/files/{picture.id}/picture/").status_code == 404
        wlt.settled(row)
        assert sign_in(None, guest).get(f"/files/{picture.id}/picture/").status_code == 200
        assert (
            f"/files/{picture.id}/picture/"
            in sign_in(None, guest).get(f"/meetings/{row.id}/").content.decode()
        )


def test_what_may_not_come_in_is_told_and_hangs_nowhere(wlt, office):
    with at("2026-04-01"):
        row = wlt.called()
    with at("2026-04-16T18:00"):
        wlt.held(row, wlt.unit.leader)
        there = f"/meetings/{row.id}/attachments/"
        for name, told in (
            ({"upload": [SimpleUploadedFile("表.xlsm", b"x")]}, "宏"),
            ({"pictures": [SimpleUploadedFile("说明.txt", b"x")]}, "PNG"),
            ({}, "请选择"),
        ):
            answer = office.post(there, name)
            assert answer.status_code == 409 and told in answer.content.decode()
    assert not Attachment.objects.exists()
