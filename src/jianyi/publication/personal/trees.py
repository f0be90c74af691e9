"""Trees that were learned from the labelled texts: rows of evidence in, how likely each is out (scripts/learn_personal.py)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray


Numbers = NDArray[Any]
_TOGETHER = 2_000


def shares(kind: str, rows: list[list[float]]) -> list[float]:
    """How likely each row of evidence is that of what is looked for, between 0 and 1; `kind` is people or homes."""
    told: list[float] = []
    for first in range(0, len(rows), _TOGETHER):
        told += _sums(_trees(kind), np.array(rows[first : first + _TOGETHER], "f4"))
    return told


@cache
def _trees(kind: str) -> dict[str, Numbers]:
    with np.load(str(files(__package__) / "learned" / f"{kind}.npz")) as kept:
        return {name: kept[name] for name in kept.files}


def _sums(trees: dict[str, Numbers], rows: Numbers) -> list[float]:
    """Every row goes down every tree, all at once, until all stand on leaves."""
    at = np.broadcast_to(trees["roots"], (len(rows), len(trees["roots"])))
    line = np.arange(len(rows))[:, None]
    for _ in range(int(trees["depth"])):
        at = np.where(
            rows[line, trees["asks"][at]] <= trees["bounds"][at], trees["less"][at], trees["more"][at]
        )
    whole: list[float] = (1 / (1 + np.exp(-trees["worth"][at].sum(1)))).tolist()
    return whole
