"""What leaves the platform: to whom, when, once, with what words; and what becomes of it when the other side misbehaves."""

import hmac
from contextlib import contextmanager
from datetime import timedelta
from hashlib import sha256
from time import monotonic

import pytest
from listening import Callee, Mailbox, free_port

from build import again, at
from jianyi.clockwork import lease
from jianyi.kit import clock
from jianyi.notices import alarms, sending, spreading
from jianyi.notices.commands import send_again
from jianyi.notices.lines import lines
from jianyi.notices.models import DROPPED, NO_ADDRESS, REFUSED, SENT, WAITING, Channel, Sending
from jianyi.notices.outbox import fares, stuck, without_address
from jianyi.notices.queries import notices, receipts
from jianyi.parties import commands as parties
from jianyi.parties.models import Person, Post
from jianyi.procedure.facts.said import Manner, Resend
from jianyi.turn.models import Notice


SECRET = "一把足够长的密钥-0123456789"


@pytest.fixture
def mailbox(settings):
    box = Mailbox()
    settings.JIANYI_SMTP, settings.JIANYI_MAIL_FROM = box.address, "jianyi@example.gov.cn"
    settings.JIANYI_SEND_TIMEOUT = 0.5
    yield box
    box.close()


@pytest.fixture
def callee(settings):
    box = Callee()
    settings.JIANYI_WEBHOOK, settings.JIANYI_WEBHOOK_SECRET = box.address, SECRET
    settings.JIANYI_SEND_TIMEOUT = 0.5
    yield box
    box.close()


def reached(actor, address="reader@example.gov.cn", **manner):
    person = Person.objects.get(id=actor.person)
    return parties.set_manner(by=actor, on=person, saying=Manner(email=address, **manner))


def quiet_so_far():
    """What the making of the small world has told is no part of a test."""
    Notice.objects.update(spread=True)


@contextmanager
def told_at(moment):
    with at(moment):
        spreading.spread()
        yield


def news(world, moment="2026-03-02T10:00"):
    """A suggestion that the office is told of."""
    quiet_so_far()
    with at(moment):
        return world.submitted(title="关于支持丘陵山区小型农机研发推广的建议")


def states(actor, channel="email"):
    rows = Sending.objects.filter(person_id=actor.person, channel=channel).order_by("id")
    return [row.state for row in rows]


# One event, one message for each person and channel


def test_a_mail_says_what_the_line_says_and_where_it_leads(world, mailbox):
    reached(world.clerk)
    case = news(world)
    with told_at("2026-03-02T10:01"):
        assert sending.email() == 1
        line = lines(notices(by=world.clerk).rows[:1], by=world.clerk)[0]
    ((to, letter),) = mailbox.letters
    text = letter.get_content()
    assert to == "reader@example.gov.cn" and letter["Subject"] == line.text[:120]
    assert line.text in text and f"/suggestions/{case.id}/" in text and "/me/notices/" in text
    assert world.deputy.name not in text, "the proposer is not in the line, so not in the mail"
    row = Sending.objects.get(person_id=world.clerk.person, channel="email")
    assert (
        (row.state, row.receipt) == (SENT, "250 kept as 1")
        and row.sent_at
        and letter["Message-ID"].startswith(f"<{row.id}@")
    )
    assert receipts([line.notice.id], by=world.clerk)[line.notice.id][0].id == row.id


def test_spread_and_sent_again_nothing_is_sent_twice(world, mailbox, callee):
    reached(world.clerk)
    news(world)
    with told_at("2026-03-02T10:01"):
        assert sending.email() == 1 and sending.webhook() >= 1
        calls = len(callee.calls)
        Notice.objects.update(spread=False)
        spreading.spread()
        assert sending.email() == sending.webhook() == 0
    assert len(mailbox.letters) == 1 and len(callee.calls) == calls


def test_a_post_is_told_by_whoever_holds_it_and_whoever_stands_in(world, callee):
    with at("2026-03-01"):
        stand_in = world.stands_in(world.clerk, "代班人", "2026-06-01")
    news(world)
    with told_at("2026-03-02T10:01"):
        sending.webhook()
    people = {told["to"]["id"] for told in callee.told}
    assert {str(world.clerk.person), str(stand_in.person), str(world.office.person)} <= people
    assert str(world.deputy.person) not in people and str(world.admin.person) not in people


def test_who_holds_the_post_no_more_is_not_written_to(world, mailbox):
    reached(world.clerk)
    news(world)
    with told_at("2026-03-02T10:01"):
        post = Post.objects.get(person_id=world.clerk.person)
        parties.end_post(by=world.admin, on=post)
        assert sending.email() == 0
    assert states(world.clerk) == [DROPPED] and not mailbox.letters


