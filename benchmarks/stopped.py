"""The clock stopped for 72 hours again and again. python -m benchmarks.stopped [ITEMS] [SEED], in a home of its own, on SQLite, with the
stand-ins of the tests for a mail server and the other side of the webhook. Prints its counts; ends with 1 unless every reminder that
was due was told once, in the platform and by the webhook, and says what was true when it was told.

A county that has laid down nothing of its own. What is due is counted apart from the program: for each item and each offset the day by
the calendar, from the day on which the item began. Two clocks run after each stop, each with all jobs, some rounds of them."""

import os
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from threading import Event
from typing import Any


sys.path[:0] = [str(Path(__file__).parents[1] / "tests"), str(Path(__file__).parents[1] / "tests/notices")]
PEOPLE, WITH_MAIL, DAYS, STOP = 20, 10, 90, 3
FIRST = date(2026, 3, 2)
# As the floor lays them down; written here once more, so that the counting does not ask the program.
OFFSETS = (30, 15, 7, 3, 1, 0, -1)
SETTINGS = {
    "DJANGO_SETTINGS_MODULE": "jianyi.site.settings", "JIANYI_MAIL_FROM": "jianyi@example.gov.cn",
    "JIANYI_WEBHOOK_SECRET": "drill-drill-drill-drill", "JIANYI_LOG": "CRITICAL",
}  # fmt: skip
Due = tuple[int, date, int]


def main(count: int, seed: int) -> int:
    from listening import Callee, Mailbox  # type: ignore[import-not-found]

    mailbox, callee = Mailbox(), Callee()
    os.environ.update(SETTINGS, JIANYI_SMTP=mailbox.address, JIANYI_WEBHOOK=callee.address)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    chance = random.Random(seed)
    items = filled(count, chance)
    stops, last = run(chance)
    return told(items, stops, last, mailbox, callee)


def filled(count: int, chance: random.Random) -> dict[int, tuple[date, date]]:
    """Work items of people of whom half have an address; answers with root → day it began, last day. A third begins during the run."""
    from build import World
    from jianyi.kit import clock
    from jianyi.kit.ids import new_ids
    from jianyi.parties import commands as parties
    from jianyi.parties.models import Person
    from jianyi.procedure.facts.said import Manner
    from jianyi.turn.models import Notice, WorkItem

    world = World(place="national")
    people = [world.person(f"经办{nth}") for nth in range(PEOPLE)]
    for nth, actor in enumerate(people[:WITH_MAIL]):
        person = Person.objects.get(id=actor.person)
        parties.set_manner(by=actor, on=person, saying=Manner(f"reader{nth}@example.gov.cn"))
    Notice.objects.update(spread=True)
    made: dict[int, tuple[date, date]] = {}
    for nth in range(count):
        began = FIRST + timedelta(days=chance.randrange(DAYS) if nth % 3 == 0 else 0)
        made[10**6 + nth] = began, began + timedelta(days=chance.randrange(1, 60))
    WorkItem.objects.bulk_create(
        WorkItem(
            id=number, congress_id=world.congress.id, root_id=root, subject_id=root, track="handling", stage="routed",
            action="finish", limit="reply", person_id=people[root % PEOPLE].person,
            since=clock.moment(f"{began}T00:00"), due_at=clock.midnight(ends + timedelta(days=1)),
        )
        for (root, (began, ends)), number in zip(made.items(), new_ids(count), strict=True)
    )  # fmt: skip
    return made


def run(chance: random.Random) -> tuple[int, date]:
    """A day's work, then 72 hours without a clock, and so on; answers with how many stops, and the last day."""
    from jianyi.jobs.keeper import Keeper
    from jianyi.kit import clock

    keepers, stops, today = (Keeper(Event()), Keeper(Event())), 0, FIRST
    while True:
        start = clock.moment(f"{today}T06:00") + timedelta(minutes=chance.randrange(600))
        for nth in range(3):
            with clock.at(start + timedelta(minutes=6 * nth)):
                failed = [name for keeper in keepers for name in keeper.round()]
            if failed:
                raise SystemExit(f"failed: {failed}")
        if today >= FIRST + timedelta(days=DAYS):
            return stops, today
        stops, today = stops + 1, today + timedelta(days=STOP)


def due(items: dict[int, tuple[date, date]], last: date) -> Iterator[Due]:
    """By the calendar: an offset whose day has come while the item stood."""
    for root, (began, ends) in items.items():
        for ahead in OFFSETS:
            if max(began, FIRST) <= ends - timedelta(days=ahead) <= last:
                yield root, ends, ahead


def told(items: dict[int, tuple[date, date]], stops: int, last: date, mailbox: Any, callee: Any) -> int:
    from jianyi.kit import clock
    from jianyi.turn.models import Notice

    wanted = set(due(items, last))
    rows = list(Notice.objects.filter(action="remind").values_list("root_id", "occasion", "at"))
    found = Counter(_read(root, occasion) for root, occasion, _ in rows)
    late = sum(
        at.astimezone(clock.HOME).date() > ends - timedelta(days=ahead)
        for (root, occasion, at) in rows
        for _, ends, ahead in [_read(root, occasion)]
    )
    calls = Counter(row["id"] for row in callee.told)
    letters = Counter(str(letter["Message-ID"]) for _, letter in mailbox.letters)
    untrue = [row["text"] for row in callee.told if not is_true(row)]
    lost, doubled = len(wanted - found.keys()), sum(found.values()) - len(found)
    early = len(found.keys() - wanted)
    print(f"{len(items):,} items, {stops} stops of 72 hours, two clocks after each.")
    print(f"Due by the calendar: {len(wanted):,} reminders. Told in the platform: {len(rows):,}; of them {late:,} made up for after a stop;"
          f" {lost} lost, {doubled} doubled, {early} that were not due.")  # fmt: skip
    print(f"webhook: {len(calls):,} different arrived, {sum(calls.values()) - len(calls)} twice, {len(untrue)} that say what was not so on"
          f" the day. email: {len(letters):,} different, {sum(letters.values()) - len(letters)} twice.")  # fmt: skip
    return 1 if lost or doubled or early or untrue or len(calls) != len(wanted) else 0


def _read(root: int, occasion: str) -> Due:
    _, ends, ahead = occasion.split("/")
    return root, date.fromisoformat(ends), int(ahead)


def is_true(row: dict[str, str]) -> bool:
    """The sentence against the day on which it was laid out: days left, last day, and which reminder it makes up for."""
    text, on = row["text"], date.fromisoformat(row["made_at"][:10])
    days = [date(*map(int, found)) for found in re.findall(r"(\d+) 年 (\d+) 月 (\d+) 日", text)]
    if "本条应于" in text and not days[1] < on:
        return False
    left = (days[0] - on).days
    return (
        ("今日到期" in text)
        if left == 0
        else (f"距期限 {left} 日" in text if left > 0 else f"逾期 {-left} 日" in text)
    )


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:]]
    raise SystemExit(main(*(asked + [3_000, 1][len(asked) :])))
