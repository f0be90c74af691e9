"""The finder of promises: on sentences of a province that never was, each with the day it means, and on real replies."""

import json
import re
import sys
from datetime import date
from pathlib import Path

import pytest

from jianyi.cases.proposing import Candidate, find, unsettled


SIGNED = date(2026, 5, 20)
REAL = Path(__file__).parents[3] / "shared/data/replies_official.jsonl"
NONE = None

# What commits, and until when: None where no day is named (无时限).
COMMITS = [
    ("我厅将于2027年6月30日前建成缓冲带32公里。", date(2027, 6, 30)),
    ("我厅拟在年底前完成管护经费机制建设。", date(2026, 12, 31)),
    ("2026年9月底前完成澜湖缓冲带规划编制。", date(2026, 9, 30)),
    ("力争9月底前出台实施细则。", date(2026, 9, 30)),
    ("明年上半年完成全部验收。", date(2027, 6, 30)),
    ("三季度启动云浦镇试点。", date(2026, 9, 30)),
    ("计划今年第四季度开工建设渡口泵站。", date(2026, 12, 31)),
    ("“十五五”期间推广小型农机一万台。", date(2030, 12, 31)),
    ("“十五五”末实现乡镇全覆盖，将逐年安排资金。", date(2030, 12, 31)),
    ("拟在三年内完成石桥老旧管网改造。", date(2029, 5, 20)),
    ("我局将在6个月内完成隐患点整治。", date(2026, 11, 20)),
    ("确保2027年春季学期前，即2027年2月底前投用。", date(2027, 2, 28)),
    ("争取在2026年12月15日前印发管理办法。", date(2026, 12, 15)),
    ("10月1日前完成标识标牌安装。", date(2026, 10, 1)),
    ("我厅承诺年内完成12个村的供水改造。", date(2026, 12, 31)),
    ("下一步，我厅将加大对丘陵农机研发的支持力度。", NONE),
    ("继续加强监测。", NONE),
    ("我们将会同财政部门建立稳定的投入机制。", NONE),
    ("今后将逐步扩大补贴范围。", NONE),
    ("进一步完善巡护制度。", NONE),
    ("持续推进河道清淤工作。", NONE),
    ("推动两镇签订协作协议。", NONE),
    ("加快推进示范点建设。", NONE),
    ("接下来我局将组织一次专项检查。", NONE),
    ("预计2027年10月建成通车，将大大缩短里程。", date(2027, 10, 31)),
    ("计划于2027年底前实现村村通公交，增加班次。", date(2027, 12, 31)),
    ("到2028年底，全省建成高标准示范带20条。", date(2028, 12, 31)),
    ("我委拟安排专项资金支持该项目建设。", NONE),
    ("我厅将把该路段纳入明年改造计划，2027年三季度完工并开展验收。", date(2027, 9, 30)),
    ("适时启动办法修订。", NONE),
    ("尽快组织专家论证。", NONE),
    ("争取明年底前完成征收并启动建设。", date(2027, 12, 31)),
    ("力争2026年内完成立项，2027年6月底前开工建设。", date(2027, 6, 30)),
    ("将在一个月内组织现场踏勘。", date(2026, 6, 20)),
    ("省级财政将从2027年起安排管护经费。", date(2027, 12, 31)),
    ("下半年启动第二批试点。", date(2026, 12, 31)),
    ("我局计划在渡口路新建停车场一处，11月底前投用。", date(2026, 11, 30)),
    ("2027年一季度完成系统升级。", date(2027, 3, 31)),
    ("两年内实现监测站点全覆盖。", date(2028, 5, 20)),
    ("确保汛期前，6月15日前完成闸门检修。", date(2026, 6, 15)),
    ("我厅将积极争取国家专项资金，支持云浦县开展试点。", NONE),
    ("我们将指导各县落实巡查责任。", NONE),
    ("着力培育本土农机企业。", NONE),
]  # fmt: skip

