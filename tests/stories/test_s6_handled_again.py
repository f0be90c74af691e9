"""S6.1, S6.2 and the rating of S6.4: dissatisfied, decided, a new round for that unit alone; both ratings kept."""

from datetime import date

from build import again, at
from dates import due
from jianyi.cases.commands import handlings, papers, ratings, suggestions
from jianyi.cases.issued.files import document
from jianyi.cases.models import Contact, Escalation, Handling, Letter, Paper, Sheet
from jianyi.documents.letters.webpage import page
from jianyi.documents.store import keep
from jianyi.journal.models import Refusal
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Again, Because, Determined, Kept, Met, Rated, RatedOnPaper, Summoned
from jianyi.procedure.words import Capacity, Role
from jianyi.turn.models import Notice


WHY = "未说明夜间限行时段由谁执行、何时实施"


def first_round(world):
    with at("2026-02-26"):
        lead, helping = world.handed_over(("SHT", Role.LEAD), ("GAT", Role.CO))
    with at("2026-03-10"):
        lead, helping = world.working(lead, "SHT"), world.working(helping, "GAT")
        papers.adopt(by=world.unit("SHT").officer, on=world.sent(helping, "GAT"))
    with at("2026-04-24"):
        world.sent(lead, "SHT")
    return lead, Sheet.objects.get(root_id=lead.root_id)


def test_s6(world, refused):
    sht = world.unit("SHT")
    lead, sheet = first_round(world)
    assert due(sheet, w.Limit.RATING) == "2026-05-19"
    with at("2026-04-29"):
        refused(
            "REASON_REQUIRED",
            papers.rate,
            by=world.deputy,
            on=sheet,
            saying=Rated("satisfied", "dissatisfied"),
        )
        refused("WRONG_ACTOR", papers.rate, by=sht.officer, on=sheet, saying=Rated("satisfied", "satisfied"))
        assert Refusal.objects.filter(person=sht.officer.person, code="WRONG_ACTOR").exists()
        papers.rate(by=world.deputy, on=sheet, saying=Rated("satisfied", "dissatisfied", WHY))
    told = Notice.objects.filter(track="rating", action="alert")
    assert told.filter(person_id=sht.leader.person).exists() and told.filter(duty="office_head").exists()
    assert Capacity.SIGNER.label == "签发人"
    assert due(sheet, w.Limit.STUDY) == "2026-05-09"
    with at("2026-05-08"):
        refused("REASON_REQUIRED", papers.handle_again, by=world.office, on=sheet, saying=Because(" "))
        papers.handle_again(by=world.office, on=sheet, saying=Because("明确执行单位；明确实施时间"))
    second = Handling.objects.get(root_id=lead.root_id, round=2)
    assert second.stage is w.Handling.ROUTED and due(second, w.Limit.REHANDLE) == "2026-06-08"
    assert again(lead.root).stage is w.Suggestion.HANDED_OVER and again(lead).stage is w.Handling.DELIVERED
    letter = Letter.objects.get(subject_id=second.id, kind="rehandle")
    assert letter.number.startswith("澜常代建交〔2026〕") and "2026年6月8日前" in str(page(document(letter)))
    with at("2026-05-20"):
        second = world.working(second, "SHT")
    with at("2026-06-05"):
        world.sent(second, "SHT")
    new = Sheet.objects.get(root_id=lead.root_id, round=2)
    assert due(new, w.Limit.RATING) == "2026-06-29"
    with at("2026-06-09"):
        papers.rate(by=world.deputy, on=new, saying=Rated("satisfied", "basically_satisfied"))
        suggestions.close(by=world.clerk, on=lead.root)
    kept = list(Sheet.objects.filter(root_id=lead.root_id).order_by("round").values_list("result", flat=True))
    assert kept == ["dissatisfied", "basically_satisfied"]


