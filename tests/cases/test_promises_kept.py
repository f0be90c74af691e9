"""What a reply promised is followed until the deputy has the last word (源 H6; stories S7)."""

import re
from datetime import date

import pytest

from build import again, at
from jianyi.cases import due
from jianyi.cases.commands import division, papers, promises, suggestions
from jianyi.cases.issued.files import document
from jianyi.cases.models import Ledger, Letter, Paper, Promise, Told
from jianyi.cases.queries import letters as letters_of
from jianyi.cases.queries.files import case
from jianyi.cases.queries.forms import form
from jianyi.cases.queries.promises import kept, listed
from jianyi.cases.queries.successions import left, open_work
from jianyi.documents.letters.webpage import page
from jianyi.documents.store import keep
from jianyi.kit import clock
from jianyi.notices.queries import notices
from jianyi.parties import commands as parties
from jianyi.parties.models import Person, Post, Proxy
from jianyi.parties.queries import actor
from jianyi.procedure import words as w
from jianyi.procedure.facts import said as s
from jianyi.procedure.words import Duty
from jianyi.turn.models import Deadline, WorkItem
from publishing_roads import delivered, published


THREE = (
    s.Promise(1, "编制缓冲带规划", date(2026, 9, 30)),
    s.Promise(2, "建成缓冲带 32 公里", date(2027, 6, 30)),
    s.Promise(3, "建立管护经费机制", date(2026, 12, 31)),
)


@pytest.fixture
def sht(world):
    return world.unit("SHT")


@pytest.fixture
def sent(world, sht):
    """The reply of class B to suggestion 0006, with three promises, sent on 20 May."""
    with at("2026-02-26"):
        (task,) = world.handed_over(("SHT", w.Role.SOLE), points=3)
        task = world.working(task, "SHT")
    with at("2026-05-20"):
        paper = Paper.objects.get(handling_id=task.id)
        text = world.text(task, "B")
        papers.write(by=sht.officer, on=paper, saying=s.Text(text.answers, "B", promises=THREE))
        papers.present(by=sht.officer, on=again(paper))
        papers.pass_(by=sht.head, on=again(paper), saying=s.Read())
        papers.pass_(by=sht.office, on=again(paper), saying=s.Read())
        papers.sign(by=sht.leader, on=world.agreed(again(paper), "SHT"), saying=s.Read())
        return papers.send(by=sht.officer, on=again(paper))


@pytest.fixture
def ledger(sent):
    return Ledger.objects.get(paper_id=sent.id)


@pytest.fixture
def first(sent):
    return Promise.objects.get(paper_id=sent.id, nth=1)


@pytest.fixture
def files():
    """The number of a file that somebody has stored."""

    def stored(by, name):
        return keep(b"approved", name=name, kind="txt", congress=by.congress, owner=by.person).id

    return stored


def reported(world, unit, promise, files, day="2026-09-22"):
    with at(day):
        said = s.Kept("规划已经批复", attachments=(files(unit.officer, "批复.txt"),))
        return promises.reach(by=unit.officer, on=again(promise), saying=said)


def confirmed(world, unit, promise, files, day="2026-09-22"):
    row = reported(world, unit, promise, files, day)
    with at(f"{day}T15:00"):
        promises.verify(by=unit.office, on=row)
        return promises.confirm(by=world.deputy, on=again(row))


def told(by, track):
    return [row.action for row in notices(by=by).rows if row.track == track]


def letter(kind):
    """Its words, without what marks them up."""
    return re.sub("<[^>]+>", "", page(document(Letter.objects.get(kind=kind))))


def day_of(subject, limit):
    return Deadline.objects.get(holder_id=subject.id, limit=limit).due_on


# Opened when the reply is sent


