"""Lists of units, staff and deputies from spreadsheets, over HTTP."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook, load_workbook

from jianyi.parties.models import Organisation, Person, Post, Seat
from jianyi.procedure.words import Duty, Kind


WORD = "远山-薄雾-长桥-73"
UNITS = ("单位", "简称", "机关代字", "是否政府系统", "处室", "下属单位")
STAFF = ("姓名", "单位", "处室", "职务", "登录名", "电话")
DEPUTIES = ("姓名", "代表证号", "代表团", "选举单位", "电话", "登录名")


def sheet(*rows, name="名单.xlsx"):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return SimpleUploadedFile(name, target.getvalue())


def preview(admin, kind, *rows):
    answer = admin.post(f"/import-people/{kind}/", {"upload": sheet(*rows)})
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def bring(admin, kind, *rows):
    page = preview(admin, kind, *rows)
    told = {name: re.search(f'name="{name}" value="([^"]+)"', page).group(1) for name in ("file", "key")}
    answer = admin.post(f"/import-people/{kind}/", {**told, "go": "1"})
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode(), told


@pytest.fixture
def units(admin):
    bring(
        admin, "units", UNITS,
        ("省农业农村厅", "农业农村厅", "澜农", "是", "办公室、科技教育处", "省农业科学院"),
        ("省法院", "", "", "否", "", ""),
    )  # fmt: skip
    return admin


def test_units_with_divisions_and_bodies(admin):
    page, told = bring(
        admin, "units", UNITS, ("省农业厅", "农业厅", "澜农", "是", "办公室；科技教育处", "省农科院"), ("省法院", "", "", "否", "", ""),
        ("", "无名", "", "", "", ""), ("省农业厅", "", "", "", "", ""), ("省检察院", "", "", "也许", "", ""),
    )  # fmt: skip
    assert "已导入 2 行" in page and "缺单位" in page and "不止一次" in page and "请写“是”或者“否”" in page
    farm, court = Organisation.objects.get(name="省农业厅"), Organisation.objects.get(name="省法院")
    assert (farm.short, farm.code, farm.of_government, court.of_government) == ("农业厅", "澜农", True, False)
    inner = {(row.name, row.kind) for row in Organisation.objects.filter(parent_id=farm.id)}
    assert inner == {("办公室", Kind.DIVISION), ("科技教育处", Kind.DIVISION), ("省农科院", Kind.BODY)}
    again, _ = bring(admin, "units", UNITS, ("省农业厅", "", "", "", "办公室、种业处", ""))
    assert Organisation.objects.filter(parent_id=farm.id).count() == 4
    before = Organisation.objects.count()
    admin.post("/import-people/units/", {**told, "go": "1"})
    assert Organisation.objects.count() == before


def test_staff_with_several_posts(units, person):
    page, _ = bring(
        units, "staff", STAFF,
        ("方既白", "省农业农村厅", "科技教育处", "工作人员", "fang", "013800000000"),
        ("方既白", "农业农村厅", "", "办公室", "fang", ""),
        ("柳成荫", "省农业农村厅", "", "分管领导（副厅长）", "liu", 13800000001),
        ("孔令微", "议案建议处", "", "干部", "kong", ""),
        ("无此厅", "省水利厅", "", "办公室", "wu", ""),
        ("错职务", "省农业农村厅", "", "厅长大人", "cuo", ""),
        ("甲乙丙", "省农业农村厅", "", "办公室", "fang", ""),
        ("", "省农业农村厅", "", "办公室", "kong2", ""),
    )  # fmt: skip
    assert (
        "已导入 4 行" in page
        and "平台上没有“省水利厅”" in page
        and "职务类别可写" in page
        and "缺姓名" in page
    )
    assert "同一登录名在表里用于不同的人" in page
    fang = person("fang")
    assert {post.duty for post in Post.objects.filter(person_id=fang.id)} == {Duty.OFFICER, Duty.UNIT_OFFICE}
    leader = Post.objects.get(person_id=person("liu").id)
    assert (leader.duty, leader.title, person("liu").phone) == (Duty.LEADER, "副厅长", "13800000001")
    assert fang.phone == "013800000000"
    answer = units.post(
        "/import-people/links/", {"people": re.search(r'name="people" value="([\d,]+)"', page).group(1)}
    )
    rows = list(load_workbook(io.BytesIO(answer.content)).active.values)
    assert rows[0] == ("姓名", "登录名", "一次性链接", "有效至") and len(rows) == 4
    link = "/" + rows[1][2].split("/", 3)[3]
    assert Client().post(link, {"password": WORD, "again": WORD}).status_code == 302
    assert Client().post("/sign-in/", {"name": rows[1][1], "password": WORD}).status_code == 302


def test_the_old_name_of_a_unit_makes_no_second_one(units, person):
    """Renamed while lists with the old name are still about: each of them says what it is called now."""
    unit = Organisation.objects.get(name="省农业农村厅")
    said = {"key": "r", "seen": unit.version, "name": "省农业农村和乡村振兴厅", "short": "农业农村振兴厅"}
    assert units.post(f"/act/organisation/{unit.id}/change/", said).status_code == 302
    told = "“省农业农村厅”已改名为“省农业农村和乡村振兴厅”：请写现在的名称"
    page, _ = bring(units, "units", UNITS, ("省农业农村厅", "", "", "是", "新设处", ""))
    assert told in page and not Organisation.objects.filter(name="省农业农村厅").exists()
    page, _ = bring(units, "staff", STAFF, ("方既白", "省农业农村厅", "", "办公室", "fangjibai", ""))
    assert told in page and not Person.objects.filter(login="fangjibai").exists()


def test_deputies_good_and_bad(admin, person):
    page, _ = bring(
        admin, "deputies", DEPUTIES,
        ("周知远", "140021", "云浦代表团", "云浦市", "", ""),
        ("𠮷田·𰻝力", 140022, "云浦代表团", "", "", ""),
        ("刘  毅", "140023", "", "", "", "liuyi"),
        ("=1+1", "140024", "云浦代表团", "", "", ""),
        ("John", "140025", "", "", "", ""),
        ("重复者", "140021", "", "", "", ""),
        ("公式者", '=HYPERLINK("x")', "", "", "", ""),
        (None, None, None, None, None, None),
    )  # fmt: skip
    assert "不像一个姓名" in page and "不止一次" in page
    assert {row.name for row in Person.objects.exclude(login="wenren")} == {"𠮷田·𰻝力", "刘毅"}
    assert Seat.objects.get(root_id=person("140022").id).delegation.name == "云浦代表团"
    page, _ = bring(
        admin,
        "deputies",
        DEPUTIES,
        ("周知远", "140021", "云浦代表团", "云浦市", "", ""),
        ("别人", "140022", "", "", "", ""),
    )
    assert "已导入 0 行" not in page and "已被𠮷田·𰻝力使用" in page


def test_the_example_row_of_the_template_is_not_taken(admin):
    for kind, columns in (("units", UNITS), ("staff", STAFF), ("deputies", DEPUTIES)):
        content = admin.get(f"/import-people/{kind}/template.xlsx").content
        rows = list(load_workbook(io.BytesIO(content)).active.values)
        assert rows[0] == columns and len(rows) == 2
        answer = admin.post(f"/import-people/{kind}/", {"upload": SimpleUploadedFile("模板.xlsx", content)})
        assert answer.status_code == 422 and "没有填写内容" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.xlsx", b"", "空"), ("a.xlsx", b"PK\x03\x04broken", "损坏"), ("a.csv", "姓名\n甲".encode(), "表头里没有找到"),
        ("a.xlsx", "姓名,代表证号\n周知远,1".encode(), "后缀"), ("a.exe", b"MZ\x90", "认不出"),
    ],
)  # fmt: skip
def test_files_that_are_no_list(admin, name, content, told):
    answer = admin.post("/import-people/deputies/", {"upload": SimpleUploadedFile(name, content)})
    assert answer.status_code == 422 and told in answer.content.decode(), re.findall(
        r"没有读成.*", answer.content.decode()
    )
    assert admin.post("/import-people/deputies/", {"file": "²"}).status_code == 422


def test_a_csv_in_gb18030(admin):
    content = "姓名,代表证号\n周知远,140021\n".encode("gb18030")
    answer = admin.post("/import-people/deputies/", {"upload": SimpleUploadedFile("名单.csv", content)})
    assert answer.status_code == 200 and "可以导入 1 行" in answer.content.decode()


def test_another_administrators_file_is_not_read(admin, units):
    assert (
        "请选择一个文件" in admin.post("/import-people/units/", {"file": "123", "go": "1"}).content.decode()
    )
