"""`make bench`: everything that is measured, into benchmarks/results.md.

Options: --small (1,000 and 5,000 suggestions instead of 5,000 and 100,000), --only NAME (pages, simulation, importing, letters).
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path


HERE = Path(__file__).parent


def main() -> None:
    """Run what was asked for, in a home of its own, and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--only", choices=list(PARTS))
    asked = parser.parse_args()
    parts = [asked.only] if asked.only else list(PARTS)
    told = [_head()]
    with tempfile.TemporaryDirectory() as home:
        os.environ["JIANYI_HOME"] = home
        for part in parts:
            told += PARTS[part](asked.small)
    text = "\n".join(told) + "\n"
    print(text)
    if not asked.only and not asked.small:
        (HERE / "results.md").write_text(text, "utf-8")


def _head() -> str:
    cpu = next(
        (row.split(":")[1].strip() for row in _lines("/proc/cpuinfo") if row.startswith("model name")), "?"
    )
    memory = next(
        (int(row.split()[1]) // 1024**2 for row in _lines("/proc/meminfo") if row.startswith("MemTotal")), 0
    )
    return (
        f"# Figures\n\n{datetime.now(UTC).date()}, {os.cpu_count()} cores ({cpu}), {memory} GiB, {platform.system()},"
        f" Python {platform.python_version()}. One run; compare ratios inside a table, not milliseconds between runs.\n"
    )  # fmt: skip


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text("utf-8").splitlines()
    except OSError:
        return []


def _django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jianyi.site.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def _pages(small: bool) -> list[str]:
    _django()
    from . import pages, queries

    told = pages.measure((1_000, 5_000) if small else (5_000, 100_000))
    return ["## Pages\n", *told, "", "## Lists and SQL by hand\n", *queries.measure(pages.HERE[0]), ""]


def _simulation(small: bool) -> list[str]:
    size = ["60", "30", "100"] if small else ["774", "101", "1434"]
    words = ["--deputies", size[0], "--units", size[1], "--suggestions", size[2], "--seed", "1", "--json"]
    with tempfile.TemporaryDirectory() as home:
        told = json.loads(
            _run([sys.executable, "-m", "jianyi.console", "simulate", *words], JIANYI_HOME=home)
        )
    return [
        "## Simulation of a provincial year\n",
        f"{' '.join(words[:-1])}: {told['seconds']} s (aim ≤ 120)",
        "",
    ]


def _importing(small: bool) -> list[str]:
    return [
        "## Recognition of real letters\n",
        "```",
        _run([sys.executable, str(HERE / "importing.py")]).strip(),
        "```",
        "",
    ]


def _run(words: list[str], **env: str) -> str:
    return subprocess.run(words, env={**os.environ, **env}, capture_output=True, text=True, check=True).stdout


def _letters(small: bool) -> list[str]:
    from . import letters

    return letters.measure(small)


PARTS = {"pages": _pages, "simulation": _simulation, "importing": _importing, "letters": _letters}

if __name__ == "__main__":
    main()