def test_every_promise_of_a_sent_reply_is_a_row_with_its_own_clock(world, sht, sent, ledger):
    rows = list(Promise.objects.order_by("nth"))
    assert [(row.no, row.item, row.due, row.stage) for row in rows] == [
        (p.no, p.item, p.due, w.Promise.MADE) for p in THREE
    ]
    assert [row.called for row in rows] == ["0001-1", "0001-2", "0001-3"]
    assert [day_of(row, w.Limit.PROMISE) for row in rows] == [p.due for p in THREE]
    assert (ledger.stage, ledger.promised, ledger.reply_class) == (w.Ledger.OPEN, 3, "B")
    assert told(sht.officer, "promise") == ["bind"] * 3 and "bind" in told(world.deputy, "ledger")
    waits = {(item.track, item.action) for item in WorkItem.objects.filter(person_id=sht.officer.person)}
    assert {("promise", "reach"), ("ledger", "tell")} <= waits


def test_a_reply_that_promises_nothing_has_no_ledger(world):
    with at("2026-03-02"):
        world.answered()
    assert not Ledger.objects.exists() and not Promise.objects.exists()


def test_a_class_that_is_not_followed_may_promise_all_the_same(world):
    with at("2026-03-02"):
        task = world.working(world.handed_over()[0])
        text = world.text(task, "A")
        paper = Paper.objects.get(handling_id=task.id)
        nyt = world.unit("NYT")
        papers.write(by=nyt.officer, on=paper, saying=s.Text(text.answers, "A", promises=world.promised()))
        papers.present(by=nyt.officer, on=again(paper))
        for desk in (nyt.head, nyt.office):
            papers.pass_(by=desk, on=again(paper), saying=s.Read())
        papers.sign(by=nyt.leader, on=world.agreed(again(paper)), saying=s.Read())
        papers.send(by=nyt.officer, on=again(paper))
        assert Promise.objects.get().stage is w.Promise.MADE
        papers.rate(
            by=world.deputy, on=again(paper).root.sheets.get(), saying=s.Rated("satisfied", "satisfied")
        )
    assert again(paper.root).stage is w.Suggestion.RATED, "the case is closed without waiting for it"


# Kept


def test_nothing_is_struck_off_without_evidence_a_second_person_and_the_deputy(
    world, sht, first, files, refused
):
    with at("2026-09-22"):
        refused("NO_EVIDENCE", promises.reach, by=sht.officer, on=first, saying=s.Kept("规划已经批复"))
        refused("WRONG_ACTOR", promises.reach, by=sht.head, on=first, saying=s.Kept("规划已经批复"))
        theirs = s.Kept("规划已经批复", attachments=(files(sht.office, "别人的.txt"),))
        refused("NO_EVIDENCE", promises.reach, by=sht.officer, on=first, saying=theirs)
    row = reported(world, sht, first, files)
    assert row.stage is w.Promise.REPORTED and told(sht.office, "promise") == ["reach"]
    with at("2026-09-22T10:00"):
        refused("WRONG_ACTOR", promises.verify, by=sht.officer, on=row)
        refused("TOO_EARLY", promises.confirm, by=world.deputy, on=row)
        row = promises.verify(by=sht.office, on=row)
        assert row.stage is w.Promise.VERIFIED and told(world.deputy, "promise") == ["verify"]
        refused("WRONG_ACTOR", promises.confirm, by=sht.office, on=row)
    with at("2026-09-24"):
        row = promises.confirm(by=world.deputy, on=row)
    assert (row.stage, row.ended_on) == (w.Promise.KEPT, date(2026, 9, 24))
    assert Deadline.objects.get(holder_id=row.id, limit=w.Limit.PROMISE).ended_at.astimezone().date() == date(
        2026, 9, 22
    )


def test_whoever_reported_it_does_not_verify_it_whatever_post_is_held_beside(
    world, sht, first, files, refused
):
    world.appoint(sht.officer, sht.organisation, w.Duty.UNIT_OFFICE)
    row = reported(world, sht, first, files)
    both = actor(Person.objects.get(id=sht.officer.person))
    with at("2026-09-23"):
        refused("SAME_PERSON", promises.verify, by=both, on=row)
        refused("SAME_PERSON", promises.send_back, by=both, on=row, saying=s.Because("自己退回"))


