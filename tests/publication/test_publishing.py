"""What a reply becomes for the public: prepared, checked, published, kept up to date, taken down (stories S13; forms F31)."""

from datetime import date

import pytest

from build import World, again, at
from jianyi.cases.commands import handlings, papers
from jianyi.cases.models import Contact, Handling, Paper, Sheet
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts import said as s
from jianyi.procedure.refusals import Code, Refused
from jianyi.publication.commands import publishing
from jianyi.publication.models import Public, Publication, PublicPair, PublicReply
from jianyi.turn.models import Deadline, Notice, WorkItem
from jianyi.turn.speech import Unclear, read
from publishing_roads import PHONE, SITUATION, checked, delivered, published, settled


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


def code_of(call, **told):
    with pytest.raises(Refused) as caught:
        call(**told)
    return caught.value.code


def all_that_is_public():
    rows = [*Public.objects.values(), *PublicReply.objects.values(), *PublicPair.objects.values("pair")]
    return str(rows)


# Opened with the reply


def test_it_is_opened_with_the_reply_and_due_twenty_working_days_later(world, nyt):
    row = delivered(world)
    assert row.stage is w.Publication.DRAFTING
    assert Deadline.objects.get(holder_id=row.id, limit=w.Limit.PUBLICATION).due_on == date(2026, 5, 28)
    waits = WorkItem.objects.get(track="publication")
    assert (waits.person_id, waits.action) == (nyt.officer.person, "present")


def test_it_goes_to_the_public_through_three_hands(world, nyt):
    row = published(world, nyt, delivered(world))
    assert row.stage is w.Publication.PUBLISHED and row.published_by == world.clerk.name
    page = Public.objects.get()
    assert page.title == row.root.title and page.published_on == date(2026, 5, 26)
    assert PublicReply.objects.get().answers and PublicPair.objects.filter(pair="农机").exists()


# Personal data


def test_what_is_marked_is_decided_before_anybody_else_sees_it(world, nyt):
    row = delivered(world, situation=SITUATION)
    assert {"mobile", "person"} <= {mark["kind"] for mark in row.marks}
    with at("2026-05-06"):
        assert code_of(publishing.present, by=nyt.officer, on=row) == Code.CHECKLIST_UNMET
        unexplained = tuple(s.Marked(no, "keep") for no in range(1, len(row.marks) + 1))
        row = publishing.write(by=nyt.officer, on=row, saying=s.Clearing(marks=unexplained))
        assert code_of(publishing.present, by=nyt.officer, on=row) == Code.REASON_REQUIRED


def test_what_is_taken_out_is_in_no_public_row(world, nyt):
    row = delivered(world, situation=SITUATION)
    published(world, nyt, row, added=("青岭村三组12号",))
    told = all_that_is_public()
    assert PHONE not in told and "张小明" not in told and "三组12号" not in told
    assert "138********" in Public.objects.get().situation


def test_a_person_adds_what_the_finder_has_not_seen_word_for_word(world, nyt):
    row = delivered(world)
    with at("2026-05-06"):
        wrong = s.Clearing(added=("不在稿中的文字",))
        assert code_of(publishing.write, by=nyt.officer, on=row, saying=wrong) == Code.CHECKLIST_UNMET
        row = publishing.write(by=nyt.officer, on=row, saying=s.Clearing(added=("大机器",)))
    (mark,) = [mark for mark in row.marks if mark["hand"]]
    assert mark["how"] == "redact" and mark["part"] == "situation"
    published(world, nyt, row)
    assert "大机器" not in all_that_is_public()


def test_a_name_that_is_marked_once_is_marked_wherever_it_returns(world, nyt):
    """What told that it is a person's name stands in one part; in another the name stands by itself."""
    row = delivered(world, title="关于李大山所反映农机的建议", situation="村民李大山反映，丘陵地块小。")
    assert {mark["part"] for mark in row.marks if mark["kind"] == "person"} == {"title", "situation"}
    with at("2026-05-06"):
        said = settled(row, way="summary", reason="篇幅较长", summary="李大山所反映的问题属实。")
        row = publishing.write(by=nyt.officer, on=row, saying=said)
        assert [mark["part"] for mark in row.marks if not mark["how"]] == ["summary"]
    published(world, nyt, row, way="summary", reason="篇幅较长", summary="李大山所反映的问题属实。")
    assert "李大山" not in all_that_is_public()


