"""How likely each character of a text is part of the name of a person, an office or a place, as a small network reads it.

The network is the lexical tagger that comes with jieba 0.42.1 (MIT; trained by Baidu), two layers of gated units and a chain of
57 tags, kept here in one file of half the precision. It reads sentence by sentence, so the work grows with the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray


Numbers = NDArray[Any]
_SENTENCE = re.compile("[^。\n]{1,200}[。\n]?|[。\n]")
_TOGETHER = 64
_HIDDEN = 128
# What the tags are called in the network: names of people twice, of organisations, of places; even numbers begin one.
_PEOPLE, _ORGANS, _PLACES = ((48, 49), (16, 17)), ((52, 53), (20, 21)), ((50, 51), (18, 19))


@dataclass(frozen=True)
class Read:
    """What was read of one text: for every character the share of each sort of name, and what a span needs."""

    people: Numbers
    organs: Numbers
    places: Numbers
    forward: Numbers
    backward: Numbers
    given: Numbers
    ends: Numbers

    def name(self, start: int, end: int) -> float:
        """How likely exactly this span is the name of a person, between 0 and 1."""
        last = int(self.ends[start])
        if end > last:
            return 0.0
        steps, leave = _network()["steps"], _network()["leave"]
        every, likely = self.forward[start], 0.0
        for at in range(start + 1, end):
            every = every @ steps * self.given[at]
        after = steps * (self.given[end] * self.backward[end]) if end < last else None
        for begins, inside in _PEOPLE:
            tag, one = begins, float(self.forward[start][begins])
            for at in range(start + 1, end):
                one, tag = one * float(steps[tag, inside] * self.given[at][inside]), inside
            likely += one * float(leave[tag] if after is None else after[tag].sum() - after[tag, inside])
        whole = float(every @ (leave if after is None else after.sum(1)))
        return min(1.0, likely / whole) if whole > 0 else 0.0


@cache
def _network() -> dict[str, Numbers]:
    """The weights, read once: of each matrix bytes and what one step of them is worth."""
    with np.load(str(files(__package__) / "learned" / "tagger.npz")) as kept:
        told = {name: kept[name] for name in kept.files}
    told["letters"] = told["letters"].astype("f4") * told.pop("worth").astype("f4")
    told = {name: value.astype("f4") if value.dtype == np.float16 else value for name, value in told.items()}
    chain = told.pop("chain")
    told["enter"], told["leave"], told["steps"] = np.exp(chain[0]), np.exp(chain[1]), np.exp(chain[2:])
    return told


@cache
def _places() -> dict[str, int]:
    return {letter: at for at, letter in enumerate(str(_network()["known"]))}


def read(text: str) -> Read:
    """What the network says of a text folded to half width; of an empty one nothing."""
    size, tags = len(text) + 1, len(_network()["leave"])
    told = {name: np.ones((size, tags), "f4") for name in ("forward", "backward", "given")}
    ends = np.zeros(size, "i4")
    pieces = sorted((match.span() for match in _SENTENCE.finditer(text)), key=lambda span: span[1] - span[0])
    for first in range(0, len(pieces), _TOGETHER):
        _read_together(text, pieces[first : first + _TOGETHER], told, ends)
    share = told["forward"] * told["backward"]
    share /= share.sum(1, keepdims=True)
    people, organs, places = (
        share[:, [tag for pair in sort for tag in pair]].sum(1) for sort in (_PEOPLE, _ORGANS, _PLACES)
    )
    return Read(people, organs, places, told["forward"], told["backward"], told["given"], ends)


def _read_together(text: str, pieces: list[tuple[int, int]], told: dict[str, Numbers], ends: Numbers) -> None:
    sizes = np.array([end - start for start, end in pieces])
    known, longest = _places(), int(sizes.max())
    letters = np.zeros((len(pieces), longest), "i4")
    for row, (start, end) in enumerate(pieces):
        letters[row, : end - start] = [known.get(letter, 0) for letter in text[start:end]]
        ends[start:end] = end
    turned = np.maximum(sizes[:, None] - 1 - np.arange(longest)[None], 0)
    given = _given(_network()["letters"][letters], turned)
    forward, backward = _chain(given, turned)
    for row, (start, end) in enumerate(pieces):
        for name, value in (("forward", forward), ("backward", backward), ("given", given)):
            told[name][start:end] = value[row, : end - start]


def _given(seen: Numbers, turned: Numbers) -> Numbers:
    """What each letter says of each tag by itself, after both layers, as factors."""
    rows = np.arange(len(seen))[:, None]
    for layer in (0, 2):
        ahead = _gated(_through(seen, f"in{layer}", f"bias{layer}"), layer)
        back = _through(seen, f"in{layer + 1}", f"bias{layer + 1}")[rows, turned]
        seen = np.concatenate([ahead, _gated(back, layer + 1)[rows, turned]], 2)
    out = _through(seen, "out", "bias")
    told: Numbers = np.exp(out - out.max(2, keepdims=True))
    return told


def _through(seen: Numbers, weights: str, bias: str) -> Numbers:
    """All letters through one layer, as one matrix: a row of matrices takes several times as long."""
    net = _network()
    told = seen.reshape(-1, seen.shape[-1]) @ net[weights] + net[bias]
    return told.reshape(*seen.shape[:-1], -1)


def _gated(entering: Numbers, layer: int) -> Numbers:
    """One direction of one layer over sentences side by side."""
    gates, state = _network()[f"gates{layer}"], _network()[f"state{layer}"]
    held = np.zeros((len(entering), _HIDDEN), "f4")
    told = np.empty((*entering.shape[:2], _HIDDEN), "f4")
    for at in range(entering.shape[1]):
        now = entering[:, at]
        open_ = 1 / (1 + np.exp(-np.clip(now[:, : 2 * _HIDDEN] + held @ gates, -30, 30)))
        fresh = np.tanh(now[:, 2 * _HIDDEN :] + (open_[:, _HIDDEN:] * held) @ state)
        held = held + open_[:, :_HIDDEN] * (fresh - held)
        told[:, at] = held
    return told


def _chain(given: Numbers, turned: Numbers) -> tuple[Numbers, Numbers]:
    """Forward and backward through the chain of tags, each letter to the sum of one."""
    net, rows = _network(), np.arange(len(given))[:, None]
    forward, back = np.empty_like(given), np.empty_like(given)
    from_behind = given[rows, turned]
    held, come = given[:, 0] * net["enter"], np.broadcast_to(net["leave"], given[:, 0].shape)
    for at in range(given.shape[1]):
        if at:
            held = held @ net["steps"] * given[:, at]
            come = (from_behind[:, at - 1] * come) @ net["steps"].T
        held, come = held / held.sum(1, keepdims=True), come / come.sum(1, keepdims=True)
        forward[:, at], back[:, at] = held, come
    return forward, back[rows, turned]
