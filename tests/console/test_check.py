"""`jianyi check`: what real commands have made passes; one planted fault is found by the invariant it breaks."""

import json

import pytest
from django.db.models import F

from build import World, again, at
from circulating import of_unit
from crediting import Credits
from grouping import Groups
from jianyi.cadence import due as cadence
from jianyi.cadence.models import Tally
from jianyi.cases.models import (
    Attachment,
    Batch,
    Delivery,
    Edition,
    Escalation,
    Handling,
    Paper,
    Promise,
    RatingLink,
    Sheet,
    Suggestion,
    TitlePair,
)
from jianyi.circulars.models import Addressee, Circular, Push
from jianyi.console.checking import INVARIANTS, violations
from jianyi.console.main import main
from jianyi.journal.models import Line
from jianyi.kit import clock
from jianyi.kit.ids import new_id
from jianyi.notices.models import Sending
from jianyi.outcomes.commands import showing
from jianyi.outcomes.models import Edition as OfOutcome, Link, Outcome, PublicOutcome
from jianyi.parties import commands as parties
from jianyi.parties.models import Organisation, Post
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, UnitRules
from jianyi.procedure.words import Limit, Role
from jianyi.publication.models import Public, Publication, PublicReply
from jianyi.supervision.models import Help, Line as Lag, Measure, Urging
from jianyi.themes.models import Concern, Member, Problem
from jianyi.topics.models import Covered, KeyTopic
from jianyi.turn.models import Deadline, Notice, WorkItem
from publishing_roads import delivered, published
from supervising import Topics
from urging import Urgings


def broken() -> set[str]:
    return {name for name, (_, sentences) in violations().items() if sentences}


def an_entry_that_nobody_checked(world):
    sheet = world.rated()
    Sheet.objects.filter(id=sheet.id).update(via="paper")


def a_link_that_was_used_for_nothing(world):
    sheet = world.rated()
    RatingLink(
        congress_id=sheet.congress_id, root_id=sheet.root_id, sheet_id=sheet.id, digest="a" * 64, made_at=clock.now(),
        made_by="x", until=clock.now(), used_at=clock.now(),
    ).save()  # fmt: skip


def test_what_commands_make_is_sound(world):
    world.rated("dissatisfied")
    world.draft()
    world.handed_over(("SHT", w.Role.LEAD), ("GAT", w.Role.CO))
    an_outcome(world)
    assert broken() == set()


def number(world):
    Suggestion.objects.filter(id=world.registered().id).update(number=7)


def lost_number(world):
    Suggestion.objects.filter(id=world.registered().id).update(number=None)


def merged_into_nothing(world):
    Suggestion.objects.filter(id=world.registered().id).update(merged_into_id=1)


def nobody_at_work(world):
    (task,) = world.handed_over()
    Post.objects.filter(root_id=task.unit_id, duty="unit_office").update(stage=w.Post.ENDED)


def unit_abolished(world):
    (task,) = world.handed_over()
    Organisation.objects.filter(id=task.unit_id).update(stage=w.Organisation.ABOLISHED)


def two_leads(world):
    world.handed_over(("SHT", w.Role.LEAD), ("GAT", w.Role.CO))
    Handling.objects.filter(role=w.Role.CO).update(role=w.Role.LEAD)


def text_changed(world):
    paper = world.answered().paper
    Paper.objects.filter(id=paper.id).update(closing="后来添上的一句")


def edition_lost(world):
    world.answered()
    Edition.objects.all().delete()


def unsigned(world):
    Paper.objects.filter(id=world.answered().paper_id).update(passed=[])


def one_hand_twice(world):
    paper = world.answered().paper
    signer = Line.objects.get(subject=str(paper), action="sign").by["person"]
    Paper.objects.filter(id=paper.id).update(hands=[int(signer)])


def another_day(world):
    (task,) = world.handed_over()
    row = Deadline.objects.get(holder_id=task.id, limit=Limit.REPLY)
    later = clock.timedelta(days=30)
    Deadline.objects.filter(id=row.id).update(due_on=row.due_on + later, due_at=row.due_at + later)
    WorkItem.objects.filter(due_at=row.due_at).update(due_at=row.due_at + later)


def runs_on(world):
    task = world.answered().paper.handling
    Deadline.objects.filter(holder_id=task.id, limit=Limit.REPLY).update(ended_at=None)


def nobody_ticked(world):
    with clock.at("2026-03-02"):
        world.answered()


