"""What changed between two texts: the parts put together give both back."""

import pytest
from hypothesis import given, settings, strategies as st

from jianyi.web.units.redline import compare, count


def sides(parts):
    old = "".join(part.text for part in parts if part.kind != "ins")
    new = "".join(part.text for part in parts if part.kind != "del")
    return old, new


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("将适时印发办法。其余不变。", "将于 9 月底前印发办法。其余不变。", 1),
        ("一样。", "一样。", 0),
        ("", "全新的一句。", 1),
        ("要删去的一句。", "", 1),
        ("甲事先办。\n乙事后办。", "乙事后办。\n甲事先办。", 2),
    ],
)
def test_changes_are_marked_where_they_are(old, new, places):
    parts = compare(old, new)
    assert sides(parts) == (old, new) and count(parts) == places


def test_within_a_sentence_only_the_words_change():
    parts = compare("将适时印发《补助办法》。", "将于9月印发《补助办法》。")
    assert ("del", "适时") in [(p.kind, p.text) for p in parts]


@settings(max_examples=60, deadline=None)
@given(st.text("甲乙。；\n1 ", max_size=40), st.text("甲乙。；\n1 ", max_size=40))
def test_both_texts_come_back(old, new):
    assert sides(compare(old, new)) == (old, new)


def test_where_every_sentence_was_touched_each_is_marked_where_it_changed():
    old = "".join(f"第{n}项工作由水利部门牵头办理。" for n in range(9))
    parts = compare(old, old.replace("水利", "农业农村"))
    assert count(parts) == 9 and "".join(part.text for part in parts if part.kind == "del") == "水利" * 9


def test_where_nothing_is_alike_the_whole_gives_way_to_the_whole():
    parts = compare("甲乙丙丁。戊己庚辛。", "天地玄黄。宇宙洪荒。")
    assert [part.kind for part in parts] in (["del", "ins"], ["del", "ins", "same"])
