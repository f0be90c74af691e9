"""Replies are recognised in every form that offices give them. All names and places are made up."""

import pytest

from jianyi.documents.reading import Text, pasted
from jianyi.documents.recognition import recognise


OPENING = "您提出的《关于修缮青石渠的建议》收悉。现答复如下:"
BODY = f"{OPENING}\n一、青石渠已列入今年计划。\n二、工程将在年底完工。\n感谢您对水利工作的关心。"
TITLE = "对青江县十八届人大五次会议第20号建议的答复"
SIGNED = "青江县水利局\n2025年6月3日"


def letter(head=TITLE, salutation="王小明代表:", body=BODY, foot=SIGNED):
    return recognise(pasted("\n".join(filter(None, (head, salutation, body, foot)))))


def test_a_complete_official_letter_is_taken_apart():
    found = letter(
        "澜江省青江县水利局文件\n青水函〔2025〕12号    签发人:李某\nA类 同意公开\n关于县十八届人大五次会议第0157号建议的\n答   复",
        "王小明、赵大川等10名代表:",
        BODY,
        "青江县水利局(盖章)\n2025年6月3日\n(联系人:周某 联系电话:0730-1234567)\n"
        "抄送:县人大常委会代表工委,县政府办公室。\n青江县水利局办公室 2025年6月3日印发",
    )
    assert found.kind == "reply"
    assert found.title == "关于县十八届人大五次会议第0157号建议的答复"
    assert found.number == "0157"
    assert found.addressee == ("王小明", "赵大川")
    assert found.unit == "澜江省青江县水利局"
    assert found.reply_class == "A"
    assert found.date == "2025-06-03"
    assert found.body == BODY
    assert found.points == ("一、青石渠已列入今年计划。", "二、工程将在年底完工。")
    assert found.suggestion_title == "关于修缮青石渠的建议"
    assert found.document_number == "青水函〔2025〕12号"
    assert not found.warnings


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("对县十七届人大三次会议第01号建议的答复", "01"),
        ("对县十七届人大三次会议第0157号建议的答复", "0157"),
        ("关于政协青江区六届四次会议第〔85〕号委员提案的回复", "85"),
        ("关于区十八届人大四次会议第20250118040077号建议的答复函", "20250118040077"),
        ("对区十八届人大四次会议自编号027号建议的答复", "027"),
        ("关于市十届人大四次会议建议第41号的复函", "41"),
        ("青江县民政局关于县人大代表王小明所提第35号建议的复函", "35"),
        ("关于市十届人大第四次会议第 Y2025018 号代表建议的答复", "Y2025018"),
        ("关于县政协十届三次会议第12、15号提案的答复", "12、15"),
        ("青江县人民法院关于县人大第九号建议的答复", "九"),
        ("关于对县第十八届人大第５次会议第６６号建议的答复", "66"),
        ("关于县十八届人大五次会议第1号议案办理情况的报告", "1"),
        ("关于修缮青石渠的建议的答复", ""),
    ],
)
def test_the_number_is_taken_as_printed_in_the_title(title, number):
    assert letter(title).number == number
    assert letter(title).title.replace("６", "6")[-2:] in ("答复", "回复", "答复函"[-2:], "复函", "报告")


@pytest.mark.parametrize(
    ("opening", "number"),
    [
        ("您提出的关于修缮青石渠的建议(编号:20250118040077)收悉,现答复如下:", "20250118040077"),
        ("您在会上提出的第4号“关于修缮青石渠的建议”收悉,现答复如下:", "4"),
        ("您提出的《关于修缮青石渠的建议》（第〔85〕号）收悉，现答复如下：", "85"),
        ("您在县十八届人大五次会议上提出的《关于修缮青石渠的建议》收悉,现答复如下:", ""),
        ("您提出的建议收悉。根据青水函〔2025〕12号文件,现答复如下:", ""),
    ],
)
def test_a_number_may_stand_in_the_opening_only(opening, number):
    assert letter("关于修缮青石渠的建议的答复", body=f"{opening}\n已安排。").number == number


