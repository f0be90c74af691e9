"""The measure notices: a template that breaks one requirement of GB/T 9704 is found out by that requirement."""

import shutil
from dataclasses import replace
from datetime import date

import pytest

from jianyi.documents.letters import typesetting
from jianyi.documents.letters.document import Heading, Imprint
from jianyi.documents.letters.measuring import failures
from lettering import UNIT, letter, paragraphs


TEN_PAGES = letter(
    body=(
        *letter().body[:5],
        Heading("关于养护", 1, "采纳。" + "逐年落实" * 30),
        *paragraphs(20),
        letter().body[-1],
    )
)
OFFICIAL = replace(TEN_PAGES, style="official", imprint=Imprint(f"{UNIT}办公室", date(2026, 5, 21)))


@pytest.fixture
def broken(tmp_path, monkeypatch):
    """Draws with a template in which one thing is written otherwise."""

    def draw(told, right, wrong):
        place = tmp_path / "typst"
        shutil.copytree(typesetting.TEMPLATES, place)
        written = [path for path in place.iterdir() if right in path.read_text("utf-8")]
        assert written, right
        for path in written:
            path.write_text(path.read_text("utf-8").replace(right, wrong), "utf-8")
        monkeypatch.setattr(typesetting, "TEMPLATES", place)
        typesetting._compiler.cache_clear()
        return typesetting.pdf(told).content

    yield draw
    typesetting._compiler.cache_clear()


@pytest.mark.parametrize(
    ("right", "wrong", "requirement"),
    [
        ("width: 210mm, height: 297mm", "width: 216mm, height: 279mm", "纸张"),
        ("left: 28mm", "left: 24mm", "版心宽"),
        ("top: 37mm", "top: 33mm", "版心高"),
        ("#set text(..type(16pt,", "#set text(..type(15pt,", "正文字号"),
        ("#let pitch = 29.6pt", "#let pitch = 28pt", "行距"),
        ("#let pitch = 29.6pt", "#let pitch = 28pt", "第3页行数"),
        ("#let char = 15.79pt", "#let char = 15pt", "每行字数"),
        ("block(width: 100%, sticky: told.rest", "block(width: 150mm, sticky: told.rest", "撑满版心"),
        ("masthead(38pt)", "v(9mm)\n      masthead(38pt)", "发文机关标志"),
        ("double-rule(2.4pt, 0.8pt)", "double-rule(0.8pt, 2.4pt)", "首线上粗下细"),
        ("double-rule(0.8pt, 2.4pt)", "double-rule(2.4pt, 0.8pt)", "末线上细下粗"),
        ("width: 170mm, height: upper", "width: 150mm, height: upper", "红色双线"),
        ("dy: -20mm, double-rule", "dy: -25mm, double-rule", "末线位置"),
        ("v(4mm, weak: false)", "v(8mm, weak: false)", "首线位置"),
        ("v(14pt) // seven eighths", "v(24pt) // seven eighths", "发文字号"),
        ("words(row, 22pt", "words(row, 20pt", "标题字号"),
        ('words(data.mark, 16pt, family: "hei")', 'words(data.mark, 16pt, family: "title")', "类别标识"),
        ('("hei", "kai", "body", "body")', '("body", "kai", "body", "body")', "层次“一、”"),
        ("{ right } else { left }", "{ left } else { right }", "第2页页码"),
        ("if n > 1 or not is-letter", "if n > 0", "第1页页码"),
        ("v(11.4pt)", "v(2pt)", "第3页页码"),
        ("calc.max(4 * char + day / 2", "calc.max(1 * char + day / 2", "成文日期"),
        ("blank(2)\n    let axis", "blank(0)\n    let axis", "印章位置"),
        ("place(bottom, float: true, clearance: 8pt, block(", "place(top, float: true, clearance: 8pt, block(", "版记"),
    ],
)  # fmt: skip
def test_a_template_that_breaks_a_requirement_is_found_out(broken, right, wrong, requirement):
    content = broken(TEN_PAGES, right, wrong)
    assert requirement in {each.requirement for each in failures(content, TEN_PAGES)}


@pytest.mark.parametrize(
    ("right", "wrong", "requirement"),
    [
        ("v(35mm) // [7.2.4]", "v(25mm)", "发文机关标志"),
        ("rect(width: 156mm, height: 1.4pt", "rect(width: 120mm, height: 1.4pt", "红色分隔线"),
        ("rule(0.25mm)", "rule(0.6mm)", "版记分隔线"),
    ],
)
def test_so_is_one_of_the_other_kind(broken, right, wrong, requirement):
    content = broken(OFFICIAL, right, wrong)
    assert requirement in {each.requirement for each in failures(content, OFFICIAL)}