def test_where_the_place_names_no_deputies_their_names_are_marked_in_the_texts(db):
    """The page leaves the proposer out there; a deputy who stands in the text would be taken for somebody in office."""
    elsewhere = World(place="national")
    name = elsewhere.deputy.name
    row = delivered(elsewhere, situation=f"{name}代表调研时看到，丘陵地块小。")
    (mark,) = row.marks
    assert (mark["kind"], mark["part"], mark["start"], mark["end"]) == ("person", "situation", 0, len(name))
    published(elsewhere, elsewhere.unit("NYT"), row)
    assert name not in all_that_is_public()


def test_whoever_prepared_it_neither_checks_nor_publishes_it(world, nyt):
    row = delivered(world)
    both = world.person("一人两职", (nyt.organisation, w.Duty.UNIT_OFFICE))
    with at("2026-05-06"):
        Handling.objects.filter(id=row.handling_id).update(officer_id=both.person)
        row = publishing.write(by=both, on=row, saying=settled(row))
        row = publishing.present(by=both, on=row)
        assert code_of(publishing.check, by=both, on=row) == Code.SAME_PERSON
        assert code_of(publishing.publish, by=world.clerk, on=row) == Code.TOO_EARLY
        row = publishing.check(by=nyt.office, on=row)
        assert code_of(publishing.publish, by=nyt.office, on=row) == Code.WRONG_ACTOR


# Wish, signature, silence


@pytest.mark.parametrize(("wish", "most"), [("title_only", "title"), ("none", "none")])
def test_the_wish_binds_until_the_deputy_agrees_to_more(world, nyt, wish, most):
    row = delivered(world, publication_wish=wish, publication_reason="涉及在谈项目")
    with at("2026-05-06"):
        row = publishing.write(by=nyt.officer, on=row, saying=settled(row))
        assert code_of(publishing.present, by=nyt.officer, on=row) == Code.CHECKLIST_UNMET
        narrow = settled(row, way=most, reason="按代表意愿")
        assert publishing.write(by=nyt.officer, on=row, saying=narrow).way == most
        said = s.Rated("satisfied", "satisfied", "", "all", "agree", "agree")
        papers.rate(by=world.deputy, on=Sheet.objects.get(paper_id=row.paper_id), saying=said)
    assert published(world, nyt, again(row)).way == "full"


def test_only_the_title_tells_neither_suggestion_nor_reply(world, nyt):
    published(world, nyt, delivered(world), way="title", reason="按代表意愿")
    page, reply = Public.objects.get(), PublicReply.objects.get()
    assert (page.situation, page.points, reply.answers, reply.number) == ("", [], [], "")
    assert page.title and reply.reply_class == "A"


def test_an_objection_to_the_reply_leaves_the_title(world, nyt):
    row = delivered(world)
    with at("2026-05-06"):
        said = s.Rated("satisfied", "satisfied", "", "all", "agree", "disagree")
        papers.rate(by=world.deputy, on=Sheet.objects.get(paper_id=row.paper_id), saying=said)
        row = publishing.write(by=nyt.officer, on=again(row), saying=settled(row))
        assert code_of(publishing.present, by=nyt.officer, on=row) == Code.CHECKLIST_UNMET


def test_no_more_is_published_than_was_signed(world, nyt):
    row = delivered(world)
    Paper.objects.filter(id=row.paper_id).update(publication="summary", publication_reason="涉密")
    with at("2026-05-06"):
        row = publishing.write(by=nyt.officer, on=row, saying=settled(row))
        assert code_of(publishing.present, by=nyt.officer, on=row) == Code.CHECKLIST_UNMET
        short = settled(row, way="summary", reason="涉密")
        row = publishing.write(by=nyt.officer, on=row, saying=short)
        assert code_of(publishing.present, by=nyt.officer, on=row) == Code.CHECKLIST_UNMET


