"""A right ends with what it came from: the next request after a post has ended, a case has gone on or an authorisation is
over shows nothing any more, and nothing can be done with an old page."""

import pytest
from answers import told
from django.test import Client

from build import again, at
from jianyi.cases.commands import handlings, papers, suggestions
from jianyi.cases.models import Handling, Invitation, Paper
from jianyi.cases.queries import files, lists
from jianyi.parties import commands as parties
from jianyi.parties.models import Person, Post, Proxy
from jianyi.parties.queries import actor
from jianyi.procedure.facts.said import Answer, Inviting, Team, Text
from jianyi.procedure.words import Duty, Kind, Role
from jianyi.web.middleware import stamp


DRAFT = "稿𠮷件㐂"


def now(by):
    """The same person as the next request finds him."""
    return actor(Person.objects.get(id=by.person))


def reads(by, address):
    """(status, text) of a page or an answer of the interface, read in a session that was opened before."""
    client = Client()
    session = client.session
    session["person"], session["since"] = by.person, stamp(Person.objects.get(id=by.person))
    session.save()
    answer = client.get(address)
    return answer.status_code, told(answer)


def addresses(case, paper):
    return (
        f"/suggestions/{case}/", f"/forms/suggestion/{case}/", f"/papers/{paper}/", f"/papers/{paper}/letter/",
        f"/act/paper/{paper}/write/", f"/api/v1/suggestions/{case}", f"/api/v1/paper/{paper}/actions",
    )  # fmt: skip


def nothing_is_left(by, paper):
    """Every address answers that there is no such thing; the lists are empty."""
    for address in addresses(paper.root_id, paper.id):
        status, text = reads(by, address)
        assert status == 404 and DRAFT not in text, address
    for address in (
        "/",
        "/unit/",
        "/api/v1/work",
        "/api/v1/suggestions",
        "/api/v1/handlings",
        "/unit/register.xlsx",
    ):
        assert DRAFT not in reads(by, address)[1] and "小型农机" not in reads(by, address)[1], address
    assert lists.work(by=now(by)).rows == [] == lists.suggestions(by=now(by)).rows


@pytest.fixture
def drafted(world):
    with at("2026-02-26"):
        task = world.working(world.handed_over()[0])
        paper = Paper.objects.get(handling_id=task.id)
        text = Text((Answer(1, DRAFT, "adopted"),), "A")
        return papers.write(by=world.unit("NYT").officer, on=paper, saying=text)


def the_post_ends(world, by):
    for post in Post.objects.filter(person_id=by.person):
        parties.end_post(by=world.admin, on=post)


@pytest.mark.parametrize("who", ["officer", "head", "leader", "office", "principal"])
def test_whose_post_has_ended_reads_and_does_nothing_more(world, refused, drafted, who):
    unit = world.unit("NYT")
    by = getattr(unit, who)
    with at("2026-02-27"):
        assert files.case(drafted.root_id, by=now(by))
        the_post_ends(world, by)
    with at("2026-02-28"):
        nothing_is_left(by, drafted)
        text = Text((Answer(1, "又一稿", "adopted"),), "A")
        refused("WRONG_ACTOR", papers.write, by=now(by), on=again(drafted), saying=text)


def test_who_moved_to_another_unit_left_the_old_cases_behind(world, drafted):
    by = world.unit("NYT").officer
    with at("2026-02-27"):
        the_post_ends(world, by)
        world.appoint(by, world.unit("JTT").division, Duty.OFFICER)
    with at("2026-02-28"):
        nothing_is_left(by, drafted)


