"""The chain of a reply: written, passed at every desk, signed, sent: by different people, and always the same text."""

from dataclasses import replace

import pytest

from build import again, at
from jianyi.cases.commands import handlings, inside, papers, suggestions
from jianyi.cases.models import Delivery, Edition, Paper, Sheet, View
from jianyi.cases.queries import files
from jianyi.parties import commands as parties
from jianyi.parties.models import Organisation, Person, Post
from jianyi.parties.queries import actor
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Answer, Because, Delivery as Sending, Opinion, Rated, Read, Text
from jianyi.procedure.words import Duty, Raters, ReplyTo


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


@pytest.fixture
def paper(world):
    return world.written(world.working(world.handed_over(points=2)[0]))


@pytest.fixture
def at_desk(nyt, paper):
    return papers.present(by=nyt.officer, on=paper)


def both(text):
    return Text((Answer(1, text, "adopted"), Answer(2, text, "partly")), "A")


def test_every_point_is_answered_and_says_whether_it_is_adopted(nyt, paper, refused):
    for answers, missing in (
        ((Answer(1, "一", "adopted"),), "第 2 条"),
        ((Answer(1, "一", "adopted"), Answer(2, " ", "adopted")), "第 2 条"),
        ((Answer(1, "一", ""), Answer(2, "二", "")), "第 1、2 条"),
    ):
        papers.write(by=nyt.officer, on=paper, saying=Text(answers, "A"))
        answer = refused("POINT_UNANSWERED", papers.present, by=nyt.officer, on=paper)
        assert missing in answer.reasons[0]


def test_the_class_is_one_of_the_place_s(nyt, paper, refused):
    for name in ("", "Z"):
        papers.write(by=nyt.officer, on=paper, saying=Text(both("答复").answers, name))
        refused("CHECKLIST_UNMET", papers.present, by=nyt.officer, on=paper)


def test_less_than_the_whole_is_made_public_only_for_a_reason_that_is_signed_with_the_text(
    nyt, world, paper, refused
):
    said = replace(both("答复"), publication="none")
    papers.write(by=nyt.officer, on=paper, saying=said)
    answer = refused("REASON_REQUIRED", papers.present, by=nyt.officer, on=paper)
    assert "写明理由" in answer.reasons[0]
    papers.write(by=nyt.officer, on=paper, saying=replace(said, publication_reason="涉及商业秘密"))
    before = again(paper).digest
    assert papers.present(by=nyt.officer, on=paper).stage is w.Paper.AT_DESK
    papers.send_back(by=nyt.head, on=paper, saying=Because("可以公开"))
    papers.write(by=nyt.officer, on=paper, saying=both("答复"))
    assert again(paper).digest != before, "what is decided about publication is part of what is reviewed"


def test_the_desks_come_in_their_order(nyt, at_desk, refused):
    refused("WRONG_ACTOR", papers.pass_, by=nyt.office, on=at_desk, saying=Read())
    papers.pass_(by=nyt.head, on=at_desk, saying=Read())
    refused("WRONG_ACTOR", papers.pass_, by=nyt.head, on=at_desk, saying=Read())
    assert papers.pass_(by=nyt.office, on=at_desk, saying=Read()).stage is w.Paper.CLEARED


def test_a_pass_holds_for_the_text_that_was_read_and_for_no_other(nyt, paper, at_desk, refused):
    read = Read(at_desk.digest)
    papers.send_back(by=nyt.head, on=at_desk, saying=Because("补时限"))
    papers.write(by=nyt.officer, on=paper, saying=both("补了时限"))
    papers.present(by=nyt.officer, on=paper)
    answer = refused("CHANGED_MEANWHILE", papers.pass_, by=nyt.head, on=paper, saying=read)
    assert "看过新稿" in answer.reasons[0]
    assert (
        papers.pass_(by=nyt.head, on=paper, saying=Read(again(paper).digest)).passed[0][2]
        == again(paper).digest
    )


def test_a_signature_holds_for_the_text_that_was_read(nyt, world, refused):
    cleared = world.ready(world.working(world.handed_over()[0]))
    refused("CHANGED_MEANWHILE", papers.sign, by=nyt.leader, on=cleared, saying=Read("0" * 64))
    assert papers.sign(by=nyt.leader, on=cleared, saying=Read(cleared.digest)).stage is w.Paper.SIGNED