def test_what_is_not_verified_or_not_believed_is_to_be_done_still(world, sht, first, files, refused):
    row = reported(world, sht, first, files)
    with at("2026-09-23"):
        refused("REASON_REQUIRED", promises.send_back, by=sht.office, on=row, saying=s.Because(""))
        row = promises.send_back(by=sht.office, on=row, saying=s.Because("批复不是本规划的"))
    assert (row.stage, row.reason) == (w.Promise.MADE, "批复不是本规划的")
    clock = Deadline.objects.get(holder_id=row.id, limit=w.Limit.PROMISE)
    assert clock.ended_at is None and clock.due_on == date(2026, 9, 30), (
        "its clock runs as if nothing had been reported"
    )
    row = reported(world, sht, row, files, "2026-09-24")
    with at("2026-09-25"):
        promises.verify(by=sht.office, on=row)
        refused("REASON_REQUIRED", promises.dispute, by=world.deputy, on=again(row), saying=s.Because(" "))
        row = promises.dispute(by=world.deputy, on=again(row), saying=s.Because("规划没有公布"))
    assert row.stage is w.Promise.MADE and "dispute" in told(sht.leader, "promise")


def test_a_deputy_who_says_nothing_is_not_taken_for_one_who_agreed(world, sht, first, files):
    row = reported(world, sht, first, files)
    with at("2026-09-23"):
        promises.verify(by=sht.office, on=row)
    with at("2026-10-22"):
        due.tick_all()
    assert again(row).stage is w.Promise.UNANSWERED
    assert again(row).stage.label == "已落实，代表逾期未确认"


# Changed


def test_only_the_principal_explains_a_change_and_the_first_day_stays(world, sht, sent, refused):
    row = Promise.objects.get(nth=3)
    said = s.Changing("资金渠道未落实", "建立管护经费机制（含市级）", date(2027, 3, 31))
    with at("2026-12-18"):
        refused(
            "REASON_REQUIRED",
            promises.change,
            by=sht.officer,
            on=row,
            saying=s.Changing("", "", date(2027, 3, 31)),
        )
        refused(
            "CHECKLIST_UNMET",
            promises.change,
            by=sht.officer,
            on=row,
            saying=s.Changing("晚了", "", date(2026, 12, 18)),
        )
        row = promises.change(by=sht.officer, on=row, saying=said)
        assert row.stage is w.Promise.CHANGING and row.due == date(2026, 12, 31), (
            "nothing holds before it is signed"
        )
        refused("SIGNER_NOT_ALLOWED", promises.sign_change, by=sht.leader, on=row)
        row = promises.sign_change(by=sht.principal, on=row)
    assert (row.stage, row.due, row.first_due) == (w.Promise.MADE, date(2027, 3, 31), date(2026, 12, 31))
    assert day_of(row, w.Limit.PROMISE) == date(2027, 3, 31)
    assert {"sign"} <= set(told(world.deputy, "promise")) & set(told(world.clerk, "promise"))
    text = letter("promise_changed")
    for words in ("原定2026年12月31日前完成", "调整为2027年3月31日前", "第3项承诺", "（含市级）；完成时间"):
        assert words in text
    with at("2027-02-01"):
        assert again(row).carried_from == 2026


def test_what_cannot_be_kept_is_said_and_ends_there(world, sht, first, ledger, files):
    with at("2026-07-01"):
        promises.change(by=sht.officer, on=first, saying=s.Changing("规划权限已上收"))
        row = promises.sign_change(by=sht.principal, on=again(first))
    assert row.stage is w.Promise.UNKEPT and row.ended_on == date(2026, 7, 1)
    assert "不能再予落实" in letter("promise_changed")
    assert again(ledger).stage is w.Ledger.OPEN, "two are still open"


