"""An oral reply: its record counts once the deputy has signed it, here or on paper; a unit never answers for the deputy."""

from dataclasses import replace

import pytest

from build import again, at
from jianyi.cases.commands import handlings, oral, papers, suggestions
from jianyi.cases.issued.files import document
from jianyi.cases.mentioned import unknown
from jianyi.cases.models import Attachment, Contact, Delivery, OralReply, Sheet
from jianyi.cases.queries.files import case
from jianyi.cases.queries.forms import form
from jianyi.cases.queries.letters import letter_of
from jianyi.documents.store import keep
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Answer, Because, Countersigned, Delivery as Sending, Met, OnPaper
from jianyi.procedure.words import Oral, OralBy
from jianyi.turn.models import Notice, WorkItem


AGREED = Countersigned("agree", "", "no")


@pytest.fixture
def task(world):
    """The letter is signed, and not yet sent."""
    with at("2026-02-26"):
        (task,) = world.handed_over(points=2)
    with at("2026-03-20"):
        world.signed(world.working(task))
    return again(task)


def scan(by, name="签名原件.pdf"):
    return keep(b"%PDF-1.4 signed", name=name, kind="pdf", congress=by.congress, owner=by.person).id


def on_paper(by, opinion="agree", why="", written="no", files=True):
    return OnPaper(opinion, why, written, (scan(by),) if files else ())


def channels(task):
    return set(Delivery.objects.filter(root_id=task.root_id).values_list("channel", flat=True))


# Putting it down


def test_it_goes_with_the_letter_and_not_before(world, refused):
    with at("2026-02-26"):
        task = world.working(world.handed_over()[0])
        answer = refused(
            "TOO_EARLY",
            oral.put_down,
            by=world.unit("NYT").officer,
            on=OralReply.of(task),
            saying=world.spoken(task),
        )
    assert "书面答复还没有签发" in answer.reasons[0]


@pytest.mark.parametrize(
    ("told", "code", "sentence"),
    [
        ({"where": " "}, "CHECKLIST_UNMET", "还缺：地点"),
        ({"replied_by": 0}, "CHECKLIST_UNMET", "还缺：面复人"),
        ({"deputies": ()}, "CHECKLIST_UNMET", "没有代表在场"),
        ({"answers": (Answer(1, "只答一条"),)}, "POINT_UNANSWERED", "每一条建议"),
        ({"promises": "印发办法 = 2026-09-30\n尽快研究"}, "CHECKLIST_UNMET", "第 2 行看不懂"),
    ],
    ids=["nowhere", "by nobody", "to nobody", "half", "no day"],
)  # fmt: skip
def test_the_record_is_whole(world, task, refused, told, code, sentence):
    with at("2026-03-20"):
        said = world.spoken(task, **told)
        answer = refused(
            code, oral.put_down, by=world.unit("NYT").officer, on=OralReply.of(task), saying=said
        )
    assert sentence in "".join(answer.reasons)


@pytest.mark.parametrize("day", ["2026-02-25", "2026-03-21"], ids=["before the hand-over", "tomorrow"])
def test_it_took_place_after_the_hand_over_and_not_tomorrow(world, task, refused, day):
    with at("2026-03-20"):
        said = world.spoken(task, occurred_at=clock.moment(day))
        answer = refused(
            "CHECKLIST_UNMET", oral.put_down, by=world.unit("NYT").officer, on=OralReply.of(task), saying=said
        )
    assert "交办之后、现在之前" in answer.reasons[0]


