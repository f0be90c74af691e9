"""What the clock does: twice is once, late is in time, and one failure stops nobody."""

from datetime import timedelta
from threading import Event

import pytest
from django.db import InterfaceError, connection
from django.test.utils import CaptureQueriesContext

from build import again, at
from jianyi.cadence.models import Tally
from jianyi.cases.models import Suggestion
from jianyi.clockwork import lease
from jianyi.clockwork.health import LABELS, alarm, healths
from jianyi.clockwork.models import Beat
from jianyi.jobs import rounds
from jianyi.jobs.keeper import Keeper
from jianyi.jobs.rounds import JOBS, Job, seal, tick
from jianyi.journal.models import Line, Seal
from jianyi.journal.seal import unsealed
from jianyi.kit import clock
from jianyi.kit.ids import earlier
from jianyi.parties import commands as parties
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import UnitRules
from jianyi.turn.ticking import Stuck


def test_a_due_step_is_taken_once(world):
    with at("2026-02-26"):
        contact = world.met(world.routed(world.handed_over()[0]))
    with at("2026-03-04T18:00"):
        assert tick() == 0
    with at("2026-03-10"):
        assert tick() >= 1 and again(contact).stage is w.Contact.UNANSWERED
        lines = Line.objects.count()
        assert tick() == 0 and Line.objects.count() == lines


def test_missed_runs_catch_up(world):
    with at("2026-02-26"):
        sheet = world.answered()
    with at("2026-09-01"):
        assert tick() >= 1
        assert again(sheet).reminded
    with at("2026-10-20"):
        tick()
        assert again(sheet).stage is w.Rating.LAPSED


def test_sealing_again_adds_nothing(world):
    world.registered()
    assert seal() == 1 and seal() == 0
    world.draft()
    assert seal() == 1 and Seal.objects.count() == 2


@pytest.fixture
def sealed(world, monkeypatch, tmp_path):
    """A case that was sealed and one that grew since; the process has looked through everything once."""
    monkeypatch.setattr(rounds, "LOOKED_THROUGH", set())
    monkeypatch.setattr(rounds, "WITNESS", tmp_path / "sealed.json")
    quiet, busy = world.registered(), world.draft()
    assert seal() == 1 and world.congress.id in rounds.LOOKED_THROUGH
    return quiet, busy


def test_only_what_has_new_lines_is_looked_at(world, sealed, monkeypatch):
    monkeypatch.setattr("jianyi.journal.seal.WHILE", timedelta(0))
    congress = world.congress.id
    moved = world.registered()
    looked = rounds.seals.grown(congress, rounds.seals.last_look(congress))
    assert moved.id in looked and not {row.id for row in sealed} & set(looked)
    with CaptureQueriesContext(connection) as asked:
        assert seal() == 1
    heads = [each["sql"] for each in asked if 'FROM "cases_suggestion"' in each["sql"]]
    assert heads and all(f"IN ({', '.join(map(str, looked))})" in sql for sql in heads)
    assert str(moved.id) in [root for root, *_ in Seal.objects.latest("seq").heads]
    assert unsealed(congress) == 0 and seal() == 0


def test_new_lines_are_found_by_their_numbers(world, sealed):
    """Every line there ever was lies in the order of its chain too, which leads to the same lines by reading all of them."""
    if connection.vendor != "sqlite":
        pytest.skip("只有 SQLite 数得出引擎的步数")
    with CaptureQueriesContext(connection) as asked:
        rounds.seals.grown(world.congress.id, rounds.seals.last_look(world.congress.id))
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {asked[-1]['sql']}")
        assert "id>?" in " ".join(row[3] for row in cursor.fetchall())


def test_a_line_numbered_before_the_last_seal_and_committed_after_it_is_sealed(world, sealed):
    congress, block = world.congress.id, Seal.objects.latest("seq")
    late = world.registered()
    for n, line in enumerate(Line.objects.filter(root_id=late.id), 1):
        Line.objects.filter(id=line.id).update(id=earlier(block.id, timedelta(minutes=5)) + n)
    assert unsealed(congress) and seal() == 1 and unsealed(congress) == 0


def test_a_process_that_begins_looks_at_every_chain(world, sealed):
    """Whatever was numbered long before: two clocks stood far apart, or a database was brought here."""
    congress, block = world.congress.id, Seal.objects.latest("seq")
    late = world.registered()
    for n, line in enumerate(Line.objects.filter(root_id=late.id), 1):
        Line.objects.filter(id=line.id).update(id=earlier(block.id, timedelta(days=2)) + n)
    assert seal() in (0, 1) and unsealed(congress)
    rounds.LOOKED_THROUGH.clear()
    assert seal() == 1 and unsealed(congress) == 0


def test_the_jobs_and_how_often():
    assert {job.name: int(job.every.total_seconds()) for job in JOBS} == {
        "tick": 60, "remind": 300, "spread": 5, "email": 5, "webhook": 5, "alarm": 300, "seal": 300, "statistics": 3600,
    }  # fmt: skip


