"""What goes out with a hand-over: the notice and the list of each unit, the letter to the deputy."""

from build import again, at
from jianyi.cases.commands import batches
from jianyi.cases.issued.files import document
from jianyi.cases.models import Letter
from jianyi.cases.queries.files import case as file_of
from jianyi.cases.queries.letters import checked, letter as find, letters
from jianyi.documents.letters.webpage import page
from jianyi.journal.models import Line
from jianyi.procedure.words import Role
from jianyi.turn.models import Deadline


def told(letter):
    return str(page(document(letter)))


def batch_of(world, *cases):
    with at("2026-02-26"):
        return batches.hand_over(by=world.head, on=world.batch(*cases))


def test_one_suggestion_by_itself_takes_one_number_for_all_it_sends(world):
    with at("2026-02-26"):
        tasks = world.handed_over(("NYT", Role.LEAD), ("JTT", Role.CO))
    assert [row.number for row in Letter.objects.all()] == ["澜常代建交〔2026〕1号"] * 3
    first, second = (Letter.objects.get(kind="notice", subject_id=task.id) for task in tasks)
    deputy = Letter.objects.get(kind="deputy_told")
    assert "交你单位主办" in told(first) and "答复请于2026年5月26日前" in told(first)
    assert "会办意见请于2026年3月26日前" in told(second) and "答复请于" not in told(second)
    assert "周知远代表：" in told(deputy) and "交NYT主办，JTT会办，预计2026年5月26日前答复" in told(deputy)


def test_a_batch_has_one_number_a_notice_and_a_list_for_each_unit_and_one_of_all(world):
    both = world.proposed(("NYT", Role.LEAD), ("JTT", Role.CO))
    batch = batch_of(world, both, world.proposed(("JTT", Role.SOLE)))
    rows = Letter.objects.filter(root_id=batch.id).order_by("id")
    assert sorted(row.kind for row in rows) == ["list", "list", "list", "notice", "notice"]
    assert {row.number for row in rows if row.kind == "notice"} == {batch.number}
    jtt = rows.get(kind="notice", subject_id=world.unit("JTT").id)
    assert "代表建议2件（主办1件、会办1件）" in told(jtt) and "代表建议交办清单" in told(jtt)
    own = told(rows.get(kind="list", subject_id=world.unit("JTT").id))
    assert own.count("JTT") >= 2 and "2026-05-26" in own and "2026-03-26" in own
    deputies = Letter.objects.filter(kind="deputy_told")
    assert [row.number for row in deputies] == [batch.number] * 2


def test_every_letter_of_a_batch_stands_in_the_journal_and_is_checked(world):
    batch = batch_of(world, world.proposed(("NYT", Role.LEAD), ("JTT", Role.CO)))
    line = Line.objects.get(subject=f"batch/{batch.id}", action="report")
    rows = Letter.objects.filter(root_id=batch.id).order_by("id")
    kept = {told["code"]: told for told in (line.said["letter"], *line.said["letters"])}
    assert kept == {row.code: row.told for row in rows} and len(kept) == 5
    assert len({row.code for row in Letter.objects.all()}) == Letter.objects.count()
    assert all(checked(row.code).unchanged for row in Letter.objects.all())


def test_a_list_stays_as_it_was_whatever_day_a_reply_is_put_off_to(world):
    batch = batch_of(world, world.proposed(("NYT", Role.SOLE)))
    (row,) = Letter.objects.filter(root_id=batch.id, kind="list", subject_id=world.unit("NYT").id)
    before = told(row)
    Deadline.objects.filter(congress_id=batch.congress_id).update(due_on="2026-06-26")
    assert told(again(row)) == before and "2026-05-26" in before


def test_a_unit_reads_its_own_notice_and_list_and_nobody_elses(world):
    case = world.proposed(("NYT", Role.LEAD), ("JTT", Role.CO))
    batch = batch_of(world, case)
    nyt, jtt, czt = (world.unit(name) for name in ("NYT", "JTT", "CZT"))
    own = list(Letter.objects.filter(root_id=batch.id, subject_id=nyt.id))
    assert len(own) == 2
    for row in own:
        assert find(row.id, by=nyt.office) and find(row.id, by=nyt.leader) and find(row.id, by=world.clerk)
        for by in (nyt.officer, jtt.office, czt.office, world.deputy):
            assert not find(row.id, by=by), by.name
    whole = Letter.objects.get(root_id=batch.id, subject_id=batch.id)
    assert find(whole.id, by=world.head) and not find(whole.id, by=nyt.office)
    assert {row.id for row in letters(file_of(case.id, by=nyt.office))} == {row.id for row in own}


def test_the_deputy_alone_reads_what_the_deputy_is_told(world):
    case = world.proposed(("NYT", Role.SOLE))
    batch_of(world, case)
    row = Letter.objects.get(kind="deputy_told")
    assert find(row.id, by=world.deputy) and find(row.id, by=world.clerk)
    assert not find(row.id, by=world.unit("NYT").office) and not find(row.id, by=world.a_deputy("何望川"))


def test_who_wants_to_be_unknown_is_named_in_no_paper_for_a_unit(world):
    case = world.proposed(("NYT", Role.SOLE), confidential=True, confidential_reason="涉及举报")
    batch = batch_of(world, case)
    for row in Letter.objects.filter(root_id=batch.id):
        assert "周知远" not in told(row) and "云浦代表团" not in told(row)
    assert "周知远代表：" in told(Letter.objects.get(kind="deputy_told"))
