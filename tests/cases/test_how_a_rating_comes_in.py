"""A rating by a single-use link, or from a paper form that the office enters: what counts, and what does not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from build import again, at
from dates import due
from jianyi.cases.commands import ratings
from jianyi.cases.due import tick_all
from jianyi.cases.models import Attachment, RatingLink, Sheet
from jianyi.cases.queries.files import case
from jianyi.cases.queries.linked import linked
from jianyi.console.checking import violations
from jianyi.documents.store import keep
from jianyi.journal.models import Line
from jianyi.kit import clock
from jianyi.parties.signing import digest
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Nothing, Rated, RatedOnPaper
from jianyi.procedure.refusals import Refused
from jianyi.procedure.words import Limit as L
from jianyi.turn.models import Notice, RequestKey


WHY = "未说明夜间限行时段由谁执行、何时实施"
GOOD = Rated("satisfied", "basically_satisfied")


@pytest.fixture
def sheet(world):
    with at("2026-04-24"):
        return world.answered()


def issued(world, sheet):
    return ratings.issue_link(by=world.clerk, on=again(sheet)).link_token


def holder(sheet, token, device="d1"):
    found = linked(sheet.id, token, device=device)
    return found.by


# By a link


def test_it_is_opened_on_one_device_and_rated_there_once(world, sheet, refused):
    with at("2026-04-27"):
        token = issued(world, sheet)
        ratings.open_link(by=holder(sheet, token), on=sheet)
        assert again(sheet).stage is w.Rating.AWAITED, "opening rates nothing"
        refused("WRONG_ACTOR", ratings.open_link, by=holder(sheet, token, "d2"), on=sheet)
        refused("WRONG_ACTOR", ratings.rate, by=holder(sheet, token, "d2"), on=sheet, saying=GOOD)
        row = ratings.rate(by=holder(sheet, token), on=sheet, saying=GOOD)
        assert (row.via, row.device, row.stage) == ("link", "d1", w.Rating.CONTENT)
        refused("TOO_LATE", ratings.rate, by=holder(sheet, token), on=sheet, saying=GOOD)
    assert RatingLink.objects.get().used_at == row.rated_at
    assert not violations()["I13"][1]


def test_a_new_link_makes_the_old_one_void(world, sheet, refused):
    with at("2026-04-27"):
        old = issued(world, sheet)
        holding = holder(sheet, old)
        issued(world, sheet)
        for command in (ratings.open_link, ratings.rate):
            said = {"saying": GOOD} if command is ratings.rate else {}
            answer = refused("TOO_LATE", command, by=holding, on=sheet, **said)
            assert "已作废" in answer.reasons[0] and "议案建议处" in answer.reasons[0]
        assert "已作废" in linked(sheet.id, old, device="d1").ended


def test_it_is_good_as_long_as_the_place_says_and_never_longer_than_the_sheet(world, sheet, refused):
    with at("2026-04-27T09:00"):
        token = issued(world, sheet)
        assert RatingLink.objects.get().until == clock.now() + timedelta(days=10)
    with at("2026-05-07T09:00"):
        answer = refused("TOO_LATE", ratings.open_link, by=holder(sheet, token), on=sheet)
        assert "已过有效期" in answer.reasons[0]
    with at("2026-05-18"):
        issued(world, sheet)
    assert due(sheet, L.RATING) == "2026-05-19"
    last = RatingLink.objects.order_by("made_at").last()
    assert last.until.astimezone(clock.HOME).date() == date(2026, 5, 20), (
        "the end of 19 May, and not ten days"
    )


def test_what_is_kept_is_the_digest_and_the_record_has_neither(world, sheet):
    with at("2026-04-27"):
        token = issued(world, sheet)
        ratings.open_link(by=holder(sheet, token), on=sheet)
        ratings.rate(by=holder(sheet, token), on=sheet, saying=GOOD)
    digest = RatingLink.objects.get().digest
    told = str(list(Line.objects.values_list("said", flat=True)))
    assert token not in told and digest not in told and digest != token
    assert linked(sheet.id, token + "x", device="") is None and linked(sheet.id, "", device="") is None


def test_the_secret_is_made_by_the_house_and_told_once(world, sheet):
    """Whoever asks for a link cannot choose its secret; the same request again makes no second link and tells none."""
    with at("2026-04-27"):
        assert ratings.issue_link.says is Nothing
        first = ratings.issue_link(by=world.clerk, on=again(sheet), key="once")
        second = ratings.issue_link(by=world.clerk, on=again(sheet), key="once")
        other = ratings.issue_link(by=world.clerk, on=again(sheet), key="another")
    assert len(first.link_token) >= 32 and second.link_token == "" != other.link_token != first.link_token
    assert again(sheet).link_token == "" and RatingLink.objects.count() == 2
    kept = str(list(RatingLink.objects.values()) + list(RequestKey.objects.values()))
    assert digest(first.link_token) in kept and first.link_token not in kept


def test_only_the_congress_s_office_makes_one_and_only_while_it_waits(world, sheet, refused):
    nyt = world.unit("NYT")
    with at("2026-04-27"):
        for by in (nyt.officer, nyt.office, world.deputy):
            refused("WRONG_ACTOR", ratings.issue_link, by=by, on=sheet)
        refused("TOO_EARLY", ratings.open_link, by=world.deputy, on=sheet)
        world.rate(sheet)
        refused("TOO_LATE", ratings.issue_link, by=world.clerk, on=sheet)


def test_who_holds_a_link_can_do_nothing_else_and_read_nothing(world, sheet, refused):
    with at("2026-04-27"):
        other = world.answered()
        token = issued(world, sheet)
        by = holder(sheet, token)
        refused("WRONG_ACTOR", ratings.rate, by=by, on=other, saying=GOOD)
        assert case(sheet.root_id, by=by) is None and case(sheet.root_id, by=world.deputy) is not None


def test_of_two_doors_the_first_counts(world, sheet, refused):
    """In the deputy's own session while the link is open on another device, and the other way round."""
    with at("2026-04-27"):
        token = issued(world, sheet)
        by = holder(sheet, token)
        ratings.open_link(by=by, on=sheet)
        row = ratings.rate(by=replace(world.deputy, device="mine"), on=sheet, saying=GOOD)
        assert (row.via, row.device) == ("session", "mine")
        refused("TOO_LATE", ratings.rate, by=by, on=sheet, saying=Rated("dissatisfied", "satisfied", WHY))
        assert "已经收到" in linked(sheet.id, token, device="d1").ended
    assert again(sheet).attitude == "satisfied" and RatingLink.objects.get().used_at is None