def test_an_edit_at_a_desk_keeps_the_passes_where_the_desk_may_edit_form(nyt, at_desk):
    papers.pass_(by=nyt.head, on=at_desk, saying=Read())
    papers.write(by=nyt.office, on=at_desk, saying=both("改了两处文字"))
    assert again(at_desk).desks_left == ["office"] and again(at_desk).edition == 2


def test_an_edit_at_any_other_desk_annuls_them(world, nyt):
    Organisation.objects.filter(id=nyt.id).update(rule={"desks": [["division", False], ["office", False]]})
    paper = papers.present(by=nyt.officer, on=world.written(world.working(world.handed_over(points=2)[0])))
    papers.pass_(by=nyt.head, on=paper, saying=Read())
    papers.write(by=nyt.office, on=paper, saying=both("改了结论"))
    assert again(paper).desks_left == ["division", "office"]


def test_every_edition_is_kept(nyt, paper, at_desk):
    papers.send_back(by=nyt.head, on=at_desk, saying=Because("补时限"))
    papers.write(by=nyt.officer, on=paper, saying=both("第二稿"))
    texts = Edition.objects.filter(paper_id=paper.id).order_by("edition").values_list("edition", "text")
    assert [(n, text["answers"][0]["text"]) for n, text in texts] == [(1, "第1条答复"), (2, "第二稿")]


def test_sent_back_with_a_reason_and_changed_it_starts_over_at_the_first_desk(nyt, at_desk, refused):
    papers.pass_(by=nyt.head, on=at_desk, saying=Read())
    refused("REASON_REQUIRED", papers.send_back, by=nyt.office, on=at_desk, saying=Because(""))
    papers.send_back(by=nyt.office, on=at_desk, saying=Because("引文不准"))
    assert again(at_desk).stage is w.Paper.DRAFTING
    papers.write(by=nyt.officer, on=at_desk, saying=both("引文已核"))
    assert again(at_desk).passed == [] and papers.present(by=nyt.officer, on=at_desk).desk == "division"


def test_presented_without_a_word_changed_it_goes_straight_to_whoever_sent_it_back(nyt, at_desk):
    papers.pass_(by=nyt.head, on=at_desk, saying=Read())
    papers.send_back(by=nyt.office, on=at_desk, saying=Because("引文是否准确"))
    same = again(at_desk)
    text = Text(tuple(Answer(**each) for each in same.answers), same.reply_class, same.opening, same.closing)
    papers.write(by=nyt.officer, on=same, saying=text)
    assert papers.present(by=nyt.officer, on=at_desk).desk == "office"
    assert papers.pass_(by=nyt.office, on=at_desk, saying=Read()).stage is w.Paper.CLEARED


def test_what_the_signer_sent_back_is_before_the_signer_again_only_where_nothing_was_changed(nyt, world):
    cleared = world.ready(world.working(world.handed_over()[0]))
    papers.send_back(by=nyt.leader, on=cleared, saying=Because("口径再核"))
    assert papers.present(by=nyt.officer, on=cleared).stage is w.Paper.CLEARED
    papers.send_back(by=nyt.leader, on=cleared, saying=Because("第一条改写"))
    papers.write(by=nyt.officer, on=cleared, saying=world.text(cleared.handling, "B"))
    assert papers.present(by=nyt.officer, on=cleared).desk == "division"


def test_the_signer_may_send_it_back_as_well(nyt, world):
    cleared = world.cleared(world.working(world.handed_over()[0]))
    assert papers.send_back(by=nyt.leader, on=cleared, saying=Because("口径再核")).stage is w.Paper.DRAFTING


# Different hands