def test_the_number_of_the_document_is_never_the_number_of_the_suggestion():
    head = "青教建议〔2025〕第179号\n关于修缮青石渠的建议的答复"
    assert letter(head).number == ""
    head = "文  号:青农议[2025]200号\nB\n同意对外公开\n对省十四届人大三次会议第3309号建议的答复"
    assert letter(head).number == "3309"


@pytest.mark.parametrize(
    ("head", "foot", "mark"),
    [
        ("类别:C\n" + TITLE, SIGNED, "C"),
        ("类 别：B\n" + TITLE, SIGNED, "B"),
        ("类别:(C)\n公开\n" + TITLE, SIGNED, "C"),
        ("青水函〔2025〕5号(B类)\n" + TITLE, SIGNED, "B"),
        ("青水函〔2025〕5号(A)\n" + TITLE, SIGNED, "A"),
        ("青水函〔2025〕60号                B类  同意公开\n" + TITLE, SIGNED, "B"),
        ("B\n" + TITLE, SIGNED, "B"),
        ("（Ｂ）\n" + TITLE, SIGNED, "B"),
        ("D类\n" + TITLE, SIGNED, "D"),
        (TITLE + "(C类)", SIGNED, "C"),
        (TITLE, "办理结果:B\n" + SIGNED, "B"),
        (TITLE, "办复类别:B类\n联系电话:1234567\n" + SIGNED, "B"),
        (TITLE, SIGNED + "\n答复类别：A", "A"),
        (TITLE, SIGNED + "\n办理结果分类:A□ B☑ C□", "B"),
        (TITLE, "类别标记:B1\n" + SIGNED, "B"),
        (TITLE, SIGNED, ""),
        (TITLE, SIGNED + "\n注:办复类别共分ABC三类。\nA类——所提问题已经解决;\nB类——正在解决;", ""),
        ("类别:А\n" + TITLE, SIGNED, "A"),
    ],
)
def test_the_class_is_found_wherever_it_is_printed(head, foot, mark):
    found = letter(head, foot=foot)
    assert found.reply_class == mark
    assert found.body == BODY
    assert found.number == "20"


def test_a_class_in_running_text_counts_only_with_its_label():
    assert letter(body=OPENING + "\n我县现有A类企业三家,B类企业五家。\n感谢您。").reply_class == ""
    assert letter(body=OPENING + "\n该建议办理结果为A类,已解决。\n感谢您。").reply_class == "A"
    assert letter(body=BODY + "\n(B类)").reply_class == "B"


@pytest.mark.parametrize(
    ("salutation", "names"),
    [
        ("王小明代表:", ("王小明",)),
        ("王小明代表：", ("王小明",)),
        ("王小明代表", ("王小明",)),
        ("尊敬的王小明委员:", ("王小明",)),
        ("刘 毅代表:", ("刘毅",)),
        ("张 三、李 四、王五代表:", ("张三", "李四", "王五")),
        ("王小明 赵大川 代表:", ("王小明", "赵大川")),
        ("王小明等委员:", ("王小明",)),
        ("王小明等四位代表:", ("王小明",)),
        ("王小明、赵大川等10名代表:", ("王小明", "赵大川")),
        ("王小明代表、赵大川代表:", ("王小明", "赵大川")),
        ("王小明(县)、赵大川代表:", ("王小明", "赵大川")),
        ("尊敬的买买提·艾力、阿依古丽•吐尔逊代表:", ("买买提·艾力", "阿依古丽·吐尔逊")),
        ("欧阳小明代表并转各联名代表:", ("欧阳小明",)),
        ("𠮷小镕代表:", ("𠮷小镕",)),
        ("尊敬的王小明代表，您好！", ("王小明",)),
        ("青石镇政协联络组:", ("青石镇政协联络组",)),
        ("民盟青江县总支:", ("民盟青江县总支",)),
        ("各位代表:", ()),
        ("王小明、赵大川、\n孙六六、李七七代表:", ("王小明", "赵大川", "孙六六", "李七七")),
    ],
)
def test_the_salutation_gives_the_names(salutation, names):
    found = letter(salutation=salutation)
    assert found.addressee == names
    assert found.title == TITLE
    assert found.body == BODY


