"""The thread that runs the jobs: a job that fails is logged and tried again at its next time."""

import logging
from datetime import datetime, timedelta
from threading import Event, Thread

from django.db import connections

from jianyi.kit import clock

from .rounds import JOBS, Job


PULSE = timedelta(seconds=60)
log = logging.getLogger(__name__)


class Keeper:
    """Runs what is due once a minute until `stop` is set; a thread that dies all the same is started anew."""

    def __init__(self, stop: Event, jobs: tuple[Job, ...] = JOBS, pulse: timedelta = PULSE) -> None:
        self.stop, self.jobs, self.pulse = stop, jobs, pulse
        self.next: dict[str, datetime] = {}

    def start(self) -> Thread:
        thread = Thread(target=self._watch, name="keeper", daemon=True)
        thread.start()
        return thread

    def _watch(self) -> None:
        while not self.stop.is_set():
            worker = Thread(target=self._work, name="jobs", daemon=True)
            worker.start()
            worker.join()

    def _work(self) -> None:
        while not self.stop.is_set():
            self.round(datetime.now(clock.HOME))
            connections.close_all()
            self.stop.wait(self.pulse.total_seconds())

    def round(self, now: datetime) -> list[str]:
        """Run every job whose time has come; answers with the names of those that failed."""
        due = [job for job in self.jobs if self.next.get(job.name, now) <= now]
        return [job.name for job in due if not self._ran(job, now)]

    def _ran(self, job: Job, now: datetime) -> bool:
        self.next[job.name] = now + job.every
        try:
            job.run()
        except Exception:
            log.exception("job %s failed", job.name)
            return False
        return True