def test_another_officer_takes_over_and_the_first_reads_no_more(world, drafted):
    """Each in a division of his own: the case goes with the division."""
    unit = world.unit("NYT")
    with at("2026-02-27"):
        division = world.organisation("NYT二处", Kind.DIVISION, unit.organisation)
        head = world.person("二处处长", (division, Duty.DIVISION_HEAD))
        officer = world.person("二处经办", (division, Duty.OFFICER))
        team = Team(unit.leader.person, head.person, officer.person, division.id)
        handlings.route(by=unit.office, on=again(drafted.handling), saying=team)
    with at("2026-02-28"):
        nothing_is_left(unit.officer, drafted)
        nothing_is_left(unit.head, drafted)
        assert (
            DRAFT
            in reads(officer, f"/suggestions/{drafted.root_id}/?full=1")[1]
            + reads(officer, f"/papers/{drafted.id}/")[1]
        )


def test_an_authorisation_ends_with_its_day_and_with_the_post_it_was_for(world, drafted):
    with at("2026-02-27"):
        stand_in = world.stands_in(world.unit("NYT").officer, "代行人", "2026-03-02T00:00")
        assert files.case(drafted.root_id, by=stand_in)
    with at("2026-03-03"):
        nothing_is_left(stand_in, drafted)
    with at("2026-02-28"):
        the_post_ends(world, world.unit("NYT").officer)
        nothing_is_left(stand_in, drafted)


def test_an_authorisation_that_was_taken_back_is_over_at_once(world, drafted):
    officer = world.unit("NYT").officer
    with at("2026-02-27"):
        stand_in = world.stands_in(officer, "代行人", "2026-03-09T00:00")
        parties.take_back(by=officer, on=Proxy.objects.get())
        nothing_is_left(stand_in, drafted)


def test_a_unit_that_handed_the_case_on_keeps_its_own_part_only(world):
    slt = world.unit("SLT")
    with at("2026-02-26"):
        (task,) = world.handed_over(("SLT", Role.SOLE))
    with at("2026-02-27"):
        new = world.granted(task, "SLT", "NYT")
    with at("2026-02-28"):
        sheet = world.sent(world.working(new))
    with at("2026-03-02"):
        file = files.case(task.root_id, by=now(slt.office))
        assert [h.unit_id for h in file.handlings] == [slt.id] and file.handlings[0].stage.value == "moved"
        assert not file.papers and not file.sheets and not file.deliveries and not file.contacts
        assert {line.at[:10] for line in file.lines} <= {"2026-02-26", "2026-02-27"}
        for address in (
            f"/papers/{sheet.id}/",
            f"/papers/{sheet.id}/letter/",
            f"/api/v1/paper/{sheet.id}/actions",
        ):
            assert reads(slt.office, address)[0] == 404, address
        answer = reads(slt.office, f"/api/v1/suggestions/{task.root_id}")[1]
        assert "NYT经办" not in answer and "第1条答复" not in answer
        assert reads(slt.office, f"/suggestions/{task.root_id}/?full=1")[0] == 200


def test_who_declined_an_invitation_reads_the_draft_no_more(world):
    with at("2026-01-26"):
        draft = world.draft(title=DRAFT)
        row = Invitation.of(draft, person_id=world.a_deputy("何望川").person)
        row = suggestions.invite(by=world.deputy, on=row, saying=Inviting("请阅"))
        asked = world.a_deputy("何望川")
        assert DRAFT in reads(asked, f"/invitations/{row.id}/")[1]
        suggestions.decline(by=asked, on=row)
        for address in (
            f"/suggestions/{draft.id}/",
            f"/invitations/{row.id}/",
            f"/api/v1/suggestions/{draft.id}",
            "/mine/",
        ):
            assert DRAFT not in reads(asked, address)[1], address


def test_a_unit_dropped_from_the_proposal_never_saw_it(world):
    with at("2026-02-20"):
        case = world.proposed(("NYT", Role.SOLE))
        world.named(case, ("SLT", Role.SOLE))
    with at("2026-02-21"):
        for name in ("NYT", "SLT"):
            assert files.case(case.id, by=now(world.unit(name).officer)) is None
        assert not Handling.objects.filter(unit_id=world.unit("NYT").id, dropped=False).exists()
