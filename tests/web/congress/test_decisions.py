"""Returns, dissatisfied sheets, closing, and what the office passes on for confidential cases."""

import pytest

from build import again, at
from jianyi.cases.commands import handlings, papers
from jianyi.cases.models import Contact, Handling, Paper, Return, Sheet
from jianyi.console.checking import violations
from jianyi.kit import clock
from jianyi.parties.models import Organisation
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import AskedReturn, Rated
from jianyi.procedure.words import Duty, Kind, Role


REASON = "所提事项主要属于城市建设管理职责，" * 3


@pytest.fixture
def asked(world):
    """A return that waits for a decision: S3."""
    with at("2026-02-26"):
        (task,) = world.handed_over(("SLT", Role.SOLE))
    slt, zjt = world.unit("SLT"), world.unit("ZJT")
    with at("2026-03-05"):
        said = AskedReturn(REASON, "三定规定第五条", zjt.id, "agreed")
        request = handlings.ask_return(by=slt.office, on=Return.of(task), saying=said)
        return handlings.approve_return(by=slt.leader, on=request)


def test_the_page_tells_what_would_follow(world, browser, asked):
    with at("2026-03-10"):
        page = browser(world.office).get(f"/returns/{asked.id}/").content.decode()
        for told in (
            REASON,
            "三定规定第五条",
            "ZJT",
            "已协商，同意",
            "6 月 10 日",
            "8 月 26 日",
            "3 月 13 日",
            "3 月 31 日",
            "3 月 12 日",
        ):
            assert told in page, told
        assert browser(world.unit("SLT").office).get(f"/returns/{asked.id}/").status_code == 403
        clerk = browser(world.clerk).get(f"/returns/{asked.id}/").content.decode()
        assert 'value="grant"' not in clerk


def test_the_work_list_asks_for_a_decision_not_for_one_of_its_outcomes(world, browser, asked):
    with at("2026-03-10"):
        page = browser(world.office).get("/").content.decode()
        assert "决定是否同意" in page and "退回申请" in page and ">同意<" not in page


def test_granted_the_other_unit_gets_days_of_its_own(world, browser, asked):
    with at("2026-03-10"):
        client = browser(world.office)
        refused = client.post(
            f"/returns/{asked.id}/",
            {"act": "grant", "key": "k1", "unit_name": "没有的厅", "reason": "说明留着"},
        )
        assert refused.status_code == 409 and "说明留着" in refused.content.decode()
        assert (
            client.post(
                f"/returns/{asked.id}/", {"act": "grant", "key": "k1", "unit_name": "ZJT"}
            ).status_code
            == 302
        )
    stages = {h.unit_id: h.stage for h in Handling.objects.filter(root_id=asked.root_id)}
    assert stages == {world.unit("SLT").id: w.Handling.MOVED, world.unit("ZJT").id: w.Handling.ARRIVED}


def test_refused_only_with_a_reason(world, browser, asked):
    with at("2026-03-10"):
        client = browser(world.office)
        answer = client.post(f"/returns/{asked.id}/", {"act": "refuse", "key": "k1"})
        assert answer.status_code == 409 and "REASON_REQUIRED" in answer.content.decode()
        assert (
            client.post(
                f"/returns/{asked.id}/", {"act": "refuse", "key": "k1", "refusal": "与水利职责直接相关"}
            ).status_code
            == 302
        )
        assert "与水利职责直接相关" in client.get(f"/returns/{asked.id}/").content.decode()
    assert again(asked).stage is w.Return.REFUSED