# What is done, is courteous, quotes others, or says how things are: nothing is promised.
SAYS = [
    "我厅已完成农机购置补贴发放。", "截至目前，全省建成缓冲带18公里。", "2025年，我局组织开展了三次检查。", "感谢您对我们工作的关心和支持。",
    "您提出的关于加强管护的建议收悉，现答复如下。", "近年来，我省持续推进河道治理。", "去年已将该路段纳入改造计划。", "我厅先后印发三份文件推动落实。",
    "根据条例规定，建设单位应当编制方案。", "如有不同意见，请与我们联系。", "我厅高度重视，召开专题会议研究。", "您在建议中提出，将沿湖道路加宽。",
    "该项目计划投资三亿元。", "该办法自去年起施行。", "现有监测站点42个。", "缓冲带位于澜湖东岸。",
    "累计投入资金1.2亿元，建成泵站6座。", "目前正在开展前期工作。", "联系人：石磊，联系电话：0000-0000000。", "欢迎您继续关注我们的工作。",
    "此前我局曾两次召开座谈会。", "本年度计划已经下达。", "省委会议强调，要加快推进农业现代化。", "这一做法有利于推动产业升级。",
    "项目已于2025年12月底前完成验收。", "我省丘陵面积占六成。", "有关办法已印发实施，进一步完善了制度。", "该路段日均车流量三千辆。",
    "农机合作社现有社员两百人。", "该村已建成农机服务中心。", "我厅组织编制了规划，现已批复。", "上年共办理证照一万件。",
    "实施计划由各县自行制定。", "该项工作由住房城乡建设部门负责。", "经核实，情况属实。", "恳请您一如既往地支持农机工作。",
    "建议中提出的第三条，与现行政策一致。", "目的是推动城乡融合。", "已督促施工单位落实降噪措施。", "委托第三方开展了评估。",
    "相关经费没有列入当年预算。", "我厅同意您的意见。", "2024年以来，培训机手两千人次。",
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), COMMITS)
def test_a_sentence_that_commits_is_proposed_with_its_day(text, day):
    (found,) = find(text, SIGNED)
    assert found.due == day
    assert text[found.start : found.end].rstrip("。").endswith(found.item[-6:].rstrip("。"))


@pytest.mark.parametrize("text", SAYS)
def test_what_is_done_or_only_said_is_not(text):
    assert find(text, SIGNED) == ()


def test_there_are_enough_sentences_to_tell():
    assert len(COMMITS) + len(SAYS) >= 80


def test_what_is_to_be_done_next_needs_no_other_word():
    found = find(
        "下一步打算如下：\n（一）加强农机研发。\n（二）完善补贴办法，年底前印发。\n已建成示范点3个。", SIGNED
    )
    assert [(each.item, each.due) for each in found] == [
        ("加强农机研发", None),
        ("完善补贴办法，年底前印发", date(2026, 12, 31)),
    ]


def test_days_count_from_the_day_of_signing():
    for signed, due in ((date(2026, 5, 20), date(2026, 9, 30)), (date(2026, 11, 2), date(2027, 9, 30))):
        assert [each.due for each in find("我厅拟于9月底前完成清淤。", signed)] == [due]
    assert [each.due for each in find("我厅拟于2月底前完成清淤。", date(2027, 11, 1))] == [date(2028, 2, 29)]


def test_what_is_written_or_struck_is_proposed_no_more():
    found = find("年底前完成管护机制建设。继续加强监测。进一步完善制度。", SIGNED)
    left = unsettled(found, ["年底前完成管护机制建设"], ["继续加强监测。"])
    assert [each.item for each in left] == ["进一步完善制度"]


def test_rare_letters_nothing_and_nonsense_do_no_harm():
    assert find("", SIGNED) == () and find("\x00" * 50, SIGNED) == ()
    assert [each.item for each in find("我厅将在𠮷村建设农机站。", SIGNED)] == ["我厅将在𠮷村建设农机站"]
    assert (
        find("2027年13月45日前", SIGNED) == ()
        and find("我厅将于2027年2月30日前建成泵站。", SIGNED)[0].due is None
    )


def test_a_text_ten_times_as_long_takes_about_ten_times_as_many_calls():
    for piece in ("我厅将于2027年6月30日前建成缓冲带32公里，", "2027年", "，", "将", "拟在三年内完成改造。"):
        short, long_ = (calls(piece * count) for count in (500, 5_000))
        assert long_ <= 12 * short, piece


def calls(text):
    counted = 0

    def count(_frame, event, _argument):
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        find(text, SIGNED)
    finally:
        sys.setprofile(None)
    return counted


# Read by hand: of 60 proposals drawn from real replies, 50 are commitments.
@pytest.mark.skipif(not REAL.exists(), reason="the real letters are not at hand")
def test_of_real_replies_it_proposes_a_few_each_and_never_half_the_text():
    rows = [json.loads(line) for line in REAL.read_text("utf-8").splitlines()]
    found = {row["id"]: find(row["text"], day_of(row["text"])) for row in rows}
    assert 0.5 <= sum(map(len, found.values())) / len(found) <= 3
    assert all(isinstance(each, Candidate) for rows in found.values() for each in rows)
    assert [len(found[number]) for number in ("R001", "R018", "R031", "R043")] == [1, 1, 0, 0]


def day_of(text):
    year = re.search(r"〔(20\d\d)〕", text[:200]) or re.search(r"(20\d\d)年", text)
    return date(int(year.group(1)) if year else 2019, 6, 30)
