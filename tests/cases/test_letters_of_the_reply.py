"""The reply tells when the deputy was spoken to and whose opinions it took up; what is not enough is said by letter."""

from build import again, at
from jianyi.cases.commands import handlings, papers
from jianyi.cases.issued.files import document
from jianyi.cases.models import Contact, Letter, Paper
from jianyi.cases.queries.letters import checked, letter as find
from jianyi.documents.letters.webpage import page
from jianyi.kit import clock
from jianyi.procedure.facts.said import Because, Confirming, Met
from jianyi.procedure.words import Role


def told(letter):
    return str(page(document(letter)))


def met(world, task, day, mode="meeting", staff="", level="officer", confirmed=True):
    with at(day):
        present = () if staff else (world.unit("NYT").of(level),)
        said = Met("during", mode, clock.now(), "云浦县", (world.deputy.person,), present, staff, "谈了思路")
        row = handlings.record_contact(by=world.unit("NYT").officer, on=Contact.of(task), saying=said)
        answer = handlings.confirm_contact if confirmed else handlings.dispute_contact
        answer(by=world.deputy, on=row, saying=Confirming("不属实"))


def test_the_reply_names_each_contact_that_the_deputy_confirmed(world):
    with at("2026-02-26"):
        task = world.working(world.handed_over()[0])
    met(world, task, "2026-03-12", staff="副厅长许望舒")
    met(world, task, "2026-04-20", "visit", level="leader")
    met(world, task, "2026-04-21", "field", confirmed=False)
    with at("2026-04-28"):
        world.signed(again(task))
    reply, leader = told(Letter.objects.get(kind="reply")), world.unit("NYT").leader.name
    assert (
        f"我们于2026年2月26日（电话）、2026年3月12日（面商，副厅长许望舒）、2026年4月20日（走访，分管领导{leader}）与您沟通。现答复如下"
        in reply
    )
    assert "2026年4月21日" not in reply


def test_of_many_contacts_the_first_are_named_and_all_are_counted(world):
    with at("2026-02-26"):
        task = world.working(world.handed_over()[0])
    for day in range(1, 6):
        met(world, task, f"2026-03-{day:02}")
    with at("2026-04-28"):
        world.signed(again(task))
    reply = told(Letter.objects.get(kind="reply"))
    assert "2026年3月3日（面商）等共6次与您沟通" in reply and "2026年3月4日" not in reply


def test_the_reply_says_whose_opinions_it_took_up(world):
    with at("2026-02-26"):
        lead, co = world.handed_over(("NYT", Role.LEAD), ("JTT", Role.CO))
        world.working(lead)
        world.adopted(world.advised(co, "JTT"), "NYT")
        world.signed(again(lead))
    assert "会办意见采纳情况：JTT提出的会办意见已经采用。" in told(Letter.objects.get(kind="reply"))


def test_a_better_opinion_is_asked_for_by_a_letter_between_the_two_units(world):
    with at("2026-02-26"):
        lead, co = world.handed_over(("NYT", Role.LEAD), ("JTT", Role.CO))
        world.working(lead)
        opinion = world.advised(co, "JTT")
    with at("2026-03-02"):
        papers.ask_again(by=world.unit("NYT").officer, on=opinion, saying=Because("没有写明资金安排的年度"))
    letter = Letter.objects.get(kind="asked_again")
    text = told(letter)
    assert letter.number == "" and checked(letter.code).unchanged
    assert "JTT：" in text and "没有写明资金安排的年度。" in text and "于2026年3月9日前重新提出。" in text
    for by in (world.unit("NYT").office, world.unit("NYT").officer, world.unit("JTT").office):
        assert find(letter.id, by=by), by.name
    for by in (world.deputy, world.clerk, world.unit("CZT").office):
        assert not find(letter.id, by=by), by.name
    with at("2026-03-03"):
        opinion = world.sent(again(co), "JTT")
        papers.ask_again(by=world.unit("NYT").officer, on=opinion, saying=Because("仍没有写明"))
    assert "重新提出（第2次）" in told(Letter.objects.filter(kind="asked_again").latest("id"))
    assert Paper.objects.get(id=opinion.id).sent_back == "仍没有写明"


def test_who_was_dissatisfied_is_told_by_letter_why_it_stays(world):
    with at("2026-02-26"):
        sheet = world.rated("dissatisfied")
    with at("2026-03-02"):
        papers.uphold(by=world.office, on=sheet, saying=Because("各项具体建议都有措施和时限"))
    letter = Letter.objects.get(kind="upheld")
    text = told(letter)
    assert letter.number.startswith("澜常代建交〔2026〕") and "周知远代表：" in text
    assert "本件不再重新办理。理由是：各项具体建议都有措施和时限。" in text
    assert find(letter.id, by=world.deputy) and find(letter.id, by=world.clerk)
    assert not find(letter.id, by=world.unit("NYT").office)
