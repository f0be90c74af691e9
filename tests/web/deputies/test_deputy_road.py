"""From the invitation to the rating, as deputies see and do it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from build import again, at
from jianyi.cases.commands import handlings, papers, suggestions
from jianyi.cases.due import tick_all
from jianyi.cases.models import Contact, Delivery, Handling, Invitation, Sheet, View, Withdrawal
from jianyi.kit import clock
from jianyi.parties import commands as parties
from jianyi.parties.models import Person, Post
from jianyi.parties.queries import actor
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Met, Naming, Rated, Reviewed, Units
from jianyi.procedure.words import Duty, Kind, Role
from jianyi.turn.door import tick


@pytest.fixture
def client(world, sign_in):
    return sign_in(None, world.deputy)


def text(response):
    return response.content.decode()


# Co-signing


def test_deputies_are_found_and_asked(world, client):
    world.a_deputy("林采薇"), world.a_deputy("顾远舟")
    draft = world.draft()
    page = text(client.get("/deputies/", {"q": "采薇"}, headers={"HX-Request": "true"}))
    assert "林采薇" in page and "顾远舟" not in page and "<html" not in page
    page = text(client.get(f"/suggestions/{draft.id}/invitations/", {"q": "云浦"}))
    assert "林采薇" in page and "顾远舟" in page and "周知远" not in page.split('id="found"')[1]
    people = [str(world.a_deputy(name).person) for name in ("林采薇", "顾远舟")]
    answer = client.post(
        f"/suggestions/{draft.id}/invitations/", {"person": people, "explanation": "", "key": "k"}
    )
    assert (
        answer.status_code == 409
        and "请向被邀代表写明附议说明" in text(answer)
        and "checked"
        in text(
            client.post(
                f"/suggestions/{draft.id}/invitations/",
                {"person": people, "explanation": "", "key": "k", "q": "云浦"},
            )
        )
    )
    for _ in range(2):
        told = {"person": people, "explanation": "请阅", "key": "k2"}
        assert client.post(f"/suggestions/{draft.id}/invitations/", told).status_code == 302
    assert Invitation.objects.count() == 2
    page = text(client.get(f"/suggestions/{draft.id}/edit/"))
    assert page.count("待附议") == 2 and "为什么是这一天" in page


def test_an_invitation_is_read_and_signed(world, sign_in):
    (row,) = world.invited(world.draft(), "林采薇")
    other = sign_in(None, world.a_deputy("林采薇"))
    page = text(other.get("/"))
    assert "周知远代表邀请您附议" in page and f"/invitations/{row.id}/" in page
    assert "周知远代表邀请您附议" in text(other.get("/invitations/"))
    page = text(other.get(f"/invitations/{row.id}/"))
    assert "丘陵地块小" in page and "第1条具体建议" in page
    answer = other.post(f"/invitations/{row.id}/", {"act": "co_sign", "note": "赞成", "key": "a"})
    assert (
        answer.status_code == 409
        and "已阅全文，系本人意愿" in text(answer)
        and ">赞成</textarea>" in text(answer)
    )
    answer = other.post(
        f"/invitations/{row.id}/", {"act": "co_sign", "own_will": "1", "note": "赞成", "key": "b"}
    )
    assert answer.url == f"/suggestions/{row.root_id}/" and again(row).stage is w.Invitation.CONFIRMED
    page = text(other.get(answer.url))
    assert "撤回附议" in page and "附议 林采薇" in page
    other.post(f"/invitations/{row.id}/", {"act": "resign", "key": "c"})
    assert again(row).stage is w.Invitation.DECLINED


def test_too_late_keeps_the_page(world, sign_in):
    with at("2026-01-27T14:00"):
        (row,) = world.invited(world.draft(), "林采薇")
    other = sign_in(None, world.a_deputy("林采薇"))
    told = {"act": "co_sign", "own_will": "1", "note": "写好的意见", "key": "a"}
    with at("2026-01-27T17:05"):
        page = text(other.get(f"/invitations/{row.id}/"))
        assert "附议期限已过" in page and 'aria-disabled="true"' in page
        answer = other.post(f"/invitations/{row.id}/", told)
    assert answer.status_code == 409 and "附议期限已过（截止 2026 年 1 月 27 日 17:00）" in text(answer)
    assert ">写好的意见</textarea>" in text(answer) and "TOO_LATE" in text(answer)

    with at("2026-01-27T17:06"):
        tick(again(row.root))
        answer = other.post(f"/invitations/{row.id}/", told)
    assert (
        again(row).stage is w.Invitation.LAPSED and answer.status_code == 409 and "TOO_LATE" in text(answer)
    )
    assert other.get("/invitations/").status_code == 200


def test_an_invitation_is_its_own(world, client, sign_in):
    (row,) = world.invited(world.draft(), "林采薇")
    assert client.get(f"/invitations/{row.id}/").status_code == 404
    assert sign_in(None, world.a_deputy("顾远舟")).get(f"/invitations/{row.id}/").status_code == 404


# On the way


def test_a_contact_is_confirmed_from_the_page(world, client):
    (task,) = world.handed_over(points=2)
    contact = world.met(world.routed(task))
    page = text(client.get("/"))
    assert "待确认沟通" in page and f"/suggestions/{task.root_id}/#contact-{contact.id}" in page
    page = text(client.get(f"/suggestions/{task.root_id}/"))
    assert "请您确认一次沟通" in page and "说明思路" in page and "没有这次沟通" in page
    assert "NYT经办" in page and "为什么是这一天" in page and "第 4 步，共 7 步：沟通" in page
    told = {
        "addition": "还谈到了燃油补贴",
        "key": "a",
        "seen": contact.version,
        "next": f"/suggestions/{task.root_id}/",
    }
    answer = client.post(f"/act/contact/{contact.id}/confirm/", told)
    assert answer.url == f"/suggestions/{task.root_id}/" and again(contact).stage is w.Contact.CONFIRMED
    assert "还谈到了燃油补贴" in text(client.get(answer.url))


def test_a_contact_that_was_none(world, client):
    (task,) = world.handed_over()
    contact = world.met(world.routed(task))
    client.post(
        f"/act/contact/{contact.id}/dispute/",
        {"addition": "没有接到过电话", "key": "a", "seen": contact.version},
    )
    assert again(contact).stage is w.Contact.DISPUTED
    assert "代表有异议" in text(client.get(f"/suggestions/{task.root_id}/"))


def test_script_in_what_units_write_is_escaped(world, client):
    bad = "<script>alert(2)</script>"
    (task,) = world.handed_over()
    task = world.routed(task)
    said = Met(
        phase="before",
        mode="visit",
        occurred_at=clock.now(),
        where=bad,
        staff=bad,
        summary=bad,
        deputies=(world.deputy.person,),
    )
    handlings.record_contact(by=world.unit("NYT").officer, on=Contact.of(task), saying=said)
    page = text(client.get(f"/suggestions/{task.root_id}/"))
    assert bad not in page and "&lt;script&gt;alert(2)" in page


def test_before_the_hand_over_nobody_is_told_which_unit(world, client):
    case = world.proposed(("NYT", Role.SOLE))
    page = text(client.get(f"/suggestions/{case.id}/")) + text(client.get("/"))
    assert "NYT" not in page and "交办后会写明" in page


def test_withdrawal_needs_every_co_signer(world, client, sign_in):
    draft = world.draft()
    (row,) = world.invited(draft, "林采薇")
    world.co_signed(row, "林采薇")
    case = suggestions.submit(by=world.deputy, on=again(draft))
    page = text(client.get(f"/suggestions/{case.id}/"))
    assert "申请撤回这件建议" in page
    told = {
        "suggestion": str(case.id),
        "reason": "问题已经解决",
        "key": "a",
        "next": f"/suggestions/{case.id}/",
    }
    assert client.post("/act/withdrawal/new/ask/", told).status_code == 302
    asked = Withdrawal.objects.get()
    assert "不撤回了" in text(client.get(f"/suggestions/{case.id}/"))
    other = sign_in(None, world.a_deputy("林采薇"))
    assert "撤回待同意" in text(other.get("/"))
    page = text(other.get(f"/suggestions/{case.id}/"))
    assert "领衔代表申请撤回" in page and "问题已经解决" in page and "不同意撤回" in page
    other.post(f"/act/withdrawal/{asked.id}/agree/", {"key": "b", "seen": asked.version})
    assert again(case).stage is w.Suggestion.WITHDRAWN
    assert "已撤回" in text(client.get(f"/suggestions/{case.id}/"))


# The reply and its rating


def test_the_reply_point_by_point_and_the_sheet(world, client):
    sheet = world.answered(points=2)
    page = text(client.get(f"/suggestions/{sheet.root_id}/"))
    assert (
        "NYT的答复" in page
        and "第2条答复" in page
        and "采纳" in page
        and "已解决或采纳" in page
        and "请您测评" in page
    )
    assert "送达记录 1 份" in page and "第 6 步，共 7 步：测评" in page
    page = text(client.get(f"/sheets/{sheet.id}/"))
    letter = f"/papers/{sheet.paper_id}/letter/"
    assert letter in page and client.get(letter).status_code == 200
    assert "附议代表的意见" not in page, "nobody joined"
    assert "办理态度" in page and "第1条答复" in page and "测评之后" in page and "不少于 10 字" in page
    answer = client.post(
        f"/sheets/{sheet.id}/",
        {"attitude": "satisfied", "result": "basically_satisfied", "key": "a", "seen": sheet.version},
    )
    assert answer.url == f"/suggestions/{sheet.root_id}/" and again(sheet).stage is w.Rating.CONTENT
    page = text(client.get(answer.url))
    assert "周知远代表的测评" in page and "基本满意" in page
    page = text(client.get(f"/sheets/{sheet.id}/"))
    assert "提交测评</button>" not in page and "您已于" in page


def test_the_sheet_asks_what_the_place_asks_and_shows_what_was_answered(world, client):
    sheet = world.answered()
    page = text(client.get(f"/sheets/{sheet.id}/"))
    assert "沟通情况（可不选）" in page and "类别是否属实" in page and "对公开答复的意见" in page
    assert "综合附议意见" not in page, "nobody has co-signed"
    told = {
        "attitude": "satisfied",
        "result": "dissatisfied",
        "opinion": "短",
        "contact_ok": "part",
        "key": "a",
    }
    page = text(client.post(f"/sheets/{sheet.id}/", told | {"seen": sheet.version}))
    assert 'name="contact_ok" value="part" checked' in page, "what was chosen stays"
    told |= {"result": "satisfied", "publication_view": "agree", "key": "b", "seen": sheet.version}
    assert client.post(f"/sheets/{sheet.id}/", told).status_code == 302
    page = text(client.get(f"/suggestions/{sheet.root_id}/"))
    assert (
        "沟通情况：部分环节有" in page and "对公开答复的意见：同意公开" in page and "类别是否属实" not in page
    )


def test_not_satisfied_without_a_reason_keeps_what_was_typed(world, client):
    sheet = world.answered()
    client.post(
        f"/buffers/rating-{sheet.id}/", {"attitude": "satisfied", "opinion": "自动存下的", "version": "0"}
    )
    assert "自动存下的" in text(client.get(f"/sheets/{sheet.id}/"))
    told = {
        "attitude": "satisfied",
        "result": "dissatisfied",
        "opinion": "没写清楚",
        "key": "a",
        "seen": sheet.version,
    }
    answer = client.post(f"/sheets/{sheet.id}/", told)
    page = text(answer)
    assert (
        answer.status_code == 409
        and "不满意须写明意见，不少于 10 字" in page
        and ">没写清楚</textarea>" in page
    )
    assert 'value="dissatisfied" checked' in page and "REASON_REQUIRED" in page
    told["opinion"] = "第 2 条没有写明由谁执行、什么时候完成"
    assert client.post(f"/sheets/{sheet.id}/", told).status_code == 302
    assert again(sheet).stage is w.Rating.DISSATISFIED
    assert "不满意，待研究" in text(client.get(f"/suggestions/{sheet.root_id}/"))


def test_only_the_rater_opens_the_sheet(world, client, sign_in):
    draft = world.draft()
    (row,) = world.invited(draft, "林采薇")
    world.co_signed(row, "林采薇")
    case = suggestions.submit(by=world.deputy, on=again(draft))

    case = suggestions.register(by=world.clerk, on=case, saying=Reviewed(("title",)))
    case = suggestions.propose(
        by=world.clerk, on=case, saying=Units((Naming(world.unit("NYT").id, Role.SOLE, ""),))
    )
    suggestions.hand_over(by=world.head, on=case)

    world.sent(world.working(Handling.objects.get()))
    sheet = Sheet.objects.get()
    good = {"attitude": "satisfied", "result": "satisfied", "key": "a"}
    unit = world.unit("NYT")
    for who in (unit.office, unit.officer, world.clerk, world.a_deputy("林采薇")):
        other = sign_in(None, who)
        for answer in (other.get(f"/sheets/{sheet.id}/"), other.post(f"/sheets/{sheet.id}/", good)):
            assert answer.status_code == 403 and "WRONG_ACTOR" in text(answer) and "测评人" in text(answer), (
                who.name
            )
    assert sign_in(None, world.a_deputy("顾远舟")).get(f"/sheets/{sheet.id}/").status_code == 404
    assert Delivery.objects.count() == 2
    co = sign_in(None, world.a_deputy("林采薇"))
    assert "向领衔代表说说您的意见" in text(co.get(f"/suggestions/{case.id}/"))
    co.post("/act/view/new/give/", {"paper": str(sheet.paper_id), "opinion": "第 1 条说得清楚", "key": "v"})
    assert View.objects.get().opinion == "第 1 条说得清楚"
    assert "第 1 条说得清楚" in text(client.get(f"/sheets/{sheet.id}/"))
    page = text(co.get(f"/suggestions/{case.id}/"))
    assert "第 1 条说得清楚" in page and "向领衔代表说说您的意见" not in page


def test_the_first_round_is_kept_and_marked(world, client):
    sheet = world.rated("dissatisfied", points=2)
    papers.handle_again(by=world.head, on=sheet, saying=Because("请写明由谁执行"))
    page = text(client.get(f"/suggestions/{sheet.root_id}/"))
    assert (
        "以前各轮的答复 1 份" in page
        and "第一次答复" in page
        and "重新办理" in page
        and "还有一处没有说清楚由谁执行" in page
    )
    assert "请写明由谁执行" in page


# A hidden proposer


def test_a_confidential_name_stays_hidden(world, client, sign_in):
    (task,) = world.handed_over(confidential=True, confidential_reason="怕影响亲属", points=1)
    unit = sign_in(None, world.unit("NYT").office)
    page = text(unit.get(f"/forms/suggestion/{task.root_id}/"))
    assert (
        "（代表要求保密）" in page
        and "周知远" not in page
        and "怕影响亲属" not in page
        and "云浦代表团" not in page
    )
    page = text(client.get(f"/forms/suggestion/{task.root_id}/"))
    assert "周知远" in page and "云浦代表团" in page


def test_a_sheet_lapsed_is_told_so(world, client):
    sheet = world.answered()
    for moment in ("2027-03-01", "2027-06-01"):
        with at(moment):
            tick_all()
    with at("2027-06-01"):
        assert again(sheet).stage is w.Rating.LAPSED
        page = text(client.get(f"/sheets/{sheet.id}/"))
        assert "现在不能填写" in page
        answer = client.post(
            f"/sheets/{sheet.id}/", {"attitude": "satisfied", "result": "satisfied", "key": "a"}
        )
    assert answer.status_code == 409 and "TOO_LATE" in text(answer)


def test_rated_twice_at_once_counts_once(world, client):
    sheet = world.answered()
    papers.rate(by=world.deputy, on=sheet, saying=Rated("satisfied", "satisfied"))
    told = {
        "attitude": "satisfied",
        "result": "dissatisfied",
        "opinion": "后来的意见不少于十个字的",
        "key": "z",
        "seen": sheet.version,
    }
    answer = client.post(f"/sheets/{sheet.id}/", told)
    assert answer.status_code == 409 and again(sheet).result == "satisfied"


def test_who_holds_a_post_beside_the_seat_finds_the_same_pages(world, sign_in):
    both = world.a_deputy("林采薇")
    parties.appoint(
        by=world.admin,
        on=Post.in_(world.delegation, Person.objects.get(id=both.person), Duty.DELEGATION_CLERK),
    )
    both = actor(Person.objects.get(id=both.person))
    case = world.submitted(deputy=both)
    client = sign_in(None, both)
    page = text(client.get("/mine/"))
    assert "jy-side" in page and "丘陵山区小型农机" in page and "写一件建议" in page
    for address in (
        f"/suggestions/{case.id}/",
        "/suggestions/new/",
        "/invitations/",
        f"/forms/suggestion/{case.id}/",
    ):
        assert client.get(address).status_code == 200


def test_whoever_holds_no_seat_is_led_to_their_own_desk(world, client, sign_in):
    for staff in (world.clerk, world.unit("NYT").office, world.unit("NYT").leader):
        answer = sign_in(None, staff).get("/mine/")
        assert (answer.status_code, answer["Location"]) == (302, "/")
    assert "周知远代表" in text(client.get("/mine/"))


def test_the_government_s_office_reads_at_once_where_there_is_something_for_it(world, sign_in):
    office = world.organisation("省政府办公厅", Kind.GOVERNMENT_OFFICE)
    browser = sign_in(None, world.person("尤敬之", (office, Duty.GOVERNMENT_CLERK)))
    (task,) = world.handed_over()
    page = text(browser.get("/"))
    assert "没有待办事项" in page and 'href="/suggestions/">查看政府系统承办的建议' in page
    assert task.root.title in text(browser.get("/suggestions/"))


def test_the_first_page_asks_as_much_for_one_as_for_many(world, client):
    def asked():
        with CaptureQueriesContext(connection) as seen:
            client.get("/")
        return len(seen)

    world.met(world.routed(world.handed_over()[0]))
    world.submitted()
    few = asked()
    for _ in range(3):
        world.met(world.routed(world.handed_over()[0]))
        world.submitted()
    assert asked() == few


def test_the_page_of_one_asks_as_much_for_few_as_for_many(world, client):
    def asked(case):
        with CaptureQueriesContext(connection) as seen:
            assert client.get(f"/suggestions/{case}/").status_code == 200
        return len(seen)

    (one,) = world.handed_over(points=1)
    world.met(world.routed(one))
    many = world.handed_over(("NYT", Role.LEAD), ("JTT", Role.CO), ("CZT", Role.CO), points=9)
    task = world.routed(many[0])
    for _ in range(4):
        world.met(task)
    assert asked(many[0].root_id) <= asked(one.root_id)
