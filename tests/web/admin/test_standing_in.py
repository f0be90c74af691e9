"""A post handed on for a time: the delegate acts, the record says so, both count as the hand."""

from datetime import timedelta

from django.test import Client

from build import again, at
from jianyi.cases.commands import inside, papers
from jianyi.cases.models import Paper
from jianyi.journal.models import Line
from jianyi.kit import clock
from jianyi.parties.models import Person, Post, Proxy
from jianyi.parties.queries import actor
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Read


def fresh(someone):
    return actor(Person.objects.get(id=someone.person))


def hand_on(sign_in, giver, taker, until="2026-05-10T18:00"):
    post = Post.objects.get(person_id=giver.person)
    told = {"post": str(post.id), "to": str(taker.person), "until": until, "reason": "赴京开会", "key": "x"}
    return sign_in(Client(), giver).post("/proxies/", told)


def ready(world):
    """A reply that waits for its signer."""
    with at("2026-02-26"):
        (task,) = world.handed_over()
    with at("2026-03-04"):
        return world.ready(world.working(task))


def test_the_delegate_does_the_step_and_the_record_says_so(world, refused, sign_in):
    nyt, paper = world.unit("NYT"), ready(world)
    with at("2026-05-06"):
        refused("SIGNER_NOT_ALLOWED", papers.sign, by=fresh(nyt.principal), on=paper, saying=Read())
        assert hand_on(sign_in, nyt.leader, nyt.principal).status_code == 302
        assert "NYT副厅长" in sign_in(Client(), nyt.principal).get("/proxies/").content.decode()
        assert "代行" in sign_in(Client(), nyt.leader).get("/proxies/").content.decode()
        signed = papers.sign(by=fresh(nyt.principal), on=again(paper), saying=Read())
    line = Line.objects.filter(root_id=paper.root_id, action="sign").get()
    assert line.by["person"] == str(nyt.principal.person) and line.by["for"] == [str(nyt.leader.person)]
    assert signed.stage is w.Paper.SIGNED


def test_both_hands_count(world, refused, sign_in):
    """The leader hands on to the officer who drafted: the officer must not sign his own text in the leader's name;
    and who wrote in another's name leaves that other no signature either."""
    nyt, paper = world.unit("NYT"), ready(world)
    with at("2026-05-06"):
        assert hand_on(sign_in, nyt.leader, nyt.officer).status_code == 302
        refused("SAME_PERSON", papers.sign, by=fresh(nyt.officer), on=again(paper), saying=Read())


def test_writing_for_another_counts_for_both(world, refused, sign_in):
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        (task,) = world.handed_over()
    with at("2026-03-04"):
        world.working(task)
        assert hand_on(sign_in, nyt.officer, nyt.principal, "2026-03-10T18:00").status_code == 302
        paper = papers.write(by=fresh(nyt.principal), on=Paper.objects.get(), saying=world.text(again(task)))
    assert set(paper.hands) == {nyt.principal.person, nyt.officer.person}


def test_what_one_does_in_one_s_own_post_is_not_done_for_another(world, sign_in):
    """The officer stands in for the leader, and writes and records as what he is himself."""
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        (task,) = world.handed_over()
    with at("2026-03-04"):
        task = world.working(task)
        assert hand_on(sign_in, nyt.leader, nyt.officer, "2026-03-10T18:00").status_code == 302
        officer = fresh(nyt.officer)
        paper = papers.write(by=officer, on=Paper.objects.get(), saying=world.text(task))
        inside.lead(by=officer, on=again(task))
    lines = Line.objects.filter(root_id=paper.root_id).order_by("seq")
    written, led = (lines.filter(action=step).last().by for step in ("write", "lead"))
    assert written["as"] == ["case_officer"] and "for" not in written
    assert led["for"] == [str(nyt.leader.person)]
    assert set(paper.hands) == {nyt.officer.person, nyt.leader.person}, "whose hand it is stays strict"


def test_it_ends_by_itself_or_is_taken_back(world, refused, sign_in):
    nyt = world.unit("NYT")
    with at("2026-05-06"):
        hand_on(sign_in, nyt.leader, nyt.principal)
        assert fresh(nyt.principal).stands_for == {nyt.leader.person}
    with clock.at(clock.moment("2026-05-10T18:00") + timedelta(minutes=1)):
        assert not fresh(nyt.principal).stands_for
    with at("2026-05-07"):
        row = Proxy.objects.get()
        browser = sign_in(Client(), nyt.leader)
        told = {"key": "b", "seen": row.version, "next": "/proxies/"}
        assert browser.post(f"/act/proxy/{row.id}/take_back/", told).status_code == 302
        assert not fresh(nyt.principal).stands_for and Proxy.objects.get().stage is w.Proxy.ENDED


def test_what_is_refused(world, sign_in):
    nyt = world.unit("NYT")
    with at("2026-05-06"):
        past = hand_on(sign_in, nyt.leader, nyt.principal, "2026-05-01T09:00")
        assert past.status_code == 422 and "截止时间须晚于现在" in past.content.decode()
        oneself = hand_on(sign_in, nyt.leader, nyt.leader)
        assert oneself.status_code == 422
        stranger = hand_on(sign_in, nyt.leader, world.unit("JTT").leader)
        assert stranger.status_code == 422 and "请从列表里选择" in stranger.content.decode()
        assert sign_in(Client(), world.deputy).get("/proxies/").status_code == 404
    assert not Proxy.objects.exists()


def test_nobody_stands_in_for_a_closed_account(world, refused, sign_in):
    """Who has left acts through nobody else either."""
    nyt, paper = world.unit("NYT"), ready(world)
    with at("2026-05-06"):
        assert hand_on(sign_in, nyt.leader, nyt.principal).status_code == 302
        assert fresh(nyt.principal).stands_for == {nyt.leader.person}
        Person.objects.filter(id=nyt.leader.person).update(stage=w.Person.DISABLED)
        assert not fresh(nyt.principal).stands_for
        refused("SIGNER_NOT_ALLOWED", papers.sign, by=fresh(nyt.principal), on=paper, saying=Read())