def keeper(*jobs, pulse=timedelta(seconds=5)):
    return Keeper(
        Event(), tuple(Job(name, timedelta(minutes=every), run) for name, every, run in jobs), pulse
    )


def counted(ran, name, answer=0):
    def run():
        ran.append(name)
        return answer

    return run


@pytest.mark.django_db
def test_a_job_that_fails_stops_nobody_and_is_tried_again():
    ran = []

    def fails():
        ran.append("fails")
        raise RuntimeError("磁盘满了")

    clock_ = keeper(("fails", 1, fails), ("works", 5, counted(ran, "works", 7)))
    with at("2026-03-02T10:00"):
        assert clock_.round() == ["fails"] and ran == ["fails", "works"]
    with at("2026-03-02T10:00:30"):
        assert clock_.round() == []
    with at("2026-03-02T10:01"):
        assert clock_.round() == ["fails"] and ran == ["fails", "works", "fails"]
    failed, worked = Beat.objects.get(name="fails"), Beat.objects.get(name="works")
    assert "磁盘满了" in failed.failure and failed.failed_at and not failed.ended_at
    assert worked.done == 7 and worked.ended_at and not worked.failure


@pytest.mark.django_db
def test_of_two_clocks_one_runs_a_job():
    ran = []

    def looks_again():
        """While the one is at it, the other finds nothing to do."""
        ran.append("one")
        with at("2026-03-02T10:00:20"):
            assert other.round() == []
        return 0

    one, other = keeper(("job", 0, looks_again)), keeper(("job", 0, counted(ran, "other")))
    with at("2026-03-02T10:00"):
        one.round()
    assert ran == ["one"]


@pytest.mark.django_db
def test_a_killed_clock_is_followed_when_its_lease_ends():
    ran = []
    with at("2026-03-02T10:00"):
        assert lease.take("job", timedelta(minutes=1), "killed")
    other = keeper(("job", 1, counted(ran, "other")))
    with at("2026-03-02T10:00:20"):
        other.round()
    assert ran == []
    with at("2026-03-02T10:00:31"):
        other.round()
    assert ran == ["other"], "though its next time has not come: it was left unfinished"


@pytest.mark.django_db
def test_what_is_renewed_stays_its_own_and_what_hangs_too_long_does_not():
    with at("2026-03-02T10:00"):
        assert lease.take("job", timedelta(minutes=1), "slow")
    for minute in range(1, 25):
        with at(clock.moment("2026-03-02T10:00") + timedelta(seconds=25 * minute)):
            lease.renew("slow")
            taken = lease.take("job", timedelta(minutes=1), "other")
            assert taken is (25 * minute >= 625), minute
            if taken:
                break


@pytest.mark.django_db
def test_a_clock_set_back_does_not_wait_for_the_time_it_came_from():
    ran = []
    clock_ = keeper(("job", 60, counted(ran, "job")))
    with at("2027-03-02T10:00"):
        clock_.round()
    with at("2026-03-02T10:00"):
        clock_.round()
        clock_.round()
    assert ran == ["job", "job"]


@pytest.mark.django_db
def test_a_clock_set_back_while_a_job_runs_frees_it_too():
    with at("2027-03-02T10:00"):
        assert lease.take("job", timedelta(minutes=1), "ahead")
    with at("2026-03-02T10:00"):
        assert lease.take("job", timedelta(minutes=1), "right")


@pytest.mark.django_db
def test_health_tells_a_clock_that_stands_still():
    assert "从来没有运行过" in alarm()
    with at("2026-03-02T10:00"):
        lease.take("tick", timedelta(minutes=1), "me")
        assert not alarm() and {job.name: job.state for job in healths()}["tick"] == "running"
        lease.ended("tick", "me", 3)
        assert {job.name: job.state for job in healths()}["tick"] == "well"
    with at("2026-03-02T10:04"):
        assert not alarm()
    with at("2026-03-02T10:10"):
        assert (
            "自 2026-03-02 10:00 起没有运行" in alarm()
            and {job.name: job.state for job in healths()}["tick"] == "late"
        )


@pytest.mark.django_db
def test_health_tells_what_failed_and_forgets_it_when_it_went_well():
    with at("2026-03-02T10:00"):
        lease.take("tick", timedelta(minutes=1), "me")
        lease.failed("tick", "me", RuntimeError("坏了"))
        assert {job.name: job.state for job in healths()}["tick"] == "failing"
    with at("2026-03-02T10:01"):
        lease.take("tick", timedelta(minutes=1), "me")
        lease.ended("tick", "me", 0)
        told = {job.name: job for job in healths()}["tick"]
        assert told.state == "well" and told.failed_at


