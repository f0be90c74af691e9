"""`jianyi docs`: documents that are drawn from the table."""

import argparse
from pathlib import Path

from jianyi.procedure import drawing
from jianyi.procedure.places import every_place

from .telling import say


HERE = Path("docs")


def docs(asked: argparse.Namespace) -> int:
    """Write docs/procedure.md of the checkout one stands in, or say whether it is current."""
    if not HERE.is_dir():
        say("请在代码目录中运行：这里没有 docs/。")
        return 1
    path, text = HERE / "procedure.md", drawing.markdown(every_place())
    current = path.exists() and path.read_text("utf-8") == text
    if asked.check:
        say("docs/procedure.md 是最新的。" if current else "docs/procedure.md 已过时：请运行 jianyi docs。")
        return 0 if current else 1
    path.write_text(text, "utf-8")
    say("已写入 docs/procedure.md。")
    return 0
