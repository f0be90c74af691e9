"""Many hands at one moment, each with a connection of its own. Rows are locked on PostgreSQL; SQLite has one writer."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import invariants
from build import World, again
from jianyi.cases.commands import batches, handlings, papers, ratings, suggestions
from jianyi.cases.models import Batch, Claim, Entry, Handling, Paper, Sheet, Suggestion
from jianyi.cases.queries.linked import linked
from jianyi.console.checking import violations
from jianyi.documents.store import keep
from jianyi.journal.chain import first_bad_line
from jianyi.kit import clock
from jianyi.parties.models import Organisation
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import (  # fmt: skip
    Because,
    Listing,
    Merging,
    Offer,
    Rated,
    RatedOnPaper,
    Read,
    Reassigning,
    Reviewed,
)
from jianyi.procedure.refusals import Refused
from jianyi.procedure.words import Duty, Kind, Role
from jianyi.turn.models import Deadline
from racing import at_once, codes, won


if connection.vendor != "postgresql":
    pytest.skip("并发竞争在 PostgreSQL 上测：请设 JIANYI_TEST_POSTGRES", allow_module_level=True)
pytestmark = pytest.mark.django_db(transaction=True)


def whole(root):
    """Every invariant of this case, every line of its record, and the product's own check of all there is."""
    invariants.check(root)
    assert first_bad_line(again(root)) is None
    assert not {name: found for name, (_, found) in violations().items() if found}


def at_the_office_desk(world):
    """A reply that its division has passed, and the two of the unit's office who may pass it on."""
    nyt = world.unit("NYT")
    other = world.person("办公室副主任", (nyt.organisation, Duty.UNIT_OFFICE))
    written = world.written(world.working(world.handed_over()[0]))
    presented = papers.present(by=nyt.officer, on=written)
    return papers.pass_(by=nyt.head, on=presented, saying=Read(presented.digest)), nyt.office, other


def sent_back(by, paper):
    return papers.send_back(by=by, on=paper, saying=Because("第1条请补充时限"), seen=paper.version)


def passed(by, paper):
    return papers.pass_(by=by, on=paper, saying=Read(paper.digest), seen=paper.version)


@pytest.mark.parametrize("n", range(5))
def test_of_two_at_one_desk_who_pass_and_send_back_one_counts(n):
    world = World()
    paper, one, other = at_the_office_desk(world)
    answers = at_once(lambda: passed(one, paper), lambda: sent_back(other, paper))
    assert len(won(answers)) == 1 and codes(answers) == ["CHANGED_MEANWHILE"]
    has_passed = not isinstance(answers[0], Refused)
    assert again(paper).stage is (w.Paper.CLEARED if has_passed else w.Paper.DRAFTING)
    assert (again(paper).sent_back == "") is has_passed
    whole(paper.handling.root)


@pytest.mark.parametrize("n", range(5))
def test_of_two_who_pass_at_one_desk_one_counts(n):
    world = World()
    paper, one, other = at_the_office_desk(world)
    answers = at_once(lambda: passed(one, paper), lambda: passed(other, paper))
    assert len(won(answers)) == 1 and codes(answers) == ["CHANGED_MEANWHILE"]
    assert again(paper).stage is w.Paper.CLEARED
    whole(paper.handling.root)


@pytest.mark.parametrize("n", range(5))
def test_what_is_passed_is_what_was_read_though_another_writes_at_the_same_moment(n):
    """Whoever wins: nobody passes a text that they have not read, and no text is changed after it was passed."""
    world = World()
    paper, one, other = at_the_office_desk(world)
    said, read = world.text(paper.handling, note="另写一段"), paper.digest

    def write():
        return papers.write(by=other, on=paper, saying=said, seen=paper.version)

    answers = at_once(lambda: passed(one, paper), write)
    assert len(won(answers)) == 1 and codes(answers) == ["CHANGED_MEANWHILE"]
    now = again(paper)
    assert (now.stage, now.edition, now.digest == read) in (
        (w.Paper.CLEARED, 1, True),
        (w.Paper.AT_DESK, 2, False),
    )
    whole(paper.handling.root)