# From paper


def scan(by, name="征询意见表.pdf"):
    return keep(b"%PDF-1.4 rated", name=name, kind="pdf", congress=by.congress, owner=by.person).id


def form(by, day="2026-04-28", result="dissatisfied", files=True):
    return RatedOnPaper(
        "satisfied", result, WHY, day=date.fromisoformat(day), attachments=(scan(by),) if files else ()
    )


def test_it_waits_for_the_deputy_and_counts_when_he_has_said_so(world, sheet):
    with at("2026-05-06"):
        row = ratings.enter(by=world.clerk, on=sheet, saying=form(world.clerk))
        assert (row.stage, row.result, row.rated_at) == (w.Rating.ENTERED, "", None)
        assert Notice.objects.filter(action="enter", person_id=world.deputy.person).exists()
        assert due(row, L.CHECK_ENTRY) == "2026-05-12"
        row = ratings.confirm(by=world.deputy, on=row)
    assert (row.stage, row.via, row.result) == (w.Rating.DISSATISFIED, "paper", "dissatisfied")
    assert Attachment.objects.get(subject_id=row.id).inside == row.id
    assert not violations()["I13"][1]


def test_when_he_says_nothing_in_time_it_counts(world, sheet):
    with at("2026-05-06"):
        ratings.enter(by=world.clerk, on=sheet, saying=form(world.clerk, result="satisfied"))
    with at("2026-05-12T23:59"):
        assert tick_all() == 0
    with at("2026-05-13T00:00"):
        tick_all()
    row = again(sheet)
    assert (row.stage, row.entries[-1]["outcome"]) == (w.Rating.CONTENT, "unanswered")


