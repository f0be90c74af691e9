"""Many hands at one moment, each with a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from jianyi.procedure.refusals import Refused


def at_once(*acts):
    """All at the same moment; answers and refusals in order. Anything else that is raised fails the test."""
    barrier = Barrier(len(acts))

    def run(act):
        barrier.wait()
        try:
            return act()
        except Refused as refusal:
            assert refusal.reasons
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def won(answers):
    return [answer for answer in answers if not isinstance(answer, Refused)]


def codes(answers):
    return sorted(str(answer.code) for answer in answers if isinstance(answer, Refused))
