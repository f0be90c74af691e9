"""`jianyi simulate`: a province of any size, and what came of it in numbers."""

import argparse
from typing import Any

from django.core.management import call_command

from jianyi.jobs.rounds import seal
from jianyi.parties.models import Congress
from jianyi.procedure.words import Limit
from jianyi.turn.tracks import by_name

from .simulation import PASSWORD, simulate as make
from .telling import report, say, show


def simulate(asked: argparse.Namespace) -> int:
    """Only into an empty database, so that nothing real is ever mixed with it."""
    call_command("migrate", verbosity=0, interactive=False)
    if Congress.objects.exists():
        say("数据目录里已有数据，模拟只在空库中进行。请另设数据目录：JIANYI_HOME=…")
        return 1
    told = make(
        deputies=asked.deputies, units=asked.units, suggestions=asked.suggestions, seed=asked.seed, tell=say
    )
    seal()
    say(f"所有人的演示密码：{PASSWORD}")
    if asked.json:
        report(told)
    else:
        _show(told)
    return 1 if told["refused"] else 0


def _show(told: dict[str, Any]) -> None:
    stages = told["stages"]["suggestion"]
    labels = {stage.value: stage.label for stage in by_name()["suggestion"].stages}
    show(f"建议 {told['suggestions']} 件：" + "，".join(f"{labels[name]} {n}" for name, n in stages.items()))
    for name, n in told["deadlines"].items():
        show(f"期限“{Limit(name).label}”：按时 {n['kept']}/{n['of']}，在办 {n['running']}")
    rated = told["ratings"]
    show(
        f"测评 {rated['of']} 份：满意 {rated['satisfied']}，基本满意 {rated['basically_satisfied']}，不满意 {rated['dissatisfied']}"
    )
    for reason, n in told["refused"].items():
        say(f"模拟中有 {n} 步未办成：{reason}")
    show(f"用时 {told['seconds']} 秒。")