def stage_without_a_step(world):
    Suggestion.objects.filter(id=world.draft().id).update(stage=w.Suggestion.CLOSED)


def step_without_a_line(world):
    draft = world.draft()
    Suggestion.objects.filter(id=draft.id).update(version=5)


def draft_shown(world):
    task = world.working(world.handed_over()[0])
    paper = world.written(task)
    Line.objects.filter(subject=str(paper)).update(inside=0)


def straight_to_the_deputy(world):
    paper = world.answered().paper
    Suggestion.objects.filter(id=paper.root_id).update(confidential=True)
    assert Delivery.objects.filter(paper_id=paper.id, channel="platform").exists()


def notice_of_nothing(world):
    world.registered()
    Notice.objects.filter(seq=Notice.objects.order_by("-seq").first().seq).update(seq=99)


def promise_dropped(world):
    sheet = world.rated(reply_class="B")
    Suggestion.objects.filter(id=sheet.root_id).update(stage=w.Suggestion.CLOSED)


def silence(world):
    sheet = world.rated("dissatisfied")
    Deadline.objects.filter(holder_id=sheet.id).delete()


def no_new_round(world):
    from jianyi.cases.commands import papers

    sheet = papers.handle_again(by=world.office, on=world.rated("dissatisfied"), saying=Because("请写明时限"))
    Handling.objects.filter(previous_id=sheet.paper.handling_id).delete()


def upheld_without_a_word(world):
    Sheet.objects.filter(id=world.rated().id).update(stage=w.Rating.UPHELD)


def gap(world):
    case = world.registered()
    Line.objects.get(root_id=case.id, seq=2).delete()


def orphan(world):
    Suggestion.objects.filter(id=world.draft().id).update(lead_id=new_id())


def orphan_elsewhere(world):
    row = Batch(congress_id=world.congress.id, sitting_id=new_id(), place=world.place)
    row.save()


def item_lost(world):
    world.handed_over()
    WorkItem.objects.all().delete()


def item_of_nobody(world):
    world.handed_over()
    row = WorkItem.objects.first()
    row.pk, row.root_id, row.subject_id = new_id(), 5, 5
    row.save(force_insert=True)


def title_not_found(world):
    TitlePair.objects.filter(root_id=world.draft().id).first().delete()


def promise_lost(world):
    world.answered(reply_class="B")
    Promise.objects.all().delete()


def struck_off_unseen(world):
    world.answered(reply_class="B")
    Promise.objects.update(stage=w.Promise.KEPT, verified_by="办公室", reporters=[1])


def list_changed_afterwards(world):
    unit = world.unit("NYT")
    said = UnitRules(dispatch_every=1, dispatch_from=clock.today())
    parties.set_rules(by=unit.office, on=again(unit.organisation), saying=said)
    world.handed_over()
    cadence.tick_all()
    Tally.objects.update(facts={"rows": []})


def an_outcome(world):
    with clock.at("2026-06-01"):
        (task,) = world.handed_over(("WLT", w.Role.SOLE))
        return Credits(world).registered(task)


def outcome_unseen(world):
    Attachment.objects.filter(root_id=an_outcome(world).id).delete()


def outcome_of_one_hand(world):
    row = OfOutcome.objects.get(root_id=an_outcome(world).id)
    OfOutcome.objects.filter(id=row.id).update(certified_by=row.written_by)


def outcome_of_nothing(world):
    an_outcome(world)
    Link.objects.all().delete()


def linked_twice(world):
    an_outcome(world)
    row = Link.objects.get()
    row.pk = new_id()
    row.save(force_insert=True)


def link_outlives(world):
    Outcome.objects.filter(id=an_outcome(world).id).update(stage=w.Outcome.WITHDRAWN)


def problem_struck_off_unseen(world):
    groups = Groups(world, "NYT")
    Problem.objects.filter(id=groups.struck(a_problem(groups)).id).update(
        checkers=[groups.unit.officer.person]
    )


def problem_struck_off_without_evidence(world):
    groups = Groups(world, "NYT")
    row = groups.struck(a_problem(groups))
    Attachment.objects.filter(subject_id=row.id).delete()


def problem_promised_nowhere(world):
    groups = Groups(world, "NYT")
    Problem.objects.filter(id=a_problem(groups).id).update(stage=w.Problem.PROMISED)


def a_circular(world):
    """Issued, of one unit that has one suggestion in a division."""
    unit = world.unit("NYT")
    world.routed(world.handed_over()[0])
    return of_unit(unit).issued(
        "0001 = 没有沟通 = 沟通 = NYT一处 = 2027-01-10", day=clock.today().isoformat()
    )