def test_whoever_asked_for_a_change_does_not_sign_it_in_the_principal_s_place(world, sht, first, refused):
    """The officer stands in for the principal: what he cannot keep he does not excuse himself."""
    post = Post.objects.get(person_id=sht.principal.person)
    with at("2026-07-01"):
        proxy = Proxy(
            congress_id=post.congress_id, root_id=post.root_id, post_id=post.id, to_id=sht.officer.person
        )
        until = s.Until(clock.moment("2026-07-10T18:00"), "赴京开会")
        parties.authorise(by=sht.principal, on=proxy, saying=until)
        officer = actor(Person.objects.get(id=sht.officer.person))
        row = promises.change(by=officer, on=first, saying=s.Changing("规划权限已上收"))
        refused("SAME_PERSON", promises.sign_change, by=officer, on=row)
        assert promises.sign_change(by=sht.principal, on=again(row)).stage is w.Promise.UNKEPT


def test_a_change_that_is_not_signed_leaves_all_as_it_was(world, sht, first):
    with at("2026-07-01"):
        promises.change(by=sht.officer, on=first, saying=s.Changing("要晚些", "", date(2026, 11, 1)))
        row = promises.drop_change(by=sht.principal, on=again(first))
    assert (row.stage, row.due, row.was) == (w.Promise.MADE, date(2026, 9, 30), [])


# Progress


def test_progress_is_due_on_the_days_of_the_place_and_met_by_an_early_report(world, sht, ledger, refused):
    assert day_of(ledger, w.Limit.PROGRESS) == date(2026, 6, 25)
    with at("2026-06-24"):
        refused("CHECKLIST_UNMET", promises.tell, by=sht.officer, on=ledger, saying=s.Progressing(" "))
        promises.tell(by=sht.officer, on=ledger, saying=s.Progressing("三项均在推进"))
        assert day_of(ledger, w.Limit.PROGRESS) == date(2026, 9, 28), "25 September is a holiday"
        promises.tell(by=sht.officer, on=again(ledger), saying=s.Progressing("更正一处"))
        assert day_of(ledger, w.Limit.PROGRESS) == date(2026, 9, 28), "a second one uses up no other day"
        promises.respond(by=world.deputy, on=again(ledger), saying=s.Progressing("请公布规划"))
    with at("2026-09-29"):
        promises.tell(by=sht.officer, on=again(ledger), saying=s.Progressing("迟了一天"))
        assert day_of(ledger, w.Limit.PROGRESS) == date(2026, 12, 25), "a late one does not skip the next"
    rows = list(Told.objects.order_by("id"))
    assert [row.by_deputy for row in rows] == [False, False, True, False]
    assert rows[0].counts == {"made": 3}
    assert "respond" in told(sht.officer, "ledger") and told(world.deputy, "ledger").count("tell") == 3


def test_each_report_is_a_numbered_letter_of_its_own(world, sht, ledger, files):
    """F19 进展报告: how each promise stands that day, for whoever had the reply; the next one does not replace it."""
    with at("2026-06-24"):
        promises.tell(by=sht.officer, on=ledger, saying=s.Progressing("三项均在推进"))
    confirmed(world, sht, Promise.objects.get(nth=1), files)
    with at("2026-09-28"):
        promises.change(
            by=sht.officer, on=Promise.objects.get(nth=3), saying=s.Changing("晚了", "", date(2027, 3, 31))
        )
        promises.sign_change(by=sht.principal, on=Promise.objects.get(nth=3))
        promises.tell(by=sht.officer, on=again(ledger), saying=s.Progressing("规划已经批复"))
    first, second = Letter.objects.filter(kind="progress").order_by("id")
    said = [re.sub("<[^>]+>", "", page(document(row))) for row in (first, second)]
    assert "作出承诺3项，截至2026年6月24日：推进中3项" in said[0] and "2026年9月28日前送达" in said[0]
    assert "（第1份）" in said[0] and "（第2份）" in said[1]
    assert "签发人" not in said[0], "the case officer is no signer"
    assert (
        "截至2026年9月28日：已落实1项、推进中1项、已变更1项" in said[1] and "2026年12月25日前送达" in said[1]
    )
    assert "已变更，2027年3月31日前完成（原定2026年12月31日前）" in said[1]
    told_ids = [row.id for row in Told.objects.order_by("id")]
    assert [first.subject_id, second.subject_id] == told_ids and first.number != second.number
    assert not letters_of.checked(first.code).replaced and letters_of.checked(second.code).unchanged
    for by in (world.deputy, sht.officer, world.clerk):
        found = [row.id for row in letters_of.letters(case(ledger.root_id, by=by)) if row.kind == "progress"]
        assert found == [first.id, second.id], by.name
    assert letters_of.letter(first.id, by=world.unit("JTT").office) is None


