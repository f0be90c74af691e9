"""The labelled texts, and how a finder is judged by them: used by the test and by the benchmark."""

import hashlib
import json
import os
from collections import Counter
from pathlib import Path

from jianyi.publication.personal import find


HERE = Path(__file__).resolve().parent / "publication" / "labelled"
ROOT = Path(__file__).resolve().parents[1]
TEXTS = Path(os.environ.get("JIANYI_TEXTS") or ROOT.parent / "shared" / "data")
ALL = "all"


def made(half):
    """Invented texts: text and spans."""
    return [
        (row["text"], row["spans"]) for row in json.loads((HERE / f"made_{half}.json").read_text("utf-8"))
    ]


def real(half):
    """Real texts, where they are at hand and are what was labelled."""
    labelled = json.loads((HERE / f"real_{half}.json").read_text("utf-8"))
    rows = {}
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

    def __init__(self, texts):
        self.labelled, self.reached, self.found, self.right = Counter(), Counter(), Counter(), Counter()
        self.offices = Counter()
        for text, spans in texts:
            self._judge(find(text), [(start, end, kind, bool(rest)) for start, end, kind, *rest in spans])

    def _judge(self, found, labelled):
        covered = {at for span in found for at in range(span.start, span.end)}
        for start, end, kind, office in labelled:
            self._count(self.labelled, kind)
            if covered.issuperset(range(start, end)):
                self._count(self.reached, kind)
            for span in found:
                if kind in ("phone", "email") and span.start < end and start < span.end:
                    self.offices[span.keep == office] += 1
        for span in found:
            self._count(self.found, span.kind)
            if any(
                span.start < end and start < span.end and span.kind == kind
                for start, end, kind, _ in labelled
            ):
                self._count(self.right, span.kind)

    @staticmethod
    def _count(counter, kind):
        counter[kind] += 1
        counter[ALL] += 1

    def recall(self, kind=ALL):
        return self.reached[kind] / self.labelled[kind]

    def precision(self, kind=ALL):
        return self.right[kind] / self.found[kind]
