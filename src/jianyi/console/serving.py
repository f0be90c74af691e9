"""`jianyi run`: the platform in one process: pages, interface, and the clock's jobs."""

import argparse
import errno
import os
import signal
from collections.abc import Callable
from threading import Event, Thread
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from waitress.server import create_server  # type: ignore[import-untyped]

from jianyi.documents.letters import fonts
from jianyi.jobs.keeper import Keeper
from jianyi.parties.models import Congress
from jianyi.parties.queries import showcase

from .demo import make, unfinished
from .telling import say


THREADS = 8
PATIENCE = 0.2


def run(asked: argparse.Namespace) -> int:
    """Serve until Ctrl-C or a request to end."""
    server = _server()
    if server is None:
        return 1
    _on_ending(_interrupt)
    _make_ready()
    stop = Event()
    _on_ending(lambda *_: stop.set())
    Thread(target=server.run, name="server", daemon=True).start()
    keeper = Keeper(stop)
    keeper.start()
    _greet(server)
    _tell_of_fonts()
    stop.wait()
    say("正在结束 …")
    server.task_dispatcher.shutdown(timeout=PATIENCE)
    say("已结束，数据都在。")
    # At once: whatever a thread had begun, the database takes back; taking modules apart would only cost time.
    os._exit(0)


def _on_ending(handler: Callable[..., None]) -> None:
    """Set explicitly, because what a shell starts in the background ignores Ctrl-C."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, handler)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _server() -> Any:
    """Take the port before anything else is done; a busy one gets one clear sentence."""
    host, port = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        say(f"PORT 须为 1 到 65535 的数字，现在是：{port}")
        return None
    try:
        return create_server(
            get_wsgi_application(),
            host=host,
            port=int(port),
            threads=THREADS,
            ident="jianyi",
            **_behind_proxy(),
        )
    except OSError as error:
        busy = error.errno == errno.EADDRINUSE
        reason = (
            "已被占用：请结束占用它的程序，或换一个端口，例如 PORT=8001"
            if busy
            else f"不能使用（{error.strerror}）"
        )
        say(f"{host} 的端口 {port} {reason}。")
        return None


def _behind_proxy() -> dict[str, Any]:
    """From the one address given, what it says of who asks is believed: else everybody would be the proxy itself, and be
    locked out with whoever types a wrong password."""
    proxy = os.environ.get("JIANYI_PROXY", "").strip()
    told = {"x-forwarded-for", "x-forwarded-proto"}
    return (
        {"trusted_proxy": proxy, "trusted_proxy_headers": told, "clear_untrusted_proxy_headers": True}
        if proxy
        else {}
    )


def _make_ready() -> None:
    """Tables as this version wants them, and on the first start of a demo its data."""
    call_command("migrate", verbosity=0, interactive=False)
    if settings.DEMO and (unfinished() or not Congress.objects.exists()):
        say("第一次启动，正在生成演示数据（约半分钟）…")
        make(say)


FRONT_END = "vendor/tabler/tabler.min.css"
BARE = (
    "安装包里没有前端文件，页面能用但没有版式：请在代码目录运行 python3 scripts/dev.py setup（第一次须联网），"
    "再运行 pip install --force-reinstall --no-deps . 重新安装。"
)


def _tell_of_fonts() -> None:
    """Only where letters cannot be drawn at all: the rest is for the administrator's page."""
    try:
        fonts.fonts()
    except fonts.NoFonts as none:
        say(str(none))


def _greet(server: Any) -> None:
    address = f"http://{server.effective_host}:{server.effective_port}/"
    say(f"平台已启动：{address}")
    if find(FRONT_END) is None:
        say(BARE)
    say(f"数据目录：{settings.HOME}　　按 Ctrl-C 结束")
    if settings.DEMO:
        say(f"演示登录页（点一下姓名即可进入）：{address}sign-in/")
        for group in showcase(each=2):
            people: Any = group["people"]
            say(f"  {group['group']}：" + "；".join(f"{one['name']}（{one['line']}）" for one in people))