def test_what_a_reader_may_not_see_any_more_is_not_named(world, mailbox):
    """The line in the platform names it no more, so neither does the mail."""
    nyt = world.unit("NYT")
    reached(nyt.officer)
    quiet_so_far()
    with at("2026-02-26"):
        task = world.routed(world.handed_over()[0])
    with told_at("2026-02-26T12:00"):
        post = Post.objects.get(person_id=nyt.officer.person)
        parties.end_post(by=world.admin, on=post)
        sending.email()
    letters = [letter.get_content() for _, letter in mailbox.letters]
    assert letters and not any(task.root.title in text or str(task.root_id) in text for text in letters)


def test_without_channels_notices_stay_in_the_platform(world):
    news(world)
    with told_at("2026-03-02T10:01"):
        assert sending.email() == sending.webhook() == 0
    assert not Sending.objects.exists() and not Notice.objects.filter(spread=False).exists()


def test_the_call_is_signed_over_number_time_and_body(world, callee):
    news(world)
    with told_at("2026-03-02T10:01"):
        assert sending.webhook() == len(callee.calls) > 0
    for told, body in callee.calls:
        asked = f"{told['Jianyi-Id']}.{told['Jianyi-Timestamp']}.".encode() + body
        right = hmac.new(SECRET.encode(), asked, sha256).hexdigest()
        assert told["Jianyi-Signature"] == f"v1={right}"
    assert {told["Jianyi-Id"] for told, _ in callee.calls} == {told["id"] for told in callee.told}


# When one wants to be told


def test_in_the_quiet_hours_nothing_leaves_and_in_the_morning_it_follows(world, mailbox):
    reached(world.clerk, quiet_from="22:00", quiet_until="07:00")
    news(world, "2026-03-02T23:30")
    with told_at("2026-03-02T23:31"):
        assert sending.email() == 0
    with at("2026-03-03T06:59"):
        assert sending.email() == 0
    with at("2026-03-03T07:00"):
        assert sending.email() == 1


def test_a_digest_is_one_mail_a_day(world, mailbox):
    reached(world.clerk, pace="digest", digest_at="08:00")
    quiet_so_far()
    for minute in (10, 11, 12):
        with at(f"2026-03-02T{minute}:00"):
            world.submitted(title=f"第{minute}件建议")
            spreading.spread()
            assert sending.email() == 0
    with at("2026-03-03T08:01"):
        assert sending.email() == 1 and sending.email() == 0
    ((_, letter),) = mailbox.letters
    assert letter["Subject"] == "代表建议办理平台：3 条消息"
    assert all(f"第{minute}件建议" in letter.get_content() for minute in (10, 11, 12))
    assert states(world.clerk) == [SENT] * 3


def test_a_digest_longer_than_what_is_taken_at_once_is_still_one(world, mailbox, monkeypatch):
    monkeypatch.setattr(sending, "AT_ONCE", 2)
    reached(world.clerk, pace="digest")
    quiet_so_far()
    with told_at("2026-03-02T10:00"):
        for _ in range(5):
            world.submitted()
        spreading.spread()
    with at("2026-03-03T08:01"):
        assert sending.email() == 1
    assert states(world.clerk) == [SENT] * 5


def test_whoever_wants_no_mail_gets_none(world, mailbox):
    reached(world.clerk, pace="none")
    news(world)
    with told_at("2026-03-02T10:01"):
        assert sending.email() == 0 and states(world.clerk) == []


# Bad input


def test_a_person_without_an_address_is_on_record_and_sent_to_once_there_is_one(world, mailbox):
    news(world)
    with told_at("2026-03-02T10:01"):
        assert sending.email() == 0 and states(world.clerk) == [NO_ADDRESS]
        assert without_address(by=world.admin) >= 2
        assert any(row.person == "孔令微" and row.state == "没有邮箱地址" for row in stuck(by=world.admin))
        reached(world.clerk)
        send_again(by=world.admin, on=world.congress, saying=Resend("email"))
        assert sending.email() == 1 and states(world.clerk) == [SENT]


@pytest.mark.parametrize(
    "address",
    [
        "没有",
        "a@b",
        "a b@example.cn",
        "a@example.cn\nBcc: x@y.cn",
        "@example.cn",
        "a@-x.cn",
        f"{'a' * 65}@example.cn",
    ],
)
def test_an_address_that_is_none_is_refused_with_what_to_do(world, refused, address):
    answer = refused(
        "CHECKLIST_UNMET",
        parties.set_manner,
        by=world.clerk,
        on=Person.objects.get(id=world.clerk.person),
        saying=Manner(email=address),
    )
    assert "邮箱地址写得不对" in answer.reasons[0]


def test_nobody_sets_another_s_address(world, refused):
    person = Person.objects.get(id=world.clerk.person)
    refused("WRONG_ACTOR", parties.set_manner, by=world.admin, on=person, saying=Manner("x@example.cn"))