def test_s6_5_a_second_dissatisfaction_is_escalated_and_no_third_round_begins(world):
    lead, sheet = first_round(world)
    with at("2026-04-29"):
        papers.rate(by=world.deputy, on=sheet, saying=Rated("satisfied", "dissatisfied", WHY))
        papers.handle_again(by=world.office, on=sheet, saying=Because("请明确"))
    with at("2026-05-11"):
        second = Handling.objects.get(root_id=lead.root_id, round=2)
        world.sent(world.working(second, "SHT"), "SHT")
        new = Sheet.objects.get(root_id=lead.root_id, round=2)
        papers.rate(by=world.deputy, on=new, saying=Rated("dissatisfied", "dissatisfied", WHY))
    assert again(lead.root).stage is w.Suggestion.ESCALATED
    assert Handling.objects.filter(root_id=lead.root_id).count() == 3
    row = Escalation.objects.get(root_id=lead.root_id)
    with at("2026-05-20"):
        said = Summoned(date(2026, 5, 25), "代工委会议室", "沈明溪、简宁", "夜间限行由谁执行")
        row = ratings.convene(by=world.office, on=row, saying=said)
    with at("2026-05-25"):
        row = ratings.determine(by=world.office, on=row, saying=determined(world.office))
    assert (row.stage, due(row, w.Limit.CARRY_OUT)) == (w.Escalation.FOLLOWED, "2026-06-30")
    with at("2026-06-24"):
        officer = world.unit("SHT").officer
        row = ratings.reach(by=officer, on=row, saying=Kept("通告已发布", attachments=(proof(officer),)))
        row = ratings.verify(by=world.office, on=row)
    assert row.stage is w.Escalation.DONE and again(lead.root).stage is w.Suggestion.RATED
    assert Handling.objects.filter(root_id=lead.root_id).count() == 3, "and there is no third round"


def proof(by):
    return keep(
        "会商纪要".encode(), name="会商纪要.txt", kind="txt", congress=by.congress, owner=by.person
    ).id


def determined(by):
    return Determined(
        date(2026, 5, 25), "沈明溪、简宁", "由公安交管部门执行", "follow", "发布夜间限行通告", date(2026, 6, 30), (proof(by),)
    )  # fmt: skip


def test_s6_the_sheet_comes_in_on_paper_and_the_deputy_says_what_he_wrote(world, refused):
    """A form filled in by hand: entered by the office with its scan, not by the unit; it counts when he has looked at it."""
    lead, sheet = first_round(world)
    clerk, officer = world.clerk, world.unit("SHT").officer
    with at("2026-04-29"):
        for by in (officer, world.unit("SHT").office):
            refused("WRONG_ACTOR", ratings.enter, by=by, on=sheet, saying=on_paper(by))
        row = ratings.enter(by=clerk, on=sheet, saying=on_paper(clerk))
        row = ratings.dispute(by=world.deputy, on=row, saying=Because("结果一栏录错了"))
        row = ratings.enter(by=clerk, on=again(row), saying=on_paper(clerk, "satisfied"))
        row = ratings.confirm(by=world.deputy, on=row)
    assert (row.via, row.result, row.stage) == ("paper", "satisfied", w.Rating.CONTENT)


def on_paper(by, result="dissatisfied"):
    return RatedOnPaper("satisfied", result, WHY, day=date(2026, 4, 28), attachments=(proof(by),))


def test_s6_3_a_level_below_the_one_asked_for_does_not_let_the_reply_go_on(world, refused):
    sht = world.unit("SHT")
    lead, sheet = first_round(world)
    with at("2026-04-29"):
        papers.rate(by=world.deputy, on=sheet, saying=Rated("satisfied", "dissatisfied", WHY))
    with at("2026-05-08"):
        papers.handle_again(by=world.office, on=sheet, saying=Again("明确执行单位；明确实施时间", "leader"))
    second = Handling.objects.get(root_id=lead.root_id, round=2)
    with at("2026-05-18"):
        handlings.confirm_contact(by=world.deputy, on=spoken(world, second, "division"))
        second = handlings.begin(by=sht.officer, on=again(second))
        paper = Paper.objects.get(handling_id=second.id)
        paper = papers.write(by=sht.officer, on=paper, saying=world.text(second, "B"))
        answer = refused("CHECKLIST_UNMET", papers.present, by=sht.officer, on=paper)
        assert "分管领导" in answer.reasons[0]
    with at("2026-05-20"):
        handlings.confirm_contact(by=world.deputy, on=spoken(world, second, "leader"))
        papers.present(by=sht.officer, on=again(paper))


def spoken(world, task, level):
    said = Met(
        phase="during", mode="field", occurred_at=clock.now(), where="柏阳市", summary="现场测噪",
        deputies=(world.deputy.person,), present=(world.unit("SHT").of(level),),
    )  # fmt: skip
    return handlings.record_contact(by=world.unit("SHT").officer, on=Contact.of(task), saying=said)
