"""A clerk prepares, the head hands over, once: a batch, or a single suggestion."""

import pytest

from build import World, again, at
from jianyi.cases.commands import batches, suggestions
from jianyi.cases.models import Batch, Entry, Handling
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Listing, Result
from jianyi.procedure.words import Duty, Kind, Role


@pytest.fixture
def cases(world):
    return [world.proposed(("NYT", Role.SOLE)) for _ in range(3)]


@pytest.fixture
def batch(world, cases):
    return world.batch(*cases)


def entries(batch):
    return dict(Entry.objects.filter(root_id=batch.id).values_list("suggestion_id", "reason"))


def test_only_the_head_of_the_committee_hands_over(world, batch, cases, refused):
    others = (world.clerk, world.office, world.unit("NYT").office, world.deputy)
    for by in others:
        refused("WRONG_ACTOR", suggestions.hand_over, by=by, on=cases[0])
        refused("WRONG_ACTOR", batches.freeze, by=by, on=batch)


def test_the_whole_batch_goes_out_on_one_day(world, batch, cases):
    with at("2026-02-26"):
        done = batches.hand_over(by=world.head, on=batch)
    assert done.stage is w.Batch.DONE and done.handed_over_by == "程维岳"
    days = {str(h.handed_over_at.date()) for h in Handling.objects.filter(stage=w.Handling.ARRIVED)}
    assert days == {"2026-02-26"} and set(entries(batch).values()) == {""}


def test_what_fails_stays_in_it_with_its_reason_and_the_rest_goes_on(world, batch, cases):
    world.withdrawing(cases[1])
    batches.hand_over(by=world.head, on=batch)
    rows = {row.suggestion_id: row for row in Entry.objects.filter(root_id=batch.id)}
    assert [rows[case.id].done for case in cases] == [True, False, True]
    assert "已撤回" in rows[cases[1].id].reason and not rows[cases[0].id].reason


def test_handed_over_again_there_is_no_second_batch(world, batch, refused):
    done = batches.hand_over(by=world.head, on=batch, key="k")
    assert batches.hand_over(by=world.head, on=batch, key="k").version == done.version
    refused("TOO_LATE", batches.freeze, by=world.head, on=done)
    assert Batch.objects.count() == 1 and Handling.objects.filter(stage=w.Handling.ARRIVED).count() == 3


def test_cut_off_in_the_middle_it_goes_on_where_it_was(world, batch, cases, monkeypatch):
    whole, calls = suggestions.hand_over.body, []

    def cut(turn, subject, said):
        calls.append(subject.id)
        if len(calls) == 2:
            raise KeyboardInterrupt
        whole(turn, subject, said)

    monkeypatch.setattr(suggestions.hand_over, "body", cut)
    with pytest.raises(KeyboardInterrupt):
        batches.hand_over(by=world.head, on=batch)
    assert (
        again(batch).stage is w.Batch.FROZEN
        and Handling.objects.filter(stage=w.Handling.ARRIVED).count() == 1
    )
    batches.hand_over(by=world.head, on=again(batch))
    assert again(batch).stage is w.Batch.DONE and set(entries(batch).values()) == {""}
    assert all(again(case).stage is w.Suggestion.HANDED_OVER for case in cases)


def test_a_batch_is_done_only_when_every_case_of_it_is_told(world, batch, cases, refused):
    """Whoever says it is done does not make it so: what was not handed over would wait in no batch for ever."""
    batches.freeze(by=world.head, on=batch)
    numbers = tuple(case.id for case in cases)
    for said in (Result(), Result(done=numbers), Result(failed=((numbers[0], "缺单位"),))):
        refused("TOO_EARLY", batches.report, by=world.head, on=batch, saying=said)
    assert again(batch).stage is w.Batch.FROZEN
    assert batches.hand_over(by=world.head, on=batch).stage is w.Batch.DONE


def test_another_head_goes_on_with_what_was_cut_off_and_finds_no_failure(world, batch, cases):
    other = world.person("副主任", (world.committee, Duty.COMMITTEE_HEAD))
    suggestions.hand_over(by=world.head, on=cases[0])
    batches.hand_over(by=other, on=batch)
    assert set(Entry.objects.values_list("done", "reason")) == {(True, "")}


def test_a_frozen_batch_is_no_longer_changed(world, batch, cases, refused):
    batches.freeze(by=world.head, on=batch)
    refused("TOO_LATE", batches.prepare, by=world.clerk, on=batch, saying=Listing((cases[0].id,)))


def test_a_clerk_changes_the_list_until_then(world, batch, cases, refused):
    refused("CHECKLIST_UNMET", batches.prepare, by=world.clerk, on=batch, saying=Listing(()))
    batches.prepare(by=world.clerk, on=batch, saying=Listing((cases[0].id, cases[0].id, cases[2].id)))
    assert set(entries(batch)) == {cases[0].id, cases[2].id}


def test_the_head_hands_over_a_single_one_as_well(world, cases):
    assert suggestions.hand_over(by=world.head, on=cases[0]).stage is w.Suggestion.HANDED_OVER


def test_without_units_nothing_is_handed_over(world, refused):
    refused("TOO_EARLY", suggestions.hand_over, by=world.head, on=world.registered())


@pytest.mark.django_db
def test_in_a_township_the_presidium_hands_over():
    town = World(heads=Kind.PRESIDIUM)
    case = town.proposed(("NYT", Role.SOLE))
    assert town.committee.kind is Kind.PRESIDIUM
    assert suggestions.hand_over(by=town.head, on=case).stage is w.Suggestion.HANDED_OVER


@pytest.mark.parametrize("which", ["abolished", "no unit"])
def test_only_a_unit_in_use_is_proposed(world, refused, which):
    from jianyi.parties import commands as parties
    from jianyi.procedure.facts.said import Naming, Units

    nyt = world.unit("NYT").organisation
    if which == "abolished":
        nyt = parties.end_organisation(by=world.admin, on=again(nyt))
    number = nyt.id if which == "abolished" else world.committee.id
    case = world.registered()
    said = Units((Naming(number, Role.SOLE, "部分"),))
    told = refused("CHECKLIST_UNMET", suggestions.propose, by=world.clerk, on=case, saying=said)
    assert "在用的承办单位" in told.reasons[0]
    assert again(case).stage is w.Suggestion.REGISTERED and not Handling.objects.exists()
