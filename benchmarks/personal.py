"""How much of labelled personal data is found: made texts, and real ones where they are at hand; every set that was labelled.

The labels lie in tests/publication/labelled, with a guide that says what each kind is; the real texts are read from
JIANYI_TEXTS, or else from shared/data beside the repository, and never kept here.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jianyi.publication.personal import KINDS, Span, find


ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "tests" / "publication" / "labelled"
TEXTS = Path(os.environ.get("JIANYI_TEXTS") or ROOT.parent / "shared" / "data")
# In the order in which they were labelled.
HALVES = ("open", "held", "second", "third", "last", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")  # fmt: skip
ALL = "all"
Text = tuple[str, list[list[Any]]]


def made(half: str) -> list[Text]:
    """Invented texts: text and spans."""
    return [
        (row["text"], row["spans"]) for row in json.loads((HERE / f"made_{half}.json").read_text("utf-8"))
    ]


def real(half: str) -> list[Text]:
    """Real texts, where they are at hand and are what was labelled."""
    labelled = json.loads((HERE / f"real_{half}.json").read_text("utf-8"))
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for name in {row["file"] for row in labelled if (TEXTS / row["file"]).is_file()}:
        for line in (TEXTS / name).read_text("utf-8").splitlines():
            read = json.loads(line)
            rows[name, str(read["id"])] = read
    found = []
    for row in labelled:
        text = rows.get((row["file"], row["row"]), {}).get(row["field"], "")
        if hashlib.sha256(text.encode()).hexdigest()[:16] == row["sha256"]:
            found.append((text, row["spans"]))
    return found


class Judged:
    """Counts by kind. A labelled span is reached when all of it is covered, whatever the finder calls it (it would be taken out);
    a found one is right when it touches a labelled one of its own kind."""

    def __init__(self, texts: list[Text], finder: Callable[[str], list[Span]] = find) -> None:
        self.labelled: Counter[str] = Counter()
        self.reached: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.offices: Counter[bool] = Counter()
        for text, spans in texts:
            self._judge(finder(text), [(start, end, kind, bool(rest)) for start, end, kind, *rest in spans])

    def _judge(self, found: list[Span], labelled: list[tuple[int, int, str, bool]]) -> None:
        covered = {at for span in found for at in range(span.start, span.end)}
        for start, end, kind, _ in labelled:
            self._count(self.labelled, kind)
            if covered.issuperset(range(start, end)):
                self._count(self.reached, kind)
        for span in found:
            self._count(self.found, span.kind)
            touched = [
                each
                for each in labelled
                if span.start < each[1] and each[0] < span.end and each[2] == span.kind
            ]
            if touched:
                self._count(self.right, span.kind)
            self.offices.update(
                span.keep == office for *_, office in touched if span.kind in ("phone", "email")
            )

    @staticmethod
    def _count(counter: Counter[str], kind: str) -> None:
        counter[kind] += 1
        counter[ALL] += 1

    def recall(self, kind: str = ALL) -> float:
        return self.reached[kind] / self.labelled[kind]

    def precision(self, kind: str = ALL) -> float:
        return self.right[kind] / self.found[kind]


def measure(_small: bool) -> list[str]:
    """A table in Markdown: found and right, by kind and half."""
    halves = {
        f"{name}, {half}": Judged(texts(half))
        for half in HALVES
        for name, texts in (("made", made), ("real", real))
    }
    head = "## Personal data found in labelled texts (aim: recall ≥ 0.99, precision ≥ 0.9)\n"
    columns = " | ".join(f"{name}: reached | right" for name in halves)
    rows = [
        f"| {kind} | {' | '.join(_cells(judged, kind) for judged in halves.values())} |"
        for kind in (*KINDS, ALL)
    ]
    return [head, f"| kind | {columns} |", "|---" * (1 + 2 * len(halves)) + "|", *rows, ""]


def _cells(judged: Judged, kind: str) -> str:
    reached, labelled = judged.reached[kind], judged.labelled[kind]
    right, found = judged.right[kind], judged.found[kind]
    return f"{_share(reached, labelled)} | {_share(right, found)}"


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {part / whole:.3f}" if whole else "–"
