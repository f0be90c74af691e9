"""`jianyi clock`: the clock's jobs in a process of their own, for houses whose pages are served elsewhere."""

import argparse
import signal
from threading import Event

from jianyi.clockwork.health import LABELS
from jianyi.jobs.keeper import Keeper

from .telling import say


def run(asked: argparse.Namespace) -> int:
    """Until Ctrl-C or a request to end; what is under way is ended first."""
    stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    keeper = Keeper(stop).start()
    say("时钟已启动：" + "、".join(label for label, _ in LABELS.values()) + "。按 Ctrl-C 结束")
    stop.wait()
    say("正在结束 …")
    keeper.join(30)
    say("已结束。没有做完的，下次启动接着做。")
    return 0