def test_a_summary_is_looked_through_like_the_rest(world, nyt):
    row = delivered(world)
    with at("2026-05-06"):
        short = s.Clearing("summary", "篇幅较长", f"已采纳，详询{PHONE}。")
        row = publishing.write(by=nyt.officer, on=row, saying=short)
        assert [mark["part"] for mark in row.marks if not mark["how"]] == ["summary"]
        assert code_of(publishing.present, by=nyt.officer, on=row) == Code.CHECKLIST_UNMET
    published(world, nyt, row, way="summary", reason="篇幅较长", summary=f"已采纳，详询{PHONE}。")
    reply = PublicReply.objects.get()
    assert reply.summary.startswith("已采纳") and not reply.answers and PHONE not in all_that_is_public()


def test_another_summary_moves_no_decision_to_another_mark(world, nyt):
    """Marks are called by their numbers, and a new summary brings other ones: each decision stays with what it was made for."""
    row = delivered(world)
    with at("2026-05-06"):
        first = s.Clearing("summary", "篇幅较长", f"详询{PHONE}。")
        row = publishing.write(by=nyt.officer, on=row, saying=first)
        kept = (s.Marked(1, "keep", "公开的电话"),)
        said = s.Clearing("summary", "篇幅较长", first.summary, kept, added=("大机器",))
        row = publishing.write(by=nyt.officer, on=row, saying=said)
        said = s.Clearing("summary", "篇幅较长", f"大机器详询{PHONE}。", kept)
        row = publishing.write(by=nyt.officer, on=row, saying=said)
    assert [(mark["part"], mark["how"]) for mark in row.marks] == [
        ("situation", "redact"), ("summary", ""), ("summary", "redact"),
    ], "what was added by hand is out of the new summary too; its number is undecided"  # fmt: skip


def test_a_mark_is_taken_out_or_kept_and_nothing_else(world, nyt):
    """A third word would leave it standing, without a reason, and counted as decided."""
    with pytest.raises(Unclear) as told:
        read(s.Clearing, {"marks": [{"no": 1, "how": "redact"}, {"no": 2, "how": "whatever"}]})
    assert list(told.value.problems) == ["marks"]
    assert read(s.Clearing, {"marks": [{"no": 1, "how": ""}]}).marks == (s.Marked(1, ""),)


def test_not_to_publish_needs_a_reason_and_a_leader(world, nyt):
    row = delivered(world)
    with at("2026-05-06"):
        row = publishing.write(by=nyt.officer, on=row, saying=settled(row, way="none"))
        assert code_of(publishing.present, by=nyt.officer, on=row) == Code.REASON_REQUIRED
        row = publishing.write(by=nyt.officer, on=row, saying=settled(row, way="none", reason="商业秘密"))
        row = publishing.present(by=nyt.officer, on=row)
        assert row.stage is w.Publication.WITHHOLDING
        assert code_of(publishing.withhold, by=nyt.office, on=row) == Code.WRONG_ACTOR
        row = publishing.withhold(by=nyt.leader, on=row)
    assert (row.stage, row.approved_by) == (w.Publication.WITHHELD, nyt.leader.name)
    assert not Public.objects.exists()


def test_what_a_hidden_proposer_asked_is_withheld_by_the_procedure(world, nyt):
    with at("2026-02-26"):
        told = {"confidential": True, "confidential_reason": "涉及本单位"}
        (task,) = world.handed_over(**told)
        task = world.routed(task)
        people = (world.deputy.person,)
        said = s.Met(mode="phone", occurred_at=clock.now(), deputies=people, summary="说明", staff="经办人")
        contact = handlings.relay_contact(by=world.clerk, on=Contact.of(task), saying=said)
        handlings.confirm_contact(by=world.deputy, on=contact)
        task = handlings.begin(by=nyt.officer, on=again(task))
    with at("2026-04-28"):
        paper = world.sent(task)
        row = Publication.objects.get()
        assert row.stage is w.Publication.NEW
        papers.relay(by=world.clerk, on=paper)
    row = again(row)
    assert (row.stage, row.reason) == (w.Publication.WITHHELD, "提出人要求身份保密")
    assert (
        code_of(publishing.redraft, by=world.clerk, on=row, saying=s.Because("公开")) == Code.CHECKLIST_UNMET
    )
    assert not Public.objects.exists()


