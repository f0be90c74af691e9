"""One signed webhook: a POST of JSON for each notice and person. docs/channels.md tells the receiving side what to check."""

import hmac
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from time import time
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from .channel import Channel, Down, Message, Post, Refused, why, within


SHORTEST_SECRET = 16
READ = 10_000
# Known there already: a second try of what had arrived.
KNOWN = 409
# Of this message, not of the channel.
ITS_OWN = (400, 410, 413, 422)


class Webhook(Channel):
    def is_wanted(self) -> bool:
        return bool(settings.JIANYI_WEBHOOK)

    def lacking(self) -> str:
        if _where() is None:
            return "对接接口的地址看不懂：JIANYI_WEBHOOK 请写成 https://主机/路径。"
        if len(settings.JIANYI_WEBHOOK_SECRET) < SHORTEST_SECRET:
            return f"没有设置签名密钥，或者密钥太短：JIANYI_WEBHOOK_SECRET 至少 {SHORTEST_SECRET} 个字符。"
        return ""

    @contextmanager
    def open(self) -> Iterator[Post]:
        where = _where()
        assert where is not None
        yield Caller(where)


class Caller(Post):
    """Calls anew for each message: what one left half said cannot be taken for the answer to the next."""

    def __init__(self, where: SplitResult) -> None:
        self.where = where

    def send(self, message: Message) -> str:
        try:
            status, said = self._called(message)
        except (OSError, HTTPException) as error:
            raise Down(why(error)) from error
        if 200 <= status < 300 or status == KNOWN:
            return f"{status} {said}"[:180]
        if status in ITS_OWN:
            raise Refused(f"对方不接受这条消息：{status} {said}"[:200])
        raise Down(f"对方应答 {status}：{MEANINGS.get(status, '稍后自动再试')}。")

    def _called(self, message: Message) -> tuple[int, str]:
        seconds: float = settings.JIANYI_SEND_TIMEOUT
        kind = HTTPSConnection if self.where.scheme == "https" else HTTPConnection
        line = kind(self.where.hostname or "", self.where.port, timeout=seconds)
        body = written(message)
        path = (self.where.path or "/") + (f"?{self.where.query}" if self.where.query else "")
        try:
            line.connect()
            with within(seconds, line.sock):
                line.request("POST", path, body, headers(message.number, int(time()), body))
                answer = line.getresponse()
                return answer.status, answer.read(READ).decode("utf-8", "replace").strip()
        finally:
            line.close()


MEANINGS = {
    401: "签名没有通过，请核对两边的密钥",
    403: "签名没有通过，请核对两边的密钥",
    404: "没有这个地址，请核对 JIANYI_WEBHOOK",
    429: "对方要求慢一些，稍后自动再试",
}


def written(message: Message) -> bytes:
    ((text, href),) = message.told
    told = {
        "id": str(message.number), "made_at": message.made_at.isoformat(), "text": text,
        "link": f"{settings.ADDRESS}{href}" if href else "",
        "to": {"id": str(message.person), "name": message.name},
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False).encode()


def headers(number: int, at: int, body: bytes) -> dict[str, str]:
    return {
        "Content-Type": "application/json; charset=utf-8",
        "Jianyi-Id": str(number),
        "Jianyi-Timestamp": str(at),
        "Jianyi-Signature": f"v1={signature(settings.JIANYI_WEBHOOK_SECRET, number, at, body)}",
    }


def signature(secret: str, number: int, at: int, body: bytes) -> str:
    """Over number, time and body: none of them can be exchanged, and an old call is known by its time."""
    return hmac.new(secret.encode(), f"{number}.{at}.".encode() + body, sha256).hexdigest()


def _where() -> SplitResult | None:
    with suppress(ValueError):
        where = urlsplit(settings.JIANYI_WEBHOOK)
        if where.scheme in ("http", "https") and where.hostname and where.port != 0:
            return where
    return None