def circular_without_a_number(world):
    Circular.objects.filter(id=a_circular(world).id).update(number="")


def circular_that_lost_a_reader(world):
    Addressee.objects.filter(root_id=a_circular(world).id).delete()


def circular_that_does_not_add_up(world):
    row = a_circular(world)
    row.facts["tasks"] += 1
    Circular.objects.filter(id=row.id).update(facts=row.facts)


def pushed_and_done_without_a_word(world):
    Push.objects.filter(root_id=a_circular(world).id).update(stage=w.Push.DONE)


def read_by_nobody(world):
    Addressee.objects.filter(root_id=a_circular(world).id).update(stage=w.Addressee.READ)


def problem_of_a_stranger(world):
    row = a_problem(Groups(world, "NYT"))
    Concern.objects.filter(problem_id=row.id).update(suggestion_id=F("suggestion_id") + 1)


def place_kept(world):
    groups = Groups(world, "NYT")
    a_problem(groups)
    Member.objects.filter(holds=True).update(stage=w.Member.OUT)


def a_problem(groups):
    return groups.found(groups.made(groups.tasks(2)), due="2099-05-20")[0]


def topic_without_a_day(world):
    KeyTopic.objects.filter(id=a_topic(world).id).update(decided_on=None)


def report_of_nothing(world):
    KeyTopic.objects.filter(id=a_topic(world).id).update(stage=w.KeyTopic.REPORTED)


def mark_of_nothing(world):
    Covered.objects.filter(root_id=a_topic(world).id).delete()


def mark_taken_off(world):
    Suggestion.objects.filter(key_topic_id=a_topic(world).id).update(key=False)


def place_in_a_topic_kept(world):
    Covered.objects.filter(root_id=a_topic(world).id).update(stage=w.Covered.OUT)


def a_topic(world):
    return Topics(world).listed(
        world.routed(world.handed_over(("NYT", Role.SOLE))[0]), day=clock.today().isoformat()
    )


def public_without_a_step(world):
    row = public_reply(world)
    Publication.objects.filter(id=row.id).update(stage=w.Publication.CHECKED)


def text_left_behind(world):
    PublicReply.objects.filter(id=public_reply(world).id).update(gone=True)


def not_on_the_site(world):
    PublicReply.objects.filter(id=public_reply(world).id).delete()


def hidden_and_public(world):
    Suggestion.objects.filter(id=public_reply(world).root_id).update(confidential=True)


def number_in_public(world):
    Public.objects.filter(id=public_reply(world).root_id).update(words="电话 13800001234")


def public_reply(world):
    return published(world, world.unit("NYT"), delivered(world))


def concluded_without_minutes(world):
    world.dissatisfied_again(world.rated("dissatisfied"))
    Escalation.objects.update(meeting=7, minutes="澜常代建纪〔2026〕1号")


def outcome_public_unpublished(world):
    a_public_outcome(world)
    Outcome.objects.update(public=0)


def outcome_of_a_hidden_proposer(world):
    Suggestion.objects.filter(id=a_public_outcome(world).suggestion_id).update(confidential=True)


def outcome_left_behind(world):
    PublicOutcome.objects.filter(id=a_public_outcome(world).id).update(gone=True)


def a_public_outcome(world):
    showing.publish(by=world.clerk, on=again(an_outcome(world)))
    return PublicOutcome.objects.get()


def urged(world):
    """A letter to JTT, late with its reply."""
    us = Urgings(world)
    with at("2026-02-26"):
        task = world.working(world.handed_over(("JTT", w.Role.SOLE))[0], "JTT")
    with at("2026-06-01"):
        return us, task, us.issued(world.unit("JTT").office, division=world.unit("JTT").division.id)


def letter_without_facts(world):
    Lag.objects.filter(root_id=urged(world)[2].id).delete()


def letter_without_a_signer(world):
    Urging.objects.filter(id=urged(world)[2].id).update(issued_by="")


def draft_with_a_number(world):
    Urging.objects.filter(id=urged(world)[2].id).update(stage=w.Urging.DRAFTED)


def listed(world):
    us, task, _ = urged(world)
    jtt = world.unit("JTT")
    with at("2026-06-05"):
        return us, us.listing(jtt.office, task, jtt.leader, skip_reason="影响重大", skip_by=jtt.leader.person)


