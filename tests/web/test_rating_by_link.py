"""The page of a single-use link, and the page of the office that makes it: what everybody who comes there is told."""

import logging
import re
from dataclasses import replace

import pytest
from django.test import Client

from build import again, at
from jianyi.cases.commands import papers
from jianyi.cases.models import RatingLink, Sheet
from jianyi.documents.letters.webpage import page
from jianyi.parties.models import SignInTry
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Rated
from jianyi.web.redacting import Tokens


DAY = "2026-04-28"
GOOD = {"rate": "yes", "attitude": "satisfied", "result": "basically_satisfied"}


@pytest.fixture
def sheet(world):
    with at("2026-04-24"):
        return world.answered(title="关于夜间限行的建议")


def made(world, sheet, sign_in):
    """The address, as the page of the office shows it once."""
    answer = sign_in(None, world.clerk).post(
        f"/ratings/{sheet.id}/link/", {"key": f"k{RatingLink.objects.count()}"}
    )
    return re.search(r"http://[^/]+(/rate/\d+/[^/\s]+/)", answer.content.decode())[1], answer


def told(answer):
    return answer.content.decode()


def test_looking_opens_nothing_pressing_binds_and_rating_is_another_press(world, sheet, sign_in):
    with at(DAY):
        there, _ = made(world, sheet, sign_in)
        bot, phone, other = Client(), Client(), Client()
        assert bot.head(there).status_code == bot.get(there).status_code == 200
        assert "夜间限行" not in told(bot.get(there)) and not RatingLink.objects.get().device
        page = phone.post(there, {"open": "yes"})
        assert "夜间限行" in told(page) and 'name="result"' in told(page)
        assert again(sheet).stage is w.Rating.AWAITED
        refused = other.get(there)
        assert refused.status_code == 403 and "另一台设备" in told(refused) and "议案建议处" in told(refused)
        assert other.post(there, GOOD).status_code == 403
        done = phone.post(there, GOOD)
        assert "测评已提交" in told(done)
        used = told(phone.get(there))
        assert phone.get(there).status_code == 410 and "已经用过" in used
        assert "提交后不能修改" in used and "另发新的链接" not in used, "no other link is made for it"
    row = again(sheet)
    assert (row.stage, row.via) == (w.Rating.CONTENT, "link") and row.device


def test_a_reason_is_asked_for_and_what_was_typed_is_kept(world, sheet, sign_in):
    with at(DAY):
        there, _ = made(world, sheet, sign_in)
        phone = Client()
        phone.post(there, {"open": "yes"})
        answer = phone.post(there, GOOD | {"result": "dissatisfied", "opinion": "𠮷太短"})
        assert answer.status_code == 409 and "不少于" in told(answer) and "𠮷太短" in told(answer)
        assert phone.post(there, {"rate": "yes"}).status_code == 409
        assert again(sheet).stage is w.Rating.AWAITED


def test_forged_expired_and_void_links_are_told_what_to_do(world, sheet, sign_in):
    with at(DAY):
        there, _ = made(world, sheet, sign_in)
        new, _ = made(world, sheet, sign_in)
        assert Client().get(there).status_code == 410 and "已作废" in told(Client().get(there))
        forged = Client().get(f"/rate/{sheet.id}/{'x' * 32}/")
        assert forged.status_code == 404 and "没有这个链接" in told(forged)
        assert Client().get(f"/rate/7/{new.split('/')[3]}/").status_code == 404
    with at("2026-05-15"):
        answer = Client().get(new)
        assert answer.status_code == 410 and "已过有效期" in told(answer) and "另发新的链接" in told(answer)


def test_who_tries_many_addresses_is_stopped(world, sheet, sign_in):
    with at(DAY):
        there, _ = made(world, sheet, sign_in)
        codes = [Client().get(f"/rate/{sheet.id}/{n:032d}/").status_code for n in range(21)]
        assert codes[:20] == [404] * 20 and codes[20] == 429
        assert Client().get(there).status_code == 429
    assert SignInTry.objects.filter(who__startswith="rate:").exists()


def test_nothing_of_it_is_kept_by_browsers_or_told_to_others(world, sheet, sign_in):
    with at(DAY):
        there, _ = made(world, sheet, sign_in)
        answer = Client().get(there)
    assert answer["Cache-Control"] == "no-store" and answer["Referrer-Policy"] == "same-origin"
    assert "noindex" in answer["X-Robots-Tag"]


def test_no_token_comes_into_a_log(world, sheet, sign_in, caplog):
    with at(DAY):
        there, _ = made(world, sheet, sign_in)
        with caplog.at_level(logging.WARNING):
            Client().get("/rate/7/" + there.split("/")[3] + "/")
    token = there.split("/")[3]
    lines = [record.getMessage() for record in caplog.records]
    assert any("/rate/7/…" in line for line in lines), "Django writes the address of what it did not find"
    assert not any(token in line for line in lines)
    said = logging.LogRecord("x", 30, "", 0, "GET %s", (there,), None)
    assert Tokens().filter(said) and token not in said.getMessage()