def test_a_report_says_nothing_that_is_still_inside_the_unit(world, sht, first, ledger, files):
    with at("2026-06-20"):
        promises.reach(
            by=sht.officer,
            on=first,
            saying=s.Kept("内部佐证说明", attachments=(files(sht.officer, "批复.txt"),)),
        )
        promises.change(
            by=sht.officer,
            on=Promise.objects.get(nth=2),
            saying=s.Changing("未签的原因", "", date(2028, 1, 5)),
        )
        promises.tell(by=sht.officer, on=again(ledger), saying=s.Progressing("三项均在推进"))
    said = letter("progress")
    assert "推进中3项" in said and "2027年6月30日前完成" in said
    for inside in ("内部佐证说明", "未签的原因", "2028年"):
        assert inside not in said


# The second reply


@pytest.fixture
def done(world, sht, sent, ledger, files):
    with at("2026-06-03"):
        papers.rate(by=world.deputy, on=sent.root.sheets.get(), saying=s.Rated("satisfied", "satisfied"))
    assert again(sent.root).stage is w.Suggestion.TRACKING
    for row in Promise.objects.order_by("nth"):
        confirmed(world, sht, row, files)
    return again(ledger)


def answered(sht, ledger, day="2026-09-28"):
    with at(day):
        row = promises.answer_again(by=sht.officer, on=ledger, saying=s.SecondReply("缓冲带已经建成。"))
        return promises.sign_second(by=sht.leader, on=row)


def test_when_all_are_settled_the_unit_answers_again_and_the_deputy_decides_the_class(
    world, sht, sent, done, refused
):
    assert done.stage is w.Ledger.SETTLED and "settle" in told(sht.officer, "ledger")
    with at("2026-09-28"):
        refused("TOO_EARLY", suggestions.close, by=world.clerk, on=again(sent.root))
        refused("CHECKLIST_UNMET", promises.answer_again, by=sht.officer, on=done, saying=s.SecondReply(""))
    row = answered(sht, done)
    assert (row.stage, row.reply_class) == (w.Ledger.ANSWERED, "B"), "not before the deputy has confirmed"
    assert day_of(row, w.Limit.FULFILMENT) == date(2026, 10, 23)
    text = letter("second_reply")
    assert (
        row.number == Letter.objects.get(kind="second_reply").number
        and "作出承诺3项" in text
        and "由B类转为A类" in text
    )
    with at("2026-10-09"):
        refused("WRONG_ACTOR", promises.rate, by=sht.officer, on=row, saying=s.Fulfilment("satisfied"))
        refused("CHECKLIST_UNMET", promises.rate, by=world.deputy, on=row, saying=s.Fulfilment())
        row = promises.rate(by=world.deputy, on=row, saying=s.Fulfilment("satisfied"))
    assert (row.stage, row.reply_class, row.was_class) == (w.Ledger.CONFIRMED, "A", "B")
    assert again(sent).reply_class == "B", "the reply as it was sent stays as it was"
    assert again(sent.root).stage is w.Suggestion.RATED


