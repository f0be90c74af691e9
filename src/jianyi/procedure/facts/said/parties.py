"""What is said about congresses, organisations, posts and accounts."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from .said import Said, asked


@dataclass(frozen=True, slots=True)
class Founding(Said):
    name: str = asked("名称", most=100)
    level: str = asked("层级", most=12)
    place: str = asked("适用规则", most=40)
    area: str = asked("行政区域", most=100)


@dataclass(frozen=True, slots=True)
class Named(Said):
    name: str = asked("名称", most=100)
    short: str = asked("简称", most=30)


@dataclass(frozen=True, slots=True)
class Letterhead(Said):
    """What stands at the head of an organisation's letters: `text` instead of its name, `picture` (the digest of a stored
    one) instead of both."""

    text: str = asked("发文机关标志", most=40)
    picture: str = asked("信头图片", kind="hidden", most=64)


@dataclass(frozen=True, slots=True)
class Convening(Said):
    label: str = asked("会次名称", most=100)
    term: int = asked("届", 0)
    nth: int = asked("次", 0)
    claims_until: datetime | None = asked("认领截止", None, "moment")
    in_session: bool = asked("大会期间", False, "flag")


@dataclass(frozen=True, slots=True)
class Lasting(Said):
    """A term: since when it runs, and its last day, where that is known."""

    nth: int = asked("届", 0)
    since: date | None = asked("任期自", None, "day")
    until: date | None = asked("任期至", None, "day")


@dataclass(frozen=True, slots=True)
class Account(Said):
    login: str = asked("登录名", most=60)
    phone: str = asked("电话", most=40)


@dataclass(frozen=True, slots=True)
class Phone(Said):
    phone: str = asked("电话", most=40)


@dataclass(frozen=True, slots=True)
class Password(Said):
    """Only hashes: neither the turn nor the journal ever sees the word or the token itself."""

    hashed: str = asked("密码", kind="secret")
    token: str = asked("一次性链接", kind="secret")


@dataclass(frozen=True, slots=True)
class Key(Said):
    """The digest of a token for the interface, or of a one-time link."""

    digest: str = asked("令牌", kind="secret")


@dataclass(frozen=True, slots=True)
class Until(Said):
    until: datetime | None = asked("授权至", None, "moment")
    reason: str = asked("事由", kind="long", most=200)


# How a notice leaves the platform; SMS and work chat would stand here too.
CHANNELS = {"email": "电子邮件", "webhook": "对接接口（Webhook）"}
# Stricter than a mail server: what has no dot in its domain, a space or a control character is a slip of the pen.
ADDRESS = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
HOURS = {"": "不设", **{f"{hour:02}:00": f"{hour:02}:00" for hour in range(24)}}
PACES = {"each": "每条单独发", "digest": "每天汇总发一封", "none": "不发邮件，只在平台内看"}
DIGEST_AT = "08:00"


@dataclass(frozen=True, slots=True)
class Manner(Said):
    """How one wants to be told outside the platform. In the quiet hours nothing is sent; it follows when they end."""

    email: str = asked("邮箱", most=254)
    pace: str = asked("邮件", "each", "choice", PACES)
    digest_at: str = asked("汇总时间", DIGEST_AT, "choice", {k: v for k, v in HOURS.items() if k})
    quiet_from: str = asked("免打扰自", "", "choice", HOURS)
    quiet_until: str = asked("免打扰至", "", "choice", HOURS)

    @property
    def is_address(self) -> bool:
        told = self.email.strip()
        return not told or ADDRESS.fullmatch(told) is not None

    @property
    def is_span(self) -> bool:
        """Both ends or none, and not the same."""
        return bool(self.quiet_from) == bool(self.quiet_until) and (
            not self.quiet_from or self.quiet_from != self.quiet_until
        )


@dataclass(frozen=True, slots=True)
class Resend(Said):
    """Which channel is to try again at once."""

    channel: str = asked("渠道", "email", "choice", CHANNELS)
