"""A notice that a suggestion is supervised, and the board of what is listed: who issues, who reads, on which paper (F21)."""

from datetime import date

import pytest

from build import again, at
from driving import client_of
from jianyi.cases.issued.files import document
from jianyi.cases.models import Letter
from jianyi.cases.queries.files import case
from jianyi.documents.issuing import DRAWING
from jianyi.documents.letters.webpage import page
from jianyi.jobs import rounds
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Kept, Prolonging, Verified
from jianyi.procedure.words import Duty
from jianyi.supervision.commands import measures
from jianyi.supervision.issued.board import HEADER, cells, sheet
from jianyi.supervision.queries import measures as queries
from jianyi.supervision.queries.board import board, of_case
from jianyi.supervision.queries.standing import standing


def said(us, task, **more):
    told = {"cause": "overdue", "materials": "办理进展报告、答复稿", "due": date(2026, 6, 15)} | more
    return us.said(task, **told)


def drafted(us, task, by, **more):
    return measures.draw_up(by=by, on=us.measure(by, "notice", task), saying=said(us, task, **more))


def test_a_notice_is_issued_answered_and_closed_by_somebody_else(us, world, jtt, task, refused):
    """Of the congress; signed by the head of the committee, and no rung of the ladder."""
    with at("2026-06-01"):
        row = drafted(us, task, world.clerk)
        refused("WRONG_ACTOR", measures.notify, by=world.clerk, on=row)
        refused("NOT_IN_THIS_PLACE", measures.put_up, by=world.head, on=row)
        assert queries.file(row.id, by=jtt.office) is None
        row = measures.notify(by=world.head, on=row)
        assert (row.stage, row.number, row.due) == (
            w.Measure.NOTIFIED,
            "澜常代建督〔2026〕1号",
            date(2026, 6, 15),
        )
        assert standing([task.id], by=jtt.office) == {}
    paper = document(Letter.objects.get(root_id=row.id, kind="supervised"))
    told = str(page(paper))
    assert "列为督办件（超过期限）" in told and "2026年6月15日前报送以下材料：办理进展报告、答复稿" in told
    assert all(len(DRAWING[kind](paper).content) > 1000 for kind in ("pdf", "docx"))
    with at("2026-06-10"):
        refused(
            "NO_EVIDENCE", measures.respond, by=jtt.head, on=again(row), saying=Kept("在办", attachments=())
        )
        kept = Kept("已与代表见面", attachments=(us.proof(jtt.office),))
        row = measures.respond(by=jtt.office, on=again(row), saying=kept)
        back = measures.send_back(by=world.clerk, on=again(row), saying=Because("缺答复稿"))
        assert back.stage is w.Measure.NOTIFIED
        kept = Kept("答复稿已附", attachments=(us.proof(jtt.office),))
        row = measures.respond(by=jtt.office, on=again(back), saying=kept)
        row = measures.settle(by=world.clerk, on=again(row), saying=Verified("材料齐全"))
    assert (row.stage, row.closed_on) == (w.Measure.SETTLED, date(2026, 6, 10))


def test_a_notice_that_is_not_answered_is_found_so_after_its_day(us, world, task, refused):
    with at("2026-06-01"):
        row = measures.notify(by=world.head, on=drafted(us, task, world.clerk))
    with at("2026-06-15"):
        refused(
            "TOO_EARLY", measures.find_uncorrected, by=world.clerk, on=again(row), saying=Because("没有报")
        )
    with at("2026-06-16T00:01"):
        rounds.tick()
        row = measures.find_uncorrected(by=world.clerk, on=again(row), saying=Because("没有报"))
        assert row.stage is w.Measure.UNCORRECTED


def test_its_cause_is_a_fact_and_its_supervisor_a_body_of_the_house(us, world, task, refused):
    with at("2026-01-21"):
        special = world.organisation("财经委", w.Kind.SPECIAL)
    clerk = us.government()
    with at("2026-03-02"):
        on = us.measure(world.clerk, "notice", task)
        for cause in ("overdue", "key", "rating"):
            refused(
                "CHECKLIST_UNMET", measures.draw_up, by=world.clerk, on=on, saying=said(us, task, cause=cause)
            )
        world.key(task.root)
        row = drafted(us, task, world.clerk, cause="key", supervised_by=special.id)
        assert row.supervised_by_id == special.id
        told = said(us, task, cause="key", supervised_by=special.id)
        refused(
            "CHECKLIST_UNMET", measures.draw_up, by=clerk, on=us.measure(clerk, "notice", task), saying=told
        )
        refused(
            "CHECKLIST_UNMET",
            measures.draw_up,
            by=world.clerk,
            on=on,
            saying=said(us, task, cause="key", materials=" "),
        )