@pytest.mark.parametrize("n", range(5))
def test_a_request_decided_by_two_at_once_is_decided_once(n):
    world = World()
    request = world.approved(world.handed_over()[0], "NYT", "SLT")
    other = world.person("副处长", (Organisation.objects.get(kind=Kind.OFFICE), Duty.OFFICE_HEAD))
    to = Reassigning(world.unit("SLT").id, "同意")
    seen = request.version
    answers = at_once(
        lambda: handlings.grant_return(by=world.office, on=request, saying=to, seen=seen),
        lambda: handlings.refuse_return(by=other, on=request, saying=Because("属本单位职责"), seen=seen),
    )
    assert len(won(answers)) == 1 and codes(answers) == ["CHANGED_MEANWHILE"]
    granted = not isinstance(answers[0], Refused)
    assert again(request).stage is (w.Return.GRANTED if granted else w.Return.REFUSED)
    assert again(request).decision == ("同意" if granted else "属本单位职责")
    assert Handling.objects.filter(root_id=request.root_id).count() == 1 + granted
    whole(again(request).handling.root)


@pytest.mark.parametrize("n", range(5))
def test_of_two_signatures_one_counts_and_the_other_gets_the_sentence(n):
    world = World()
    paper = world.ready(world.working(world.handed_over()[0]))
    leader = world.unit("NYT").leader
    answers = at_once(*[lambda: papers.sign(by=leader, on=paper, seen=paper.version)] * 2)
    assert len(won(answers)) == 1 and codes(answers) == ["CHANGED_MEANWHILE"]
    assert "已保留" in next(a for a in answers if isinstance(a, Refused)).reasons[0]
    assert again(paper).number == "澜NYT建函〔2026〕1号"
    invariants.check(paper.handling.root)


def test_of_two_signatures_without_a_version_the_second_is_too_late():
    world = World()
    paper = world.ready(world.working(world.handed_over()[0]))
    answers = at_once(*[lambda: papers.sign(by=world.unit("NYT").leader, on=paper)] * 2)
    assert len(won(answers)) == 1 and codes(answers) == ["TOO_LATE"]


def test_twelve_registered_at_once_get_twelve_numbers_without_a_gap():
    world = World()
    waiting = [world.submitted() for _ in range(12)]
    answers = at_once(
        *[lambda s=s: suggestions.register(by=world.clerk, on=s, saying=Reviewed()) for s in waiting]
    )
    assert len(won(answers)) == 12
    assert sorted(Suggestion.objects.values_list("number", flat=True)) == list(range(1, 13))


def test_the_same_suggestion_registered_by_two_clerks_takes_one_number():
    world = World()
    case, next_ = world.submitted(), world.submitted()
    answers = at_once(
        *[
            lambda by=by: suggestions.register(by=by, on=case, saying=Reviewed())
            for by in (world.clerk, world.office)
        ]
    )
    assert len(won(answers)) == 1 and codes(answers) == ["TOO_LATE"]
    assert suggestions.register(by=world.clerk, on=next_, saying=Reviewed()).number == 2


def test_letters_signed_at_once_in_one_unit_are_numbered_without_a_gap():
    world = World()
    ready = [world.ready(world.working(world.handed_over()[0])) for _ in range(4)]
    leader = world.unit("NYT").leader
    assert len(won(at_once(*[lambda p=p: papers.sign(by=leader, on=p) for p in ready]))) == 4
    assert sorted(Paper.objects.values_list("number", flat=True)) == [
        f"澜NYT建函〔2026〕{n}号" for n in range(1, 5)
    ]


def test_a_step_locks_its_root_before_it_reads_anything_under_it():
    """Numbers of lines are a second guard, so that a race alone would not show a lock that is missing."""
    world = World()
    (task,) = world.handed_over()
    with CaptureQueriesContext(connection) as asked:
        handlings.acknowledge(by=world.unit("NYT").office, on=task)
    told = [query["sql"] for query in asked if '"cases_' in query["sql"]]
    assert 'FROM "cases_suggestion"' in told[0] and told[0].endswith("FOR UPDATE")


