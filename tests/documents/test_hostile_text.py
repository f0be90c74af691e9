"""No text, however odd, keeps the recogniser busy or makes it fail."""

import time

import pytest
from hypothesis import given, settings, strategies as st

from jianyi.documents.reading import pasted
from jianyi.documents.recognition import recognise


@pytest.mark.parametrize(
    "text",
    [
        "王" * 50_000,
        "(" * 50_000,
        "王、" * 20_000,
        "2019年7月9日" * 5000,
        "关于《" * 20_000,
        "代表姓名 " * 9000,
    ],
)
def test_hostile_text_does_not_take_long(text):
    started = time.perf_counter()
    recognise(pasted(text))
    assert time.perf_counter() - started < 5


PIECES = st.sampled_from(
    [
        "王小明代表:",
        "\n",
        " ",
        "\t",
        "收悉。现答复如下:",
        "关于修渠的建议",
        "的答复",
        "第01号",
        "〔2025〕",
        "类别:",
        "A",
        "青江县水利局",
        "2025年6月3日",
        "案由:",
        "建议人",
        "、",
        "一、",
        "(",
        "《",
        "\x00",
        "𠮷",
        "附件:",
        "编号",
        "·",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_mixture_of_usual_pieces_gives_a_letter(text):
    found = recognise(pasted(text))
    assert found.kind in ("suggestion", "reply")
    assert found.reply_class in ("", "A", "B", "C", "D")
