"""`jianyi run`: up quickly, one sentence for a busy port, gone at once, nothing lost."""

import json
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from http.client import HTTPException
from types import SimpleNamespace
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener, urlopen

import pytest

from jianyi.console import serving
from jianyi.site.settings import address


WHOLE_START = 60


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


@contextmanager
def running(home, *, background=False, **more):
    """A server on a port of its own; `background`: started as a shell starts what is put behind, ignoring Ctrl-C."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "jianyi.console", "run"],
        env=home.environment(PORT=str(port), **more),
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=(lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)) if background else None,
    )
    try:
        healthy(port, process)
        yield process, port
    finally:
        if process.poll() is None:
            process.kill()
        process.stderr.close()
        process.wait()


def healthy(port, process):
    until = time.monotonic() + WHOLE_START
    while time.monotonic() < until:
        assert process.poll() is None, process.stderr.read()
        try:
            with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
                return json.load(answer)
        except (URLError, HTTPException, OSError):
            time.sleep(0.05)
    raise AssertionError("never up")


@pytest.mark.parametrize("background", [False, True])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_and_well(province, number, background):
    with running(province, background=background) as (process, port):
        assert healthy(port, process)["status"] == "ok"
        asked = time.monotonic()
        process.send_signal(number)
        assert process.wait(timeout=5) == 0
        assert time.monotonic() - asked <= 1
    assert province.told("journal", "verify")["faults"] == []


def test_it_says_where_it_is_and_who_may_be_tried(province):
    with running(province, JIANYI_DEMO="1") as (process, port):
        with urlopen(f"http://127.0.0.1:{port}/sign-in/", timeout=20) as page:
            assert "周知远" in page.read().decode()
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=5)[1]
    assert f"http://127.0.0.1:{port}/" in told and "sign-in/" in told
    assert "周知远" in told and "孔令微" in told


def test_an_empty_house_opens_without_a_demo(home):
    home.path.mkdir()
    with running(home) as (_, port), urlopen(f"http://127.0.0.1:{port}/healthz", timeout=20) as answer:
        assert answer.status == 200


def test_without_front_end_files_it_says_what_to_do(monkeypatch, capsys):
    """As a wheel is that was built where they could not be fetched."""
    monkeypatch.setattr(serving, "find", lambda name: None)
    serving._greet(SimpleNamespace(effective_host="127.0.0.1", effective_port=8000))
    assert "前端文件" in capsys.readouterr().err


def test_a_busy_port_gets_one_clear_sentence(home):
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        port = str(door.getsockname()[1])
        answer = home.call("run", PORT=port)
    assert (
        answer.returncode == 1
        and answer.stderr.count("\n") == 1
        and port in answer.stderr
        and "占用" in answer.stderr
    )


@pytest.mark.parametrize("port", ["abc", "0", "70000", "８０"])
def test_a_port_that_is_none_gets_a_sentence(home, port):
    answer = home.call("run", PORT=port)
    assert answer.returncode == 1 and "PORT" in answer.stderr and "Traceback" not in answer.stderr


@pytest.mark.parametrize("proxy, counted", [("127.0.0.1", "203.0.113.7"), ("", "127.0.0.1")])
def test_behind_a_proxy_a_wrong_password_counts_for_whoever_typed_it(province, proxy, counted):
    with running(province, JIANYI_PROXY=proxy) as (_, port):
        page = f"http://127.0.0.1:{port}/sign-in/"
        browser = build_opener(HTTPCookieProcessor())
        token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', browser.open(page).read().decode())[1]
        said = urlencode({"csrfmiddlewaretoken": token, "name": "nobody", "password": "wrong"}).encode()
        with pytest.raises(HTTPError):
            browser.open(Request(page, said, {"X-Forwarded-For": "203.0.113.7", "Referer": page}))
    with closing(sqlite3.connect(province.database)) as rows:
        told = {who for (who,) in rows.execute("SELECT who FROM parties_signintry")}
    assert f"address:{counted}" in told and len(told) == 2


@pytest.mark.parametrize(
    ("origins", "hosts", "port", "told"),
    [
        (["https://jy.example.cn/"], ["jy.example.cn"], "8000", "https://jy.example.cn"),
        ([], ["localhost", "127.0.0.1", "[::1]"], "9000", "http://localhost:9000"),
        ([], ["127.0.0.1", "192.168.3.7"], "8000", "http://192.168.3.7:8000"),
        ([], [".example.cn", "*"], "80", "http://localhost"),
    ],
)
def test_codes_on_paper_lead_to_where_the_server_is_reached(origins, hosts, port, told):
    """A form for a deputy's telephone whose code leads to localhost:8000 can be opened by nobody."""
    assert address(origins, hosts, port) == told
