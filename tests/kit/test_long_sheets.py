"""A long spreadsheet: text stays text, days are days, the header stays in sight, memory does not grow with the rows."""

import datetime as dt
import io
import tracemalloc
from tempfile import TemporaryFile

import openpyxl
import pytest

from jianyi.kit.long_sheets import write


def opened(rows, header=("甲", "乙"), title="办理台账", name="工作台账"):
    target = io.BytesIO()
    assert write(target, name=name, title=title, header=header, widths=[9, 30], rows=rows) == len(rows)
    return openpyxl.load_workbook(io.BytesIO(target.getvalue())).active


@pytest.mark.parametrize("start", list("=+-@\t＝＋－＠"))
def test_what_could_run_stays_text(start):
    sheet = opened([[f"{start}1+1", ""]], title=f"{start}题", header=[f"{start}甲", "乙"])
    for row in (1, 2, 3):
        assert sheet.cell(row, 1).data_type == "s" and sheet.cell(row, 1).value.startswith(f"'{start}")


def test_the_name_of_an_error_is_a_word_too():
    assert opened([["#N/A", "#REF!"]])["A3"].data_type == "s"


def test_numbers_that_are_names_keep_every_digit():
    sheet = opened([["430102199001011234", 430102199001011234], ["0012", 12]])
    assert [sheet.cell(3, n).value for n in (1, 2)] == ["430102199001011234"] * 2
    assert [sheet.cell(4, n).value for n in (1, 2)] == ["0012", 12]


def test_controls_line_ends_and_rare_characters():
    sheet = opened([["乙\x00\x01\x1f丙\r\n丁", "𠮷𰻞 & <b>"]])
    assert (sheet["A3"].value, sheet["B3"].value) == ("乙丙\n丁", "𠮷𰻞 & <b>")


def test_a_cell_holds_no_more_than_it_can_and_shows_where_it_was_cut():
    whole, long, rare = "字" * 32_767, "字" * 32_768, "𠮷" * 20_000
    sheet = opened([[whole, long], [rare, ""]])
    assert sheet["A3"].value == whole and sheet["B3"].value == "字" * 32_766 + "…"
    told = sheet["A4"].value
    assert len(told.encode("utf-16-le")) // 2 <= 32_767 and told == "𠮷" * 16_383 + "…"


def test_days_truth_and_nothing():
    sheet = opened([[dt.date(2026, 3, 2), True], [None, ""]])
    assert sheet["A3"].value == dt.datetime(2026, 3, 2) and sheet["A3"].number_format == "yyyy-mm-dd"
    assert sheet["B3"].value == "是" and sheet["A4"].value is None and sheet["A4"].border.left.style == "thin"


def test_it_is_laid_out_for_reading_and_for_paper():
    sheet = opened([["一", "二"]], name="a/b[1]:表")
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A3", "A2:B3", "$1:$2")
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:B1"] and sheet.title == "ab1表"
    assert sheet.column_dimensions["B"].width == 30 and sheet["A2"].font.b and not sheet["A3"].font.b
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)


def test_ten_times_the_rows_are_not_more_memory():
    def most(rows):
        tracemalloc.start()
        with TemporaryFile() as away:
            write(
                away,
                name="表",
                title="题",
                header=["甲"] * 8,
                widths=[9] * 8,
                rows=([f"字{n}"] * 8 for n in range(rows)),
            )
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    most(10)
    assert most(3_000) < most(300) + 500_000
