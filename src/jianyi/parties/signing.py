"""Signing in: passwords, one-time links, lock-out. Attempts are counted outside the door, by account and address."""

from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.contrib.auth.hashers import check_password, make_password
from django.db.models import F

from jianyi.kit import clock
from jianyi.procedure import words

from .models import Person, SignInTry


TRIES = 5
LOCK = timedelta(minutes=15)
SHORTEST = 10
COMMON = {"1234567890", "password123", "qwertyuiop", "renda12345", "0123456789", "1q2w3e4r5t"}
_NOBODY: list[str] = []


class Locked(Exception):
    """Too many failures; `until` says when to try again."""

    def __init__(self, until: str) -> None:
        super().__init__(until)
        self.until = until


def sign_in(login: str, word: str, address: str) -> tuple[Person | None, int]:
    """The person, or nobody and how many tries are left. Raises Locked. Takes as long for unknown names."""
    account = f"account:{login.lower()[:80]}"
    for who in (account, f"address:{address}"):
        _refuse_locked(who)
    person = Person.objects.filter(login=login, stage=words.Person.ACTIVE).first()
    if check_password(word, person.password if person else _decoy()) and person:
        SignInTry.objects.filter(who=account).delete()
        return person, TRIES
    left = _fail(account, TRIES)
    _fail(f"address:{address}", TRIES * 10)
    return None, left


def new_link() -> tuple[str, str]:
    """A token for a one-time link, and the digest that is kept."""
    token = token_urlsafe(24)
    return token, digest(token)


def digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def by_link(number: int, token: str) -> Person | None:
    """Whom the link belongs to, while it is good."""
    person = Person.objects.filter(id=number, token=digest(token)).first()
    good = person and person.token_until and clock.now() < person.token_until
    return person if good else None


def by_key(key: str) -> Person | None:
    """Whose interface token this is."""
    if not key:
        return None
    return Person.objects.filter(key=digest(key), stage=words.Person.ACTIVE).first()


def faults(word: str, again: str, person: Person) -> dict[str, str]:
    """What is wrong with a new password, field by field, in sentences."""
    found: dict[str, str] = {}
    about = [part for part in (person.name, person.login, person.phone) if len(part) >= 2]
    if len(word) < SHORTEST:
        found["password"] = f"密码太短：至少 {SHORTEST} 个字符，请重新填写。"
    elif word.lower() in COMMON or len(set(word)) < 4:
        found["password"] = "这个密码太常见，容易被猜到：请换一个。"
    elif any(part in word for part in about):
        found["password"] = "密码里不要用姓名、账号或手机号：请换一个。"
    if word != again:
        found["again"] = "两次输入的密码不一样：请再输一次。"
    return found


def is_theirs(person: Person, word: str) -> bool:
    return check_password(word, person.password)


def hashed(word: str) -> str:
    return make_password(word)


def refuse_locked(who: str) -> None:
    """Raises Locked where too much was tried from there."""
    _refuse_locked(who)


def missed(who: str) -> None:
    """Something that was never given out was tried: counted like a failed sign-in from one address."""
    _fail(who, TRIES * 4)


def _decoy() -> str:
    if not _NOBODY:
        _NOBODY.append(make_password(token_urlsafe(12)))
    return _NOBODY[0]


def _refuse_locked(who: str) -> None:
    row = SignInTry.objects.filter(who=who).first()
    if row and row.locked_until and clock.now() < row.locked_until:
        raise Locked(f"{row.locked_until.astimezone(clock.HOME):%H:%M}")


def _fail(who: str, allowed: int) -> int:
    """Count a failure; answers how many tries are left. A window without failures starts anew."""
    row, _ = SignInTry.objects.get_or_create(who=who, defaults={"congress_id": 0, "last_at": clock.now()})
    if clock.now() - row.last_at > LOCK:
        SignInTry.objects.filter(id=row.id).update(failures=0, locked_until=None)
    SignInTry.objects.filter(id=row.id).update(failures=F("failures") + 1, last_at=clock.now())
    row.refresh_from_db()
    if row.failures >= allowed:
        SignInTry.objects.filter(id=row.id).update(locked_until=clock.now() + LOCK, failures=0)
        return 0
    return allowed - row.failures