def test_a_leader_of_the_unit_gives_it_and_of_a_key_suggestion_the_principal_alone(world, task, refused):
    unit = world.unit("NYT")
    with at("2026-03-20"):
        for person in (unit.officer, unit.office, world.unit("CZT").leader):
            said = world.spoken(task, replied_by=person.person)
            answer = refused(
                "CHECKLIST_UNMET", oral.put_down, by=unit.officer, on=OralReply.of(task), saying=said
            )
            assert "本单位负责人" in answer.reasons[0]
        world.key(task.root)
        said = world.spoken(again(task), replied_by=unit.leader.person)
        answer = refused(
            "CHECKLIST_UNMET", oral.put_down, by=unit.officer, on=OralReply.of(task), saying=said
        )
        assert "主要负责人" in answer.reasons[0]
        done = world.replied_orally(again(task))
    assert (done.speaker, done.post) == ("NYT厅长", "主要负责人")


def test_a_place_may_want_the_principal_for_every_suggestion(world, task, refused, lays_down):
    lays_down(OralBy.PRINCIPAL)
    with at("2026-03-20"):
        answer = refused(
            "CHECKLIST_UNMET",
            oral.put_down,
            by=world.unit("NYT").officer,
            on=OralReply.of(task),
            saying=world.spoken(task),
        )
    assert "主要负责人" in answer.reasons[0]


def test_where_the_place_knows_no_oral_reply_there_is_no_such_step(world, task, refused, lays_down):
    lays_down(Oral.NONE)
    with at("2026-03-20"):
        answer = refused(
            "NOT_IN_THIS_PLACE",
            oral.put_down,
            by=world.unit("NYT").officer,
            on=OralReply.of(task),
            saying=world.spoken(task),
        )
    assert "澜江省的规则" in answer.reasons[0]


def test_the_lead_deputy_was_there_and_nobody_who_has_no_part(world, task, refused):
    with at("2026-03-20"):
        for there in (
            (world.a_deputy("何望川").person,),
            (world.deputy.person, world.a_deputy("何望川").person),
        ):
            said = world.spoken(task, deputies=there)
            answer = refused(
                "CHECKLIST_UNMET",
                oral.put_down,
                by=world.unit("NYT").officer,
                on=OralReply.of(task),
                saying=said,
            )
            assert "领衔代表" in answer.reasons[0]


def test_only_the_unit_puts_it_down(world, task, refused):
    with at("2026-03-20"):
        for by in (world.clerk, world.unit("CZT").officer, world.unit("NYT").leader, world.deputy):
            refused("WRONG_ACTOR", oral.put_down, by=by, on=OralReply.of(task), saying=world.spoken(task))
        assert (
            oral.put_down(
                by=world.unit("NYT").office, on=OralReply.of(task), saying=world.spoken(task)
            ).number
            == "MF-2026-0001"
        )


def test_a_second_record_stands_only_when_the_first_has_fallen(world, task, refused):
    unit = world.unit("NYT")
    with at("2026-03-20"):
        first = world.replied_orally(task)
        answer = refused(
            "CHECKLIST_UNMET",
            oral.put_down,
            by=unit.officer,
            on=OralReply.of(task),
            saying=world.spoken(task),
        )
        assert "已有一份当面答复记录" in answer.reasons[0]
        refused("REASON_REQUIRED", oral.recall, by=unit.officer, on=first, saying=Because(""))
        first = oral.recall(by=unit.officer, on=first, saying=Because("地点写错"))
        second = world.replied_orally(task)
    assert first.stage is w.OralReply.DROPPED and second.number == "MF-2026-0002"


def test_a_co_unit_replies_to_no_deputy(world, refused):
    with at("2026-02-26"):
        _, helping = world.handed_over(("NYT", w.Role.LEAD), ("CZT", w.Role.CO))
        world.sent(world.working(helping, "CZT"), "CZT")
        answer = refused(
            "CHECKLIST_UNMET",
            oral.put_down,
            by=world.unit("CZT").officer,
            on=OralReply.of(helping),
            saying=world.spoken(helping, "CZT"),
        )
    assert "会办意见送主办单位" in answer.reasons[0]


# The deputy's word


