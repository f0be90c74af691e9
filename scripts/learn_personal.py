"""Makes what the finder of personal data has learned: the tagger, what given names are made of, and the trees that decide.

    python scripts/learn_personal.py tagger|names|trees

Needs jieba 0.42.1 (its tagger and its list of names, MIT), LightGBM and numpy in an environment of its own; nothing of them but the
numbers they give enters the house. The trees learn from tests/publication/labelled alone: the
first set, by whose errors the rules were once mended, counts for less.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import numpy as np


ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
HERE = ROOT / "src" / "jianyi" / "publication" / "personal" / "learned"
# What is learned from, and how much each counts; the seventh is not among them, nor read by whoever works on the finder.
HALVES = {"open": 0.4, "held": 0.4} | dict.fromkeys(
    ("second", "third", "last", "fourth", "fifth", "sixth", "eighth", "ninth", "tenth"), 1.0
)
WIDE, LETTERS = 128, 8000
PARAMETERS = {
    "objective": "binary", "num_leaves": 15, "learning_rate": 0.06, "min_data_in_leaf": 20, "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5,
    "verbose": -1, "num_threads": 1, "seed": 3, "deterministic": True,
}  # fmt: skip
ROUNDS = 250


@dataclass
class Rows:
    """Evidence, whether it is right, and where it stands."""

    found: list[list[float]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    places: list[tuple[str, int, int, int]] = field(default_factory=list)

    def add(self, evidence: list[float], right: bool, place: tuple[str, int, int, int]) -> None:
        self.found.append(evidence)
        self.right.append(right)
        self.places.append(place)


def jieba() -> Path:
    found = find_spec("jieba")
    if found is None or found.origin is None:
        raise SystemExit("jieba 0.42.1 is not installed here.")
    return Path(found.origin).parent


def is_han(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff"


def tagger() -> None:
    """The tagger of jieba: its most frequent letters in bytes, all else in half precision."""
    at = jieba() / "lac_small"

    def raw(name: str, *shape: int) -> np.ndarray:
        return np.frombuffer(
            (at / "model_baseline" / name).read_bytes()[-4 * math.prod(shape) :], "<f4"
        ).reshape(shape)

    numbers = dict(
        line.split("\t")[::-1]
        for line in (at / "word.dic").read_text("utf-8").split("\n")
        if line.count("\t") == 1
    )
    known = [
        "\0",
        *(
            letter
            for at, letter in enumerate(numbers)
            if len(letter) == 1 and (at < LETTERS or not is_han(letter))
        ),
    ]
    rows = raw("word_emb", 1 + max(map(int, numbers.values())), WIDE)[
        [int(numbers[letter if letter != "\0" else "OOV"]) for letter in known]
    ]
    worth = np.maximum(np.abs(rows).max(1, keepdims=True) / 127, 1e-8)
    told = {
        "known": np.array("".join(known)),
        "letters": np.round(rows / worth).astype("i1"),
        "worth": worth.astype("f4"),
    }
    for layer in range(4):
        gated = raw(f"gru_{layer}.w_0", 3 * WIDE * WIDE)
        told[f"gates{layer}"] = gated[: 2 * WIDE * WIDE].reshape(WIDE, 2 * WIDE).astype("f2")
        told[f"state{layer}"] = gated[2 * WIDE * WIDE :].reshape(WIDE, WIDE).astype("f2")
        told[f"in{layer}"] = raw(f"fc_{layer}.w_0", WIDE * (1 if layer < 2 else 2), 3 * WIDE).astype("f2")
        told[f"bias{layer}"] = (raw(f"fc_{layer}.b_0", 3 * WIDE) + raw(f"gru_{layer}.b_0", 3 * WIDE)).astype(
            "f2"
        )
    told |= {"out": raw("fc_4.w_0", 2 * WIDE, 57).astype("f2"), "bias": raw("fc_4.b_0", 57).astype("f2")}
    np.savez_compressed(HERE / "tagger.npz", chain=raw("crfw", 59, 57), **told)


def names() -> None:
    """How often each letter stands in the names that jieba lists, against how often it stands in other words."""
    from jianyi.publication.personal.surnames import DOUBLE, SINGLE

    surnames, first, last, used = Counter(), Counter(), Counter(), Counter()
    for line in (jieba() / "dict.txt").read_text("utf-8").splitlines():
        word, times, sort = line.split(" ")
        family = 2 if word[:2] in DOUBLE else 1
        if not sort.startswith("nr"):
            for letter in word if len(word) < 5 else "":
                used[letter] += int(times)
        elif 1 < len(word) < 5 and (word[0] in SINGLE or family == 2):
            surnames[word[:family]] += 1
            given = word[family:]
            if len(given) in (1, 2):
                last[given[-1]] += 1
                first[given[0]] += len(given) - 1
    told = {
        "surname": {key: round(math.log1p(value), 2) for key, value in surnames.items()},
        "surely": {
            key: round(math.log1p(value) - math.log1p(used[key[0]]), 2) for key, value in surnames.items()
        },
        "first": _against(first, used),
        "last": _against(last, used),
    }
    (HERE / "names.json").write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _against(counted: Counter[str], used: Counter[str]) -> dict[str, float]:
    """Letters that no name has count for as little as they are used."""
    return {
        letter: round(math.log1p(counted[letter]) - 0.5 * math.log1p(used[letter]), 1)
        for letter in {*counted, *(letter for letter, times in used.items() if times > 50 and is_han(letter))}
    }


Labelled = Iterator[tuple[str, int, str, list[list]]]


def labelled(half: str) -> Labelled:
    from benchmarks import personal

    from jianyi.kit.text import fold

    for sort, texts in (("made", personal.made), ("real", personal.real)):
        for at, (text, spans) in enumerate(texts(half)):
            yield sort, at, fold(text), spans


def people(half: str) -> Rows:
    """The evidence of every candidate for a name in one labelled half, and whether it is one."""
    from jianyi.publication.personal import evidence, numbers, people, tagging
    from jianyi.publication.personal.spans import Known

    told = Rows()
    for sort, at, text, spans in labelled(half):
        right = {(start, end) for start, end, kind, *_ in spans if kind == "person"}
        all_ = people.prepared(text, tagging.read(text), Known(), list(numbers.find(text)))
        for place in all_.likely:
            told.add(evidence.of(all_, place), place in right, (sort, at, *place))
    return told


def homes(half: str) -> Rows:
    """The same for homes: right is what holds a labelled one or lies mostly in one. Names are those that were labelled."""
    from jianyi.publication.personal import dwellings, tagging

    told = Rows()
    for sort, at, text, spans in labelled(half):
        right = [(start, end) for start, end, kind, *_ in spans if kind == "address"]
        named = frozenset(edge for start, end, kind, *_ in spans if kind == "person" for edge in (start, end))
        all_ = dwellings.prepared(text, tagging.read(text), named)
        for place in all_.candidates:
            told.add(
                dwellings.evidence(all_, place),
                any(_is_that(place, each) for each in right),
                (sort, at, *place),
            )
    return told


def _is_that(place: tuple[int, int], labelled: tuple[int, int]) -> bool:
    (start, end), (first, last) = place, labelled
    common = min(end, last) - max(start, first)
    return common > 0 and ((start <= first and last <= end) or 2 * common > end - start)


def trees() -> None:
    """Trees over the evidence of all labelled texts, as arrays of questions."""
    for name, rows in (("people", people), ("homes", homes)):
        told = {half: rows(half) for half in HALVES}
        np.savez_compressed(HERE / f"{name}.npz", **as_arrays(learned(told)))


def learned(told: dict[str, Rows]) -> list[dict]:
    import lightgbm

    found = np.array([row for rows in told.values() for row in rows.found], "f4")
    right = np.array([right for rows in told.values() for right in rows.right], "f4")
    weight = [HALVES[half] for half, rows in told.items() for _ in rows.right]
    booster = lightgbm.train(PARAMETERS, lightgbm.Dataset(found, right, weight=weight), ROUNDS)
    return booster.dump_model()["tree_info"]


def as_arrays(told: list[dict]) -> dict[str, np.ndarray]:
    """All trees in one row of nodes; a leaf leads to itself."""
    nodes: list[tuple[int, float, int, int, float]] = []
    deepest = 0

    def put(node: dict, depth: int) -> int:
        nonlocal deepest
        deepest, at = max(deepest, depth), len(nodes)
        nodes.append((0, 0.0, at, at, node.get("leaf_value", 0.0)))
        if "split_feature" in node:
            less, more = put(node["left_child"], depth + 1), put(node["right_child"], depth + 1)
            nodes[at] = (node["split_feature"], node["threshold"], less, more, 0.0)
        return at

    roots = [put(tree["tree_structure"], 0) for tree in told]
    asks, bounds, less, more, worth = zip(*nodes, strict=True)
    return {
        "roots": np.array(roots, "i4"), "asks": np.array(asks, "i2"), "bounds": np.array(bounds, "f4"), "less": np.array(less, "i4"), "more": np.array(more, "i4"),
        "worth": np.array(worth, "f4"), "depth": np.array(deepest),
    }  # fmt: skip


def main(what: str) -> None:
    HERE.mkdir(exist_ok=True)
    {"tagger": tagger, "names": names, "trees": trees}[what]()


if __name__ == "__main__":
    main(sys.argv[1])
