"""The clock's round of sealing where nothing has moved, at two sizes in one run.

python -m benchmarks.sealing SMALL LARGE (suggestions), with the database that the environment names, in a home of its own. The rows are
as old as the run: a while before the last seal is therefore taken as nothing."""

import os
import statistics
import sys
from datetime import timedelta
from time import process_time
from typing import Any


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jianyi.site.settings")
ROUNDS = 7


def main(sizes: list[int]) -> None:
    """Print a table in Markdown."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from jianyi.kit import clock

    from .world import TODAY

    with clock.at(f"{TODAY}T10:00"):
        print("\n".join(measured(sizes)))


def measured(sizes: list[int]) -> list[str]:
    from .load import load
    from .world import province
    from .writing import settle

    of = province()
    before, found = 0, []
    for size in sizes:
        load(of.templates, size - before)
        settle()
        before = size
        found.append(taken(of))
    lines = ["| sealing | CPU ms at {:,} | CPU ms at {:,} | ratio |".format(*sizes), "|---|---|---|---|"]
    for name, ms in found[0].items():
        lines.append(f"| {name} | {ms:.1f} | {found[1][name]:.1f} | {found[1][name] / ms:.2f} |")
    return lines


def taken(of: Any) -> dict[str, float]:
    from jianyi.jobs import rounds
    from jianyi.journal import seal as seals

    def begins() -> None:
        rounds.LOOKED_THROUGH.clear()
        rounds.seal()

    rounds.seal()
    seals.WHILE = timedelta(0)
    return {"nothing has moved": _median(rounds.seal), "a process begins, nothing has moved": _median(begins)}


def _median(run: Any) -> float:
    found = []
    for _ in range(ROUNDS):
        began = process_time()
        run()
        found.append(1000 * (process_time() - began))
    return statistics.median(found)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
