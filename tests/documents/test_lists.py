"""Lists of suggestions in spreadsheets: headers in any order and wording; a bad row does not stop the rest."""

import datetime as dt

from jianyi.documents.recognition import rows
from jianyi.kit.spreadsheets import Table, read_rows, write


def test_headers_are_recognised_in_any_order_and_wording():
    table = [
        ["青江县第十八届人大五次会议建议汇总表", "", "", "", "", "", "", ""],
        ["联名代表", "案由", "建议编号", "代表姓名", "代表团", "主办单位", "协办单位", "情况与问题"],
        [
            "赵大川、李 四",
            "关于修渠的建议",
            "01",
            "王小明",
            "城关",
            "县水利局",
            "县财政局、县自然资源局",
            "渠道漏水",
        ],
    ]
    (row,), warnings = rows(table)
    assert not warnings
    assert (row.line, row.title, row.number) == (3, "关于修渠的建议", "01")
    assert row.proposers == ("王小明", "赵大川", "李四")
    assert (row.delegation, row.unit, row.problem) == ("城关", "县水利局", "渠道漏水")
    assert row.joint_units == ("县财政局", "县自然资源局")


def test_one_bad_row_gets_its_own_sentence_and_the_rest_goes_on():
    table = [
        ["编号", "标题", "领衔代表", "类别", "日期"],
        [1, "关于甲的建议", "王小明", "A类", dt.datetime(2025, 1, 8)],
        [2, "", "赵大川", "B", "2025年1月9日"],
        [3, "关于乙的建议", "???", "特别好", "昨天"],
        ["", "", "", "", ""],
        [4, "", "", "", ""],
        ["合计", 3, "", "", ""],
        [5, "关于丙的建议", "李 四", "办理结果:C", 45000],
    ]
    taken, warnings = rows(table)
    assert [row.title for row in taken] == ["关于甲的建议", "关于乙的建议", "关于丙的建议"]
    assert (taken[0].number, taken[0].reply_class, taken[0].date) == ("1", "A", "2025-01-08")
    assert taken[2].reply_class == "C"
    assert warnings[0] == "第 3 行没有标题，没有导入。请补上标题后再导入这一行。"
    assert sum(warning.startswith("第 4 行") for warning in warnings) == 3
    assert all(warning.endswith("。") for warning in warnings)


def test_a_sheet_without_a_header_says_what_to_do():
    taken, warnings = rows([["王小明", "修渠"], ["赵大川", "修路"]])
    assert not taken
    assert "表头" in warnings[0]


def test_a_header_is_looked_for_in_the_first_ten_rows_only():
    filler = [["说明"]] * 9
    good = [["标题", "领衔代表"], ["修渠", "王小明"]]
    assert rows(filler + good)[0]
    assert not rows(filler + [["说明"]] + good)[0]


def test_columns_that_are_not_used_are_named():
    _, warnings = rows([["标题", "领衔代表", "领导批示"], ["修渠", "王小明", "同意"]])
    assert warnings == ["这几列没有用到：领导批示。"]


def test_a_written_list_can_be_read_again():
    header = ["编号", "标题", "领衔代表", "日期"]
    table = Table(
        header, [["01", "=修渠", "王小明", dt.date(2025, 1, 8)]], title="建议汇总", totals=["合计", 1]
    )
    (sheet,) = read_rows("a.xlsx", write([table]))
    (row,), warnings = rows(sheet)
    assert not warnings
    assert (row.number, row.title, row.date) == ("01", "=修渠", "2025-01-08")
