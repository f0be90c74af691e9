"""The clock killed (SIGKILL) at random moments while it tells and sends. python -m benchmarks.drill [NOTICES] [KILLS] [SEED], in a home of
its own, on SQLite, with the stand-ins of the tests for a mail server and the other side of the webhook. Prints its counts; ends
with 1 if a notice was lost or is in the platform twice.

Every notice is a reminder: `jianyi clock` finds it, tells it, lays out its sendings and sends them, and is killed at all of that."""

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path
from time import monotonic, sleep
from typing import Any


sys.path[:0] = [str(Path(__file__).parents[1] / "tests"), str(Path(__file__).parents[1] / "tests/notices")]
PEOPLE, WITH_MAIL = 20, 10
SETTINGS = {
    "DJANGO_SETTINGS_MODULE": "jianyi.site.settings", "JIANYI_MAIL_FROM": "jianyi@example.gov.cn",
    "JIANYI_WEBHOOK_SECRET": "drill-drill-drill-drill", "JIANYI_LEASE": "1", "JIANYI_LOG": "CRITICAL",
}  # fmt: skip


def main(notices: int, kills: int, seed: int) -> int:
    from listening import Callee, Mailbox  # type: ignore[import-not-found]

    mailbox, callee = Mailbox(), Callee()
    os.environ.update(SETTINGS, JIANYI_SMTP=mailbox.address, JIANYI_WEBHOOK=callee.address)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    due(notices)
    began = monotonic()
    at = killed(kills, random.Random(seed), notices, callee)
    settled(notices)
    return told(notices, at, monotonic() - began, mailbox, callee)


def due(notices: int) -> None:
    """Work items that are due for a reminder today, of people of whom half have an address."""
    from build import World
    from jianyi.kit import clock
    from jianyi.kit.ids import new_ids
    from jianyi.parties import commands as parties
    from jianyi.parties.models import Person
    from jianyi.procedure.facts.said import Manner
    from jianyi.turn.models import Notice, WorkItem

    world = World()
    people = [world.person(f"经办{nth}") for nth in range(PEOPLE)]
    for nth, actor in enumerate(people[:WITH_MAIL]):
        person = Person.objects.get(id=actor.person)
        parties.set_manner(by=actor, on=person, saying=Manner(f"reader{nth}@example.gov.cn"))
    Notice.objects.update(spread=True)
    now, ends = clock.now(), clock.midnight(clock.today() + timedelta(days=4))
    WorkItem.objects.bulk_create(
        WorkItem(
            id=number, congress_id=world.congress.id, root_id=10**6 + nth, subject_id=10**6 + nth, track="handling",
            stage="routed", action="finish", limit="reply", person_id=people[nth % PEOPLE].person, since=now, due_at=ends,
        )
        for nth, number in enumerate(new_ids(notices))
    )  # fmt: skip


def clock_process() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "jianyi.console", "clock"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def killed(kills: int, chance: random.Random, notices: int, callee: Any) -> Counter[str]:
    """Each clock lives for a random while. The other side takes its time, so that there is work left to be killed at."""
    began = monotonic()
    running = clock_process()
    while not _began():
        sleep(0.02)
    start = monotonic() - began
    running.send_signal(signal.SIGKILL)
    running.wait()
    at: Counter[str] = Counter({_doing(notices): 1})
    callee.late = max(0.0, kills * 1.2 / notices)
    for _ in range(kills - 1):
        running = clock_process()
        sleep(start * chance.uniform(0.5, 1.0) + chance.uniform(0.0, 2.0))
        at[_doing(notices)] += 1
        running.send_signal(signal.SIGKILL)
        running.wait()
    callee.late = 0.0
    return at


def _began() -> bool:
    from jianyi.clockwork.models import Beat

    return Beat.objects.filter(name="remind").exclude(began_at=None).exists()


def _doing(notices: int) -> str:
    """What was left to do at the moment of the kill."""
    from jianyi.notices.models import WAITING, Sending
    from jianyi.turn.models import Notice

    if Notice.objects.filter(action="remind").count() < notices:
        return "telling"
    if Notice.objects.filter(spread=False).exists():
        return "laying out"
    return "sending" if Sending.objects.filter(state=WAITING).exists() else "nothing left"


def settled(notices: int) -> None:
    """One more clock, until nothing is left to do."""
    running = clock_process()
    until = monotonic() + 900
    while _doing(notices) != "nothing left" and monotonic() < until:
        sleep(0.5)
    running.send_signal(signal.SIGTERM)
    running.wait(60)


def told(notices: int, at: Counter[str], seconds: float, mailbox: Any, callee: Any) -> int:
    from django.db import connection

    from jianyi.notices.models import SENT, STATES, Sending
    from jianyi.turn.models import Notice

    rows = Notice.objects.filter(action="remind")
    each = Counter(rows.values_list("root_id", "occasion", "person_id"))
    states = Counter(Sending.objects.values_list("channel", "state"))
    calls = Counter(row["id"] for row in callee.told)
    letters = Counter(str(letter["Message-ID"]) for _, letter in mailbox.letters)
    lost, doubled = notices - len(each), rows.count() - len(each)
    lacking = {
        name: Sending.objects.filter(channel=name, state=SENT).count() for name in ("webhook", "email")
    }
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        whole = cursor.fetchone()[0]
    print(
        f"{notices:,} notices, {sum(at.values())} kills in {seconds:.0f} s; at the kill there was left: {dict(at)}."
    )
    print(f"In the platform: {rows.count():,} notices, {lost} lost, {doubled} doubled. Database: {whole}.")
    print("Sendings: " + "; ".join(f"{c} {STATES[s]} {n:,}" for (c, s), n in sorted(states.items())) + ".")
    for name, found in (("webhook", calls), ("email", letters)):
        again = sum(found.values()) - len(found)
        print(
            f"{name}: {lacking[name]:,} accepted, {len(found):,} different arrived, {again} arrived once more under the same number."
        )
    missing = [
        name for name, found in (("webhook", calls), ("email", letters)) if len(found) != lacking[name]
    ]
    return 1 if lost or doubled or missing or len(calls) != notices else 0


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:]]
    raise SystemExit(main(*(asked + [10_000, 100, 1][len(asked) :])))