def test_it_waits_for_the_lead_deputy_and_counts_for_nothing_before(world, task):
    with at("2026-03-20"):
        record = world.replied_orally(task)
        assert record.stage is w.OralReply.RECORDED and not record.counts
        item = WorkItem.objects.get(subject_id=record.id)
        assert (item.action, item.person_id) == ("countersign", world.deputy.person)
        paper = again(task).papers.get()
        papers.send(by=world.unit("NYT").officer, on=paper)
    assert channels(task) == {"platform"}


def test_signed_before_the_letter_is_sent_it_is_delivered_in_person(world, task):
    with at("2026-03-20"):
        oral.countersign(by=world.deputy, on=world.replied_orally(task), saying=AGREED)
        papers.send(by=world.unit("NYT").officer, on=task.papers.get())
    assert channels(task) == {"in_person"}
    assert Sheet.objects.get(root_id=task.root_id).stage is w.Rating.AWAITED


def test_signed_after_the_letter_was_sent_its_delivery_says_so(world, task):
    with at("2026-03-20"):
        papers.send(by=world.unit("NYT").officer, on=task.papers.get())
        record = world.replied_orally(again(task))
        record = oral.countersign(by=world.deputy, on=record, saying=AGREED)
    assert channels(task) == {"in_person"} and record.counts and record.written_needed is False


def test_what_went_by_post_stays_posted(world, task):
    with at("2026-03-20"):
        said = Sending(((world.deputy.person, "XA123"),))
        papers.send(by=world.unit("NYT").officer, on=task.papers.get(), saying=said)
        oral.countersign(by=world.deputy, on=world.replied_orally(again(task)), saying=AGREED)
    assert channels(task) == {"post"}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (Countersigned("", "", "no"), "CHECKLIST_UNMET"), (Countersigned("agree", "", ""), "CHECKLIST_UNMET"),
        (Countersigned("partly", " ", "yes"), "REASON_REQUIRED"), (Countersigned("disagree", "", "yes"), "REASON_REQUIRED"),
    ],
    ids=["no opinion", "not told whether a letter is wanted", "partly", "disagree"],
)  # fmt: skip
def test_the_deputy_says_what_he_means(world, task, refused, said, code):
    with at("2026-03-20"):
        refused(code, oral.countersign, by=world.deputy, on=world.replied_orally(task), saying=said)


def test_nobody_signs_for_the_deputy(world, task, refused):
    unit = world.unit("NYT")
    with at("2026-03-20"):
        record = world.replied_orally(task)
        for by in (unit.officer, unit.office, unit.principal, world.clerk, world.a_deputy("何望川")):
            refused("WRONG_ACTOR", oral.countersign, by=by, on=record, saying=AGREED)
            refused("WRONG_ACTOR", oral.dispute, by=by, on=record, saying=Because("没有"))


def test_after_the_signature_nothing_changes(world, task, refused):
    unit = world.unit("NYT")
    with at("2026-03-20"):
        record = oral.countersign(by=world.deputy, on=world.replied_orally(task), saying=AGREED)
        refused(
            "TOO_LATE",
            oral.countersign,
            by=world.deputy,
            on=record,
            saying=Countersigned("disagree", "改主意", "yes"),
        )
        refused("TOO_LATE", oral.dispute, by=world.deputy, on=record, saying=Because("没有"))
        refused("TOO_LATE", oral.recall, by=unit.officer, on=record, saying=Because("写错"))
        refused("TOO_LATE", oral.enter, by=world.clerk, on=record, saying=on_paper(world.clerk))


def test_of_two_at_once_the_second_is_told_to_look_again(world, task, refused):
    with at("2026-03-20"):
        record = world.replied_orally(task)
        entered = oral.enter(
            by=world.unit("NYT").officer, on=record, saying=on_paper(world.unit("NYT").officer)
        )
        refused(
            "CHANGED_MEANWHILE",
            oral.countersign,
            by=world.deputy,
            on=entered,
            saying=AGREED,
            seen=record.version - 1,
        )