def rung_skipped(world):
    Measure.objects.filter(id=listed(world)[1].id).update(skip_reason="", previous="")


def taken_down_by_its_owner(world):
    us, row = listed(world)
    jtt = world.unit("JTT")
    with at("2026-06-08"):
        us.released(us.reported(row, jtt.head), jtt.office)
    Measure.objects.filter(id=row.id).update(checkers=[jtt.head.person])


def help_that_nobody_saw(world):
    us, task, _ = urged(world)
    Help(
        congress_id=task.congress_id, place="lj-2026", unit_id=task.unit_id, made_by_id=task.officer_id, suggestion_id=task.root_id,
        stage=w.Help.DONE,
    ).save()  # fmt: skip


def reminder_of_nothing(world):
    world.submitted()
    Notice.objects.filter(id=Notice.objects.first().id).update(seq=0, occasion="whenever")


def sent_of_nothing(world):
    a_sending(world, state="waiting")


def sent_at_no_time(world):
    a_sending(world, state="sent")


def a_sending(world, **told):
    world.submitted()
    row = {
        "notice_id": 7,
        "channel": "email",
        "person_id": world.clerk.person,
        "made_at": clock.now(),
        "due_at": clock.now(),
    }
    Sending.objects.create(congress_id=world.congress.id, **(row | told))


FAULTS = {
    "urged": (letter_without_facts, letter_without_a_signer, draft_with_a_number),
    "ladder": (rung_skipped, taken_down_by_its_owner),
    "helped": (help_that_nobody_saw,),
    "reminders": (reminder_of_nothing,),
    "sendings": (sent_of_nothing, sent_at_no_time),
    "public_outcomes": (outcome_public_unpublished, outcome_of_a_hidden_proposer, outcome_left_behind),
    "conferred": (concluded_without_minutes,),
    "public": (public_without_a_step, text_left_behind, not_on_the_site),
    "public_hidden": (hidden_and_public,),
    "public_numbers": (number_in_public,),
    "I1": (number, lost_number, merged_into_nothing),
    "I2": (nobody_at_work, unit_abolished, two_leads),
    "I3": (text_changed, edition_lost),
    "I4": (unsigned, one_hand_twice),
    "I5": (another_day, runs_on, nobody_ticked),
    "I6": (stage_without_a_step, step_without_a_line),
    "I7": (draft_shown, straight_to_the_deputy),
    "I8": (notice_of_nothing,),
    "I9": (promise_dropped,),
    "I10": (silence, no_new_round, upheld_without_a_word),
    "I11": (gap,),
    "I12": (promise_lost, struck_off_unseen),
    "I13": (an_entry_that_nobody_checked, a_link_that_was_used_for_nothing),
    "I14": (problem_struck_off_unseen, problem_struck_off_without_evidence, problem_promised_nowhere),
    "circulars_issued": (circular_without_a_number, circular_that_lost_a_reader),
    "circulars_add_up": (circular_that_does_not_add_up,),
    "circulars_followed": (pushed_and_done_without_a_word, read_by_nobody),
    "I15": (problem_of_a_stranger, place_kept),
    "I16": (outcome_unseen, outcome_of_one_hand, outcome_of_nothing, linked_twice, link_outlives),
    "orphans": (orphan, orphan_elsewhere),
    "topics": (topic_without_a_day, report_of_nothing),
    "key_marks": (mark_of_nothing, mark_taken_off, place_in_a_topic_kept),
    "tallies": (list_changed_afterwards,),
    "titles": (title_not_found,),
    "work_items": (item_lost, item_of_nobody),
}


def test_every_invariant_has_a_fault_that_it_finds():
    assert set(FAULTS) == {name for name, _, _ in INVARIANTS}


@pytest.mark.parametrize(
    "name, plant", [(name, plant) for name, plants in FAULTS.items() for plant in plants]
)
def test_a_planted_fault_is_found(world: World, name, plant):
    plant(world)
    found = violations()[name][1]
    assert found and all(sentence.strip() for sentence in found)


def test_the_command_counts_and_answers_one(world, capsys):
    assert main(["check"]) == 0
    orphan(world)
    capsys.readouterr()
    assert main(["check", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["violations"] >= 1 and told["invariants"]["orphans"]
    assert main(["check"]) == 1 and "处不符" in capsys.readouterr().out


def test_nothing_is_repaired_by_looking(world):
    draft = world.draft()
    orphan(world)
    violations()
    assert again(draft).version == draft.version
