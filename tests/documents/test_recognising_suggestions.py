"""Suggestions are recognised in forms, letters and copies. All names and places are made up."""

import pytest

from jianyi.documents.reading import Text, pasted
from jianyi.documents.recognition import recognise


TITLE = "关于在青石路增设路灯的建议"


def test_a_plain_letter_is_taken_apart():
    found = recognise(
        pasted(
            f"{TITLE}\n领衔代表:王小明\n附议代表:赵大川、李 四、买买提·艾力\n一、情况与问题\n青石路夜间昏暗。\n"
            "二、具体建议\n1.增设路灯二十盏。\n2.加强巡查。\n2025年1月8日"
        )
    )
    assert found.kind == "suggestion"
    assert found.title == TITLE
    assert found.proposers == ("王小明", "赵大川", "李四", "买买提·艾力")
    assert found.body == "一、情况与问题\n青石路夜间昏暗。\n二、具体建议\n1.增设路灯二十盏。\n2.加强巡查。"
    assert found.points == ("1.增设路灯二十盏。", "2.加强巡查。")
    assert found.date == "2025-01-08"
    assert not found.warnings


def test_a_form_in_a_table_is_read_cell_by_cell():
    found = recognise(
        pasted(
            "青江县第十八届人民代表大会第五次会议\n代表建议、批评和意见表\n编号\t0157\t类别\t交通\n案由\t关于在青石路增设路灯的建议\n"
            "领衔代表\t王小明\t代表团\t城关镇\t联系电话\t13800000000\n附议人\t赵大川 李四\n"
            "内容\t青石路夜间昏暗,群众出行不便。\n建议:增设路灯二十盏。\n承办单位\t县住建局"
        )
    )
    assert found.title == TITLE
    assert found.number == "0157"
    assert found.proposers == ("王小明", "赵大川", "李四")
    assert found.unit == "县住建局"
    assert found.body == "青石路夜间昏暗,群众出行不便。\n建议：增设路灯二十盏。"
    assert found.points == ("增设路灯二十盏。",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("提案人:王小明 联名人:赵大川", ("王小明", "赵大川")),
        ("建议人：王小明、赵大川", ("王小明", "赵大川")),
        ("提案者:王 明(县一中)138****0000", ("王明",)),
        ("领 衔 人:王 明\n联 名 人:赵大川 钱 多 孙六", ("王明", "赵大川", "钱多", "孙六")),
        ("代表姓名 王小明 联系电话 138****0000 所属代表团 通讯地址 县人大", ("王小明",)),
        ("提出人:王小明等10名代表", ("王小明",)),
        ("领衔代表(签名):王小明", ("王小明",)),
        ("【建议人】王小明", ("王小明",)),
        ("附议人:王小明、\n赵大川", ("王小明", "赵大川")),
        ("王小明 代表", ("王小明",)),
        ("青江县人大代表 王小明", ("王小明",)),
        ("(王小明等5名代表)", ("王小明",)),
        ("王小明", ("王小明",)),
        ("建议人:𰻝小镕", ("𰻝小镕",)),
    ],
)
def test_the_proposers_are_found_under_every_heading(line, names):
    found = recognise(pasted(f"{TITLE}\n{line}\n青石路夜间昏暗,群众意见很大。\n建议增设路灯。"))
    assert found.proposers == names
    assert found.title == TITLE
    assert found.body == "青石路夜间昏暗,群众意见很大。\n建议增设路灯。"


