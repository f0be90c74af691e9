"""What the clock does: twice is once, late is in time, and one failure stops nobody."""

from datetime import datetime, timedelta
from threading import Event

from build import again, at
from jianyi.jobs.keeper import Keeper
from jianyi.jobs.rounds import JOBS, Job, seal, tick
from jianyi.journal.models import Line, Seal
from jianyi.kit import clock
from jianyi.procedure import words as w


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


def test_the_jobs_and_how_often():
    assert {job.name: job.every for job in JOBS} == {
        "tick": timedelta(minutes=1),
        "seal": timedelta(minutes=5),
        "statistics": timedelta(hours=1),
    }


def test_a_job_that_fails_stops_nobody_and_is_tried_again():
    ran = []

    def fails():
        ran.append("fails")
        raise RuntimeError

    def works():
        ran.append("works")
        return 0

    keeper = Keeper(
        Event(), (Job("fails", timedelta(minutes=1), fails), Job("works", timedelta(minutes=5), works))
    )
    now = datetime.now(clock.HOME)
    assert keeper.round(now) == ["fails"] and ran == ["fails", "works"]
    assert keeper.round(now + timedelta(seconds=30)) == []
    assert keeper.round(now + timedelta(minutes=1)) == ["fails"] and ran == ["fails", "works", "fails"]


def test_the_thread_ends_when_it_is_told_to():
    stop, ran = Event(), Event()

    def job():
        ran.set()
        return 0

    thread = Keeper(stop, (Job("job", timedelta(minutes=1), job),), timedelta(seconds=5)).start()
    assert ran.wait(5)
    stop.set()
    thread.join(5)
    assert not thread.is_alive()