def test_who_wrote_it_passes_nothing(world, nyt, refused):
    """The office's clerk is also the case officer: he cannot pass at the office's desk."""
    (task,) = world.handed_over()
    handlings.acknowledge(by=nyt.office, on=task)
    handlings.route(by=nyt.office, on=task, saying=replace(nyt.team, officer=nyt.office.person))
    handlings.confirm_contact(by=world.deputy, on=world.met(task, by=nyt.office))
    task = handlings.begin(by=nyt.office, on=task)
    paper = papers.write(by=nyt.office, on=Paper.objects.get(), saying=world.text(task))
    papers.present(by=nyt.office, on=paper)
    papers.pass_(by=nyt.head, on=paper, saying=Read())
    refused("SAME_PERSON", papers.pass_, by=nyt.office, on=paper, saying=Read())


def warned(paper, by):
    file = files.case(paper.root_id, by=by)
    return [told for act in file.acts_on(paper.come_home(file.under)) for told in act.warned]


def test_whoever_presents_is_told_of_a_desk_that_nobody_else_can_man(world, nyt):
    """The head of division is the office's only clerk: one of the two desks would stay empty."""
    paper = world.written(world.working(world.handed_over()[0]))
    assert warned(paper, nyt.officer) == []
    world.appoint(nyt.head, nyt.organisation, Duty.UNIT_OFFICE)
    assert warned(paper, nyt.officer) == []
    parties.end_post(by=world.admin, on=Post.objects.get(person_id=nyt.office.person))
    (told,) = warned(paper, nyt.officer)
    assert "“办公室”这一环节" in told
    paper = papers.present(by=nyt.officer, on=paper)
    assert paper.stage is w.Paper.AT_DESK and warned(paper, nyt.head) == []


def test_who_passed_it_does_not_sign_also_not_for_another(world, nyt, refused):
    cleared = world.cleared(world.working(world.handed_over()[0]))
    head = world.hands_on(nyt.leader, nyt.head, "2027-01-01")
    refused("SAME_PERSON", papers.sign, by=head, on=cleared, saying=Read())


def test_who_stood_in_at_a_desk_keeps_the_holder_from_signing(world, nyt, refused):
    """Both the one who acts and the one stood in for count as the hand."""
    paper = papers.present(by=nyt.officer, on=world.written(world.working(world.handed_over()[0])))
    stand_in = world.stands_in(nyt.office, "代办公室", "2027-01-01")
    papers.pass_(by=nyt.head, on=paper, saying=Read())
    papers.pass_(by=stand_in, on=paper, saying=Read())
    assert [nyt.office.person in people for _, people, _ in again(paper).passed] == [False, True]
    both_ = world.hands_on(nyt.leader, nyt.office, "2027-01-01")
    refused("SAME_PERSON", papers.sign, by=both_, on=again(paper), saying=Read())


def test_a_stand_in_signs_and_the_record_names_both(world, nyt):
    cleared = world.ready(world.working(world.handed_over()[0]))
    stand_in = world.stands_in(nyt.leader, "代行人", "2027-01-01")
    assert papers.sign(by=stand_in, on=cleared, saying=Read()).signed_by == "代行人"


def test_after_its_time_an_authorisation_opens_nothing(world, nyt, refused):
    cleared = world.cleared(world.working(world.handed_over()[0]))
    with at("2026-03-01"):
        stand_in = world.stands_in(nyt.leader, "代行人", "2026-03-05")
    with at("2026-03-06"):
        later = actor(Person.objects.get(id=stand_in.person))
        refused("SIGNER_NOT_ALLOWED", papers.sign, by=later, on=cleared, saying=Read())


def test_the_rating_is_never_handed_on_with_a_post(world, refused):
    """A deputy who holds a post hands on the post, not the seat."""
    sheet = world.answered()
    world.appoint(world.deputy, world.unit("SLT").organisation, Duty.LEADER)
    stand_in = world.stands_in(world.deputy, "代行人", "2027-01-01")
    refused("WRONG_ACTOR", papers.rate, by=stand_in, on=sheet, saying=Rated("satisfied", "satisfied"))


def test_a_key_suggestion_is_signed_by_the_principal_and_nobody_else(world, nyt, refused):
    (task,) = world.handed_over()
    world.key(task.root)
    inside.lead(by=nyt.leader, on=world.routed(task))
    cleared = world.ready(world.working(again(task)))
    refused("SIGNER_NOT_ALLOWED", papers.sign, by=nyt.leader, on=cleared, saying=Read())
    assert papers.sign(by=nyt.principal, on=cleared, saying=Read()).stage is w.Paper.SIGNED