def test_of_a_confidential_case_the_page_tells_the_number_and_not_the_title(world, sign_in):
    with at("2026-04-24"):
        row = world.answered(title="不给人看的标题")
        row.root.confidential = True
        type(row.root).objects.filter(id=row.root_id).update(confidential=True)
    with at(DAY):
        there, _ = made(world, row, sign_in)
        shown = told(Client().post(there, {"open": "yes"}))
    assert row.root.no in shown and "不给人看的标题" not in shown and world.deputy.name not in shown


def test_only_the_office_makes_one_and_the_form_with_its_code_is_drawn_while_it_is_good(
    world, sheet, sign_in
):
    nyt = world.unit("NYT")
    with at(DAY):
        for by in (nyt.office, nyt.officer, world.deputy):
            assert sign_in(None, by).post(f"/ratings/{sheet.id}/link/", {"key": "k"}).status_code == 403
        there, answer = made(world, sheet, sign_in)
        token = there.split("/")[3]
        assert "data:image/png" in told(answer)
        clerk = sign_in(None, world.clerk)
        pdf = clerk.post(f"/ratings/{sheet.id}/form.pdf", {"token": token})
        assert pdf.status_code == 200 and pdf.content.startswith(b"%PDF")
        assert clerk.post(f"/ratings/{sheet.id}/form.docx", {"token": token}).content.startswith(b"PK")
        assert clerk.post(f"/ratings/{sheet.id}/form.pdf", {"token": "x"}).status_code == 409
        shown = told(clerk.get(f"/ratings/{sheet.id}/link/"))
        assert token not in shown and "未打开" in shown


def test_the_page_sent_twice_tells_the_link_once(world, sheet, sign_in):
    with at(DAY):
        there, _ = made(world, sheet, sign_in)
        again_ = sign_in(None, world.clerk).post(
            f"/ratings/{sheet.id}/link/", {"key": "k0", "digest": "a" * 64}
        )
        assert again_.status_code == 409 and "只显示一次" in told(again_) and "/rate/" not in told(again_)
    assert RatingLink.objects.count() == 1 and RatingLink.objects.get().digest != "a" * 64


def test_the_code_on_the_form_leads_to_the_link(world, sheet, sign_in):
    from jianyi.cases.queries.forms import with_link
    from jianyi.parties.signing import digest

    with at(DAY):
        there, _ = made(world, sheet, sign_in)
        token = there.split("/")[3]
        form = with_link(sheet.id, f"http://localhost:8000{there}", digest(token), by=world.clerk)
        assert form.check.payload.endswith(there) and "限本人一次" in str(page(form))
        assert with_link(sheet.id, "x", digest(token), by=world.unit("NYT").office) is None


def test_hints_are_for_the_congress_s_side_and_conclude_nothing(
    world, sign_in, django_assert_max_num_queries
):
    """One device for two deputies, both within a minute of each other and of the delivery."""
    with at(DAY):
        first = world.answered()
        second = world.answered(deputy=world.a_deputy("何望川"))
        Sheet.objects.exclude(id__in=(first.id, second.id)).delete()
        browser = Client()
        for row, by in ((first, world.deputy), (second, world.a_deputy("何望川"))):
            client = sign_in(browser, by)
            client.get(f"/sheets/{row.id}/")
            client.post(
                f"/sheets/{row.id}/", {"attitude": "satisfied", "result": "satisfied", "key": f"k{row.id}"}
            )
        shown = told(sign_in(None, world.clerk).get("/ratings/hints/"))
        assert shown.count(f"#rating-{first.id}") == 3 == shown.count(f"#rating-{second.id}")
        assert "何望川、周知远" in shown and "不是结论" in shown
        nyt = world.unit("NYT")
        for by in (nyt.office, nyt.officer, world.deputy):
            assert sign_in(None, by).get("/ratings/hints/").status_code == 403
        assert again(first).stage is w.Rating.CONTENT


def test_the_page_of_hints_asks_as_much_for_many_as_for_few(world, sign_in, django_assert_max_num_queries):
    """With all three kinds of hint on it each time."""
    names = ("何望川", "方既明", "陆知秋")

    def counted():
        client = sign_in(None, world.clerk)
        client.get("/ratings/hints/")
        with django_assert_max_num_queries(40) as queries:
            shown = told(client.get("/ratings/hints/"))
        return len(queries), shown

    def rated(count):
        for number in range(count):
            for name in names[: 2 + number % 2]:
                row, by = world.answered(deputy=world.a_deputy(name)), world.a_deputy(name)
                papers.rate(
                    by=replace(by, device=f"shared {number}"), on=row, saying=Rated("satisfied", "satisfied")
                )

    with at(DAY):
        rated(1)
        few, shown = counted()
        assert "没有这样的情形" not in shown
        rated(4)
        many, more = counted()
    assert many == few and more.count("#rating-") > 3 * shown.count("#rating-")