@pytest.mark.django_db(transaction=True)
def test_the_thread_ends_when_it_is_told_to():
    stop, ran = Event(), Event()

    def job():
        ran.set()
        return 0

    thread = Keeper(stop, (Job("job", timedelta(minutes=1), job),), timedelta(seconds=0.2)).start()
    assert ran.wait(10)
    stop.set()
    thread.join(10)
    assert not thread.is_alive()


@pytest.mark.django_db(transaction=True)
def test_a_job_that_never_ends_holds_up_no_other():
    stop, ran, hanging = Event(), Event(), Event()

    def hangs():
        hanging.wait(20)
        return 0

    def works():
        ran.set()
        return 0

    jobs = (Job("hangs", timedelta(0), hangs), Job("works", timedelta(0), works))
    thread = Keeper(stop, jobs, timedelta(seconds=0.2)).start()
    assert ran.wait(10)
    hanging.set()
    stop.set()
    thread.join(10)


@pytest.mark.django_db(transaction=True)
def test_two_clocks_with_threads_of_their_own_run_a_job_once_a_round():
    stop, ran = Event(), []
    jobs = (Job("job", timedelta(hours=1), counted(ran, "job")),)
    threads = [Keeper(stop, jobs, timedelta(seconds=0.05)).start() for _ in range(4)]
    stop.wait(1.5)
    stop.set()
    for thread in threads:
        thread.join(10)
    assert ran == ["job"]


def test_what_is_shown_of_the_clock_is_what_runs():
    assert [job.name for job in JOBS] == list(LABELS)


def test_a_case_that_cannot_be_done_stops_no_other_and_is_told(world):
    """Its place is gone with an upgrade, say: the cases after it, and the areas after its own, go on all the same."""
    with at("2026-02-26"):
        broken, sound = (world.met(world.routed(world.handed_over()[0])) for _ in range(2))
        unit = world.unit("NYT")
        parties.set_rules(by=unit.office, on=again(unit.organisation), saying=UnitRules(urging_day="5"))
    Suggestion.objects.filter(id=broken.root_id).update(place="gone")
    with at("2026-03-10"):
        assert keeper(("tick", 1, tick)).round() == ["tick"]
        assert again(sound).stage is w.Contact.UNANSWERED
        assert Tally.objects.count() == 1, "the rhythm of the units stands after the cases"
        told = {job.name: job for job in healths()}["tick"]
        assert told.state == "failing" and f"suggestion/{broken.root_id}" in told.failure


def test_one_congress_that_cannot_be_sealed_stops_no_other(world, monkeypatch):
    world.registered()
    monkeypatch.setattr(rounds, "congresses", lambda: [1, world.congress.id])
    real = rounds.seals.seal

    def breaks(congress, *told):
        if congress == 1:
            raise RuntimeError("坏了")
        return real(congress, *told)

    monkeypatch.setattr(rounds.seals, "seal", breaks)
    with pytest.raises(Stuck, match="坏了"):
        seal()
    assert Seal.objects.count() == 1


@pytest.mark.django_db
def test_a_long_round_is_no_clock_that_stands_still():
    """After days of standing still a round takes minutes; while its lease is renewed nobody is sent to start a clock."""
    with at("2026-03-02T10:00"):
        lease.take("tick", timedelta(minutes=1), "me")
    for step in range(1, 20):
        with at(clock.moment("2026-03-02T10:00") + timedelta(seconds=25 * step)):
            lease.renew("me")
    with at("2026-03-02T10:07:55"):
        assert not alarm() and {job.name: job.state for job in healths()}["tick"] == "running"
    with at("2026-03-02T10:09"):
        assert alarm() and {job.name: job.state for job in healths()}["tick"] == "late"


def test_nothing_ends_the_thread_that_looks_after_the_others(monkeypatch):
    """A connection that was closed on the other side raises what is no DatabaseError."""

    def fails():
        raise InterfaceError("connection already closed")

    monkeypatch.setattr("jianyi.jobs.keeper.close_old_connections", fails)
    keeper()._safely(fails)


def test_no_round_reads_every_suggestion_letter_or_list_there_ever_was(world):
    """What grows with the years is found along an index."""
    if connection.vendor != "sqlite":
        pytest.skip("只有 SQLite 数得出引擎的步数")
    with at("2026-02-27"), CaptureQueriesContext(connection) as asked:
        tick()
    grows = (
        "cases_suggestion",
        "cases_handling",
        "supervision_urging",
        "supervision_plea",
        "cadence_tally",
        "turn_deadline",
        "parties_seat",
        "parties_proxy",
        "topics_covered",
        "topics_advice",
    )
    plans = set()
    for sql in {each["sql"] for each in asked if each["sql"].startswith("SELECT")}:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}".replace("%", "%%"))
            plans |= {row[3] for row in cursor.fetchall()}
    scans = {plan for plan in plans if plan.startswith("SCAN") and plan.split()[1] in grows}
    assert {
        plan
        for plan in scans
        if not any(name in plan for name in ("suggestions_of_topic", "clocks_running", "topics_that_hold"))
    } == set()
