"""`make bench`: everything that is measured, into benchmarks/results.md.

Options: --small (1,000 and 5,000 suggestions instead of 5,000 and 100,000), --only NAME (pages, wide, registers, sealing, simulation, importing, letters, redline,
public, personal, deadlines, drill, stopped).
Results are written only by a whole run. PostgreSQL is measured where one answers (PGHOST, PGPORT, PGUSER; else
127.0.0.1:5432 as postgres), in a database of its own that is dropped afterwards.
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
from time import monotonic

from . import postgres


HERE = Path(__file__).parent
SMALL, WHOLE = (1_000, 5_000), (5_000, 100_000)
SMALL_WORLD, WORLD = ("60", "30", "100"), ("774", "101", "1434")


def main() -> None:
    """Run what was asked for, each part in a process and a home of its own, and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--only", choices=list(PARTS))
    asked = parser.parse_args()
    began, told = monotonic(), [_head()]
    for name, part in PARTS.items():
        if asked.only in (None, name):
            print(f"{name} …", file=sys.stderr, flush=True)
            told += part(asked.small)
    told.append(f"The whole run took {(monotonic() - began) / 60:.1f} minutes.")
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
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "?"
    return (
        f"# Figures\n\n{datetime.now(UTC).date()}, {os.cpu_count()} cores ({cpu}), {memory} GiB, {platform.system()},"
        f" Python {platform.python_version()}; load at the start {load}. One run; compare ratios inside a table, not"
        " milliseconds between runs.\n"
    )  # fmt: skip


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text("utf-8").splitlines()
    except OSError:
        return []


def _pages(small: bool) -> list[str]:
    sizes = [str(size) for size in (SMALL if small else WHOLE)]
    words = [sys.executable, "-m", "benchmarks.engine", *sizes]
    told = ["## Pages and lists on SQLite\n", _run(words)]
    with postgres.database() as where:
        found = _run(words, **where) if where else "Not measured: no PostgreSQL answers.\n"
    return [*told, "## Pages and lists on PostgreSQL\n", found]


def _wide(small: bool) -> list[str]:
    sizes = [str(size) for size in (SMALL if small else WHOLE)]
    head = "## Pages that look over all there is, on SQLite\n"
    return [head, _run([sys.executable, "-m", "benchmarks.wide", *sizes])]


def _registers(small: bool) -> list[str]:
    sizes = ["1000", "2000" if small else "20000"]
    return ["## Registers, on SQLite\n", _run([sys.executable, "-m", "benchmarks.registers", *sizes])]


def _sealing(small: bool) -> list[str]:
    sizes = ["1000", "2000" if small else "20000"]
    return ["## Sealing, on SQLite\n", _run([sys.executable, "-m", "benchmarks.sealing", *sizes])]


def _simulation(small: bool) -> list[str]:
    deputies, units, suggestions = SMALL_WORLD if small else WORLD
    size = ["--deputies", deputies, "--units", units, "--suggestions", suggestions, "--seed", "1"]
    told = json.loads(_run([sys.executable, "-m", "jianyi.console", "simulate", *size, "--json"]))
    return [
        "## Simulation of a provincial year\n",
        f"{suggestions} suggestions, {deputies} deputies, {units} units, by real commands: {told['seconds']} s (aim ≤ 120).\n",
    ]  # fmt: skip


def _importing(small: bool) -> list[str]:
    found = _run([sys.executable, str(HERE / "importing.py")]).strip()
    return ["## Recognition of real letters\n", "```", found, "```", ""]


def _run(words: list[str], **env: str) -> str:
    """A part that fails ends the run: its own words say why."""
    with tempfile.TemporaryDirectory() as home:
        around = {**os.environ, "JIANYI_HOME": home, **env}
        ran = subprocess.run(words, cwd=HERE.parent, env=around, stdout=subprocess.PIPE, text=True)
    if ran.returncode:
        raise SystemExit(f"{' '.join(words[1:])} failed: no results were written.\n{ran.stdout}")
    return ran.stdout


def _letters(small: bool) -> list[str]:
    from . import letters

    return letters.measure(small)


def _redline(small: bool) -> list[str]:
    from . import redline

    return redline.measure(small)


def _public(small: bool) -> list[str]:
    return [_run([sys.executable, "-m", "benchmarks.public"])]


def _personal(small: bool) -> list[str]:
    from . import personal

    return personal.measure(small)


def _deadlines(small: bool) -> list[str]:
    count = "100000" if small else "1000000"
    head = "## Deadlines that come near, on SQLite\n"
    return [head, _run([sys.executable, "-m", "benchmarks.deadlines", count])]


def _drill(small: bool) -> list[str]:
    numbers = ["500", "5"] if small else ["10000", "100"]
    head = "## The clock killed again and again, on SQLite\n"
    return [head, _run([sys.executable, "-m", "benchmarks.drill", *numbers])]


def _stopped(small: bool) -> list[str]:
    head = "## The clock stopped for 72 hours again and again, on SQLite\n"
    return [head, _run([sys.executable, "-m", "benchmarks.stopped", "300" if small else "3000"])]


PARTS = {
    "pages": _pages,
    "wide": _wide,
    "registers": _registers,
    "sealing": _sealing,
    "simulation": _simulation,
    "importing": _importing,
    "letters": _letters,
    "redline": _redline,
    "public": _public,
    "personal": _personal,
    "deadlines": _deadlines,
    "drill": _drill,
    "stopped": _stopped,
}

if __name__ == "__main__":
    main()