def test_the_file_of_the_closed_case_lists_what_was_written_about_its_promises(
    world, sht, sent, ledger, files
):
    with at("2026-06-03"):
        papers.rate(by=world.deputy, on=sent.root.sheets.get(), saying=s.Rated("satisfied", "satisfied"))
    with at("2026-06-24"):
        promises.tell(by=sht.officer, on=again(ledger), saying=s.Progressing("三项均在推进"))
        promises.change(by=sht.officer, on=Promise.objects.get(nth=3), saying=s.Changing("没有资金"))
        promises.sign_change(by=sht.principal, on=Promise.objects.get(nth=3))
    for nth in (1, 2):
        confirmed(world, sht, Promise.objects.get(nth=nth), files)
    row = answered(sht, again(ledger))
    with at("2026-10-09"):
        promises.rate(by=world.deputy, on=row, saying=s.Fulfilment("satisfied"))
        suggestions.close(by=world.clerk, on=again(sent.root))
        for by in (world.clerk, sht.office):
            told = page(form("archive", sent.root_id, by=by)[1])
            places = [
                told.rindex(word) for word in ("征询意见表", "承诺进展报告", "承诺变更说明", "再次答复函")
            ]
            assert places == sorted(places), by.name


def test_a_deputy_who_is_not_content_keeps_the_class_and_says_why(world, sht, sent, done, refused):
    row = answered(sht, done)
    with at("2026-10-09"):
        refused(
            "REASON_REQUIRED",
            promises.rate,
            by=world.deputy,
            on=row,
            saying=s.Fulfilment("dissatisfied", "不行"),
        )
        row = promises.rate(
            by=world.deputy, on=row, saying=s.Fulfilment("dissatisfied", "缓冲带没有管护，已经荒了")
        )
    assert (row.stage, row.reply_class) == (w.Ledger.HELD, "B") and "rate" in told(world.clerk, "ledger")


def test_silence_keeps_the_class(world, sht, sent, done):
    row = answered(sht, done)
    with at("2026-10-27"):
        due.tick_all()
    assert (again(row).stage, again(row).reply_class) == (w.Ledger.UNANSWERED, "B")
    assert again(sent.root).stage is w.Suggestion.RATED


def test_whoever_wrote_the_second_reply_does_not_sign_it_and_it_can_come_back(world, sht, done, refused):
    with at("2026-09-28"):
        row = promises.answer_again(by=sht.officer, on=done, saying=s.SecondReply("缓冲带已经建成。"))
        refused("SIGNER_NOT_ALLOWED", promises.sign_second, by=sht.head, on=row)
        row = promises.send_back_second(by=sht.leader, on=row, saying=s.Because("写明里程"))
    assert (row.stage, row.sent_back) == (w.Ledger.SETTLED, "写明里程")


def test_a_promise_that_was_given_up_does_not_become_a_solved_matter(world, sht, sent, ledger, files):
    with at("2026-06-03"):
        papers.rate(by=world.deputy, on=sent.root.sheets.get(), saying=s.Rated("satisfied", "satisfied"))
    rows = list(Promise.objects.order_by("nth"))
    for row in rows[:2]:
        confirmed(world, sht, row, files)
    with at("2026-09-23"):
        promises.change(by=sht.officer, on=again(rows[2]), saying=s.Changing("没有资金"))
        promises.sign_change(by=sht.principal, on=again(rows[2]))
    row = answered(sht, again(ledger))
    assert "转为" not in letter("second_reply")
    with at("2026-10-09"):
        row = promises.rate(by=world.deputy, on=row, saying=s.Fulfilment("basically_satisfied"))
    assert (row.stage, row.reply_class) == (w.Ledger.CONFIRMED, "B")


def test_a_reply_of_a_later_round_takes_the_place_of_what_was_promised(world, sht, sent, ledger):
    with at("2026-06-03"):
        said = s.Rated("satisfied", "dissatisfied", "没有说明由谁管护、经费从哪里来")
        sheet = papers.rate(by=world.deputy, on=sent.root.sheets.get(), saying=said)
        papers.handle_again(by=world.head, on=sheet, saying=s.Again("说明管护"))
        assert again(ledger).stage is w.Ledger.OPEN, "until the new reply is out, the old one binds"
        task = ledger.handling.root.handlings.get(round=2)
        world.sent(world.working(task, "SHT"), "SHT", "B")
    assert again(ledger).stage is w.Ledger.LAPSED
    assert {row.stage for row in Promise.objects.filter(paper_id=sent.id)} == {w.Promise.LAPSED}
    assert Promise.objects.exclude(paper_id=sent.id).get().stage is w.Promise.MADE