# Afterwards


def test_what_is_taken_down_is_gone_and_stays_on_record(world, nyt):
    row = published(world, nyt, delivered(world))
    with at("2026-05-27"):
        assert code_of(publishing.take_down, by=world.clerk, on=row) == Code.REASON_REQUIRED
        row = publishing.take_down(by=world.clerk, on=row, saying=s.Because("误公开住户信息"))
    page, reply = Public.objects.get(), PublicReply.objects.get()
    assert page.gone and not page.title and not page.words and reply.gone and not reply.answers
    assert not PublicPair.objects.exists()
    assert (row.taken_down, row.taken_down_by) == ("误公开住户信息", world.clerk.name)
    with at("2026-05-28"):
        row = publishing.redraft(by=world.clerk, on=row, saying=s.Because("隐去后再公开"))
    published(world, nyt, row, day="2026-05-29")
    assert not again(page).gone and again(page).title


def test_the_rating_and_a_later_reply_are_told_without_another_review(world, nyt):
    first = published(world, nyt, delivered(world), day="2026-05-06")
    assert PublicReply.objects.get().grades == []
    with at("2026-05-07"):
        said = s.Rated("satisfied", "dissatisfied", "没有写明由谁执行、何时实施")
        sheet = papers.rate(by=world.deputy, on=Sheet.objects.get(paper_id=first.paper_id), saying=said)
        assert ["办理结果", "不满意"] in PublicReply.objects.get().grades
        (task,) = [world.handled_again(sheet)]
    with at("2026-05-20"):
        world.sent(world.working(task))
    second = Publication.objects.exclude(id=first.id).get()
    published(world, nyt, second, day="2026-06-05")
    told = {row.round: row.again for row in PublicReply.objects.all()}
    assert told == {1: True, 2: False} and Public.objects.count() == 1


def test_a_mark_of_one_review_holds_in_the_next(world, nyt):
    first = delivered(world)
    published(world, nyt, first, added=("大机器",), day="2026-05-06")
    with at("2026-05-07"):
        said = s.Rated("satisfied", "dissatisfied", "没有写明由谁执行、何时实施")
        sheet = papers.rate(by=world.deputy, on=Sheet.objects.get(paper_id=first.paper_id), saying=said)
        task = world.handled_again(sheet)
    with at("2026-05-20"):
        world.sent(world.working(task))
    second = Publication.objects.exclude(id=first.id).get()
    assert [mark["how"] for mark in second.marks if mark["part"] == "situation"] == ["redact"]


def test_a_summary_alone_never_carries_the_text_of_the_suggestion(world, nyt):
    published(world, nyt, delivered(world), way="summary", reason="篇幅较长", summary="已采纳。")
    assert Public.objects.get().situation == "" and "丘陵地块小" not in all_that_is_public()


def test_rare_characters_and_nothing_at_all_do_not_break_it(world, nyt):
    row = delivered(world, title="关于𠮷镕𰻞村农机的建议")
    published(world, nyt, row, added=("",))
    assert Public.objects.get().title == "关于𠮷镕𰻞村农机的建议"


# An objection that comes later


def objects(world, row, day="2026-05-27"):
    """The deputy says on the sheet that the reply should not be public."""
    with at(day):
        said = s.Rated("satisfied", "satisfied", "", "all", "agree", "disagree")
        papers.rate(by=world.deputy, on=Sheet.objects.get(paper_id=row.paper_id), saying=said)
    return again(row)


