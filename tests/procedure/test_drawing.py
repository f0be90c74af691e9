"""The diagram and the document say what the table says."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from jianyi.procedure.drawing import markdown, svg
from jianyi.procedure.places import every_place, place
from jianyi.procedure.refusals import Code
from jianyi.procedure.steps import STEPS
from jianyi.procedure.telling import CODES, chapters, lengths, sentence
from jianyi.procedure.words import Suggestion


DOCUMENT = Path(__file__).parents[2] / "docs" / "procedure.md"


def test_the_document_is_current():
    assert DOCUMENT.read_text("utf-8") == markdown(every_place()), "docs/procedure.md must be written anew"


@pytest.mark.parametrize("where", every_place(), ids=lambda p: p.key)
def test_the_diagram_is_well_formed_and_holds_every_stage(where):
    drawn = svg(where)
    root = ElementTree.fromstring(drawn)
    words = {element.text for element in root.iter() if element.text}
    reached = {
        row.to.label
        for row in STEPS
        if row.track is Suggestion and row.to and row.is_in_force(where.switches)
    }
    assert reached <= words and where.name in drawn
    assert "style" not in drawn and "<script" not in drawn


@pytest.mark.parametrize("where", every_place(), ids=lambda p: p.key)
def test_every_row_in_force_is_told(where):
    told = sum(len(chapter.rows) for chapter in chapters(where))
    assert told == sum(row.is_in_force(where.switches) for row in STEPS)
    assert sum(len(chapter.rows) for chapter in chapters()) == len(STEPS)


def test_every_code_is_explained():
    assert set(CODES) == set(Code)


def test_bounds_of_the_place_are_filled_in():
    lj = place("lj-2026")
    assert sentence("不少于 {rules.bounds[return_reason_length]} 字", lj) == "不少于 30 字"
    assert sentence("还差：{draft.lacks_told}。") == "还差：…。"


def test_limits_are_told_with_their_articles():
    told = {row.label: row for row in lengths(place("lj-2026"))}
    assert told["答复"].rule == "3 个月，自“送达承办单位”起算，不超过总上限"
    assert told["附议（大会期间）"].rule == "3 小时" and told["附议（闭会期间）"].rule == "1 个自然日"
    assert all(row.article for row in told.values())
