"""换届 on its pages: the switch, the days of a term, the figures by term, the check at its end."""

from datetime import date

import pytest

from build import again, at
from jianyi.parties.models import Seat, Sitting, Term
from jianyi.procedure import words as w


@pytest.fixture
def clerk(world, sign_in):
    return sign_in(None, world.clerk)


def switched(clerk, **told):
    said = {"nth": "15", "since": "2028-01-16", "until": "", "key": "k1"} | told
    with at("2028-01-16"):
        return clerk.post("/sittings/terms/new/", said)


def test_the_first_sitting_brings_its_term(world, clerk):
    term = Term.objects.get()
    assert (term.nth, term.stage, term.label) == (14, w.Term.RUNNING, "第十四届")
    assert "第十四届" in clerk.get("/sittings/").content.decode()


def test_the_office_switches_with_one_press(world, clerk):
    assert switched(clerk).status_code == 302
    assert [(row.nth, row.stage) for row in Term.objects.order_by("nth")] == [
        (14, w.Term.OVER),
        (15, w.Term.RUNNING),
    ]
    assert again(world.sitting).stage is w.Sitting.CLOSED and Seat.objects.get().stage is w.Seat.EXPIRED
    told = {"label": "省十五届人大一次会议", "term": "15", "nth": "1", "in_session": "on", "key": "k2"}
    with at("2028-01-16"):
        assert clerk.post("/sittings/", told).status_code == 302
    assert Sitting.objects.get(term=15).stage is w.Sitting.OPEN


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"nth": "16"}, "新启用的须是第 15 届"),
        ({"nth": "14"}, "新启用的须是第 15 届"),
        ({"since": "不知道"}, "写成日期"),
        ({"since": ""}, "请填写任期自"),
        ({"until": "2027-01-01"}, "届满之日须在起始之日以后"),
        ({"nth": "9" * 30}, ""),
        ({"nth": "\x00"}, ""),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(world, clerk, told, sentence):
    answer = switched(clerk, **told)
    assert answer.status_code == 422 and sentence in answer.content.decode()
    assert Term.objects.count() == 1 and Seat.objects.get().stage is w.Seat.HELD


def test_a_sitting_of_another_term_is_refused(world, clerk):
    told = {"label": "省十五届人大一次会议", "term": "15", "nth": "1", "key": "k"}
    answer = clerk.post("/sittings/", told)
    assert answer.status_code == 422 and "请先启用新一届" in answer.content.decode()


def test_pressed_twice_it_is_one_change(world, clerk):
    assert switched(clerk).status_code == switched(clerk).status_code == 302
    assert Term.objects.count() == 2


def test_the_days_of_the_term_are_entered(world, clerk):
    said = {
        "nth": "14",
        "since": "2023-01-14",
        "until": "2028-01-15",
        "key": "k",
        "seen": str(Term.objects.get().version),
    }
    assert clerk.post("/sittings/terms/14/", said).status_code == 302
    assert Term.objects.get().until == date(2028, 1, 15)
    renumbered = clerk.post("/sittings/terms/14/", said | {"nth": "13", "key": "k3", "seen": ""})
    assert renumbered.status_code == 422 and "不能改号" in renumbered.content.decode()
    assert clerk.get("/sittings/terms/99/").status_code == 404


def test_nobody_else_switches_or_reads_the_figures(world, sign_in):
    for by in (world.deputy, world.unit("NYT").office):
        client = sign_in(None, by)
        assert client.get("/sittings/terms/new/").status_code == 404
        assert client.get("/terms/").status_code == 404
        body = {"nth": 15, "since": "2028-01-16"}
        answer = client.post("/api/v1/terms", body, content_type="application/json")
        assert (answer.status_code, answer.json()["code"]) == (403, "WRONG_ACTOR")
        assert client.get("/api/v1/terms").json() == []
    assert sign_in(None, world.deputy).get("/terms/14/promises/").status_code == 404
    assert Term.objects.count() == 1


