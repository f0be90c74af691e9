"""The door: versions, request keys, refusals, rollback, another try, start-up."""

import pytest
from django.db import IntegrityError, OperationalError

import invariants
from build import again, at
from jianyi.cases import models as m
from jianyi.cases.commands import handlings, papers, suggestions
from jianyi.journal.models import Line, Refusal
from jianyi.parties import commands as parties
from jianyi.parties.models import Sitting
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import AskedReturn, Because, Convening, Rated, Receipt
from jianyi.procedure.refusals import Changed, Refused
from jianyi.site.wiring import wire
from jianyi.turn import tracks
from jianyi.turn.models import Deadline, Notice, RequestKey, WorkItem


OURS_NOT = AskedReturn(
    "职责分工已经调整，这项工作由住房和城乡建设部门承担，不属于本单位职责。", "三定方案第二条", 1
)


def everything():
    """How many rows of each kind there are: nothing half written goes unseen."""
    return [
        kind.objects.count()
        for kind in (Line, Deadline, Notice, WorkItem, RequestKey, m.Handling, m.Return, m.Paper)
    ]


# Versions


def test_what_somebody_else_changed_must_be_seen_first(world):
    (task,) = world.handed_over()
    nyt, seen = world.unit("NYT"), again(task).version
    handlings.acknowledge(by=nyt.office, on=task, seen=seen)
    with pytest.raises(Changed) as refusal:
        handlings.route(by=nyt.office, on=task, saying=nyt.team, seen=seen)
    assert refusal.value.code == "CHANGED_MEANWHILE" and "已保留" in refusal.value.reasons[0]
    handlings.route(by=nyt.office, on=task, saying=nyt.team, seen=again(task).version)


def test_what_happens_elsewhere_under_the_same_root_disturbs_nobody(world):
    lead, helping = world.handed_over(("JTT", w.Role.LEAD), ("CZT", w.Role.CO))
    versions = again(lead).version, again(helping).version
    handlings.acknowledge(by=world.unit("JTT").office, on=lead, seen=versions[0])
    handlings.acknowledge(by=world.unit("CZT").office, on=helping, seen=versions[1])


def test_a_stale_page_is_refused_before_anything_else_is_asked(world):
    (task,) = world.handed_over()
    with pytest.raises(Changed):
        handlings.acknowledge(by=world.deputy, on=task, seen=99)


def test_the_version_counts_the_steps(world):
    task = world.working(world.handed_over()[0])
    lines = Line.objects.filter(subject=f"handling/{task.id}").count()
    assert again(task).version == lines == 4


def test_what_is_gone_is_said_so(world):
    (task,) = world.handed_over()
    task.root_id = 1
    with pytest.raises(Changed) as refusal:
        handlings.acknowledge(by=world.unit("NYT").office, on=task)
    assert "找不到" in refusal.value.reasons[0]


# Request keys


def test_the_same_request_twice_is_one_step(world):
    (task,) = world.handed_over()
    office, lines = world.unit("NYT").office, Line.objects.count()
    first, second = (
        handlings.ask_return(by=office, on=m.Return.of(task), saying=OURS_NOT, key="once") for _ in range(2)
    )
    assert first.id == second.id and Line.objects.count() == lines + 1 and m.Return.objects.count() == 1


def test_a_new_suggestion_sent_twice_is_one_suggestion(world):
    row = world.draft()
    twins = [world.blank() for _ in range(2)]
    kept = [suggestions.write(by=world.deputy, on=twin, saying=world.writing(), key="new") for twin in twins]
    assert kept[0].id == kept[1].id != row.id and m.Suggestion.objects.count() == 2


def test_a_key_is_not_used_for_something_else(world):
    (task,) = world.handed_over()
    nyt = world.unit("NYT")
    handlings.acknowledge(by=nyt.office, on=task, key="k")
    for command, said in ((handlings.route, nyt.team), (handlings.acknowledge, Receipt(note="另一句"))):
        with pytest.raises(Changed) as refusal:
            command(by=nyt.office, on=again(task), saying=said, key="k")
        assert refusal.value.code == "KEY_REUSED"


