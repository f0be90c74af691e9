"""Spreadsheets are written so that no text can run, and read with limits."""

import datetime as dt
import io

import openpyxl
import pytest

from jianyi.kit.spreadsheets import Table, neutral, read_rows, template, write
from jianyi.kit.unreadable import Unreadable


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content)).active


@pytest.mark.parametrize("start", list("=+-@\t\r＝＋－＠"))
def test_text_that_could_be_a_formula_gets_an_apostrophe(start):
    assert neutral(f"{start}1+1") == f"'{start}1+1"
    cell = opened(write([Table(["甲"], [[f"{start}cmd"]])])).cell(2, 1)
    assert cell.data_type == "s"
    assert cell.value.startswith("'")


def test_headers_titles_and_totals_are_neutralised_too():
    sheet = opened(write([Table(["=甲"], [], title="=题", totals=["=合"], name="=名")]))
    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == ["'=题", "'=甲", "'=合"]


def test_numbers_and_dates_stay_what_they_are():
    moment = dt.datetime(2025, 1, 8, 9, 30, tzinfo=dt.UTC)
    sheet = opened(
        write([Table(["数", "日", "时", "否", "字"], [[-3, dt.date(2025, 1, 8), moment, False, "01"]])])
    )
    values = [cell.value for cell in sheet[2]]
    assert values == [-3, dt.datetime(2025, 1, 8), dt.datetime(2025, 1, 8, 9, 30), "否", "01"]
    assert sheet.cell(2, 2).number_format == "yyyy-mm-dd"


def test_the_header_is_frozen_and_the_title_spans_the_columns():
    table = Table(["编号", "标题"], [[1, "关于修缮青石渠的建议" * 9]], title="汇总", totals=["合计", 1])
    sheet = opened(write([table]))
    assert sheet.freeze_panes == "A3"
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:B1"]
    assert sheet.column_dimensions["B"].width == 60
    assert [cell.value for cell in sheet[4]] == ["合计", 1]


def test_sheets_get_names_that_excel_accepts():
    content = write(
        [
            Table(["甲"], [], name="a/b:c*?[x]" + "长" * 40),
            Table(["甲"], [], name="同"),
            Table(["甲"], [], name="同"),
            Table(["甲"], []),
        ]
    )
    names = openpyxl.load_workbook(io.BytesIO(content)).sheetnames
    assert len(set(names)) == 4
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_control_characters_do_not_break_the_file():
    assert opened(write([Table(["甲"], [["乙\x00\x01丙"]])])).cell(2, 1).value == "乙丙"


def test_what_was_written_reads_back_the_same():
    rows = [["01", "=甲", 3, 2.5, dt.date(2025, 1, 8)], ["", "𠮷镕", -1, "", ""]]
    (sheet,) = read_rows("a.xlsx", write([Table(list("一二三四五"), rows, name="表")]))
    assert sheet.name == "表"
    assert [list(row) for row in sheet.rows[1:]] == rows


def test_the_template_has_text_columns_and_an_example():
    sheet = opened(template(["编号", "标题"], ["01", "关于修缮青石渠的建议"]))
    assert [cell.value for cell in sheet[1]] == ["编号", "标题"]
    assert sheet.cell(2, 1).value == "01"
    assert sheet.column_dimensions["A"].number_format == "@"


def test_csv_is_read_with_its_own_delimiter_and_quotes():
    (sheet,) = read_rows("名单.csv", '标题;代表\n"修渠;\n修路";王小明\n'.encode("gb18030"))
    assert sheet.name == "名单"
    assert sheet.rows == (("标题", "代表"), ("修渠;\n修路", "王小明"))


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("empty", b""),
        ("empty", b"\r\n "),
        ("oversized", b"x" * (20 * 1024 * 1024 + 1)),
        ("broken", b"PK\x03\x04 nothing"),
        ("broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 nothing"),
        ("cells", b"1," * 200_001),
    ],
)
def test_bad_spreadsheets_are_refused(code, content):
    with pytest.raises(Unreadable) as refused:
        read_rows("a.xlsx", content)
    assert refused.value.code == code
