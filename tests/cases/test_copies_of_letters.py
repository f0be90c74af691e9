"""Who has a copy of a letter besides those it is written to: each kind as the forms lay it down, naming nobody who is hidden."""

from datetime import date

import pytest

from build import again, at
from jianyi.cases.commands import handlings, inside, papers
from jianyi.cases.issued.files import document
from jianyi.cases.models import Extension, Letter
from jianyi.cases.queries.letters import letter as find
from jianyi.documents.letters.webpage import page
from jianyi.parties.models import Seat
from jianyi.procedure.facts.said import Again, AskedExtension, Because, Granting
from jianyi.procedure.words import Kind


HIDDEN = {"confidential": True, "confidential_reason": "涉及本人所在单位"}
CITY = "栖云市人民代表大会"


def copies(kind):
    return document(Letter.objects.get(kind=kind)).copies


@pytest.fixture
def office(world):
    """The government's office, which has a copy where one of its own is concerned."""
    return world.organisation("省政府办公厅", Kind.GOVERNMENT_OFFICE).name


@pytest.fixture
def elected(world):
    Seat.objects.filter(root_id=world.deputy.person).update(electing_unit=CITY)


def handed(world, **told):
    with at("2026-02-26"):
        return world.handed_over(**told)[0]


def extended(world, decide, **told):
    with at("2026-02-26"):
        task = world.working(world.handed_over(**told)[0])
    with at("2026-05-08"):
        nyt, until = world.unit("NYT"), date(2026, 6, 26)
        said = AskedExtension(
            until,
            ("wide",),
            "涉及十二个县",
            "已走访十二个县",
            "六月形成方案",
            date(2026, 5, 7),
            "phone",
            "理解",
        )
        row = inside.ask_extension(by=nyt.office, on=Extension.of(again(task)), saying=said)
        return decide(inside.approve_extension(by=nyt.leader, on=row), until)


def test_the_deputies_letter_goes_to_those_who_elected_the_lead_one_too(world, elected):
    handed(world)
    assert copies("deputy_told") == (CITY,)


def test_those_who_elected_a_deputy_hear_nothing_of_what_is_confidential(world, elected):
    handed(world, **HIDDEN)
    assert copies("deputy_told") == ()


@pytest.mark.parametrize(("told", "who"), [({}, "周知远代表"), (HIDDEN, "提出建议的代表")])
def test_a_new_assignment_goes_to_the_unit_that_had_it_the_deputies_and_the_government(
    world, office, told, who
):
    task = handed(world, **told)
    with at("2026-02-27"):
        world.granted(task, "NYT", "SLT")
    assert copies("return_asked") == (office,)
    assert copies("reassigned") == ("NYT", who, office)
    letter = Letter.objects.get(kind="reassigned")
    assert document(letter).addressee == "SLT"
    assert ("周知远" in str(page(document(letter)))) == (not told)


def test_a_refused_return_is_copied_to_the_government_alone(world, office):
    task = handed(world)
    with at("2026-02-27"):
        request = world.approved(task, "NYT", "SLT")
        handlings.refuse_return(by=world.head, on=request, saying=Because("职责明确属本单位"))
    assert copies("return_refused") == (office,)
    assert not find(Letter.objects.get(kind="return_refused").id, by=world.deputy)


def test_more_time_that_is_granted_is_copied_to_the_deputies(world):
    extended(
        world, lambda row, until: inside.grant_extension(by=world.head, on=row, saying=Granting(until, ""))
    )
    assert copies("more_time") == ("周知远代表",)
    assert find(Letter.objects.get(kind="more_time").id, by=world.deputy)


def test_more_time_that_is_refused_is_between_the_unit_and_the_congress(world):
    extended(
        world, lambda row, until: inside.refuse_extension(by=world.head, on=row, saying=Because("可以按期"))
    )
    assert copies("more_time") == ()
    assert not find(Letter.objects.get(kind="more_time").id, by=world.deputy)


def test_a_new_round_is_copied_to_the_deputies_who_may_read_it(world):
    sheet = world.rated("dissatisfied")
    papers.handle_again(by=world.office, on=sheet, saying=Again("须明确由谁执行", ""))
    assert copies("rehandle") == ("周知远代表",)
    letter = Letter.objects.get(kind="rehandle")
    assert find(letter.id, by=world.deputy) and not find(letter.id, by=world.a_deputy("何望川"))
    letter.data = letter.data | {"copies": []}
    letter.save()
    assert not find(letter.id, by=world.deputy), "what was issued without copies went to the unit alone"
