"""The letter on the screen and as a file: drawn once, the same for ever, and checked by whoever holds it."""

import pytest
from django.test import Client

from build import again, at
from jianyi.cases.commands import papers, suggestions
from jianyi.cases.issued.files import document
from jianyi.cases.models import Letter, Withdrawal
from jianyi.documents import issuing
from jianyi.documents.letters import fonts, laid
from jianyi.documents.letters.pages import texts
from jianyi.documents.models import File
from jianyi.journal.models import Line
from jianyi.parties.models import Organisation
from jianyi.procedure.facts.said import Because
from jianyi.procedure.words import Role


@pytest.fixture(autouse=True)
def stored(settings, tmp_path):
    settings.JIANYI_FILES = tmp_path


@pytest.fixture
def signed(world):
    with at("2026-02-26"):
        (task,) = world.handed_over(points=2)
    with at("2026-04-28"):
        return world.signed(world.working(task))


def the_letter():
    """The one reply."""
    return Letter.objects.get(kind="reply")


def test_the_signed_letter_is_frozen_and_its_digest_stands_in_the_journal(signed):
    letter = Letter.objects.get(subject_id=signed.id)
    assert letter.number == signed.number == "澜NYT建函〔2026〕1号"
    line = Line.objects.get(subject=f"paper/{signed.id}", action="sign")
    assert line.said["letter"] == {"number": letter.number, "code": letter.code, "sm3": letter.digest}
    assert laid.digest(document(letter)) == letter.digest
    Organisation.objects.filter(id=signed.handling.unit_id).update(name="改了名的厅")
    assert document(letter).letterhead == "NYT"


def test_a_reprint_is_the_same_file_byte_for_byte(signed, world, reader):
    officer = reader(world.unit("NYT").officer)
    for kind, start in (("pdf", b"%PDF"), ("docx", b"PK")):
        first = officer.get(f"/papers/{signed.id}/letter.{kind}")
        assert first.status_code == 200 and first.content.startswith(start)
        assert "%E3%80%942026%E3%80%951" in first["Content-Disposition"]
        again_ = officer.get(f"/papers/{signed.id}/letter.{kind}")
        assert again_.content == first.content
        assert File.objects.filter(kind=kind).count() == 1


def test_a_draft_is_a_preview_and_nothing_of_it_is_kept(world, reader):
    with at("2026-02-26"):
        (task,) = world.handed_over()
        paper = world.written(world.working(task))
    officer = reader(world.unit("NYT").officer)
    page = officer.get(f"/papers/{paper.id}/letter/").content.decode()
    assert "预览" in page and "lt-watermark" in page and "第0001号建议的答复" in page
    answer = officer.get(f"/papers/{paper.id}/letter.pdf")
    assert (
        "澜NYT建函" not in (told := "".join("".join(texts(answer.content)).split()))
        and "第0001号建议" in told
    )
    assert not File.objects.exists() and not Letter.objects.filter(kind="reply").exists()


def test_without_fonts_the_page_works_and_the_pdf_says_what_to_run(signed, world, reader, monkeypatch):
    def none():
        raise fonts.NoFonts

    monkeypatch.setattr(fonts, "fonts", none)
    officer = reader(world.unit("NYT").officer)
    assert "make fonts" in officer.get(f"/papers/{signed.id}/letter/").content.decode()
    refused = officer.get(f"/papers/{signed.id}/letter.pdf")
    assert refused.status_code == 409 and "make fonts" in refused.content.decode()
    assert officer.get(f"/papers/{signed.id}/letter.docx").status_code == 200


def test_a_character_that_no_font_has_is_named_before_printing(signed, world, reader, monkeypatch):
    monkeypatch.setattr("jianyi.web.letters.warnings", lambda told: ("“𰻞”（U+30EDE）没有字体可用。",))
    page = reader(world.unit("NYT").officer).get(f"/papers/{signed.id}/letter/").content.decode()
    assert "U+30EDE" in page
    assert issuing.warnings(document(the_letter())) == ()


def test_the_check_page_tells_a_stranger_four_things_and_nothing_more(signed):
    letter = the_letter()
    stranger = Client()
    page = stranger.get(f"/check/{letter.code}/").content.decode()
    for told in (letter.number, letter.code, "NYT", "2026 年 4 月 28 日", "没有改动"):
        assert told in page, told
    assert signed.root.title not in page and "周知远" not in page and signed.signed_by not in page
    assert stranger.get("/check/0000-0000-0000/").status_code == 404


def test_a_letter_changed_behind_the_platform_is_found_out(signed, world, reader):
    reader(world.unit("NYT").officer).get(f"/papers/{signed.id}/letter.pdf")
    letter = the_letter()
    forged = {**letter.data, "number": "澜NYT建函〔2026〕9号"}
    Letter.objects.update(data=forged)
    assert "不一致" in Client().get(f"/check/{letter.code}/").content.decode()
    Letter.objects.update(data=forged, digest=laid.digest(document(again(letter))))
    assert "不一致" in Client().get(f"/check/{letter.code}/").content.decode()
    Letter.objects.update(data=letter.data, digest=letter.digest)
    assert "没有改动" in Client().get(f"/check/{letter.code}/").content.decode()


def test_whoever_holds_a_letter_that_was_voided_after_signing_is_told_so(world):
    """The reply was signed and never sent: the deputy withdraws, nobody answers any more."""
    with at("2026-02-26"):
        (task,) = world.handed_over()
        world.signed(world.working(task))
        letter = Letter.objects.get(kind="reply")
        assert "没有改动" in Client().get(f"/check/{letter.code}/").content.decode()
        suggestions.ask_withdrawal(
            by=world.deputy, on=Withdrawal.of(task.root), saying=Because("情况已经改变")
        )
    shown = Client().get(f"/check/{letter.code}/").content.decode()
    assert "已作废" in shown and "请联系发文单位" in shown and "没有改动" not in shown


def test_an_opinion_asked_for_again_takes_a_new_number_and_the_old_one_is_not_reused(world):
    with at("2026-02-26"):
        lead, co = world.handed_over(("NYT", Role.LEAD), ("JTT", Role.CO))
    with at("2026-03-01"):
        world.working(lead)
        opinion = world.sent(world.working(co, "JTT"), "JTT")
        papers.ask_again(by=world.unit("NYT").officer, on=opinion, saying=Because("请写明时限"))
        world.signed(again(co), "JTT")
    first, second = Letter.objects.filter(kind="opinion").order_by("id")
    assert (first.number, second.number) == ("澜JTT会函〔2026〕1号", "澜JTT会函〔2026〕2号")
    assert "另行签发新件" in Client().get(f"/check/{first.code}/").content.decode()
    assert "没有改动" in Client().get(f"/check/{second.code}/").content.decode()
