"""A paper is drawn once and stored; what is read again is what was sent."""

import pytest

from jianyi.documents import issuing, store
from jianyi.documents.letters import fonts
from jianyi.documents.letters.laid import digest, sm3
from lettering import letter


@pytest.fixture
def kept(db, settings, tmp_path):
    settings.JIANYI_FILES = tmp_path
    return lambda: issuing.issued(letter(), name="答复函", congress=1, owner=7)


def test_both_files_are_stored_under_the_digest_of_their_bytes(kept):
    told = kept()
    assert told.data == digest(letter()) and not told.told
    for file, start in ((told.pdf, b"%PDF"), (told.docx, b"PK")):
        content = store.read(file)
        assert content.startswith(start) and file.digest == sm3(content)
    assert (told.pdf.name, told.pdf.kind) == ("答复函.pdf", "pdf")


def test_issued_again_it_is_the_same_file_in_the_store(kept, tmp_path):
    first, second = kept(), kept()
    assert (first.pdf.digest, first.docx.digest) == (second.pdf.digest, second.docx.digest)
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 2


def test_without_fonts_the_editable_letter_is_stored_and_the_sentence_told(kept, monkeypatch):
    def none():
        raise fonts.NoFonts

    monkeypatch.setattr(fonts, "fonts", none)
    told = kept()
    assert told.pdf is None and told.docx.size and "make fonts" in told.told[0]