def test_of_two_receipts_one_counts():
    world = World()
    (task,) = world.handed_over()
    answers = at_once(*[lambda: handlings.acknowledge(by=world.unit("NYT").office, on=task)] * 3)
    assert len(won(answers)) == 1 and codes(answers) == ["TOO_LATE"] * 2
    assert again(task).version == 2


def test_the_same_request_sent_four_times_at_once_is_one_step():
    world = World()
    (task,) = world.handed_over()
    office = world.unit("NYT").office
    answers = at_once(*[lambda: handlings.acknowledge(by=office, on=task, key="once")] * 4)
    assert len(won(answers)) == 4 and {a.version for a in answers} == {2}


def test_a_new_suggestion_sent_four_times_at_once_is_one_suggestion():
    world = World()
    said = world.writing()
    blanks = [world.blank() for _ in range(4)]
    answers = at_once(
        *[lambda r=r: suggestions.write(by=world.deputy, on=r, saying=said, key="once") for r in blanks]
    )
    assert len(won(answers)) == 4 and len({a.id for a in answers}) == 1 == Suggestion.objects.count()


def test_of_two_ratings_one_counts():
    world = World()
    sheet = world.answered()
    said = [
        Rated("satisfied", "satisfied"),
        Rated("satisfied", "dissatisfied", "没有说明由谁来执行和何时实施"),
    ]
    answers = at_once(*[lambda s=s: papers.rate(by=world.deputy, on=sheet, saying=s) for s in said])
    assert len(won(answers)) == 1 and codes(answers) == ["TOO_LATE"]
    invariants.check(sheet.root)


def test_a_rating_and_the_end_of_its_time_do_not_both_count():
    from build import at
    from jianyi.cases.due import tick_all

    world = World()
    with at("2026-04-28"):
        sheet = world.answered()
    with at("2026-05-22"):
        tick_all()

    def late():
        with at("2026-06-10"):
            return tick_all()

    def rate():
        with at("2026-05-28"):
            return papers.rate(by=world.deputy, on=sheet, saying=Rated("satisfied", "satisfied"))

    at_once(late, rate)
    assert again(sheet).stage in (w.Rating.CONTENT, w.Rating.LAPSED)
    invariants.check(sheet.root)


def test_a_suggestion_handed_over_by_two_heads_at_once_goes_out_once():
    world = World()
    case = world.proposed(("NYT", Role.LEAD), ("SLT", Role.CO))
    other = world.person("副主任", (world.committee, Duty.COMMITTEE_HEAD))
    answers = at_once(*[lambda by=by: suggestions.hand_over(by=by, on=case) for by in (world.head, other)])
    assert len(won(answers)) == 1 and codes(answers) == ["TOO_LATE"]
    assert Handling.objects.filter(stage=w.Handling.ARRIVED).count() == 2
    assert Deadline.objects.filter(root_id=case.id, limit=w.Limit.CEILING).count() == 1
    invariants.check(again(case))


def prepared(world, count):
    cases = [world.proposed(("NYT", Role.SOLE)) for _ in range(count)]
    row = Batch(congress_id=world.congress.id, sitting_id=world.sitting.id, place=world.place)
    return batches.prepare(by=world.clerk, on=row, saying=Listing(tuple(c.id for c in cases), "第一批"))


@pytest.mark.parametrize("same_head", [True, False])
def test_a_batch_handed_over_twice_at_once_goes_out_once(same_head):
    world = World()
    batch = prepared(world, 6)
    other = world.person("副主任", (world.committee, Duty.COMMITTEE_HEAD))
    heads = (world.head, world.head if same_head else other)
    answers = at_once(*[lambda by=by: batches.hand_over(by=by, on=batch) for by in heads])
    assert won(answers) and Batch.objects.get().stage is w.Batch.DONE
    assert list(Entry.objects.values_list("done", "reason").distinct()) == [(True, "")]
    assert Handling.objects.filter(stage=w.Handling.ARRIVED).count() == 6
    for case in Suggestion.objects.all():
        invariants.check(case)


