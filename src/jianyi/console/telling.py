"""How the command speaks: to people on stderr, to programs on stdout."""

import json
import sys
from typing import Any


def say(text: str) -> None:
    """To people, at once, so that it stays in order with whatever else is printed."""
    print(text, file=sys.stderr, flush=True)


def show(text: str) -> None:
    """An answer: what was asked for."""
    print(text, flush=True)


def report(told: Any) -> None:
    """An answer for programs."""
    print(json.dumps(told, ensure_ascii=False, indent=1, default=str), flush=True)


def agreed(question: str) -> bool:
    """Ask a person; whoever does not answer yes has said no."""
    say(question)
    try:
        return input("确定请输入 yes：").strip().lower() == "yes"
    except EOFError:
        return False