def test_a_record_that_is_not_true_counts_for_nothing_and_makes_room_for_another(world, task, refused):
    with at("2026-03-20"):
        record = world.replied_orally(task)
        refused("REASON_REQUIRED", oral.dispute, by=world.deputy, on=record, saying=Because(" "))
        record = oral.dispute(by=world.deputy, on=record, saying=Because("当天没有见面"))
        assert record.stage is w.OralReply.DISPUTED and record.reason == "当天没有见面"
        told = Notice.objects.filter(subject_id=record.id, action="dispute")
        assert told.filter(person_id=world.unit("NYT").officer.person).exists()
        assert world.replied_orally(task).stage is w.OralReply.RECORDED


# On paper


def test_the_office_enters_the_signed_paper_and_the_deputy_is_told(world, task, refused):
    with at("2026-03-20"):
        record = world.replied_orally(task)
        answer = refused(
            "CHECKLIST_UNMET",
            oral.enter,
            by=world.clerk,
            on=record,
            saying=on_paper(world.clerk, files=False),
        )
        assert "扫描件" in answer.reasons[0]
        record = oral.enter(by=world.clerk, on=record, saying=on_paper(world.clerk, "partly", "盼早日明确"))
        assert record.counts and record.on_paper and record.entered_by == "孔令微"
        papers.send(by=world.unit("NYT").officer, on=task.papers.get())
    assert channels(task) == {"in_person"}
    told = Notice.objects.filter(subject_id=record.id, action="enter")
    assert told.filter(person_id=world.deputy.person).exists()


def test_what_the_unit_enters_waits_for_the_deputy_or_the_office(world, task, refused):
    unit = world.unit("NYT")
    with at("2026-03-20"):
        record = oral.enter(by=unit.officer, on=world.replied_orally(task), saying=on_paper(unit.officer))
        assert record.stage is w.OralReply.SCANNED and not record.counts
        refused("WRONG_ACTOR", oral.confirm, by=unit.office, on=record)
        record = oral.confirm(by=world.clerk, on=record)
    assert record.counts and record.confirmed_by == "孔令微"


def test_the_deputys_own_word_stands_for_what_the_unit_entered(world, task):
    unit = world.unit("NYT")
    with at("2026-03-20"):
        record = oral.enter(by=unit.officer, on=world.replied_orally(task), saying=on_paper(unit.officer))
        said = Countersigned("disagree", "没有写明时限", "yes")
        record = oral.countersign(by=world.deputy, on=record, saying=said)
    assert (record.deputy_opinion, record.written_needed, record.on_paper) == ("disagree", True, False)


# Who reads it


def test_the_record_is_between_the_unit_the_proposers_and_the_office(world, task):
    with at("2026-03-20"):
        record = oral.enter(by=world.clerk, on=world.replied_orally(task), saying=on_paper(world.clerk))
    unit = world.unit("NYT")
    for by in (unit.officer, unit.office, world.clerk, world.deputy):
        file = case(task.root_id, by=by)
        assert file.oral_replies == [record]
        assert [row.name for row in file.attachments] == ["签名原件.pdf"]


def test_of_a_confidential_proposer_the_office_puts_it_down_and_the_unit_learns_nothing(world, refused):
    with at("2026-02-26"):
        (task,) = world.handed_over(confidential=True, confidential_reason="涉及本单位")
        task = world.routed(task)
        said = Met(
            mode="phone",
            occurred_at=clock.now(),
            deputies=(world.deputy.person,),
            summary="已转告",
            staff="经办人",
        )
        met = handlings.relay_contact(by=world.clerk, on=Contact.of(task), saying=said)
        handlings.confirm_contact(by=world.deputy, on=met)
        handlings.begin(by=world.unit("NYT").officer, on=again(task))
    with at("2026-03-20"):
        paper = world.signed(again(task))
        unit = world.unit("NYT")
        refused(
            "WRONG_ACTOR", oral.put_down, by=unit.officer, on=OralReply.of(task), saying=world.spoken(task)
        )
        record = world.replied_orally(again(task))
        refused("WRONG_ACTOR", oral.enter, by=unit.officer, on=record, saying=on_paper(unit.officer))
        refused("WRONG_ACTOR", oral.recall, by=unit.officer, on=record, saying=Because("写错"))
        record = oral.enter(by=world.clerk, on=record, saying=on_paper(world.clerk))
        papers.send(by=unit.officer, on=paper)
    assert record.relayed and channels(task) == {"relayed"}
    file = case(task.root_id, by=unit.officer)
    assert file.oral_replies == [record] and not file.attachments
    for by in (unit.officer, world.clerk, world.deputy):
        kept = letter_of(case(task.root_id, by=by), record.id)
        assert kept and "周知远" not in str(document(kept)), by.name