def test_half_a_span_of_quiet_hours_is_refused(world, refused):
    person = Person.objects.get(id=world.clerk.person)
    for told in (Manner(quiet_from="22:00"), Manner(quiet_from="08:00", quiet_until="08:00")):
        refused("CHECKLIST_UNMET", parties.set_manner, by=world.clerk, on=person, saying=told)


def test_one_recipient_refused_stops_nobody_else(world, mailbox):
    mailbox.refuse["gone@example.gov.cn"] = b"550 no such user"
    reached(world.clerk, "gone@example.gov.cn")
    reached(world.office)
    news(world)
    with told_at("2026-03-02T10:01"):
        assert sending.email() == 1
        assert states(world.clerk) == [REFUSED] and states(world.office) == [SENT]
        assert any("550 no such user" in row.failure for row in stuck(by=world.admin))


def test_a_recipient_refused_for_now_is_tried_later(world, mailbox):
    mailbox.refuse["full@example.gov.cn"] = b"452 mailbox full"
    reached(world.clerk, "full@example.gov.cn")
    news(world)
    with told_at("2026-03-02T10:01"):
        assert sending.email() == 0 and sending.email() == 0, "not before its time"
    mailbox.refuse.clear()
    with at("2026-03-02T10:01:31"):
        assert sending.email() == 1
    assert states(world.clerk) == [SENT]


def test_a_webhook_without_its_secret_sends_nothing_and_says_what_is_missing(world, callee, settings):
    settings.JIANYI_WEBHOOK_SECRET = ""
    news(world)
    with told_at("2026-03-02T10:01"):
        assert sending.webhook() == 0 and not callee.calls
        (_, hook) = fares(by=world.admin)
        assert "JIANYI_WEBHOOK_SECRET" in hook.lacking and hook.state_label == "缺设置" and hook.waiting
        settings.JIANYI_WEBHOOK_SECRET = SECRET
        assert sending.webhook() == len(callee.calls) > 0


@pytest.mark.parametrize("told", ["localhost", "http://x", "smtp://", "smtp://h:99999"])
def test_a_mail_server_that_cannot_be_read_is_said_so(world, mailbox, settings, told):
    settings.JIANYI_SMTP = told
    reached(world.clerk)
    news(world)
    with told_at("2026-03-02T10:01"):
        assert sending.email() == 0
        assert "JIANYI_SMTP" in fares(by=world.admin)[0].lacking


# The other side misbehaves


def test_a_server_that_is_not_there_rests_and_is_called_again(world, mailbox, settings):
    settings.JIANYI_SMTP = f"smtp://127.0.0.1:{free_port()}"
    reached(world.clerk)
    news(world)
    with told_at("2026-03-02T10:01"):
        assert sending.email() == 0
        mail = fares(by=world.admin)[0]
        assert "连接被拒绝" in mail.failure and mail.rests_until
        settings.JIANYI_SMTP = mailbox.address
        assert sending.email() == 0, "it rests"
    with at("2026-03-02T10:02"):
        assert sending.email() == 1 and not fares(by=world.admin)[0].failure


def test_a_server_that_never_answers_holds_up_no_other_channel(world, mailbox, callee):
    mailbox.silent = True
    reached(world.clerk)
    news(world)
    with told_at("2026-03-02T10:01"):
        began = monotonic()
        assert sending.email() == 0 and monotonic() - began < 4
        assert sending.webhook() == len(callee.calls) > 0
        assert "超时" in fares(by=world.admin)[0].failure and states(world.clerk) == [WAITING]


def test_an_answer_after_the_time_out_is_called_again_with_the_same_number(world, callee):
    """It had arrived: the other side knows it by its number. In the platform there is one line all the same."""
    callee.late = 1.0
    news(world)
    with told_at("2026-03-02T10:01"):
        assert sending.webhook() == 0 and len(callee.calls) == 1
    callee.late = 0.0
    with at("2026-03-02T10:10"):
        assert sending.webhook() == Sending.objects.filter(channel="webhook").count()
    numbers = [told["id"] for told in callee.told]
    assert len(numbers) - len(set(numbers)) == 1
    assert Notice.objects.filter(track="suggestion", action="submit").count() == 2, (
        "one for each post that is told"
    )


def test_an_answer_that_drips_is_cut(world, callee):
    callee.drip = True
    news(world)
    with told_at("2026-03-02T10:01"):
        began = monotonic()
        assert sending.webhook() == 0 and monotonic() - began < 3
        assert fares(by=world.admin)[1].failure


def test_one_message_that_is_not_taken_stops_no_other(world, callee):
    callee.answer = (422, "not this one")
    news(world)
    with told_at("2026-03-02T10:01"):
        sending.webhook()
        assert Sending.objects.filter(state=REFUSED).count() == len(callee.calls) > 1