@pytest.mark.parametrize("first", ["grant", "refuse"])
def test_of_two_who_decide_the_first_counts_and_the_other_keeps_what_was_typed(world, browser, asked, first):
    """Each has opened the page before either has decided."""
    with at("2026-03-05"):
        other = world.person("副处长", (Organisation.objects.get(kind=Kind.OFFICE), Duty.OFFICE_HEAD))
    pressed = {
        "grant": {"act": "grant", "key": "k1", "unit_name": "ZJT", "reason": "职责相符"},
        "refuse": {"act": "refuse", "key": "k2", "refusal": "与水利职责直接相关"},
    }
    second = "refuse" if first == "grant" else "grant"
    with at("2026-03-10"):
        one, two = browser(world.office), browser(other)
        seen = {"seen": asked.version}
        for client in (one, two):
            page = client.get(f"/returns/{asked.id}/").content.decode()
            assert f'name="seen" value="{asked.version}"' in page
        assert one.post(f"/returns/{asked.id}/", pressed[first] | seen).status_code == 302
        late = two.post(f"/returns/{asked.id}/", pressed[second] | seen)
    told = late.content.decode()
    assert late.status_code == 409 and "CHANGED_MEANWHILE" in told and "内容已有变动" in told
    assert {"grant": "职责相符", "refuse": "与水利职责直接相关"}[second] in told
    assert again(asked).stage is (w.Return.GRANTED if first == "grant" else w.Return.REFUSED)
    assert Handling.objects.filter(root_id=asked.root_id).count() == (2 if first == "grant" else 1)
    assert not {name: found for name, (_, found) in violations().items() if found}


@pytest.fixture
def sheet(world):
    with at("2026-04-24"):
        return world.rated("dissatisfied")


def test_a_dissatisfied_sheet_with_the_reply(world, browser, sheet):
    with at("2026-04-27"):
        page = browser(world.office).get(f"/dissatisfied/{sheet.id}/").content.decode()
        assert (
            sheet.opinion in page and "第1条答复" in page and "研究决定的期限" in page and "重新办理" in page
        )
        assert (
            'value="handle_again"'
            not in browser(world.clerk).get(f"/dissatisfied/{sheet.id}/").content.decode()
        )
        assert browser(world.deputy).get(f"/dissatisfied/{sheet.id}/").status_code == 403


def test_who_decides_second_on_a_dissatisfied_sheet_keeps_the_requirements(world, browser, sheet):
    client, late = browser(world.office), browser(world.office)
    there, seen = f"/dissatisfied/{sheet.id}/", {"seen": sheet.version}
    upheld = {"act": "uphold", "key": "k1", "reason": "答复已逐条说明"} | seen
    again_ = {"act": "handle_again", "key": "k2", "requirement": "须写明<执行单位>"} | seen
    with at("2026-04-27"):
        assert client.post(there, upheld).status_code == 302
        answer = late.post(there, again_)
    told = answer.content.decode()
    assert answer.status_code == 409 and "CHANGED_MEANWHILE" in told and "须写明&lt;执行单位&gt;" in told
    assert again(sheet).decision == "答复已逐条说明" and "&amp;lt;" not in told


def test_handled_again_with_requirements(world, browser, sheet):
    with at("2026-04-27"):
        client = browser(world.office)
        assert (
            client.post(f"/dissatisfied/{sheet.id}/", {"act": "handle_again", "key": "k1"}).status_code == 409
        )
        told = {"act": "handle_again", "key": "k1", "requirement": "写明由谁执行、何时实施"}
        assert client.post(f"/dissatisfied/{sheet.id}/", told).status_code == 302
    assert Handling.objects.get(root_id=sheet.root_id, round=2).requirement == "写明由谁执行、何时实施"


def test_or_not_with_the_reason(world, browser, sheet):
    with at("2026-04-27"):
        told = {"act": "uphold", "key": "k1", "reason": "答复已逐条回应"}
        assert browser(world.office).post(f"/dissatisfied/{sheet.id}/", told).status_code == 302
    assert again(sheet).stage is w.Rating.UPHELD


