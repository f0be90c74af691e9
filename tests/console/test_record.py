"""`jianyi journal`: whoever touches the past is named, chain by chain; where it was sealed, even the owner of the tables."""

import json

import pytest
from django.conf import settings

from build import again
from jianyi.console.main import main
from jianyi.jobs import rounds
from jianyi.journal import chain, seal as seals
from jianyi.journal.models import Line, Seal
from jianyi.journal.verify import verify
from jianyi.turn.ticking import Stuck


@pytest.fixture
def case(world):
    return again(world.registered())


def verdict(case):
    return verify(case.congress_id, rounds.roots(case.congress_id), settings.JIANYI_SEAL)


@pytest.fixture(autouse=True)
def beside_the_key(monkeypatch, tmp_path):
    monkeypatch.setattr(rounds, "WITNESS", tmp_path / "sealed.json")


def edited(case):
    Line.objects.filter(root_id=case.id, seq=2).update(said={"reason": "别的"})


def deleted(case):
    Line.objects.filter(root_id=case.id, seq=2).delete()


def inserted(case):
    """Between the first and the second, those behind it moved on, the head moved along."""
    rows = Line.objects.filter(root_id=case.id).order_by("-seq")
    for row in rows.exclude(seq=1):
        Line.objects.filter(id=row.id).update(seq=row.seq + 1)
    first = Line.objects.get(root_id=case.id, seq=1)
    same = {f.name: getattr(first, f.name) for f in Line._meta.fields if f.name != "id"}
    Line.objects.create(**same | {"seq": 2})
    type(case).objects.filter(id=case.id).update(seq=case.seq + 1)


def reordered(case):
    rows = Line.objects.filter(root_id=case.id)
    for old, new in ((2, 99), (3, 2), (99, 3)):
        rows.filter(seq=old).update(seq=new)


CHANGES = {edited: 2, deleted: 2, inserted: 2, reordered: 2}


@pytest.mark.parametrize("change", CHANGES)
def test_the_first_bad_row_is_named(case, change):
    assert verdict(case).whole
    change(case)
    (fault,) = verdict(case).faults
    assert str(case.id) in fault and f"第 {CHANGES[change]} 行" in fault


def test_a_removed_tail_is_named_by_its_first_row(case):
    Line.objects.filter(root_id=case.id, seq__gt=1).delete()
    (fault,) = verdict(case).faults
    assert "第 2 行起缺失" in fault


def test_an_added_tail_is_named(case):
    last = Line.objects.get(root_id=case.id, seq=case.seq)
    same = {f.name: getattr(last, f.name) for f in Line._meta.fields if f.name != "id"}
    more = Line(**same | {"seq": case.seq + 1})
    more.hash = chain.digest(more, last.hash)
    more.save()
    (fault,) = verdict(case).faults
    assert f"第 {case.seq + 1} 行起多出" in fault


def test_a_chain_without_lines_and_lines_without_their_subject(case):
    Line.objects.filter(root_id=case.id).delete()
    (fault,) = verdict(case).faults
    assert str(case.id) in fault and "全部缺失" in fault


def test_lines_whose_subject_is_gone(case):
    type(case).objects.filter(id=case.id).delete()
    (fault,) = verdict(case).faults
    assert str(case.id) in fault and "不存在" in fault


def rewritten(case):
    """As the owner of the tables could: every hash anew, and the head to match."""
    edited(case)
    before = ""
    for line in Line.objects.filter(root_id=case.id).order_by("seq"):
        line.hash = before = chain.digest(line, before)
        line.save()
    type(case).objects.filter(id=case.id).update(head=before)


def test_a_rewrite_with_all_its_hashes_shows_where_it_was_sealed(case):
    rewritten(case)
    assert verdict(case).whole and verdict(case).unsealed > 0
    rounds.seal()
    assert verdict(case).whole and verdict(case).unsealed == 0


def test_and_only_there(case):
    rounds.seal()
    rewritten(case)
    (fault,) = verdict(case).faults
    assert str(case.id) in fault and "封存" in fault


def test_a_subject_removed_with_its_whole_chain_shows_too(case):
    rounds.seal()
    Line.objects.filter(root_id=case.id).delete()
    type(case).objects.filter(id=case.id).delete()
    (fault,) = verdict(case).faults
    assert str(case.id) in fault and "封存" in fault


def test_a_changed_seal_is_named(case):
    rounds.seal()
    Seal.objects.update(heads=[])
    (fault,) = verdict(case).faults
    assert "第 1 块" in fault


def test_every_bad_chain_is_named_once(world):
    cases = [again(world.registered()) for _ in range(3)]
    for case in cases[:2]:
        edited(case)
        Line.objects.filter(root_id=case.id, seq=3).delete()
    assert len(verdict(cases[0]).faults) == 2


def test_the_commands(world, capsys, tmp_path):
    case = again(world.registered())
    assert main(["journal", "seal", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["blocks"] == 1
    assert main(["journal", "verify"]) == 0 and "没有改动" in capsys.readouterr().out
    file = tmp_path / "record.jsonl"
    assert main(["journal", "export", str(file)]) == 0
    kept = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert sum(row["kind"] == "line" for row in kept) == Line.objects.count()
    assert kept[-1]["kind"] == "seal" and isinstance(kept[0]["root_id"], str)
    edited(case)
    assert main(["journal", "verify", "--json"]) == 1
    capsys.readouterr()


def heads_of(case):
    return rounds.verdict(case.congress_id)


@pytest.mark.parametrize("left", [0, 1])
def test_seals_that_are_taken_away_are_missed(world, case, left):
    """Whoever rewrites a chain with all its hashes and deletes the seals that show it is found out by the file."""
    rounds.seal()
    world.registered()
    rounds.seal()
    assert heads_of(case).whole
    Seal.objects.exclude(seq__lte=left).delete()
    (fault,) = heads_of(case).faults
    assert "第 2 块" in fault


def test_another_seal_in_its_place_is_not_the_one_that_was_given(world, case):
    rounds.seal()
    block = Seal.objects.get()
    block.delete()
    world.registered()
    seals.seal(case.congress_id, rounds.roots(case.congress_id), settings.JIANYI_SEAL)
    (fault,) = heads_of(case).faults
    assert "第 1 块" in fault


def test_without_the_file_the_seals_speak_for_themselves(case):
    rounds.seal()
    rounds.WITNESS.unlink()
    assert heads_of(case).whole


def test_an_installation_that_had_no_such_file_gets_one_with_its_next_sealing(case):
    rounds.seal()
    rounds.WITNESS.unlink()
    assert rounds.seal() == 0 and rounds.WITNESS.exists()


def test_sealing_on_does_not_cover_up_that_a_seal_was_taken_away(world, case):
    """The clock seals every few minutes: what is remembered outside must not follow whatever the tables say by then."""
    rounds.seal()
    Seal.objects.all().delete()
    world.registered()
    for _ in range(2):
        with pytest.raises(Stuck, match="第 1 块"):
            rounds.seal()
    (fault,) = heads_of(case).faults
    assert "第 1 块" in fault and Seal.objects.exists(), "what is new is sealed all the same"