def test_only_the_leader_in_charge_signs_an_ordinary_one(world, nyt, refused):
    cleared = world.cleared(world.working(world.handed_over()[0]))
    for by in (nyt.principal, nyt.head, nyt.office, nyt.officer, world.head):
        refused("SIGNER_NOT_ALLOWED", papers.sign, by=by, on=cleared, saying=Read())


# Delivery


def test_before_it_is_signed_nothing_is_sent(world, nyt, refused):
    cleared = world.cleared(world.working(world.handed_over()[0]))
    refused("TOO_EARLY", papers.send, by=nyt.officer, on=cleared)


def test_each_proposer_gets_it_on_the_platform_or_by_post(world, nyt):
    draft = world.draft()
    for invitation, name in zip(world.invited(draft, "何望川", "陆怀谷"), ("何望川", "陆怀谷"), strict=True):
        world.co_signed(invitation, name)
    case = suggestions.register(by=world.clerk, on=suggestions.submit(by=world.deputy, on=draft))
    signed = world.signed(world.working(world.handed_to(case, ("NYT", w.Role.SOLE))[0]))
    lu = world.a_deputy("陆怀谷").person
    papers.send(by=nyt.office, on=signed, saying=Sending(((lu, "EB123456789CN"),)))
    rows = {row.person_id: (row.channel, row.mail_no) for row in Delivery.objects.all()}
    assert rows.pop(lu) == ("post", "EB123456789CN")
    assert set(rows.values()) == {("platform", "")} and len(rows) == 2


@pytest.mark.parametrize(
    ("words", "letters", "sheets"),
    [
        ((), 2, 1),
        ((ReplyTo.LEAD,), 1, 1),
        ((Raters.EVERY_SIGNER,), 2, 2),
        ((ReplyTo.VIA_LEAD, Raters.EVERY_SIGNER), 1, 2),
    ],
    ids=lambda words: "+".join(word.value for word in words) if isinstance(words, tuple) else str(words),
)
def test_the_place_says_who_gets_it_and_who_rates(world, lays_down, words, letters, sheets):
    lays_down(*words)
    draft = world.draft()
    world.co_signed(world.invited(draft, "何望川")[0], "何望川")
    case = suggestions.register(by=world.clerk, on=suggestions.submit(by=world.deputy, on=draft))
    world.sent(world.working(world.handed_to(case, ("NYT", w.Role.SOLE))[0]))
    assert (Delivery.objects.count(), Sheet.objects.count()) == (letters, sheets)


def test_what_was_sent_is_never_changed_again(world, nyt, refused):
    sent = world.sent(world.working(world.handed_over()[0]))
    refused("TOO_LATE", papers.write, by=nyt.officer, on=sent, saying=both("改"))
    refused("TOO_LATE", papers.send, by=nyt.officer, on=sent)


# Co-signers and their lead


def test_a_co_signer_tells_the_lead_and_rates_nothing(world, refused):
    draft = world.draft()
    world.co_signed(world.invited(draft, "何望川")[0], "何望川")
    case = suggestions.register(by=world.clerk, on=suggestions.submit(by=world.deputy, on=draft))
    sent = world.sent(world.working(world.handed_to(case, ("NYT", w.Role.SOLE))[0]))
    he, sheet = world.a_deputy("何望川"), Sheet.objects.get()
    view = View.of(case, paper_id=sent.id, person_id=he.person)
    refused("REASON_REQUIRED", papers.give_view, by=he, on=view, saying=Opinion(" "))
    refused("WRONG_ACTOR", papers.give_view, by=world.a_deputy("陆怀谷"), on=view, saying=Opinion("好"))
    assert papers.give_view(by=he, on=view, saying=Opinion("总体满意")).stage is w.View.GIVEN
    refused("WRONG_ACTOR", papers.rate, by=he, on=sheet, saying=Rated("satisfied", "satisfied"))
    world.rate(sheet)
    late = View.of(case, paper_id=sent.id, person_id=he.person)
    refused("TOO_LATE", papers.give_view, by=he, on=late, saying=Opinion("再说一句"))
