"""`jianyi demo`: the fictional province, made anew."""

import argparse
from collections.abc import Callable

from django.conf import settings
from django.core.management import call_command

from jianyi.jobs.rounds import seal
from jianyi.kit import clock
from jianyi.parties.models import Congress

from .simulation import PASSWORD, simulate
from .simulation.founding import data
from .telling import agreed, say


MARK = settings.HOME / "demo-unfinished"


def demo(asked: argparse.Namespace) -> int:
    """Rebuild the demo. Data that no demo has made are never touched."""
    call_command("migrate", verbosity=0, interactive=False)
    if not _is_ours():
        say("这里不是演示数据，不能重建。演示请另设数据目录：JIANYI_HOME=…")
        return 1
    if Congress.objects.exists() and not (asked.yes or agreed("演示数据将全部删除并重建。")):
        say("没有改动任何数据。")
        return 1
    make(say)
    return 0


def make(tell: Callable[[str], None]) -> None:
    """Empty the database, fill it, and seal what was done. If this is cut off, the next start does it again."""
    MARK.touch()
    call_command("flush", verbosity=0, interactive=False)
    (settings.HOME / "demo-clock").unlink(missing_ok=True)
    clock.shift(clock.NO_SHIFT)
    told = simulate(tell=tell)
    seal()
    MARK.unlink()
    tell(
        f"演示数据已生成：建议 {told['suggestions']} 件，用时 {told['seconds']} 秒。所有人的演示密码：{PASSWORD}"
    )


def unfinished() -> bool:
    """Was the last attempt cut off? Then nothing in the database is anybody's own."""
    return MARK.exists()


def _is_ours() -> bool:
    area = data("province")["congress"]["area"]
    return not Congress.objects.exclude(area=area).exists()