def test_two_units_claim_at_once_and_both_stand():
    world = World()
    case = world.registered()
    from build import at

    def claim(name):
        with at("2026-02-10"):
            return suggestions.claim(
                by=world.unit(name).office,
                on=Claim.of(case, unit_id=world.unit(name).id),
                saying=Offer(True, "职责"),
            )

    world.unit("FGW"), world.unit("JTT")
    assert len(won(at_once(lambda: claim("FGW"), lambda: claim("JTT")))) == 2
    answers = at_once(lambda: claim("SLT"), lambda: claim("SLT")) if world.unit("SLT") else []
    assert len(won(answers)) == 1 and codes(answers) == ["CHECKLIST_UNMET"]
    assert first_bad_line(again(case)) is None


@pytest.mark.parametrize("n", range(5))
def test_two_suggestions_merged_into_each_other_at_once(n):
    world = World()
    one, two = world.registered(), world.registered(deputy=world.a_deputy("何望川"))
    ways = [(one, two), (two, one)]
    answers = at_once(
        *[
            lambda a=a, b=b: suggestions.merge(by=world.clerk, on=a, saying=Merging(b.id, "同一事项"))
            for a, b in ways
        ]
    )
    assert len(won(answers)) == 1 and codes(answers) == ["TOO_LATE"], "no deadlock comes to light"
    assert sorted(again(c).stage.value for c in (one, two)) == ["merged", "registered"]
    for case in (one, two):
        invariants.check(case)


def test_the_last_two_replies_sent_at_once_conclude_the_case_once():
    world = World()
    tasks = world.handed_over(("NYT", Role.SEPARATE), ("SLT", Role.SEPARATE))
    ready = [
        world.signed(world.working(again(task), name), name)
        for task, name in zip(tasks, ("NYT", "SLT"), strict=True)
    ]
    answers = at_once(
        *[
            lambda p=p, n=n: papers.send(by=world.unit(n).officer, on=p)
            for p, n in zip(ready, ("NYT", "SLT"), strict=True)
        ]
    )
    assert len(won(answers)) == 2
    case = again(tasks[0].root)
    assert case.stage is w.Suggestion.ANSWERED and Sheet.objects.count() == 2
    invariants.check(case)


def test_a_unit_writes_while_another_signs_for_receipt():
    world = World()
    lead, helping = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))
    jtt, czt = world.unit("JTT"), world.unit("CZT")
    answers = at_once(
        lambda: handlings.acknowledge(by=jtt.office, on=lead, seen=lead.version),
        lambda: handlings.acknowledge(by=czt.office, on=helping, seen=helping.version),
    )
    assert len(won(answers)) == 2
    invariants.check(again(lead.root))


@pytest.mark.parametrize("n", range(3))
def test_of_a_session_a_link_and_a_paper_form_at_once_one_counts(n):
    """And of two links of which the second was made at that moment, none beside."""
    world = World()
    sheet = world.answered()
    token = ratings.issue_link(by=world.clerk, on=again(sheet)).link_token
    by = linked(sheet.id, token, device="d1").by
    ratings.open_link(by=by, on=sheet)
    scan = keep(
        b"%PDF-1.4 rated", name="scan.pdf", kind="pdf", congress=by.congress, owner=world.clerk.person
    ).id
    on_paper = RatedOnPaper(
        "satisfied", "dissatisfied", "没有写明由谁执行、何时实施", day=clock.today(), attachments=(scan,)
    )
    answers = at_once(
        lambda: ratings.rate(by=world.deputy, on=sheet, saying=Rated("satisfied", "satisfied")),
        lambda: ratings.rate(by=by, on=sheet, saying=Rated("satisfied", "basically_satisfied")),
        lambda: ratings.enter(by=world.clerk, on=sheet, saying=on_paper),
        lambda: ratings.issue_link(by=world.clerk, on=sheet),
    )
    kept = [row for row in won(answers[:3])]
    assert len(kept) == 1 and set(codes(answers[:3])) == {"TOO_LATE"}
    row = again(sheet)
    assert row.via == kept[0].via and len(row.entries) == (row.stage is w.Rating.ENTERED)
    whole(sheet.root)