# Who leaves


def test_what_is_promised_goes_to_a_successor_though_the_reply_is_out(world, sht, sent, ledger, refused):
    task = sent.handling
    with at("2026-05-25"):
        other = world.person("接手的人", (sht.division, w.Duty.OFFICER))
    said = s.Succession("岗位调整", sht.officer.person, other.person)
    with at("2026-06-01"):
        assert [load.handling.id for load in open_work(sht.officer.person, by=sht.office)] == [task.id]
        assert left(sht.officer.person, by=sht.office) == {"ledger": 1, "promise": 3, "publication": 1}
        division.hand_on(by=sht.office, on=again(task), saying=said)
        assert (
            left(sht.officer.person, by=sht.office) == {}
            and open_work(sht.officer.person, by=sht.office) == []
        )
        promises.tell(by=other, on=again(ledger), saying=s.Progressing("接手后均在推进"))
        refused(
            "WRONG_ACTOR",
            promises.tell,
            by=sht.officer,
            on=again(ledger),
            saying=s.Progressing("已经不归我办"),
        )


def test_a_reply_that_is_done_with_is_nobodys_work_to_hand_on(world, refused):
    nyt = world.unit("NYT")
    row = delivered(world)
    task = again(row.handling)
    with at("2026-05-26"):
        other = world.person("接手的人", (nyt.division, w.Duty.OFFICER))
        said = s.Succession("岗位调整", nyt.officer.person, other.person)
        assert [load.handling for load in open_work(nyt.officer.person, by=nyt.office)] == [task]
    published(world, nyt, row)
    with at("2026-05-27"):
        assert open_work(nyt.officer.person, by=nyt.office) == []
        refused("TOO_LATE", division.hand_on, by=nyt.office, on=again(task), saying=said)


# Who reads it


def test_a_ledger_is_read_by_those_who_read_the_reply_and_listed_by_house(
    world, sht, sent, ledger, first, files
):
    other = world.unit("JTT")
    reported(world, sht, first, files)
    for by in (sht.officer, sht.office, world.clerk, world.deputy):
        file = case(sent.root_id, by=by)
        assert len(file.promises) == 3 and len(file.ledgers) == 1, by.name
        inner = by in (sht.officer, sht.office)
        assert len(file.evidence.get(first.id, [])) == inner, f"{by.name}: what nobody has verified is inside"
    with at("2026-10-01"):
        for by, count in (
            (sht.office, 3),
            (sht.officer, 3),
            (world.clerk, 3),
            (other.office, 0),
            (world.deputy, 0),
        ):
            assert len(listed(by=by, part="all").rows) == count, by.name
        assert [row.nth for row in listed(by=sht.office, part="verify").rows] == [1]
        assert not listed(by=sht.office, part="late").rows, "what is reported is not late"
    with at("2027-01-05"):
        assert [row.nth for row in listed(by=world.clerk, part="late").rows] == [3]
        this, last = kept(2026, by=sht.office), kept(2027, by=sht.office)
    assert (this.due.number, this.done.number, this.late.number) == (2, 0, 1)
    assert (last.due.number, last.done.number) == (1, 0)


@pytest.mark.parametrize("few", [100, 0])
def test_whoever_has_many_tasks_finds_the_same_promises_as_whoever_has_few(
    world, sht, sent, monkeypatch, few
):
    """By the tasks or by the days of the house: the list is the same, and a colleague's stays out of it."""
    monkeypatch.setattr("jianyi.cases.queries.promises.FEW", few)
    elsewhere = world.organisation("SHT二处", w.Kind.DIVISION, sht.organisation)
    colleague = world.person("旁人", (elsewhere, Duty.OFFICER))
    with at("2026-06-01"):
        assert [row.nth for row in listed(by=sht.officer).rows] == [1, 3, 2]
        assert kept(2026, by=sht.officer).due.number == 2
        assert not listed(by=colleague).rows and kept(2026, by=colleague).due.number == 0
