"""先满意再答复: the deputy sees the draft before it is signed, comments are answered, exemptions have two hands."""

import pytest

from build import again, at
from dates import due
from jianyi.cases.commands import inside, papers
from jianyi.cases.due import tick_all
from jianyi.cases.models import Consultation, Paper
from jianyi.cases.queries.files import case
from jianyi.documents.store import keep
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Comment, Exempting, Read
from jianyi.procedure.words import Limit as L


# What a command is told is looked for by page and interface: here any number stands for the letter.


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


@pytest.fixture
def cleared(world):
    with at("2026-04-20"):
        return world.cleared(world.working(world.handed_over(points=2)[0]))


def test_nothing_is_signed_that_the_deputy_has_not_seen(world, nyt, cleared, refused):
    with at("2026-04-24"):
        answer = refused("DRAFT_NOT_SHOWN", papers.sign, by=nyt.leader, on=cleared, saying=Read())
        assert "送代表看稿" in answer.reasons[0]
        row = world.shown(cleared)
        refused("DRAFT_NOT_SHOWN", papers.sign, by=nyt.leader, on=cleared, saying=Read())
        assert due(row, L.DRAFT_VIEW) == "2026-05-06"
        inside.accept_draft(by=world.deputy, on=row)
        assert papers.sign(by=nyt.leader, on=again(cleared), saying=Read()).stage is w.Paper.SIGNED


def test_who_says_nothing_for_five_working_days_lets_it_pass(world, nyt, cleared):
    with at("2026-04-24"):
        world.shown(cleared)
    with at("2026-05-07T00:01"):
        tick_all()
        assert Consultation.objects.get().stage is w.Consultation.UNANSWERED
        assert papers.sign(by=nyt.leader, on=cleared, saying=Read()).stage is w.Paper.SIGNED


def test_a_comment_is_answered_first(world, nyt, cleared, refused):
    with at("2026-04-24"):
        row = world.shown(cleared)
        refused("REASON_REQUIRED", inside.comment, by=world.deputy, on=row, saying=Comment(" "))
        row = inside.comment(by=world.deputy, on=row, saying=Comment("第二条没有时限"))
        answer = refused("DRAFT_NOT_SHOWN", papers.sign, by=nyt.leader, on=cleared, saying=Read())
        assert "还没有答复" in answer.reasons[0]
        refused("REASON_REQUIRED", inside.address, by=nyt.officer, on=row, saying=Because(""))
        inside.address(by=nyt.officer, on=row, saying=Because("已补写：六月底前印发"))
        assert papers.sign(by=nyt.leader, on=again(cleared), saying=Read()).stage is w.Paper.SIGNED


def test_a_new_text_is_shown_anew(world, nyt, cleared, refused):
    """What was agreed to is that text; a desk that edits form changes nothing of it."""
    with at("2026-04-24"):
        inside.accept_draft(by=world.deputy, on=world.shown(cleared))
        papers.send_back(by=nyt.leader, on=cleared, saying=Because("口径再核"))
        papers.write(by=nyt.officer, on=cleared, saying=world.text(cleared.handling, "B"))
        papers.present(by=nyt.officer, on=cleared)
        papers.pass_(by=nyt.head, on=cleared, saying=Read())
        paper = papers.pass_(by=nyt.office, on=cleared, saying=Read())
        refused("DRAFT_NOT_SHOWN", papers.sign, by=nyt.leader, on=paper, saying=Read())


def test_an_edit_of_form_by_the_office_needs_no_second_look(world, nyt):
    with at("2026-04-20"):
        task = world.working(world.handed_over(points=2)[0])
        paper = papers.present(by=nyt.officer, on=world.written(task))
        inside.accept_draft(by=world.deputy, on=world.shown(paper))
        papers.pass_(by=nyt.head, on=paper, saying=Read())
        papers.write(by=nyt.office, on=paper, saying=world.text(again(task), "A"))
        paper = papers.pass_(by=nyt.office, on=paper, saying=Read())
        assert papers.sign(by=nyt.leader, on=again(paper), saying=Read()).edition == 2


def test_an_answered_comment_holds_for_the_text_it_was_answered_with(world, nyt, refused):
    with at("2026-04-20"):
        task = world.working(world.handed_over(points=2)[0])
        paper = world.written(task)
        row = inside.comment(by=world.deputy, on=world.shown(paper), saying=Comment("请写明时限"))
        papers.write(by=nyt.officer, on=paper, saying=world.text(again(task), "B"))
        inside.address(by=nyt.officer, on=row, saying=Because("已写明"))
        papers.write(by=nyt.officer, on=paper, saying=world.text(again(task), "C"))
        papers.present(by=nyt.officer, on=paper)
        papers.pass_(by=nyt.head, on=paper, saying=Read())
        paper = papers.pass_(by=nyt.office, on=paper, saying=Read())
        refused("DRAFT_NOT_SHOWN", papers.sign, by=nyt.leader, on=paper, saying=Read())