def test_proposers_may_sign_at_the_end():
    found = recognise(
        pasted(f"{TITLE}\n青石路夜间昏暗。建议增设路灯。\n城关代表团 王小明 赵大川\n二〇二五年一月八日")
    )
    assert found.proposers == ("王小明", "赵大川")
    assert found.body == "青石路夜间昏暗。建议增设路灯。"
    assert found.date == "2025-01-08"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"标题:{TITLE}\n青石路夜间昏暗。", TITLE),
        (f"题目：{TITLE}\n青石路夜间昏暗。", TITLE),
        ("案由:在青石路增设路灯\n理由:青石路夜间昏暗。", "在青石路增设路灯"),
        ("关于在青石路增设路灯\n和减速带的建议\n青石路夜间昏暗。", "关于在青石路增设路灯和减速带的建议"),
        (f"青江县政协十届三次全委会社情民意\n第1号\n{TITLE}\n青石路夜间昏暗。", TITLE),
        (
            "关于青石路的议案\n案由:青石路夜间昏暗,群众意见很大,事故时有发生。近年来多次反映,至今没有解决,急需重视。\n建议:增设。",
            "关于青石路的议案",
        ),
    ],
)
def test_the_title_is_found_in_a_heading_or_a_field(text, title):
    assert recognise(pasted(text)).title == title


def test_labels_that_a_copy_has_run_together_are_parted():
    found = recognise(
        Text(
            "html",
            (
                "增设路灯(青江县第十八届人大第五次会议代表建议)",
                "事由:增设路灯建议人:王小明建议内容:青石路夜间昏暗。建议增设路灯。",
            ),
        )
    )
    assert found.proposers == ("王小明",)
    assert found.body == "青石路夜间昏暗。建议增设路灯。"


def test_what_the_office_adds_below_is_not_part_of_the_text():
    found = recognise(
        pasted(
            f"{TITLE}\n编 号:第〔85〕号 所属类别:委员提案\n提案人:王小明 联名人:赵大川\n青石路夜间昏暗。 为此建议:增设路灯二十盏。\n"
            "审查结果:已立案 信息公开:是\n交办时间:2025年5月5日 是否重点:否\n主办单位:县住建局"
        )
    )
    assert found.number == "85"
    assert found.unit == "县住建局"
    assert found.body == "青石路夜间昏暗。 为此建议:增设路灯二十盏。"
    assert found.points == ("增设路灯二十盏。",)
    assert found.date == ""


def test_a_page_with_the_reply_below_gives_the_suggestion():
    found = recognise(
        pasted(
            f"{TITLE}\n建议编号:第0157号\n建议人:王小明\n建议内容:青石路夜间昏暗。\n答复内容:\n王小明代表:\n您提出的建议收悉。现答复如下:\n已安排。\n"
            "青江县住建局\n2025年6月3日"
        )
    )
    assert (found.kind, found.number, found.body) == ("suggestion", "0157", "青石路夜间昏暗。")


@pytest.mark.parametrize(
    ("asked", "points"),
    [
        ("为此,建议:\n一、增设路灯。\n二、加强巡查。", ("一、增设路灯。", "二、加强巡查。")),
        ("为此建议:\n(一)增设路灯。\n(二)加强巡查。", ("(一)增设路灯。", "(二)加强巡查。")),
        ("建议:\n1、增设路灯;\n2、加强巡查。", ("1、增设路灯;", "2、加强巡查。")),
        ("具体建议:①增设路灯;②加强巡查。", ("①增设路灯;", "②加强巡查。")),
        ("为此,特提出如下建议:一是增设路灯。二是加强巡查。", ("一是增设路灯。", "二是加强巡查。")),
        ("为此,我们建议:增设路灯二十盏。", ("增设路灯二十盏。",)),
        ("二、建议\n（一）增设路灯。\n（二）加强巡查。", ("（一）增设路灯。", "（二）加强巡查。")),
        ("因此建议县住建局增设路灯。", ("因此建议县住建局增设路灯。",)),
    ],
)
def test_the_concrete_requests_are_found(asked, points):
    found = recognise(pasted(f"{TITLE}\n建议人:王小明\n青石路夜间昏暗。\n{asked}"))
    assert found.points == points
    assert found.body.endswith(asked.split("\n")[-1].removeprefix("具体建议:"))


def test_what_is_missing_is_said():
    found = recognise(pasted("随便一句话而已，没有标题也没有姓名，只是很长的一段说明文字，说明情况。"))
    assert found.kind == "suggestion"
    assert "没有找到提出建议的代表，请手工选择。" in found.warnings
