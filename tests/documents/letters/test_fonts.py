"""Which fonts are taken, in which order, and what is said when there is none."""

import pytest

from jianyi.documents.letters import fonts
from jianyi.documents.letters.cmap import coverage
from jianyi.documents.letters.typesetting import pdf
from jianyi.documents.letters.webpage import page
from jianyi.documents.letters.word import docx
from lettering import letter, squeezed


def test_every_role_is_played_by_a_family_and_rare_names_have_every_other_behind_it():
    faces = fonts.fonts().faces
    assert set(faces) == {"body", "kai", "hei", "title", "song"}
    assert len({frozenset(told) for told in faces.values()}) == 1


def test_the_fonts_cover_what_letters_say():
    for char in "关于建议的答复〔〕—□■↓《》：；，。、（）①％":
        assert fonts.fonts().has(char), char
    assert not fonts.fonts().has("\U000f0000")


def test_spaces_of_every_width_are_drawn_as_spaces():
    drawn = pdf(letter(signer="许\u2003望\u00a0舒\u202f\u3000"))
    assert not drawn.warnings and "许望舒" in squeezed(drawn.content)


@pytest.fixture
def bare(settings, tmp_path, monkeypatch):
    """An installation without any font."""
    settings.HOME = tmp_path
    monkeypatch.setattr(fonts, "OPEN", tmp_path / "none")
    monkeypatch.setenv("JIANYI_SYSTEM_FONTS", "0")
    fonts.fonts.cache_clear()
    yield tmp_path
    fonts.fonts.cache_clear()


def test_without_any_font_one_sentence_says_what_to_run(bare):
    with pytest.raises(fonts.NoFonts) as told:
        pdf(letter())
    assert (
        str(told.value).endswith("重试。") and "make fonts" in str(told.value) and "Word" in str(told.value)
    )


def test_the_console_says_which_font_plays_which_part():
    assert fonts.told().startswith("PDF 使用的字体：正文 ") and fonts.told().endswith("。")


def test_without_any_font_the_console_says_so(bare):
    assert "make fonts" in fonts.told()


def test_without_any_font_word_and_web_page_work(bare):
    assert docx(letter()).content.startswith(b"PK") and "许望舒" in page(letter())


def test_the_folder_of_the_site_comes_first(bare, monkeypatch):
    """A copy of a known font in the site's folder is taken instead of the machine's."""
    _, origin, _ = fonts.load((), tuple(fonts.Path(place).expanduser() for place in fonts.MACHINE)).files[0]
    own = bare / "fonts"
    own.mkdir()
    (own / origin.name).write_bytes(origin.read_bytes())
    assert {path.parent for _, path, _ in fonts.fonts().files} == {own}


def test_a_file_that_is_no_font_does_no_harm(bare):
    (bare / "fonts").mkdir()
    (bare / "fonts" / "坏.ttf").write_bytes(b"\x00\x01\x00\x00" + b"x" * 100)
    with pytest.raises(fonts.NoFonts):
        fonts.fonts()
    assert "建" not in coverage(bare / "fonts" / "坏.ttf")