@pytest.mark.parametrize(
    ("foot", "unit"),
    [
        ("青江县人民政府办公室\n2025年6月3日", "青江县人民政府办公室"),
        ("青江县人民政府\n办公室\n2025年6月3日", "青江县人民政府办公室"),
        ("澜江市南山区发展和改革局\n二〇二五年六月三日", "澜江市南山区发展和改革局"),
        ("青江县高新技术产业开发区管理委员会\n2025年6月3日", "青江县高新技术产业开发区管理委员会"),
        ("澜江市公安局交通警察支队\n2025年6月3日", "澜江市公安局交通警察支队"),
        ("国网澜江省电力有限公司青江县供电分公司\n2025年6月3日", "国网澜江省电力有限公司青江县供电分公司"),
        ("中国澜江农村商业银行股份有限公司青江支行\n2025.6.3", "中国澜江农村商业银行股份有限公司青江支行"),
        ("青江县人民法院\n2025-06-03", "青江县人民法院"),
        ("青江县青石镇人民政府\n2025年6月3日", "青江县青石镇人民政府"),
        ("青石街道办事处\n2025年6月3日", "青石街道办事处"),
        ("青江县疾病预防控制中心  2025年6月3日", "青江县疾病预防控制中心"),
        ("青江县教育局 青江县财政局\n2025年6月3日", "青江县教育局;青江县财政局"),
        ("中共青江县委宣传部\n青江县融媒体中心\n2025年6月3日", "中共青江县委宣传部;青江县融媒体中心"),
        ("县水利局\n2025年6月3日", "青江县水利局"),
        ("承办单位:青江县水利局\n分管领导:李某\n承办人:周某  电话:1234567\n2025年6月3日", "青江县水利局"),
        ("2025年6月3日", ""),
    ],
)
def test_the_unit_is_the_one_that_signed(foot, unit):
    found = letter(foot=foot)
    assert found.unit == unit
    assert found.body == BODY
    assert found.date == "2025-06-03"


def test_a_unit_that_only_the_title_names_is_taken_from_there():
    assert letter("青江县水利局关于第20号建议的答复", foot="2025年6月3日").unit == "青江县水利局"
    assert letter("对县十六届人大一次会议第3号建议的答复(水利局)", foot="").unit == "水利局"
    assert letter("青江县水利局关于第20号建议的答复", foot="县水利局\n2025年6月3日").unit == "青江县水利局"


@pytest.mark.parametrize(
    "foot",
    [
        SIGNED + "\n(此件公开发布)",
        SIGNED + "\n抄送:县政府督查室。\n- 1 -",
        SIGNED + "\n附件:办理情况表\n序号 提案 办理情况\n1 甲 办理中",
        "附:1.青石渠图\n   2.预算表\n" + SIGNED,
        "附件：青石渠图\n" + SIGNED,
        "(联系人:周某 联系电话:0730-1234567)\n" + SIGNED,
        "联系单位:青江县水利局\n联系电话:0730─1234567\n" + SIGNED,
        SIGNED + "\n承办负责人:刘 毅\n承办人及联系电话:周某某  0730-1234567",
        "                    青江县水利局\n                  2025年6月3日",
        "青江县水利局\n2025 年 6 月 3 日",
    ],
)
def test_nothing_below_the_letter_gets_into_its_text(foot):
    found = letter(foot=foot)
    assert found.body == BODY
    assert found.unit == "青江县水利局"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "关于政协青江县第十届委员会第二次会议\n第14号提案的复函",
            "关于政协青江县第十届委员会第二次会议第14号提案的复函",
        ),
        ("对县十七届人大三次会议第01号建议的\n答  复", "对县十七届人大三次会议第01号建议的答复"),
        ("青江县水利局\n关于第20号建议的\n答 复 函", "青江县水利局关于第20号建议的答复函"),
        ("青江县水利局\n青水函〔2025〕8号\n对第20号建议的答复", "对第20号建议的答复"),
        ("关于第20号建议的答复\n函", "关于第20号建议的答复函"),
        ("青石街道办事处对县人大第20号建议的答复", "青石街道办事处对县人大第20号建议的答复"),
        ("关于修缮青石渠建议的答复意见", "关于修缮青石渠建议的答复意见"),
        ("对第20号建议的协办意见", "对第20号建议的协办意见"),
    ],
)
def test_a_title_is_put_together_and_parted_from_the_letterhead(head, title):
    assert letter(head).title == title


