"""The last seal of each congress, remembered outside the database: seals that are taken away are missed.

A chain can be rewritten and its seals deleted by whoever owns the tables; a file beside the key is out of their reach.
"""

import json
import os
from collections.abc import Collection
from pathlib import Path

from .models import Seal


def remembered(path: Path) -> dict[int, tuple[int, str]]:
    """congress → (number, mac) of its last seal; nothing where none was ever written down."""
    try:
        told = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {int(congress): (seq, mac) for congress, (seq, mac) in told.items()}


def remember(path: Path, besides: Collection[int] = ()) -> None:
    """Write down the last seal of every congress as the database has it now; of those `besides` what was remembered stays."""
    last = Seal.objects.order_by("congress_id", "seq").values_list("congress_id", "seq", "mac")
    told = {str(congress): [seq, mac] for congress, seq, mac in last.iterator()}
    told |= {str(congress): [*kept] for congress, kept in remembered(path).items() if congress in besides}
    draft = path.with_name(f".{path.name}.part")
    draft.write_text(json.dumps(told), "utf-8")
    draft.chmod(0o600)
    os.replace(draft, path)


def missing(path: Path, congress: int) -> str | None:
    """A sentence where the seal that was remembered is no longer there."""
    seq, mac = remembered(path).get(congress, (0, ""))
    if not seq or Seal.objects.filter(congress_id=congress, seq=seq, mac=mac).exists():
        return None
    return f"封存：第 {seq} 块已不在数据库中，或者不是当时的那一块（封存被删除，或者数据库换成了较早的一份）"
