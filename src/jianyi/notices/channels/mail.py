"""E-mail by SMTP. JIANYI_SMTP: smtp://user:password@host:port, smtps:// from the first byte encrypted, smtp+starttls:// after a
greeting. A mail says what the line in the platform says and where it leads, nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as WIRE
from email.utils import format_datetime
from smtplib import SMTP, SMTP_SSL, SMTPAuthenticationError, SMTPException, SMTPServerDisconnected
from ssl import create_default_context
from urllib.parse import SplitResult, unquote, urlsplit

from django.conf import settings

from .channel import Channel, Down, Later, Message, Post, Refused, why, within


SCHEMES = {"smtp": 25, "smtps": 465, "smtp+starttls": 587}
LONGEST_SUBJECT = 120
FOOT = "这是代表建议办理平台自动发出的消息，请勿回复。调整邮件的收取方式："


class Mail(Channel):
    def is_wanted(self) -> bool:
        return bool(settings.JIANYI_SMTP)

    def lacking(self) -> str:
        if _where() is None:
            return "邮件服务器地址看不懂：JIANYI_SMTP 请写成 smtp://用户名:密码@主机:端口（加密的写 smtps:// 或者 smtp+starttls://）。"
        return "" if "@" in sender() else "没有发件人地址：请设置 JIANYI_MAIL_FROM。"

    @contextmanager
    def open(self) -> Iterator[Post]:
        where = _where()
        assert where is not None
        try:
            line = _greeted(where)
        except SMTPAuthenticationError as error:
            raise Down("邮件服务器不接受用户名或者密码：请核对 JIANYI_SMTP。") from error
        except (OSError, SMTPException) as error:
            raise Down(why(_cause(error))) from error
        try:
            yield Letterbox(line)
        finally:
            with suppress(OSError, SMTPException):
                line.quit()


class Letterbox(Post):
    def __init__(self, line: SMTP) -> None:
        self.line = line

    def send(self, message: Message) -> str:
        letter = written(message)
        try:
            with within(2 * settings.JIANYI_SEND_TIMEOUT, self.line.sock):
                return self._given(letter, message.address)
        except (OSError, SMTPException) as error:
            raise Down(why(_cause(error))) from error

    def _given(self, letter: EmailMessage, address: str) -> str:
        code, said = self.line.mail(sender())
        if code != 250:
            self.line.rset()
            raise Down(f"邮件服务器不接受发件人：{_told(code, said)}")
        code, said = self.line.rcpt(address)
        if code not in (250, 251):
            self.line.rset()
            raise _no(code, said)
        code, said = self.line.data(letter.as_bytes(policy=WIRE))
        if code != 250:
            raise _no(code, said)
        return _told(code, said)


def written(message: Message) -> EmailMessage:
    letter = EmailMessage()
    first = message.told[0][0]
    many = len(message.told)
    subject = first if many == 1 else f"代表建议办理平台：{many} 条消息"
    letter["Subject"] = " ".join(subject.split())[:LONGEST_SUBJECT]
    letter["From"] = Address("代表建议办理平台", addr_spec=sender())
    letter["To"] = Address(" ".join(message.name.split()), addr_spec=message.address)
    letter["Date"] = format_datetime(message.made_at)
    letter["Message-ID"] = f"<{message.number}@{sender().partition('@')[2]}>"
    letter["Auto-Submitted"] = "auto-generated"
    told = [f"{sentence}\n{settings.ADDRESS}{href}" if href else sentence for sentence, href in message.told]
    letter.set_content("\n\n".join([*told, f"{FOOT}{settings.ADDRESS}/me/notices/"]) + "\n")
    return letter


def sender() -> str:
    where = _where()
    known: str = settings.JIANYI_MAIL_FROM
    return known or (unquote(where.username) if where and where.username and "%40" in where.username else "")


def _where() -> SplitResult | None:
    with suppress(ValueError):
        where = urlsplit(settings.JIANYI_SMTP)
        if where.scheme in SCHEMES and where.hostname and (where.port or SCHEMES[where.scheme]):
            return where
    return None


def _greeted(where: SplitResult) -> SMTP:
    host, port = where.hostname or "", where.port or SCHEMES[where.scheme]
    seconds: float = settings.JIANYI_SEND_TIMEOUT
    if where.scheme == "smtps":
        line: SMTP = SMTP_SSL(host, port, timeout=seconds, context=create_default_context())
    else:
        line = SMTP(host, port, timeout=seconds)
    with within(2 * seconds, line.sock):
        if where.scheme == "smtp+starttls":
            line.starttls(context=create_default_context())
        line.ehlo_or_helo_if_needed()
        if where.username:
            line.login(unquote(where.username), unquote(where.password or ""))
    return line


def _no(code: int, said: bytes) -> Later | Refused:
    told = _told(code, said)
    return (
        Refused(f"对方拒收：{told}。请核对邮箱地址。")
        if code >= 500
        else Later(f"对方暂不接收：{told}。稍后自动再试。")
    )


def _told(code: int, said: bytes) -> str:
    return f"{code} {said.decode('utf-8', 'replace')}"[:180]


def _cause(error: Exception) -> Exception:
    """smtplib calls it disconnected when the other side took too long; a line that we cut has taken too long, too."""
    if not isinstance(error, SMTPServerDisconnected):
        return error
    return error.__context__ if isinstance(error.__context__, OSError) else TimeoutError()
