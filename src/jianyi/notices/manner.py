"""How a person wants to be told outside the platform: until when a message is held back."""

from datetime import datetime, time, timedelta

from jianyi.kit import clock
from jianyi.parties.models import Person
from jianyi.procedure.facts.said import Manner


DAY = timedelta(days=1)


def manner_of(person: Person) -> Manner:
    """As it was said last; what was never said is each by itself, at any hour."""
    known = {key: value for key, value in person.manner.items() if key in Manner.__dataclass_fields__}
    return Manner(**{**known, "email": person.email})


def held(manner: Manner, channel: str, made: datetime, now: datetime) -> datetime:
    """Not before when something made then may leave now. A digest waits for its hour; nothing leaves in the quiet hours."""
    digest = channel == "email" and manner.pace == "digest"
    until = max(now, _next(made, manner.digest_at)) if digest else now
    return _after_quiet(manner, until)


def _next(after: datetime, at: str) -> datetime:
    """The first moment later than `after` at which a clock on the wall shows `at`."""
    home = after.astimezone(clock.HOME)
    found = datetime.combine(home.date(), _time(at), clock.HOME)
    return found if found > home else found + DAY


def _after_quiet(manner: Manner, moment: datetime) -> datetime:
    if not (manner.quiet_from and manner.quiet_until):
        return moment
    home = moment.astimezone(clock.HOME)
    begin, end, now = _time(manner.quiet_from), _time(manner.quiet_until), home.time()
    quiet = begin <= now < end if begin < end else now >= begin or now < end
    return _next(home, manner.quiet_until) if quiet else moment


def _time(told: str) -> time:
    return time.fromisoformat(told)