def test_over_the_interface_it_is_the_same_change(world, clerk):
    with at("2028-01-16"):
        body = {"nth": 15, "since": "2028-01-16", "key": "one"}
        answer = clerk.post("/api/v1/terms", body, content_type="application/json")
    assert answer.status_code == 200 and Seat.objects.get().stage is w.Seat.EXPIRED


def test_a_mandate_counts_for_nothing_from_the_change_on_even_before_its_turn(world, refused):
    from jianyi.cases.commands import suggestions
    from jianyi.cases.due import tick_all
    from jianyi.parties import commands as parties
    from jianyi.procedure.facts.said import Lasting

    draft = world.draft()
    with at("2028-01-16"):
        row = Term(congress_id=world.congress.id, root_id=world.congress.id)
        parties.open_term(by=world.clerk, on=row, saying=Lasting(15, date(2028, 1, 16)))
        assert Seat.objects.get().stage is w.Seat.HELD
        refused("WRONG_ACTOR", suggestions.submit, by=world.deputy, on=draft)
        tick_all()
    assert Seat.objects.get().stage is w.Seat.EXPIRED


def test_a_mandate_of_the_next_term_is_registered_before_it_and_held_from_it_on(world, sign_in, refused):
    """Who was elected for the next term proposes nothing in this one, and is told why."""
    from jianyi.cases.commands import suggestions
    from jianyi.parties import commands as parties
    from jianyi.parties.queries import seat_of

    new, of = world.person("云程"), world.congress.id
    parties.elect(by=world.admin, on=Seat(congress_id=of, root_id=new.person, term=15))
    parties.elect(by=world.admin, on=Seat(congress_id=of, root_id=world.deputy.person, term=15))
    assert seat_of(of, new.person) is None and seat_of(of, world.deputy.person).term == 14
    refused("WRONG_ACTOR", suggestions.write, by=new, on=world.blank(new), saying=world.writing())
    page = sign_in(None, new).get("/").content.decode()
    assert "您当选的那一届还没有启用" in page and "/suggestions/new/" not in page
    assert switched(sign_in(None, world.clerk)).status_code == 302
    assert [seat_of(of, person).term for person in (new.person, world.deputy.person)] == [15, 15]


def test_a_draft_of_somebody_elected_again_is_numbered_in_the_new_sitting(world, refused):
    from jianyi.cases.commands import suggestions
    from jianyi.parties import commands as parties
    from jianyi.procedure.facts.said import Convening, Lasting

    draft, of = world.draft(), world.congress.id
    with at("2028-01-16"):
        parties.elect(by=world.admin, on=Seat(congress_id=of, root_id=world.deputy.person, term=15))
        parties.open_term(
            by=world.clerk, on=Term(congress_id=of, root_id=of), saying=Lasting(15, date(2028, 1, 16))
        )
        answer = refused("TOO_EARLY", suggestions.submit, by=world.deputy, on=draft)
        assert "草稿已经保留" in answer.reasons[0]
        said = Convening("省十五届人大一次会议", 15, 1, None, True)
        sitting = parties.open_sitting(by=world.clerk, on=Sitting(congress_id=of, root_id=of), saying=said)
        row = suggestions.submit(by=world.deputy, on=draft)
    assert (row.sitting_id, row.between) == (sitting.id, False)


def test_the_figures_ask_no_more_where_there_is_more(world, clerk, django_assert_max_num_queries):
    def count():
        with django_assert_max_num_queries(80) as asked:
            assert clerk.get("/terms/").status_code == 200
            assert clerk.get("/terms/14/promises/").status_code == 200
            assert clerk.get("/promises/").status_code == 200
        return len(asked)

    with at("2026-03-02"):
        world.rate(world.answered(reply_class="B"))
        few = count()
        for _ in range(3):
            world.answered(reply_class="B")
        assert count() == few
