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
