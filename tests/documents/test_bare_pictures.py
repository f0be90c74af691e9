"""A photograph that comes in loses where and when it was taken, by whom and with what; the picture stays as it was."""

import struct

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jianyi.documents.guard import Unreadable
from jianyi.documents.intake import stored
from jianyi.documents.pictures import bare
from jianyi.documents.store import read
from jianyi.procedure.facts.acting import Actor
from pictures import jpeg, png


@pytest.fixture
def keep(db, settings, tmp_path):
    settings.JIANYI_FILES = tmp_path
    by = Actor(person=7, name="某人", congress=1)

    def kept(name, content):
        return read(stored([SimpleUploadedFile(name, content)], by=by)[0])

    return kept


def test_a_jpeg_loses_place_owner_comment_and_the_film_behind_it(keep):
    taken = jpeg(orientation=6, secret=b"29.5N106.5E", after=b"ftypmp42 29.5N106.5E")
    kept = keep("现场.jpg", taken)
    assert b"29.5N106.5E" in taken and b"29.5N106.5E" not in kept
    assert kept.endswith(b"\xff\xd9") and b"JFIF" in kept and b"ICC_PROFILE" in kept


def test_it_still_stands_the_right_way_up(keep):
    turned, plain = keep("a.jpg", jpeg(orientation=6)), keep("b.jpg", jpeg(orientation=1))
    assert b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06" in turned
    assert b"Exif" not in plain


def test_what_is_drawn_is_drawn_byte_by_byte(keep):
    assert (
        keep("a.jpg", jpeg(drawing=b"\x11\xff\x00\x22\xff\xd0\x33")).count(b"\x11\xff\x00\x22\xff\xd0\x33")
        == 1
    )


def test_what_is_bare_stays_as_it_is():
    once = bare(jpeg(orientation=8, secret=b"x"), "jpeg")
    assert bare(once, "jpeg") == once and bare(png(), "png") == png()


def test_a_png_loses_what_is_said_about_it(keep):
    chunk = struct.pack(">I", 11) + b"tEXt" + b"29.5N106.5E" + b"\0\0\0\0"
    whole = png()
    assert keep("图.png", whole[:33] + chunk + whole[33:]) == whole


@pytest.mark.parametrize("broken", [jpeg()[:-30], jpeg()[:40], png()[:-20], png()[:40]])
def test_half_a_picture_is_refused(broken):
    with pytest.raises(Unreadable) as refusal:
        bare(broken, "png" if broken.startswith(b"\x89") else "jpeg")
    assert refusal.value.code == "broken"