def test_the_same_key_of_another_person_is_another_request(world):
    lead, helping = world.handed_over(("JTT", w.Role.LEAD), ("CZT", w.Role.CO))
    handlings.acknowledge(by=world.unit("JTT").office, on=lead, key="k")
    assert handlings.acknowledge(by=world.unit("CZT").office, on=helping, key="k").id == helping.id


def test_a_refused_request_may_be_sent_again_with_its_key(world, refused):
    (task,) = world.handed_over()
    office = world.unit("NYT").office
    refused("REASON_REQUIRED", handlings.acknowledge, by=office, on=task, saying=Receipt("lacking"), key="k")
    assert handlings.acknowledge(by=office, on=task, saying=Receipt("lacking", note="缺附件"), key="k")


# Refusals


def test_a_refusal_leaves_nothing_but_its_own_row_and_repeats_are_counted(world, refused):
    (task,) = world.handed_over()
    before = everything()
    with at("2026-03-02"):
        for _ in range(3):
            refused("WRONG_ACTOR", handlings.acknowledge, by=world.deputy, on=task)
        refused("TOO_LATE", suggestions.register, by=world.clerk, on=task.root)
    with at("2026-03-02T09:01"):
        refused("WRONG_ACTOR", handlings.acknowledge, by=world.deputy, on=task)
    assert everything() == before
    counts = Refusal.objects.order_by("minute", "-count").values_list("code", "count")
    assert list(counts) == [("WRONG_ACTOR", 3), ("TOO_LATE", 1), ("WRONG_ACTOR", 1)]


def test_a_refusal_says_who_what_on_which_and_why(world, refused):
    (task,) = world.handed_over()
    refused("WRONG_ACTOR", handlings.acknowledge, by=world.deputy, on=task)
    row = Refusal.objects.get()
    assert (row.person, row.action, row.subject) == (
        world.deputy.person,
        "acknowledge",
        f"handling/{task.id}",
    )
    assert "承办单位办公室" in row.reasons[0]


def test_a_new_subject_that_is_refused_is_not_kept(world, refused):
    task = world.working(world.handed_over()[0])
    refused(
        "REASON_REQUIRED",
        handlings.ask_return,
        by=world.unit("NYT").office,
        on=m.Return.of(task),
        saying=AskedReturn("短", "有", 1),
    )
    assert not m.Return.objects.exists() and again(task.root).holds.count("return") == 0


# What fails leaves nothing


