"""`jianyi journal`: the record verified, sealed, and written out so that both sides can keep it."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any, TextIO

from jianyi.jobs import rounds
from jianyi.journal.models import Line, Seal

from .telling import report, say, show


def journal(asked: argparse.Namespace) -> int:
    return {"verify": _verify, "seal": _seal, "export": _export}[asked.what](asked)


def _verify(asked: argparse.Namespace) -> int:
    verdicts = [rounds.verdict(number) for number in rounds.congresses()]
    told: dict[str, Any] = {
        "chains": sum(v.chains for v in verdicts), "lines": sum(v.lines for v in verdicts),
        "unsealed": sum(v.unsealed for v in verdicts), "faults": [fault for v in verdicts for fault in v.faults],
    }  # fmt: skip
    if asked.json:
        report(told)
    else:
        show(f"链 {told['chains']} 条，记录 {told['lines']} 行，其中尚未封存 {told['unsealed']} 行。")
        for fault in told["faults"]:
            show(fault)
        show("记录有被改动之处，见上。" if told["faults"] else "记录完整，没有改动。")
    return 1 if told["faults"] else 0


def _seal(asked: argparse.Namespace) -> int:
    blocks = rounds.seal()
    if asked.json:
        report({"blocks": blocks})
    else:
        show(f"已封存 {blocks} 块。" if blocks else "没有新的记录需要封存。")
    return 0


def _export(asked: argparse.Namespace) -> int:
    """JSON lines: every line of the record with its hash, then every seal."""
    with open(asked.file, "w", encoding="utf-8") if asked.file else nullcontext(sys.stdout) as out:
        count = sum(_write(out, row) for row in _rows())
    if asked.file:
        say(f"已导出 {count} 行：{Path(asked.file).name}")
    return 0


def _write(out: TextIO, row: dict[str, Any]) -> int:
    out.write(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n")
    return 1


LINE = (
    "congress_id",
    "root_id",
    "seq",
    "at",
    "stored_at",
    "by",
    "action",
    "subject",
    "stage",
    "inside",
    "said",
    "hash",
)
SEAL = ("congress_id", "seq", "at", "heads", "mac")


def _rows() -> Iterator[dict[str, Any]]:
    for line in Line.objects.order_by("congress_id", "root_id", "seq").values(*LINE).iterator():
        yield {"kind": "line", **_plain(line)}
    for seal in Seal.objects.order_by("congress_id", "seq").values(*SEAL).iterator():
        yield {"kind": "seal", **_plain(seal)}


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Numbers of rows are strings, as everywhere in JSON."""
    return {
        name: str(value) if name.endswith("_id") or name == "inside" else value for name, value in row.items()
    }
