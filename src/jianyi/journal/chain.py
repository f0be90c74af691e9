"""The chain of one root: each line's hash covers the line and the hash before it."""

import json
from datetime import datetime
from typing import Any, Protocol

from cryptography.hazmat.primitives.hashes import SM3, Hash

from jianyi.kit import clock

from .models import Line


class Chained(Protocol):
    id: int
    congress_id: int
    seq: int
    head: str


def write(root: Chained, **told: Any) -> Line:
    """Append one line (by, action, subject, stage, inside, said); the caller holds the root's lock."""
    root.seq += 1
    line = Line(
        congress_id=root.congress_id, root_id=root.id, seq=root.seq, at=clock.now().isoformat(),
        stored_at=datetime.now(clock.HOME).isoformat(), **told,
    )  # fmt: skip
    line.hash = root.head = digest(line, root.head)
    return line


def digest(line: Line, before: str) -> str:
    """SM3 over the hash before and everything the line says."""
    return sm3(covered(line, before))


def covered(line: Line, before: str) -> str:
    """What a line's hash covers, as text."""
    told = [
        before, str(line.congress_id), str(line.root_id), line.seq, line.at, line.stored_at, line.by,
        line.action, line.subject, line.stage, str(line.inside), line.said,
    ]  # fmt: skip
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sm3(text: str) -> str:
    digesting = Hash(SM3())
    digesting.update(text.encode("utf-8", "surrogatepass"))
    return digesting.finalize().hex()


def first_bad_line(root: Chained) -> int | None:
    """The seq of the first line that is changed, missing or added; nothing when the chain is whole."""
    before, expected = "", 1
    lines = Line.objects.filter(congress_id=root.congress_id, root_id=root.id).order_by("seq")
    for line in lines.iterator():
        if line.seq != expected or line.hash != digest(line, before):
            return expected
        before, expected = line.hash, expected + 1
    return None if (root.seq, root.head) == (expected - 1, before) else min(expected, root.seq + 1)