@pytest.mark.parametrize("when", ["checked", "published"])
def test_who_decides_is_told_once_of_an_objection_that_comes_later(world, nyt, when):
    row = delivered(world)
    if when == "published":
        published(world, nyt, row, day="2026-05-06")
    else:
        with at("2026-05-06"):
            checked(nyt, row)
    row = objects(world, row, day="2026-05-07")
    told = Notice.objects.filter(track="publication", action="dispute")
    assert {(each.duty, each.organisation_id) for each in told if each.duty} >= {
        (w.Duty.OFFICE_CLERK.value, world.congress.id),
        (w.Duty.UNIT_OFFICE.value, nyt.id),
    }
    assert nyt.officer.person in {each.person_id for each in told}
    count = told.count()
    with at("2026-05-08"):
        assert row.objected_at == Sheet.objects.get(paper_id=row.paper_id).rated_at
        if when == "checked":
            assert code_of(publishing.publish, by=world.clerk, on=row) == Code.CHECKLIST_UNMET
            publishing.send_back(by=world.clerk, on=row, saying=s.Because("代表不同意公开"))
        else:
            row = publishing.take_down(by=world.clerk, on=row, saying=s.Because("代表不同意公开"))
            publishing.redraft(by=world.clerk, on=row, saying=s.Because("改为只公开标题"))
    assert told.count() == count, "told once"
    row = published(world, nyt, again(row), day="2026-05-11", way="title", reason="代表不同意公开全文")
    assert row.objected_at and PublicReply.objects.get().answers == []


def test_whoever_agrees_or_says_nothing_raises_no_objection(world, nyt):
    row = published(world, nyt, delivered(world), day="2026-05-06")
    with at("2026-05-07"):
        said = s.Rated("satisfied", "satisfied", "", "all", "agree", "agree")
        papers.rate(by=world.deputy, on=Sheet.objects.get(paper_id=row.paper_id), saying=said)
    assert again(row).objected_at is None and not Notice.objects.filter(action="dispute").exists()


# What is marked and undecided


def test_nothing_is_checked_or_published_while_a_mark_is_undecided(world, nyt):
    """Whatever way a mark lost its decision: each of the three hands is stopped by it."""
    row = delivered(world, situation=SITUATION)
    with at("2026-05-06"):
        row = publishing.write(by=nyt.officer, on=row, saying=settled(row))
        row = publishing.present(by=nyt.officer, on=row)
        lost(row)
        assert code_of(publishing.check, by=nyt.office, on=row) == Code.CHECKLIST_UNMET
        lost(row, "redact")
        row = publishing.check(by=nyt.office, on=row)
        lost(row)
        assert code_of(publishing.publish, by=world.clerk, on=row) == Code.CHECKLIST_UNMET
    assert not Public.objects.exists()


def lost(row, how=""):
    marks = [mark | {"how": how if no == 0 else mark["how"]} for no, mark in enumerate(again(row).marks)]
    Publication.objects.filter(id=row.id).update(marks=marks)


# Two reviews of one suggestion, open at once


@pytest.fixture
def two(world):
    """Two units answer one suggestion on the same day, each by itself."""
    both = ("NYT", "SLT")
    with at("2026-02-26"):
        tasks = world.handed_over(
            *((name, w.Role.SEPARATE) for name in both), title=NAMED, situation=f"{WHO}反映过。"
        )
        tasks = [world.working(task, name) for task, name in zip(tasks, both, strict=True)]
    with at("2026-04-28"):
        for task, name in zip(tasks, both, strict=True):
            world.sent(task, name)
    return [Publication.objects.get(handling_id=task.id) for task in tasks]


WHO, NAMED = "三江", "关于三江等人出行的建议"


def test_what_one_of_two_open_reviews_takes_out_is_shown_by_neither(world, nyt, two):
    first, second = two
    published(world, nyt, first, added=(WHO,), way="title", reason="篇幅较长")
    published(world, world.unit("SLT"), second)
    assert WHO not in all_that_is_public() and "反映过" in Public.objects.get().situation
    with at("2026-05-27"):
        publishing.take_down(by=world.clerk, on=first, saying=s.Because("误公开"))
    assert WHO not in all_that_is_public(), "though the review that took it out is public no more"


def test_what_a_later_review_takes_out_leaves_the_page_too(world, nyt, two):
    first, second = two
    published(world, nyt, first, day="2026-05-06")
    assert WHO in Public.objects.get().title, "nobody has seen it yet"
    published(world, world.unit("SLT"), second, added=(WHO,))
    assert WHO not in all_that_is_public()
