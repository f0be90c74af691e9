"""A unit's letterhead is a picture of a sane size, or a sentence says what to bring."""

import pytest

from jianyi.documents.letters.letterheads import BadLetterhead, checked
from jianyi.documents.letters.typesetting import pdf
from jianyi.documents.letters.webpage import page
from jianyi.documents.letters.word import docx
from lettering import letter, squeezed
from pictures import png


def test_a_letterhead_takes_the_place_of_the_name_in_all_three():
    told = letter(letterhead_image=checked(png()))
    assert (told.letterhead_image.width, told.letterhead_image.height) == (600, 100)
    drawn = pdf(told).content
    assert b"/Subtype/Image" in drawn.replace(b" ", b"") and "118号" in squeezed(drawn)
    assert (
        b"PNG"
        in __import__("zipfile")
        .ZipFile(__import__("io").BytesIO(docx(told).content))
        .read("word/media/image1.png")[:8]
    )
    assert 'alt="澜江省交通运输厅"' in page(told)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "不是图片"),
        (b"GIF89a" + b"x" * 90, "PNG 或 JPEG"),
        (b"<svg xmlns='x'/>", "不是图片"),
        (b"%PDF-1.7", "不是图片"),
        (png()[:200], "已损坏"),
        (png()[:60] + b"garbage" * 9 + png()[-12:], "已损坏"),
        (b"\xff\xd8\xff\xe0", "已损坏"),
        (png(8, 4), "16 至 4000 像素"),
        (png(5000, 20), "5000×20"),
        (png(100, 300), "高大于宽"),
        (png() + b"\0" * (1 << 20), "超过 1 MB"),
    ],
)
def test_what_is_no_letterhead_is_refused_in_words(content, said):
    with pytest.raises(BadLetterhead) as told:
        checked(content)
    assert said in str(told.value) and str(told.value).endswith("。")
