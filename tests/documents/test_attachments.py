"""What may hang on a suggestion: the same bad files are refused as in an import; a scan may come in."""

from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

import filemaking as make
from jianyi.documents.guard import MAX_BYTES, Unreadable
from jianyi.documents.intake import stored
from jianyi.documents.models import File
from jianyi.documents.pictures import bare
from pictures import jpeg, png


LINES = ("关于修缮青石渠的建议", "青石渠漏水，建议修缮。")
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + bytes(17)
BAD = {
    "bomb.docx": ("bomb", make.docx(*LINES, more={"word/media/image1.bin": bytes(60_000_000)})),
    "cells.xlsx": ("cells", make.xlsx(make.full_sheet(2_000_000))),
    "broken.pdf": ("broken", b"%PDF-1.7\nnothing"),
    "locked.pdf": ("encrypted", make.pdf([[(96, 700, "x")]], encrypted=True)),
    "locked.docx": ("encrypted", make.compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x"})),
    "broken.docx": ("broken", make.docx(body="<w:p><w:r>")),
    "macros.xlsx": ("macros", make.xlsx(make.full_sheet(20), **{"xl/vbaProject.bin": b"x"})),
    "big.jpg": ("oversized", b"\xff\xd8\xff\xda" + bytes(MAX_BYTES)),
    "picture.exe": ("wrong_name", PNG),
    "page.png": ("broken", b"\x89PNG\r\n\x1a\n<script>alert(1)</script>"),
    "drawing.svg": ("wrong_name", b"<svg onload='alert(1)'></svg>"),
    "empty.txt": ("empty", b""),
}


@pytest.fixture
def send(db, settings, tmp_path):
    settings.JIANYI_FILES = tmp_path
    return lambda name, content: stored(
        [SimpleUploadedFile(name, content)], by=SimpleNamespace(congress=1, person=2)
    )


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_no_attachment_and_leaves_nothing(send, name, tmp_path):
    code, content = BAD[name]
    with pytest.raises(Unreadable) as refused:
        send(name, content)
    assert refused.value.code == code and refused.value.sentence.endswith("。")
    assert not File.objects.exists() and not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("scan.pdf", make.pdf([[]])), ("photo.PNG", png()), ("photo.jpeg", bare(jpeg(), "jpeg")),
        ("a.docx", make.docx(*LINES)), ("long.txt", "字".encode() * 500_001), ("a.xlsx", make.xlsx(make.full_sheet(20))),
    ],
)  # fmt: skip
def test_a_whole_file_is_one_even_without_text(send, name, content):
    (row,) = send(name, content)
    assert row.size == len(content)
