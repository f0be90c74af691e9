"""The deadline scan over a million open work items against the same SQL by hand. python -m benchmarks.deadlines [COUNT], in a home of
its own, on SQLite.

Last days lie over 120 days, so that about 58,000 are due for one of the seven offsets on one day. Measured: finding what is due
when all of it is told already (what the clock does every five minutes), and telling it for the first time."""

import os
import statistics
import sys
from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter
from typing import Any


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jianyi.site.settings")
COUNT, DAYS, TIMES, AIM = 1_000_000, 120, 5, 5
TODAY = date(2026, 6, 1)


def main(count: int) -> None:
    """Print a table in Markdown."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from jianyi.kit import clock, statistics as known

    congress = filled(count)
    known.renew()
    with clock.at(f"{TODAY}T10:00"):
        print("\n".join(measured(congress, count)))


def filled(count: int) -> int:
    """So many work items of one congress, each of a case of its own; answers with the congress."""
    import sys as _sys
    from pathlib import Path

    _sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    from django.db import connection

    from build import World
    from jianyi.kit import clock

    congress = World().congress.id
    first = clock.midnight(TODAY - timedelta(days=DAYS // 2))
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %s)"
            ' INSERT INTO turn_workitem (id, congress_id, root_id, subject_id, track, stage, action, "limit", person_id, duty,'
            " organisation_id, since, due_at) SELECT i, %s, i * 7, i * 7 + 1, 'handling', 'routed', 'finish', 'reply', 100 + i % 500,"
            " '', 0, '2026-03-01 00:00:00', strftime('%%Y-%%m-%%d %%H:%%M:%%S', %s, '+' || (i * 7919 %% %s) || ' days') FROM n",
            [
                count,
                congress,
                first.astimezone(clock.HOME).astimezone(tz=_utc()).strftime("%Y-%m-%d %H:%M:%S"),
                DAYS,
            ],
        )
    return int(congress)


def _utc() -> Any:
    from datetime import UTC

    return UTC


def measured(congress: int, count: int) -> list[str]:
    from django.db import transaction

    from jianyi.notices.reminding import remind
    from jianyi.turn.models import Notice

    telling = {}
    for name, tell in (("the clock's scan", remind), ("SQL by hand", lambda: by_hand(congress))):
        with transaction.atomic():
            began = perf_counter()
            told = tell()
            telling[name] = (perf_counter() - began, told)
            if name == "the clock's scan":
                kept = Notice.objects.exclude(occasion="").count()
            transaction.set_rollback(True)
    if len({told for _, told in telling.values()}) != 1 or kept != telling["SQL by hand"][1]:
        raise SystemExit(f"the two do not tell the same: {telling}, {kept} rows")
    remind()
    finding = {"the clock's scan": median(remind), "SQL by hand": median(lambda: found_by_hand(congress))}
    return table(
        count, telling["SQL by hand"][1], finding, {name: spent for name, (spent, _) in telling.items()}
    )


def median(call: Callable[[], Any]) -> float:
    spent = []
    for _ in range(TIMES):
        began = perf_counter()
        call()
        spent.append(perf_counter() - began)
    return statistics.median(spent)


DUE = (
    " FROM turn_workitem w WHERE congress_id = %s AND due_at > %s AND due_at <= %s AND NOT EXISTS (SELECT 1 FROM turn_notice n"
    " WHERE n.congress_id = w.congress_id AND n.root_id = w.root_id AND n.seq = 0 AND n.occasion = w.\"limit\" || %s AND"
    " n.person_id = w.person_id AND n.duty = w.duty AND n.organisation_id = w.organisation_id)"
)  # fmt: skip


def _asked(congress: int) -> list[tuple[int, str, str, str]]:
    from jianyi.kit import clock
    from jianyi.procedure.places import place

    rule = place("lj-2026").reminders
    assert rule is not None
    days = [(TODAY + timedelta(days=ahead), ahead) for ahead in rule.days]
    stamp = lambda day: clock.midnight(day).astimezone(_utc()).strftime("%Y-%m-%d %H:%M:%S")  # noqa: E731
    return [(congress, stamp(day), stamp(day + timedelta(days=1)), f"/{day}/{ahead}") for day, ahead in days]


def found_by_hand(congress: int) -> int:
    from django.db import connection

    found = 0
    with connection.cursor() as cursor:
        for asked in _asked(congress):
            cursor.execute(f"SELECT w.id{DUE}", asked)
            found += len(cursor.fetchall())
    return found


def by_hand(congress: int) -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        for nth, asked in enumerate(_asked(congress)):
            cursor.execute(
                "INSERT INTO turn_notice (id, congress_id, root_id, subject_id, track, action, seq, at, person_id, duty,"
                f" organisation_id, occasion, spread) SELECT 10000000 * {nth + 1} + row_number() OVER (), w.congress_id, w.root_id,"
                " w.subject_id, w.track, 'remind', 0, '2026-06-01 02:00:00', w.person_id, w.duty, w.organisation_id,"
                f" w.\"limit\" || '{asked[3]}', 0{DUE}",
                asked,
            )
        cursor.execute("SELECT COUNT(*) FROM turn_notice WHERE occasion <> ''")
        return int(cursor.fetchone()[0])


def table(count: int, told: int, finding: dict[str, float], telling: dict[str, float]) -> list[str]:
    lines = [
        f"{count:,} open work items, {told:,} of them due for a reminder on the day.\n",
        "| | the clock's scan, ms | SQL by hand, ms | ratio (aim ≤ 5) |",
        "|---|---|---|---|",
    ]
    for name, spent in (
        ("finding what is due, all told already", finding),
        ("finding and telling it", telling),
    ):
        ours, hand = spent["the clock's scan"], spent["SQL by hand"]
        lines.append(f"| {name} | {1000 * ours:,.0f} | {1000 * hand:,.0f} | {ours / hand:.2f} |")
    return lines


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
