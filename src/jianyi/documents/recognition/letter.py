"""What is recognised in one file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Letter:
    """One suggestion or one reply. Empty values are things that are not printed (or were not found).

    `number` is the suggestion's number as printed; `proposers` has the leading deputy first and is filled
    for suggestions, `addressee` for replies; `unit` is the replying (or handling) unit, several parted by
    「;」; `suggestion_title` is the suggestion's title where a reply quotes it; `reply_class` is A, B, C, D
    or empty; `date` is ISO; `points` are the numbered answers or the concrete requests.
    """

    kind: str
    title: str = ""
    number: str = ""
    proposers: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    unit: str = ""
    reply_class: str = ""
    date: str = ""
    body: str = ""
    points: tuple[str, ...] = ()
    suggestion_title: str = ""
    document_number: str = ""
    warnings: tuple[str, ...] = ()
