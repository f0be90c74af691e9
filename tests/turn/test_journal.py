"""Whoever touches the past is named; and secrets never come into it."""

import json

import pytest

from build import again, at, hashed
from jianyi.cases.commands import handlings, papers
from jianyi.cases.models import Contact, Paper
from jianyi.journal import chain
from jianyi.journal.chain import first_bad_line
from jianyi.journal.models import Line, Refusal, Seal
from jianyi.journal.seal import first_broken, seal, sealed_heads, unsealed
from jianyi.kit import clock
from jianyi.parties import commands as parties
from jianyi.parties.queries import actor
from jianyi.procedure.facts.said import Key, Met, Password
from jianyi.procedure.refusals import Refused
from jianyi.turn.models import RequestKey


KEY = b"outside the database, 32 bytes.."
LINES = 11


@pytest.fixture
def case(world):
    return again(world.working(world.handed_over()[0]).root)


def line(case, seq):
    return Line.objects.get(root_id=case.id, seq=seq)


def copied(case, number, **other):
    last = line(case, number)
    same = {f.name: getattr(last, f.name) for f in Line._meta.fields if f.name != "id"}
    return Line.objects.create(**same | other)


def swapped(case, a, b):
    rows = Line.objects.filter(root_id=case.id)
    rows.filter(seq=a).update(seq=99)
    rows.filter(seq=b).update(seq=a)
    rows.filter(seq=99).update(seq=b)


def test_an_untouched_chain_is_whole(case):
    assert case.seq == Line.objects.filter(root_id=case.id).count() == LINES and first_bad_line(case) is None