def test_known_already_counts_as_arrived(world, callee):
    callee.answer = (409, "known")
    news(world)
    with told_at("2026-03-02T10:01"):
        assert sending.webhook() == len(callee.calls) > 0


def test_what_a_killed_process_had_taken_is_sent_by_the_next(world, mailbox):
    from jianyi.notices.taking import taken

    reached(world.clerk)
    news(world)
    with told_at("2026-03-02T10:01"):
        assert len(taken(sending.due("email"), 5)) == 1 and sending.email() == 0
    with at(clock.moment("2026-03-02T10:01") + lease.lasting() + timedelta(seconds=1)):
        assert sending.email() == 1
    assert len(mailbox.letters) == 1


def test_put_off_by_a_clock_that_ran_ahead_it_goes_when_the_clock_is_right(world, mailbox):
    reached(world.clerk)
    news(world)
    with told_at("2026-03-02T10:01"):
        Sending.objects.update(due_at=clock.moment("2027-03-02"), leased_until=clock.moment("2027-03-02"))
        assert sending.email() == 1


# What waits too long


def test_what_waits_too_long_is_told_to_the_administrators_once(world, mailbox, settings):
    settings.JIANYI_SMTP = f"smtp://127.0.0.1:{free_port()}"
    reached(world.clerk)
    news(world)
    with told_at("2026-03-02T10:01"):
        sending.email()
        assert alarms.raise_alarms() == 0
    with at("2026-03-02T14:30"):
        sending.email()
        assert alarms.raise_alarms() == 1 and alarms.raise_alarms() == 0
        found = [
            line for line in lines(notices(by=world.admin).rows, by=world.admin) if "久未发出" in line.text
        ]
        assert len(found) == 1 and found[0].href == "/clockwork/" and "电子邮件" in found[0].text
        assert not any(
            "久未发出" in line.text for line in lines(notices(by=world.clerk).rows, by=world.clerk)
        )
    settings.JIANYI_SMTP = mailbox.address
    with at("2026-03-02T18:00"):
        sending.email()
        assert alarms.raise_alarms() == 0
        assert Channel.objects.get(congress_id=world.congress.id, name="email").alarmed_at is None


def test_what_is_held_back_by_a_wish_raises_no_alarm(world, mailbox):
    reached(world.clerk, quiet_from="09:00", quiet_until="08:00")
    news(world)
    with told_at("2026-03-02T10:01"):
        sending.email()
    with at("2026-03-02T20:00"):
        assert alarms.raise_alarms() == 0


def test_only_administrators_have_it_sent_again(world, refused):
    for by in (world.clerk, world.deputy, world.unit("NYT").office):
        refused("WRONG_ACTOR", send_again, by=by, on=again(world.congress), saying=Resend("email"))


# One that cannot be worded or sent


def test_a_notice_that_cannot_be_worded_holds_up_no_other(world, mailbox):
    """It is the oldest, so it would be the first of every piece; what comes after it, for the same reader and others, leaves."""
    reached(world.clerk)
    reached(world.office, "head@example.gov.cn")
    case = news(world)
    broken = Notice.objects.filter(root_id=case.id).order_by("id").first()
    Notice.objects.filter(id=broken.id).update(action="no_such_step")
    with at("2026-03-02T10:00:30"):
        world.submitted(title="关于另一件事的建议", deputy=world.a_deputy("何望川"))
    with told_at("2026-03-02T10:01"):
        sending.email()
    assert {to for to, _ in mailbox.letters} == {"reader@example.gov.cn", "head@example.gov.cn"}
    stuck_rows = Sending.objects.filter(notice_id=broken.id, channel="email", state=WAITING).exclude(
        failure=""
    )
    assert stuck_rows.exists() and all("没有写成" in row.failure and row.tries == 1 for row in stuck_rows)
    with at("2026-03-02T15:00"):
        assert alarms.raise_alarms() == 1


def test_a_message_that_the_channel_chokes_on_holds_up_no_other(world, mailbox):
    reached(world.clerk)
    reached(world.office, "head@example.gov.cn")
    Person.objects.filter(id=world.clerk.person).update(email="读者@例子.中国")
    news(world)
    with told_at("2026-03-02T10:01"):
        assert sending.email() == 1
    assert [to for to, _ in mailbox.letters] == ["head@example.gov.cn"]
    row = Sending.objects.get(person_id=world.clerk.person, channel="email")
    assert row.state == WAITING and "没有发成" in row.failure


def test_a_post_that_is_no_more_is_told_nothing_and_stops_nothing(world, mailbox):
    reached(world.clerk)
    news(world)
    first = Notice.objects.filter(spread=False).order_by("id").first()
    Notice.objects.filter(id=first.id).update(duty="no_such_post", person_id=0)
    with told_at("2026-03-02T10:01"):
        assert not Notice.objects.filter(spread=False).exists()