def test_several_are_closed_at_once_and_the_rest_goes_on(world, browser):
    with at("2026-04-24"):
        done, waiting = world.rated(), world.answered()
        client = browser(world.clerk)
        page = client.get("/closing/").content.decode()
        assert f'value="{done.root_id}"' in page and f'value="{waiting.root_id}"' not in page
        answer = client.post("/closing/", {"key": "k", "picked": [str(done.root_id), str(waiting.root_id)]})
        assert answer.status_code == 200 and "没有办成的" in answer.content.decode()
        assert (
            again(done.root).stage is w.Suggestion.CLOSED
            and again(waiting.root).stage is w.Suggestion.ANSWERED
        )
        assert browser(world.unit("NYT").office).get("/closing/").status_code == 403


def test_the_office_speaks_and_passes_on_for_confidential_cases(world, browser):
    with at("2026-03-04"):
        (task,) = world.handed_over(("NYT", Role.SOLE), confidential=True, confidential_reason="涉及举报")
        task = world.routed(task)
        client = browser(world.clerk)
        link = f"/act/contact/new/relay/?handling={task.id}"
        assert link in client.get("/relay/").content.decode()
        assert client.get(f"{link}&next=/relay/").status_code == 200
        told = {
            "handling": str(task.id), "key": "k", "phase": "before", "mode": "phone", "deputies": [str(world.deputy.person)],
            "occurred_at": f"{clock.now():%Y-%m-%dT%H:%M}", "summary": "转达单位思路", "next": "/relay/",
        }  # fmt: skip
        assert client.post("/act/contact/new/relay/", told)["Location"] == "/relay/"
        contact = Contact.objects.get()
        assert contact.relayed and contact.stage is w.Contact.RECORDED
        handlings.confirm_contact(by=world.deputy, on=contact)
        handlings.begin(by=world.unit("NYT").officer, on=task)
        paper = world.sent(again(task))
        assert paper.stage is w.Paper.TO_RELAY
        assert f"/act/paper/{paper.id}/relay/" in client.get("/relay/").content.decode()
        assert (
            client.post(f"/act/paper/{paper.id}/relay/", {"key": "k2", "next": "/relay/"})["Location"]
            == "/relay/"
        )
        assert Paper.objects.get().stage is w.Paper.SENT and Sheet.objects.get().stage is w.Rating.AWAITED
        assert browser(world.unit("NYT").officer).get("/relay/").status_code == 403


def test_the_government_office_only_reads(world, browser):
    from jianyi.procedure.words import Duty, Kind

    with at("2026-02-26"):
        where = world.organisation("省政府办公厅", Kind.GOVERNMENT_OFFICE)
        reader = browser(world.person("尤敬之", (where, Duty.GOVERNMENT_CLERK)))
        (task,) = world.handed_over()
        hidden = world.registered(title="还没有交办的建议")
        assert reader.get("/").status_code == 200
        page = reader.get("/suggestions/").content.decode()
        assert task.root.title in page and hidden.title not in page
        assert reader.get(f"/suggestions/{task.root_id}/").status_code == 200
        for address in (
            "/review/",
            "/workbench/",
            "/batches/",
            "/closing/",
            "/enter/",
            "/relay/",
            "/import/",
        ):
            assert reader.get(address).status_code == 403, address


def test_rated_again_shows_both_rounds(world, browser, sheet):
    with at("2026-04-27"):
        browser(world.office).post(
            f"/dissatisfied/{sheet.id}/", {"act": "handle_again", "key": "k", "requirement": "写明由谁执行"}
        )
    with at("2026-05-20"):
        task = Handling.objects.get(root_id=sheet.root_id, round=2)
        world.sent(world.working(task), reply_class="C")
        second = Sheet.objects.get(root_id=sheet.root_id, round=2)
        papers.rate(
            by=world.deputy, on=second, saying=Rated("satisfied", "dissatisfied", "仍然没有说清楚由谁执行")
        )
        page = browser(world.office).get(f"/dissatisfied/{second.id}/").content.decode()
        assert "第 1 轮答复" in page and "第 2 轮答复" in page and sheet.opinion in page
