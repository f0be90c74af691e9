"""Blocks of heads, under a key outside the database: even the owner of the tables cannot rewrite the past."""

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import islice

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.hashes import SM3
from cryptography.hazmat.primitives.hmac import HMAC
from django.db import transaction
from django.db.models import Max

from jianyi.kit import clock
from jianyi.kit.ids import earlier

from .chain import Chained
from .models import Line, Seal


BLOCK = 2_000
# No turn lasts so long, and no two machines' clocks stand so far apart.
WHILE = timedelta(hours=1)


def seal(congress: int, roots: Iterable[Chained], key: bytes, since: int = 0) -> list[Seal]:
    """Seal the heads that have moved since they were last sealed; one block for every 2,000 of them. `since`: of roots that have grown
    from there on, earlier blocks say nothing new."""
    known = sealed_heads(congress, since)
    moved = ([str(root.id), root.seq, root.head] for root in roots if known.get(root.id, 0) < root.seq)
    return [_append(congress, heads, key) for heads in iter(lambda: list(islice(moved, BLOCK)), [])]


def last_look(congress: int) -> int:
    """The number from which on there may be lines that no block covers: a while before the last block, because a line may have had its
    number before the block and have been committed after it. 0 where nothing was sealed."""
    last = Seal.objects.filter(congress_id=congress).order_by("-seq").values_list("id", flat=True).first()
    return earlier(last, WHILE) if last else 0


def grown(congress: int, since: int) -> list[int]:
    """The roots with lines from there on."""
    lines = Line.objects.filter(congress_id=congress, id__gte=since)
    return sorted(set(lines.order_by().values_list("root_id", flat=True)))


def sealed_heads(congress: int, since: int = 0) -> dict[int, int]:
    """Up to which line each root is sealed, by the blocks from there on."""
    rows = Seal.objects.filter(congress_id=congress, id__gte=since)
    blocks = rows.order_by("seq").values_list("heads", flat=True)
    return {int(root): seq for heads in blocks.iterator() for root, seq, _ in heads}


def unsealed(congress: int) -> int:
    """How many lines no seal covers yet."""
    known = sealed_heads(congress)
    last = Line.objects.filter(congress_id=congress).values_list("root_id").annotate(Max("seq"))
    return sum(max(0, seq - known.get(root, 0)) for root, seq in last.iterator())


def first_broken(congress: int, key: bytes) -> str | None:
    """The first block that is not as it was sealed, or the first head that the lines no longer show."""
    before, expected = "", 1
    for block in Seal.objects.filter(congress_id=congress).order_by("seq").iterator():
        if block.seq != expected or not _holds(block, before, key):
            return f"seal {expected}"
        if lost := next(_lost_heads(block), None):
            return lost
        before, expected = block.mac, expected + 1
    return None


@transaction.atomic(durable=False)
def _append(congress: int, heads: list[list[object]], key: bytes) -> Seal:
    last = Seal.objects.filter(congress_id=congress).order_by("-seq").first()
    block = Seal(
        congress_id=congress, seq=last.seq + 1 if last else 1, at=clock.now().isoformat(), heads=heads
    )
    block.mac = _mac(block, last.mac if last else "", key).finalize().hex()
    block.save(force_insert=True)
    return block


def _lost_heads(block: Seal) -> Iterator[str]:
    kept = {
        (root, seq): mac
        for root, seq, mac in Line.objects.filter(
            congress_id=block.congress_id, root_id__in=[int(root) for root, _, _ in block.heads]
        ).values_list("root_id", "seq", "hash")
    }
    for root, seq, head in block.heads:
        if kept.get((int(root), seq)) != head:
            yield f"root {root} line {seq}"


def _holds(block: Seal, before: str, key: bytes) -> bool:
    try:
        _mac(block, before, key).verify(bytes.fromhex(block.mac))
    except (InvalidSignature, ValueError):
        return False
    return True


def _mac(block: Seal, before: str, key: bytes) -> HMAC:
    mac = HMAC(key, SM3())
    mac.update(json.dumps([before, str(block.congress_id), block.seq, block.at, block.heads]).encode())
    return mac
