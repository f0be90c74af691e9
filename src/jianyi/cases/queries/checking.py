"""The check line of a form that is drawn as things stand (decision 0026): what it was drawn from, and when; and for
whoever holds the paper, whether the record still says the same.

Nothing of a form is kept, so nothing is written when one is looked at: the code itself says what was drawn, for whom,
when and from which data, under a key of this installation. Nobody can make one up, and it tells nothing of the matter.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hmac import compare_digest

from cryptography.hazmat.primitives.hashes import SM3
from cryptography.hazmat.primitives.hmac import HMAC
from django.conf import settings

from jianyi.documents.letters.document import Check, Sheet
from jianyi.documents.letters.laid import digest
from jianyi.documents.letters.wording import long_day, long_moment
from jianyi.kit import clock
from jianyi.kit.ids import LARGEST
from jianyi.parties.models import Person
from jianyi.parties.queries import actor
from jianyi.procedure.facts.acting import Actor


DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
SHOWN, SIGNED, LONGEST = 12, 20, 120
Draw = Callable[[str, int, Actor, date], Sheet | None]


@dataclass(frozen=True)
class Drawn:
    """One form as it was drawn: `kind` and `number` say which, `reader` for whom, `at` when, to the minute; `digest`: the
    beginning of the SM3 of its data."""

    kind: str
    number: int
    reader: int
    at: datetime
    digest: str

    @property
    def code(self) -> str:
        """What stands on the paper beside the QR code: 1A2B-3C4D-5E6F."""
        return "-".join(self.digest[start : start + 4].upper() for start in range(0, SHOWN, 4))

    @property
    def on(self) -> date:
        return self.at.astimezone(clock.HOME).date()

    @property
    def moment(self) -> str:
        return long_moment(self.at)

    @property
    def token(self) -> str:
        """All of it, and that it was this installation that said so."""
        numbers = map(_short, (self.number, self.reader, int(self.at.timestamp()) // 60))
        body = ".".join((self.kind, *numbers, self.digest))
        return f"{body}.{_mac(body)}"


@dataclass(frozen=True)
class Checked:
    """`same`: the record still gives this very form; None where it cannot be drawn again for whoever had it drawn."""

    drawn: Drawn
    same: bool | None


def marked(sheet: Sheet, kind: str, number: int, *, by: Actor) -> Sheet:
    """The form with its check line."""
    now = clock.now().replace(second=0, microsecond=0)
    drawn = Drawn(kind, number, by.person, now, _digest(sheet, now))
    line = f"本表按{drawn.moment}的记录生成，扫码可查此后记录有无变动。"
    return replace(sheet, check=Check(f"{settings.ADDRESS}/check/form/{drawn.token}/", drawn.code, line))


def checked(token: str, draw: Draw) -> Checked | None:
    """For whoever holds a form with this code: nothing of the matter, and nobody's name. `draw`: the form as it would be
    drawn for somebody now, judged as of the day it was drawn on: that a day has passed is no change of the record."""
    drawn = _read(token)
    reader = Person.objects.filter(id=drawn.reader).first() if drawn else None
    if drawn is None:
        return None
    sheet = draw(drawn.kind, drawn.number, actor(reader), drawn.on) if reader else None
    return Checked(drawn, _digest(sheet, drawn.at) == drawn.digest if sheet else None)


def _digest(sheet: Sheet, at: datetime) -> str:
    """Of the data alone: what the day of drawing and the check line say would differ though nothing has changed."""
    made = long_day(at.astimezone(clock.HOME).date())
    footer = replace(sheet.footer, made=made) if sheet.footer else None
    return digest(replace(sheet, footer=footer, check=None))[:SHOWN]


def _read(token: str) -> Drawn | None:
    body, _, mac = token[:LONGEST].rpartition(".")
    parts = body.split(".")
    if len(parts) != 5 or not compare_digest(_mac(body).encode(), mac.encode()):
        return None
    number, reader, minute = (int(part, 36) for part in parts[1:4])
    if max(number, reader) > LARGEST:
        return None
    return Drawn(parts[0], number, reader, datetime.fromtimestamp(minute * 60, UTC), parts[4])


def _short(number: int) -> str:
    """In base 36, so that the QR code stays coarse enough to be read from paper."""
    told = ""
    while number:
        number, digit = divmod(number, 36)
        told = DIGITS[digit] + told
    return told or "0"


def _mac(body: str) -> str:
    mac = HMAC(f"forms {settings.SECRET_KEY}".encode(), SM3())
    mac.update(body.encode())
    return mac.finalize().hex()[:SIGNED]