def test_what_he_did_not_say_counts_for_nothing_and_is_kept(world, sheet, refused):
    with at("2026-05-06"):
        row = ratings.enter(by=world.clerk, on=sheet, saying=form(world.clerk))
        refused("REASON_REQUIRED", ratings.dispute, by=world.deputy, on=row, saying=Because(" "))
        refused("WRONG_ACTOR", ratings.dispute, by=world.unit("NYT").officer, on=row, saying=Because("不对"))
        row = ratings.dispute(by=world.deputy, on=row, saying=Because("我没有填过这张表"))
        assert (row.stage, row.result, row.via) == (w.Rating.AWAITED, "", "")
        assert row.entries[0]["reason"] == "我没有填过这张表"
        assert due(row, L.RATING) == "2026-05-26", "the time to rate begins anew"
        row = ratings.rate(by=world.deputy, on=row, saying=GOOD)
    assert (row.via, row.result, len(row.entries)) == ("session", "basically_satisfied", 1)


def test_disputed_it_is_reminded_once_more_and_lapses_in_the_end(world, sheet):
    with at("2026-05-20"):
        tick_all()
        assert again(sheet).reminded
        row = ratings.enter(by=world.clerk, on=again(sheet), saying=form(world.clerk))
        ratings.dispute(by=world.deputy, on=row, saying=Because("不是我填的"))
    for day in ("2026-06-11", "2026-06-30"):
        with at(day):
            tick_all()
    assert again(sheet).stage is w.Rating.LAPSED


@pytest.mark.parametrize(
    ("day", "files"), [("2026-04-23", True), ("2026-05-07", True), ("2026-04-28", False)]
)
def test_a_day_that_cannot_be_or_no_scan_is_refused(world, sheet, refused, day, files):
    code = "CHECKLIST_UNMET" if files else "NO_EVIDENCE"
    with at("2026-05-06"):
        refused(code, ratings.enter, by=world.clerk, on=sheet, saying=form(world.clerk, day, files=files))


def test_units_and_deputies_enter_nothing_and_a_scan_of_another_is_none(world, sheet, refused):
    nyt = world.unit("NYT")
    with at("2026-05-06"):
        for by in (nyt.officer, nyt.office, nyt.principal, world.deputy):
            refused("WRONG_ACTOR", ratings.enter, by=by, on=sheet, saying=form(by))
        refused("NO_EVIDENCE", ratings.enter, by=world.clerk, on=sheet, saying=form(nyt.officer))


def test_until_it_counts_no_unit_reads_it(world, sheet):
    nyt = world.unit("NYT")
    with at("2026-05-06"):
        row = ratings.enter(by=world.clerk, on=sheet, saying=form(world.clerk))
        for by in (nyt.officer, nyt.office, nyt.leader):
            file = case(row.root_id, by=by)
            assert not file.sheets and not file.rating_scans
            assert not [line for line in file.lines if line.action == "enter"]
            assert not [a for a in file.attachments if a.subject_id == row.id]
        mine = case(row.root_id, by=world.deputy)
        assert mine.sheets and mine.rating_scans[row.id] and "enter" in [line.action for line in mine.lines]
        ratings.confirm(by=world.deputy, on=row)
        file = case(row.root_id, by=nyt.officer)
    assert file.sheets[0].opinion == WHY and not file.rating_scans, "the form itself stays with the office"
    assert not {"enter", "confirm"} & {line.action for line in file.lines if line.subject.startswith("sheet")}


def test_where_no_time_to_check_is_laid_down_it_counts_at_once(world, sheet, lays_down):
    lays_down(check_entry=None)
    with at("2026-05-06"):
        row = ratings.enter(by=world.clerk, on=sheet, saying=form(world.clerk))
    assert again(row).stage is w.Rating.DISSATISFIED and Sheet.objects.get().via == "paper"


def test_rated_twice_by_two_doors_is_refused_with_a_sentence(world, sheet):
    with at("2026-05-06"):
        world.rate(sheet)
        with pytest.raises(Refused) as refusal:
            ratings.enter(by=world.clerk, on=again(sheet), saying=form(world.clerk))
    assert refusal.value.code == "TOO_LATE" and refusal.value.reasons[0].endswith("。")