def letter(nyt):
    """What the deputy wrote, as the officer has it."""
    by = nyt.officer
    return (keep(b"letter", name="代表来信.txt", kind="txt", congress=by.congress, owner=by.person).id,)


def test_an_exemption_needs_another_hand(world, nyt, cleared, refused):
    """S2.10: the deputy has written that no draft need be shown."""
    with at("2026-04-24"):
        new = Consultation.about(cleared)
        refused("REASON_REQUIRED", inside.exempt, by=nyt.officer, on=new, saying=Exempting("", letter(nyt)))
        row = inside.exempt(by=nyt.officer, on=new, saying=Exempting("代表来信：不必看稿", letter(nyt)))
        refused("DRAFT_NOT_SHOWN", papers.sign, by=nyt.leader, on=cleared, saying=Read())
        refused("WRONG_ACTOR", inside.approve_exemption, by=nyt.officer, on=row)
        both = world.hands_on(nyt.office, nyt.officer, "2027-01-01")
        refused("SAME_PERSON", inside.approve_exemption, by=both, on=row)
        assert inside.approve_exemption(by=nyt.office, on=row).decided_by == "NYT办公室"
        assert papers.sign(by=nyt.leader, on=again(cleared), saying=Read()).stage is w.Paper.SIGNED


def test_a_refused_exemption_opens_nothing(world, nyt, cleared, refused):
    with at("2026-04-24"):
        row = inside.exempt(
            by=nyt.officer, on=Consultation.about(cleared), saying=Exempting("代表出差", letter(nyt))
        )
        inside.refuse_exemption(by=nyt.office, on=row, saying=Because("请等代表回来"))
        refused("DRAFT_NOT_SHOWN", papers.sign, by=nyt.leader, on=cleared, saying=Read())
        world.shown(cleared)


def test_after_the_signature_a_comment_comes_too_late(world, nyt, cleared, refused):
    with at("2026-04-24"):
        world.shown(cleared)
    with at("2026-05-07T00:01"):
        tick_all()
        row = Consultation.objects.get()
        papers.sign(by=nyt.leader, on=cleared, saying=Read())
        answer = refused("TOO_LATE", inside.comment, by=world.deputy, on=row, saying=Comment("再改一处"))
        assert "测评" in answer.reasons[0]


def test_a_late_answer_before_the_signature_still_counts(world, nyt, cleared, refused):
    with at("2026-04-24"):
        world.shown(cleared)
    with at("2026-05-07T00:01"):
        tick_all()
        inside.comment(by=world.deputy, on=Consultation.objects.get(), saying=Comment("第一条写错了"))
        refused("DRAFT_NOT_SHOWN", papers.sign, by=nyt.leader, on=cleared, saying=Read())


def test_one_at_a_time_and_only_what_is_written(world, nyt, refused):
    with at("2026-04-20"):
        task = world.working(world.handed_over(points=2)[0])
        paper = Paper.objects.get(handling_id=task.id)
        refused("TOO_EARLY", inside.show, by=nyt.officer, on=Consultation.about(paper))
        paper = world.written(task)
        world.shown(paper)
        refused("CHECKLIST_UNMET", inside.show, by=nyt.officer, on=Consultation.about(paper))


def test_of_a_confidential_proposer_the_office_passes_it_on(world, nyt, refused):
    with at("2026-04-20"):
        (task,) = world.handed_over(confidential=True, confidential_reason="涉及本单位")
        world.routed(task)
        row = inside_contact(world, task)
        paper = world.written(row)
        shown = inside.show(by=nyt.officer, on=Consultation.about(paper))
        assert (
            shown.stage is w.Consultation.TO_RELAY and not case(task.root_id, by=world.deputy).consultations
        )
        refused("WRONG_ACTOR", inside.relay, by=nyt.officer, on=shown)
        inside.relay(by=world.clerk, on=shown)
        assert case(task.root_id, by=world.deputy).consultations
        assert inside.accept_draft(by=world.deputy, on=shown).stage is w.Consultation.AGREED


def inside_contact(world, task):
    from jianyi.cases.commands import handlings
    from jianyi.cases.models import Contact
    from jianyi.kit import clock
    from jianyi.procedure.facts.said import Met

    said = Met(
        mode="phone", occurred_at=clock.now(), deputies=(world.deputy.person,), summary="转达", staff="经办人"
    )
    contact = handlings.relay_contact(by=world.clerk, on=Contact.of(again(task)), saying=said)
    handlings.confirm_contact(by=world.deputy, on=contact)
    return handlings.begin(by=world.unit("NYT").officer, on=task)


def test_who_sees_the_draft(world, nyt, cleared):
    """The unit, and the lead deputy whom it is shown to: nobody else, the office neither."""
    with at("2026-04-24"):
        world.shown(cleared)
        seen = {
            name: bool(case(cleared.root_id, by=by).consultations)
            for name, by in {
                "unit": nyt.leader,
                "lead": world.deputy,
                "office": world.clerk,
                "head": world.head,
            }.items()
        }
    assert seen == {"unit": True, "lead": True, "office": False, "head": False}