EVERY = range(1, LINES + 1)
CHANGES = {
    "at": "2026-01-01T00:00:00+08:00", "stored_at": "2026-01-01T00:00:00+08:00", "action": "discard",
    "subject": "handling/1", "stage": "closed", "inside": 7, "by": {"person": "1", "name": "别人", "as": []},
    "said": {"reason": "别的理由"}, "hash": "0" * 64,
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("seq", [1, 8, LINES])
def test_a_changed_line_is_named_whatever_was_changed(case, seq, name):
    assert (
        Line.objects.filter(root_id=case.id, seq=seq)
        .exclude(**{name: CHANGES[name]})
        .update(**{name: CHANGES[name]})
    )
    assert first_bad_line(case) == seq


@pytest.mark.parametrize("seq", EVERY)
def test_a_missing_line_is_named(case, seq):
    line(case, seq).delete()
    assert first_bad_line(case) == seq


@pytest.mark.parametrize("cut", [1, 4, LINES])
def test_a_removed_tail_is_named_by_its_first_line(case, cut):
    Line.objects.filter(root_id=case.id, seq__gt=LINES - cut).delete()
    assert first_bad_line(case) == LINES - cut + 1


def test_an_added_line_is_named(case):
    copied(case, LINES, seq=LINES + 1)
    assert first_bad_line(case) == LINES + 1


def test_a_line_put_in_between_is_named(case):
    Line.objects.filter(root_id=case.id, seq=LINES).update(seq=LINES + 1)
    copied(case, 3, seq=LINES)
    assert first_bad_line(case) == LINES


@pytest.mark.parametrize(("a", "b"), [(1, 2), (7, 8), (3, LINES)])
def test_two_lines_in_the_wrong_order_are_named(case, a, b):
    swapped(case, a, b)
    assert first_bad_line(case) == a


def test_a_line_of_another_case_is_named(world, case):
    other = world.draft()
    Line.objects.filter(root_id=case.id, seq=LINES).delete()
    copied(other, 1, root_id=case.id, seq=LINES)
    assert first_bad_line(case) == LINES


def test_a_forgotten_head_is_seen(case):
    case.head = line(case, LINES - 1).hash
    assert first_bad_line(case) == LINES + 1 or first_bad_line(case) == LINES


# Seals


def rewritten(case, upto):
    """The owner of the tables makes a new past with good hashes."""
    before = ""
    Line.objects.filter(root_id=case.id, seq__gt=upto).delete()
    for row in Line.objects.filter(root_id=case.id).order_by("seq"):
        row.said = {"reason": "改过的"}
        row.hash = before = chain.digest(row, before)
        row.save()
    case.seq, case.head = upto, before
    case.save()


def test_a_past_that_was_rewritten_with_good_hashes_still_breaks_the_seal(case):
    seal(case.congress_id, [case], KEY)
    assert first_broken(case.congress_id, KEY) is None
    rewritten(case, LINES)
    assert first_bad_line(case) is None
    assert first_broken(case.congress_id, KEY) == f"root {case.id} line {LINES}"


def test_a_tail_that_was_sealed_and_cut_off_breaks_the_seal(case):
    seal(case.congress_id, [case], KEY)
    rewritten(case, LINES - 2)
    assert first_bad_line(case) is None
    assert first_broken(case.congress_id, KEY) == f"root {case.id} line {LINES}"


def test_a_whole_chain_that_is_removed_breaks_the_seal(case):
    seal(case.congress_id, [case], KEY)
    Line.objects.filter(root_id=case.id).delete()
    assert first_broken(case.congress_id, KEY) == f"root {case.id} line {LINES}"


def test_a_seal_cannot_be_made_changed_or_removed_without_the_key(world, case):
    congress = case.congress_id
    seal(congress, [case], KEY)
    seal(congress, [world.draft()], KEY)
    assert first_broken(congress, KEY) is None and first_broken(congress, b"another key") == "seal 1"
    first, second = Seal.objects.order_by("seq")
    Seal.objects.filter(id=second.id).update(heads=[])
    assert first_broken(congress, KEY) == "seal 2"
    Seal.objects.filter(id=second.id).update(heads=second.heads, mac="no hex at all")
    assert first_broken(congress, KEY) == "seal 2"
    Seal.objects.filter(id=second.id).update(mac=second.mac)
    Seal.objects.filter(id=first.id).delete()
    assert first_broken(congress, KEY) == "seal 1"


def test_only_what_moved_is_sealed_again_and_the_rest_is_counted(world, case):
    congress, other = case.congress_id, world.draft()
    assert unsealed(congress) == Line.objects.filter(congress_id=congress).count()
    seal(congress, [case, other], KEY)
    assert sealed_heads(congress) == {case.id: LINES, other.id: 1}
    assert seal(congress, [case, other], KEY) == []
    papers.write(
        by=world.unit("NYT").officer,
        on=Paper.objects.get(),
        saying=world.text(again(Contact.objects.get().handling)),
    )
    assert unsealed(congress) - 1 == Line.objects.exclude(root_id__in=[case.id, other.id]).count()
    assert [root for root, *_ in seal(congress, [again(case), other], KEY)[0].heads] == [str(case.id)]


# What the record says


def test_a_long_text_is_kept_as_its_digest(world):
    task = world.routed(world.handed_over()[0])
    said = Met(
        mode="phone",
        occurred_at=clock.now(),
        deputies=(world.deputy.person,),
        summary="长" * 500,
        staff="经办人",
    )
    handlings.record_contact(by=world.unit("NYT").officer, on=Contact.of(task), saying=said)
    assert Line.objects.get(action="record").said["summary"] == f"sm3:{chain.sm3('长' * 500)}"


def test_a_line_says_who_in_what_capacity_for_whom_and_when(world):
    with at("2026-02-26"):
        task = world.working(world.handed_over()[0])
        paper = world.ready(task)
        stand_in = world.stands_in(world.unit("NYT").leader, "代行人", "2027-01-01")
    with at("2026-04-28T15:30"):
        papers.sign(by=stand_in, on=paper)
    row = Line.objects.get(action="sign")
    leader = world.unit("NYT").leader.person
    assert row.by == {
        "person": str(stand_in.person),
        "name": "代行人",
        "as": ["signer"],
        "for": [str(leader)],
    }
    assert (
        row.at == "2026-04-28T15:30:00+08:00"
        and row.stored_at != row.at
        and row.inside == world.unit("NYT").id
    )


def everything_kept():
    rows = [*Line.objects.all(), *Refusal.objects.all(), *RequestKey.objects.all()]
    told = [{f.name: getattr(row, f.name) for f in row._meta.fields} for row in rows]
    return json.dumps(told, ensure_ascii=False, default=str)


def test_no_secret_comes_into_the_record(world):
    person = world._add("新来的")
    link, word = "digest-of-the-link", "argon2$the-hash-of-the-word"
    person = parties.reset(by=world.admin, on=person, saying=Key(link), key="k1")
    oneself = actor(person)
    with pytest.raises(Refused):
        parties.activate(by=oneself, on=person, saying=Password(word, "wrong-link"), key="k2")
    person = parties.activate(by=oneself, on=person, saying=Password(word, link), key="k3")
    person = parties.change_password(by=oneself, on=person, saying=Password(word + "2"), key="k4")
    person = parties.issue_key(by=oneself, on=person, saying=Key("digest-of-the-key"), key="k5")
    parties.disable(by=world.admin, on=person)
    kept = everything_kept()
    for secret in (link, "wrong-link", word, "digest-of-the-key", hashed()):
        assert secret not in kept
    assert Line.objects.filter(action="change_password").exists()
