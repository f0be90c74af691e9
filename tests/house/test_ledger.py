"""The ledger knows every step; what it calls played is a test that exists; what this slice must play is played."""

import ast
from pathlib import Path
from tomllib import loads


HERE = Path(__file__).parents[1] / "stories"
STEPS = {1: 8, 2: 11, 3: 6, 4: 7, 5: 5, 6: 5, 7: 6, 8: 8, 9: 5, 10: 5, 11: 3, 12: 3, 13: 4, 14: 5}
MUST = {
    "S1": (1, 2, 4, 5, 6, 7, 8), "S2": tuple(range(1, 12)), "S3": (1, 2, 3, 4, 5, 6), "S4": (1, 2, 3, 5, 6, 7),
    "S5": (1, 2, 3, 4, 5), "S6": (1, 2, 3, 4, 5), "S8": tuple(range(1, 9)), "S9": (2, 3, 4, 5),
}  # fmt: skip
LEDGER = loads((HERE / "ledger.toml").read_text("utf-8"))


def stories():
    for path in HERE.glob("test_s*.py"):
        yield from (
            node.name for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)
        )


def test_every_step_stands_in_the_ledger_once():
    assert {name: sorted(map(int, steps)) for name, steps in LEDGER.items()} == {
        f"S{n}": list(range(1, count + 1)) for n, count in STEPS.items()
    }


def test_a_step_is_played_or_owed_and_never_both():
    assert all(
        len({"played", "owed"} & entry.keys()) == 1 for steps in LEDGER.values() for entry in steps.values()
    )


def test_what_is_called_played_is_a_test():
    named = {entry["played"] for steps in LEDGER.values() for entry in steps.values() if "played" in entry}
    assert named <= set(stories())


def test_nothing_that_this_slice_must_show_is_owed():
    assert not [
        f"{name}.{n}" for name, steps in MUST.items() for n in steps if "owed" in LEDGER[name][str(n)]
    ]
