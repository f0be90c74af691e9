"""Promises on the pages of those who keep them, verify them and confirm them, and in the list of the house."""

from datetime import date, timedelta

import pytest

from build import again, at
from jianyi.api import telling
from jianyi.cases.commands import promises
from jianyi.cases.models import Ledger, Letter, Promise
from jianyi.cases.queries.files import case
from jianyi.documents.store import keep
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Changing, Kept, Progressing, SecondReply


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


@pytest.fixture
def promise(world):
    with at("2026-03-02"):
        world.rate(world.answered(reply_class="B"))
    return Promise.objects.get()


def verified(nyt, promise, evidence="已经<完成>"):
    file = keep(b"done", name="验收.txt", kind="txt", congress=nyt.officer.congress, owner=nyt.officer.person)
    said = Kept(evidence, attachments=(file.id,))
    return promises.verify(by=nyt.office, on=promises.reach(by=nyt.officer, on=promise, saying=said))


def test_the_officer_reports_on_the_page_and_keeps_what_was_typed(nyt, promise, reader):
    officer = reader(nyt.officer)
    with at("2026-04-01"):
        page = officer.get(f"/suggestions/{promise.root_id}/").content.decode()
        assert f'id="promise-{promise.id}"' in page and f"/act/promise/{promise.id}/reach/" in page
        officer.get(f"/act/promise/{promise.id}/reach/")
        refused = officer.press("go", evidence="𠮷村已经验收")
        assert refused.status_code == 409 and "没有佐证的不能销号" in officer.text
        assert "𠮷村已经验收" in officer.text
    assert again(promise).stage is w.Promise.MADE


def test_the_deputy_confirms_with_one_press_or_says_what_is_missing(world, nyt, promise, reader):
    with at("2026-04-01"):
        row = verified(nyt, promise)
        deputy = reader(world.deputy)
        page = deputy.get(f"/suggestions/{row.root_id}/").content.decode()
        assert "请您确认" in page and "已经&lt;完成&gt;" in page and "验收.txt" in page
        told = {"reason": "只修了一半", "seen": row.version, "key": "k1"}
        deputy.client.post(f"/act/promise/{row.id}/dispute/", told)
        assert (again(row).stage, again(row).reason) == (w.Promise.MADE, "只修了一半")
        row = verified(nyt, again(row))
        deputy.client.post(f"/act/promise/{row.id}/confirm/", {"seen": row.version, "key": "k2"})
    assert again(row).stage is w.Promise.KEPT
    assert Ledger.objects.get().stage is w.Ledger.SETTLED


def test_what_is_not_settled_inside_is_on_no_page_outside(world, nyt, promise, reader):
    with at("2026-04-01"):
        said = Changing("资金没有到位", "改为先行试点", date(2026, 12, 1))
        promises.change(by=nyt.officer, on=promise, saying=said)
        here = f"/suggestions/{promise.root_id}/"
        assert "资金没有到位" in reader(nyt.office).get(here).content.decode()
        for by in (world.deputy, world.clerk):
            for path in (here, f"/act/promise/{promise.id}/sign/", f"/act/promise/{promise.id}/drop/"):
                page = reader(by).get(path).content.decode()
                assert "资金没有到位" not in page and "先行试点" not in page, (by.name, path)


def test_the_list_tells_numerator_and_denominator_and_takes_rubbish(world, nyt, promise, reader):
    with at("2026-04-01"):
        verified(nyt, promise)
        for by in (nyt.office, nyt.officer, world.clerk):
            page = reader(by).get("/promises/").content.decode()
            assert promise.item in page and "到期 1 项，已落实 0 项" in page, by.name
        office = reader(nyt.office)
        assert "没有这样的承诺" in office.get("/promises/?part=unkept").content.decode()
        assert "超期" not in office.get("/promises/").content.decode(), "it is reported, and waits for others"
        rubbish = office.get("/promises/?part=rubbish&year=99999999&after=x")
        assert rubbish.status_code == 200 and promise.item in rubbish.content.decode()
        assert promise.item not in reader(world.unit("JTT").office).get("/promises/").content.decode()
        assert promise.item not in reader(world.deputy).get("/promises/").content.decode()


def test_the_list_says_how_many_days_are_left_or_over(nyt, promise, reader):
    for days, told in ((-31, "还有 31 天"), (0, "今天到期"), (4, "超期 4 天")):
        with at(str(promise.due + timedelta(days=days))):
            assert told in reader(nyt.office).get("/promises/").content.decode()


def test_the_bar_tells_every_end_that_hangs_on_what_will_be_said(world, nyt, promise, reader):
    with at("2026-04-01"):
        promises.confirm(by=world.deputy, on=verified(nyt, promise))
        said = SecondReply("全部完成")
        ledger = promises.answer_again(by=nyt.officer, on=Ledger.objects.get(), saying=said)
        promises.sign_second(by=nyt.leader, on=ledger)
        page = reader(world.deputy).get(f"/suggestions/{ledger.root_id}/").content.decode()
    assert "转为“代表已确认落实”或者转为“代表不认可，维持原类别”" in page
    assert 'name="result"' in page and "再次答复函" in page


def test_a_progress_report_is_a_paper_on_the_pages_of_both_sides_and_over_the_interface(
    world, nyt, promise, reader
):
    with at("2026-04-01"):
        promises.tell(by=nyt.officer, on=Ledger.objects.get(), saying=Progressing("正在<推进>"))
        sent = Letter.objects.get(kind="progress")
        for by in (world.deputy, nyt.officer, world.clerk):
            page = reader(by).get(f"/suggestions/{promise.root_id}/").content.decode()
            assert page.count(f'href="/letters/{sent.id}/"') == 2 and sent.number in page, by.name
            shown = reader(by).get(f"/letters/{sent.id}/")
            assert shown.status_code == 200 and "正在&lt;推进&gt;" in shown.content.decode(), by.name
        check = reader(world.deputy).get(f"/check/{sent.code}/").content.decode()
        assert sent.number in check and "推进" not in check
        assert reader(world.unit("JTT").office).get(f"/letters/{sent.id}/").status_code == 404
    told = telling.ledger(Ledger.objects.get(), case(promise.root_id, by=world.deputy))
    assert [(row.letter, row.number) for row in told.reports] == [(str(sent.id), sent.number)]
