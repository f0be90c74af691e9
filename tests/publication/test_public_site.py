"""The public site: what a stranger reads, how it is kept, and that it gives nothing else away (stories S13)."""

import csv
import gzip
import json
from io import StringIO
from xml.etree import ElementTree

import pytest
from django.test import Client

from build import again, at
from jianyi.cases.models import Suggestion
from jianyi.documents import store
from jianyi.kit import clock
from jianyi.procedure.facts import said as s
from jianyi.public import front
from jianyi.public.data import FIGURES
from jianyi.publication.commands import publishing
from jianyi.publication.models import Public, PublicReply
from publishing_roads import PHONE, SITUATION, delivered, published


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


@pytest.fixture
def stranger():
    return Client()


@pytest.fixture
def row(world, nyt):
    return published(world, nyt, delivered(world, situation=SITUATION))


PAGES = (
    "",
    "figures/",
    "data/",
    "data/suggestions.csv",
    "data/suggestions.json",
    "data/figures.csv",
    "data/figures.json",
    "feed.xml",
    "sitemap.xml",
)


def read(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def there(row):
    return f"/open/items/{row.root_id}/"


# Read without signing in


def test_a_stranger_finds_and_reads_what_is_published(row, stranger):
    home = stranger.get("/open/", {"q": "农机 研发"}).content.decode()
    assert there(row) in home and "<mark>" in home
    page = stranger.get(there(row)).content.decode()
    for told in (row.root.title, row.handling.unit.name, row.paper.number, "第1条答复", "已解决或采纳"):
        assert told in page, told


def test_no_page_sets_a_cookie_or_asks_who_is_there(row, stranger):
    for page in (*PAGES, f"items/{row.root_id}/"):
        answer = stranger.get(f"/open/{page}")
        read(answer)
        assert answer.status_code == 200 and not answer.cookies, page
        assert answer["Cache-Control"].startswith("public") and answer["Vary"] == "Accept-Encoding"
        assert "script-src" not in answer["Content-Security-Policy"] and answer["X-Frame-Options"] == "DENY"


def test_no_personal_data_is_on_any_page(row, stranger):
    told = "".join(read(stranger.get(f"/open/{page}")).decode() for page in (*PAGES, f"items/{row.root_id}/"))
    assert PHONE not in told and "张小明" not in told and "青岭村三组" not in told
    assert "138********" in told


def test_there_is_no_script_on_any_page(row, stranger):
    assert all(
        b"<script" not in read(stranger.get(f"/open/{page}")) for page in (*PAGES, f"items/{row.root_id}/")
    )


@pytest.mark.parametrize(
    ("asked", "there_is"),
    [
        ({"q": "农机"}, True), ({"q": "没有的词"}, False), ({"q": "0001"}, True), ({"q": "丘"}, True), ({"q": PHONE}, False),
        ({"unit": "NYT"}, True), ({"unit": "没有的单位"}, False), ({"class": "A"}, True), ({"class": "B"}, False), ({"year": "2026"}, True),
        ({"year": "1999"}, False), ({"year": "²"}, False), ({"q": "x\x00" * 200}, False), ({"after": "///"}, True), ({"house": "7"}, None),
    ],
)  # fmt: skip
def test_the_list_is_searched_and_filtered(row, stranger, asked, there_is):
    answer = stranger.get("/open/", asked)
    assert answer.status_code == (404 if there_is is None else 200)
    assert (there(row) in answer.content.decode()) is bool(there_is)


def test_what_nobody_published_is_as_if_it_were_not_there(world, row, stranger):
    with at("2026-03-01"):
        other = world.registered(title="尚未公开的另一件建议")
    for number in (other.id, 12345, 2**63, 10**30):
        for page in (
            f"/open/items/{number}/",
            f"/open/items/{number}.json",
            f"/open/items/{number}/files/1/1/",
        ):
            answer = stranger.get(page)
            assert answer.status_code == 404 and "另一件" not in answer.content.decode(), page
    bodies = {stranger.get(f"/open/items/{number}/").content for number in (other.id, 12345)}
    assert len(bodies) == 1


def test_a_withheld_reply_is_nowhere(world, nyt, stranger):
    held = delivered(world)
    with at("2026-05-06"):
        held = publishing.write(by=nyt.officer, on=held, saying=s.Clearing("none", "商业秘密"))
        publishing.withhold(by=nyt.leader, on=publishing.present(by=nyt.officer, on=held))
    assert (
        stranger.get(there(held)).status_code
        == stranger.get(f"/open/items/{held.root_id}.json").status_code
        == 404
    )
    assert all(held.root.title not in read(stranger.get(f"/open/{page}")).decode() for page in PAGES)


def test_only_reading_is_answered(row, stranger):
    assert stranger.post("/open/").status_code == 405
    head = stranger.head(there(row))
    assert head.status_code == 200 and not head.content and int(head["Content-Length"]) > 1000


# Kept and taken away


def test_a_page_that_has_not_changed_is_not_sent_again(row, stranger):
    first = stranger.get(there(row))
    same = stranger.get(there(row), headers={"If-None-Match": first["ETag"]})
    assert same.status_code == 304 and not same.content and same["ETag"] == first["ETag"]


def test_a_page_is_sent_small_to_whoever_can_unpack_it(row, stranger):
    plain, small = (
        stranger.get(there(row), headers={"Accept-Encoding": how}) for how in ("identity", "gzip")
    )
    assert small["Content-Encoding"] == "gzip" and gzip.decompress(small.content) == plain.content


def test_what_is_taken_down_says_so_at_once_and_nothing_else(world, row, stranger):
    before = stranger.get(there(row))
    with at("2026-05-27"):
        publishing.take_down(by=world.clerk, on=row, saying=s.Because("误公开"))
    after = stranger.get(there(row), headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 410 and "已撤下" in after.content.decode()
    everything = after.content.decode() + "".join(
        read(stranger.get(f"/open/{page}")).decode() for page in PAGES
    )
    assert row.root.title not in everything and "误公开" not in everything
    assert stranger.get(f"/open/items/{row.root_id}.json").json() == {
        "id": str(row.root_id),
        "taken_down": True,
    }


def test_what_moves_on_shows_at_once(world, row, stranger):
    assert "代表评价" not in stranger.get(there(row)).content.decode()
    with at("2026-05-27"):
        world.rate(world.sheet_of(again(row.root)), "satisfied")
    assert "代表评价" in stranger.get(there(row)).content.decode()


def test_the_public_rows_alone_make_the_page(row, stranger):
    """The suggestion may say whatever it likes afterwards."""
    Suggestion.objects.filter(id=row.root_id).update(title="改过的标题", situation="改过的情况")
    assert "改过的" not in stranger.get(there(row)).content.decode()


# For programs


def test_the_table_has_a_row_a_reply_and_a_word_for_every_column(row, stranger):
    told = read(stranger.get("/open/data/suggestions.csv")).decode("utf-8-sig")
    header, line = csv.reader(StringIO(told))
    page = stranger.get("/open/data/").content.decode()
    assert all(column in page for column in header) and line[header.index("标题")] == row.root.title


def test_no_cell_of_the_table_is_a_formula(row, stranger):
    Public.objects.update(title='=HYPERLINK("http://x")')
    told = read(stranger.get("/open/data/suggestions.csv")).decode("utf-8-sig")
    assert "'=HYPERLINK" in told and ",=HYPERLINK" not in told


def test_the_data_say_what_the_page_says(row, stranger):
    (one,) = json.loads(read(stranger.get("/open/data/suggestions.json")))["suggestions"]
    assert one == stranger.get(f"/open/items/{row.root_id}.json").json()
    assert one["replies"][0]["answers"][0]["text"] == PublicReply.objects.get().answers[0][2]


def test_the_feed_and_the_map_name_every_page_in_full(row, stranger, settings):
    for page in ("feed.xml", "sitemap.xml"):
        tree = ElementTree.fromstring(read(stranger.get(f"/open/{page}")))
        assert f"{settings.ADDRESS}{there(row)}" in {each.text for each in tree.iter()}, page
    robots = stranger.get("/robots.txt").content.decode()
    assert "Disallow: /\n" in robots and "Allow: /open/" in robots and settings.ADDRESS in robots


def test_the_figures_tell_numerator_and_denominator(world, nyt, row, stranger):
    with at("2026-06-01"):
        other = delivered(world, "2026-05-25")
    assert other.stage.value == "drafting"
    assert "1 / 2 份" in stranger.get("/open/figures/").content.decode().replace("\u202f", " ")


def test_a_page_made_while_another_turn_was_still_committing_is_not_kept_for_long(world, row, stranger):
    """Its change is older than the last one, though it came later: nothing newer tells that the page is another."""
    with at("2026-05-27T10:00:00"):
        Public.objects.create(congress_id=row.congress_id, id=7, no="0002", sitting="", year=2026, title="另一件", published_on=clock.today(), at=clock.now())  # fmt: skip
        before = stranger.get(there(row))
    with at("2026-05-27T09:59:59"):
        publishing.take_down(by=world.clerk, on=row, saying=s.Because("误公开"))
    for later in ("2026-05-27T10:01:00", "2026-05-27T10:02:00"):
        with at(later):
            assert stranger.get(there(row), headers={"If-None-Match": before["ETag"]}).status_code == 410


def test_the_memory_for_pages_is_bounded_however_one_address_is_written(row, stranger, monkeypatch):
    monkeypatch.setattr(front, "KEEP", front.Kept())
    monkeypatch.setattr(front, "ROOM", 50_000)
    for nth in range(20):
        assert stranger.get(f"/open/items/{'0' * nth}{row.root_id}/").status_code == 200
    assert 0 < front.KEEP.size <= 50_000


def test_an_attachment_is_not_kept_in_memory(row, stranger, monkeypatch):
    monkeypatch.setattr(front, "KEEP", front.Kept())
    kept = store.keep(b"x" * 1000, name="a.pdf", kind="pdf", congress=row.congress_id, owner=1)
    PublicReply.objects.update(files=[{"attachment": 1, "digest": kept.digest, "kind": "pdf", "size": 1000}])
    answer = stranger.get(f"{there(row)}files/1/{row.id}/", headers={"Accept-Encoding": "gzip"})
    assert answer.content == b"x" * 1000 and "Content-Encoding" not in answer
    assert front.KEEP.size == 0


def test_the_rate_of_replies_tells_what_it_is_counted_of(world, nyt, row, stranger):
    """办复率: all suggestions that were handed over, public or not; one that is handled again stays answered."""
    with at("2026-06-01"):
        world.handed_over()
        withdrawn = world.handed_over()[0].root
        Suggestion.objects.filter(id=withdrawn.id).update(stage="withdrawn")
        again_ = world.handled_again(world.rated("dissatisfied"))
    assert again_.root.stage.value == "handed_over"
    page = stranger.get("/open/figures/").content.decode().replace("\u202f", " ")
    assert "2 / 3 件" in page and "办复率＝" in page
    assert "2 / 3 件" in stranger.get("/open/figures/?year=2026").content.decode().replace("\u202f", " ")
    whole, year = json.loads(stranger.get("/open/data/figures.json").content)["figures"]
    assert (whole["year"], whole["answered"], whole["due"]) == (None, 2, 3) and year == whole | {"year": 2026}
    assert (whole["replies_public"], whole["replies_sent"]) == (1, 2)
    lines = list(csv.DictReader(StringIO(stranger.get("/open/data/figures.csv").content.decode("utf-8-sig"))))
    assert [(line["年份"], line["已答复件数"], line["应答复件数"]) for line in lines] == [
        ("全部", "2", "3"),
        ("2026", "2", "3"),
    ]
    dictionary = stranger.get("/open/data/").content.decode()
    assert all(label in dictionary and meaning in dictionary for label, meaning in FIGURES.values())
