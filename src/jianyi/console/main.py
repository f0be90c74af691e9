"""The `jianyi` command: one subcommand for each thing that is done from a terminal."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from jianyi import __version__

from .telling import say


# name: module and function, help line, arguments. Modules are loaded only when their command is called.
COMMANDS: dict[str, tuple[str, str, tuple[tuple[tuple[str, ...], dict[str, Any]], ...]]] = {}
JSON = (("--json",), {"action": "store_true", "help": "以 JSON 输出 / print JSON"})
YES = (("--yes", "--rebuild"), {"action": "store_true", "help": "不再询问 / do not ask"})
FILE = (("file",), {"metavar": "FILE", "help": "文件 / the file"})


def _number(name: str, default: int, label: str) -> tuple[tuple[str, ...], dict[str, Any]]:
    return (f"--{name}",), {
        "type": _positive,
        "default": default,
        "metavar": "N",
        "help": f"{label}（默认 {default}）",
    }


def _positive(told: str) -> int:
    number = int(told)
    if not 0 < number < 1_000_000:
        raise argparse.ArgumentTypeError(f"须为正整数：{told}")
    return number


def _command(name: str, where: str, told: str, *arguments: tuple[tuple[str, ...], dict[str, Any]]) -> None:
    COMMANDS[name] = (where, told, arguments)


_command("run", "serving:run", "启动平台 / serve the platform; PORT, HOST choose where")
_command(
    "clock", "ticking:run", "只运行时钟：到期步骤、提醒、消息发送 / run the clock alone; two at once are safe"
)
_command("demo", "demo:demo", "重建演示数据 / rebuild the demo; what was entered in it is lost", YES)
_command(
    "import", "importing:import_files", "识别并导入建议 / recognise and import suggestions",
    (("files",), {"nargs": "+", "metavar": "FILE", "help": "建议或答复文件 / suggestions or replies"}),
    (("--dry-run",), {"action": "store_true", "help": "只识别，不入库 / recognise only"}),
    (("--as",), {"dest": "login", "metavar": "LOGIN", "help": "由谁录入（登录名）/ who enters them (sign-in name)"}),
    JSON,
)  # fmt: skip
_command(
    "simulate", "simulating:simulate", "在空库中造一个虚构省份 / make a fictional province in an empty database",
    _number("deputies", 60, "代表人数 / deputies"), _number("units", 30, "承办单位 / units"),
    _number("suggestions", 200, "建议件数 / suggestions"), _number("seed", 1, "随机种子 / seed"), JSON,
)  # fmt: skip
_command("tick", "checking:tick", "办理到期的程序步骤 / take the steps that time has made ready", JSON)
_command("check", "checking:check", "检查数据是否自洽 / check the invariants", JSON)
_command(
    "journal", "record:journal", "办理记录：核验、封存、导出 / the record: verify, seal, export",
    (("what",), {"choices": ("verify", "seal", "export"), "help": "核验 / 封存 / 导出"}),
    (("file",), {"nargs": "?", "metavar": "FILE", "help": "导出到哪里，默认标准输出 / where to export"}), JSON,
)  # fmt: skip
_command(
    "backup", "keeping:backup", "备份 / back up the data", FILE,
    (("--with-keys",), {"action": "store_true", "help": "一并备份密钥（备份文件须妥善保管）/ include the keys"}),
)  # fmt: skip
_command("restore", "keeping:restore", "从备份恢复 / restore a backup; present data are replaced", FILE, YES)
_command(
    "docs", "documents:docs", "生成 docs/procedure.md / write the generated documents",
    (("--check",), {"action": "store_true", "help": "只核对是否最新 / only check that they are current"}),
)  # fmt: skip
ON_DATA = {"clock", "tick", "check", "journal", "backup"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand; answers 0 when all is well, 1 when something is wrong."""
    asked = _parser().parse_args(argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jianyi.site.settings")
    try:
        command = _function(asked.command)
        if asked.command in ON_DATA and not _has_tables():
            say("数据目录还是空的：先运行 jianyi run（或用 JIANYI_HOME 指定数据目录）。")
            return 1
        return command(asked)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        say("已中断。")
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="jianyi",
        description="代表建议办理平台 / suggestions of people's deputies. 数据目录由 JIANYI_HOME 指定。",
    )
    parser.add_argument("--version", action="version", version=f"jianyi {__version__}")
    chosen = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (_, told, arguments) in COMMANDS.items():
        sub = chosen.add_parser(name, help=told, description=told)
        for flags, options in arguments:
            sub.add_argument(*flags, **options)
    return parser


def _function(name: str) -> Callable[[argparse.Namespace], int]:
    """The function behind a subcommand, with Django ready."""
    import django

    django.setup()
    module, function = COMMANDS[name][0].split(":")
    found: Callable[[argparse.Namespace], int] = getattr(import_module(f"{__package__}.{module}"), function)
    return found


def _has_tables() -> bool:
    from django.db import connection

    return "django_migrations" in connection.introspection.table_names()
