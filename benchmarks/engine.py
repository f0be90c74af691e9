"""One engine, in a process of its own: load, check, measure; Markdown on standard output.

python -m benchmarks.engine SMALL LARGE, with the database that the environment names.
"""

import os
import sys
from time import perf_counter


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jianyi.site.settings")
CHECKED = 500


def main(sizes: list[int]) -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from jianyi.kit import clock

    from .world import TODAY

    with clock.at(f"{TODAY}T10:00"):
        print("\n".join(measure(sizes)))


def measure(sizes: list[int]) -> list[str]:
    """The checks on the first few, the pages at both sizes, the lists at the larger."""
    from . import checks, pages, queries, sizes as kept
    from .load import load
    from .world import busiest_unit, province
    from .writing import settle

    of = province()
    load(of.templates, CHECKED)
    told, before, asked = [*checks.held(of), ""], CHECKED, []
    for size in sizes:
        began = perf_counter()
        load(of.templates, size - before)
        seconds = perf_counter() - began
        settle()
        told.append(
            f"Loaded {size - before:,} suggestions in {seconds:.0f} s ({(size - before) / seconds:,.0f} a second). {busiest_unit(of)}"
        )
        before = size
        asked.append(pages.ready(of))
        if size != sizes[-1]:
            copy = kept.keep()
            for each in asked[-1]:
                each.kept = copy
    return [*told, "", *pages.table(sizes, *pages.compared(*asked)), "", *queries.measure(of.world)]


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
