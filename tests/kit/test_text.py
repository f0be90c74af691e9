"""Text is cleaned without losing rare characters, and names are told by code points."""

import pytest

from jianyi.kit.encoding import REPAIR, decode, repair
from jianyi.kit.text import clean, comparable, fold, is_name, same, tidy_name


@pytest.mark.parametrize(
    "name",
    [
        "王小明",
        "刘毅",
        "𠮷小明",
        "朱镕",
        "𰻝小",
        "𱁬𱁬",
        "𮯰小明",
        "㛃小",
        "欧阳小明",
        "买买提·艾力",
        "古丽巴哈尔·买买提明·热合曼",
        "〇小明",
        "𲎰小",
        "龴小",
    ],
)
def test_names_with_any_han_character_are_accepted(name):
    assert is_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "王",
        "王小明1",
        "王 明",
        "·艾力",
        "艾力·",
        "艾力··买",
        "王小明代表:",
        "John",
        "王\u202e明",
        "=王明",
        "王" * 31,
        "\ue000明",
    ],
)
def test_what_cannot_be_a_name_is_refused(name):
    assert not is_name(name)


def test_a_name_is_tidied():
    assert tidy_name(" 刘　毅 ") == "刘毅"
    assert tidy_name("买买提•艾力") == tidy_name("买买提・艾力") == tidy_name("买买提·艾力") == "买买提·艾力"


def test_hidden_characters_go_and_rare_ones_stay():
    cleaned = clean("甲\x00乙\u202e丙\u200b丁\x07\r\n𠮷\ufeff𰻝\u2028é")
    assert cleaned.text == "甲乙丙丁\n𠮷𰻝\né"
    assert len(cleaned.warnings) == 2


def test_clean_text_gives_no_warning():
    assert clean("镕基\t一\n二").warnings == ()


def test_combined_characters_are_normalised():
    assert clean("e\u0301").text == "\xe9"


def test_both_widths_compare_as_the_same():
    assert same("（Ａ类）：“修路”！", '(A类): "修路"!')
    assert not same("修路", "修渠")
    assert comparable("第 ０１ 号") == "第01号"


def test_folding_never_changes_the_length():
    text = "（Ａ）　：，﹝﹞𠮷\u00a0"
    assert len(fold(text)) == len(text)
    assert fold(text)[:3] == "(A)"


def test_the_changed_mappings_of_gb18030_are_repaired():
    assert decode(bytes.fromhex("a6d9a6daa6db")).text == "\ufe10\ufe12\ufe11"
    assert decode(bytes.fromhex("fe59fe61fe66fe67fe6dfe7efe90fea0")).text == "".join(
        map(chr, range(0x9FB4, 0x9FBC))
    )
    assert decode(bytes.fromhex("a8bc") + "字".encode("gb18030")).text == "\u1e3f字"
    assert len(REPAIR) == 19 and len(set(REPAIR.values())) == 19
    assert repair("普通文字") == "普通文字"


def test_rare_characters_in_gb18030_are_kept():
    for text in ("朱镕基𠮷", "𰻝𱁬", "龻䶮"):
        assert decode(text.encode("gb18030"), "gb2312").text == text


def test_a_cut_off_text_is_read_as_far_as_it_goes():
    decoded = decode("青石渠的建议".encode()[:-1])
    assert decoded.text.startswith("青石渠的建")
    assert decoded.warnings
