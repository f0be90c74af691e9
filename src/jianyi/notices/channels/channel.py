"""What a channel is, and how it says that something went wrong."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from socket import SHUT_RDWR, gaierror, socket
from ssl import SSLError
from threading import Timer


@dataclass(frozen=True)
class Message:
    """`number`: by which the other side knows a second try; `told`: sentence and address of each notice."""

    number: int
    made_at: datetime
    person: int
    name: str
    address: str
    told: tuple[tuple[str, str], ...]


class Failure(Exception):
    """It did not go; `told`: why, for people."""

    def __init__(self, told: str) -> None:
        super().__init__(told)
        self.told = told[:300]


class Down(Failure):
    """The channel itself: nothing else would go either. All of it waits."""


class Later(Failure):
    """This message, for now."""


class Refused(Failure):
    """This message, for good: only a person can help."""


class Post(ABC):
    """An open channel."""

    @abstractmethod
    def send(self, message: Message) -> str:
        """Give it to the other side; answers with how it was accepted. Raises Down, Later, Refused."""


class Channel(ABC):
    @abstractmethod
    def is_wanted(self) -> bool:
        """Does this house use it?"""

    @abstractmethod
    def lacking(self) -> str:
        """What must be set before anything can be sent, in a sentence; empty when all is there."""

    @abstractmethod
    def open(self) -> AbstractContextManager[Post]:
        """Raises Down."""


def why(error: Exception) -> str:
    """What the network did, in words."""
    match error:
        case TimeoutError():
            return "对方超时没有应答，稍后自动再试。"
        case ConnectionRefusedError():
            return "连接被拒绝：对方没有开放这个端口，请核对地址和端口。"
        case gaierror():
            return "找不到主机：请核对地址，或者检查本机的域名解析。"
        case SSLError():
            return "加密连接没有建立：请核对对方的证书和端口。"
    return f"连接中断（{type(error).__name__}），稍后自动再试。"


@contextmanager
def within(seconds: float, line: socket | None) -> Iterator[None]:
    """Cut the line after so long: a time-out alone is never reached by who sends a byte now and then."""
    timer = Timer(seconds, _cut, [line])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _cut(line: socket | None) -> None:
    with suppress(OSError):
        if line is not None:
            line.shutdown(SHUT_RDWR)