def test_a_body_that_fails_leaves_nothing(world, monkeypatch):
    task = world.working(world.handed_over()[0])
    paper = world.signed(task)
    before = everything()
    monkeypatch.setattr(papers.send, "body", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        papers.send(by=world.unit("NYT").officer, on=paper)
    assert again(paper).stage is w.Paper.SIGNED and everything() == before
    invariants.check(task.root)


def test_a_step_of_the_procedure_that_fails_takes_the_person_s_step_with_it(world, monkeypatch):
    from jianyi.turn.door import OWN_BODIES

    task = world.working(world.handed_over()[0])
    paper, before = world.signed(task), None
    before = everything()
    monkeypatch.setitem(OWN_BODIES, (m.Handling, handlings.A.FINISH), lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        papers.send(by=world.unit("NYT").officer, on=paper)
    assert again(paper).stage is w.Paper.SIGNED and everything() == before


def unlucky(times, kind, state):
    """A body that the database refuses so many times."""
    tried = []

    def body(turn, subject, said):
        tried.append(subject.stage)
        if len(tried) <= times:
            raise kind("…") from type("Cause", (Exception,), {"sqlstate": state})()

    return body, tried


@pytest.mark.parametrize(
    ("kind", "state"), [(OperationalError, "40001"), (OperationalError, "40P01"), (IntegrityError, "23505")]
)
def test_a_lost_race_for_the_database_is_run_again_from_fresh_rows(world, monkeypatch, kind, state):
    body, tried = unlucky(1, kind, state)
    (task,) = world.handed_over()
    monkeypatch.setattr(handlings.acknowledge, "body", body)
    done = handlings.acknowledge(by=world.unit("NYT").office, on=task, key="k")
    assert done.version == again(task).version == 2 and tried == [w.Handling.RECEIVED] * 2
    invariants.check(task.root)


def test_who_loses_every_time_is_told_and_nothing_is_written(world, monkeypatch):
    body, tried = unlucky(9, OperationalError, "40001")
    (task,) = world.handed_over()
    before = everything()
    monkeypatch.setattr(handlings.acknowledge, "body", body)
    with pytest.raises(Refused) as refusal:
        handlings.acknowledge(by=world.unit("NYT").office, on=task)
    assert refusal.value.code == "BUSY" and len(tried) == 3 and everything() == before


def test_a_lock_that_is_not_had_is_said_so_at_once(world, monkeypatch):
    body, tried = unlucky(9, OperationalError, "55P03")
    (task,) = world.handed_over()
    monkeypatch.setattr(handlings.acknowledge, "body", body)
    with pytest.raises(Refused) as refusal:
        handlings.acknowledge(by=world.unit("NYT").office, on=task)
    assert refusal.value.code == "BUSY" and len(tried) == 1 and "内容已保留" in refusal.value.reasons[0]


def test_what_exists_already_gets_a_sentence(world):
    twin = Sitting(congress_id=world.congress.id, root_id=world.congress.id)
    with pytest.raises(Refused) as refusal:
        parties.open_sitting(by=world.admin, on=twin, saying=Convening("又一个四次会议", 14, 4))
    assert refusal.value.reasons[0].endswith("。")


def test_another_fault_of_the_database_is_not_swallowed(world, monkeypatch):
    body, _ = unlucky(1, OperationalError, "58030")
    (task,) = world.handed_over()
    monkeypatch.setattr(handlings.acknowledge, "body", body)
    with pytest.raises(OperationalError):
        handlings.acknowledge(by=world.unit("NYT").office, on=task)


# Start-up


def test_a_missing_provider_stops_the_start():
    bare = [tracks.Track(t.stages, t.model, t.root, t.holders, {}) for t in tracks._laid.values()]
    try:
        with pytest.raises(
            LookupError, match="Paper.PRESENT needs every_point_is_answered, nobody provides Script"
        ):
            tracks.lay(*bare)
    finally:
        wire()


def test_a_missing_track_stops_the_start():
    some = [track for track in tracks._laid.values() if track.stages is not w.Rating]
    try:
        with pytest.raises(LookupError, match="Rating: no track"):
            tracks.lay(*some)
    finally:
        wire()


# Notices


def told(action):
    rows = Notice.objects.filter(action=action).order_by("id")
    return [(row.person_id, row.duty, row.organisation_id) for row in rows]


def test_everybody_named_in_tells_gets_a_notice(world):
    (task,) = world.handed_over()
    assert told("arrive") == [(0, "unit_office", world.unit("NYT").id)]
    assert told("hand_over") == [(world.deputy.person, "", 0)]
    world.routed(task)
    assert told("route") == [(world.unit("NYT").officer.person, "", 0)]


def test_a_post_of_the_congress_is_told_where_its_holders_look(world):
    from jianyi.notices.queries import notices

    world.submitted()
    seen = [n for n in notices(by=world.clerk).rows if n.action == "submit"]
    assert len(seen) == 1 and not notices(by=world.head).rows


def test_who_has_two_parts_in_it_is_told_once(world):
    sheet = world.answered()
    papers.rate(
        by=world.deputy, on=sheet, saying=Rated("satisfied", "dissatisfied", "没有说明由谁来执行和何时实施")
    )
    people = [(row.person_id, row.duty) for row in Notice.objects.filter(action="alert")]
    assert len(people) == len(set(people)) == 3


def test_a_notice_is_not_written_for_what_was_refused(world, refused):
    (task,) = world.handed_over()
    before = Notice.objects.count()
    refused(
        "REASON_REQUIRED",
        suggestions.ask_withdrawal,
        by=world.deputy,
        on=m.Withdrawal.of(task.root),
        saying=Because(),
    )
    assert Notice.objects.count() == before
