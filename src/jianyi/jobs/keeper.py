"""The clock: every job has a thread of its own, so that one which waits holds up no other. Which process runs a job is in the
database (`clockwork.lease`): two clocks at once are safe. A job that fails is written down and tried again at its next time."""

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from threading import Event, Thread
from typing import Any

from django.db import close_old_connections, connection

from jianyi.clockwork import lease

from .rounds import JOBS, Job, stand_at_the_demo_clock


PULSE = timedelta(seconds=5)
log = logging.getLogger(__name__)


class Keeper:
    """Looks every `pulse` whether a job is due, until `stop` is set; a thread that dies all the same is started anew."""

    def __init__(self, stop: Event, jobs: tuple[Job, ...] = JOBS, pulse: timedelta = PULSE) -> None:
        self.stop, self.jobs, self.pulse = stop, jobs, min(pulse, lease.lasting() / 3)
        self.holder = lease.me()

    def start(self) -> Thread:
        thread = Thread(target=self._watch, name="keeper", daemon=True)
        thread.start()
        return thread

    def round(self) -> list[str]:
        """Run every job whose time has come, one after another; answers with the names of those that failed."""
        return [job.name for job in self.jobs if not self.run(job)]

    def run(self, job: Job) -> bool:
        """Take a job if it is due and nobody else has it. False: it was taken and failed."""
        stand_at_the_demo_clock()
        if not lease.take(job.name, job.every, self.holder):
            return True
        try:
            done = job.run()
        except Exception as error:
            log.exception("job %s failed", job.name)
            lease.failed(job.name, self.holder, error)
            return False
        lease.ended(job.name, self.holder, done)
        return True

    def _watch(self) -> None:
        """Until it is told to end; then what is under way is ended first."""
        threads: dict[str, Thread] = {}
        while not self.stop.is_set():
            for job in self.jobs:
                if job.name not in threads or not threads[job.name].is_alive():
                    threads[job.name] = Thread(target=self._keep, args=(job,), name=job.name, daemon=True)
                    threads[job.name].start()
            self._safely(lambda: lease.renew(self.holder))
            self.stop.wait(self.pulse.total_seconds())
        for thread in threads.values():
            thread.join(PULSE.total_seconds())
        connection.close()

    def _keep(self, job: Job) -> None:
        while not self.stop.is_set():
            self._safely(lambda: self.run(job))
            self.stop.wait(self.pulse.total_seconds())
        connection.close()

    def _safely(self, act: Callable[[], Any]) -> None:
        """A database that does not answer is asked again at the next pulse; nothing ends the thread that looks after the others."""
        try:
            act()
        except Exception:
            log.exception("the clock stumbled, the database perhaps does not answer")
        with suppress(Exception):
            close_old_connections()