# What becomes of it


def test_the_form_is_printed_to_be_signed_and_then_says_who_signed(world, task):
    with at("2026-03-20T10:00"):
        record = world.replied_orally(task, promises="印发补助办法 = 2026-09-30")
        sheet = form("oral_reply", record.id, by=world.unit("NYT").officer)[1]
        assert sheet.watermark == "代表未签署" and "2026-09-30" in str(sheet)
        oral.countersign(by=world.deputy, on=record, saying=AGREED)
    assert form("oral_reply", record.id, by=world.deputy) is None
    sheet = document(letter_of(case(task.root_id, by=world.deputy), record.id))
    assert not sheet.watermark and "周知远（本人在平台签署）" in str(sheet) and "2026年3月20日" in str(sheet)


def closed(world, task):
    with at("2026-03-21"):
        papers.send(by=world.unit("NYT").officer, on=task.papers.get())
        world.rate(world.sheet_of(task.root))
    with at("2026-03-22"):
        return suggestions.close(by=world.clerk, on=again(task.root))


def test_a_signed_record_lies_in_the_file_of_a_closed_case(world, task):
    with at("2026-03-20"):
        record = oral.countersign(by=world.deputy, on=world.replied_orally(task), saying=AGREED)
    case_ = closed(world, task)
    _, sheet = form("archive", case_.id, by=world.clerk)
    assert record.number in str(sheet) and "当面答复记录" in str(sheet)


def test_one_that_nobody_signed_lapses_when_the_case_is_closed(world, task, refused):
    with at("2026-03-20"):
        record = world.replied_orally(task)
    case_ = closed(world, task)
    assert again(record).stage is w.OralReply.LAPSED
    assert not WorkItem.objects.filter(subject_id=record.id).exists()
    _, sheet = form("archive", case_.id, by=world.clerk)
    assert record.number not in str(sheet)
    with at("2026-03-23"):
        answer = refused(
            "TOO_LATE",
            oral.put_down,
            by=world.unit("NYT").officer,
            on=OralReply.of(task),
            saying=world.spoken(task),
        )
    assert "已经办结归档" in answer.reasons[0]


def test_a_file_of_somebody_else_is_not_drawn_in_with_the_signed_paper(world, task, refused):
    """Whoever may read the record would read it there: what another keeps beside the same case too."""
    unit, mine = world.unit("NYT"), on_paper(world.unit("NYT").officer)
    theirs = scan(world.unit("FGW").officer, "别的单位的材料.pdf")
    Attachment.objects.create(
        congress_id=task.congress_id, root_id=task.root_id, subject_id=task.id, file_id=theirs, name="别的单位的材料.pdf",
        inside=world.unit("FGW").id,
    )  # fmt: skip
    said = replace(mine, attachments=(*mine.attachments, theirs))
    assert unknown(said, by=unit.officer).keys() == {"attachments"}
    with at("2026-03-23"):
        record = world.replied_orally(task)
        refused("NO_EVIDENCE", oral.enter, by=unit.officer, on=record, saying=said)
        record = oral.enter(by=unit.officer, on=record, saying=mine)
    hung = Attachment.objects.filter(subject_id=record.id)
    assert [(row.file_id, row.inside) for row in hung] == [(mine.attachments[0], record.id)]