def test_the_title_of_the_page_goes_before_the_one_in_the_letter():
    lines = ("对第20号建议的", "答  复", "王小明代表:", *BODY.split("\n"), *SIGNED.split("\n"))
    found = recognise(Text("html", lines, title="青江县水利局对第20号建议的答复"))
    assert found.title == "青江县水利局对第20号建议的答复"
    assert found.addressee == ("王小明",)


def test_a_letter_whose_line_ends_were_lost_is_parted_again():
    glued = (
        "王小明等代表: 您在会上提出的《关于修缮青石渠的建议》收悉。现答复如下: 一、基本情况 青石渠建于一九七五年,渠道老化,漏水严重,影响灌溉。 "
        "二、下一步打算 我局将争取资金,尽快组织修缮。 感谢您对水利工作的关心。 青江县水利局 2025年6月3日"
    )
    found = recognise(pasted(f"{TITLE}\n{glued}"))
    assert found.addressee == ("王小明",)
    assert found.unit == "青江县水利局"
    assert found.date == "2025-06-03"
    assert found.body.startswith("您在会上") and found.body.endswith("感谢您对水利工作的关心。")
    assert [point.split("\n")[0] for point in found.points] == ["一、基本情况", "二、下一步打算"]


def test_a_whole_letter_in_one_line_is_parted_again():
    head = f"青水函〔2025〕12号 (B类) {TITLE}"
    found = recognise(
        pasted(f"{head} 王小明代表: {BODY} {SIGNED} 联系人:周某 联系电话:1234567".replace("\n", " "))
    )
    assert (found.title, found.number, found.reply_class) == (TITLE, "20", "B")
    assert (found.addressee, found.unit, found.date) == (("王小明",), "青江县水利局", "2025-06-03")
    assert found.body == BODY


def test_a_letter_without_spaces_between_its_parts_is_parted_too():
    found = recognise(pasted(f"王小明代表:{BODY.replace(chr(10), '')}{SIGNED.replace(chr(10), '')}"))
    assert (found.kind, found.addressee, found.unit) == ("reply", ("王小明",), "青江县水利局")


def test_a_letter_that_greets_nobody_still_has_its_text():
    found = letter(salutation="")
    assert found.body == BODY
    assert found.addressee == ()
    assert any("代表姓名" in warning for warning in found.warnings)


def test_both_widths_of_punctuation_are_alike():
    wide = BODY.translate(str.maketrans(":,", "：，"))
    found = letter(salutation="王小明代表：", body=wide)
    assert (found.kind, found.addressee, found.body) == ("reply", ("王小明",), wide)


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("2025年6月3日", "2025-06-03"),
        ("2025 年 06 月 03 日", "2025-06-03"),
        ("二〇二五年六月三日", "2025-06-03"),
        ("二0二五年十二月二十一日", "2025-12-21"),
        ("二○二五年十月三十日", "2025-10-30"),
        ("2025-6-3", "2025-06-03"),
        ("2025.06.03", "2025-06-03"),
        ("２０２５年６月３日", "2025-06-03"),
        ("2025年13月3日", ""),
        ("202563", "2025-06-03"),
    ],
)
def test_the_date_is_read_in_every_form(line, iso):
    found = letter(foot=f"青江县水利局\n{line}")
    assert found.date == iso
    assert found.body == BODY


def test_what_is_missing_is_said_in_a_sentence_each():
    found = recognise(pasted("王小明代表:\n您提出的建议收悉。现答复如下:\n已安排。"))
    assert len(found.warnings) == 5
    assert all(warning.startswith("没有找到") and warning.endswith("。") for warning in found.warnings)