@pytest.mark.parametrize(
    ("audience", "deputies", "public"), [("inside", 0, 0), ("deputies", 1, 0), ("public", 1, 1)]
)
def test_who_reads_a_listing_is_said_in_it(us, world, jtt, task, audience, deputies, public):
    """The deputies read what stands on the board, and no paper; other deputies nothing."""
    with at("2026-06-01"):
        clerk = us.government()
        row = us.listing(
            clerk, task, clerk, visible_to=audience, skip_reason="影响重大", skip_by=clerk.person
        )
        assert [x.id for x in board(by=clerk)] == [x.id for x in board(by=jtt.office)] == [row.id]
        assert len(board(by=clerk, audience="deputies")) == deputies
        assert len(board(by=clerk, audience="public")) == public
        assert len(board(by=world.deputy)) == deputies == len(of_case(case(task.root_id, by=world.deputy)))
        assert board(by=world.a_deputy("何望川")) == [] == board(by=world.unit("CZT").office)
        assert queries.file(row.id, by=world.deputy) is None


def test_a_listing_inside_a_unit_stays_inside(us, world, jtt, task, refused):
    with at("2026-06-01"):
        told = us.said(
            task,
            due=None,
            conditions="成稿",
            visible_to="public",
            skip_reason="影响重大",
            skip_by=jtt.leader.person,
        )
        on = us.measure(jtt.office, "listing", task)
        assert (
            "本单位公示"
            in refused("CHECKLIST_UNMET", measures.draw_up, by=jtt.office, on=on, saying=told).reasons[0]
        )
        us.listing(jtt.office, task, jtt.leader, skip_reason="影响重大", skip_by=jtt.leader.person)
        assert board(by=world.office) == [] == board(by=world.deputy)


def test_the_board_is_printed_across_and_tells_nothing_confidential(us, world, task):
    with at("2026-06-01"):
        clerk = us.government()
        us.listing(clerk, task, clerk, visible_to="public", skip_reason="影响重大", skip_by=clerk.person)
        paper = sheet(board(by=clerk))
        told = str(page(paper))
        assert paper.landscape and "GP-2026-1" in told and "代表见面；成稿" in told and "现挂牌 1 件" in told
        assert all(len(DRAWING[kind](paper).content) > 1000 for kind in ("pdf", "docx"))
        task.root.__class__.objects.filter(id=task.root_id).update(confidential=True)
        assert board(by=clerk, audience="public") == [] == board(by=world.deputy)


def test_two_houses_on_one_board_are_told_apart(us, world, task):
    """Each counts its own boards: the number alone names two of them."""
    with at("2026-06-01"):
        clerk = us.government()
        for by, head in ((clerk, clerk), (world.clerk, world.head)):
            us.listing(by, task, head, skip_reason="影响重大", skip_by=head.person)
        rows = [cells(row)[:2] for row in board(by=world.clerk)]
    assert rows == [("GP-2026-1", "政办"), ("GP-2026-1", world.committee.known_as)]
    assert HEADER[:2] == ("牌号", "挂牌单位")


def test_a_listing_gets_more_time_before_its_day_and_not_after(us, world, task, refused):
    with at("2026-06-01"):
        clerk = us.government()
        row = us.listing(clerk, task, clerk, skip_reason="影响重大", skip_by=clerk.person)
    with at("2026-06-10"):
        row = measures.prolong(by=clerk, on=again(row), saying=Prolonging("需要专家论证", date(2026, 6, 30)))
        assert row.due == date(2026, 6, 30) and row.prolonged[0][:3] == [
            "2026-06-15",
            "2026-06-30",
            "需要专家论证",
        ]
        later = Prolonging("再宽限", date(2026, 6, 30))
        refused("CHECKLIST_UNMET", measures.prolong, by=clerk, on=again(row), saying=later)
    with at("2026-07-01"):
        later = Prolonging("再宽限", date(2026, 7, 30))
        refused("TOO_LATE", measures.prolong, by=clerk, on=again(row), saying=later)
        assert (
            measures.find_uncorrected(by=clerk, on=again(row), saying=Because("到期")).stage
            is w.Measure.UNCORRECTED
        )


def test_a_committee_reads_the_notices_that_name_it(us, world, jtt, task):
    """It is told when one goes out and when it is answered; another committee, and a draft, are not its matter."""
    with at("2026-01-21"):
        named, other = (world.organisation(name, w.Kind.SPECIAL) for name in ("财经委", "农业委"))
        member = world.person("顾停云", (named, Duty.MEMBER))
        stranger = world.person("屈临川", (other, Duty.MEMBER))
    with at("2026-03-02"):
        world.key(task.root)
        own = measures.notify(by=world.head, on=drafted(us, task, world.clerk, cause="key"))
        draft = drafted(us, task, world.clerk, cause="key", supervised_by=named.id)
        assert queries.file(draft.id, by=member) is None
        row = measures.notify(by=world.head, on=draft)
        assert queries.file(row.id, by=stranger) is None and queries.file(own.id, by=member) is None
        assert queries.file(row.id, by=member).acts == []
        kept = Kept("已与代表见面", attachments=(us.proof(jtt.office),))
        measures.respond(by=jtt.office, on=again(row), saying=kept)
    client = client_of(member)
    told = client.get("/notices/").content.decode()
    assert told.count("《督办通知》（第0001号建议）：") == 2 and "已报告办理情况" in told
    page = client.get(f"/measures/{row.id}/").content.decode()
    assert "财经委" in page and 'href="/supervision/"' not in page
    letter = Letter.objects.get(root_id=row.id, kind="supervised")
    assert client.get(f"/letters/{letter.id}/").status_code == 200
    assert client.get(f"/measures/{own.id}/").status_code == 404
