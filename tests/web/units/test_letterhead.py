"""The letterhead of a unit: set by its own office, looked at before it is kept, frozen with each letter."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from build import again, at
from jianyi.cases.issued.files import document, is_unchanged
from jianyi.cases.models import Letter
from jianyi.documents import store
from jianyi.documents.models import File
from jianyi.journal.models import Line
from jianyi.parties import commands as parties
from jianyi.procedure.facts.said import Letterhead
from pictures import png


@pytest.fixture(autouse=True)
def stored(settings, tmp_path):
    settings.JIANYI_FILES = tmp_path


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


def there(unit):
    return f"/organisations/{unit.id}/letterhead/"


def upload(content, name="信头.png"):
    return SimpleUploadedFile(name, content, "image/png")


def set_(client, unit, **told):
    return client.client.post(there(unit), {"key": "k", "seen": "", **told})


def signed(world):
    with at("2026-02-26"):
        return world.signed(world.working(world.handed_over()[0]))


def test_the_office_sets_a_text_and_the_letters_carry_it(world, reader, nyt):
    answer = set_(reader(nyt.office), nyt, text="澜江省农业农村厅")
    assert answer.status_code == 302
    assert "澜江省农业农村厅</p>" in reader(nyt.office).get(there(nyt)).content.decode()
    signed(world)
    assert document(Letter.objects.get(kind="reply")).letterhead == "澜江省农业农村厅"


def test_a_picture_is_drawn_on_the_letters_of_the_unit_and_of_no_other(world, reader, nyt):
    assert set_(reader(nyt.office), nyt, upload=upload(png())).status_code == 302
    assert again(nyt.organisation).letterhead[1] == store.sm3(png())
    signed(world)
    letter = Letter.objects.get(kind="reply")
    assert document(letter).letterhead_image.content == png() and is_unchanged(letter)
    assert letter.data["letterhead_image"]["content"] == store.sm3(png())
    notice = Letter.objects.get(kind="notice")
    assert document(notice).letterhead_image is None


def test_a_reprint_is_byte_for_byte_the_same_whatever_the_letterhead_is_now(world, reader, nyt):
    office = reader(nyt.office)
    set_(office, nyt, upload=upload(png()))
    paper = signed(world)
    first = office.get(f"/papers/{paper.id}/letter.pdf").content
    assert first.startswith(b"%PDF") and b"/Image" in first
    set_(office, nyt, upload=upload(png(800, 90)), key="second")
    assert again(nyt.organisation).letterhead[1] == store.sm3(png(800, 90))
    assert office.get(f"/papers/{paper.id}/letter.pdf").content == first
    assert document(Letter.objects.get(kind="reply")).letterhead_image.width == 600


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"GIF89a" + b"x" * 90, "PNG 或 JPEG"),
        (png()[:200], "已损坏"),
        (png(100, 300), "高大于宽"),
        (png() + b"\0" * (1 << 20), "超过 1 MB"),
    ],
)
def test_what_is_no_letterhead_is_told_in_words_and_nothing_is_lost(reader, nyt, content, said):
    office = reader(nyt.office)
    set_(office, nyt, text="原来的标志")
    answer = set_(office, nyt, text="新的标志", upload=upload(content), key="another")
    page = answer.content.decode()
    assert answer.status_code == 409 and said in page and 'value="新的标志"' in page
    assert again(nyt.organisation).letterhead == ("原来的标志", "")
    assert not File.objects.filter(kind="letterhead").exists()


def test_a_file_that_was_not_looked_at_cannot_be_named(world, nyt, refused):
    kept = store.keep(b"no picture", name="x", kind="txt", congress=world.congress.id, owner=1)
    for digest in (kept.digest, "0" * 64):
        told = refused(
            "CHECKLIST_UNMET",
            parties.set_letterhead,
            by=nyt.office,
            on=nyt.organisation,
            saying=Letterhead("", digest),
        )
        assert "重新选择图片" in told.reasons[0]


def test_it_is_the_business_of_the_unit_itself(world, reader, nyt):
    for by in (nyt.officer, world.unit("JTT").office, world.clerk, world.deputy):
        assert reader(by).client.get(there(nyt)).status_code == 404, by.name
    assert set_(reader(nyt.office), nyt, text="标志").status_code == 302
    line = Line.objects.get(action="set_letterhead")
    assert line.said["text"] == "标志" and line.by["name"] == nyt.office.name


def test_the_picture_may_go_again_and_the_text_stands_in_its_place(reader, nyt):
    office = reader(nyt.office)
    set_(office, nyt, upload=upload(png()))
    assert "不再使用图片" in office.get(there(nyt)).content.decode()
    set_(office, nyt, without="1", key="second")
    assert again(nyt.organisation).letterhead == ("NYT", "")


def test_a_letterhead_that_the_store_has_lost_is_found_out_and_no_file_is_drawn(world, reader, nyt, tmp_path):
    office = reader(nyt.office)
    set_(office, nyt, upload=upload(png()))
    paper = signed(world)
    digest = store.sm3(png())
    (Path(tmp_path) / digest[:2] / digest).unlink()
    letter = Letter.objects.get(kind="reply")
    assert not is_unchanged(letter) and office.get(f"/papers/{paper.id}/letter/").status_code == 200
    lost = office.client.get(f"/papers/{paper.id}/letter.pdf")
    assert lost.status_code == 410 and "从备份恢复" in lost.content.decode()
    assert not File.objects.filter(kind="pdf").exists()
