"""Reading every chain against its head, and every seal against the chains: the first bad row of each is named.

An edit, a deletion, an insertion, a changed order, a removed tail and a removed chain show in the chains themselves;
a chain rewritten with all its hashes shows only where it was sealed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from . import seal
from .chain import Chained, digest
from .models import Line


@dataclass(frozen=True)
class Verdict:
    """`faults`: one sentence for the first bad row of each chain, and one for the first broken seal."""

    chains: int
    lines: int
    unsealed: int
    faults: list[str] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        return not self.faults


def verify(congress: int, roots: Iterable[Chained], key: bytes) -> Verdict:
    """Read every line of a congress once, in the order of its chains."""
    heads = {root.id: (root.seq, root.head) for root in roots}
    lines = Line.objects.filter(congress_id=congress).order_by("root_id", "seq")
    faults: list[str] = []
    count, chains = 0, len(heads)
    for number, chain in groupby(lines.iterator(), key=lambda line: line.root_id):
        read = list(chain)
        count += len(read)
        faults += first_bad(number, read, heads.pop(number, None))
    faults += [f"链 {number}：第 1 行起全部缺失，应有 {seq} 行" for number, (seq, _) in heads.items() if seq]
    broken = seal.first_broken(congress, key)
    return Verdict(chains, count, seal.unsealed(congress), [*faults, *([_told(broken)] if broken else [])])


def first_bad(number: int, lines: list[Line], head: tuple[int, str] | None) -> Iterator[str]:
    """The first row that is changed, missing or too many, in a sentence; nothing when the chain is whole."""
    if head is None:
        yield f"链 {number}：第 1 行起共 {len(lines)} 行，所属事项已不存在"
        return
    before = ""
    for expected, line in enumerate(lines, 1):
        if line.seq != expected:
            yield f"链 {number}：第 {expected} 行缺失或次序有变"
            return
        if line.hash != digest(line, before):
            yield f"链 {number}：第 {expected} 行与当时所记不符（{line.action}，{line.at[:19]}）"
            return
        before = line.hash
    yield from _tail(number, lines, before, head)


def _tail(number: int, lines: list[Line], last: str, head: tuple[int, str]) -> Iterator[str]:
    """Lines and head must end at the same place."""
    seq, wanted = head
    if len(lines) < seq:
        yield f"链 {number}：第 {len(lines) + 1} 行起缺失，应有 {seq} 行"
    elif len(lines) > seq:
        yield f"链 {number}：第 {seq + 1} 行起多出，应有 {seq} 行"
    elif last != wanted:
        yield f"链 {number}：第 {seq} 行与链首所记不符"


def _told(broken: str) -> str:
    """The seal's answer in a sentence: `seal 3`, or `root 7 line 2`."""
    kind, number, *rest = broken.split()
    if kind == "seal":
        return f"封存：第 {number} 块与封存时不符"
    return f"链 {number}：第 {rest[-1]} 行与封存时不符（整条链被改写或删除）"
